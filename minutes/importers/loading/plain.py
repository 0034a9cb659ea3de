"""Plain text becomes paragraphs. Pure."""

import re
from dataclasses import replace
from itertools import pairwise

from minutes.importers.loading import page_breaks, running
from minutes.importers.loading.line import Line
from minutes.importers.loading.lines import paragraphs
from minutes.importers.source import MAX_CHARACTERS, Clock, Source, Unreadable

# The signs with which tables are drawn, as those that keyboards have.
_DRAWN = str.maketrans(
    {**dict.fromkeys("│┃║", "|"), **dict.fromkeys("─━═", "-"), **dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛", "+")}
)


def load(text: str, notes: tuple[str, ...], clock: Clock) -> Source:
    """The paragraphs of a text; a form feed begins a page."""
    if len(text) > MAX_CHARACTERS:
        raise Unreadable("too_long")
    text = text.translate(_DRAWN)
    lines: list[Line] = []
    number = blanks = spaced = 0
    for page, sheet in enumerate(text.split("\f"), start=1):
        for raw in sheet.split("\n"):
            number += 1
            if raw.strip():
                *marks, rest = running.parted(raw)
                # Where a line of spaces stands between them, two empty lines are the distance of paragraphs.
                gap = 1 if spaced else blanks
                lines += [Line(mark, page, number, gap, spaced, is_furniture=True) for mark in marks]
                lines.append(Line(rest, page, number, gap, spaced, running.is_page_mark(rest)))
                blanks = spaced = 0
            elif raw:
                spaced += 1
            else:
                blanks += 1
    repeated = running.furniture(
        [line.text for line in lines], [line.is_furniture for line in lines], [line.page for line in lines]
    )
    lines = [replace(line, is_furniture=index in repeated) for index, line in enumerate(lines)]
    at_edge = page_breaks.marked(lines)
    lines = [replace(line, is_furniture=True) if index in at_edge else line for index, line in enumerate(lines)]
    if _are_apart(lines):
        lines = [replace(line, blanks=int(line.blanks > 1 or line.spaced > 0)) for line in lines]
    return Source("text", tuple(paragraphs(lines, clock, blocks=not _is_double_spaced(lines))), notes)


def _are_apart(lines: list[Line]) -> bool:
    """Whether an empty line stands below each line, also where a sentence goes on, and paragraphs are parted by more."""
    pairs = [(last.text.strip(), line) for last, line in pairwise(lines)]
    one = [(above, line.text.strip()) for above, line in pairs if line.blanks == 1 and not line.spaced]
    go_on = sum(bool(re.search(r"[^\W\d_],?$", above)) and below[:1].islower() for above, below in one)
    close = sum(not line.blanks and not line.spaced for _above, line in pairs)
    return go_on > 3 and go_on > len(one) / 3 and close < len(pairs) / 10 and len(one) < len(pairs)


def _is_double_spaced(lines: list[Line]) -> bool:
    """Whether two empty lines stand everywhere, and so mean nothing."""
    wide = sum(line.blanks >= 2 for line in lines)
    return wide > 8 and wide > 0.6 * len(lines)
