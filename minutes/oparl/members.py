"""Room: minutes, OParl. Who sits where as OParl tells it: committees, factions, people and their memberships.

Everybody whom a published list of members names is a person; who is named in minutes alone, such as a guest, is none.
"""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from minutes.models import Publication
from minutes.oparl.addresses import path, slug, to, to_page
from minutes.oparl.states import Built, State
from minutes.record.announcements import DirectoryRecord, SeatValue


def faction_path(body: str, name: str) -> str:
    return path("Organization", f"{body}-{slug(name)}")


def committee(body: str, key: object, data: dict[str, Any]) -> Built:
    """A committee; `data` says its names, its members, and what kind of committee it is."""
    found = path("Organization", key)
    return Built(
        "Organization",
        found,
        body,
        {
            "body": to(path("Body", body)),
            "organizationType": "Gremium",
            "meeting": to(f"{found}/meetings"),
            "consultation": to(f"{found}/consultations"),
            **data,
        },
    )


def state_of(record: DirectoryRecord, publication: Publication) -> State:
    """Who sits in a committee: its memberships, and people and factions, which other lists name too."""
    body = record.body.key
    found: State = {}
    paths = []
    for seat in record.seats:
        if not seat.person_id.isdecimal():
            continue
        person = _person(seat, body)
        found[person.path] = person
        if seat.faction:
            faction = _faction(seat.faction, body)
            found[faction.path] = faction
        membership = _membership(seat, record, person.path, found)
        found[membership.path] = membership
        paths.append(to(membership.path))
    page = {"body": body, "committee": record.committee.short_name}
    own = committee(
        body,
        record.committee.id,
        {
            "name": record.committee.name,
            "shortName": record.committee.short_name,
            "membership": paths,
            "web": to_page(reverse("minutes:published-directory", kwargs=page)),
        },
    )
    return {**found, own.path: own}


def merged(states: Iterable[State]) -> State:
    """What several lists say; of the names of a person, that of the newest list, which is the last one."""
    found: State = {}
    for state in states:
        found |= state
    return found


def _person(seat: SeatValue, body: str) -> Built:
    family, _comma, given = seat.name.partition(", ")
    *titles, family = _titled(family)
    data = {
        "body": to(path("Body", body)),
        "name": " ".join(filter(None, (*titles, given, family))),
        "familyName": family,
        "givenName": given,
        "title": titles,
    }
    return Built("Person", path("Person", f"{body}-{seat.person_id}"), body, data)


def _titled(name: str) -> list[str]:
    """Academic titles, which end in a full stop, and the name: Prof. Dr. von der Wende."""
    words = name.split()
    count = 0
    while count < len(words) - 1 and words[count].endswith("."):
        count += 1
    return [*words[:count], " ".join(words[count:])]


def _faction(name: str, body: str) -> Built:
    data = {
        "body": to(path("Body", body)),
        "name": name,
        "organizationType": "Fraktion",
        "classification": "Fraktion",
    }
    return Built("Organization", faction_path(body, name), body, data)


def _membership(seat: SeatValue, record: DirectoryRecord, person: str, taken: State) -> Built:
    body = record.body.key
    key = f"{record.committee.id}-{seat.person_id}-{seat.start:%Y%m%d}"
    number = 1
    while path("Membership", f"{key}-{number}") in taken:
        number += 1
    data = {
        "organization": to(path("Organization", record.committee.id)),
        "role": seat.function,
        "votingRight": seat.has_vote,
        "startDate": seat.start.isoformat(),
        "endDate": seat.end.isoformat() if seat.end else "",
        "onBehalfOf": to(faction_path(body, seat.faction)) if seat.faction else "",
    }
    return Built(
        "Membership",
        path("Membership", f"{key}-{number}"),
        body,
        data,
        parent=person,
        field="membership",
    )
