"""What a reader of a record sees otherwise than in the one before: what is new, gone or changed. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from minutes.markup import Text, plain
from minutes.record.values import (
    AttendanceGroup,
    DecisionRecord,
    ItemRecord,
    PaperValue,
    PartRecord,
    SessionRecord,
    VoteRecord,
)
from minutes.word_diff import Change, word_diff

# Lines that have less than this in common are not one line that changed, but one that went and one that came.
_ALIKE = 0.4
# To compare each line with each costs time; where so many changed at once, no pairs help the reader.
_MOST_PAIRS = 2500


@dataclass(frozen=True, slots=True)
class LineDifference:
    """A line that came, went, or changed; ``words`` are its runs of words, in a changed one also those that stayed."""

    kind: Literal["added", "removed", "changed"]
    words: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class SectionDifference:
    """The lines of a section that differ. ``name`` is a code: that of a field of the record or of the item."""

    name: str
    lines: tuple[LineDifference, ...]


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An item that came, went, or changed, with the label and the title that it has, or had."""

    kind: Literal["added", "removed", "changed"]
    item_id: str
    label: str
    title: str
    sections: tuple[SectionDifference, ...]


@dataclass(frozen=True, slots=True)
class RecordDifference:
    """All that differs between two records: what stands outside of the items, and the items. False if nothing does."""

    sections: tuple[SectionDifference, ...]
    items: tuple[ItemDifference, ...]

    def __bool__(self) -> bool:
        return bool(self.sections or self.items)


def difference(old: SessionRecord, new: SessionRecord) -> RecordDifference:
    """What a reader of ``new`` sees that is new, gone or changed against ``old``, in the order of print.

    Keys, codes and whether the minutes are a draft are no difference: nobody reads them as text.
    """
    return RecordDifference(sections=_sections(_lines_outside(old), _lines_outside(new)), items=tuple(_items(old, new)))


def _items(old: SessionRecord, new: SessionRecord) -> Iterator[ItemDifference]:
    """Items by their ids; those that went stand behind the item that stood before them."""
    before, after = {item.id: item for item in old.items()}, {item.id: item for item in new.items()}
    gone: dict[str, list[ItemRecord]] = {}
    last = ""
    for item in old.items():
        if item.id in after:
            last = item.id
        else:
            gone.setdefault(last, []).append(item)
    yield from (_lost(item) for item in gone.get("", ()))
    for item in new.items():
        if item.id not in before:
            yield _of("added", item, _sections({}, _lines_of(item)))
        elif sections := _sections(*_compared(before[item.id], item)):
            yield _of("changed", item, sections)
        yield from (_lost(lost) for lost in gone.get(item.id, ()))


def _lost(item: ItemRecord) -> ItemDifference:
    return _of("removed", item, _sections(_lines_of(item), {}))


def _of(
    kind: Literal["added", "removed", "changed"], item: ItemRecord, sections: tuple[SectionDifference, ...]
) -> ItemDifference:
    return ItemDifference(kind, item.id, item.label, item.title, sections)


Lines = dict[str, list[str]]
"""The printed lines of each section."""


def _compared(old: ItemRecord, new: ItemRecord) -> tuple[Lines, Lines]:
    """The lines of both; where the same sections stand in another order, that order is a line of its own."""
    lines = _lines_of(old), _lines_of(new)
    orders = [", ".join(name for name in item.order if name in {*old.order} & {*new.order}) for item in (old, new)]
    if orders[0] != orders[1]:
        for found, order in zip(lines, orders, strict=True):
            found["order"] = [order]
    return lines


def _lines_outside(record: SessionRecord) -> Lines:
    return {
        "head": [
            record.body.name,
            record.body.office,
            record.committee.name,
            f"{record.title} {record.subtitle}",
            record.date_text,
            record.place_text,
            *(f"{field.label}: {field.value}" for field in record.head),
            record.seats_line,
        ],
        "attendance": [line for group in record.attendance for line in _group(group)],
        "absent": [line for group in record.absent for line in _group(group)],
        "opening": _paragraphs(record.opening),
        "agenda": [line for part in record.parts for line in _agenda(part)],
        "closing": [*(line for part in record.parts for line in part.closing), *_paragraphs(record.closing)],
        "signatures": [f"{line.name}, {line.role}" for line in record.signatures],
        "annexes": [
            _joined(annex.number, annex.title, f"({annex.note})" if annex.note else "") for annex in record.annexes
        ],
        "assumptions": list(record.assumptions),
    }


def _lines_of(item: ItemRecord) -> Lines:
    return {
        "title": [_joined(item.label, item.title)],
        "papers": _papers(item.papers),
        "rapporteur": [item.rapporteur],
        "status": [item.status_text, item.counts_line],
        "before": list(item.before),
        "recusals": list(item.recusals),
        "decision": _decision(item.decision),
        "contributions": [line for one in item.contributions for line in _paragraphs(one.text)],
        "votes": [line for vote in item.votes for line in _vote(vote)],
        "after": list(item.after),
        "notes": list(item.notes),
    }


def _group(group: AttendanceGroup) -> Iterator[str]:
    yield group.heading
    for row in group.rows:
        yield _joined(row.name, f"({row.note})" if row.note else "", row.remark)


def _agenda(part: PartRecord) -> Iterator[str]:
    yield part.heading
    for line in part.agenda:
        yield _joined(line.number, line.title, ", ".join(paper.reference for paper in line.papers))


def _papers(papers: Iterable[PaperValue]) -> list[str]:
    return [_joined(paper.reference, paper.title) for paper in papers]


def _decision(decision: DecisionRecord | None) -> list[str]:
    if decision is None:
        return []
    return [_joined(f"{decision.heading}:", decision.inline), decision.intro, *_paragraphs(decision.resolution)]


def _vote(vote: VoteRecord) -> Iterator[str]:
    yield from (vote.label, vote.question, vote.form_text)
    yield from (option.line for option in vote.options)
    yield from (*vote.result_lines, vote.counts_text)
    yield from (f"{line.heading}: {line.text}" for line in vote.ballots)
    yield from (vote.conclusion, *vote.notes)


def _paragraphs(text: Text) -> list[str]:
    """Paragraphs, and each entry and row by itself."""
    return [line for block in text for line in plain((block,)).split("\n")]


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _sections(old: Lines, new: Lines) -> tuple[SectionDifference, ...]:
    found = (
        SectionDifference(name, tuple(_differing(_printed(old.get(name)), _printed(new.get(name)))))
        for name in (new or old)
    )
    return tuple(section for section in found if section.lines)


def _printed(lines: list[str] | None) -> list[str]:
    return [line for line in lines or () if line]


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[LineDifference]:
    for code, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if code != "equal":
            yield from _paired(old[a:b], new[c:d])


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[LineDifference]:
    """Lines of which all differ: the two that have most in common are one that changed, and so on at both sides."""
    if len(old) * len(new) > _MOST_PAIRS:
        yield from _unpaired(old, new)
        return
    alike = {(i, j): _likeness(before, after) for i, before in enumerate(old) for j, after in enumerate(new)}

    def between(a: int, b: int, c: int, d: int) -> Iterator[LineDifference]:
        pairs = [(alike[i, j], -i, -j) for i in range(a, b) for j in range(c, d)]
        best, i, j = max(pairs, default=(0.0, 0, 0))
        if best < _ALIKE:
            yield from _unpaired(old[a:b], new[c:d])
            return
        yield from between(a, -i, c, -j)
        yield LineDifference("changed", tuple(word_diff(old[-i], new[-j])))
        yield from between(1 - i, b, 1 - j, d)

    yield from between(0, len(old), 0, len(new))


def _unpaired(old: Sequence[str], new: Sequence[str]) -> Iterator[LineDifference]:
    yield from (LineDifference("removed", (Change("removed", line),)) for line in old)
    yield from (LineDifference("added", (Change("added", line),)) for line in new)


def _likeness(old: str, new: str) -> float:
    """The share of words in common, 0 to 1."""
    return SequenceMatcher(a=old.split(), b=new.split(), autojunk=False).ratio()
