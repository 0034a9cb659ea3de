"""Room: committees. Presence at a moment of a session, voters, quorum: pure functions, without Django."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

Key = Hashable


class QuorumKind(StrEnum):
    """How many of the statutory seats must be present and entitled to vote."""

    MORE_THAN_HALF = "more_than_half"
    """KrO NRW § 34 (1), GO NRW § 49 (1)."""
    AT_LEAST_HALF = "at_least_half"
    """GemO BW § 37 (2)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule as a code with values; whoever shows it words it in the reader's language.

    A warning never blocks: recording goes on, the reader is told.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """A stay in the session, from one item to another, both included.

    Positions number the items in the order of the session. `first` None: from the opening on; `last` None: to the end.
    An interval that ends before it begins is a fact to be reported by `interval_conflicts`, and nobody's presence.
    """

    first: int | None = None
    last: int | None = None

    @property
    def is_backwards(self) -> bool:
        return self.first is not None and self.last is not None and self.last < self.first

    def contains(self, position: int | None) -> bool:
        """Whether the stay includes the item at `position`, or the opening of the session if `position` is None."""
        if self.is_backwards:
            return False
        if position is None:
            return self.first is None
        return (self.first is None or self.first <= position) and (self.last is None or position <= self.last)

    def overlaps(self, other: "Interval") -> bool:
        if self.is_backwards or other.is_backwards:
            return False
        begins_in_time = self.first is None or other.last is None or self.first <= other.last
        return begins_in_time and (other.first is None or self.last is None or other.first <= self.last)


WHOLE_SESSION = (Interval(),)


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person in the room, as far as voting and quorum are concerned.

    `has_vote` is the right to vote in this committee, also of a deputy in the place of the member `substitutes_for`.
    Whoever is marked absent has no intervals.
    """

    key: Key
    has_vote: bool
    is_council_member: bool = False
    is_expert_citizen: bool = False
    intervals: tuple[Interval, ...] = WHOLE_SESSION
    substitutes_for: Key | None = None

    def is_present(self, position: int | None) -> bool:
        return is_present(self.intervals, position)


@dataclass(frozen=True, slots=True)
class Quorum:
    """The count of a room at one moment, and whether it can decide.

    `present` are the voting members present (P), `recused` the biased ones among them (B), `seats` the statutory
    number (S). `council_members` (K) and `expert_citizens` (C) count those who may vote at this moment.
    """

    present: int
    seats: int
    council_members: int = 0
    expert_citizens: int = 0
    recused: int = 0
    kind: QuorumKind = QuorumKind.MORE_THAN_HALF
    must_outnumber: bool = False
    repeated: bool = False

    @property
    def entitled(self) -> int:
        """Members present who may vote: P - B."""
        return self.present - self.recused

    @property
    def has_enough_members(self) -> bool:
        """Rules Q1 and Q4: a sitting repeated for lack of quorum needs no number (KrO NRW § 34 (2), GO § 49 (2))."""
        if self.entitled <= 0:
            return False
        if self.repeated:
            return True
        if self.kind == QuorumKind.AT_LEAST_HALF:
            return 2 * self.entitled >= self.seats
        return 2 * self.entitled > self.seats

    @property
    def surplus_expert_citizens(self) -> int:
        """How many expert citizens would have to stand back from voting, so that council members outnumber them.

        Rule Q2: KrO NRW § 41 (5), GO NRW § 58 (3).
        """
        if not self.must_outnumber:
            return 0
        return max(0, self.expert_citizens - self.council_members + 1) if self.expert_citizens else 0

    @property
    def is_reached(self) -> bool:
        return self.has_enough_members and self.surplus_expert_citizens == 0


def is_present(intervals: Iterable[Interval], position: int | None) -> bool:
    """Whether somebody with these stays is there at the item `position`; None asks for the opening."""
    return any(interval.contains(position) for interval in intervals)


def overlap(intervals_a: Iterable[Interval], intervals_b: Iterable[Interval]) -> bool:
    """Whether two people are in the room at the same time at any moment."""
    others = tuple(intervals_b)
    return any(a.overlaps(b) for a in intervals_a for b in others)


def interval_conflicts(intervals: Sequence[Interval]) -> tuple[Problem, ...]:
    """What is wrong with one person's stays: `interval_backwards`, `intervals_overlap` (positions in the params)."""
    backwards = tuple(
        Problem("interval_backwards", {"first": stay.first, "last": stay.last})
        for stay in intervals
        if stay.is_backwards
    )
    overlapping = tuple(
        Problem(
            "intervals_overlap",
            {
                "first": earlier.first,
                "last": earlier.last,
                "other_first": later.first,
                "other_last": later.last,
            },
        )
        for earlier, later in combinations(sorted(intervals, key=_beginning), 2)
        if earlier.overlaps(later)
    )
    return backwards + overlapping


def deputy_conflicts(attendees: Iterable[Attendee]) -> tuple[Problem, ...]:
    """Rule A1, a seat votes once: who sits in the same seat at the same time.

    Codes: `deputy_beside_member` (deputy, member), `two_deputies` (deputy, other, member).
    """
    people = tuple(attendees)
    by_key = {person.key: person for person in people}
    deputies = tuple(person for person in people if person.substitutes_for is not None)
    beside_member = tuple(
        Problem("deputy_beside_member", {"deputy": deputy.key, "member": member.key})
        for deputy in deputies
        if (member := by_key.get(deputy.substitutes_for)) and overlap(deputy.intervals, member.intervals)
    )
    two_deputies = tuple(
        Problem(
            "two_deputies",
            {"deputy": a.key, "other": b.key, "member": a.substitutes_for},
        )
        for a, b in combinations(deputies, 2)
        if a.substitutes_for == b.substitutes_for and overlap(a.intervals, b.intervals)
    )
    return beside_member + two_deputies


def present_voters(attendees: Iterable[Attendee], position: int | None) -> tuple[Attendee, ...]:
    """The voting members present at the item `position` (None: at the opening), in the given order (P).

    A deputy votes only while the member replaced is away, so nobody's seat counts twice.
    """
    people = tuple(attendees)
    keys_present = {person.key for person in people if person.is_present(position)}
    return tuple(
        person
        for person in people
        if person.has_vote and person.key in keys_present and person.substitutes_for not in keys_present
    )


def eligible_voters(
    attendees: Iterable[Attendee], position: int | None, recused: Iterable[Key] = ()
) -> tuple[Attendee, ...]:
    """The voters of the item: present with a vote and not biased in it (KrO NRW § 28 (2), GO NRW § 31)."""
    biased = frozenset(recused)
    return tuple(person for person in present_voters(attendees, position) if person.key not in biased)


def quorum(
    attendees: Iterable[Attendee],
    position: int | None,
    *,
    seats: int,
    kind: QuorumKind = QuorumKind.MORE_THAN_HALF,
    must_outnumber: bool = False,
    repeated: bool = False,
    recused: Iterable[Key] = (),
) -> Quorum:
    """Count the room at the item `position`, or at the opening if it is None (rules Q1, Q2, Q4).

    `seats`: statutory or decided number of voting members. `must_outnumber`: council members must outnumber expert
    citizens (committees in NRW). `repeated`: called again on the same matter after a sitting without quorum, and the
    notice said so. `recused`: keys of the people biased at this item.
    """
    people = tuple(attendees)
    present = present_voters(people, position)
    entitled = eligible_voters(people, position, recused)
    return Quorum(
        present=len(present),
        seats=seats,
        council_members=sum(person.is_council_member for person in entitled),
        expert_citizens=sum(person.is_expert_citizen for person in entitled),
        recused=len(present) - len(entitled),
        kind=kind,
        must_outnumber=must_outnumber,
        repeated=repeated,
    )


def quorum_by_position(
    attendees: Iterable[Attendee],
    positions: Iterable[int],
    *,
    seats: int,
    kind: QuorumKind = QuorumKind.MORE_THAN_HALF,
    must_outnumber: bool = False,
    repeated: bool = False,
    recused_at: Mapping[int, Iterable[Key]] = MappingProxyType({}),
) -> dict[int, Quorum]:
    """Rule Q3: the quorum anew at every item, with the people biased at it (`recused_at`: position to keys)."""
    people = tuple(attendees)
    return {
        position: quorum(
            people,
            position,
            seats=seats,
            kind=kind,
            must_outnumber=must_outnumber,
            repeated=repeated,
            recused=recused_at.get(position, ()),
        )
        for position in positions
    }


def _beginning(interval: Interval) -> tuple[bool, int]:
    return (interval.first is not None, interval.first or 0)
