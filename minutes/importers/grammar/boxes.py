"""Boxes to be ticked in a line of a form: `☒ einstimmig ☐ mit Stimmenmehrheit`, `[x] angenommen [ ] abgelehnt`. Pure."""

import re

_BOX = re.compile(r"(?P<ticked>[☒☑✓✔]|\[\s?[xX]\s?\]|\(\s?[xX]\s?\))|☐|\[\s*\]|\(\s*\)")
# `Angenommen  X   Abgelehnt`: of two results, the one before the mark.
_CHOICE = r"(?:[Aa]ngenommen|[Aa]bgelehnt|[Ee]instimmig|[Mm]ehrheitlich|[Zz]ugestimmt|[Vv]ertagt|[Zz]urückgestellt)"
_MARKED = re.compile(rf"(?:{_CHOICE}\s)*(?P<words>{_CHOICE})\s[xX](?:\s{_CHOICE})*")
# What stands behind the words of an empty box is not of that box: `☐ mehrheitlich   Ja: 9`.
_NUMBERS = re.compile(r"\b(?:Ja|JA|Nein|NEIN|Enth|Dafür|dafür|\d{1,3}\s?(?:Ja|Nein|Enth))\b.*\d.*")


def _ticked_behind(line: str, boxes: list[re.Match[str]]) -> str:
    """`angenommen [ ] abgelehnt [x]`: each box stands behind its words."""
    starts = [0, *(box.end() for box in boxes)]
    words = [line[start : box.start()] for start, box in zip(starts, boxes, strict=False) if box["ticked"]]
    return " ".join(f"{' '.join(words)} {line[boxes[-1].end() :]}".split())


def ticked(line: str) -> str:
    """The line without the words of its empty boxes, and without the boxes."""
    marked = _MARKED.fullmatch(" ".join(line.split())) if len(line) <= 100 else None
    if marked and len(re.findall(_CHOICE, line)) > 1:
        return marked["words"]
    boxes = list(_BOX.finditer(line)) if len(line) <= 400 else []
    if not boxes or not any(box["ticked"] for box in boxes):
        return line
    if len(boxes) > 1 and re.search(rf"{_CHOICE}\s?:?\s?$", line[: boxes[0].start()]):
        return _ticked_behind(line, boxes)
    kept = line[: boxes[0].start()]
    ends = [box.start() for box in boxes[1:]] + [len(line)]
    for box, end in zip(boxes, ends, strict=True):
        words = line[box.end() : end]
        numbers = _NUMBERS.search(words)
        kept += words if box["ticked"] else (numbers.group() if numbers else "")
    return " ".join(kept.split())
