"""Room: minutes, the pictures. A roll call by faction: the half circle of seats, and the table beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from minutes import hemicycle

NAMES = {"yes": "Ja", "no": "Nein", "abstain": "Enthaltung", "not_voting": "nicht abgestimmt"}
WITHOUT = "ohne Angabe"
"""Under this heading stands whose faction the record does not tell."""


@dataclass(frozen=True, slots=True)
class Row:
    """A faction with the names of each of the choices of the picture."""

    faction: str
    names: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing; the choices as (sign, name, votes), and a row for each faction with the names of each choice."""

    svg: str
    choices: tuple[tuple[str, str, int], ...]
    rows: tuple[Row, ...]


def draw(ballots: Iterable[tuple[str, str, str]], factions: Mapping[str, str]) -> Picture | None:
    """The picture of ballots (choice, name, id of the person); None of nobody's.

    ``factions``: who belongs to which, in their order. Choices that the record did not know then are left out.
    """
    groups = (*dict.fromkeys(factions.values()), WITHOUT)
    names: dict[str, dict[str, list[str]]] = {group: {} for group in groups}
    for choice, name, person in ballots:
        if choice in NAMES:
            names[factions.get(person, WITHOUT)].setdefault(choice, []).append(name)
    names = {group: found for group, found in names.items() if found}
    if not names:
        return None
    made = {choice for found in names.values() for choice in found}
    choices = [choice for choice in NAMES if choice in made]
    # From left to right faction by faction, those of one choice side by side.
    seats = [choice for found in names.values() for choice in choices for _name in found.get(choice, [])]
    totals = {choice: seats.count(choice) for choice in choices}
    title = f"Namentliche Abstimmung als Halbkreis der Sitze: {_told(totals)}."
    by_faction = "; ".join(
        f"{group}: {_told({choice: len(found[choice]) for choice in choices if choice in found})}"
        for group, found in names.items()
    )
    return Picture(
        svg=hemicycle.draw(seats, title=title, description=by_faction),
        choices=tuple((hemicycle.LOOKS[choice].sign, NAMES[choice], totals[choice]) for choice in choices),
        rows=tuple(
            Row(group, tuple(tuple(found.get(choice, ())) for choice in choices)) for group, found in names.items()
        ),
    )


def _told(totals: Mapping[str, int]) -> str:
    return ", ".join(f"{NAMES[choice]} {count}" for choice, count in totals.items())
