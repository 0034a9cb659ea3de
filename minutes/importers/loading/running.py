"""Running heads and feet of a text that was saved from pages: lines that come again beside the marks of pages. Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence

_BARE = re.compile(r"\s*(\d{1,3})\s*")
# `5. Sitzung des Rates vom 3.5.2026      Seite: 2/3`
_WITH_PAGE = re.compile(r"\S.{0,120}\bSeite\s?:?\s?\d{1,3}\s?(?:/|von)\s?\d{1,3}\s*")
# The heading of an item stands in the agenda and again where a page begins; results of votes come again anywhere.
_NO_HEAD = re.compile(
    r"(?:TOP|Top|Tagesordnungspunkt|Punkt|Zu|zu|Ö|N)\s*\d|(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]{0,2}|[A-E][.)]|[IVX]{1,4}[.)])\s(?!\w*\s?Sitzung)|Ja\b|JA\b|Nein|NEIN|Enth|Abst|Beschl|[Öö]ffentlich|Nicht"
)
_REACH = 3
# The first page has the same words as its title.
_TOP = 15
_LEAST = 9


def furniture(texts: Sequence[str], marks: Sequence[bool]) -> frozenset[int]:
    """Which of the lines are running heads or feet; `marks` says which are marks of pages, `- 2 -`. Empty lines are left out."""
    found = {index for index, text in enumerate(texts) if _WITH_PAGE.fullmatch(text)}
    known = {index for index, mark in enumerate(marks) if mark} | found | _bare_numbers(texts)
    found |= known
    where: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        where[text.strip()].append(index)
    for step in (1, -1):
        for mark in known:
            for index in range(mark + step, mark + step * (_REACH + 1), step):
                if not 0 <= index < len(texts) or index in known:
                    break
                places = where[texts[index].strip()]
                if not _is_running(texts[index].strip(), places, known):
                    break
                found.add(index)
    return frozenset(found)


def _is_running(text: str, places: Sequence[int], marks: set[int]) -> bool:
    """Whether a line comes again beside marks, and never far from one or from the top."""
    if len(text) < _LEAST or len(places) < 2 or text.endswith((":", ".")) or _NO_HEAD.match(text):
        return False
    near = [index for index in places[:50] if any(index + step in marks for step in range(-_REACH, _REACH + 1))]
    far = [index for index in places[:50] if index not in near and index >= _TOP]
    return len(near) > 1 and not far


def _bare_numbers(texts: Sequence[str]) -> set[int]:
    """Numbers alone that count on, each with the same line below it: those of pages."""
    found: set[int] = set()
    below: dict[str, tuple[int, int]] = {}
    for index, text in enumerate(texts[:-1]):
        match = _BARE.fullmatch(text)
        after = texts[index + 1].strip() if match else ""
        if not match or len(after) < _LEAST:
            continue
        number = int(match[1])
        last = below.get(after)
        if last and last[0] + 1 == number:
            found |= {last[1], index}
        below[after] = (number, index)
    return found
