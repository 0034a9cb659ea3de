"""Room: minutes, search. Which of the entries that fit comes first: the same on every database. Pure.

Words of the title count more than those of the text, the word itself more than a compound with it, words side by side
more than words apart, and what is new a little more than what is old.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.search.plan import Row

KINDS = {"person": 2.0, "paper": 1.2, "decision": 1.0, "item": 1.0, "contribution": 0.0}
PART = 0.6
"""What a compound counts beside the word itself."""
_IN_TITLE, _IN_TEXT, _AGAIN = 4.0, 1.0, 0.2
_SIDE_BY_SIDE, _NEAR, _OWN_ENDING, _OTHER_ENDING = 2.0, 1.0, 3.0, 6.0
_NEAR_WORDS = 8
_NEW, _YEAR = 1.0, 365.0


@dataclass(frozen=True)
class Terms:
    """What was asked for, as ranking needs it.

    `weights` leads from a stem to (group, weight), `sequence` are the stems as typed, `endings` marks like `~bauer`,
    `other_endings` those of words that only look alike: who types Bau does not look for Bauer.
    """

    weights: dict[str, tuple[int, float]]
    sequence: tuple[str, ...] = ()
    endings: frozenset[str] = frozenset()
    other_endings: frozenset[str] = frozenset()


def ranked(rows: Sequence[Row], terms: Terms, *, today: int) -> list[Row]:
    """The rows, the best first; of equal ones the newest."""
    scored = [(-score(row, terms, today=today), -row.id, row) for row in rows]
    scored.sort(key=lambda entry: entry[:2])
    return [row for _score, _key, row in scored]


def score(row: Row, terms: Terms, *, today: int) -> float:
    """How well an entry answers; only comparable within one question."""
    title, _separator, rest = row.words.partition(" _ ")
    text, _separator, marks = rest.rpartition(" _ ")
    weights = terms.weights
    found = KINDS.get(row.kind, 0.0) + _NEW / (1.0 + max(today - row.day, 0) / _YEAR)
    in_title: dict[int, float] = {}
    for group, weight in [weights[token] for token in title.split() if token in weights]:
        in_title[group] = max(weight, in_title.get(group, 0.0))
    found += _IN_TITLE * sum(in_title.values())
    in_text: dict[int, list[float]] = {}
    last_place, last_group = -_NEAR_WORDS - 1, -1
    nearness = 0.0
    for place, (group, weight) in [(n, weights[token]) for n, token in enumerate(text.split()) if token in weights]:
        in_text.setdefault(group, []).append(weight)
        if group != last_group and last_group >= 0 and place - last_place <= _NEAR_WORDS:
            nearness = _NEAR
        last_place, last_group = place, group
    for hits in in_text.values():
        found += _IN_TEXT * max(hits) + _AGAIN * min(len(hits) - 1, 3)
    if len(terms.sequence) > 1:
        wanted = f" {' '.join(terms.sequence)} "
        if wanted in f" {title} " or wanted in f" {text} ":
            nearness = _SIDE_BY_SIDE
    if "~" in marks:
        there = set(marks.split())
        found += _OWN_ENDING * len(terms.endings & there) - _OTHER_ENDING * bool(terms.other_endings & there)
    return found + nearness
