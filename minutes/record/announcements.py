"""The values of what is published beside minutes: agendas and session notices, papers, and who sits where.

Frozen dataclasses of plain values, as in ``values.py``; empty string and empty tuple mean "is not printed".
"""

import datetime
from dataclasses import dataclass

from minutes.record.values import (
    AgendaLine,
    BodyValue,
    CommitteeValue,
    FileValue,
    LinkValue,
    SignatureLine,
    SourceValue,
)

AGENDA_SCHEMA = "gremia/agenda/1"
INVITATION_SCHEMA = "gremia/invitation/1"
PAPER_SCHEMA = "gremia/paper/1"
DIRECTORY_SCHEMA = "gremia/directory/1"


@dataclass(frozen=True, slots=True)
class AgendaPartValue:
    """A part of the agenda with its lines: ``A. Öffentlicher Teil``."""

    heading: str
    is_public: bool
    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class AgendaRecord:
    """When and where a session takes place, and about what (Bekanntmachung, Tagesordnung).

    A notice has no ``parts`` yet. ``edition`` 2 and later are supplements (Nachtrag): they replace the one before.
    """

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
    schema: str = AGENDA_SCHEMA
    language: str = "de"
    edition: int = 1
    starts_at: datetime.datetime | None = None
    parts: tuple[AgendaPartValue, ...] = ()


@dataclass(frozen=True, slots=True)
class InvitationRecord:
    """The letter that invites to a session (Einladung): who writes to whom about what, and the agenda.

    ``addressee`` is ``An die Mitglieder des Integrationsausschusses``, ``subject`` ``Einladung zur 7. Sitzung …``,
    ``opening`` the sentence before day, hour and place. ``dated`` is when it was sent; None: not yet.
    """

    agenda: AgendaRecord
    addressee: str
    subject: str
    opening: str
    convener: SignatureLine | None = None
    dated: datetime.date | None = None
    schema: str = INVITATION_SCHEMA

    # What every record of a session says of it, so that documents need not ask which one they have.
    @property
    def audience(self) -> str:
        return self.agenda.audience

    @property
    def body(self) -> BodyValue:
        return self.agenda.body

    @property
    def committee(self) -> CommitteeValue:
        return self.agenda.committee

    @property
    def date(self) -> datetime.date:
        return self.agenda.date

    @property
    def number(self) -> int:
        return self.agenda.number

    @property
    def reference(self) -> str:
        return self.agenda.reference

    @property
    def language(self) -> str:
        return self.agenda.language


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """A paper (Vorlage, Antrag, Anfrage) with its files; ``links`` are those that lie in another system."""

    audience: str
    paper_id: str
    reference: str
    title: str
    kind: str
    body: BodyValue
    schema: str = PAPER_SCHEMA
    language: str = "de"
    originator: str = ""
    date: datetime.date | None = None
    files: tuple[FileValue, ...] = ()
    links: tuple[LinkValue, ...] | None = None
    source: SourceValue | None = None


@dataclass(frozen=True, slots=True)
class SeatValue:
    """Somebody's seat in a committee: name, function, faction, since when and until when.

    ``kind`` is a code, ``group`` the heading under which the seat stands. Staff who are not named have neither
    ``person_id`` nor ``name``; their ``function`` stands for both.
    """

    person_id: str
    name: str
    function: str
    kind: str
    faction: str
    has_vote: bool
    start: datetime.date
    end: datetime.date | None = None
    group: str = ""

    @property
    def label(self) -> str:
        return self.name or self.function


@dataclass(frozen=True, slots=True)
class DirectoryRecord:
    """Who sits in a committee on a day, and who did formerly (Mitglieder)."""

    audience: str
    body: BodyValue
    committee: CommitteeValue
    date: datetime.date
    schema: str = DIRECTORY_SCHEMA
    language: str = "de"
    seats: tuple[SeatValue, ...] = ()

    @property
    def current(self) -> tuple[SeatValue, ...]:
        """The seats that hold on the day, group by group."""
        return tuple(seat for seat in self.seats if seat.end is None or seat.end >= self.date)

    @property
    def former(self) -> tuple[SeatValue, ...]:
        """The seats that ended before, the last one first."""
        return tuple(seat for seat in self.seats if seat.end is not None and seat.end < self.date)
