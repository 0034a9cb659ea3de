"""Items of which the minutes have a number of two levels only, and right behind it what somebody says: `5.1 Herr Kohl fragt …`. Pure.

They stand below an item of which nothing but such points is to be expected: `5. Anfragen`, `Punkt 5: Mitteilungen`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.importers.grammar.letters import UPPER, plain
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Paragraph

_OF_MANY = re.compile(r"mitteilung|anfrage|verschieden|sonstig|bekanntgabe|anregung|information|wünsche", re.IGNORECASE)
_NUMBER = re.compile(rf"(?P<number>\d{{1,2}}\.\d{{1,2}})\.?(?:\s+(?P<said>[{UPPER}„].*)|$)", re.DOTALL)
# `Landeskinderschutzgesetz` below `6.1` on a line of its own.
_TITLE = re.compile(rf"[{UPPER}„][^.!?;:]{{2,120}}[\w)“]")
_SENTENCE = re.compile(r"\s[a-zäöüß]{3,}\s.*[.!?]$", re.DOTALL)

Heads = Mapping[int, ItemHeading]


def parted(paragraphs: Sequence[Paragraph], heads: Heads) -> tuple[tuple[Paragraph, ...], dict[int, ItemHeading]]:
    """The paragraphs, each such number as one of its own, and all headings; the same headings if there are none."""
    cuts = _cuts(paragraphs, heads)
    if not cuts:
        return tuple(paragraphs), dict(heads)
    done: list[Paragraph] = []
    found: dict[int, ItemHeading] = {}
    for index, paragraph in enumerate(paragraphs):
        if index in heads:
            found[len(done)] = heads[index]
        match = _NUMBER.fullmatch(plain(paragraph.text)) if index in cuts else None
        if match:
            found[len(done)] = ItemHeading(match["number"], "")
            written = paragraph.text.strip()
            number, said = written[: len(match["number"])], written[len(match["number"]) :].lstrip(". \u00a0\t")
            dot = written[len(match["number"]) :].startswith(".")
            done.append(replace(paragraph, text=f"{number}." if dot else number))
            done += [replace(paragraph, text=said, gap=0)] if said else []
        else:
            done.append(paragraph)
    return tuple(done), found


def _cuts(paragraphs: Sequence[Paragraph], heads: Heads) -> set[int]:
    """Where such numbers stand: they count on from 1 below the item that heads them."""
    cuts: set[int] = set()
    for start, stop in pairwise([*heads, len(paragraphs)]):
        number, title = heads[start].number, heads[start].title or _below(paragraphs, start)
        if not number.isdigit() or not _OF_MANY.search(title):
            continue
        found: list[int] = []
        for index in range(start + 1, stop):
            match = _NUMBER.fullmatch(plain(paragraphs[index].text))
            said = (match["said"] or _below(paragraphs, index)) if match else ""
            is_title = match is not None and not match["said"] and bool(_TITLE.fullmatch(said))
            if match and match["number"] == f"{number}.{len(found) + 1}" and (is_title or _SENTENCE.search(said)):
                found.append(index)
        # One alone may as well be told of within the item.
        cuts.update(found if len(found) > 1 else [])
    return cuts


def _below(paragraphs: Sequence[Paragraph], index: int) -> str:
    return plain(paragraphs[index + 1].text) if index + 1 < len(paragraphs) else ""
