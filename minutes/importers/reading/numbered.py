"""Numbered items: headings that are a mere number and a title, in minutes without an agenda before them. Pure."""

import re
from collections.abc import Container, Sequence

from minutes.importers.grammar import labels, motions, result_rows, tallies
from minutes.importers.grammar.letters import UPPER, plain
from minutes.importers.reading import facts
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Clock, Paragraph

_CANDIDATE = re.compile(rf"(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*)\s+(?P<title>[{UPPER}„\"].*)")
_UNITS = re.compile(
    r"(?:Ja|JA|Nein|NEIN|Stimmen?|Enthaltung(?:en)?|Uhr|Euro|EUR|Mitglieder[n]?|Personen|Prozent|Sitze?|Tage[n]?|Jahre[n]?|Wochen|Monate[n]?|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Stück|Meter|Plätze[n]?)\b"
)
_VERB = re.compile(r"\b(?:wird|werden|wurde|wurden|ist|sind|hat|haben|bittet|erklärt|beantragt|stellt)\b")
_DECIDES = frozenset({"decision", "result", "status", "counts"})
_OF_ONE_ITEM = _DECIDES | {"number", "title", "proposal", "form"}


def heads(paragraphs: Sequence[Paragraph], without: Container[int], clock: Clock) -> dict[int, ItemHeading]:
    """The headings, if they number on from 1 and what stands below them decides; else none."""
    found: dict[int, ItemHeading] = {}
    deciding: set[int] = set()
    last: tuple[int, ...] = ()
    current = -1
    for index, paragraph in enumerate(paragraphs):
        if index % 256 == 0:
            clock.check()
        if index in without or paragraph.is_furniture:
            continue
        number = _number(paragraph.text)
        if number and _follows(number, last):
            heading = facts.item_heading(paragraph.text)
            if heading:
                found[index], last, current = heading, number, index
                continue
        label = labels.read(paragraph.text)
        kind = label.kind if label else None
        if current < 0 and kind in _OF_ONE_ITEM:
            # What is numbered below the head or resolution of an item are its points.
            return {}
        if kind in _DECIDES or result_rows.read(paragraph.text):
            deciding.add(current)
    is_protocol = len(found) >= 2 and min(found) in deciding and len(deciding) >= 2
    return found if is_protocol else {}


def _number(text: str) -> tuple[int, ...]:
    """The number of what may be a heading; empty if the line is a sentence, a count or a point of a list."""
    line = plain(text)
    match = _CANDIDATE.fullmatch(line) if len(line) <= 250 else None
    if not match or line.endswith((".", "!", "?", ":", ";", ",")):
        return ()
    title = match["title"]
    if _UNITS.match(title) or _VERB.search(title) or motions.is_heading(title) or tallies.is_count_line(line):
        return ()
    return tuple(map(int, match["number"].split(".")))


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """1, 2, 2.1, 2.2, 3: the next on any level, or the first one a level deeper."""
    if not last:
        return number == (1,)
    if number == (*last, 1):
        return True
    level = len(number) - 1
    return level < len(last) and number[:level] == last[:level] and number[level] == last[level] + 1
