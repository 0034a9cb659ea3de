"""Running heads and feet of a text that was saved from pages: lines that come again beside the marks of pages. Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence

_PAGE_MARK = re.compile(
    r"\s*(?:[-–—]\s*\d{1,4}\s*[-–—]|(?:[A-ZÄÖÜ\d][^!?;]{8,120}?\s)?Seite\s*:?\s*\d{1,4}\s*(?:von|/)\s*\d{1,4}|(?:Seite|S\.)\s*:?\s*\d{1,4}(?:\s*(?:von|/)\s*\d{1,4})?|\d{1,3}\s*(?:/|von)\s*\d{1,3})\s*"
)
# `Seite 1 von 3 TOP 3 – Anfragen`, `-2TOP 4`: the mark of a page right before a heading.
_MARK_ABOVE = re.compile(
    r"\s*(?:Seite\s?\d{1,4}(?:\s?(?:von|/)\s?\d{1,4})?\s|[-–]\s?\d{1,4}\s?[-–]?\s?)\s{0,8}(?=(?:[Zz]u\s)?(?:TOP|Tagesordnungspunkt)\s?\d)"
)
_BARE = re.compile(r"\s*(\d{1,3})\s*")
_SET_APART = re.compile(r"\s{30,}(\d{1,3})\s*")
# Fewer lines than this are no page.
_LEAST_OF_PAGE = 15
# `5. Sitzung des Rates vom 3.5.2026      Seite: 2/3`
_WITH_PAGE = re.compile(r"\S.{0,120}\bSeite\s?:?\s?\d{1,3}\s?(?:/|von)\s?\d{1,3}\s*")
# `Niederschrift 4/2026, Seite 61`, and on the next page the same with 62.
_COUNTED = re.compile(r"\s*(?P<text>\S.{2,120}?)[,;]?\s[-–]?\s?(?:Seite|S\.)\s?:?\s?(?P<page>\d{1,4})\s*")
# The heading of an item stands in the agenda and again where a page begins; results of votes come again anywhere.
_NO_HEAD = re.compile(
    r"(?:TOP|Top|Tagesordnungspunkt|Punkt|Zu|zu|Ö|N)\s*\d|(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]{0,2}|[A-E][.)]|[IVX]{1,4}[.)])\s(?!\w*\s?Sitzung)|Ja\b|JA\b|Nein|NEIN|Enth|Abst|Beschl|[Öö]ffentlich|Nicht"
)
# `26 Nein-Stimmen`, `Abstimmungsergebnis: einstimmig`, `Beschluss:`: at the edges of pages by chance, and never furniture.
_OF_AN_ITEM = re.compile(
    r"(?:\d{1,4}\s*(?:x\s)?)?(?:ja|nein|dafür|dagegen|für|gegen)\b|(?:\d{1,4}\s*)?(?:stimme|stimmenth|stimmverh|enth|gegenstimm|befangen|mitwirkungsverbot)|abst|form\sder|einstimmig|mehrheit|einmütig|(?:geändert|ungeändert|abgeändert|laut)\s"
    r"|(?:angenommen|anwesend|zugestimmt|abgelehnt|abgesetzt|beschlossen|verwiesen|vertagt|zurückge|keine\s|ohne\s|zur\skenntnis)|(?:beschlu(?:ss|ß)|beratung|diskussion|aussprache|sachverhalt|begründung|wortprotokoll|protokoll|wahl)\w{0,14}\s?:?$|[^:]{2,40}:$",
    re.IGNORECASE,
)
_REACH = 3
# The first page has the same words as its title.
_TOP = 15
_LEAST = 9
_MOST_PAGES = 50
_LONGEST = 150
# Pages whose line got lost.
_MOST_BETWEEN = 3


def is_page_mark(text: str) -> bool:
    """`– 2 –`, `Seite 3 von 4`, `5/24`."""
    return bool(_PAGE_MARK.fullmatch(text))


def is_of_an_item(text: str) -> bool:
    """Whether a line is a label or a result, wherever it stands: to lose one would be to lose a vote."""
    return bool(_OF_AN_ITEM.match(text.strip()))


def may_be_heading(text: str) -> bool:
    """Whether a line begins as headings of items do."""
    return bool(_NO_HEAD.match(text))


def parted(line: str) -> tuple[str, ...]:
    """A line, or the mark of a page and the heading that stands on the same one."""
    match = _MARK_ABOVE.match(line[:80])
    return (line[: match.end()], line[match.end() :]) if match else (line,)


def furniture(texts: Sequence[str], marks: Sequence[bool], pages: Sequence[int]) -> frozenset[int]:
    """Which of the lines are running heads or feet, or marks of pages.

    `marks` says which are such marks, `- 2 -`, and `pages` on which page each stands. Empty lines are left out.
    """
    known = {index for index, text in enumerate(texts) if marks[index] or _WITH_PAGE.fullmatch(text)}
    known |= _bare_numbers(texts) | _set_apart(texts) | _counted(texts)
    begins = [index for index in range(1, len(texts)) if pages[index] != pages[index - 1]]
    starts = [(index, 1) for index in begins] + [(index - 1, -1) for index in begins]
    starts += [(mark + step, step) for mark in known for step in (1, -1)]
    edges = {start + step * far for start, step in starts for far in range(_REACH)}
    where: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        where[text.strip()].append(index)
    found = set(known)
    for start, step in starts:
        for index in range(start, start + step * _REACH, step):
            if not 0 <= index < len(texts) or index in known:
                break
            text = texts[index].strip()
            if not _is_running(text, where[text], edges):
                break
            found.add(index)
    return frozenset(found)


def _is_running(text: str, places: Sequence[int], edges: set[int]) -> bool:
    """Whether a line comes again at the edges of pages, and nowhere else but at the top."""
    if (
        len(text) < _LEAST
        or len(places) < 2
        or text.endswith((":", "."))
        or _NO_HEAD.match(text)
        or is_of_an_item(text)
    ):
        return False
    at_edge = sum(index in edges for index in places[:_MOST_PAGES])
    return at_edge > 1 and all(index in edges or index < _TOP for index in places[:_MOST_PAGES])


def _counted(texts: Sequence[str]) -> set[int]:
    """Lines that are the same but for the page that they end with, which counts on."""
    last: dict[str, tuple[int, int]] = {}
    found: set[int] = set()
    for index, text in enumerate(texts):
        match = _COUNTED.fullmatch(text) if len(text) < _LONGEST else None
        if not match:
            continue
        key, page = match["text"], int(match["page"])
        if key in last and last[key][0] < page <= last[key][0] + _MOST_BETWEEN:
            found |= {last[key][1], index}
        last[key] = (page, index)
    return found


def _set_apart(texts: Sequence[str]) -> set[int]:
    """Numbers alone in the middle or at the right of a page, that count on from one page to the next."""
    found: set[int] = set()
    last, at = 0, -_LEAST_OF_PAGE
    for index, text in enumerate(texts):
        match = _SET_APART.fullmatch(text)
        if not match:
            continue
        number = int(match[1])
        if index - at >= _LEAST_OF_PAGE and number == last + 1 and (found or last):
            found |= {at, index}
        last, at = number, index
    return found


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
