"""Items that are numbered on in a way of their own: `§ 85 Bürgerfragen`, `Nr. 3: …`, `(2) …`, `85. …`, `I/4 …`, `zu 4.1 …`, `c) …`. Pure.

Numbers may begin anywhere, as those do that go on through a year; but each counts on from the one before, all are
written alike, and a session is told of. Or all of them are 1, where each item became a list of its own.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from minutes.importers.grammar import labels, tallies
from minutes.importers.grammar.letters import UPPER, fold, plain
from minutes.importers.reading import counting, facts, session_titles
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Clock, Paragraph

_BEFORE = r"(?:[Zz]u|[Aa]d|TO|Beratungspunkt)\s|(?:[Zz]u\s)?(?:(?:[Ll]fd\.[\s-]?|TO-)?Nr\.|T\.\s?O\.|Ziff(?:er|\.)|Gegenstand|Thema|Vorgang|P\.|Pt\.|Pkt\.)\s?|§\s?|\(|\|\s?|(?:[A-E]|[IVX]{1,4})[\s./]\s?"
_AFTER = r"(?P<after>(?:/(?:19|20)?\d\d|\.0(?=\s))?\s?[.:)]{0,2}(?:\sö\b)?)"
# With further levels, `zu 4.1 …`; else as the items of one number, `3.1 …` to `3.9 …`.
_NUMBERS = (
    rf"(?P<before>(?:{_BEFORE})?)(?P<number>\d{{1,3}}(?:\.(?!0\s)\d{{1,2}}){{0,2}}(?:\.?[a-h]\b)?){_AFTER}",
    rf"(?P<before>(?:{_BEFORE}|\d{{1,2}}\.(?=\d))?)(?P<number>\d{{1,3}}){_AFTER}",
    # `a) Eröffnung`, `B. Mitteilungen`
    r"(?P<before>)(?P<number>[a-z]|[A-Z])(?P<after>\.?\)|\.)",
)
_FORMS = tuple(
    (
        re.compile(rf"{number}\s*[-–|]?\s*(?P<title>(?:\d{{1,2}}\.\s(?=[{UPPER}]))?[{UPPER}„\"][^|]{{2,250}}?)\s?\|?"),
        re.compile(rf"{number}(?:\s?\|)?"),
    )
    for number in _NUMBERS
)
# `A`, `II.`: of the part of the session, from which its numbers begin again.
_CHAPTER = re.compile(r"^(?:(?P<letter>[A-E])|(?P<roman>[IVX]{1,4}))(?=[./]?$)")
_ROMAN = "I II III IV V VI VII VIII IX X".split()
_VERB = re.compile(r"\b(?:wird|werden|wurden?|ist|sind|hat|haben|bittet|erklärt|beantragt|stellt)\b")
# `A. Sachverhalt`, `B. Beratung`: of one item.
_SECTION = re.compile(
    r"(?:Sachverhalt|Sachdarstellung|Sachstand|Beratung|Aussprache|Diskussion|Beschlu(?:ss|ß)\w*|Begründung|Abstimmung\w*)\s?:?"
)
_ENDS = (".", "!", "?", ",", ";")
_FEWEST = 3
_LONGEST_WITH_COLON = 80


# Of a heading with its title, and of its number alone.
_Form = tuple[re.Pattern[str], re.Pattern[str]]


@dataclass(slots=True)
class _Row:
    """Headings that count on from each other."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    titles: dict[int, str] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)
    seen: set[tuple[int, ...]] = field(default_factory=set)


def heads(
    paragraphs: Sequence[Paragraph], without: Container[int], clock: Clock
) -> tuple[dict[int, ItemHeading], range]:
    """The headings, and where an agenda with the same titles stands before them; none if no session is told of."""
    for form in _FORMS:
        found = _heads(paragraphs, without, form, clock)
        if found[0]:
            return found
    return _restarted(paragraphs, without, clock), range(0)


def _restarted(paragraphs: Sequence[Paragraph], without: Container[int], clock: Clock) -> dict[int, ItemHeading]:
    """`1. Fragestunde`, `1. Wärmeversorgung`, `1. Verschiedenes`: lists of one entry each, as pages have them when they are copied."""
    clock.check()
    titles: dict[int, str] = {}
    for index, paragraph in enumerate(paragraphs):
        found = None if index in without or paragraph.is_furniture else _heading(paragraphs, index, _FORMS[0])
        if found and found[0]["number"] == "2":
            return {}
        if found and found[0]["number"] == "1" and found[0]["after"] == ".":
            titles[index] = found[1]
    if len(titles) < _FEWEST or not session_titles.are_of_session(paragraphs, [*titles], [*titles.values()]):
        return {}
    return {index: ItemHeading("1", *facts.split_paper(title)) for index, title in titles.items()}


def _heads(
    paragraphs: Sequence[Paragraph], without: Container[int], form: _Form, clock: Clock
) -> tuple[dict[int, ItemHeading], range]:
    rows: dict[tuple[str, str], list[_Row]] = {}
    for index, paragraph in enumerate(paragraphs):
        if index % 256 == 0:
            clock.check()
        if index in without or paragraph.is_furniture:
            continue
        found = _heading(paragraphs, index, form)
        if found:
            match, title = found
            style = (
                _CHAPTER.sub(_kind_of_chapter, re.sub(r"\s", "", match["before"])),
                re.sub(r"[\s\d/]", "", match["after"]),
            )
            if "." in match["number"] and not style[1] and (style[0], ".") in rows:
                # `5.1 Beitritt` below `5. Vorlagen`
                style = (style[0], ".")
            _add(rows.setdefault(style, []), index, match, title, gap=bool(paragraph.gap))
    listed = [row for style in rows.values() for row in style if len(row.titles) >= _FEWEST]
    for row in sorted(listed, key=lambda row: -min(row.titles)):
        places, titles = [*row.titles], [*row.titles.values()]
        if session_titles.are_of_session(paragraphs, places, titles):
            found_heads = {place: _item(paragraphs, place, row, form) for place in places}
            return found_heads, _agenda(row, listed)
    return {}, range(0)


def _heading(paragraphs: Sequence[Paragraph], index: int, form: _Form) -> tuple[re.Match[str], str] | None:
    """The number of what may be a heading, and its title, which may stand below it."""
    line = plain(paragraphs[index].text[:400])
    with_title, alone = form
    match = with_title.fullmatch(line)
    title = match["title"] if match else ""
    if not match:
        match = alone.fullmatch(line)
        below = plain(paragraphs[index + 1].text[:400]) if match and index + 1 < len(paragraphs) else ""
        title = below.rstrip(" |")
        label = labels.read(title)
        if not re.match(rf"[{UPPER}„\"]", title) or (label and not (label.kind == "election" and ":" not in title)):
            # `Wahl der Vertreter` below `§ 50` is what the item is about.
            return None
    if (
        match is None
        or title.endswith(_ENDS)
        or _SECTION.fullmatch(title)
        or _VERB.search(title)
        or tallies.is_count_line(line)
    ):
        return None
    if title.endswith(":") and len(title) > _LONGEST_WITH_COLON:
        return None
    return match, title.rstrip(" :")


def _add(rows: list[_Row], index: int, match: re.Match[str], title: str, *, gap: bool) -> None:
    """Into the row that it goes on; else it begins one."""
    number, lettered = _levels(match)
    row = rows[-1] if rows else None
    if row is None or not _goes_on(row, number, lettered=lettered, gap=gap):
        if row and len(row.titles) >= _FEWEST and number != row.first:
            # A list within an item, or a number that means something else.
            return
        row = _Row(number, number)
        rows.append(row)
    row.last = max(row.last, number)
    row.titles[index] = title
    row.seen.add(number)
    before = match["before"].strip(" (|")
    row.numbers[index] = f"{before}{match['number']}" if re.match(r"[A-EIVX\d]", before) else match["number"]


def _levels(match: re.Match[str]) -> tuple[tuple[int, ...], bool]:
    """The levels of a number, of which that of its chapter is the first: `II.1` is (2, 1); and whether a letter is part of it."""
    number = counting.levels_of(match["number"])
    chapter = _CHAPTER.match(re.sub(r"\s", "", match["before"]))
    if chapter is None:
        return number, counting.is_lettered(match["number"])
    letter, roman = chapter["letter"], chapter["roman"]
    return ("ABCDE".index(letter) + 1 if letter else _ROMAN.index(roman) + 1 if roman in _ROMAN else 99, *number), True


def _kind_of_chapter(chapter: re.Match[str]) -> str:
    return "A" if chapter["letter"] else "I"


def _goes_on(row: _Row, number: tuple[int, ...], *, lettered: bool, gap: bool) -> bool:
    """Whether a number goes on in a row: the next on any level, or with numbers left out, or one that comes later."""
    if counting.follows(number, row.last, lettered=lettered):
        return True
    apart = (
        counting.opens_chapter(number, row.last)
        or counting.leaves_out(number, row.last)
        or counting.was_left_out(number, row.last, row.seen)
    )
    return gap and apart


def _item(paragraphs: Sequence[Paragraph], index: int, row: _Row, form: _Form) -> ItemHeading:
    """The heading; a title that stands below its number is still to come."""
    if form[1].fullmatch(plain(paragraphs[index].text[:40])):
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
