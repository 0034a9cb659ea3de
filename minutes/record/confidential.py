"""What of an internal record is not public, and what a person who was biased may not read of it. Pure."""

import re
from collections.abc import Set
from dataclasses import replace

from committees.wording import listed
from minutes.record.values import (
    VISITOR_HEADINGS,
    AgendaLine,
    AttendanceGroup,
    ItemRecord,
    PartRecord,
    SessionRecord,
)

NON_PUBLIC_TITLE = "NIEDERSCHRIFT – NICHTÖFFENTLICHER TEIL"
NOT_FOR_YOU = "(nicht für Sie bestimmt)"

_STAYED_FOR = re.compile(r"(?:^|, )zu TOP (?P<numbers>(?:(?!zu TOP ).)+)$")
_CAME_FOR = re.compile(r"(?:^|, )ab TOP (?P<number>\S+)(?: \([^)]*\))?$")
_SEPARATOR = re.compile(r", | und ")
_VOTED_WITH = re.compile(r"^Über diesen Punkt wurde gemeinsam mit TOP (?P<numbers>.+) abgestimmt\.$")


def non_public_items(record: SessionRecord) -> frozenset[str]:
    """The ids of the items that are not public."""
    return frozenset(item.id for item in record.items() if not item.is_public)


def closed_to(record: SessionRecord) -> dict[str, tuple[str, ...]]:
    """By non-public item, the ids of those who were biased in it or in the one above it."""
    people = {key for item in record.items() for key in item.recused_person_ids}
    found: dict[str, tuple[str, ...]] = {}
    for person in sorted(people):
        for item in recused_items(record, person):
            found[item] = (*found.get(item, ()), person)
    return found


def non_public_part(record: SessionRecord) -> SessionRecord:
    """The record of the non-public part alone: head, attendance, its items with their annexes, its end, signatures.

    It has no parts where the session had nothing non-public, or where the record is one for the public.
    """
    keys = non_public_items(record)
    parts = tuple(
        replace(
            part,
            agenda=tuple(line for line in part.agenda if line.item_id in keys),
            items=tuple(item for item in part.items if item.id in keys),
        )
        for part in record.parts
        if any(item.id in keys for item in part.items)
    )
    ends_with_it = bool(parts) and parts[-1].letter == record.parts[-1].letter
    return replace(
        record,
        title=NON_PUBLIC_TITLE,
        opening=(),
        parts=parts,
        closing=record.closing if ends_with_it else (),
        annexes=tuple(annex for annex in record.annexes if annex.item_id in keys),
        assumptions=(),
    )


def without_items_of_recused(record: SessionRecord, person_id: str) -> SessionRecord:
    """The record as somebody may read it who was biased in non-public items (befangen): their content is gone.

    Of such an item, and of those below it, number and neutral title are left. Annexes go with it, visitors who came
    for it alone, and the remarks on who voted or was there that name it. Items of the public part stay: everybody may
    read them.
    """
    closed = recused_items(record, person_id)
    if not person_id or not closed:
        return record
    labels = tuple(f" zu {item.label}" for item in record.items() if item.id in closed)
    numbers = frozenset(item.number for item in record.items() if item.id in closed)
    order = [item.number for item in record.items()]
    to_the_end = frozenset(number for place, number in enumerate(order) if numbers.issuperset(order[place:]))
    titles = {item.id: item.public_title or NOT_FOR_YOU for item in record.items() if item.id in closed}
    return replace(
        record,
        attendance=tuple(
            group for group in (_group(one, numbers, to_the_end) for one in record.attendance) if group.rows
        ),
        parts=tuple(_part(part, titles, numbers) for part in record.parts),
        annexes=tuple(
            annex for annex in record.annexes if annex.item_id not in closed and not annex.title.endswith(labels)
        ),
    )


def recused_items(record: SessionRecord, person_id: str) -> frozenset[str]:
    """The ids of the non-public items from which a person was recused, and of all items below them."""
    found: set[str] = set()
    level: int | None = None
    for item in record.items():
        if level is not None and item.level <= level:
            level = None
        if level is None and not item.is_public and person_id in item.recused_person_ids:
            level = item.level
        if level is not None:
            found.add(item.id)
    return frozenset(found)


def _part(part: PartRecord, titles: dict[str, str], numbers: Set[str]) -> PartRecord:
    return replace(
        part,
        agenda=tuple(_line(line, titles) for line in part.agenda),
        items=tuple(
            _closed(item, titles[item.id]) if item.id in titles else _open(item, numbers) for item in part.items
        ),
    )


def _line(line: AgendaLine, titles: dict[str, str]) -> AgendaLine:
    return replace(line, title=titles[line.item_id], papers=()) if line.item_id in titles else line


def _closed(item: ItemRecord, title: str) -> ItemRecord:
    """Made anew, so that a field that is added some day does not come along."""
    return ItemRecord(
        id=item.id,
        number=item.number,
        label=item.label,
        title=title,
        is_public=item.is_public,
        order=(),
        level=item.level,
    )


def _open(item: ItemRecord, numbers: Set[str]) -> ItemRecord:
    """Another item; that one show of hands was also the vote of a closed one would tell its result."""
    votes = tuple(
        replace(vote, notes=tuple(filter(None, (_without(note, _VOTED_WITH, numbers) for note in vote.notes))))
        for vote in item.votes
    )
    return replace(item, votes=votes)


def _group(group: AttendanceGroup, numbers: Set[str], to_the_end: Set[str]) -> AttendanceGroup:
    """Without visitors who were there for closed items alone: for those named, or from one of `to_the_end` on."""
    is_of_visitors = group.heading in VISITOR_HEADINGS
    rows = ((row, _STAYED_FOR.search(row.remark)) for row in group.rows)
    return replace(
        group,
        rows=tuple(
            replace(row, remark=_without(row.remark, _STAYED_FOR, numbers))
            for row, stay in rows
            if not (is_of_visitors and stay and _split(stay["numbers"]) <= numbers)
            if not (is_of_visitors and (came := _CAME_FOR.search(row.remark)) and came["number"] in to_the_end)
        ),
    )


def _without(text: str, naming: re.Pattern[str], numbers: Set[str]) -> str:
    """A sentence that ends with a list of items, without some of them; without its end if it lists no others."""
    found = naming.search(text)
    if found is None or not _split(found["numbers"]) & numbers:
        return text
    left = [number for number in _SEPARATOR.split(found["numbers"]) if number not in numbers]
    if not left:
        return text[: found.start()]
    return text[: found.start("numbers")] + listed(left) + text[found.end("numbers") :]


def _split(written: str) -> Set[str]:
    """4, 6 und 7 → the three numbers."""
    return frozenset(_SEPARATOR.split(written))
