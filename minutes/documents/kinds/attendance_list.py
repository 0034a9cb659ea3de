"""The attendance list to sign (Anwesenheitsliste), printed before the session and laid out in the room."""

from collections.abc import Iterator
from functools import partial

from minutes.documents.document import Document, file_name, running_head, subject
from minutes.documents.kinds import parts
from minutes.documents.tree import Block, Cell, Heading, Line, Run, Table, cell
from minutes.record.selection import bare
from minutes.record.values import AttendanceGroup, SessionRecord

BLANK_ROWS = 6
"""Lines for deputies and guests of whom nobody knew."""


def attendance_list(record: SessionRecord) -> Document:
    """Who is expected, with room for times and a signature."""
    shown = bare(record, attendance=record.attendance, absent=record.absent, is_draft=False)
    return Document(
        record=shown,
        title=f"Anwesenheitsliste {parts.of_title(record)}",
        subject=subject(record),
        running_head=running_head(record),
        name=file_name(record, "Anwesenheitsliste"),
        draw=partial(_draw, shown),
    )


def _draw(record: SessionRecord, _document: Document) -> tuple[Block, ...]:
    blocks: list[Block] = [
        Heading(1, "ANWESENHEITSLISTE"),
        parts.of_session(record),
    ]
    for group in (*record.attendance, *record.absent):
        blocks.append(Heading(2, group.heading, role="agenda-part"))
        blocks.append(_table(tuple(_rows(group))))
    blocks.append(Heading(2, "Weitere Anwesende", role="agenda-part"))
    blocks.append(_table(((cell("–"), *_EMPTY),) * BLANK_ROWS))
    return tuple(blocks)


_EMPTY = (Cell((), "box"), Cell((), "box"), Cell((), "box"))


def _table(rows: tuple[tuple[Cell, ...], ...]) -> Table:
    header = (cell("Name"), cell("von", "box"), cell("bis", "box"), cell("Unterschrift", "box"))
    return Table(rows=rows, header=header, widths=(0, 16, 16, 58), role="to-sign")


def _rows(group: AttendanceGroup) -> Iterator[tuple[Cell, ...]]:
    for row in group.rows:
        lines: list[Line] = [(Run(parts.with_note(row)),)]
        if row.remark:
            lines.append((Run(row.remark, "small"),))
        yield (Cell(tuple(lines)), *_EMPTY)
