"""What changed between two texts, word by word. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words that is in both texts, only in the new one, or only in the old one."""

    kind: Literal["kept", "added", "removed"]
    text: str


def word_diff(old: str, new: str) -> list[Change]:
    """The runs in order, what was removed before what came for it. Joined without `added` they are the old text."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    return [
        change
        for code, a, b, c, d in matcher.get_opcodes()
        for change in _changes(code, "".join(before[a:b]), "".join(after[c:d]))
    ]


def _changes(code: str, old: str, new: str) -> Iterator[Change]:
    if code == "equal":
        yield Change("kept", old)
        return
    if old:
        yield Change("removed", old)
    if new:
        yield Change("added", new)
