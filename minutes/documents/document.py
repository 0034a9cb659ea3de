"""A document to be written: which record it shows, what it is called, and how its tree is drawn."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from minutes.documents.layout import PLAIN, Layout
from minutes.documents.tree import Block
from minutes.record.announcements import AgendaRecord, InvitationRecord
from minutes.record.values import ItemRecord, SessionRecord

DocumentRecord = SessionRecord | AgendaRecord | InvitationRecord


@dataclass(frozen=True, slots=True)
class Proof:
    """What a signed document prints so that it can be checked: hash of its record, end of the audit chain, address."""

    sha256: str
    chain_head: str
    address: str


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file inside a document: its name (the ending gives the media type), its content and what it is, in words."""

    name: str
    content: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document to be written: the part of the record that it shows, how it is named, and how it is drawn.

    ``record`` holds nothing that the document does not show, as it goes into the file as data, too. ``title`` names the
    document in the list of open windows, ``running_head`` on each page but the first; ``name`` is the file name without
    ending, in ASCII. ``mark`` stands on every page of what does not hold: a draft, or an edition that was replaced.
    """

    record: DocumentRecord
    title: str
    subject: str
    running_head: str
    name: str
    draw: Callable[["Document"], tuple[Block, ...]]
    item: ItemRecord | None = None
    proof: Proof | None = None
    is_draft: bool = False
    superseded_on: str = ""
    """The day from which another edition holds, for copies of an old one: 09.12.2026."""
    is_letter: bool = False
    layout: Layout = PLAIN
    attachments: tuple[Embedded, ...] = ()

    @property
    def mark(self) -> str:
        if self.is_draft:
            return "Entwurf"
        return f"Überholt seit {self.superseded_on}" if self.superseded_on else ""

    @property
    def full_title(self) -> str:
        """The title with the mark: ``Niederschrift über die 7. Sitzung … (Entwurf)``."""
        mark = self.mark if self.is_draft else self.mark.replace("Überholt", "überholt")
        return f"{self.title} ({mark})" if mark else self.title

    @property
    def dated(self) -> datetime.datetime:
        """The date that the file bears. Not the moment of printing: the same record has to give the same file."""
        return datetime.datetime.combine(self.record.date, datetime.time(), tzinfo=datetime.UTC)

    def blocks(self) -> tuple[Block, ...]:
        """The tree."""
        return self.draw(self)


def titled(title: str) -> str:
    """``TAGESORDNUNG – NACHTRAG`` → ``Tagesordnung – Nachtrag``: capitals are a matter of layout."""
    return " – ".join(part.capitalize() for part in title.split(" – ")) if title.isupper() else title


def subject(record: DocumentRecord) -> str:
    """Kreis Musterland, Integrationsausschuss, 18.11.2026"""
    return f"{record.body.name}, {record.committee.name}, {date_text(record.date)}"


def running_head(record: DocumentRecord) -> str:
    """Integrationsausschuss, 7. Sitzung am 18.11.2026"""
    return f"{record.committee.name}, {record.number}. Sitzung am {date_text(record.date)}"


def date_text(date: datetime.date) -> str:
    """18.11.2026"""
    return f"{date:%d.%m.%Y}"


def with_top(label: str) -> str:
    """``TOP 3``, also of a label that says ``Ö 3``."""
    return label if label.upper().startswith("TOP") else f"TOP {label}"


def file_name(record: DocumentRecord, kind: str, *, is_draft: bool = False) -> str:
    """``IntA-7-2026-Niederschrift``, drafts with ``-Entwurf``: letters, digits, dots and hyphens only."""
    written = "-".join(filter(None, [record.reference, kind, "Entwurf" if is_draft else ""]))
    for letter, spelled in {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        written = written.replace(letter, spelled)
    ascii_only = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.]+", "-", ascii_only).strip("-.")[:120] or "Dokument"
