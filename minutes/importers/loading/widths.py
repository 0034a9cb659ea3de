"""Widths: at which column the lines of a text were wrapped. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from minutes.importers.loading import broken_off
from minutes.importers.loading.line import DRAWN, ENDED, GOVERNS, NOT_JOINED, WIDE, Line, in_table, is_hyphenated

# By how much a line may be wider than all others and still tell of their width.
_ALONE = 5


def wrap_width(lines: Sequence[Line], whole: frozenset[str], enough: int) -> int:
    """The column at which lines were wrapped; 0 if paragraphs are single lines.

    `enough` is how much must speak for it; in a PDF whatever is long is wrapped. Wrapped text shows itself by long lines that end in the middle of a sentence which the next line goes on with.
    """
    broken: list[int] = []
    certain = small = 0
    for last, line in pairwise(lines):
        before, after = last.text.strip(), line.text.strip()
        hyphenated = is_hyphenated(before) and after[:1].islower()
        if (
            line.blanks
            or line.spaced
            or last.is_furniture
            or line.is_furniture
            or in_table(before)
            or in_table(after)
            or DRAWN.fullmatch(before)
            or before in whole
            or len(before) < (20 if hyphenated else 50)
        ):
            continue
        if WIDE.search(before) or WIDE.search(after) or (NOT_JOINED.match(after) and not GOVERNS.search(before)):
            continue
        # A full stop before a small letter is that of an abbreviation.
        goes_on = after[:1].islower() or broken_off.is_sentence(before, after)
        if ENDED.search(before) and not goes_on:
            continue
        broken.append(len(last.text.rstrip()))
        small += after[:1].islower()
        certain += 2 if goes_on or len(before) >= 80 or before.endswith(",") else 1
    if certain < enough or max(broken) > 200:
        return 0
    widths = sorted(broken)[: int(len(broken) * 0.97) + 1]
    if len(widths) > 5 and widths[-1] - widths[-2] > _ALONE:
        # One line of another width, such as a note above the text.
        widths.pop()
    width = widths[-1]
    if enough > 1 and _are_paragraphs(lines, width, len(broken), small):
        return 0
    return width


def _are_paragraphs(lines: Sequence[Line], width: int, broken: int, small: int) -> bool:
    """Whether lines are so much longer than the width that what looked wrapped were headings without a full stop.

    Where hardly one of the lines below begins with a small letter, as every second of a wrapped text does, one longer
    line will do; else there must be many.
    """
    lengths = [
        len(line.text.rstrip()) for line in lines if not line.is_furniture and not WIDE.search(line.text.strip())
    ]
    if small * 4 < broken and max(lengths, default=0) > width + 10:
        return True
    return sum(length > width * 1.25 + 10 for length in lengths) * 2 >= broken
