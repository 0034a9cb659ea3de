"""Room: minutes, the desk. The list of attendance of a whole session: who was invited, was there, or why not."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from committees import agenda, presence, rules
from committees.models import AgendaItem, Attendance, Presence, Session
from committees.numbering import Number
from committees.presence_checks import interval
from committees.wording import Stay, presence_remark, sort_key


@dataclass(frozen=True)
class Line:
    """One person on the list; `remark` says in the words of the record when he or she was there."""

    attendance: Attendance
    stays: tuple[Presence, ...]
    remark: str
    deputy: Attendance | None
    member: Attendance | None

    @property
    def state(self) -> str:
        """present, excused, unexcused, or empty as long as nobody said."""
        if self.attendance.absence:
            return self.attendance.absence
        return "present" if self.stays else ""

    @property
    def is_partial(self) -> bool:
        return any(stay.first_item_id or stay.last_item_id for stay in self.stays)


@dataclass(frozen=True)
class Roster:
    """Everybody on the list of a session, in the order of names, with the session's agenda."""

    session: Session
    lines: tuple[Line, ...]
    numbers: dict[UUID, Number]

    @cached_property
    def attendees(self) -> tuple[rules.Attendee, ...]:
        """The room as the rules see it."""
        return tuple(
            presence.attendee(line.attendance, tuple(interval(stay) for stay in line.stays)) for line in self.lines
        )

    @cached_property
    def quorum(self) -> rules.Quorum:
        """The quorum at the opening."""
        return presence.opening_quorum(self.session, self.attendees)

    @property
    def members(self) -> list[Line]:
        return [line for line in self.lines if line.attendance.capacity == Attendance.Capacity.MEMBER]

    @property
    def others(self) -> list[Line]:
        """Administration, guests and press."""
        order = list(Attendance.Capacity)
        rows = [line for line in self.lines if line.attendance.capacity != Attendance.Capacity.MEMBER]
        return sorted(rows, key=lambda line: order.index(Attendance.Capacity(line.attendance.capacity)))

    def in_state(self, state: str) -> list[Line]:
        return [line for line in self.members if line.state == state]

    @property
    def excused(self) -> list[Line]:
        return self.in_state(Attendance.Absence.EXCUSED)

    @property
    def unexcused(self) -> list[Line]:
        return self.in_state(Attendance.Absence.UNEXCUSED)

    @property
    def unmarked(self) -> list[Line]:
        return self.in_state("")

    @property
    def partial(self) -> list[Line]:
        return [line for line in self.lines if line.is_partial]

    @property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """Members under their factions in the order of these, then those without one."""
        found: dict[tuple[bool, int, str], list[Line]] = defaultdict(list)
        for line in self.members:
            seat = line.attendance.membership
            faction = seat.faction if seat else None
            found[(False, faction.position, faction.name) if faction else (True, 0, _("Without faction"))].append(line)
        return [(key[2], found[key]) for key in sorted(found)]

    def holder(self, duty: str) -> Attendance | None:
        """Who chairs the session, or takes its minutes."""
        return next((line.attendance for line in self.lines if line.attendance.duty == duty), None)

    @property
    def chair(self) -> Attendance | None:
        return self.holder(Attendance.Duty.CHAIR)

    @property
    def minute_taker(self) -> Attendance | None:
        return self.holder(Attendance.Duty.MINUTE_TAKER)


def read(session: Session, items: Iterable[AgendaItem] | None = None) -> Roster:
    """The list of a session; two queries, and one for the agenda unless its `items` are given in their order."""
    agenda_items = list(session.items.order_by("position") if items is None else items)
    by_key = {item.pk: item for item in agenda_items}
    numbers = agenda.numbers(session, agenda_items)
    stays: dict[UUID, list[Presence]] = defaultdict(list)
    for stay in Presence.objects.filter(attendance__session=session).order_by("pk"):
        stay.first_item = by_key.get(stay.first_item_id)
        stay.last_item = by_key.get(stay.last_item_id)
        stays[stay.attendance_id].append(stay)
    people = list(Attendance.objects.filter(session=session).select_related("person", "membership__faction"))
    by_person = {person.pk: person for person in people}
    deputies = {person.substitutes_for_id: person for person in people if person.substitutes_for_id}
    lines = []
    for person in sorted(people, key=lambda person: sort_key(person.person.sort_name)):
        own = tuple(sorted(stays[person.pk], key=lambda stay: interval(stay).first or 0))
        lines.append(
            Line(
                attendance=person,
                stays=own,
                remark=presence_remark([_printed(stay, numbers) for stay in own]),
                deputy=deputies.get(person.pk),
                member=by_person.get(person.substitutes_for_id),
            )
        )
    return Roster(session, tuple(lines), numbers)


def _printed(stay: Presence, numbers: dict[UUID, Number]) -> Stay:
    return Stay(
        first_item=numbers[stay.first_item_id].text if stay.first_item_id else None,
        last_item=numbers[stay.last_item_id].text if stay.last_item_id else None,
        arrived_at=timezone.localtime(stay.arrived_at).time() if stay.arrived_at else None,
    )
