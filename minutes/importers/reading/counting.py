"""Counting: whether the number of a heading goes on from those above it. Pure.

Numbers are levels: `2.1` is (2, 1), `3b` is (3, 2).
"""

import re
from collections.abc import Iterable

Levels = tuple[int, ...]

# Items that the minutes leave out, one after the other.
_MOST_LEFT_OUT = 3
_MOST_CHAPTERS_LEFT_OUT = 2


def levels_of(written: str) -> Levels:
    """`2.b` counts as (2, 2), `B.3` as (2, 3)."""
    parts = re.findall(r"\d+|[A-Za-z]", written)
    return tuple(int(part) if part.isdigit() else ord(part.lower()) - ord("a") + 1 for part in parts)


def is_lettered(written: str) -> bool:
    """Whether a letter is part of it: the points of a list have none."""
    return not written.replace(".", "").isdigit()


def follows(number: Levels, last: Levels, *, lettered: bool = False) -> bool:
    """1, 2, 2.1, 2.2, 3: the next on any level, or the first one a level deeper; B.1 or B.7 after A.6, 2.a after 1.

    What goes before the agenda has the number 0 with some.
    """
    if not last:
        return number in {(0,), (1,)} or (lettered and number == (1, 1))
    if number == (*last, 1):
        return True
    if lettered and len(number) == 2 and number[0] == last[0] + 1:
        return number[1] == 1 or number[1:] == (last[-1] + 1,)
    level = len(number) - 1
    return level < len(last) and number[:level] == last[:level] and number[level] == last[level] + 1


def skips_within(number: Levels, last: Levels) -> bool:
    """2.2.4 after 2.1: chapters of which the minutes leave entries out, or whose papers have numbers of their own."""
    return len(number) > 1 and len(last) > 1 and number[0] == last[0] and number > last


def leaves_out(number: Levels, last: Levels) -> bool:
    """7 after 5: what became of 6 is told elsewhere."""
    return len(number) == 1 and bool(last) and 1 < number[0] - last[0] <= _MOST_LEFT_OUT


def opens_chapter(number: Levels, last: Levels) -> bool:
    """4.1 after 2 or 2.3: the chapter has no heading of its own."""
    first = len(number) > 1 and number[1:] == (1,) * (len(number) - 1)
    return first and bool(last) and 0 < number[0] - last[0] <= _MOST_CHAPTERS_LEFT_OUT


def was_left_out(number: Levels, last: Levels, above: Iterable[Levels]) -> bool:
    """3 below 4.1, or 3.1 below 3.2: an item that was put off to here, and is missing `above`."""
    if len(number) == len(last) == 2 and number[0] == last[0]:
        return number[1] < last[1] and number not in set(above)
    if len(number) > 1 or not last or last[0] - number[0] not in range(1, _MOST_LEFT_OUT + 1):
        return False
    first_levels = {levels[0] for levels in above if levels}
    return number[0] not in first_levels and min(first_levels, default=number[0]) < number[0]
