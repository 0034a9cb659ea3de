"""Numbered items: headings that are a mere number and a title, in minutes without an agenda before them. Pure."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes.importers.grammar import labels, mentions, motions, result_rows, tallies
from minutes.importers.grammar.letters import UPPER, plain
from minutes.importers.reading import counting, facts, session_titles
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Clock, Paragraph

# `A.1`, `2.1`, `2.a`, `1b`, `1 b)`.
_LEVELS = r"(?P<number>(?:[A-E]\.\s?)?\d{1,2}(?:\.\d{1,2})*(?:\.?[a-h]|\s[a-h](?=\)))?)"
# `3.      1. Nachtragshaushalt` has a number within its title, `2.1    (E) Tempo 30` says what is done with it.
_CANDIDATE = re.compile(
    rf"(?P<to>Zu\s)?{_LEVELS}(?P<dot>(?:\.\)?|(?<=[a-h])\))?)\s+(?P<title>(?:(?P<first>\d{{1,2}}\.)\s)?(?:\([{UPPER}]{{1,2}}\)\s)?[{UPPER}„\"].*)"
)
# `| 2. | Mitteilungen |`: a row of a table.
_ROW = re.compile(rf"\|\s*(?P<cell>{_LEVELS}\.?\)?)\s*\|\s*(?P<title>[^|]+?)\s*\|?")
_ALONE = re.compile(rf"{_LEVELS}\.\)?(?:\s?\|)?")
_APART = re.compile(r"\s*[\d.]{1,12}\.?(?:[ \u00a0]{3,}|\t)")
_UNITS = re.compile(
    rf"(?:Ja|JA|Nein|NEIN|Stimmen?|Enthaltung(?:en)?|Uhr|Euro|EUR|Mitglieder[n]?|Personen|Prozent|Sitze?|Tage[n]?|Jahre[n]?|Wochen|Monate[n]?|{facts.MONTHS}|Stück|Meter|Plätze[n]?)\b"
)
_VERB = re.compile(r"\b(?:wird|werden|wurde|wurden|ist|sind|hat|haben|bittet|erklärt|beantragt|stellt)\b")
_SENTENCE = re.compile(r"\b[a-zäöüß]{3,}\b[^.]{3,}[a-zäöüß][.!?:]")
_OPENS = re.compile(r"\b(?:eröffne|begrüß)\w*\b.*\.\s*$", re.DOTALL)
_DECIDES = frozenset({"decision", "result", "status", "counts"})
_OF_ONE_ITEM = _DECIDES | {"number", "title", "proposal", "form"}
# Lines of the head of a further session, down to its first item.
_MOST_OF_HEAD = 6

_PART_NUMBER = re.compile(r"(\d)[.):]?\s")


@dataclass(frozen=True, slots=True)
class _Number:
    """`2.1` as (2, 1), and whether a full stop follows."""

    levels: tuple[int, ...]
    has_dot: bool
    written: str = ""
    # A letter is part of it: the points of a list have none.
    is_lettered: bool = False
    # `Zu 2 Neue Schilder`: only items are written so.
    is_referred: bool = False
    # `4. Antrag der SPD-Fraktion`: an item, or a motion within one.
    is_motion: bool = False
    # `7. 31. Änderung des Plans`: the second is of the title, if the first numbers on.
    has_second: bool = False
    # `7.2    Neue Schilder`: in a column of its own, as headings are set; extracts leave numbers out.
    is_apart: bool = False


def heads(
    paragraphs: Sequence[Paragraph], without: Container[int], parts: Container[int], clock: Clock
) -> dict[int, ItemHeading]:
    """The headings, if they number on from 1 and what stands below them decides; else none.

    Numbers with full stops, or alone on a line, are those of points as well: they need a first item that opens the
    session, numbered `parts` (`1. Öffentliche Sitzung`) of which they are the second level, or the head of a session
    before them and titles of a kind that agendas have.
    """
    found: dict[int, ItemHeading] = {}
    deciding: set[int] = set()
    last: tuple[int, ...] = ()
    style: bool | None = None
    in_parts = False
    referred = 0
    point, point_at = 0, -1
    current = part_at = -1
    session_at = -_MOST_OF_HEAD
    is_first = True
    for index, paragraph in enumerate(paragraphs):
        if index % 256 == 0:
            clock.check()
        if index in without or paragraph.is_furniture:
            continue
        if index in parts:
            part = _PART_NUMBER.match(plain(paragraph.text))
            if part and (in_parts or not found):
                last, in_parts = (int(part[1]),), True
            part_at = index
            continue
        if found and _begins_session(paragraph):
            session_at = index
        number = _number(paragraph.text) or _number_above(paragraphs, index)
        if (
            number
            and number.has_second
            and not (paragraph.gap and counting.follows(number.levels, last, lettered=False))
        ):
            number = None
        begins = part_at == index - 1 or index - session_at < _MOST_OF_HEAD
        if number and found and number.levels == (1,) and begins and not in_parts:
            # The items of the part that is not public, or of another session on this page, begin again from 1.
            last = ()
        elif (
            number
            and found
            and last[:1] != (0,)
            and not (
                paragraph.gap and point_at >= 0 and not paragraphs[point_at].gap and number.levels == (last[0] + 1,)
            )
            and number.levels in {(1,), (point + 1,)}
            and (point_at == index - 1 or number.levels == (1,) or number.is_motion)
        ):
            # A list within an item begins again from 1, and its points stand close together.
            point, point_at = number.levels[0], index
            continue
        fits = number and (style is None or number.has_dot == style or len(number.levels) > 1)
        goes_on = number and (
            counting.follows(number.levels, last, lettered=number.is_lettered)
            or (number.is_apart and number.levels > last)
            or (not number.is_lettered and _goes_on_apart(paragraphs, index, number, last, found))
        )
        if number and fits and goes_on and (found or not number.is_motion):
            is_first = is_first and (bool(found) or number.levels[0] < 2)
            style = number.has_dot or number.written[0].isalpha() if style is None else style
            found[index], last, current = _heading(paragraph.text, number), max(last, number.levels), index
            referred += number.is_referred
            continue
        label = labels.read(paragraph.text)
        kind = label.kind if label else None
        if current < 0 and kind in _OF_ONE_ITEM and not in_parts:
            # What is numbered below the head or resolution of an item are its points.
            return {}
        if kind in _DECIDES or result_rows.read(paragraph.text):
            deciding.add(current)
    if len(found) < 2:
        return {}
    if in_parts or referred > 1:
        return found
    titles = [_title(paragraphs, index, heading) for index, heading in found.items()]
    if not is_first:
        # Extracts begin anywhere, and have headings of which nothing is told.
        return found if session_titles.are_of_session(paragraphs, [*found], titles, may_be_empty=True) else {}
    has_levels = any("." in heading.number for heading in found.values())
    if (style or has_levels) and (
        (session_titles.opens(titles[0]) and (len(found) > 2 or session_titles.is_formal(titles[1])))
        or session_titles.are_of_session(paragraphs, [*found], titles)
    ):
        return found
    if style and len(deciding & found.keys()) > 1 and session_titles.heads_session(paragraphs[: min(found)]):
        # Each with a decision of its own: points of a resolution have none.
        return found
    decides = min(found) in deciding or session_titles.are_of_session(paragraphs, [*found], titles)
    return found if not style and decides and len(deciding) >= 2 else {}


def below_title(paragraphs: Sequence[Paragraph], title: int) -> dict[int, ItemHeading]:
    """The items of an extract below `Tagesordnung`: the first right below it or below how the session was opened, further ones with higher numbers that begin as items do."""
    before = [label.kind for each in paragraphs[:title] if (label := labels.read(each.text))]
    if any(kind in _OF_ONE_ITEM | {"status"} for kind in before):
        # The page of an item, within which an agenda is told of.
        return {}
    found: dict[int, ItemHeading] = {}
    last = point = 0
    within: tuple[int, ...] = ()
    for index in range(title + 1, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.is_furniture or facts.is_publicity(paragraph.text):
            continue
        number = _number(paragraph.text) or _number_above(paragraphs, index)
        if number is None or number.has_second or not number.has_dot or (number.is_motion and not found):
            if found or (index - title < 6 and _OPENS.search(paragraph.text)):
                continue
            return {}
        if len(number.levels) > 1:
            if (
                found
                and number.levels[0] == last
                and counting.follows(number.levels, within, lettered=number.is_lettered)
            ):
                found[index], within = _heading(paragraph.text, number), number.levels
            continue
        heading = _heading(paragraph.text, number)
        if found and number.levels[0] in {1, point + 1}:
            # A list within an item begins again from 1.
            point = number.levels[0]
            continue
        is_formal = paragraph.gap == 2 and session_titles.is_formal(_title(paragraphs, index, heading))
        stands_apart = paragraph.gap or "|" in paragraph.text
        if not found or (number.levels[0] == last + 1 and stands_apart) or (number.levels[0] > last and is_formal):
            found[index], last, within = heading, number.levels[0], number.levels
    # Entries of an agenda stand close; below an item somebody does something.
    has_text = all(
        any(_SENTENCE.search(plain(each.text)) for each in paragraphs[index + 1 : end])
        for index, end in pairwise([*found, len(paragraphs)])
    )
    return found if has_text else {}


def _title(paragraphs: Sequence[Paragraph], index: int, heading: ItemHeading) -> str:
    return heading.title or _below(paragraphs, index)


def _below(paragraphs: Sequence[Paragraph], index: int) -> str:
    """The next line, without the bar of its cell."""
    return plain(paragraphs[index + 1].text).rstrip(" |") if index + 1 < len(paragraphs) else ""


def opens_session(text: str) -> bool:
    """`1. Eröffnung der Sitzung`: the first item, wherever it stands."""
    number = _number(text)
    heading = facts.item_heading(text) if number and number.levels == (1,) else None
    return bool(heading and session_titles.opens(heading.title))


def is_apart(text: str) -> bool:
    """Whether a line has its number in a column of its own, and is nobody's name."""
    number = _number(text)
    if not number or not number.is_apart:
        return False
    heading = facts.item_heading(text)
    if heading and session_titles.is_typical(heading.title):
        return True
    return not re.search(r",\s[A-ZÄÖÜ]", text) and not mentions.find(plain(text))


def levels(text: str, *, may_be_motion: bool = False) -> tuple[int, ...]:
    """The number of what may be a heading: `2.1 Wege` as (2, 1); empty if the line is none."""
    number = _number(text)
    return (
        number.levels
        if number and not number.has_second and (may_be_motion or not number.is_motion or len(number.levels) > 1)
        else ()
    )


def _number(text: str) -> _Number | None:
    """The number of what may be a heading; none if the line is a sentence, a count or a point of a list."""
    line = plain(text)
    if line[:1] in {"*", "#"}:
        # `**3. Anfragen**`, `### 3. Anfragen`
        line = line.strip("*# ")
    if row := _ROW.fullmatch(line):
        line = f"{row['cell']} {row['title']}"
    match = _CANDIDATE.fullmatch(line) if len(line) <= 250 else None
    if not match or line.endswith((".", "!", "?", ":", ",")):
        return None
    title = match["title"]
    if _UNITS.match(title) or _VERB.search(title) or tallies.is_count_line(line):
        return None
    return _counted(
        match["number"],
        has_dot=bool(match["dot"]),
        is_referred=bool(match["to"]),
        is_motion=motions.is_heading(title),
        is_apart=bool(_APART.match(text)),
        has_second=bool(match["first"]) and not _APART.match(text),
    )


def _counted(
    written: str,
    *,
    has_dot: bool,
    is_referred: bool = False,
    is_motion: bool = False,
    is_apart: bool = False,
    has_second: bool = False,
) -> _Number:
    levels = counting.levels_of(written)
    return _Number(
        levels, has_dot, written, counting.is_lettered(written), is_referred, is_motion, has_second, is_apart
    )


def _heading(text: str, number: _Number) -> ItemHeading:
    """The heading; where its number stands alone, the title is below it."""
    return facts.item_heading(text) or ItemHeading(number.written, "")


def _number_above(paragraphs: Sequence[Paragraph], index: int) -> _Number | None:
    """`1.` alone on a line, be it with the number of its paper, and below it what may be a title."""
    line = plain(paragraphs[index].text[:60])
    heading = facts.item_heading(line)
    if heading and heading.papers and not heading.title:
        # `3. 05 - 17 0214/2021`
        line = f"{heading.number}."
    match = _ALONE.fullmatch(line)
    below = _below(paragraphs, index) if match else ""
    if not match or labels.read(below) or not _number(f"1. {below}"):
        return None
    return _counted(match["number"], has_dot=True)


def _leaves_out(of: _Number, last: tuple[int, ...], title: str) -> bool:
    """Numbers left out: lists leave out none, and have no such titles."""
    is_item = of.written.startswith("0") or session_titles.is_typical(title)
    return counting.leaves_out(of.levels, last) and is_item


def _goes_on_apart(
    paragraphs: Sequence[Paragraph],
    index: int,
    of: _Number,
    last: tuple[int, ...],
    found: Mapping[int, ItemHeading],
) -> bool:
    """Where numbers are left out, or come later."""
    number = of.levels
    if counting.skips_within(number, last):
        return True
    if not paragraphs[index].gap:
        return False
    if found and (counting.opens_chapter(number, last) or counting.was_left_out(number, last, _levels(found))):
        return True
    return _leaves_out(of, last, _title(paragraphs, index, _heading(paragraphs[index].text, of)))


def _levels(found: Mapping[int, ItemHeading]) -> list[tuple[int, ...]]:
    return [counting.levels_of(heading.number) for heading in found.values()]


def _begins_session(paragraph: Paragraph) -> bool:
    """`Sitzungstag: Montag, 4. Mai 2026`."""
    label = labels.read(paragraph.text[:120])
    return bool(label and label.kind == "date" and facts.date(label.rest))
