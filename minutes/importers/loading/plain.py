"""Plain text becomes paragraphs. Pure."""

from dataclasses import replace

from minutes.importers.loading import running
from minutes.importers.loading.lines import Line, paragraphs
from minutes.importers.source import MAX_CHARACTERS, Clock, Source, Unreadable


def load(text: str, notes: tuple[str, ...], clock: Clock) -> Source:
    """The paragraphs of a text; a form feed begins a page."""
    if len(text) > MAX_CHARACTERS:
        raise Unreadable("too_long")
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
    return Source("text", tuple(paragraphs(lines, clock, blocks=not _is_double_spaced(lines))), notes)


def _is_double_spaced(lines: list[Line]) -> bool:
    """Whether two empty lines stand everywhere, and so mean nothing."""
    wide = sum(line.blanks >= 2 for line in lines)
    return wide > 8 and wide > 0.6 * len(lines)
