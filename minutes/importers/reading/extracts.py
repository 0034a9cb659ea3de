"""Extracts: items one below the other, each below its number and title, with no head of a session above them. Pure.

`17. Zustand der Schulhöfe` opens the text, and `18. Anfragen` stands further down: points of a list count on as well,
but nobody speaks below each of them.
"""

from collections.abc import Sequence
from itertools import pairwise

from minutes.importers.grammar import mentions
from minutes.importers.grammar.letters import plain
from minutes.importers.reading import counting, facts, numbered
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.reading.pasted_pages import tells
from minutes.importers.source import Clock, Paragraph

_LONGEST = 1_000


def heads(paragraphs: Sequence[Paragraph], clock: Clock) -> dict[int, ItemHeading]:
    """The headings, of which the first opens the text; none if below one of them nobody is named and nothing is voted."""
    clock.check()
    found: dict[int, ItemHeading] = {}
    last: tuple[int, ...] = ()
    for index, paragraph in enumerate(paragraphs):
        if paragraph.is_furniture:
            continue
        levels = numbered.levels(paragraph.text, may_be_motion=True)
        heading = facts.item_heading(paragraph.text) if levels else None
        if not last and heading is None:
            return {}
        if heading and (not last or (paragraph.gap and counting.follows(levels, last))):
            found[index], last = heading, levels
    if len(found) < 2:
        return {}
    sections = [(above, paragraphs[above + 1 : below]) for above, below in pairwise([*found, len(paragraphs)])]
    return found if all(_opens_level(found, index) or _is_told(section) for index, section in sections) else {}


def _opens_level(found: dict[int, ItemHeading], index: int) -> bool:
    """`3. Mitteilungen`, and right below it `3.1 Neue Schilder`."""
    below = found.get(index + 1)
    return bool(below and below.number.startswith(f"{found[index].number}."))


def _is_told(section: Sequence[Paragraph]) -> bool:
    """Whether somebody is named, or how was voted."""
    return any(tells(each) or mentions.find(plain(each.text[:_LONGEST])) for each in section)
