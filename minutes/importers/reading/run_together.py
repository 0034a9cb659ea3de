"""Pages that lost all of their lines: headings in the midst of a paragraph, `… sind anwesend. TOP 2 Anfragen Herr Kohl fragt …`. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutes.importers.grammar.letters import UPPER
from minutes.importers.reading import facts, run_in, session_titles
from minutes.importers.source import Clock, Paragraph

_WORD = r"(?:(?:[Zz]u\s)?(?:TOP|Tagesordnungspunkt)|[Zz]u\sPunkt)"
_HEADING = re.compile(rf"\s(?={_WORD}\s(?P<number>\d{{1,2}})[.:]?\s(?:[-–]\s)?[{UPPER}„\"])")
# Above a heading a sentence or a line ends, or a vote was counted; an article or a verb leads on to it.
_ENDED = re.compile(rf"(?:[.!?:)\d–-]|(?:^|\s)[{UPPER}][\w-]*|\beinstimmig)$")
_AT_BEGIN = re.compile(rf"\s*(?:{facts.TIME_ABOVE.pattern})?{_WORD}\s(?P<number>\d{{1,2}})\b")
# `… und begrüßt die Gäste. 2. Genehmigung der Niederschrift Der Vorsitzende fragt …`
# The first may stand behind anything: `Anwesend: Petra Ohm, Jan Kohl 1. Eröffnung der Sitzung Die Vorsitzende …`
_MERE = re.compile(
    rf"(?:(?<=[.!?)])\s|^\s*|\s(?=1\.\s(?:Eröffnung|Begrüßung|Feststellung|Einwohner|Bürger)))(?=(?P<number>\d{{1,2}})\.\s[{UPPER}])"
)
# `2 2 31 `: numbers of pages.
_PAGES = re.compile(r"[\d\s/–-]{1,20}")
_FEWEST = 3
_LONGEST_WORD = 40
_LONGEST_TITLE = 120


def parted(paragraphs: Sequence[Paragraph], clock: Clock) -> tuple[Paragraph, ...]:
    """The paragraphs, with each such heading as the beginning of one, where at least three count on from 1."""
    cuts = _marked(paragraphs, clock) or _mere(paragraphs, clock)
    return tuple(part for index, each in enumerate(paragraphs) for part in _parts(each, cuts.get(index, [])))


def _marked(paragraphs: Sequence[Paragraph], clock: Clock) -> dict[int, list[int]]:
    """Where headings begin with a word that only these have; those at the beginning of a paragraph count as well."""
    found: list[tuple[int, int, int]] = []
    for index, paragraph in enumerate(paragraphs):
        if index % 512 == 0:
            clock.check()
        if paragraph.is_furniture:
            continue
        begin = _AT_BEGIN.match(paragraph.text)
        found += [(int(begin["number"]), index, 0)] if begin else []
        found += [
            (int(match["number"]), index, match.end())
            for match in _HEADING.finditer(paragraph.text, begin.end() if begin else 0)
            if _ENDED.search(paragraph.text, max(0, match.start() - _LONGEST_WORD), match.start())
        ]
    return _cuts(row for row in _rows(found) if len(row) >= _FEWEST)


def _mere(paragraphs: Sequence[Paragraph], clock: Clock) -> dict[int, list[int]]:
    """Where mere numbers begin whose titles are those of a session, most of them with a sentence behind the title."""
    found: list[tuple[int, int, int]] = []
    for index, paragraph in enumerate(paragraphs):
        if index % 512 == 0:
            clock.check()
        if not paragraph.is_furniture:
            found += [(int(match["number"]), index, match.end()) for match in _MERE.finditer(paragraph.text)]
    return _cuts(row for row in _rows(found) if len(row) >= _FEWEST and _is_of_session(paragraphs, row))


def _is_of_session(paragraphs: Sequence[Paragraph], row: Sequence[tuple[int, int]]) -> bool:
    titles = [(paragraphs[index].text, at + 3) for index, at in row]
    formal = [session_titles.is_formal(text[start : start + 200].lstrip()) for text, start in titles]
    # A title at the end of a paragraph has its text below.
    told = [run_in.has_text(text, start) or len(text) - start < _LONGEST_TITLE for text, start in titles]
    return formal[0] and sum(formal) > 1 and sum(told) * 2 > len(told)


def _rows(found: Sequence[tuple[int, int, int]]) -> list[list[tuple[int, int]]]:
    """Numbers with their places, as rows that count on from 1."""
    rows: list[list[tuple[int, int]]] = [[]]
    for number, index, at in found:
        if number == 1:
            rows.append([])
        if number == len(rows[-1]) + 1:
            rows[-1].append((index, at))
    return rows


def _cuts(rows: Iterable[Sequence[tuple[int, int]]]) -> dict[int, list[int]]:
    cuts: dict[int, list[int]] = {}
    for row in rows:
        for index, at in row:
            cuts.setdefault(index, []).append(at)
    return cuts


def _parts(paragraph: Paragraph, cuts: Sequence[int]) -> list[Paragraph]:
    text = paragraph.text
    inner = [at for at in cuts if text[:at].strip()]
    if not inner:
        return [paragraph]
    first, *others = paragraph.cut(inner)
    return [replace(first, is_furniture=bool(_PAGES.fullmatch(first.text))), *others]
