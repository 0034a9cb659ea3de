"""Checks that models and forms of this room share."""

import math
import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from committees import colours, own_wording

SIGNATORIES = ("chair", "minute_taker", "co_signer", "second_co_signer")
LONGEST_LINE = 90
"""Characters of a line of a letterhead."""


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


def validate_accent(value: str) -> None:
    """Refuse what is no colour, or too light to be read on paper; propose the nearest that can be."""
    if not colours.is_colour(value):
        raise ValidationError(_("Write the colour as # and six digits from 0 to f: #1f4e79."))
    if not colours.is_readable(value):
        ratio = number_format(math.floor(colours.contrast(value) * 100) / 100, decimal_pos=2)
        raise ValidationError(
            _("%(colour)s has a contrast of %(ratio)s to 1 on white; 4.5 to 1 are needed. Possible is: %(proposal)s."),
            params={"colour": value, "ratio": ratio, "proposal": colours.readable(value)},
        )


def validate_sender(value: str) -> None:
    """Refuse more lines below the name of the body than a letterhead holds."""
    _refuse_too_many_lines(value, most=8)


def validate_footer(value: str) -> None:
    """Refuse more lines than the foot of a letter holds."""
    _refuse_too_many_lines(value, most=4)


def validate_opening_wording(value: str) -> None:
    """Refuse placeholders that mean nothing in an opening."""
    _refuse_unknown_placeholders(value, own_wording.OPENING_PLACEHOLDERS)


def validate_closing_wording(value: str) -> None:
    """Refuse placeholders that mean nothing at the end of a session."""
    _refuse_unknown_placeholders(value, own_wording.CLOSING_PLACEHOLDERS)


def _refuse_too_many_lines(value: str, *, most: int) -> None:
    lines = value.splitlines()
    if len(lines) > most:
        raise ValidationError(_("At most %(most)s lines fit here."), params={"most": most})
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise ValidationError(
                _("Line %(number)s has %(length)s characters; at most %(longest)s fit."),
                params={"number": number, "length": len(line), "longest": LONGEST_LINE},
            )


def _refuse_unknown_placeholders(value: str, known: tuple[str, ...]) -> None:
    unknown = own_wording.unknown_placeholders(value, known)
    if unknown:
        raise ValidationError(
            _("No such placeholder: {%(name)s}. Possible are: %(known)s."),
            params={"name": unknown[0], "known": own_wording.listed(known)},
        )
