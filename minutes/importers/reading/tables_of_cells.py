"""Tables whose cells stand one below the other, as pages give them that lost their columns. Pure.

An empty cell is lost: what then belongs to whom nobody knows, and only a sum that fits is entered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from minutes.importers.grammar import count_labels
from minutes.importers.grammar.letters import plain
from minutes.importers.reading.rows_of_groups import is_total, kind_of
from minutes.importers.reading.values import Place
from minutes.importers.source import Paragraph

_NUMBER = re.compile(r"\d{1,3}|[-–]")
_MOST_CELLS, _MOST_HEADS = 200, 24


@dataclass(slots=True)
class CellTable:
    """The numbers of a table, and where each of its paragraphs went."""

    places: list[Place] = field(default_factory=list)
    counts: list[tuple[str, int]] = field(default_factory=list)
    by_group: dict[str, dict[str, int]] = field(default_factory=dict)
    # How each member voted: kind and name.
    by_name: list[tuple[str, str]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    # The result that is ticked in it.
    words: str = ""


def cells_below(paragraphs: Sequence[Paragraph], label: int) -> CellTable | None:
    """The table that begins below this paragraph: groups as heads, then rows of yes, no and abstentions."""
    if not any(map(kind_of, _cells(paragraphs, label + 1, _MOST_HEADS))):
        return None
    cells = _cells(paragraphs, label + 1, _MOST_CELLS)
    by_columns = _columns(cells) or _columns_with_gaps(cells)
    if by_columns:
        return by_columns
    rows = next((index for index, cell in enumerate(cells) if kind_of(cell)), 0)
    heads = cells[:rows]
    if any(count_labels.is_choice(head) or count_labels.tick(head) is not None for head in heads):
        return None
    numbers = cells[rows + 1 : rows + 3]
    if rows < 2 or any(_NUMBER.fullmatch(head) or count_labels.with_number(head) for head in heads):
        return None
    if not numbers or not all(map(_NUMBER.fullmatch, numbers)):
        return None
    table = CellTable(["vote"] * rows)
    index = rows
    while index < len(cells):
        stop = index + 1
        while stop < len(cells) and _NUMBER.fullmatch(cells[stop]):
            stop += 1
        if not kind_of(cells[index]) and not is_total(cells[index]):
            break
        _row(table, heads, cells[index], cells[index + 1 : stop])
        index = stop
    return table


def _columns(cells: list[str]) -> CellTable | None:
    """The same table with a row for each group: `Fraktion`, `Ja`, `Nein`, then `ABC`, `5`, `0`."""
    kinds = [kind for kind in map(kind_of, takewhile(kind_of, cells[1:])) if kind]
    if len(kinds) < 2 or len(set(kinds)) != len(kinds) or kind_of(cells[0]):
        return None
    table, width = CellTable(["vote"] * (len(kinds) + 1)), len(kinds) + 1
    for at in range(width, len(cells) - width + 1, width):
        name, numbers = cells[at], cells[at + 1 : at + width]
        if _NUMBER.fullmatch(name) or not all(map(_NUMBER.fullmatch, numbers)):
            break
        row = {kind: int(number) if number.isdigit() else 0 for kind, number in zip(kinds, numbers, strict=True)}
        table.places += ["vote"] * width
        if is_total(name):
            table.counts += list(row.items())
            break
        for kind, number in row.items():
            table.by_group.setdefault(kind, {})[name] = number
    return table if len(table.places) > 2 * width else None


def _columns_with_gaps(cells: list[str]) -> CellTable | None:
    """`Ja`, `Nein`, `Enthaltungen`, then a row for each group, in which empty cells are lost: the row of sums is entered if all others make them."""
    kinds = [kind for kind in map(kind_of, takewhile(kind_of, cells)) if kind]
    total = next((at for at, cell in enumerate(cells) if is_total(cell)), 0)
    sums = cells[total + 1 : total + 1 + len(kinds)]
    rows = cells[len(kinds) : total]
    if len(kinds) < 2 or len(set(kinds)) != len(kinds) or not rows or len(sums) != len(kinds):
        return None
    numbers = [int(cell) for cell in rows if cell.isdigit()]
    if not all(map(str.isdigit, sums)) or _NUMBER.fullmatch(rows[0]) or sum(numbers) != sum(map(int, sums)):
        return None
    unread = [cell for cell in rows if _NUMBER.fullmatch(cell)]
    places: list[Place] = ["vote"] * len(kinds)
    places += ["unread" if _NUMBER.fullmatch(cell) else "vote" for cell in rows]
    places += ["vote"] * (len(kinds) + 1)
    return CellTable(places, list(zip(kinds, map(int, sums), strict=True)), unread=unread)


def _cells(paragraphs: Sequence[Paragraph], start: int, most: int) -> list[str]:
    """The short paragraphs from here on; furniture and sentences end them."""
    found: list[str] = []
    for paragraph in paragraphs[start : start + most]:
        cell = plain(paragraph.text)
        ends = cell.endswith((".", "!", "?", ":")) and not (kind_of(cell) or is_total(cell))
        if paragraph.is_furniture or len(cell) > 40 or ends or "\t" in paragraph.text:
            break
        found.append(cell)
    return found


def _row(table: CellTable, heads: list[str], label: str, numbers: list[str]) -> None:
    """A row: whole, or with a sum at its end that its other numbers make; of anything else nothing is entered."""
    kind, values = kind_of(label), [int(number) if number.isdigit() else 0 for number in numbers]
    has_sum = is_total(heads[-1])
    table.places.append("vote")
    if len(values) == len(heads) and kind and kind not in table.by_group:
        groups = dict(zip(heads, values, strict=True))
        if has_sum:
            table.counts.append((kind, groups.pop(heads[-1])))
        table.by_group[kind] = groups
        table.places += ["vote"] * len(numbers)
    elif kind and has_sum and 2 <= len(values) < len(heads) and values[-1] == sum(values[:-1]):
        table.counts.append((kind, values[-1]))
        table.unread += numbers[:-1]
        table.places += ["unread"] * (len(numbers) - 1)
        table.places.append("vote")
    elif kind and has_sum and len(values) > 2 and _ends_with_sum_of_sums(table, values):
        # The sum of all sums stands below the last.
        table.counts.append((kind, values[-2]))
        table.unread += [*numbers[:-2], numbers[-1]]
        table.places += ["unread"] * (len(numbers) - 2)
        table.places += ["vote", "unread"]
    else:
        table.unread += numbers
        table.places += ["unread"] * len(numbers)


def _ends_with_sum_of_sums(table: CellTable, values: list[int]) -> bool:
    sums = sum(number for _, number in table.counts) + values[-2]
    return values[-2] == sum(values[:-2]) and values[-1] == sums
