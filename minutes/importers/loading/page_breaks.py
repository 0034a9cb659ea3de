"""Page breaks within a sentence: what a page has at its edge stands between the two halves, and comes only once. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from minutes.importers.loading import running
from minutes.importers.loading.line import ENDED, WIDE, Line

# `Gemeinde Oberau, Rat am 4. Mai 2026      Seite 3`, `Bl. 2`, `Sitzung des Rates am 4.5.2026            2`, `- 3 -`, `3`, `_____`, `...`
_OF_EDGE = re.compile(
    r"(?:\S.{0,120}?[\s,(–-])?(?:Seite|Blatt|S\.|Bl\.)\s?:?\s?\d{1,4}(?:\s?(?:von|/)\s?\d{1,4})?\)?(?:\s{3}\s*\S.{0,100})?"
    r"|\S.{0,120}\s{6,60}\d{1,4}|\d{1,3}|[-–—]\s?\d{1,3}\s?[-–—]|[_=–-]{10,200}|\.{3,200}|…"
)
_PAGE_ALONE = re.compile(r"\(?(?:Seite|Blatt|Bl\.)\s?:?\s?\d{1,4}(?:\s?(?:von|/)\s?\d{1,4})?\)?")
_DRAWN = re.compile(r"[_=.*–-]{20,300}")
# `Sitzung des Rates vom 4. Mai 2026`, right above or below such a line.
_OF_SESSION = re.compile(
    r"(?!(?!\w*[Ss]itzung)\w+ung\s)(?:\d{1,3}\.\s)?[^.:!?]{0,60}\b(?:\w*[Ss]itzung|\w*[Nn]iederschrift|\w*[Pp]rotokoll|\w*[Aa]usschuss(?:es)?|\w*[Rr]at(?:e?s)?)\b.{0,100}\b(?:\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zä]{2,8}\.?)\s?\d{2,4}|\d{1,3}/(?:[IVX]+|\d{2,4}))"
)
# What is half of a sentence ends with a small word, or a comma.
_OPEN = re.compile(r"(?:[a-zäöüß]{2,}|,|[a-zäöüß]-)$")
# After these a noun must follow: `… auf dem Weg zum` + `Anleger`, `… nach der langen` + `Pause`.
_AWAITS = re.compile(
    r"\s(?:der|die|das|des|dem|den|eine?[nmrs]?|im|am|vom|zum|zur|um|für|von|und|oder|mit|über|durch|gegen|nach|ohne|seine?[nmrs]?|ihre?[nmrs]?|keine?[nmrs]?|diese?[nmrs]?)(?:\s[a-zäöüß]{3,}e[nrsm]?)?$"
)
_BARE_NUMBER = re.compile(r"\d{1,3}")
_DAY = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ])|\d/[IVX\d]")
_LONGEST = 160
_HALF = 40
_REACH = 2
_TOP = 25
_LEAST_OF_HEAD = 2
_MOST_OF_HEAD = 12


def marked(lines: Sequence[Line]) -> frozenset[int]:
    """Which lines stand at the edge of a page, though they are no running heads that come again."""
    texts = [line.text.strip() for line in lines]
    found: set[int] = set()
    for index, line in enumerate(lines):
        if len(texts[index]) > _LONGEST or not (line.is_furniture or _OF_EDGE.fullmatch(texts[index])):
            continue
        if not _BARE_NUMBER.fullmatch(texts[index]) or (_is_apart(lines, index) and _is_apart(lines, index + 1)):
            found |= _between_halves(lines, texts, index)
        if line.is_furniture or _PAGE_ALONE.fullmatch(texts[index]):
            found |= _with_session(lines, texts, index)
        if line.is_furniture or _PAGE_ALONE.fullmatch(texts[index]) or _DRAWN.fullmatch(texts[index]):
            found |= _head_again(texts, index)
    return frozenset(found)


def _between_halves(lines: Sequence[Line], texts: Sequence[str], at: int) -> set[int]:
    """The lines around one of the edge, up to the two halves of a sentence; the fewest that will do."""
    reach = [(up, down) for up in range(_REACH + 1) for down in range(_REACH + 1)]
    for up, down in sorted(reach, key=sum):
        first, last = at - up, at + down
        if first < 1 or last + 1 >= len(lines):
            continue
        around = [index for index in range(first, last + 1) if index != at]
        if all(_may_be_of_edge(texts[index]) for index in around) and _goes_on(texts[first - 1], lines, last + 1):
            return set(range(first, last + 1))
    return set()


def _may_be_of_edge(text: str) -> bool:
    return bool(_OF_EDGE.fullmatch(text)) or _is_session(text)


def _goes_on(before: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the second half of the sentence that another one broke off."""
    after = lines[at].text.strip()
    if len(before) < _HALF or ENDED.search(before) or not _OPEN.search(before) or WIDE.search(before):
        return False
    if lines[at].is_furniture or WIDE.search(after) or running.is_of_an_item(after):
        return False
    return after[:1].islower() or (after[:1].isupper() and awaits(before))


def awaits(before: str) -> bool:
    """Whether a line ends where a noun must follow."""
    return bool(_AWAITS.search(before))


def _with_session(lines: Sequence[Line], texts: Sequence[str], at: int) -> set[int]:
    """`Sitzung des Rates vom 4. Mai 2026`, right above or below the number of the page, and apart from the text."""
    above, below = at - 1, at + 1
    if below < len(lines) and not _is_apart(lines, below) and _is_apart(lines, below + 1) and _is_session(texts[below]):
        return {at, below}
    if above > 0 and not _is_apart(lines, at) and _is_apart(lines, above) and _is_session(texts[above]):
        return {above, at}
    return set()


@lru_cache(maxsize=64)
def _is_session(text: str) -> bool:
    if len(text) > _LONGEST or not text[-1:].isalnum() or not _DAY.search(text):
        # Without the end of a day nothing more is looked at.
        return False
    return bool(_OF_SESSION.fullmatch(text)) and not ENDED.search(text) and not running.may_be_heading(text)


def _is_apart(lines: Sequence[Line], index: int) -> bool:
    return index >= len(lines) or bool(lines[index].blanks or lines[index].spaced)


def _head_again(texts: Sequence[str], at: int) -> set[int]:
    """The head of a table or an extract, right below the edge of a page as at the top of the text: at least two lines."""
    try:
        first = texts.index(texts[at + 1], 0, min(_TOP, at))
    except (ValueError, IndexError):
        return set()
    count = 0
    most = min(_MOST_OF_HEAD, at - first, len(texts) - at - 1)
    while count < most and _is_same(texts[first + count], texts[at + 1 + count]):
        count += 1
    return set(range(at, at + 1 + count)) if count >= _LEAST_OF_HEAD else set()


def _is_same(first: str, again: str) -> bool:
    return first == again and not again.endswith((".", ":")) and not running.is_of_an_item(again)
