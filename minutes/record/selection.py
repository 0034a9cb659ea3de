"""Parts of a record that are left out: pure functions from one record to a smaller one."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from minutes.record.values import AgendaLine, ItemRecord, PaperValue, SessionRecord


def with_papers(record: SessionRecord, keys: AbstractSet[str]) -> SessionRecord:
    """The record with the papers of these ids alone: others may not be told any more, or not yet."""

    def kept(papers: tuple[PaperValue, ...]) -> tuple[PaperValue, ...]:
        return tuple(paper for paper in papers if paper.id in keys)

    def line(row: AgendaLine) -> AgendaLine:
        return replace(row, papers=kept(row.papers))

    def item(row: ItemRecord) -> ItemRecord:
        return replace(row, papers=kept(row.papers))

    parts = tuple(
        replace(part, agenda=tuple(map(line, part.agenda)), items=tuple(map(item, part.items))) for part in record.parts
    )
    return replace(record, parts=parts)


def bare(record: SessionRecord, **shown: Any) -> SessionRecord:
    """The record with nothing but what names the session, and what a document shows of it: ``parts=record.parts``."""
    nothing: dict[str, Any] = {
        "head": (),
        "seats_line": "",
        "attendance": (),
        "absent": (),
        "opening": (),
        "parts": (),
        "closing": (),
        "signatures": (),
        "corrections": (),
        "annexes": (),
        "assumptions": (),
    }
    return replace(record, **{**nothing, **shown})
