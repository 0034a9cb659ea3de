"""The cast: a small county with one committee, its people and a session, for tests to vary."""

import datetime
from dataclasses import dataclass, field

from committees.models import (
    AgendaItem,
    Attendance,
    Body,
    Committee,
    Faction,
    LegislativeTerm,
    Membership,
    Person,
    Presence,
    RuleProfile,
    Session,
    User,
)

DAY = datetime.date(2026, 3, 11)
TERM_START = datetime.date(2025, 11, 1)


@dataclass
class County:
    """A body with a term, a faction and a committee of nine seats."""

    body: Body
    term: LegislativeTerm
    faction: Faction
    committee: Committee


@dataclass
class Room:
    """A session with items and people by last name."""

    session: Session
    items: list[AgendaItem]
    people: dict[str, Attendance] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Attendance:
        return self.people[name]


def county(key: str = "lkm") -> County:
    profile, _created = RuleProfile.objects.get_or_create(name="NRW")
    body = Body.objects.create(key=key, name="Kreis Musterland", office="Der Landrat", profile=profile)
    term = LegislativeTerm.objects.create(body=body, name="2025–2030", start=TERM_START)
    faction = Faction.objects.create(term=term, name="ABC-Kreistagsfraktion", short_name="ABC")
    committee = Committee.objects.create(
        body=body, name="Integrationsausschuss", short_name="IntA", seats=9, start=TERM_START
    )
    return County(body, term, faction, committee)


def member(place: County, name: str, **fields) -> Membership:
    """A new person with a seat since the beginning of the term."""
    person = Person.objects.create(first_name="Kim", last_name=name)
    values = {"committee": place.committee, "faction": place.faction, "start": TERM_START, **fields}
    return Membership.objects.create(person=person, **values)


def session(place: County, *, items: int = 3, members: tuple[str, ...] = (), **fields) -> Room:
    """A session with public items, and members who are there all the time."""
    values = {"number": 1, "year": DAY.year, "date": DAY, "seats": place.committee.seats, **fields}
    row = Session.objects.create(committee=place.committee, **values)
    agenda = [
        AgendaItem.objects.create(session=row, position=number, title=f"Punkt {number}", is_public=True)
        for number in range(1, items + 1)
    ]
    room = Room(row, agenda)
    for name in members:
        attend(room, member(place, name))
    return room


def attend(room: Room, membership: Membership, *, present: bool = True, **fields) -> Attendance:
    """Put a member on the list of a session, there from beginning to end unless `present` is False."""
    values = {"role": "Ktabg.", "membership": membership, "person": membership.person, **fields}
    attendance = Attendance.objects.create(session=room.session, **values)
    if present:
        Presence.objects.create(attendance=attendance)
    room.people[membership.person.last_name] = attendance
    return attendance


def user(role: str, *committees: Committee, person: Person | None = None) -> User:
    """Somebody who logs in: the clerk, the chair, the councillor, the reader, the administrator."""
    suffix = f"-{person.pk}" if person else ""
    account = User.objects.create_user(f"{role}{suffix}@example.org", "geheim-genug-1", role=role, person=person)
    account.committees.set(committees)
    return account
