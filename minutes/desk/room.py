"""Room: minutes, the desk. Who is in the room at an agenda item: present, entitled to vote, biased."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils import timezone

from committees import agenda, presence, rules
from committees.models import AgendaItem, Attendance, Presence, Recusal
from committees.numbering import Number
from committees.wording import Stay, presence_remark, sort_key
from minutes.record.facts import Facts


@dataclass(frozen=True)
class Room:
    """The people of a session as they stand at one item, in the order of their names, and the agenda around it."""

    item: AgendaItem
    agenda: tuple[AgendaItem, ...]
    attendances: tuple[Attendance, ...]
    presences: Mapping[Any, list[Presence]]
    recusals: dict[UUID, Recusal]

    @cached_property
    def numbers(self) -> dict[UUID, Number]:
        """The numbers of all items of the session, by key."""
        return agenda.numbers(self.item.session, self.agenda)

    @property
    def number(self) -> Number:
        return self.numbers[self.item.pk]

    @property
    def numbered(self) -> list[tuple[AgendaItem, Number]]:
        """The agenda with its numbers."""
        return [(item, self.numbers[item.pk]) for item in self.agenda]

    @property
    def previous(self) -> AgendaItem | None:
        place = self._place
        return self.agenda[place - 1] if place else None

    @property
    def following(self) -> AgendaItem | None:
        place = self._place + 1
        return self.agenda[place] if place < len(self.agenda) else None

    @cached_property
    def attendees(self) -> dict[Hashable, rules.Attendee]:
        """The people as the rules see them."""
        positions = {item.pk: item.position for item in self.agenda}

        def interval(stay: Presence) -> rules.Interval:
            return rules.Interval(positions.get(stay.first_item_id), positions.get(stay.last_item_id))

        return {
            person.pk: presence.attendee(person, tuple(interval(stay) for stay in self.presences.get(person.pk, ())))
            for person in self.attendances
        }

    @cached_property
    def eligible(self) -> list[Attendance]:
        """Who may vote at this item: present, with a vote, not biased."""
        keys = {who.key for who in rules.eligible_voters(self.attendees.values(), self.item.position, self.recusals)}
        return [person for person in self.attendances if person.pk in keys]

    @cached_property
    def excluded(self) -> list[Attendance]:
        """Who would vote at this item but for his or her bias."""
        present = rules.present_voters(self.attendees.values(), self.item.position)
        keys = {who.key for who in present} & self.recusals.keys()
        return [person for person in self.attendances if person.pk in keys]

    @property
    def biased(self) -> list[tuple[Attendance, Recusal]]:
        """Everybody biased at this item, with or without a vote."""
        return [(person, self.recusals[person.pk]) for person in self.attendances if person.pk in self.recusals]

    @property
    def away(self) -> list[Attendance]:
        """Members who are not there at this item."""
        members = (person for person in self.attendances if person.capacity == Attendance.Capacity.MEMBER)
        return [person for person in members if not self.is_present(person)]

    def is_present(self, person: Attendance) -> bool:
        return self.attendees[person.pk].is_present(self.item.position)

    def remark(self, person: Attendance) -> str:
        """Why somebody isn't there all the time: "ab TOP 3 (16:52 Uhr)", "entschuldigt"; else empty."""
        if person.absence:
            return str(person.get_absence_display())
        return presence_remark([self._stay(stay) for stay in self.presences.get(person.pk, ())])

    @property
    def _place(self) -> int:
        return next(place for place, item in enumerate(self.agenda) if item.pk == self.item.pk)

    def _stay(self, stay: Presence) -> Stay:
        return Stay(
            first_item=self.numbers[stay.first_item_id].text if stay.first_item_id else None,
            last_item=self.numbers[stay.last_item_id].text if stay.last_item_id else None,
            arrived_at=timezone.localtime(stay.arrived_at).time() if stay.arrived_at else None,
        )


def read(item: AgendaItem) -> Room:
    """The room at an item; four queries. `item` comes with its session, committee, body and profile."""
    people = Attendance.objects.filter(session=item.session_id).select_related("person", "membership__faction")
    stays: dict[UUID, list[Presence]] = defaultdict(list)
    for stay in Presence.objects.filter(attendance__session=item.session_id).order_by("first_item__position", "pk"):
        stays[stay.attendance_id].append(stay)
    return Room(
        item=item,
        agenda=tuple(AgendaItem.objects.filter(session=item.session_id).order_by("position")),
        attendances=_by_name(people),
        presences=dict(stays),
        recusals={recusal.attendance_id: recusal for recusal in Recusal.objects.filter(item=item)},
    )


def of_facts(facts: Facts, item: AgendaItem) -> Room:
    """The room at an item out of facts that were read for the whole session."""
    return Room(
        item=item,
        agenda=facts.items,
        attendances=_by_name(facts.attendances.values()),
        presences=facts.presences,
        recusals={recusal.attendance_id: recusal for recusal in facts.recusals.get(item.pk, ())},
    )


def by_faction(people: list[Attendance]) -> dict[str, list[Attendance]]:
    """People under the names of their factions, in the order of the factions; without faction last, under ""."""
    groups: dict[tuple[bool, int, str], list[Attendance]] = defaultdict(list)
    for person in people:
        faction = person.membership.faction if person.membership else None
        key = (False, faction.position, faction.name) if faction else (True, 0, "")
        groups[key].append(person)
    return {name: groups[is_last, position, name] for is_last, position, name in sorted(groups)}


def _by_name(people: Iterable[Attendance]) -> tuple[Attendance, ...]:
    return tuple(sorted(people, key=lambda person: sort_key(person.person.sort_name)))
