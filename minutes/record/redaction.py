"""Redaction: characters are removed from a record, and a mark says that they were and why. Pure.

What was removed is in no field of the result, so no file, page or index that is made of it can give it away.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from minutes.markup import plain_spans
from minutes.record.passages import Units, normal, rewritten, units_of
from minutes.record.redaction_plan import (
    EmptyPassage,
    OccurrenceMissing,
    PassageNotFound,
    RedactionError,
    RedactionOverlap,
    RedactionValue,
    TargetKind,
    TargetMissing,
    plan,
    plan_of_quotations,
)
from minutes.record.texts import sentences
from minutes.record.values import ContributionRecord, ItemRecord, PaperValue, PartRecord, SessionRecord

__all__ = [
    "EmptyPassage",
    "OccurrenceMissing",
    "PassageNotFound",
    "RedactionError",
    "RedactionOverlap",
    "RedactionValue",
    "TargetKind",
    "TargetMissing",
    "redacted",
    "refusals",
    "still_there",
    "target_texts",
]

Value = TypeVar("Value")


def redacted(record: SessionRecord, redactions: Iterable[RedactionValue]) -> SessionRecord:
    """The record without the passages. Raises RedactionError, which names the passage, if one can't be removed.

    Redacted words of a speaker's mark take speaker, role and person of the contribution with them, and the person of
    the contributions in which he or she goes on. What is redacted in a title is redacted in the lines of the agenda,
    the papers and the annexes that repeat it.
    """
    by_target: dict[tuple[TargetKind, str], list[RedactionValue]] = {}
    for redaction in redactions:
        by_target.setdefault((redaction.kind, redaction.target), []).append(redaction)
    result = record
    for (kind, target), rows in by_target.items():
        result = (
            _contribution(record, result, target, rows)
            if kind == "contribution"
            else _APPLY[kind](result, target, rows)
        )
    return result


def refusals(record: SessionRecord, redactions: Sequence[RedactionValue]) -> tuple[RedactionError | None, ...]:
    """For each redaction what stands in its way, or None. One that can't be done is no obstacle for the others."""
    done: dict[tuple[TargetKind, str], list[RedactionValue]] = {}
    found: list[RedactionError | None] = []
    for redaction in redactions:
        before = done.setdefault((redaction.kind, redaction.target), [])
        try:
            redacted(record, [*before, redaction])
        except RedactionError as error:
            found.append(error)
        else:
            before.append(redaction)
            found.append(None)
    return tuple(found)


def target_texts(record: SessionRecord, kind: TargetKind, target: str) -> tuple[str, ...]:
    """The paragraphs, entries, cells and sentences of a target in the order in which occurrences count; () if none."""
    item = record.item(target)
    if kind == "contribution":
        found: Any = tuple(one.text for item in record.items() for one in item.contributions if one.id == target)
    else:
        found = _PARTS[kind](item) if item else ()
    return tuple(text for spans in units_of(found) if (text := plain_spans(spans)))


def still_there(record: SessionRecord, passage: str) -> tuple[str, ...]:
    """Where a passage still stands in a record, as labels of its items ("" outside of all items), in order.

    For whoever redacts: the same name may be at other places.
    """
    wanted = normal(passage).text.strip()
    outside = replace(record, parts=tuple(replace(part, items=()) for part in record.parts))
    rooms: list[tuple[str, Any]] = [("", outside), *((item.label, item) for item in record.items())]
    return tuple(
        label
        for label, value in rooms
        if wanted and any(wanted in normal(sentence).text for sentence in sentences(value))
    )


def _contribution(
    original: SessionRecord, record: SessionRecord, target: str, rows: Sequence[RedactionValue]
) -> SessionRecord:
    """``original`` still knows the names that other redactions removed."""
    item = next((item for item in record.items() if any(one.id == target for one in item.contributions)), None)
    if item is None:
        raise TargetMissing(rows[0], f"no contribution {target}: {rows[0].passage!r}")
    contributions = list(item.contributions)
    place = next(place for place, one in enumerate(contributions) if one.id == target)
    before = contributions[place]
    changed = replace(before, text=_redacted(before.text, rows))
    if _names_nobody_any_more(original, before, changed, rows):
        contributions[place] = replace(changed, speaker="", role="", person_id="")
        _forget(contributions, place + 1, before.person_id)
    else:
        contributions[place] = changed
    return _with_item(record, replace(item, contributions=tuple(contributions)))


def _names_nobody_any_more(
    record: SessionRecord, before: ContributionRecord, after: ContributionRecord, rows: Sequence[RedactionValue]
) -> bool:
    """Whether a mark was touched; where no mark gives the person's name, whether it was removed from the words."""
    marks, left = (_marks(units_of(one.text)) for one in (before, after))
    if marks != left:
        return True
    if before.speaker in left:
        return False
    known = {word for name in _names(record, before) for word in _words(name)}
    return any(not known.isdisjoint(_words(row.passage)) for row in rows)


def _marks(units: Units) -> list[str]:
    return [span.text for spans in units for span in spans if span.kind == "speaker"]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text))


def _names(record: SessionRecord, contribution: ContributionRecord) -> Iterable[str]:
    """How the record calls the person of a contribution, wherever it does."""
    yield contribution.speaker.removeprefix(contribution.role)
    if not contribution.person_id:
        return
    for group in (*record.attendance, *record.absent):
        yield from (
            row.name.split("(")[0].replace(",", "") for row in group.rows if row.person_id == contribution.person_id
        )
    for item in record.items():
        for one in item.contributions:
            if one.person_id == contribution.person_id:
                yield one.speaker.removeprefix(one.role)


def _forget(contributions: list[ContributionRecord], place: int, person_id: str) -> None:
    """Take the person out of the contributions in which he or she goes on without a mark."""
    for later in range(place, len(contributions)):
        one = contributions[later]
        if one.speaker or one.person_id not in ("", person_id):
            return
        contributions[later] = replace(one, person_id="")


def _resolution(record: SessionRecord, target: str, rows: Sequence[RedactionValue]) -> SessionRecord:
    item = _item(record, target, rows)
    if item.decision is None:
        raise TargetMissing(rows[0], f"no resolution at {item.label}: {rows[0].passage!r}")
    inline, intro, resolution = _redacted(_PARTS["resolution"](item), rows)
    decision = replace(item.decision, inline=inline, intro=intro, resolution=resolution)
    return _with_item(record, replace(item, decision=decision))


def _ground(record: SessionRecord, target: str, rows: Sequence[RedactionValue]) -> SessionRecord:
    item = _item(record, target, rows)
    return _with_item(record, replace(item, recusals=_redacted(item.recusals, rows), recused_person_ids=()))


def _note(record: SessionRecord, target: str, rows: Sequence[RedactionValue]) -> SessionRecord:
    item = _item(record, target, rows)
    notes, of_votes = _redacted(_PARTS["note"](item), rows)
    votes = tuple(
        replace(vote, label=label, question=question, notes=vote_notes)
        for vote, (label, question, vote_notes) in zip(item.votes, of_votes, strict=True)
    )
    return _with_item(record, replace(item, notes=notes, votes=votes))


def _title(record: SessionRecord, target: str, rows: Sequence[RedactionValue]) -> SessionRecord:
    item = _item(record, target, rows)
    title = _redacted(item.title, rows)
    keys = {paper.id for paper in item.papers}

    def repeated(text: str) -> str:
        if text == item.title:
            return title
        return rewritten(text, plan_of_quotations(units_of(text), rows))

    def papers(found: tuple[PaperValue, ...]) -> tuple[PaperValue, ...]:
        return tuple(replace(paper, title=repeated(paper.title)) if paper.id in keys else paper for paper in found)

    def part(before: PartRecord) -> PartRecord:
        lines = (
            replace(
                line, papers=papers(line.papers), title=repeated(line.title) if line.item_id == target else line.title
            )
            for line in before.agenda
        )
        items = (
            replace(one, papers=papers(one.papers), title=title if one.id == target else one.title)
            for one in before.items
        )
        return replace(before, agenda=tuple(lines), items=tuple(items))

    return replace(
        record,
        parts=tuple(part(before) for before in record.parts),
        annexes=tuple(replace(annex, title=repeated(annex.title)) for annex in record.annexes),
    )


_APPLY: dict[TargetKind, Callable[[SessionRecord, str, Sequence[RedactionValue]], SessionRecord]] = {
    "resolution": _resolution,
    "title": _title,
    "ground": _ground,
    "note": _note,
}

# What of an item each kind means, in the order in which occurrences count.
_PARTS: dict[TargetKind, Callable[[ItemRecord], Any]] = {
    "resolution": lambda item: (
        (item.decision.inline, item.decision.intro, item.decision.resolution) if item.decision else ()
    ),
    "title": lambda item: item.title,
    "ground": lambda item: item.recusals,
    "note": lambda item: (item.notes, tuple((vote.label, vote.question, vote.notes) for vote in item.votes)),
}


def _item(record: SessionRecord, target: str, rows: Sequence[RedactionValue]) -> ItemRecord:
    item = record.item(target)
    if item is None:
        raise TargetMissing(rows[0], f"no item {target}: {rows[0].passage!r}")
    return item


def _with_item(record: SessionRecord, item: ItemRecord) -> SessionRecord:
    parts = (
        replace(part, items=tuple(item if one.id == item.id else one for one in part.items)) for part in record.parts
    )
    return replace(record, parts=tuple(parts))


def _redacted(value: Value, rows: Sequence[RedactionValue]) -> Value:
    return rewritten(value, plan(units_of(value), rows))
