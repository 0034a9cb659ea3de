"""Who voted how in a roll call of many: by faction, as a table and as a drawing."""

import re
from collections.abc import Iterator, Mapping

from minutes import hemicycle
from minutes.documents.tree import Block, Figure, Table, cell
from minutes.record.values import AttendanceRow, SessionRecord, VoteRecord

COMPACT_FROM = 13
"""So many votes are easier to read in a table by faction than in a line of names."""

COLUMNS = {"yes": "Ja", "no": "Nein", "abstain": "Enthaltung", "not_voting": "nicht abgestimmt"}
_FACTION_WIDTH, _NAMES_WIDTH, _NAME_WIDTH = 34, 107, 20
_CHAIR = "Vorsitz"
_WITHOUT = "ohne Angabe"


def factions(record: SessionRecord) -> dict[str, str]:
    """The faction of each person by the person's id: the heading in the attendance list.

    Whoever chairs stands there under "Vorsitz", with the short name of the faction in brackets.
    """
    headings = [group.heading for group in record.attendance if group.heading != _CHAIR]
    found = {}
    for group in record.attendance:
        for row in group.rows:
            if row.person_id:
                found[row.person_id] = _of_chair(row, headings) if group.heading == _CHAIR else group.heading
    # In the order of the list, which begins with the chair.
    order = {heading: place for place, heading in enumerate((_CHAIR, *headings))}
    return dict(sorted(found.items(), key=lambda pair: order[pair[1]]))


def _of_chair(row: AttendanceRow, headings: list[str]) -> str:
    short = row.note.strip("()") or row.name.rpartition("(")[2].rstrip(")")
    if not short or short == row.name:
        return _CHAIR
    word = re.compile(rf"(?<!\w){re.escape(short)}(?!\w)")
    return next((heading for heading in headings if word.search(heading)), _CHAIR)


def is_large(vote: VoteRecord) -> bool:
    """Whether a roll call is printed by faction instead of in lines of names."""
    return sum(len(line.voters) for line in vote.ballots) >= COMPACT_FROM


def by_faction(vote: VoteRecord, groups: Mapping[str, str]) -> Iterator[Block]:
    """The roll call as a drawing and as a table: a row for each faction, a column for each choice that was made."""
    names: dict[str, dict[str, list[str]]] = {}
    for group in (*dict.fromkeys(groups.values()), _WITHOUT):
        names[group] = {}
    for line in vote.ballots:
        for voter in line.voters:
            faction = groups.get(voter.person_id, _WITHOUT)
            names[faction].setdefault(line.choice, []).append(voter.name)
    names = {group: choices for group, choices in names.items() if choices}
    made = {line.choice for line in vote.ballots}
    columns = [choice for choice in COLUMNS if choice in made or choice != "not_voting"]
    yield _drawing(names, columns)
    yield Table(
        rows=(
            *(
                (cell(group), *(cell(", ".join(choices.get(choice, [])) or "–") for choice in columns))
                for group, choices in names.items()
            ),
            (cell("Zusammen"), *(cell(str(_total(names, choice))) for choice in columns)),
        ),
        header=(
            cell("Fraktion"),
            *(cell(f"{hemicycle.LOOKS[choice].sign} {COLUMNS[choice]}", choice) for choice in columns),
        ),
        widths=(_FACTION_WIDTH, *_widths(names, columns)),
        role="roll-call",
        heads_rows=True,
    )


def _widths(names: Mapping[str, Mapping[str, list[str]]], columns: list[str]) -> list[float]:
    """The columns share the width by how much stands in them, so that the table is short; each has room for a name."""
    longest = [max(len(", ".join(choices.get(choice, []))) for choices in names.values()) for choice in columns]
    shared = _NAMES_WIDTH - _NAME_WIDTH * len(columns)
    return [round(_NAME_WIDTH + shared * length / max(sum(longest), 1), 1) for length in longest]


def _total(names: Mapping[str, Mapping[str, list[str]]], choice: str) -> int:
    return sum(len(choices.get(choice, [])) for choices in names.values())


def _drawing(names: Mapping[str, Mapping[str, list[str]]], columns: list[str]) -> Figure:
    """Seats from left to right, faction by faction, those of one choice side by side."""
    seats = [choice for choices in names.values() for choice in columns for _name in choices.get(choice, [])]
    counts = ", ".join(f"{COLUMNS[choice]} {_total(names, choice)}" for choice in columns)
    by_group = "; ".join(
        f"{group}: " + ", ".join(f"{COLUMNS[choice]} {len(choices[choice])}" for choice in columns if choice in choices)
        for group, choices in names.items()
    )
    text = f"Namentliche Abstimmung als Halbkreis der Sitze: {counts}."
    return Figure(hemicycle.draw(seats, title=text, description=by_group), text, "hemicycle")
