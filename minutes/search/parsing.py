"""Room: minutes, search. What somebody typed becomes clauses. Any text is a question; none is an error. Pure.

Words must all be there, "words in quotes" side by side, -words must not be there, and wor* is the beginning of a word.
"""

import re
from dataclasses import dataclass

from minutes.search import words

LONGEST = 200
MOST = 12

_QUOTES = str.maketrans(dict.fromkeys("„“”‟«»″", '"'))
_PIECE = re.compile(r'(?P<minus>-?)"(?P<quoted>[^"]*)(?:"|$)|(?P<word>[^\s"]+)')


@dataclass(frozen=True, slots=True)
class Clause:
    """One word, or several that stand side by side, as stems, and folded as they were typed."""

    stems: tuple[str, ...]
    folded: tuple[str, ...]
    is_excluded: bool = False
    is_quoted: bool = False
    is_prefix: bool = False
    has_own_ending: bool = False
    joined: str = ""

    @property
    def is_word(self) -> bool:
        return len(self.stems) == 1


def parse(text: str) -> tuple[Clause, ...]:
    """The clauses of a question, each once, at most a dozen; little words are left out where others remain."""
    found: list[Clause] = []
    for piece in _PIECE.finditer(text[:LONGEST].translate(_QUOTES)):
        clause = _clause(piece)
        if clause and clause not in found:
            found.append(clause)
    kept = [clause for clause in found if not _is_little(clause)]
    if any(not clause.is_excluded for clause in kept):
        found = kept
    return tuple(found[:MOST])


def _clause(piece: re.Match[str]) -> Clause | None:
    if piece["quoted"] is not None:
        return _made(piece["quoted"], is_excluded=bool(piece["minus"]), is_quoted=True)
    word = piece["word"]
    is_excluded = word.startswith("-") and len(word) > 1
    return _made(word.lstrip("-"), is_excluded=is_excluded, is_prefix=word.endswith("*"))


def _made(text: str, *, is_excluded: bool, is_quoted: bool = False, is_prefix: bool = False) -> Clause | None:
    found = words.known(text)
    if not found:
        return None
    both = words.joined(text)
    is_one = len(found) == 1
    return Clause(
        stems=tuple(word.stem for word in found),
        folded=tuple(word.folded for word in found),
        has_own_ending=is_one and bool(found[0].own_ending),
        is_excluded=is_excluded,
        is_quoted=is_quoted,
        is_prefix=is_prefix and is_one and not is_quoted,
        joined=both[0] if len(found) == 2 and both and not is_quoted else "",
    )


def _is_little(clause: Clause) -> bool:
    return clause.is_word and not clause.is_quoted and not clause.is_prefix and clause.folded[0] in words.STOP_WORDS
