"""Room: minutes, importing. Which session a text tells of: one that was imported before, or a new one."""

import datetime
import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from committees.models import Committee, Session
from minutes.importing import history

_NUMBER = re.compile(r"(?:.*\D)?(?P<number>\d{1,4})\s*/\s*(?P<year>(?:19|20)\d{2})\s*")
_FIRST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class Found:
    """The session of a text, not stored yet where it is new; and what is odd about it, as codes."""

    session: Session
    is_new: bool
    oddities: tuple[str, ...] = ()


def told(draft: dict[str, Any]) -> tuple[int | None, int | None, datetime.date | None]:
    """Number, year and day as the draft has them; None for what it does not say. ``IntA/7/2026`` → 7, 2026."""
    day = day_of(draft)
    written = str(draft["number"]).strip()[:40]
    match = _NUMBER.fullmatch(written)
    if match:
        return int(match["number"]), int(match["year"]), day
    digits = re.search(r"\d+", written)
    return (int(digits.group()) if digits else None), (day.year if day else None), day


def day_of(draft: dict[str, Any]) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(draft["date"])
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None


def find(draft: dict[str, Any], committee: Committee) -> Found:
    """The session that the draft tells of. Raises ValidationError, by field, for what is not said."""
    number, year, day = told(draft)
    rows = Session.objects.filter(committee=committee).select_related("committee__body__profile")
    if number is None:
        return _by_day(rows, day)
    if year is None:
        raise ValidationError({"date": _("The text does not say when the session was; enter the day.")})
    if not 0 < number <= 9_999:
        raise ValidationError({"number": _("This is no number of a session.")})
    session = rows.filter(number=number, year=year).first()
    if session is not None:
        if day is not None and day != session.date:
            raise ValidationError(
                {
                    "date": _("%(session)s was on %(known)s, the text says %(told)s.")
                    % {"session": session, "known": f"{session.date:%d.%m.%Y}", "told": f"{day:%d.%m.%Y}"}
                }
            )
        return _existing(session)
    if day is None:
        raise ValidationError({"date": _("The text does not say when the session was; enter the day.")})
    oddities = ("another_session_that_day",) if rows.filter(date=day).exists() else ()
    seats = committee.seats or 1
    session = Session(committee=committee, number=number, year=year, date=day, seats=_seats(draft) or seats)
    return Found(session, True, oddities)


def _by_day(rows: Any, day: datetime.date | None) -> Found:
    if day is None:
        raise ValidationError({"number": _("The text names neither number nor day of the session; enter them.")})
    found = list(rows.filter(date=day)[:2])
    if len(found) == 1:
        return _existing(found[0])
    if found:
        raise ValidationError({"number": _("There are several sessions on that day; enter the number.")})
    raise ValidationError(
        {"number": _("The text gives no number of the session, and none is known on that day; enter it.")}
    )


def _existing(session: Session) -> Found:
    reason = history.recorded_here(session) or history.of_other_source(session, "text")
    if reason:
        raise ValidationError({"number": reason})
    return Found(session, False)


def _seats(draft: dict[str, Any]) -> int | None:
    """How many seats the head of the text gives."""
    for row in draft["fields"]:
        if "mitgliederzahl" in row["label"].casefold() and (match := re.match(r"\d{1,3}", row["value"])):
            return int(match.group()) or None
    return None
