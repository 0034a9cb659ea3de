"""Pages of items one below the other, as they are copied from a site: dated headings, or rows of a list. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar import papers
from minutes.importers.grammar.letters import plain
from minutes.importers.reading import facts
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Paragraph

# `12.12.2026 - 5 Gebührensatzung für den Wochenmarkt`
DATED = re.compile(
    r"(?P<date>\d{1,2}\.\d{1,2}\.\d{4})\s[-–]\s(?P<number>(?:[ÖN]\s?)?\d{1,3}(?:\.\d{1,3}){0,4})\.?\s(?P<title>\S.{0,400})"
)
# `3.1 | Benennung des Platzes | V/2026/104 | |`, and below it `| Beschluss: | einstimmig zugestimmt | |`
_ROW = re.compile(
    r"(?P<number>(?:[ÖN]\s?)?\d{1,3}(?:\.\d{1,3})*)\.?\s*\|\s*(?P<title>[^|:\s][^|]{2,500}?)\s*\|(?P<rest>[^|]{0,60}[\s|]*)"
)
_RESULT = re.compile(r"\|\s*(?:Beschluss|Abstimmung|Ergebnis)\s?:\s*\|.*")
_FEWEST_ROWS = 3


def heads(paragraphs: Sequence[Paragraph]) -> dict[int, ItemHeading]:
    """The headings, by index; nothing where there are not several of them."""
    return _dated(paragraphs) or _rows(paragraphs)


def day(paragraphs: Sequence[Paragraph]) -> str:
    """The day that all of the dated headings name."""
    match = next(filter(None, (DATED.fullmatch(plain(each.text[:500])) for each in paragraphs)), None)
    return facts.date(match["date"]) if match else ""


def _dated(paragraphs: Sequence[Paragraph]) -> dict[int, ItemHeading]:
    found = {
        index: match
        for index, each in enumerate(paragraphs)
        if each.text[:1].isdigit() and (match := DATED.fullmatch(plain(each.text[:500])))
    }
    is_one_day = len({match["date"] for match in found.values()}) == 1
    if len({match["number"] for match in found.values()}) < 2 or not is_one_day:
        return {}
    return {index: _heading(match["number"], match["title"]) for index, match in found.items()}


def _rows(paragraphs: Sequence[Paragraph]) -> dict[int, ItemHeading]:
    found = {
        index: match
        for index, each in enumerate(paragraphs)
        if "|" in each.text[:12] and (match := _ROW.fullmatch(plain(each.text[:700])))
    }
    tells = any(_RESULT.match(plain(each.text[:60])) for each in paragraphs)
    if len(found) < _FEWEST_ROWS or not tells:
        return {}
    return {index: _heading(match["number"], match["title"], match["rest"]) for index, match in found.items()}


def _heading(number: str, title: str, rest: str = "") -> ItemHeading:
    mark = number[:1] if number[:1] in "ÖN" else ""
    public = {"Ö": True, "N": False}.get(mark)
    return ItemHeading(number.lstrip("ÖN "), title.strip(), tuple(papers.find(rest)), public, True, mark)
