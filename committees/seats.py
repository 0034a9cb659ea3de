"""Room: committees. What can't be true about the times of a seat: committee, faction, sessions that name it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.utils.translation import gettext as _

from .models import Attendance, Membership


@dataclass(frozen=True, slots=True)
class Stored:
    """What a seat said when it was read; a new one said nothing."""

    start: date | None = None
    end: date | None = None
    faction: int | None = None

    @classmethod
    def of(cls, seat: Membership) -> Self:
        if seat._state.adding:
            return cls()
        return cls(seat.start, seat.end, seat.faction_id)


def problems(seat: Membership, *, stored: Stored) -> Iterator[tuple[str, str]]:
    """Field and sentence of each new contradiction; what was `stored` that way already, as imported, may stay.

    `seat` comes with its new values and is not saved yet.
    """
    start, end = seat.start, seat.end
    if start is None or (end is not None and end < start):
        return
    committee = seat.committee
    if (start, end) != (stored.start, stored.end):
        if start < committee.start and start != stored.start:
            yield "start", _("The committee exists only since %(day)s.") % {"day": _day(committee.start)}
        if committee.end and (end or start) > committee.end:
            field = "end" if end else "start"
            yield field, _("The committee existed only until %(day)s.") % {"day": _day(committee.end)}
        yield from _sessions_left_out(seat, stored)
    if seat.faction_id and seat.faction_id != stored.faction and not _meet(seat.faction.term, start, end):
        yield "faction", _("This faction belongs to another time: %(term)s.") % {"term": seat.faction.term}


def _sessions_left_out(seat: Membership, stored: Stored) -> Iterator[tuple[str, str]]:
    """Sessions on whose list the seat stands, within its old times and outside of its new ones."""
    if stored.start is None:
        return
    rows = Attendance.objects.filter(membership=seat, session__date__gte=stored.start)
    rows = rows.select_related("session__committee")
    if stored.end:
        rows = rows.filter(session__date__lte=stored.end)
    before = rows.filter(session__date__lt=seat.start).order_by("session__date").first()
    after = rows.filter(session__date__gt=seat.end).order_by("-session__date").first() if seat.end else None
    for field, row in (("start", before), ("end", after)):
        if row:
            names = {"session": row.session.reference, "day": _day(row.session.date)}
            yield field, _("The seat stands on the list of %(session)s on %(day)s and must last then.") % names


def _meet(term: Any, start: date, end: date | None) -> bool:
    return (end is None or term.start <= end) and (term.end is None or start <= term.end)


def _day(value: date) -> str:
    return f"{value:%d.%m.%Y}"
