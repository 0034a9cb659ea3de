"""Room: minutes, tables. A table as a file, in pieces: CSV as German spreadsheets want it, or XLSX."""

import csv
import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from committees.csv_format import guarded
from committees.permissions import Visitor
from minutes.one_moment import one_moment
from minutes.tables import xlsx
from minutes.tables.choosing import Choice
from minutes.tables.columns import Cell, Column, Table

_BATCH = 1_000
"""Rows that are read at once, with what belongs to them."""
_BYTE_ORDER_MARK = "\ufeff"

Rows = Iterator[list[Cell]]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what it is, and how columns, headings and rows become its pieces."""

    name: str
    content_type: str
    make: Callable[[tuple[Column, ...], list[str], Rows], Iterator[bytes]]


def write(table: Table, format: str, choice: Choice, user: Visitor, *, has_keys: bool = False) -> Iterator[bytes]:  # noqa: A002
    """The pieces of a file; the headings in the language of this moment, or with `has_keys` those that stay."""
    headings = [column.key if has_keys else str(column.heading) for column in table.columns]
    made = FORMATS[format].make(table.columns, headings, _rows(table, choice, user))
    return _in_language(made, get_language() or "de")


def _in_language(pieces: Iterator[bytes], language: str) -> Iterator[bytes]:
    """The same pieces, made in this language and read as everything is at one moment: the request is over by then."""
    with one_moment():
        while True:
            with override(language):
                piece = next(pieces, None)
            if piece is None:
                return
            yield piece


def _rows(table: Table, choice: Choice, user: Visitor) -> Rows:
    for row in table.rows(choice, user).iterator(chunk_size=_BATCH):
        yield [column.value(row) for column in table.columns]


class _Line:
    """A file that hands back what is written into it."""

    def write(self, text: str) -> str:
        return text


def _csv(columns: tuple[Column, ...], headings: list[str], rows: Rows) -> Iterator[bytes]:
    """Semicolons, a mark of the encoding, and nothing that a spreadsheet would take for a formula."""
    writer = csv.writer(_Line(), delimiter=";", lineterminator="\r\n")
    words = {True: _("yes"), False: _("no")}
    yield (_BYTE_ORDER_MARK + writer.writerow(headings)).encode()
    for some in _batches(rows):
        yield "".join(writer.writerow([_written(cell, words) for cell in row]) for row in some).encode()


def _written(cell: Cell, words: dict[bool, str]) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return words[cell]
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return guarded(cell) if isinstance(cell, str) else str(cell)


def _xlsx(columns: tuple[Column, ...], headings: list[str], rows: Rows) -> Iterator[bytes]:
    words = {True: _("yes"), False: _("no")}
    spoken = ([words[cell] if isinstance(cell, bool) else _fitted(cell) for cell in row] for row in rows)
    return xlsx.write(headings, [column.width for column in columns], spoken)


def _fitted(cell: Cell) -> Cell:
    """A text that no cell of a workbook can hold says at its end that it was cut off, and where all of it is."""
    if not isinstance(cell, str) or len(units := cell.encode("utf-16-le")) <= 2 * xlsx.LONGEST:
        return cell
    mark = " " + _("[cut off here, as a cell holds no longer text; the CSV file has all of it]")
    return units[: 2 * (xlsx.LONGEST - len(mark))].decode("utf-16-le", "ignore") + mark


def _batches(rows: Rows) -> Iterator[Iterable[list[Cell]]]:
    some: list[list[Cell]] = []
    for row in rows:
        some.append(row)
        if len(some) == _BATCH:
            yield some
            some = []
    if some:
        yield some


FORMATS = {
    "csv": Format("csv", "text/csv; charset=utf-8", _csv),
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
}
