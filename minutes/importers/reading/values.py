"""The values of a reading: what a text of minutes says, and what it contradicts. Frozen, plain. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from minutes.importers.grammar.outcomes import OutcomeCode
from minutes.importers.source import Format, Paragraph

ContributionKind = Literal["speech", "continuation", "quote", "procedure"]
# Where a paragraph of the source went.
Place = Literal[
    "head",
    "attendance",
    "opening",
    "agenda",
    "part",
    "item",
    "status",
    "counts",
    "heading",
    "resolution",
    "contribution",
    "vote",
    "note",
    "facts",
    "annex",
    "closing",
    "furniture",
    "unread",
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The status of an item: its words, if there is a status line, and their code."""

    text: str | None = None
    code: OutcomeCode = "none"


@dataclass(frozen=True, slots=True)
class Contribution:
    """A paragraph of the debate. `further`: who else speaks in it; `is_sure`: named at its beginning."""

    kind: ContributionKind
    speaker: str | None
    text: str
    party: str = ""
    further: tuple[str, ...] = ()
    is_sure: bool = True
    page: int = 1
    line: int = 1


@dataclass(frozen=True, slots=True)
class VoteReading:
    """A vote: its form, its result in words, its numbers (a missing one is unknown, which is not zero)."""

    label: str = ""
    form: str = ""
    result: str = ""
    is_unanimous: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)
    options: Mapping[str, int] = field(default_factory=dict)
    by_name: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_group: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    conclusion: str = ""
    contradicts_itself: bool = False
    # On an amendment, a motion of a list or the procedure: its result is not that of the item.
    is_on_motion: bool = False
    # What it decided, where a sentence says that.
    told: OutcomeCode | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside debate and resolution: a remark, a reason, what followed from a vote."""

    kind: str
    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class MoveReading:
    """Somebody arrives, leaves or returns."""

    kind: str
    people: tuple[str, ...]
    time: str
    text: str


@dataclass(frozen=True, slots=True)
class Concern:
    """A contradiction or a gap: a code, and the words that it is about."""

    code: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the source, verbatim, and where it went: the account of the whole text."""

    place: Place
    text: str
    page: int
    line: int
    item: str = ""

    @classmethod
    def of(cls, place: Place, paragraph: Paragraph, item: str = "") -> "Passage":
        return cls(place, paragraph.text, paragraph.page, paragraph.line, item)


@dataclass(frozen=True, slots=True)
class ItemReading:
    """An agenda item (Tagesordnungspunkt)."""

    number: str = ""
    title: str = ""
    is_public: bool | None = None
    meeting_date: str = ""
    meeting_number: str = ""
    committee: str = ""
    rapporteur: str = ""
    outcome: Outcome = Outcome()
    counts: Mapping[str, int] | None = None
    is_election: bool = False
    heading: str = ""
    resolution: tuple[str, ...] = ()
    proposal: tuple[str, ...] = ()
    recommendation_to: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    recused: tuple[str, ...] = ()
    moves: tuple[MoveReading, ...] = ()
    votes: tuple[VoteReading, ...] = ()
    notes: tuple[Note, ...] = ()
    facts: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    warnings: tuple[Concern, ...] = ()
    unread: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A person of the list: `Kohl, Stefan` · `s. B.` · `ab TOP 3 (16:52 Uhr)`."""

    name: str
    note: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceGroup:
    """A heading of the list with its people; `is_absent` for those who are excused or missing."""

    heading: str
    rows: tuple[AttendanceRow, ...]
    is_absent: bool = False


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A line of the agenda (Tagesordnung)."""

    number: str
    title: str
    papers: tuple[str, ...] = ()
    is_public: bool | None = None


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """What the head of a protocol says of the session."""

    number: str = ""
    date: str = ""
    committee: str = ""
    begin: str = ""
    end: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as read: one item, or a whole protocol with head, attendance, agenda and items.

    `opening_said` is `opening` again, each paragraph with who speaks; `closing_said` are those of `closing` in which
    somebody closes the session.
    """

    id: str
    format: Format
    is_protocol: bool
    items: tuple[ItemReading, ...]
    head: MeetingHead = MeetingHead()
    attendance: tuple[AttendanceGroup, ...] = ()
    agenda: tuple[AgendaEntry, ...] = ()
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    warnings: tuple[Concern, ...] = ()
    unread: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    opening_said: tuple[Contribution, ...] = ()
    closing_said: tuple[Contribution, ...] = ()
