"""Room: votes. Elections between options (people, lists): pure functions, without Django."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from committees.rules import Problem
from votes.checks import check_sum
from votes.rules import Majority, Tally


@dataclass(frozen=True, slots=True)
class Option:
    """A person or list that can be voted for; None means that the number of votes is unknown.

    Raises ValueError for a negative number.
    """

    label: str
    votes: int | None

    def __post_init__(self) -> None:
        if self.votes is not None and self.votes < 0:
            raise ValueError(f"votes must not be negative: {self.votes}")


@dataclass(frozen=True, slots=True)
class Elected:
    """The option that won, by votes or by lot."""

    label: str
    by_lot: bool = False


@dataclass(frozen=True, slots=True)
class RunOff:
    """Nobody has the majority: these options go into a second round."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LotNeeded:
    """These options are level in the deciding round: the lot decides."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoOneElected:
    """The only option, or every option, failed."""


ElectionResult = Elected | RunOff | LotNeeded | NoOneElected


def election_result(
    options: Sequence[Option], majority: Majority, *, no: int = 0, lot: str | None = None
) -> ElectionResult | None:
    """Who is elected (GO NRW § 50 (2), KrO NRW § 35 (2)), or None where no winner is computed.

    ELECTION: more than half of the valid votes, `no` included, abstentions and invalid ones not; otherwise a run-off
    of the two highest numbers of votes. PLURALITY, the run-off: most votes, a tie is decided by lot; `lot` is the
    label drawn and counts only if it is one of those that are level. Proportional lists and unknown votes: None.
    """
    if majority not in (Majority.ELECTION, Majority.PLURALITY) or any(option.votes is None for option in options):
        return None
    votes = {option.label: option.votes or 0 for option in options if option.votes}
    if not votes:
        return NoOneElected()
    most = max(votes.values())
    leading = tuple(label for label, count in votes.items() if count == most)
    if majority == Majority.PLURALITY:
        if len(leading) == 1:
            return Elected(leading[0])
        return Elected(lot, by_lot=True) if lot in leading else LotNeeded(leading)
    if 2 * most > sum(votes.values()) + no:
        return Elected(leading[0])
    if len(leading) > 1:
        return RunOff(leading)
    second = max((count for count in votes.values() if count < most), default=None)
    if second is None:
        return NoOneElected()
    return RunOff(tuple(label for label, count in votes.items() if count >= second))


def check_election(
    options: Sequence[Option],
    *,
    eligible: int,
    no: int | None = 0,
    abstain: int | None = 0,
    invalid: int | None = 0,
    not_voting: int | None = 0,
) -> tuple[Problem, ...]:
    """One vote a voter (V1, V8): the votes of all options and the rest add up to the eligible voters.

    Codes: `votes_exceed_voters`, `votes_missing` (counted, eligible), `option_repeated` (label).
    """
    repeated = tuple(
        Problem("option_repeated", {"label": label})
        for label, count in Counter(option.label for option in options).items()
        if count > 1
    )
    known = sum(option.votes or 0 for option in options)
    is_known = all(option.votes is not None for option in options)
    for_options = Tally(yes=known, no=no, abstain=abstain, invalid=invalid, not_voting=not_voting)
    sums = check_sum(for_options, eligible)
    return repeated + (sums if is_known else tuple(problem for problem in sums if problem.code != "votes_missing"))
