"""The list of decisions (Beschlussliste): what was resolved, without the debate."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from minutes.documents.document import Document, file_name, running_head, subject
from minutes.documents.kinds import parts
from minutes.documents.tree import Block, Figure, Group, Heading, Paragraph, Run, paragraph
from minutes.pictures import votes
from minutes.record.selection import bare, parts_of
from minutes.record.values import ItemRecord, SessionRecord


def decisions(record: SessionRecord) -> Document:
    """The items of which something became, each with its resolution and the result of its votes."""
    shown = _decided(record)
    return Document(
        record=shown,
        title=f"Beschlussliste {parts.of_title(record)}",
        subject=subject(record),
        running_head=f"{running_head(record)}, Beschlüsse",
        name=file_name(record, "Beschlussliste", is_draft=record.is_draft),
        draw=partial(_draw, shown),
        is_draft=record.is_draft,
    )


def _decided(record: SessionRecord) -> SessionRecord:
    """The record with what the list shows of it."""
    decided = [_short(item) for item in record.items() if item.decision or item.votes or item.status_text]
    return bare(record, parts=parts_of(record, decided), corrections=record.corrections)


def _short(item: ItemRecord) -> ItemRecord:
    """The item without debate, names of a roll call and who came and went."""
    votes = tuple(replace(vote, ballots=()) for vote in item.votes)
    order = tuple(section for section in item.order if section in ("decision", "votes"))
    return replace(
        item, order=order, before=(), recusals=(), contributions=(), after=(), votes=votes, recused_person_ids=()
    )


def _draw(record: SessionRecord, _document: Document) -> tuple[Block, ...]:
    blocks: list[Block] = [
        Heading(1, "BESCHLUSSLISTE"),
        parts.of_session(record),
    ]
    if not record.parts:
        blocks.append(paragraph("In dieser Sitzung wurde nichts beschlossen."))
    for part in record.parts:
        blocks.append(Heading(2, part.heading, role="part"))
        for item in part.items:
            body = Group(tuple(_body(item)), "item-body")
            blocks.append(Group((parts.item_heading(item, level=3), body), "item"))
    blocks.extend(parts.corrected(note) for note in record.corrections)
    return tuple(blocks)


def _body(item: ItemRecord) -> Iterator[Block]:
    if item.status_text:
        yield paragraph(f"Beschluss: {item.status_text}", "status")
    if item.decision and (item.decision.inline or item.decision.intro or item.decision.resolution):
        yield parts.decision(item.decision, level=4)
    for vote in item.votes:
        lines = parts.results(vote)
        label = f"{vote.label}: " if vote.label else ""
        if lines or vote.counts_text:
            result = "; ".join(lines)
            counts = f" {vote.counts_text}" if result and vote.counts_text else vote.counts_text
            yield Paragraph((Run(f"{label}Abstimmungsergebnis:", "label"), Run(f" {result}{counts}")), "result")
            # Of an election the line above says all: a drawing with names in it would be read twice.
            if not vote.options and (picture := votes.bar_of(vote)):
                yield Figure(picture.svg, picture.sentence, "result-bar")
        if vote.conclusion:
            yield paragraph(vote.conclusion, "result")
        yield from (paragraph(note, "note") for note in vote.notes)
    yield from (paragraph(note, "note") for note in item.notes)
