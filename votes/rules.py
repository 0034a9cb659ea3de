"""Room: votes. Tallies, majorities and results: pure functions, without Django. What may be wrong: `checks`."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum


class Form(StrEnum):
    """How a vote was taken."""

    SHOW_OF_HANDS = "show_of_hands"
    RISING = "rising"
    CARDS = "cards"
    ELECTRONIC = "electronic"
    ROLL_CALL = "roll_call"
    SECRET = "secret"  # noqa: S105 - a form of voting, no password
    NO_FORMAL_VOTE = "no_formal_vote"


class Majority(StrEnum):
    """What a proposal needs to be adopted."""

    SIMPLE = "simple"
    ABSOLUTE = "absolute"
    TWO_THIRDS_VOTES = "two_thirds_votes"
    TWO_THIRDS_SEATS = "two_thirds_seats"
    UNANIMOUS_LIST = "unanimous_list"
    ELECTION = "election"
    PLURALITY = "plurality"
    PROPORTIONAL = "proportional"


QUALIFIED = frozenset({Majority.ABSOLUTE, Majority.TWO_THIRDS_VOTES, Majority.TWO_THIRDS_SEATS})
"""Majorities that ask for more than more Yes than No."""


class Choice(StrEnum):
    """One member's ballot in a roll call. Invalid ballots exist only as a count: they are secret."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_VOTING = "not_voting"


class Result(StrEnum):
    """What follows from the tally for the question that was put."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    UNKNOWN = "unknown"


class OutcomeCode(StrEnum):
    """What became of an agenda item."""

    ADOPTED = "adopted"
    ADOPTED_AMENDED = "adopted_amended"
    REJECTED = "rejected"
    NOTED = "noted"
    DEFERRED = "deferred"
    REMOVED = "removed"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"
    SETTLED = "settled"
    ELECTED = "elected"
    MULTIPLE = "multiple"
    NONE = "none"

    @classmethod
    def adopting_outcomes(cls) -> frozenset["OutcomeCode"]:
        """Outcomes that say that what was put to the vote was carried."""
        return frozenset({cls.ADOPTED, cls.ADOPTED_AMENDED, cls.ELECTED})

    @classmethod
    def voted_outcomes(cls) -> frozenset["OutcomeCode"]:
        """Outcomes that only a vote brings about."""
        return cls.adopting_outcomes() | {cls.REJECTED}

    @classmethod
    def final_outcomes(cls) -> frozenset["OutcomeCode"]:
        """Outcomes after which the matter doesn't come back by itself."""
        return cls.voted_outcomes() | {cls.NOTED, cls.WITHDRAWN, cls.SETTLED, cls.MULTIPLE}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counted votes. None means that the number is unknown, which is not 0.

    Raises ValueError for a negative count.
    """

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    invalid: int | None = 0
    not_voting: int | None = 0

    def __post_init__(self) -> None:
        for count in fields(self):
            value = getattr(self, count.name)
            if value is not None and value < 0:
                raise ValueError(f"{count.name} must not be negative: {value}")

    @classmethod
    def from_ballots(cls, choices: Iterable[Choice]) -> "Tally":
        """The totals of a roll call: every count is known."""
        counts = Counter(choices)
        return cls(
            yes=counts[Choice.YES],
            no=counts[Choice.NO],
            abstain=counts[Choice.ABSTAIN],
            invalid=0,
            not_voting=counts[Choice.NOT_VOTING],
        )

    @property
    def _counts(self) -> tuple[int | None, ...]:
        return (self.yes, self.no, self.abstain, self.invalid, self.not_voting)

    @property
    def is_complete(self) -> bool:
        return None not in self._counts

    @property
    def known_total(self) -> int:
        """The people accounted for, unknown counts left out."""
        return sum(count or 0 for count in self._counts)

    @property
    def total(self) -> int | None:
        """All people accounted for (J+N+E+U+X), or None if a count is unknown."""
        return self.known_total if self.is_complete else None

    @property
    def is_all_zero(self) -> bool:
        """Every vote counted as 0: nobody has entered the counts (J+N+E+U = 0)."""
        return self.yes == self.no == self.abstain == 0 and not self.invalid

    @property
    def is_tie(self) -> bool:
        return self.yes is not None and self.yes == self.no


def required(majority: Majority, tally: Tally, seats: int | None = None) -> int | None:
    """How many Yes votes the proposal needs, or None if that is unknown or nothing is decided by Yes and No.

    `seats`: statutory number of members (S). Abstentions and invalid votes don't count for the majority
    (GO NRW § 50 (5), KrO NRW § 35 (5)); a single list needs acceptance without any No (GO NRW § 50 (3)).
    """
    if majority == Majority.ABSOLUTE:
        return None if seats is None else seats // 2 + 1
    if majority == Majority.TWO_THIRDS_SEATS:
        return None if seats is None else max(1, -(-2 * seats // 3))
    if majority in (Majority.PLURALITY, Majority.PROPORTIONAL) or tally.yes is None or tally.no is None:
        return None
    cast = tally.yes + tally.no
    if majority == Majority.TWO_THIRDS_VOTES:
        return max(1, -(-2 * cast // 3))
    if majority == Majority.UNANIMOUS_LIST:
        return max(1, cast)
    return cast // 2 + 1


def result(majority: Majority, tally: Tally, seats: int | None = None) -> Result:
    """Rule V3: the result of the question put. A tie, also 0:0, is a rejection (GO NRW § 50 (1), KrO NRW § 35 (1)).

    Unknown if a count is missing that matters, and for elections between options (see `votes.elections`).
    """
    needed = required(majority, tally, seats)
    if needed is None or tally.yes is None:
        return Result.UNKNOWN
    return Result.ADOPTED if tally.yes >= needed else Result.REJECTED


def motion_result(question_result: Result, *, puts_rejection: bool) -> Result:
    """Rule V5: what the result of the question means for the underlying motion.

    Carrying "the motion is rejected" rejects the motion; failing to carry it doesn't yet adopt the motion.
    """
    if not puts_rejection:
        return question_result
    return Result.REJECTED if question_result == Result.ADOPTED else Result.UNKNOWN


def secret_vote_threshold(seats: int) -> int:
    """Rule V9: how many members must move a secret vote, one fifth rounded up (GO NRW § 50 (1), KrO NRW § 35 (1))."""
    return -(-seats // 5)


def prevailing_form(*, secret_moved: bool, roll_call_moved: bool, otherwise: Form = Form.SHOW_OF_HANDS) -> Form:
    """Rule V9: a secret vote takes precedence over a roll call on the same item (GO NRW § 50 (1))."""
    if secret_moved:
        return Form.SECRET
    return Form.ROLL_CALL if roll_call_moved else otherwise
