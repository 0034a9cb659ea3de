"""The roll calls of a session, and the sheet (Abstimmungsbogen) to fill in while names are read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from minutes.documents.document import Document, file_name, running_head, subject, with_top
from minutes.documents.errors import NobodyToCall
from minutes.documents.items import find_item
from minutes.documents.kinds import parts
from minutes.documents.kinds.large_roll_calls import COLUMNS, by_faction, factions
from minutes.documents.tree import Block, Cell, Group, Heading, Signature, Signatures, Table, cell, labelled, paragraph
from minutes.record.selection import bare, parts_of
from minutes.record.values import (
    VISITOR_HEADINGS,
    AttendanceGroup,
    AttendanceRow,
    ItemRecord,
    SessionRecord,
    VoteRecord,
)

WITHOUT_VOTE = "ohne Stimmrecht"
"""What the attendance list notes of members who have no vote in this session."""


def roll_call(record: SessionRecord, *, item: str | None = None) -> Document:
    """The roll calls of a session, or of one item; where there is none yet, the sheet to fill in while names are read.

    Raises ItemNotFound, AmbiguousItem; NobodyToCall if there is neither a roll call nor anybody who could vote.
    """
    found = find_item(record, item) if item else None
    items = [one for one in record.items() if found is None or one is found]
    called = [one for one in items if any(vote.ballots for vote in one.votes)]
    # Of what was signed there is no sheet to fill in any more.
    if not called and not (record.is_draft and _callable(record, found)):
        raise NobodyToCall
    shown = _of_items(record, called or ([found] if found else []))
    kind = "Namentliche Abstimmung" if called else "Abstimmungsbogen"
    label = f"{with_top(found.label)} " if found else ""
    return Document(
        record=shown,
        title=f"{kind} {parts.of_title(record)}",
        subject=subject(record),
        running_head=running_head(record),
        name=file_name(record, f"{label}{kind}", is_draft=record.is_draft and bool(called)),
        draw=partial(_draw_called, record, called) if called else partial(_draw_sheet, record, found),
        item=found,
        is_draft=record.is_draft and bool(called),
    )


def _of_items(record: SessionRecord, items: list[ItemRecord]) -> SessionRecord:
    """The record with what the sheet shows of it: who is there, the items, and of them their roll calls alone."""
    shown = [
        replace(
            item,
            order=("votes",),
            before=(),
            recusals=(),
            decision=None,
            contributions=(),
            after=(),
            notes=(),
            votes=tuple(vote for vote in item.votes if vote.ballots),
            rapporteur="",
            status_text="",
            counts_line="",
            outcome="none",
            public_title="",
            recused_person_ids=(),
        )
        for item in items
    ]
    return bare(record, attendance=_names_alone(record), parts=parts_of(record, shown))


def _draw_called(record: SessionRecord, items: list[ItemRecord], _document: Document) -> tuple[Block, ...]:
    groups = factions(record)
    blocks: list[Block] = [Heading(1, "NAMENTLICHE ABSTIMMUNG"), parts.of_session(record)]
    for item in items:
        blocks.append(parts.item_heading(item, level=2))
        for vote in item.votes:
            if vote.ballots:
                blocks.append(Group(tuple(_called(vote, groups)), "called"))
    return tuple(blocks)


def _called(vote: VoteRecord, groups: Mapping[str, str]) -> Iterator[Block]:
    if vote.label:
        yield Heading(3, vote.label, role="label-heading")
    if vote.question:
        yield paragraph(vote.question)
    yield from by_faction(vote, groups)
    if vote.result_lines:
        yield labelled("Ergebnis", ", ".join(vote.result_lines))
    if vote.conclusion:
        yield paragraph(vote.conclusion, "conclusion")
    yield from (paragraph(note, "note") for note in vote.notes)


def _callable(record: SessionRecord, item: ItemRecord | None) -> list[tuple[str, str]]:
    """Name and faction of those who may be called: members with a vote, less those of whose bias the record tells."""
    groups = factions(record)
    recused = item.recused_person_ids if item else ()
    return [
        (row.name, groups.get(row.person_id, group.heading))
        for group in record.attendance
        if group.heading not in VISITOR_HEADINGS and not group.heading.startswith("Beratende")
        for row in group.rows
        if row.note.strip("()") != WITHOUT_VOTE and (not row.person_id or row.person_id not in recused)
    ]


def _names_alone(record: SessionRecord) -> tuple[AttendanceGroup, ...]:
    """Who stands under which heading, and nothing of who came when."""
    return tuple(
        replace(group, rows=tuple(AttendanceRow(name=row.name, person_id=row.person_id) for row in group.rows))
        for group in record.attendance
        if group.heading not in VISITOR_HEADINGS
    )


def _draw_sheet(record: SessionRecord, item: ItemRecord | None, _document: Document) -> tuple[Block, ...]:
    box = Cell((), "box")
    columns = ("yes", "no", "abstain")
    question = labelled("Gegenstand", f"{item.label} {item.title}" if item else "", "to-fill")
    return (
        Heading(1, "ABSTIMMUNGSBOGEN"),
        parts.of_session(record),
        question,
        Table(
            rows=(
                *((cell(name), cell(faction), box, box, box) for name, faction in _callable(record, item)),
                (cell("Zusammen"), cell("–"), box, box, box),
            ),
            header=(
                cell("Name"),
                cell("Fraktion"),
                *(cell(COLUMNS[choice], "box") for choice in columns),
            ),
            widths=(0, 52, 17, 17, 20),
            role="to-call",
            heads_rows=True,
        ),
        Signatures((Signature("Schriftführung"), Signature("Vorsitz"))),
    )
