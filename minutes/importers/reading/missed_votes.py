"""Votes that were not read: sentences of an item that look like one, where none was read. Pure."""

from collections.abc import Sequence

from minutes.importers.grammar import count_labels, vote_evidence
from minutes.importers.grammar.letters import plain
from minutes.importers.reading.values import Passage

# Not in the facts and annexes: they tell of others.
_WHERE_VOTES_STAND = frozenset({"resolution", "contribution", "vote", "note", "status", "counts", "unread"})


def counted(passages: Sequence[Passage]) -> str:
    """The first sentence that counts votes; nothing if there is none."""
    where = _open(passages)
    return next(filter(None, (vote_evidence.numbers(each.text) for each in where)), "") or _in_cells(where)


def _in_cells(passages: Sequence[Passage]) -> str:
    """`Ja` on one line and `9` on another."""
    texts = [plain(each.text) for each in passages if len(each.text) < 80]
    labels = [text for text in texts if count_labels.kind(text) in {"yes", "no"}]
    numbers = [text for text in texts if labels and count_labels.number(text)]
    return f"{labels[0]} {numbers[0]}" if labels and numbers else ""


def told(passages: Sequence[Passage]) -> str:
    """The first sentence that says how was voted, without numbers."""
    return next(filter(None, (vote_evidence.manner(each.text) for each in _open(passages))), "")


def _open(passages: Sequence[Passage]) -> list[Passage]:
    return [each for each in passages if each.place in _WHERE_VOTES_STAND]
