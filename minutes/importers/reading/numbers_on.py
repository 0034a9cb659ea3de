"""Items that are numbered on in a way of their own: `§ 85 Bürgerfragen`, `Nr. 3: …`, `(2) …`, `85. …`, `I/4 …`. Pure.

Numbers may begin anywhere, as those do that go on through a year; but each counts on from the one before, all are
written alike, and a session is told of.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from minutes.importers.grammar import labels, tallies
from minutes.importers.grammar.letters import UPPER, fold, plain
from minutes.importers.reading import facts, session_titles
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Clock, Paragraph

_NUMBER = (
    r"(?P<before>(?:(?:[Zz]u|[Aa]d|TO|Beratungspunkt)\s|(?:(?:[Zz]u\s)?[Ll]fd\.\s?)?Nr\.\s?|§\s?|\(|\|\s?|(?:[A-E]|[IVX]{1,4})[\s./]\s?|\d{1,2}\.(?=\d))?)"
    r"(?P<number>\d{1,3})(?P<after>(?:/(?:19|20)\d\d)?\s?[.:)]{0,2}(?:\sö\b)?)"
)
_HEADING = re.compile(rf"{_NUMBER}\s*[-–|]?\s*(?P<title>[{UPPER}„\"][^|]{{2,250}}?)\s?\|?")
_ALONE = re.compile(rf"{_NUMBER}(?:\s?\|)?")
_VERB = re.compile(r"\b(?:wird|werden|wurden?|ist|sind|hat|haben|bittet|erklärt|beantragt|stellt)\b")
_ENDS = (".", "!", "?", ",", ";")
_FEWEST = 3
_LONGEST_WITH_COLON = 80


@dataclass(slots=True)
class _Row:
    """Headings that count on from each other."""

    first: int
    last: int
    titles: dict[int, str] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)


def heads(
    paragraphs: Sequence[Paragraph], without: Container[int], clock: Clock
) -> tuple[dict[int, ItemHeading], range]:
    """The headings, and where an agenda with the same titles stands before them; none if no session is told of."""
    rows: dict[tuple[str, str], list[_Row]] = {}
    for index, paragraph in enumerate(paragraphs):
        if index % 256 == 0:
            clock.check()
        if index in without or paragraph.is_furniture:
            continue
        found = _heading(paragraphs, index)
        if found:
            match, title = found
            style = (re.sub(r"\s", "", match["before"]), re.sub(r"[\s\d/]", "", match["after"]))
            _add(rows.setdefault(style, []), index, match, title)
    listed = [row for style in rows.values() for row in style if len(row.titles) >= _FEWEST]
    for row in sorted(listed, key=lambda row: -min(row.titles)):
        places, titles = [*row.titles], [*row.titles.values()]
        if session_titles.are_of_session(paragraphs, places, titles):
            found_heads = {place: _item(paragraphs, place, row) for place in places}
            return found_heads, _agenda(row, listed)
    return {}, range(0)


def _heading(paragraphs: Sequence[Paragraph], index: int) -> tuple[re.Match[str], str] | None:
    """The number of what may be a heading, and its title, which may stand below it."""
    line = plain(paragraphs[index].text[:400])
    match = _HEADING.fullmatch(line)
    title = match["title"] if match else ""
    if not match:
        match = _ALONE.fullmatch(line)
        below = plain(paragraphs[index + 1].text[:400]) if match and index + 1 < len(paragraphs) else ""
        title = below.rstrip(" |")
        if not re.match(rf"[{UPPER}„\"]", title) or labels.read(title):
            return None
    if match is None or title.endswith(_ENDS) or _VERB.search(title) or tallies.is_count_line(line):
        return None
    if title.endswith(":") and len(title) > _LONGEST_WITH_COLON:
        return None
    return match, title.rstrip(" :")


def _add(rows: list[_Row], index: int, match: re.Match[str], title: str) -> None:
    """Into the row that it goes on; else it begins one."""
    number = int(match["number"])
    row = rows[-1] if rows else None
    if row is None or number != row.last + 1:
        if row and len(row.titles) >= _FEWEST and number != row.first:
            # A list within an item, or a number that means something else.
            return
        row = _Row(number, number)
        rows.append(row)
    row.last = number
    row.titles[index] = title
    before = match["before"].strip(" (|")
    row.numbers[index] = f"{before}{match['number']}" if re.match(r"[A-EIVX\d]", before) else match["number"]


def _item(paragraphs: Sequence[Paragraph], index: int, row: _Row) -> ItemHeading:
    """The heading; a title that stands below its number is still to come."""
    if _ALONE.fullmatch(plain(paragraphs[index].text[:40])):
        return ItemHeading(row.numbers[index], "")
    title, papers = facts.split_paper(row.titles[index])
    return ItemHeading(row.numbers[index], title, papers)


def _agenda(row: _Row, rows: Sequence[_Row]) -> range:
    """Where the same titles stand before."""
    first = min(row.titles)
    titles = {fold(title) for title in row.titles.values()}
    for other in rows:
        places = [*other.titles]
        if places[-1] < first and len(titles & {fold(title) for title in other.titles.values()}) * 2 > len(titles):
            return range(places[0], places[-1] + 1)
    return range(0)
