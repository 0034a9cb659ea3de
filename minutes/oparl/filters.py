"""Room: minutes, OParl. What the query string of a list asks for. Clients write dates in every way; rubbish is refused.

A moment is compared by the second, which is what objects show of theirs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.http import urlencode

LARGEST = 100
_MOMENTS = ("created_since", "created_until", "modified_since", "modified_until")
_YES = ("true", "1")
_NO = ("", "false", "0")
_KEY = re.compile(r"[\w.-]{1,150}")
# A plus that was not encoded arrives as a blank.
_BLANK_OFFSET = re.compile(r"(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?) (\d\d:?\d\d)$")


class BadQuery(ValueError):
    """A parameter says what nobody can understand; the message is a sentence."""


@dataclass(frozen=True)
class Question:
    """What is asked of a list, in order."""

    moments: Mapping[str, datetime]
    written: Mapping[str, str]
    limit: int = LARGEST
    after: str = ""
    before: str = ""
    omits_internal: bool = False

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Question":
        """Raises BadQuery."""
        written = {name: query[name].strip() for name in _MOMENTS if query.get(name, "").strip()}
        after, before = _key(query, "after"), _key(query, "before")
        if after and before:
            raise BadQuery("Give either after or before, not both.")
        return cls(
            moments={name: _moment(name, text) for name, text in written.items()},
            written=written,
            limit=_limit(query.get("limit", "")),
            after=after,
            before=before,
            omits_internal=omits_internal(query),
        )

    @property
    def asks_for_deleted(self) -> bool:
        """Deleted objects are told of to those who ask what has changed since, and to nobody else."""
        return "modified_since" in self.moments

    @property
    def where(self) -> Q:
        """The condition on rows."""
        signs = {"since": "gte", "until": "lte"}
        found = Q() if self.asks_for_deleted else Q(is_deleted=False)
        for name, moment in self.moments.items():
            field, _line, side = name.partition("_")
            found &= Q(**{f"{field}__{signs[side]}": moment})
        return found

    def query_string(self, **place: str) -> str:
        """All that was asked in one order, at another place of the list."""
        asked = dict(self.written)
        if self.limit != LARGEST:
            asked["limit"] = str(self.limit)
        if self.omits_internal:
            asked["omit_internal"] = "true"
        asked |= {name: value for name, value in place.items() if value}
        return f"?{urlencode(asked)}" if asked else ""


def omits_internal(query: Mapping[str, str]) -> bool:
    """Whether embedded lists are left out. Raises BadQuery."""
    text = query.get("omit_internal", "").strip().lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise BadQuery("omit_internal is true or false.")


def _limit(text: str) -> int:
    if not text.strip():
        return LARGEST
    # What is longer than any sensible number is as good as the largest one.
    if not re.fullmatch(r"[0-9]+", text.strip()) or not text.strip().strip("0"):
        raise BadQuery("limit is a whole number of at least 1.")
    digits = text.strip().lstrip("0")
    return LARGEST if len(digits) > 4 else min(int(digits), LARGEST)


def _key(query: Mapping[str, str], name: str) -> str:
    text = query.get(name, "")
    if text and not _KEY.fullmatch(text):
        raise BadQuery(f"{name} is the end of the address of an object, as the links of a list give it.")
    return text


def _moment(name: str, text: str) -> datetime:
    try:
        found = _parsed(_BLANK_OFFSET.sub(r"\1+\2", text))
        if found is not None:
            return found.replace(microsecond=0)
    except (ValueError, OverflowError):
        pass
    raise BadQuery(f"{name} is a date or a moment, as 2026-06-16 or 2026-06-16T16:30:00+02:00.")


def _parsed(text: str) -> datetime | None:
    if len(text) > 40:
        return None
    day = parse_date(text)
    found = datetime.combine(day, time()) if day else parse_datetime(text)
    if found is None:
        return None
    found = timezone.make_aware(found) if timezone.is_naive(found) else found
    # Near the ends of the calendar there is no such moment in other time zones.
    return found.astimezone(timezone.get_default_timezone()) if 2 <= found.year <= 9998 else None
