"""Room: minutes, own pages. Notes beside what they are about, as far as their owner may still read that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from committees.models import Session, User
from minutes.mine.sessions import Line, lines_of
from minutes.models import Note


@dataclass(frozen=True, slots=True)
class Noted:
    """A note with its session, if that still exists, and its item, if the owner may still read it."""

    note: Note
    session: Session | None = None
    line: Line | None = None

    @property
    def number(self) -> str:
        return self.line.number if self.line else ""

    @property
    def title(self) -> str:
        return self.line.title if self.line else ""


def with_items(user: User, notes: Sequence[Note]) -> list[Noted]:
    """The notes in their order. Seven queries, however many notes."""
    sessions = sessions_of(notes)
    lines = lines_of(user, list(sessions.values())) if sessions else {}
    return [_noted(note, sessions, lines) for note in notes]


def sessions_of(notes: Iterable[Note]) -> dict[UUID, Session]:
    """The sessions that notes are about. One query."""
    keys = {note.session_key for note in notes}
    return Session.objects.select_related("committee__body__profile").in_bulk(keys) if keys else {}


def containing(notes: Iterable[Note], query: str) -> list[Note]:
    """The notes in which all words occur. Compared here: SQLite knows no small and capital umlauts."""
    words = query.casefold().split()
    return [note for note in notes if all(word in note.text.casefold() for word in words)]


def _noted(note: Note, sessions: dict[UUID, Session], lines: dict[UUID, tuple[Line, ...]]) -> Noted:
    readable = lines.get(note.session_key, ())
    line = next((line for line in readable if line.key == note.item_key), None)
    return Noted(note, sessions.get(note.session_key), line)
