"""Published resolutions, each below its number: `Beschluss-Nr. 41/2026`, or the number alone, `58/11/2026`. Pure."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from minutes.importers.grammar import bare_decisions, bodies, resolved, resolving
from minutes.importers.grammar.letters import plain
from minutes.importers.reading import facts, session_titles
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.reading.pasted_pages import TITLE, tells
from minutes.importers.source import Clock, Paragraph

# `Beschluss-Nr. 41-09/26`, `Beschluss Nr.: 12/2026:`, `Beschluss KT 171/09./2026:`, `Beschluss 3:`
_RESOLUTION = re.compile(
    r"\|?\s?Beschluss(?:\s?[-–]?\s?Nr\.?|\s?[-–]?\s?[Nn]ummer)?\s?:?\s(?P<number>(?:[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,5}[\s/-])?\d[\w/.-]{0,24}?)\s?[:|]{0,2}"
)
# `58/11/2026`, `S 13/262/26`, `Eil 02/2026`, `BV-041-2026`: alone on its line.
_ALONE = re.compile(
    r"(?P<number>(?:(?:[A-ZÄÖÜ]{1,5}|Eil)[\s/-]{1,3})?\d{1,4}(?:[/-]\d{1,4}){0,2}[/-](?:\d{2}|20\d\d))\s?:?"
)
# `05-2026`
_OF_YEAR = re.compile(r"\d\.?[/-](?:\d{2}|20\d\d)$")
_PRESENT = re.compile(r"\b[Aa]nwesend(?:e[nr]?)?\b")
# `Gemeinderatssitzung am: Montag, 4.5.2026`, told of each by itself.
_OF_SESSION = re.compile(r"\w*[Ss]itzung\s?(?:am|vom)\s?:?\s")
_POINT = re.compile(r"^\s*\d\.\s")
_ANNOUNCES = re.compile(r"\bBeschl(?:uss|üsse)\b")
_MOST_BEFORE = 12
_FEWEST_ALONE = 3

Found = Mapping[int, re.Match[str]]


def heads(paragraphs: Sequence[Paragraph], clock: Clock) -> dict[int, ItemHeading]:
    """The headings, right below the head of the page, and below each of them how was voted or what was decided; else none."""
    clock.check()
    found = _numbers(paragraphs, _RESOLUTION)
    if found:
        are_resolutions = _are_headed(paragraphs, found) and _all_tell(paragraphs, found)
        return (
            {i: ItemHeading("", plain(paragraphs[i].text).strip("| "), is_published=True) for i in found}
            if are_resolutions
            else {}
        )
    found = _numbers(paragraphs, _ALONE)
    is_first = bool(found) and not any(not each.is_furniture for each in paragraphs[: min(found)])
    if not found or not (_tell_day(paragraphs[: min(found)]) or (is_first and len(found) >= _FEWEST_ALONE)):
        return {}
    return {index: _heading(paragraphs, index) for index in found} if _all_tell(paragraphs, found) else {}


def _heading(paragraphs: Sequence[Paragraph], index: int) -> ItemHeading:
    """The title stands below the number; where none does, the number is called so."""
    below = plain(paragraphs[index + 1].text[:300]) if index + 1 < len(paragraphs) else ""
    title = "" if TITLE.fullmatch(below) else plain(paragraphs[index].text)
    return ItemHeading("", title, is_published=True)


def _numbers(paragraphs: Sequence[Paragraph], pattern: re.Pattern[str]) -> dict[int, re.Match[str]]:
    """Where at least two different numbers stand, with no result above the first."""
    found = {
        index: match
        for index, each in enumerate(paragraphs)
        if not each.is_furniture and (match := pattern.fullmatch(plain(each.text[:80])))
    }
    if len({match["number"] for match in found.values()}) < max(2, len(found)):
        return {}
    before = [each for each in paragraphs[: min(found)] if not each.is_furniture]
    return {} if len(before) > _MOST_BEFORE or any(map(tells, before)) else found


def _are_headed(paragraphs: Sequence[Paragraph], found: Found) -> bool:
    """Whether a session is told of, above them or of each by itself: of one item several may be resolved."""
    is_headed = _tell_day(paragraphs[: min(found)])
    if not all("N" in match.group().upper()[9:] or _OF_YEAR.search(match["number"]) for match in found.values()):
        # `Beschluss 1`, `Beschluss 2` are those of one item, unless they have titles.
        is_headed = is_headed and all(TITLE.fullmatch(plain(paragraphs[index + 1].text[:300])) for index in found)
    is_first = not any(not each.is_furniture for each in paragraphs[: min(found)])
    if is_first and all(TITLE.fullmatch(plain(paragraphs[index + 1].text[:300])) for index in found):
        # The number opens the text, and each has a title.
        return True
    present = sum(bool(_PRESENT.search(each.text[:200])) for each in paragraphs)
    days = sum(bool(_OF_SESSION.match(each.text[:80]) and facts.date(each.text[:120])) for each in paragraphs)
    return is_headed or max(present, days) >= len(found)


def _tell_day(before: Sequence[Paragraph]) -> bool:
    """Whether the last lines tell of a session and its day, be it on lines of their own; a part may stand below."""
    lines = [each.text for each in before if not each.is_furniture and facts.part(each.text) is None][-2:]
    if any(facts.date(line) and (session_titles.tells_session(line) or _ANNOUNCES.search(line)) for line in lines):
        return True
    return bool(lines) and facts.names_session(lines[0]) and bool(facts.date(lines[-1])) and len(lines[-1]) < 40


def _all_tell(paragraphs: Sequence[Paragraph], found: Found) -> bool:
    """Whether below nearly each of them a vote or a resolution stands."""
    told = [
        any(tells(each) or _decides(each.text[:2_000]) for each in paragraphs[start + 1 : stop])
        for start, stop in pairwise([*found, len(paragraphs)])
    ]
    return sum(told) * 4 >= len(told) * 3


def _decides(text: str) -> bool:
    """`Der Rat bestätigt den Verkauf.`, `Der Auftrag wird an die Firma vergeben.`, `Der Rat hat beschlossen:`"""
    return (
        bodies.begins(_POINT.sub("", text))
        or resolved.body_resolves(text)
        or bool(bare_decisions.code_of(text))
        or resolving.opens(text)
    )
