"""Room: minutes, importing. The people of a draft are found in the directory; who is unclear a clerk says."""

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from committees.models import Committee, Faction, Membership, Person
from minutes.importers.grammar.letters import fold
from minutes.importing.texts.names import Name, Names, agrees

NEW = "new"  # a person who is not in the directory any more, or never was: is entered
WRITTEN = "written"  # the name stays as written, and belongs to nobody


@dataclass(frozen=True, slots=True)
class Match:
    """A person that is named, whoever of the directory it is, and who else it may be.

    `choice` is what a clerk decided: the key of a person, `NEW` or `WRITTEN`; empty as long as nobody did.
    `is_recused`: from an item that is not public, and so must not read it.
    """

    name: Name
    person: Person | None
    candidates: tuple[Person, ...] = ()
    choice: str = ""
    is_recused: bool = False

    @property
    def is_choosable(self) -> bool:
        """Guests need not be in the directory; but whoever may not read an item has to be known."""
        return not self.name.is_visitor or bool(self.candidates) or self.is_recused

    @property
    def is_unclear(self) -> bool:
        """Whether somebody has to choose."""
        return self.person is None and not self.choice and self.is_choosable


@dataclass(frozen=True, slots=True)
class Cast:
    """All people of a draft."""

    names: Names
    matches: tuple[Match, ...]
    nameless: tuple[str, ...] = ()
    """Who was recused from what is not public, where the text names an office alone, or nobody."""

    @property
    def unclear(self) -> list[Match]:
        return [match for match in self.matches if match.is_unclear]

    @property
    def unsettled(self) -> list[Match]:
        """Who was recused from what is not public, and is unclear: it cannot be kept from them."""
        return [match for match in self.unclear if match.is_recused]

    def finder(self, made: dict[str, Person] | None = None) -> Callable[[str], str]:
        """The key of who is meant by a name as written, or an empty text. `made`: people entered now, by their name."""
        keys = {match.name.key: str(match.person.pk) for match in self.matches if match.person is not None}
        keys |= {key: str(person.pk) for key, person in (made or {}).items()}

        def find(written: str) -> str:
            name = self.names.of(written)
            return keys.get(name.key, "") if name else ""

        return find


def cast_of(draft: dict[str, Any], committee: Committee, day: datetime.date | None) -> Cast:
    """Who is named in a draft, in three queries."""
    names = Names(draft)
    listed = list(names)
    people = _named(listed)
    directory = _Directory(people, committee, day)
    written = _recused_from_closed(draft)
    recused = {name.key for name in map(names.of, written) if name is not None}
    nameless = tuple(dict.fromkeys(one for one in written if names.of(one) is None))
    matches = []
    for name in listed:
        is_recused = name.key in recused
        candidates = [person for person in people if _fits(name, person)]
        choice = draft["people"].get(name.key, "")
        chosen = next((person for person in people if str(person.pk) == choice), None)
        if choice in (NEW, WRITTEN) or chosen is not None:
            matches.append(Match(name, chosen, tuple(candidates), choice, is_recused))
        else:
            only = _only(name, candidates, directory)
            matches.append(Match(name, only, tuple(candidates), is_recused=is_recused))
    return Cast(names, tuple(matches), nameless)


def _recused_from_closed(draft: dict[str, Any]) -> list[str]:
    """Those who were recused from an item that is not public, as written."""
    return [one for item in draft["items"] if item["public"] is not True for one in item["recused"]]


def _named(names: Iterable[Name]) -> list[Person]:
    wanted = sorted({name.last for name in names})
    return list(Person.objects.filter(last_name__in=wanted).order_by("last_name", "first_name", "pk"))


def _fits(name: Name, person: Person) -> bool:
    is_titled = bool(name.title and person.academic_title)
    return (
        fold(name.last) == fold(person.last_name)
        and agrees(name.first, person.first_name)
        and (not is_titled or fold(name.title) == fold(person.academic_title))
    )


def _only(name: Name, candidates: list[Person], directory: "_Directory") -> Person | None:
    """The one whom the name can mean: with a seat here on that day, else one elsewhere, else of the staff."""
    if name.is_staff:
        return _one([person for person in candidates if person.is_staff_member])
    if name.is_visitor:
        return None
    fitting = [person for person in candidates if directory.agrees(name.party, person)]
    here = [person for person in fitting if directory.sits_here(person)]
    if here:
        return _one(here)
    elsewhere = [person for person in fitting if directory.seats.get(person.pk)]
    return _one(elsewhere or [person for person in candidates if person.is_staff_member])


def _one(people: list[Person]) -> Person | None:
    return people[0] if len(people) == 1 else None


class _Directory:
    """Who of some people had which seats in a body on a day, and the factions of the body."""

    def __init__(self, people: list[Person], committee: Committee, day: datetime.date | None) -> None:
        self.seats: dict[int, list[Membership]] = defaultdict(list)
        self._committee = committee.pk
        self._factions: list[Faction] = []
        if day is None:
            return
        self._factions = list(Faction.objects.filter(term__body=committee.body_id))
        rows = Membership.objects.on(day).filter(person__in=people, committee__body=committee.body_id)
        for row in rows:
            self.seats[row.person_id].append(row)

    def sits_here(self, person: Person) -> bool:
        return any(seat.committee_id == self._committee for seat in self.seats.get(person.pk, ()))

    def agrees(self, party: str, person: Person) -> bool:
        """Whether a text does not name another faction than that of a person; words that name none agree."""
        named = {faction.pk for faction in self._factions if _is_named(faction, fold(party))}
        own = {seat.faction_id for seat in self.seats.get(person.pk, ()) if seat.faction_id}
        return not named or not own or bool(named & own)


def _is_named(faction: Faction, said: str) -> bool:
    short, name = fold(faction.short_name), fold(faction.name)
    return bool(said) and (said == name or said in name or bool(re.search(rf"\b{re.escape(short)}\b", said)))
