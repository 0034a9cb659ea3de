"""Marks of lists before a paragraph: dashes, bullets and what fonts of symbols left of them, numbers of points. Pure."""

import re

from minutes.importers.grammar.letters import LOWER, UPPER
from minutes.importers.grammar.roles import ROLE, without_point

# `Ø` is an arrow of a font of symbols, as are single small letters before a wide space.
_BULLET = re.compile(r"(?:[^\w\s|\"'„“”»«‚‘(\[§$&+%€]|Ø(?=\s)|[oqvüà§Ü](?=\s{2}|\u00a0))+\s+|\uf0b7?[\ue000-\uf8ff]\s*")
_LETTER = re.compile(r"(?:\d{1,2}\.?\)|\(\d{1,2}\)|\(?[a-z]\))\s+")
_PERSON = rf"(?:(?:[Dd]er\s|[Dd]ie\s|Eine?\s|Das\s(?=\S*[Mm]itglied))?{ROLE}\s(?:[{UPPER}]|[{LOWER}]+t\b)|(?:Er|Sie)\s[{LOWER}])"
# `2. Herr Kohl erläutert …`; but `2. Die Verwaltung berichtet …` is a point of a resolution.
_POINT = re.compile(rf"(?P<number>\d{{1,2}}\.|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?)\s+(?={_PERSON})")
_ABOUT = re.compile(
    rf"[Zz]u\s(?:TOP\s|Punkt\s|Ziffer\s|Nr\.\s?)?\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}\.?\s?:\s+(?={_PERSON})"
)


def without_mark(text: str) -> str:
    """The paragraph without the mark or number before it, if somebody is named behind that."""
    line = text.strip()
    for _ in range(3):
        bullet = _BULLET.match(line) or _LETTER.match(line) or _ABOUT.match(line)
        if bullet is None:
            break
        line = line[bullet.end() :]
    point = _POINT.match(line)
    if point and "." not in point["number"].rstrip("."):
        return without_point(line)
    return line[point.end() :] if point else line
