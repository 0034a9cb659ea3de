"""The agenda: its entries, each on a line of its own or run together on one. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar.letters import UPPER, plain
from minutes.importers.reading import facts
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Paragraph

_PUBLIC = r"(?:(?:[AI]|Teil A)[.):]?\s)?(?:[Öö]ffentliche(?:r\sTeil|\sSitzung)|ÖFFENTLICHER\sTEIL)\s?:?"
_RUN_TITLE = re.compile(rf"(?:Die )?T(?:agesordnung|AGESORDNUNG)\s?:?\s+(?:{_PUBLIC}\s+)?(?=(?:TOP\s)?1\b)")
# Below the title `Öffentliche Sitzung 1. Eröffnung 2. Anfragen`.
_RUN_PART = re.compile(rf"{_PUBLIC}\s+(?=(?:TOP\s)?1\b)")
_RUN_NUMBER = re.compile(
    rf"(?<!\S)(?:TOP\s)?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})[.:)]?\s(?=[{UPPER}„\"])"
    rf"(?!(?:{facts.MONTHS}|Sitzung|Uhr|Euro|EUR)\b)"
)
# `über die 2. Änderung der Satzung`: of what the number is; behind a title `2. Änderung der Satzung` is an entry.
_COUNTED = re.compile(r"\b(?:die|der|den|dem|des|zur|zum|eine[rn]?|und|für|über|als)\s$")
# Behind the last entry of a part: `6. Verschiedenes Nichtöffentlicher Teil 7. Pacht`.
_PART_BEHIND = re.compile(
    r"\s(?:(?:[BI]{1,3}|Teil B)[.):]?\s)?(?:[Nn]icht\s?-?\s?[Öö]ffentliche(?:r\sTeil|\sSitzung)|NICHT\s?ÖFFENTLICHER\sTEIL)\s?:?$"
)
# Numbers may be left out where an agenda was shortened, but not many.
_MOST_LEFT_OUT = 10


def begins_as_run(text: str) -> bool:
    """`Tagesordnung 1. Eröffnung 2. Anfragen 3. Verschiedenes`: title and entries in one paragraph."""
    return bool(_RUN_TITLE.match(plain(text))) and len(_run(text)) > 1


def entries(text: str) -> list[ItemHeading]:
    """The entries of a paragraph of an agenda: mostly one, or several that lost their line breaks."""
    found = _run(text)
    if found:
        return found
    heading = facts.item_heading(text)
    return [heading] if heading else []


_NUMBER_ALONE = re.compile(
    r"(?:TOP\s)?(?P<number>(?:[A-E]\.)?0?[1-9]\d?(?:\.\d{1,2}){0,3}(?:\.?[a-h])?)\.?\)?(?:\s?\|)?"
)


def alone_at(paragraphs: Sequence[Paragraph], index: int) -> ItemHeading | None:
    """The entry whose number stands alone in this paragraph, and its title in the next."""
    match = _NUMBER_ALONE.fullmatch(plain(paragraphs[index].text[:30]))
    if not match or index + 1 >= len(paragraphs) or paragraphs[index + 1].is_furniture:
        return None
    below = plain(paragraphs[index + 1].text)
    if not re.match(rf"[{UPPER}„\"]", below) or below.endswith((".", ":")) or len(below) > 300:
        return None
    if below.endswith(",") and not _goes_on(paragraphs, index + 2):
        return None
    title, papers = facts.split_paper(paragraphs[index + 1].text)
    return ItemHeading(match["number"], title, papers, is_marked=False)


def _goes_on(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a title goes on here, on a line of its own: `Stellungnahme zum Regionalplan,` + `Teilplan Windenergie`."""
    line = plain(paragraphs[index].text) if index < len(paragraphs) else ""
    return 0 < len(line) < 100 and line[-1].isalnum() and not paragraphs[index].gap


# `| 1) | Prüfung der Jahresrechnung |`, and between such rows those of parts and points: `| b) nichtöffentlich | |`.
_ROW = re.compile(r"\|\s*(?P<number>\d{1,2})[.)]\s*\|\s*(?P<title>[^|\s][^|]*)\|?")
_ROW_BETWEEN = re.compile(r"\|\s*(?:[a-z]\s?[.)]{1,2}|[^|]*öffentlich)[^|]*\|[\s|]*", re.IGNORECASE)


def rows_at(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[ItemHeading]]:
    """Where a table that begins here ends, and its entries: at least three rows, numbered on from 1; else none."""
    found: list[ItemHeading] = []
    stop = start
    for index in range(start, len(paragraphs)):
        line = plain(paragraphs[index].text)
        row = _ROW.fullmatch(line)
        if row and int(row["number"]) == len(found) + 1:
            title, papers = facts.split_paper(row["title"])
            found.append(ItemHeading(row["number"], title, papers, is_marked=False))
            stop = index + 1
        elif not found or not (paragraphs[index].is_furniture or _ROW_BETWEEN.fullmatch(line)):
            break
    return (stop, found) if len(found) > 2 else (start, [])


_FIRST = re.compile(r"(?:[A-E]\.)?0?1(?:\.?[a1])?")
_MOST_ENTRIES = 200
# `1) 600,- Euro für den Festumzug`: for what money is spent.
_AMOUNT = re.compile(r"\d[\d.,]*(?:,-|,--)?\s?(?:€|Euro|EUR)")
# A title on several lines, or with the number of its paper below it.
_MOST_BETWEEN = 2


def listed_at(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, list[ItemHeading]]:
    """Where headings that begin here stop to follow each other without text, and these: at least three from 1 on; else none."""
    found: list[ItemHeading] = []
    numbers: set[str] = set()
    stop, between = start, 0
    for index in range(start, min(start + _MOST_ENTRIES, len(paragraphs))):
        paragraph = paragraphs[index]
        if paragraph.is_furniture or facts.part(paragraph.text) is not None:
            continue
        heading = facts.item_heading(paragraph.text)
        if not found and (heading is None or not _FIRST.fullmatch(heading.number)):
            break
        if heading and heading.title and not heading.title.endswith(".") and not _AMOUNT.match(heading.title):
            if heading.number in numbers:
                break
            numbers.add(heading.number)
            found.append(heading)
            stop, between = index + 1, 0
            continue
        between += 1
        if between > _MOST_BETWEEN or len(plain(paragraph.text)) > 200 or plain(paragraph.text).endswith((".", ":")):
            break
    return (stop, found) if len(found) > 2 else (start, [])


def _run(text: str) -> list[ItemHeading]:
    """Entries run together: at least three, numbered on from 1; further levels may stand between them."""
    line = plain(text)[:20_000]
    lead = _RUN_TITLE.match(line) or _RUN_PART.match(line)
    line = line[lead.end() :] if lead else line
    starts: list[tuple[str, int, int]] = []
    last: tuple[int, ...] = (0,)
    for match in _RUN_NUMBER.finditer(line):
        levels = tuple(map(int, match["number"].split(".")))
        if not starts and (match.start() or levels != (1,)):
            return []
        is_dotted = line[match.end() - 2] in ".:)"
        is_deeper = len(levels) > 1 and levels[0] == last[0] and levels > last
        is_next = len(levels) == 1 and last[0] < levels[0] <= last[0] + _MOST_LEFT_OUT
        is_next = is_next and not _COUNTED.search(line, max(0, match.start() - 8), match.start())
        if is_deeper or (is_next and (levels[0] == last[0] + 1 or is_dotted)):
            starts.append((match["number"], match.start(), match.end()))
            last = levels
    if [number for number, _start, _end in starts if "." not in number][:3] != ["1", "2", "3"]:
        return []
    ends = [start for _number, start, _end in starts[1:]] + [len(line)]
    found = []
    public = None
    for (number, _start, begin), end in zip(starts, ends, strict=True):
        part = _PART_BEHIND.search(line, begin, end)
        title, papers = facts.split_paper(line[begin : part.start() if part else end])
        found.append(ItemHeading(number, title.rstrip(" ,;"), papers, public, is_marked=False))
        public = False if part else public
    return found
