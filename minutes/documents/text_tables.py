"""Tables in plain text: columns of one width, read row by row and cell by cell in their order."""

import textwrap
from dataclasses import dataclass

Row = tuple[tuple[int, list[str]], ...]
"""For each cell how many columns it spans, and its lines."""

_GAP = 2
_SHORT_RULE = 20
_NARROWEST = 16
"""A column that is wrapped to fewer characters is harder to read than cells below each other."""
_MOST = 34
"""No other column than the widest makes a table wider than this."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table; the first names the columns if it ``has_header``."""

    rows: tuple[Row, ...]
    has_header: bool = False


def laid_out(table: Rows, *, width: int) -> list[str]:
    """The table in columns where it fits, its widest column wrapped; else the cells of each row below each other."""
    columns = _columns(table.rows, width)
    lines: list[str] = []
    for number, row in enumerate(table.rows):
        is_header = table.has_header and number == 0
        lines += _in_columns(row, columns) if columns and _is_even(row) else _below(row, width)
        if is_header:
            lines.append("-" * min(width, sum(columns) + _GAP * (len(columns) - 1) if columns else _SHORT_RULE))
    return [line for line in lines if line.strip()]


def _columns(rows: tuple[Row, ...], width: int) -> list[int]:
    """The characters of each column; nothing where they do not fit side by side."""
    count = max((sum(span for span, _lines in row) for row in rows), default=0)
    natural = [1] * count
    for row in rows:
        at = 0
        for span, lines in row:
            if span == 1:
                natural[at] = max(natural[at], *map(len, lines), 0)
            at += span
    if not count:
        return []
    widest = natural.index(max(natural))
    others = sum(natural) - natural[widest] + _GAP * (count - 1)
    room = width - others
    if room < min(natural[widest], _NARROWEST) or any(size > _MOST for at, size in enumerate(natural) if at != widest):
        return []
    across = max((len(line) for row in rows for span, lines in row if span > 1 for line in lines), default=0)
    natural[widest] = min(room, max(natural[widest], across - others))
    return natural


def _is_even(row: Row) -> bool:
    """Whether at most one cell has several lines, so that the row can be read from left to right."""
    return sum(len(lines) > 1 for _span, lines in row) <= 1


def _in_columns(row: Row, columns: list[int]) -> list[str]:
    """What is after a cell of several lines stands on the last of them: read aloud, the words keep their order."""
    found = [""]
    at = start = 0
    for span, lines in row:
        size = sum(columns[at : at + span]) + _GAP * (span - 1)
        parts = [
            part for line in lines for part in textwrap.wrap(line, size, break_long_words=False, break_on_hyphens=False)
        ] or [""]
        if parts[0] and start and len(found[-1]) >= start:
            found.append("")
        found[-1] = found[-1].ljust(start) + parts[0]
        found += [" " * start + part for part in parts[1:]]
        at += span
        start += size + _GAP
    return [line.rstrip() for line in found]


def _below(row: Row, width: int) -> list[str]:
    found: list[str] = []
    for number, (_span, lines) in enumerate(row):
        indent = "    " if number else ""
        wrapper = textwrap.TextWrapper(
            width,
            initial_indent=indent,
            subsequent_indent=indent or "  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        found += [part for line in lines for part in wrapper.wrap(line)]
    return found
