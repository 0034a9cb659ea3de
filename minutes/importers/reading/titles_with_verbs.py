"""Titles that are clauses: `3. Vortrag: Der Pflegestützpunkt stellt sich vor`, told by the number that is missing. Pure.

A numbered line with a verb may be a point of a resolution. Where items 2 and 4 are found, and between them stands apart
a line with the number 3 that ends as no sentence does, it is the heading of the third.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from minutes.importers.grammar.letters import UPPER, plain
from minutes.importers.reading import counting, facts
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Paragraph

_NUMBERED = re.compile(rf"(?P<number>\d{{1,2}})(?P<dot>\.?)\s+[{UPPER}„\"][^.!?;|]{{5,140}}[\w)“\"]")


def filled(paragraphs: Sequence[Paragraph], found: Mapping[int, ItemHeading]) -> dict[int, ItemHeading]:
    """The headings with those that were missing between two of them, in the order of the text."""
    missing: dict[int, ItemHeading] = {}
    for above, below in pairwise(sorted(found)):
        first, second = (counting.levels_of(found[index].number) for index in (above, below))
        if second[:1] != (first[0] + 2,) or len(second) > 1:
            continue
        lines = [index for index in range(above + 1, below - 1) if _is_heading(paragraphs, index, first[0] + 1)]
        heading = facts.item_heading(paragraphs[lines[0]].text) if len(lines) == 1 else None
        if heading:
            missing[lines[0]] = heading
    return dict(sorted({**found, **missing}.items()))


def _is_heading(paragraphs: Sequence[Paragraph], index: int, number: int) -> bool:
    """Whether a line has this number, stands apart from what is above and below it, and is no sentence."""
    match = _NUMBERED.fullmatch(plain(paragraphs[index].text[:160]))
    apart = bool(paragraphs[index].gap) and bool(paragraphs[index + 1].gap)
    return match is not None and int(match["number"]) == number and apart and not paragraphs[index].is_furniture
