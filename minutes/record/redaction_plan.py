"""One redaction, and what it takes away from the texts of its target. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from minutes.markup import plain_spans
from minutes.record.passages import Place, Units, joined, normal, places
from minutes.record.texts import Edit

TargetKind = Literal["contribution", "resolution", "title", "ground", "note"]


@dataclass(frozen=True, slots=True)
class RedactionValue:
    """One redaction (Schwärzung): a passage of a target, and the ground that the mark gives.

    ``target`` is the id of the contribution; of all other kinds, that of the item. ``occurrence`` counts from 1 in the
    order of print; 0 means every one.
    """

    kind: TargetKind
    target: str
    passage: str
    occurrence: int = 0
    ground: str = ""

    @property
    def mark(self) -> str:
        """[Text entfernt: personenbezogene Daten]"""
        return f"[Text entfernt: {self.ground}]" if self.ground else "[Text entfernt]"


class RedactionError(ValueError):
    """A redaction can't be done as it is meant; then nothing may be published. ``redaction`` is the one."""

    def __init__(self, redaction: RedactionValue, message: str) -> None:
        super().__init__(message)
        self.redaction = redaction


class TargetMissing(RedactionError):
    """The record has no such contribution or item, or not that part of it."""


class EmptyPassage(RedactionError):
    """The passage has no character that could be found."""


class PassageNotFound(RedactionError):
    """The passage is in no paragraph, entry or cell of the target. ``spans_paragraphs``: it is, but over several."""

    def __init__(self, redaction: RedactionValue, message: str, *, spans_paragraphs: bool, longest: int) -> None:
        super().__init__(redaction, message)
        self.spans_paragraphs = spans_paragraphs
        self.longest = longest


class OccurrenceMissing(RedactionError):
    """The passage occurs, but only ``found`` times."""

    def __init__(self, redaction: RedactionValue, message: str, *, found: int) -> None:
        super().__init__(redaction, message)
        self.found = found


class RedactionOverlap(RedactionError):
    """Two redactions take the same characters; ``other`` is the one before in the list."""

    def __init__(self, redaction: RedactionValue, message: str, *, other: RedactionValue) -> None:
        super().__init__(redaction, message)
        self.other = other


def plan(units: Units, rows: Sequence[RedactionValue]) -> dict[int, list[Edit]]:
    """The edits that the redactions of one target mean. Raises RedactionError."""
    taken: list[tuple[Place, RedactionValue]] = []
    for row in rows:
        chosen = _chosen(units, row)
        for place in chosen:
            other = next((other for there, other in taken if place.meets(there)), None)
            if other:
                raise RedactionOverlap(row, f"overlaps {other.passage!r}: {row.passage!r}", other=other)
        taken.extend((place, row) for place in chosen)
    return _edits(taken)


def plan_of_quotations(units: Units, rows: Sequence[RedactionValue]) -> dict[int, list[Edit]]:
    """The same for a text that quotes the target and may count its occurrences otherwise: it loses each of them."""
    taken: list[tuple[Place, RedactionValue]] = []
    for row in rows:
        for place in joined(places(units, row.passage, overlapping=True)):
            meeting = [(there, other) for there, other in taken if place.meets(there)]
            taken = [entry for entry in taken if entry not in meeting]
            whole = joined([place, *(there for there, _ in meeting)])[0]
            taken.append((whole, meeting[0][1] if meeting else row))
    return _edits(taken)


def _edits(taken: Iterable[tuple[Place, RedactionValue]]) -> dict[int, list[Edit]]:
    edits: dict[int, list[Edit]] = {}
    for place, row in taken:
        edits.setdefault(place.unit, []).append(Edit(place.start, place.end, row.mark, "redacted"))
    return edits


def _chosen(units: Units, row: RedactionValue) -> list[Place]:
    """The occurrences that a redaction takes. Raises EmptyPassage, PassageNotFound, OccurrenceMissing."""
    if not normal(row.passage).text.strip():
        raise EmptyPassage(row, "an empty passage")
    found = places(units, row.passage)
    if not found:
        whole = normal(" ".join(plain_spans(spans) for spans in units)).text
        raise PassageNotFound(
            row,
            f"not found: {row.passage!r}",
            spans_paragraphs=normal(row.passage).text.strip() in whole,
            longest=max((len(plain_spans(spans)) for spans in units), default=0),
        )
    if not row.occurrence:
        return joined(places(units, row.passage, overlapping=True))
    if row.occurrence > len(found):
        raise OccurrenceMissing(row, f"occurs {len(found)} times: {row.passage!r}", found=len(found))
    return [found[row.occurrence - 1]]
