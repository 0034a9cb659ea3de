"""Numbers of agenda items, computed from their order: pure functions."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What numbering needs to know of an item: its key, that of the item above it, and whether it is public."""

    key: Hashable
    parent: Hashable | None
    is_public: bool


@dataclass(frozen=True, slots=True)
class Number:
    """An item's number: `plain` "3" or "1.1", `text` as the agenda prints it ("3", "Ö 3", "N 1.1"), depth from 0."""

    plain: str
    text: str
    level: int

    @property
    def label(self) -> str:
        """As the heading of the item: TOP Ö 3."""
        return f"TOP {self.text}"


def agenda_numbers(entries: Iterable[Entry], *, by_part: bool) -> dict[Hashable, Number]:
    """Numbers of a whole agenda, given in its order.

    By part, public items count Ö 1, Ö 2 … and non-public ones N 1, N 2 …; otherwise one count goes through both
    parts, as in the minutes of Kreis Coesfeld.
    """
    counts: dict[Hashable, int] = {}
    numbers: dict[Hashable, Number] = {}
    for entry in entries:
        above = numbers.get(entry.parent) if entry.parent is not None else None
        series: Hashable = entry.parent if above else ("part", entry.is_public if by_part else None)
        counts[series] = counts.get(series, 0) + 1
        plain = f"{above.plain}.{counts[series]}" if above else str(counts[series])
        prefix = ("Ö " if entry.is_public else "N ") if by_part else ""
        numbers[entry.key] = Number(plain=plain, text=prefix + plain, level=above.level + 1 if above else 0)
    return numbers
