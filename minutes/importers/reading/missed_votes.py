"""Votes that were not read: sentences of an item that look like one, where none was read. Pure."""

from collections.abc import Sequence

from minutes.importers.grammar import vote_evidence
from minutes.importers.reading.values import Passage

# Not in the facts and annexes: they tell of others.
_WHERE_VOTES_STAND = frozenset({"resolution", "contribution", "vote", "note", "status", "counts", "unread"})


def counted(passages: Sequence[Passage]) -> str:
    """The first sentence that counts votes; nothing if there is none."""
    return next(filter(None, (vote_evidence.numbers(each.text) for each in _open(passages))), "")


def told(passages: Sequence[Passage]) -> str:
    """The first sentence that says how was voted, without numbers."""
    return next(filter(None, (vote_evidence.manner(each.text) for each in _open(passages))), "")


def _open(passages: Sequence[Passage]) -> list[Passage]:
    return [each for each in passages if each.place in _WHERE_VOTES_STAND]
