"""Room: minutes. The shape of the demo's tables: a session as it is written down before it becomes rows.

Items are named by their place on the agenda from 1 on, those below others counted too; people by the key of
`people.PEOPLE`; times as "16:52".
"""

from dataclasses import dataclass, field
from datetime import date

from committees.models import Membership, Paper
from votes.models import Choice, Decision, Form, Majority, Outcome


@dataclass(frozen=True)
class Somebody:
    """A person of the directory."""

    first_name: str
    last_name: str
    gender: str = ""
    title: str = ""
    office: str = ""
    detail: str = ""

    @property
    def is_staff(self) -> bool:
        return bool(self.office)


@dataclass(frozen=True)
class Seat:
    """A membership. Without days of its own it lasts as long as the term, or the committee."""

    person: str
    faction: str = ""
    kind: str = Membership.Kind.COUNCIL_MEMBER
    function: str = Membership.Function.MEMBER
    deputises_for: str = ""
    start: date | None = None
    end: date | None = None

    @property
    def has_vote(self) -> bool:
        return self.kind not in (Membership.Kind.EXPERT_RESIDENT, Membership.Kind.ADVISORY)


@dataclass(frozen=True)
class Document:
    """A paper."""

    title: str
    day: date
    kind: str = Paper.Kind.PROPOSAL
    originator: str = "Der Landrat"
    is_public: bool = True


@dataclass(frozen=True)
class Part:
    """Somebody's part in a session, where it is not that of a member who is there from beginning to end."""

    person: str
    first: int | None = None
    last: int | None = None
    arrived: str = ""
    left: str = ""
    excused: bool = False
    unexcused: bool = False
    substitutes_for: str = ""
    role: str = ""
    detail: str = ""
    guest: bool = False


@dataclass(frozen=True)
class Procedure:
    """A paragraph of the proceedings: nobody's speech."""

    text: str


@dataclass(frozen=True)
class Note:
    """A note to an item (Anmerkung)."""

    text: str


@dataclass(frozen=True)
class Decided:
    """What was resolved on an item."""

    resolution: str = ""
    outcome: str = Outcome.ADOPTED
    outcome_text: str = ""
    heading: str = Decision.Heading.RESOLUTION
    recommended_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Voted:
    """A vote: counts, or who called what in a roll call, or the votes for each option of an election."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    invalid: int | None = None
    not_voting: int | None = None
    form: str = Form.SHOW_OF_HANDS
    majority: str = Majority.SIMPLE
    label: str = ""
    question: str = ""
    is_final: bool = True
    puts_rejection: bool = False
    only_unanimous: bool = False
    calls: dict[Choice, tuple[str, ...]] = field(default_factory=dict)
    options: dict[str, int] = field(default_factory=dict)
    is_closed: bool = True


@dataclass(frozen=True)
class Item:
    """An agenda item with all that happened at it. `level` 1 stands under the last item of level 0."""

    title: str
    paper: str = ""
    rapporteur: str = ""
    said: tuple[str | Procedure | Note, ...] = ()
    decided: Decided | None = None
    votes: tuple[Voted, ...] = ()
    biased: dict[str, str] = field(default_factory=dict)
    is_public: bool = True
    public_title: str = ""
    is_standing: bool = False
    level: int = 0
    chaired_by: str = ""


@dataclass(frozen=True)
class Annex:
    """An annex of the minutes."""

    title: str
    item: int
    note: str = ""
    is_public: bool = True


@dataclass(frozen=True)
class Sitting:
    """A session. `staff` come besides the members; `parts` are the exceptions to "all members, all the time"."""

    committee: str
    number: int
    day: date
    begin: str = "16:30"
    opened: str = ""
    closed: str = ""
    public_part_ended: str = ""
    interruptions: tuple[tuple[str, str], ...] = ()
    room: str = "Großer Sitzungssaal"
    items: tuple[Item, ...] = ()
    staff: tuple[str, ...] = ()
    minute_taker: str = ""
    parts: tuple[Part, ...] = ()
    annexes: tuple[Annex, ...] = ()
    is_published: bool = False
    source_note: str = ""
