"""Headings in tables: each a row of its own, number and title, wherever it stands in the order. Pure."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from minutes.importers.grammar.letters import fold, plain
from minutes.importers.reading import facts
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Paragraph

# `| 6. | Rahmenplan Alte Ziegelei |`
_ROW = re.compile(r"\|\s?(?:TOP\s)?(?P<number>\d{1,3}(?:\.\d{1,2})*)[.)]?\s?\|\s?(?P<title>[^|]{3,300}?)\s?\|")
_FEWEST = 3


def heads(paragraphs: Sequence[Paragraph]) -> dict[int, ItemHeading]:
    """The headings, if there are several, no number comes twice, and text stands below each but the last of a list."""
    rows = {
        index: match
        for index, each in enumerate(paragraphs)
        if each.text.startswith("|") and (match := _ROW.fullmatch(plain(each.text[:400])))
    }
    numbers = {match["number"] for match in rows.values()}
    listed = sum(index + 1 in rows for index in rows)
    if len(rows) < _FEWEST or len(numbers) < len(rows) or listed * 3 > len(rows) or _come_again(paragraphs, rows):
        return {}
    found = {index: facts.item_heading(f"TOP {match['number']} {match['title']}") for index, match in rows.items()}
    return {index: heading for index, heading in found.items() if heading}


def _come_again(paragraphs: Sequence[Paragraph], rows: Mapping[int, re.Match[str]]) -> bool:
    """Whether two of the rows are headings further down, `TOP 2 Neue Schilder`: then they are an agenda."""
    titles = {(match["number"], fold(match["title"])) for match in rows.values()}
    below = (facts.item_heading(each.text[:400]) for each in paragraphs[max(rows) + 1 :])
    return len(list(islice((each for each in below if each and (each.number, fold(each.title)) in titles), 2))) > 1
