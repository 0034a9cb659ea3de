"""Parts of a record that are left out: pure functions from one record to a smaller one."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from minutes.record.values import AgendaLine, ItemRecord, PaperValue, PartRecord, SessionRecord


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


def parts_of(record: SessionRecord, items: Iterable[ItemRecord]) -> tuple[PartRecord, ...]:
    """The parts with these items, as they are given, and their lines of the agenda; parts without any are left out."""
    shown = {item.id: item for item in items}
    return tuple(
        replace(
            part,
            agenda=tuple(line for line in part.agenda if line.item_id in shown),
            items=tuple(shown[item.id] for item in part.items if item.id in shown),
            closing=(),
        )
        for part in record.parts
        if any(item.id in shown for item in part.items)
    )
