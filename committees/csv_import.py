"""Room: committees. Import of people and seats: a dry run does all of it and takes it back."""

import copy
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from . import seats
from .csv_format import FUNCTIONS, GENDERS, KINDS, VOTES, Row, day, name_of
from .csv_values import (
    HEADING_OF,
    PERSON_COLUMNS,
    RowProblem,
    choice,
    day_of,
    is_deputy,
    rank_of,
    same_name,
    sentences,
    shown,
)
from .models import Committee, Faction, Membership, Person, User
from .recording import Before
from .validators import overlapping

_ADVISORY = (Membership.Kind.EXPERT_RESIDENT, Membership.Kind.ADVISORY)

NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs: under which heading, what it was and what it becomes."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row does: to the person, to the seat, or why it can't."""

    line: int
    name: str
    person: str = UNCHANGED
    seat: str = UNCHANGED
    changes: tuple[Change, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What an import does, row by row in the order of the file."""

    outcomes: tuple[Outcome, ...]

    @property
    def failures(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.problems]

    @property
    def effects(self) -> list[Outcome]:
        """The rows that would change something."""
        return [row for row in self.outcomes if not row.problems and {row.person, row.seat} != {UNCHANGED}]

    def count(self, what: str, how: str) -> int:
        """How many rows do `how` (new, changed, unchanged) to `what` (person, seat)."""
        return sum(1 for row in self.outcomes if not row.problems and getattr(row, what) == how)

    @property
    def fingerprint(self) -> str:
        """Equal for two reports exactly if they say the same."""
        text = json.dumps([asdict(outcome) for outcome in self.outcomes], sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


def dry_run(committee: Committee, rows: Iterable[Row]) -> Report:
    """What an import of the rows would do; afterwards the database is as it was."""
    with transaction.atomic():
        report = _Import(committee).run(rows)
        transaction.set_rollback(True)
    return report


def run(committee: Committee, rows: Iterable[Row], *, by: User | None, expected: str = "") -> Report:
    """Import all rows or, if one fails or the report is not the `expected` one (a fingerprint), none.

    Each person and each seat that changed is noted in the audit chain.
    """
    with transaction.atomic():
        before = Before(Person.objects.all(), committee.memberships.select_related("person", "committee"))
        report = _Import(committee).run(rows)
        if report.failures or (expected and report.fingerprint != expected):
            transaction.set_rollback(True)
        else:
            before.note(by=by)
    return report


class _Import:
    """The directory as it stands while rows are taken over."""

    def __init__(self, committee: Committee) -> None:
        self.committee = Committee.objects.select_for_update(of=("self",)).select_related("body").get(pk=committee.pk)
        self.factions = list(Faction.objects.filter(term__body=committee.body_id).select_related("term"))
        self.people = {person.pk: person for person in Person.objects.all()}
        self.seats: list[Membership] = list(
            self.committee.memberships.select_related("person", "faction__term", "deputises_for__person")
        )
        self.said: dict[int, dict[str, tuple[str, int]]] = defaultdict(dict)
        self.claimed: dict[int, int] = {}

    def run(self, rows: Iterable[Row]) -> Report:
        """Deputies after those they replace; known seats first, because their ends make room for new ones."""
        ordered = sorted(rows, key=lambda row: (is_deputy(row), not self._is_known(row), row.line))
        outcomes = [self._take(row) for row in ordered]
        return Report(tuple(sorted(outcomes, key=lambda outcome: outcome.line)))

    def _is_known(self, row: Row) -> bool:
        try:
            person = self._person(row)
            return person is not None and self._stored_seat(row, person, day(row["Von"])) is not None
        except (RowProblem, ValueError):
            return False

    def _take(self, row: Row) -> Outcome:
        try:
            with transaction.atomic():
                known = self._person(row)
                person, person_changes = self._write_person(row, known)
                seat, is_new_seat, seat_changes = self._write_seat(row, person)
        except RowProblem as problem:
            return Outcome(row.line, row.name, problems=tuple(str(sentence) for sentence in problem.args))
        except ValidationError as error:
            return Outcome(row.line, row.name, problems=sentences(error))
        except IntegrityError:
            return Outcome(row.line, row.name, problems=(_("This contradicts what is stored already."),))
        self._remember(row, person, seat, is_new_seat=is_new_seat)
        return Outcome(
            line=row.line,
            name=row.name,
            person=NEW if known is None else CHANGED if person_changes else UNCHANGED,
            seat=NEW if is_new_seat else CHANGED if seat_changes else UNCHANGED,
            changes=(*person_changes, *seat_changes),
        )

    def _remember(self, row: Row, person: Person, seat: Membership, *, is_new_seat: bool) -> None:
        self.people[person.pk] = person
        self.claimed[seat.pk] = row.line
        self.seats = [other for other in self.seats if other.pk != seat.pk] + [seat]
        for heading in PERSON_COLUMNS:
            if row[heading]:
                self.said[person.pk][heading] = (row[heading], row.line)

    # People

    def _person(self, row: Row) -> Person | None:
        """The person whom a row means; None for a new one."""
        if not row["Nachname"]:
            raise RowProblem(_("The last name is missing."))
        if row["Nr."]:
            return self._numbered_person(row)
        namesakes = [person for person in self.people.values() if same_name(person, row)]
        if len(namesakes) > 1:
            sitting = {seat.person_id for seat in self.seats}
            by_mail = [person for person in namesakes if row["E-Mail"] and person.email == row["E-Mail"]]
            namesakes = by_mail or [person for person in namesakes if person.pk in sitting]
            if len(namesakes) != 1:
                raise RowProblem(_("Several people have this name; give the number or the e-mail."))
        return namesakes[0] if namesakes else None

    def _numbered_person(self, row: Row) -> Person:
        person = self.people.get(int(row["Nr."])) if row["Nr."].isdecimal() else None
        if person is None:
            raise RowProblem(_("The directory has nobody with the number %(number)s.") % {"number": row["Nr."]})
        names = {person.last_name.casefold(), person.first_name.casefold()} - {""}
        if not names & {row["Nachname"].casefold(), row["Vorname"].casefold()}:
            sentence = _("Number %(number)s is %(person)s, somebody else by both names.")
            raise RowProblem(sentence % {"number": row["Nr."], "person": person})
        return person

    def _write_person(self, row: Row, known: Person | None) -> tuple[Person, list[Change]]:
        """Save what the row says about a person. Empty cells say nothing."""
        person = copy.copy(known) if known else Person()
        changes = []
        for heading, field in PERSON_COLUMNS.items():
            if not row[heading]:
                continue
            self._refuse_two_voices(row, person, heading)
            value = choice(GENDERS, row, heading) if field == "gender" else row[heading]
            before = getattr(person, field)
            if value != before:
                setattr(person, field, value)
                shown = GENDERS[before] if field == "gender" else before
                changes.append(Change(heading, shown, row[heading]))
        if changes:
            person.full_clean()
            person.save()
        return person, changes

    def _refuse_two_voices(self, row: Row, person: Person, heading: str) -> None:
        said, line = self.said.get(person.pk, {}).get(heading, (row[heading], row.line))
        if said != row[heading]:
            sentence = _("%(heading)s: line %(line)s says “%(said)s” about the same person.")
            raise RowProblem(sentence % {"heading": heading, "line": line, "said": said})

    # Seats

    def _stored_seat(self, row: Row, person: Person, start: date | None) -> Membership | None:
        for seat in self.seats:
            deputises = seat.function == Membership.Function.DEPUTY
            replaced = name_of(seat.deputises_for) if seat.deputises_for else ""
            if (seat.person_id, seat.start, deputises) == (
                person.pk,
                start,
                is_deputy(row),
            ) and replaced.casefold() == row["Vertritt"].casefold():
                return seat
        return None

    def _write_seat(self, row: Row, person: Person) -> tuple[Membership, bool, list[Change]]:
        start, end = day_of(row, "Von"), day_of(row, "Bis")
        if start is None:
            raise RowProblem(_("The first day of the seat is missing."))
        known = self._stored_seat(row, person, start)
        if known and known.pk in self.claimed:
            raise RowProblem(_("Line %(line)s is about the same seat.") % {"line": self.claimed[known.pk]})
        seat = copy.copy(known) if known else Membership(committee=self.committee)
        stored = seats.Stored.of(seat)
        values = self._values(row, known, start, end)
        changes = [
            Change(HEADING_OF[field], shown(getattr(seat, field), field) if known else "", shown(value, field))
            for field, value in values.items()
            if known is None or getattr(seat, field) != value
        ]
        if known and not changes:
            return known, False, []
        seat.person = person
        for field, value in values.items():
            setattr(seat, field, value)
        seat.full_clean()
        problems = [f"{HEADING_OF[field]}: {sentence}" for field, sentence in seats.problems(seat, stored=stored)]
        if problems:
            raise RowProblem(*problems)
        seat.save()
        return seat, known is None, [change for change in changes if known or change.after]

    def _values(self, row: Row, known: Membership | None, start: date, end: date | None) -> dict[str, Any]:
        """What the row says about the seat. A column that the file does not have leaves a stored seat as it is."""
        kind = choice(KINDS, row, "Art") or Membership.Kind.COUNCIL_MEMBER
        has_vote = choice(VOTES, row, "Stimmrecht")
        values = {
            "faction": self._faction(row, known, start, end),
            "kind": kind,
            "function": choice(FUNCTIONS, row, "Funktion") or Membership.Function.MEMBER,
            "has_vote": kind not in _ADVISORY if has_vote is None else has_vote,
            "deputises_for": self._replaced(row, known, start, end),
            "deputy_rank": rank_of(row),
            "start": start,
            "end": end,
        }
        if known is None:
            return values
        return {field: value for field, value in values.items() if HEADING_OF[field] in row.cells}

    def _faction(self, row: Row, known: Membership | None, start: date, end: date | None) -> Faction | None:
        wanted = row["Fraktion"].casefold()
        if not wanted:
            return None

        def is_meant(faction: Faction) -> bool:
            return wanted in (faction.name.casefold(), faction.short_name.casefold())

        if known and known.faction and is_meant(known.faction):
            return known.faction
        named = [faction for faction in self.factions if is_meant(faction)]
        fitting = [row for row in named if row.term.start <= start and (row.term.end is None or row.term.end >= start)]
        if not fitting:
            sentence = _("No faction “%(faction)s” in the term in which the seat begins.")
            raise RowProblem(sentence % {"faction": row["Fraktion"]})
        return fitting[0]

    def _replaced(self, row: Row, known: Membership | None, start: date, end: date | None) -> Membership | None:
        wanted = row["Vertritt"].casefold()
        if not wanted:
            return None
        if known and known.deputises_for:
            return known.deputises_for
        period = Membership(start=start, end=end)
        members = Membership.objects.filter(
            pk__in=[seat.pk for seat in self.seats if name_of(seat).casefold() == wanted]
        ).exclude(function=Membership.Function.DEPUTY)
        found = overlapping(period, members)
        if found is None:
            sentence = _("No member “%(name)s” at this time, for whom the person could stand in.")
            raise RowProblem(sentence % {"name": row["Vertritt"]})
        return found
