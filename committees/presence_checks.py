"""Room: committees. What can't be true about who was there: one person's stays, deputies, duties, times of a session.

Forms ask before they save; the sentences name the conflict in the reader's language.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from . import agenda, rules
from .models import AgendaItem, Attendance, Presence, Session


class StayProblem(NamedTuple):
    """What is wrong with one of several stays: its place in the list, the field to correct, a sentence."""

    row: int
    field: str
    sentence: str


def interval(stay: Presence) -> rules.Interval:
    """A stay in positions of the agenda."""
    return rules.Interval(
        first=stay.first_item.position if stay.first_item else None,
        last=stay.last_item.position if stay.last_item else None,
    )


def first_item_after(session: Session, arrived_at: datetime) -> AgendaItem | None:
    """The first item called at or after an arrival, if the times of the items are known."""
    return session.items.filter(started_at__gte=arrived_at).order_by("position").first()


def stay_problems(session: Session, stays: Sequence[Presence]) -> list[StayProblem]:
    """What contradicts itself in one person's stays, in the order given (rule A2 of the domain: times in order)."""
    items = list(session.items.order_by("position"))
    numbers = {key: number.label for key, number in agenda.numbers(session, items).items()}
    found: list[StayProblem] = []
    for row, stay in enumerate(stays):
        if interval(stay).is_backwards:
            found.append(StayProblem(row, "last_item", _("The last item comes before the first one.")))
        if stay.arrived_at and stay.left_at and stay.left_at <= stay.arrived_at:
            sentence = _("Leaves at %(left)s, but arrives only at %(arrived)s.")
            values = {"left": clock(stay.left_at), "arrived": clock(stay.arrived_at)}
            found.append(StayProblem(row, "left_at", sentence % values))
        for field in ("arrived_at", "left_at"):
            sentence = outside(session, getattr(stay, field))
            if sentence:
                found.append(StayProblem(row, field, sentence))
        found += [StayProblem(row, field, text) for field, text in _against_items(stay, items, numbers)]
    return found + _between_stays(stays)


def outside(session: Session, moment: datetime | None) -> str:
    """The sentence for a time before the beginning or after the end of the session; empty if it lies inside."""
    if moment and session.opened_at and moment < session.opened_at:
        return _("The session begins only at %(time)s.") % {"time": clock(session.opened_at)}
    if moment and session.closed_at and moment > session.closed_at:
        return _("The session has ended at %(time)s.") % {"time": clock(session.closed_at)}
    return ""


def seat_problems(
    people: Iterable[rules.Attendee], concerned: Collection[UUID], *, newcomer: Attendance | None = None
) -> dict[UUID, list[str]]:
    """Whose seat would be taken twice, by the keys of those concerned (rule A1: a seat votes once).

    `newcomer`: somebody among the people who is not stored yet.
    """
    problems = [
        problem
        for problem in rules.deputy_conflicts(people)
        if {problem.params["deputy"], problem.params["member"], problem.params.get("other")} & set(concerned)
    ]
    keys = {value for problem in problems for value in problem.params.values()}
    names: dict[object, Attendance] = dict(Attendance.objects.select_related("person").in_bulk(list(keys)))
    if newcomer:
        names[newcomer.pk] = newcomer
    if not problems:
        return {}
    found: dict[UUID, list[str]] = {}
    for problem in problems:
        values = {name: names[key] for name, key in problem.params.items()}
        if problem.code == "deputy_beside_member":
            sentence = _("%(deputy)s substitutes for %(member)s, but both would be there at the same time.") % values
        else:
            sentence = _("%(deputy)s and %(other)s would substitute for %(member)s at the same time.") % values
        for key in set(problem.params.values()) & set(concerned):
            found.setdefault(key, []).append(sentence)  # type: ignore[call-overload]  # keys of attendees are theirs
    return found


def with_stays(
    people: Iterable[rules.Attendee], key: UUID, intervals: Iterable[rules.Interval]
) -> tuple[rules.Attendee, ...]:
    """The room, had one person these stays."""
    stays = tuple(intervals)
    return tuple(replace(person, intervals=stays) if person.key == key else person for person in people)


def holder_of_duty(attendance: Attendance, duty: str) -> Attendance | None:
    """Who else has a duty that only one person can have."""
    if not duty:
        return None
    others = Attendance.objects.filter(session=attendance.session, duty=duty).exclude(pk=attendance.pk)
    return others.select_related("person").first()


def stays_outside(session: Session) -> tuple[str, str]:
    """What lies before the beginning, and what after the end, as sentences: people, items called; empty if nothing."""
    rows = Presence.objects.filter(attendance__session=session).select_related("attendance__person")
    moments = [(moment, stay.attendance) for stay in rows for moment in (stay.arrived_at, stay.left_at) if moment]
    sentence = _("%(person)s came or left at %(time)s.")
    early, late = "", ""
    for moment, person in moments:
        if session.opened_at and moment < session.opened_at:
            early = early or sentence % {"person": person, "time": clock(moment)}
        if session.closed_at and moment > session.closed_at:
            late = late or sentence % {"person": person, "time": clock(moment)}
    called = session.items.filter(started_at__isnull=False).order_by("started_at")
    first, last = called.first(), called.last()
    if first and session.opened_at and first.started_at < session.opened_at:
        early = early or _("%(item)s was called already at %(time)s.") % _calling(first)
    if last and session.closed_at and last.started_at > session.closed_at:
        late = late or _("%(item)s was called only at %(time)s.") % _calling(last)
    return early, late


def order_problem(session: Session) -> str:
    """What the order of the agenda makes of the stays, as a sentence: somebody leaving before coming; empty if fine."""
    stays: dict[Attendance, list[Presence]] = {}
    rows = Presence.objects.filter(attendance__session=session)
    for stay in rows.select_related("attendance__person", "first_item", "last_item"):
        stays.setdefault(stay.attendance, []).append(stay)
    for attendance, own in stays.items():
        if rules.interval_conflicts([interval(stay) for stay in own]):
            return _("In this order, %(person)s would leave before coming. Correct the attendance first.") % {
                "person": attendance
            }
    return ""


def clock(moment: datetime | None) -> str:
    """16:52 Uhr, in the time zone of the body."""
    return _("%(time)s h") % {"time": f"{timezone.localtime(moment):%H:%M}"} if moment else ""


def _calling(item: AgendaItem) -> dict[str, str]:
    return {"item": agenda.numbers(item.session)[item.pk].label, "time": clock(item.started_at)}


def _against_items(stay: Presence, items: Sequence[AgendaItem], numbers: dict[UUID, str]) -> Iterable[tuple[str, str]]:
    """Arrivals and departures against the times at which the items were called.

    Whoever arrives in the middle of an item is there from that item on, so only later ones can contradict.
    """
    stretch = interval(stay)
    for item in items:
        called = item.started_at
        is_attended = stretch.first is None or item.position > stretch.first
        if called and stay.arrived_at and is_attended and called < stay.arrived_at:
            values = {"item": numbers[item.pk], "time": clock(called)}
            yield "arrived_at", _("%(item)s was called already at %(time)s.") % values
            break
    for item in items:
        called = item.started_at
        is_attended = stretch.last is None or item.position <= stretch.last
        if called and stay.left_at and is_attended and called > stay.left_at:
            values = {"item": numbers[item.pk], "time": clock(called)}
            yield "left_at", _("%(item)s was called only at %(time)s.") % values
            break


def _between_stays(stays: Sequence[Presence]) -> list[StayProblem]:
    found = []
    order = sorted(range(len(stays)), key=lambda row: interval(stays[row]).first or 0)
    for earlier, later in pairwise(order):
        a, b = stays[earlier], stays[later]
        if interval(a).overlaps(interval(b)):
            found.append(StayProblem(later, "first_item", _("This overlaps the stay before it.")))
        elif a.left_at and b.arrived_at and b.arrived_at < a.left_at:
            values = {"arrived": clock(b.arrived_at), "left": clock(a.left_at)}
            sentence = _("Comes back at %(arrived)s, but leaves only at %(left)s.") % values
            found.append(StayProblem(later, "arrived_at", sentence))
    return found
