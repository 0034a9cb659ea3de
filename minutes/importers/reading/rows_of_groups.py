"""Rows of a table of groups, `CDU   9   2   0`, below a head that says what its columns count. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar import boxes, count_labels
from minutes.importers.loading.html import CELL
from minutes.importers.loading.line import WIDE

TOTALS = frozenset("gesamt summe insgesamt zusammen ergebnis gesamtergebnis".split())
_NUMBER = re.compile(r"\d{1,3}|[-–]|")

_ENDS_IN_NUMBER = re.compile(r"(?:^|(?<!ündnis)(?<!ÜNDNIS)\s)(?:\d{1,3}|[-–])$")


def kind_of(head: str) -> str | None:
    """What the column or row of a table counts: `Ja-Stimmen:`; None if it is a group or a sum."""
    kind = count_labels.kind(head)
    return None if kind == "beside" else kind


def is_total(head: str) -> bool:
    """`Gesamt:`"""
    return head.rstrip(" :").casefold() in TOTALS


def columns(text: str) -> list[str]:
    """What each column counts, of the names in the first one nothing; empty if a line is no such head."""
    if boxes.ticked(text) != text:
        # `[X] einstimmig   [ ] mit Mehrheit   Ja ____   Nein ____`: which box is ticked says all.
        return []
    kinds = [kind_of(head) for cell in _cells(text) for head in _heads(cell)]
    if sum(kind is not None for kind in kinds) < 2:
        return []
    return [*([""] if kinds[0] else []), *(kind or "" for kind in kinds)]


def heads(text: str) -> list[str]:
    """What each column counts, if all of them count something: `für   gegen`."""
    kinds = [kind_of(head) for cell in _cells(text) for head in _heads(cell)]
    return [kind for kind in kinds if kind] if len(kinds) > 1 and all(kinds) and len(set(kinds)) == len(kinds) else []


def row(text: str, heads: Sequence[str]) -> tuple[str, dict[str, int]] | None:
    """The name of a row, and its numbers by what they count; None if a line is no row of such a table."""
    cells = _cells(text)
    if CELL in text.strip():
        # On pages cells may be empty, the last ones as well.
        cells = [cell.strip() for cell in text.strip().split(CELL)]
        cells += [""] * (len(heads) - len(cells))
    elif "|" not in text:
        # In a PDF the columns may stand as close as words: the numbers are the last of them.
        words = text.split()
        numbers = words[1 - len(heads) :]
        if len(words) > len(numbers) and all(map(_NUMBER.fullmatch, numbers)):
            cells = [" ".join(words[: -len(numbers)]), *numbers]
    if len(cells) != len(heads) or not any(cells[1:]) or not all(map(_NUMBER.fullmatch, cells[1:])):
        return None
    counted = {
        kind: int(cell) if cell.isdigit() else 0 for kind, cell in zip(heads, cells, strict=True) if kind and cell
    }
    if cells[0].isdigit() and int(cells[0]) >= sum(counted.values()) > 0:
        # `anwesend   Ja   Nein`, and below it `9   7   2`: how many were there, and what all of them voted.
        return "gesamt", counted
    # A number more than there are columns is of none.
    return None if _ENDS_IN_NUMBER.search(cells[0]) else (cells[0].rstrip(":"), counted)


def numbers(text: str, heads: Sequence[str]) -> dict[str, int]:
    """The numbers of a row that has no name, by what they count; nothing if a line is no such row."""
    cells = _cells(text)
    if len(cells) != len(heads) or not all(cell and _NUMBER.fullmatch(cell) for cell in cells):
        return {}
    return {kind: int(cell) if cell.isdigit() else 0 for kind, cell in zip(heads, cells, strict=True) if kind}


def has_gaps(text: str, heads: Sequence[str]) -> bool:
    """`FDP            1`: a row whose empty cells are lost, so that nobody knows which of its columns the numbers are of."""
    name, *numbers = WIDE.split(text.strip())
    is_name = bool(re.match(r"[^\W\d]", name)) and len(name) <= 40 and not name.endswith((".", ":"))
    return (
        is_name
        and 0 < len(numbers) < len(heads) - 1
        and all(number and _NUMBER.fullmatch(number) for number in numbers)
    )


def _heads(cell: str) -> list[str]:
    """The heads of a cell: `Nein Enthaltung` are two that stand close."""
    words = cell.split()
    kinds = list(map(kind_of, words))
    return words if len(words) > 1 and all(kinds) and len(set(kinds)) == len(kinds) else [cell]


def _cells(text: str) -> list[str]:
    line = text.strip()
    return [cell.strip() for cell in (line.strip("|").split("|") if "|" in line else WIDE.split(line))]
