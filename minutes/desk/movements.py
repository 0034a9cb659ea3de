"""Room: minutes, the desk. Who comes, leaves or sits in for somebody while an item is treated; and taking that back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from committees import attending, presence
from committees.convening import attendance_of
from committees.models import AgendaItem, Attendance, Membership, Presence, Revision, Session, User
from committees.presence_checks import interval, seat_problems, stay_problems, with_stays
from minutes.desk.attendance_forms import free_seats
from minutes.desk.closed_votes import contradictions
from minutes.desk.room import Room
from votes.models import Vote

_MODEL = Attendance._meta.label_lower


class Act(StrEnum):
    """What somebody does."""

    LEAVES = "leaves"
    COMES = "comes"
    SUBSTITUTES = "substitutes"


@dataclass(frozen=True)
class Movement:
    """What one person can do at an item: `person` stands on the list, or takes the seat of `member` as its deputy."""

    act: Act
    person: Attendance
    member: Attendance | None = None

    @property
    def key(self) -> str:
        """What a form sends: the act, then the attendance, or the deputy's seat and the attendance of the member.

        The act is named, so that a departure that is delivered twice does not bring the person back.
        """
        if self.member is not None:
            return f"{self.act}:{self.person.membership_id}:{self.member.pk}"
        return f"{self.act}:{self.person.pk}"


def possible(room: Room) -> Iterator[Movement]:
    """Everybody in the room may leave, everybody else come; for an absent member his or her deputies."""
    for person in room.attendances:
        yield Movement(Act.LEAVES if room.is_present(person) else Act.COMES, person)
    yield from _substitutions(room)


def known(room: Room, key: str) -> Movement | None:
    """The movement of a key, also if it was done already and is not possible any more; None for a key of nobody."""
    act, _colon, rest = key.partition(":")
    for person in room.attendances:
        if act == Act.SUBSTITUTES and rest == f"{person.membership_id}:{person.substitutes_for_id}":
            return Movement(Act.SUBSTITUTES, person, person.substitutes_for)
        if act in (Act.LEAVES, Act.COMES) and rest == str(person.pk):
            return Movement(Act(act), person)
    return None


def usual_items(item: AgendaItem, room: Room) -> tuple[AgendaItem, AgendaItem]:
    """From which item on somebody is there who comes now, and up to which one somebody who leaves now.

    Who is there when an item is voted on takes part in that vote; before it, an item belongs to those who stay for it.
    """
    was_voted_on = Vote.objects.filter(item=item, closed_at__isnull=False).exists()
    if was_voted_on:
        return room.following or item, item
    return item, room.previous or item


@dataclass(frozen=True)
class Change:
    """A movement with its item and time, checked against the rest of the session.

    `until`: who comes is there only up to this item. `again`: who leaves is back from this item on.
    """

    movement: Movement
    room: Room
    item: AgendaItem
    at: datetime | None
    until: AgendaItem | None = None
    again: AgendaItem | None = None

    @property
    def stays(self) -> list[Presence]:
        """All stretches of the person as they would be, not saved yet."""
        stored = [_copy(stay) for stay in self.room.presences.get(self.movement.person.pk, ())]
        for stay in stored:
            stay.first_item = self._item(stay.first_item_id)
            stay.last_item = self._item(stay.last_item_id)
        if self.movement.act == Act.LEAVES:
            here = next(stay for stay in stored if interval(stay).contains(self.room.item.position))
            back = [Presence(first_item=self.again, last_item=here.last_item)] if self.again else []
            here.last_item, here.left_at = self.item, self.at
            return [*stored, *back]
        return [*stored, Presence(first_item=self.item, arrived_at=self.at, last_item=self.until)]

    @property
    def is_done(self) -> bool:
        """Whether just this stands on the list already: the same form was delivered twice."""
        stays = self.room.presences.get(self.movement.person.pk, ())
        if self.movement.act == Act.LEAVES:
            return any((stay.last_item_id, stay.left_at) == (self.item.pk, self.at) for stay in stays)
        return any((stay.first_item_id, stay.arrived_at) == (self.item.pk, self.at) for stay in stays)

    def problems(self) -> Iterator[tuple[str, str]]:
        """What speaks against it: the field of the form and a sentence."""
        session, person, stays = self.room.item.session, self.movement.person, self.stays
        fields = {"arrived_at": "at", "left_at": "at"}
        for problem in stay_problems(session, stays):
            yield fields.get(problem.field, problem.field), problem.sentence
        before = tuple(self.room.attendees.values())
        intervals = tuple(interval(stay) for stay in stays)
        if self.movement.act == Act.SUBSTITUTES:
            after = (*before, presence.attendee(person, intervals))
            taken = seat_problems(after, {person.pk}, newcomer=person)
        else:
            after = with_stays(before, person.pk, intervals)
            taken = seat_problems(after, {person.pk})
        for sentences in (*taken.values(), *contradictions(session, before, after).values()):
            for sentence in sentences:
                yield "who", sentence

    @transaction.atomic
    def save(self, user: User) -> Attendance:
        """Write it, with what was before, so that it can be taken back."""
        person, stays = self.movement.person, self.stays
        content = _content(person, self.room.presences.get(person.pk, ()))
        if self.movement.act == Act.SUBSTITUTES:
            attending.put_on_list(person, stays)
        else:
            attending.note_stays(person, stays)
        Revision.objects.create(
            session=self.room.item.session,
            model=_MODEL,
            key=person.pk,
            version=person.version,
            content=content,
            made_by=user,
        )
        return person

    def _item(self, key: UUID | None) -> AgendaItem | None:
        return next((item for item in self.room.agenda if item.pk == key), None)


def latest(session: Session) -> tuple[Revision, Attendance] | None:
    """The last movement that nothing was changed on since, and whose it was; None if there is none."""
    revision = Revision.objects.filter(session=session, model=_MODEL).order_by("-made_at", "-pk").first()
    if revision is None:
        return None
    rows = Attendance.objects.filter(pk=revision.key, version=revision.version, session=session)
    person = rows.select_related("person").first()
    return (revision, person) if person else None


@transaction.atomic
def take_back(revision: Revision, person: Attendance) -> None:
    """Put an attendance back as it was before a movement; taken back before, nothing changes.

    Raises ValidationError if closed votes speak against it.
    """
    session = person.session
    content = revision.content
    if not content["is_new"] and content == _content(person, person.presences.order_by("first_item__position", "pk")):
        return
    before = presence.attendees(session)
    stays = [_stay(row, session) for row in content["stays"]]
    after = with_stays(before, person.pk, tuple(interval(stay) for stay in stays))
    found = [sentence for sentences in contradictions(session, before, after).values() for sentence in sentences]
    found += seat_problems(after, {person.pk}).get(person.pk, [])
    if person.version != revision.version:
        found.append(_("The attendance of %(person)s was changed since. Correct it there.") % {"person": person})
    if found:
        raise ValidationError(found)
    if content["is_new"]:
        person.delete()
        return
    attending.note_stays(person, stays)
    if content["absence"]:
        person.absence = content["absence"]
        person.save_version(read_version=person.version, update_fields=["absence"])


def _substitutions(room: Room) -> Iterator[Movement]:
    """Deputies who are not on the list, for members who are away and whose seats nobody takes."""
    session = room.item.session
    taken = {person.substitutes_for_id for person in room.attendances if room.is_present(person)}
    empty = [
        person
        for person in room.away
        if person.pk not in taken and not person.substitutes_for_id and _has_seat(person.membership)
    ]
    seats = [seat for seat in free_seats(session) if seat.function == Membership.Function.DEPUTY] if empty else []
    for seat in seats:
        for member in empty:
            own = member.membership
            is_personal = seat.deputises_for_id is not None
            fits = seat.deputises_for_id == own.pk if is_personal else seat.faction_id == own.faction_id
            if fits and (own.has_vote or not seat.has_vote):
                deputy = attendance_of(session, seat)
                deputy.substitutes_for = member
                yield Movement(Act.SUBSTITUTES, deputy, member)


def _has_seat(seat: Membership | None) -> bool:
    return seat is not None and seat.function != Membership.Function.DEPUTY


def _copy(stay: Presence) -> Presence:
    return Presence(
        first_item_id=stay.first_item_id,
        last_item_id=stay.last_item_id,
        arrived_at=stay.arrived_at,
        left_at=stay.left_at,
    )


def _content(person: Attendance, stays: Iterable[Presence]) -> dict[str, Any]:
    rows = [
        {
            "first_item": _text(stay.first_item_id),
            "last_item": _text(stay.last_item_id),
            "arrived_at": _text(stay.arrived_at and stay.arrived_at.isoformat()),
            "left_at": _text(stay.left_at and stay.left_at.isoformat()),
        }
        for stay in stays
    ]
    return {"absence": person.absence, "is_new": person._state.adding, "stays": rows}


def _text(value: object) -> str:
    return str(value) if value else ""


def _stay(row: dict[str, str], session: Session) -> Presence:
    items = {
        str(item.pk): item for item in session.items.filter(pk__in=filter(None, [row["first_item"], row["last_item"]]))
    }
    return Presence(
        first_item=items.get(row["first_item"]),
        last_item=items.get(row["last_item"]),
        arrived_at=parse_datetime(row["arrived_at"]) if row["arrived_at"] else None,
        left_at=parse_datetime(row["left_at"]) if row["left_at"] else None,
    )
