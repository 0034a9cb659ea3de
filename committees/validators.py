"""Checks that models and forms of this room share."""

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

SIGNATORIES = ("chair", "minute_taker", "co_signer", "second_co_signer")


def default_signatories() -> list[str]:
    """Chair and minute-taker sign (GO NRW § 52 (1), KrO NRW § 37 (1))."""
    return ["chair", "minute_taker"]


def validate_signatories(value: Any) -> None:
    """Refuse anything but a list of different known roles."""
    if not isinstance(value, list) or not value or len(set(map(str, value))) != len(value):
        raise ValidationError(_("Name each signing role once."))
    unknown = [role for role in value if role not in SIGNATORIES]
    if unknown:
        raise ValidationError(_("Unknown role: %(role)s.") % {"role": unknown[0]})


def validate_codes(value: Any) -> None:
    """Refuse anything but a list of words."""
    if not isinstance(value, list) or not all(isinstance(code, str) and code for code in value):
        raise ValidationError(_('Write a list of words, as in: ["quorum"].'))


def validate_regex(value: str) -> None:
    """Refuse what is no regular expression."""
    try:
        re.compile(value)
    except re.error as error:
        raise ValidationError(_("This is no regular expression: %(error)s.") % {"error": error}) from error


def overlapping(row: Any, others: models.QuerySet[Any]) -> Any | None:
    """The first of `others`, without `row` itself, whose days from start to end meet those of `row`."""
    if row.start is None:
        return None
    meeting = others.exclude(pk=row.pk).filter(Q(end__isnull=True) | Q(end__gte=row.start))
    if row.end is not None:
        meeting = meeting.filter(start__lte=row.end)
    return meeting.first()


def first_duplicate(values: Iterable[Any]) -> Any | None:
    """The first value that comes a second time."""
    seen = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return None
