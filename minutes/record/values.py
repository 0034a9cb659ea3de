"""The values of a record: the contract that PDF, pages, JSON and search read.

Frozen dataclasses of plain values. Sentences arrive worded, texts arrive parsed (``minutes.markup``), ids are strings;
nothing here can reach back into the database. Empty string and empty tuple mean "is not printed"; None means "unknown".
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.markup import Text

SCHEMA = "gremia/session-record/1"

# The groups of those who are no members: they may come for single items.
VISITOR_HEADINGS = ("Verwaltung", "Gäste", "Presse")


@dataclass(frozen=True, slots=True)
class BodyValue:
    """The county or town (Körperschaft) that the committee belongs to."""

    key: str
    name: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class CommitteeValue:
    """The committee (Gremium)."""

    id: str
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class HeadField:
    """One labelled fact of the head: ``("Beginn der Sitzung", "16:30 Uhr")``; the colon is the layout's."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A person in the list of those present or absent: ``Kohl, Stefan`` · ``s. B.`` · ``ab TOP 3 (16:52 Uhr)``."""

    name: str
    note: str = ""
    remark: str = ""
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceGroup:
    """A heading of the attendance list with its people: ``Vorsitz``, a faction, ``Verwaltung``, ``Gäste``."""

    heading: str
    rows: tuple[AttendanceRow, ...]


@dataclass(frozen=True, slots=True)
class PaperValue:
    """A paper (Vorlage) named at an item."""

    id: str
    reference: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of the agenda (Tagesordnung); ``item_id`` leads to the item."""

    number: str
    label: str
    title: str
    level: int = 0
    papers: tuple[PaperValue, ...] = ()
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """What was resolved (Beschluss).

    ``inline`` is printed on the line of the heading ("Ohne. Der Bericht wird zur Kenntnis genommen."), the rest below.
    """

    heading: str
    inline: str = ""
    intro: str = ""
    resolution: Text = ()


@dataclass(frozen=True, slots=True)
class ContributionRecord:
    """A printed paragraph of the debate (Wortbeitrag) or several; the speakers are marked in the text."""

    id: str
    kind: str
    text: Text
    speaker: str = ""
    role: str = ""
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class VoterValue:
    """A name in a roll call."""

    name: str
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class BallotLine:
    """Those who voted alike in a roll call: ``Mit Ja stimmten`` · ``Bednar, Kohl, Neuhaus, Schemmer``."""

    choice: str
    heading: str
    text: str
    voters: tuple[VoterValue, ...]


@dataclass(frozen=True, slots=True)
class OptionLine:
    """A candidate or list of an election with its votes; ``line`` is the printed form."""

    name: str
    votes: int | None
    line: str
    is_elected: bool = False


@dataclass(frozen=True, slots=True)
class CountsValue:
    """The numbers of a vote. None is unknown, which is not zero."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    invalid: int | None = None
    not_voting: int | None = None
    recused: int | None = None


@dataclass(frozen=True, slots=True)
class VoteRecord:
    """One vote (Abstimmung) with its worded result.

    ``counts_text`` is the bracket ``(Ja: 7, Nein: 0, Enthaltungen: 1, Befangen: 0)``; ``conclusion`` the sentence after
    a failed or tied vote; ``adopted`` None where the vote has no such result or it is unknown.
    """

    id: str
    form: str
    form_text: str
    majority: str
    counts: CountsValue
    label: str = ""
    question: str = ""
    result_lines: tuple[str, ...] = ()
    counts_text: str = ""
    ballots: tuple[BallotLine, ...] = ()
    options: tuple[OptionLine, ...] = ()
    conclusion: str = ""
    adopted: bool | None = None
    is_final: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceValue:
    """Where something imported comes from: ``text`` or ``oparl``, its address or hash there, and the place in it."""

    kind: str
    id: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """An agenda item (Tagesordnungspunkt) with all that happened at it.

    ``order`` names the sections in the order of print: "before", "recusals", "decision", "contributions", "votes",
    "after". Sections without content are left out of it. ``public_title`` and ``recused_person_ids`` (who was biased)
    are known of items alone that the public does not see.
    """

    id: str
    number: str
    label: str
    title: str
    is_public: bool
    order: tuple[str, ...]
    level: int = 0
    papers: tuple[PaperValue, ...] = ()
    rapporteur: str = ""
    status_text: str = ""
    counts_line: str = ""
    outcome: str = "none"
    before: tuple[str, ...] = ()
    recusals: tuple[str, ...] = ()
    decision: DecisionRecord | None = None
    contributions: tuple[ContributionRecord, ...] = ()
    votes: tuple[VoteRecord, ...] = ()
    after: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    public_title: str = ""
    recused_person_ids: tuple[str, ...] = ()
    source: SourceValue | None = None

    @property
    def final_vote(self) -> VoteRecord | None:
        """The vote that settled the item, where one did."""
        return next((vote for vote in self.votes if vote.is_final), None)


@dataclass(frozen=True, slots=True)
class PartRecord:
    """The public or the non-public part of the sitting.

    ``agenda`` has a line for each of ``items``; ``closing`` are the sentences that end the part.
    """

    letter: str
    heading: str
    is_public: bool
    agenda: tuple[AgendaLine, ...] = ()
    items: tuple[ItemRecord, ...] = ()
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A line to sign on: ``Kleinhaus`` · ``Ausschussvorsitzender``; signed, ``note`` says so: ``gez. 20.11.2026``."""

    name: str
    role: str
    full_name: str = ""
    person_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FileValue:
    """A file of a paper or an annex: its name, what it is, and the SHA-256 of its content."""

    id: str
    name: str
    title: str
    content_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class LinkValue:
    """A file that lies where it was published, in another system: its title and its address there."""

    title: str
    url: str
    content_type: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class AnnexValue:
    """An annex (Anlage): ``1`` · ``Präsentation zu TOP 2`` · ``nur dem Original beigefügt``, with its file.

    The file of an imported one may lie in the other system: then it is a ``link``.
    """

    number: str
    title: str
    note: str = ""
    item_id: str = ""
    file: FileValue | None = None
    link: LinkValue | None = None


@dataclass(frozen=True, slots=True)
class CorrectionNote:
    """A dated note that corrects the signed text (Berichtigung): heading and text."""

    heading: str
    text: Text
    date: datetime.date
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session (Sitzung) as one audience ("public" or "internal") may see it, in the order of the printed minutes."""

    audience: str
    session_id: str
    reference: str
    number: int
    year: int
    date: datetime.date
    body: BodyValue
    committee: CommitteeValue
    title: str
    subtitle: str
    date_text: str
    place_text: str
    schema: str = SCHEMA
    language: str = "de"
    is_draft: bool = True
    term: str = ""
    starts_at: datetime.datetime | None = None
    ended_at: datetime.datetime | None = None
    head: tuple[HeadField, ...] = ()
    seats_line: str = ""
    attendance: tuple[AttendanceGroup, ...] = ()
    absent: tuple[AttendanceGroup, ...] = ()
    opening: Text = ()
    parts: tuple[PartRecord, ...] = ()
    closing: Text = ()
    signatures: tuple[SignatureLine, ...] = ()
    corrections: tuple[CorrectionNote, ...] = ()
    annexes: tuple[AnnexValue, ...] = ()
    assumptions: tuple[str, ...] = ()
    resolution_first: bool = True
    source: SourceValue | None = None

    def items(self) -> Iterator[ItemRecord]:
        """All items of all parts, in order."""
        for part in self.parts:
            yield from part.items

    def item(self, item_id: str) -> ItemRecord | None:
        """The item of that id, or None: not here, or not for this audience."""
        return next((item for item in self.items() if item.id == item_id), None)
