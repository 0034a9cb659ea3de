"""Room: minutes. Writes the demo county: body, terms, factions, committees, people, seats and papers."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.core.files.base import ContentFile
from django.db.models import Model

from committees import logos
from committees.models import (
    Attachment,
    Body,
    Committee,
    Faction,
    HouseStyle,
    LegislativeTerm,
    Membership,
    Paper,
    Person,
    RuleProfile,
)

from . import county
from .papers import PAPERS
from .people import NEW_NAMES, PEOPLE
from .plans import Seat

Row = TypeVar("Row", bound=Model)


@dataclass
class Directory:
    """The rows that sessions refer to, by the keys of the tables."""

    body: Body
    terms: dict[int, LegislativeTerm] = field(default_factory=dict)
    factions: dict[tuple[int, str], Faction] = field(default_factory=dict)
    committees: dict[str, Committee] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    papers: dict[str, Paper] = field(default_factory=dict)

    def seats(self, committee: str, day: date) -> list[Membership]:
        """Who sits in a committee on a day."""
        rows = Membership.objects.on(day).filter(committee=self.committees[committee])
        return list(rows.select_related("person", "faction"))


def stored(row: Row) -> Row:
    """Save a new row and return it. That each is as valid as a form would want it, a test has checked once."""
    row.save(force_insert=True)
    return row


def write_directory() -> Directory:
    """Everything that exists before the first session."""
    profile, _created = RuleProfile.objects.get_or_create(name=county.PROFILE)
    logo, logo_type = logos.cleaned(county.LOGO.encode())
    stored(HouseStyle(profile=profile, logo=logo, logo_type=logo_type, **county.STYLE))
    directory = Directory(body=stored(Body(profile=profile, **county.BODY)))
    _write_terms(directory)
    _write_committees(directory)
    directory.people = {
        key: stored(
            Person(
                academic_title=who.title,
                first_name=who.first_name,
                last_name=who.last_name,
                gender=who.gender,
                office=who.office,
                detail=who.detail,
                is_staff_member=who.is_staff,
            )
        )
        for key, who in PEOPLE.items()
    }
    for (term, committee), seats in county.SEATS.items():
        _write_seats(directory, term=term, committee=committee, seats=seats)
    directory.papers = {
        number: stored(
            Paper(
                body=directory.body,
                reference=number,
                title=paper.title,
                kind=paper.kind,
                date=paper.day,
                originator=paper.originator,
                is_public=paper.is_public,
            )
        )
        for number, paper in PAPERS.items()
    }
    for paper in directory.papers.values():
        text = f"{paper.reference}\n\n{paper.title}\n\nText der Vorlage.\n"
        file = ContentFile(text.encode(), name=f"{paper.reference}.txt")
        stored(Attachment(paper=paper, title="Vorlage mit Begründung", file=file, is_public=paper.is_public))
    return directory


def rename_people(directory: Directory) -> None:
    """Give those their new name who married since; run it after publishing what was said under the old one."""
    for key, last_name in NEW_NAMES.items():
        person = directory.people[key]
        person.last_name = last_name
        person.save(update_fields=["last_name"])


def _write_terms(directory: Directory) -> None:
    for key, (name, start, end) in county.TERMS.items():
        directory.terms[key] = stored(LegislativeTerm(body=directory.body, name=name, start=start, end=end))
    for term, factions in county.FACTIONS.items():
        for position, (short_name, name) in enumerate(factions.items(), start=1):
            directory.factions[term, short_name] = stored(
                Faction(term=directory.terms[term], name=name, short_name=short_name, position=position)
            )


def _write_committees(directory: Directory) -> None:
    start = min(term.start for term in directory.terms.values())
    for short_name, facts in county.COMMITTEES.items():
        directory.committees[short_name] = stored(
            Committee(**{"body": directory.body, "short_name": short_name, "start": start, **facts})
        )


def _write_seats(directory: Directory, *, term: int, committee: str, seats: tuple[Seat, ...]) -> None:
    written: dict[str, Membership] = {}
    lasts = directory.terms[term]
    for seat in seats:
        written[seat.person] = stored(
            Membership(
                committee=directory.committees[committee],
                person=directory.people[seat.person],
                faction=directory.factions[term, seat.faction] if seat.faction else None,
                kind=seat.kind,
                function=seat.function,
                has_vote=seat.has_vote,
                deputises_for=written[seat.deputises_for] if seat.deputises_for else None,
                start=seat.start or lasts.start,
                end=seat.end or lasts.end,
            )
        )
