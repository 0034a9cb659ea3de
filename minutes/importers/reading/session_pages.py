"""Pages of a whole session: above each item a small table repeats the session, and so tells where the items begin. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.importers.grammar.letters import plain
from minutes.importers.reading import facts, navigation
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Clock, Paragraph

_TOP = re.compile(r"[Zz]um Seitenanfang")
_HEADS = frozenset(
    {"Gremium", "Sitzung", "Sitzungsdatum", "Art", "Datum", "Status", "ö / nö", "Beratungstyp", "Nr.", "TOP-Nr."}
)
_MOST_CELLS = 60
_MOST_LINES = 4


def joined(paragraphs: Sequence[Paragraph], clock: Clock) -> tuple[Paragraph, ...]:
    """The paragraphs, with the tables in a row each whose cells stand one below the other between bars."""
    done: list[Paragraph] = []
    index = 0
    while index < len(paragraphs):
        if index % 512 == 0:
            clock.check()
        head = _row(paragraphs, index) if plain(paragraphs[index].text[:20]) == "Gremium" else index
        cells = _stack(paragraphs, index) if head == index else 0
        if cells:
            done += [
                replace(paragraphs[start], text=_text(paragraphs[start : start + cells]))
                for start in (index, index + cells)
            ]
            index += 2 * cells
            continue
        if head == index or not navigation.heads_row(_text(paragraphs[index:head])):
            done.append(paragraphs[index])
            index += 1
            continue
        stop = head
        while (after := _row(paragraphs, stop)) > stop:
            stop = after
        done += [
            replace(paragraphs[start], text=_text(paragraphs[start:end]))
            for start, end in ((index, head), (head, stop))
            if start < end
        ]
        index = stop
    return tuple(done)


def _row(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where a row ends that begins here: cells with bars between them, the last with a bar behind it; `start` if none does."""
    if start + 1 >= len(paragraphs) or plain(paragraphs[start + 1].text[:4]) != "|" or paragraphs[start].is_furniture:
        return start
    was_bar = True
    for index in range(start, min(start + _MOST_CELLS, len(paragraphs))):
        cell = plain(paragraphs[index].text[:200])
        if cell != "|" and cell.endswith("|"):
            return index + 1
        if cell != "|" and not was_bar:
            return start
        was_bar = cell == "|"
    return start


def _stack(paragraphs: Sequence[Paragraph], start: int) -> int:
    """How many cells head a table here that stand one below the other without bars, their values below; 0 if none do."""
    if plain(paragraphs[start].text[:20]) != "Gremium":
        return 0
    cells = 0
    for paragraph in paragraphs[start : start + 12]:
        if plain(paragraph.text[:20]) not in _HEADS:
            break
        cells += 1
    values = paragraphs[start + cells : start + 2 * cells]
    is_table = cells > 3 and len(values) == cells and all(len(each.text) < 120 for each in values)
    return cells if is_table else 0


def _text(cells: Sequence[Paragraph]) -> str:
    return " ".join(cell.text.strip() for cell in cells)


def heads(paragraphs: Sequence[Paragraph]) -> dict[int, ItemHeading]:
    """The headings: what stands above such a table, numbered, up to the button before it. Numbers may begin anywhere."""
    found: dict[int, ItemHeading] = {}
    for index, paragraph in enumerate(paragraphs):
        if not navigation.heads_row(paragraph.text):
            continue
        above = index - 1
        while above > max(index - _MOST_LINES, 0) and not _number(paragraphs[above]):
            above -= 1
        heading = _number(paragraphs[above]) if above >= 0 else None
        between = paragraphs[above + 1 : index]
        if heading and not any(each.gap > 1 or _ends(each) for each in between):
            found[above] = heading
    if found:
        # An item without such a table has the button above it that all have.
        after = (
            index
            for index in range(min(found), len(paragraphs))
            if _TOP.fullmatch(plain(paragraphs[index - 1].text[:40]))
        )
        found |= {index: heading for index in after if (heading := _number(paragraphs[index]))}
    return found


def _number(paragraph: Paragraph) -> ItemHeading | None:
    return None if paragraph.is_furniture else facts.item_heading(paragraph.text)


def _ends(paragraph: Paragraph) -> bool:
    """Whether a line is no rest of a title."""
    return navigation.is_button(paragraph.text) or len(plain(paragraph.text)) > 300
