"""A sample of long lists of cases for `make test`; all of them run in `make test-slow`, or a part of them."""

from collections.abc import Iterable, Sequence
from typing import Any

import pytest


def sampled(cases: Iterable[Any], *, every: int) -> list[Any]:
    """The first case of every few as it is, the others marked slow."""
    return [
        case if index % every == 0 else pytest.param(*_values(case), marks=pytest.mark.slow)
        for index, case in enumerate(cases)
    ]


def part_of(tests: Sequence[Any], part: str) -> list[Any]:
    """The tests of one part: `2/3` is every third, beginning with the second. Raises UsageError if there is none."""
    number, _, parts = part.partition("/")
    if not (number.isdigit() and parts.isdigit() and 0 < int(number) <= int(parts)):
        raise pytest.UsageError(f"--part {part}: two numbers as in 2/3, the first not above the second")
    return list(tests[int(number) - 1 :: int(parts)])


def _values(case: Any) -> tuple[Any, ...]:
    return case if isinstance(case, tuple) else (case,)
