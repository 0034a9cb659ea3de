"""The kinds of documents: what each one says about a record, in which template, under which name."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from minutes.documents.errors import NothingNonPublic, UnknownDocument
from minutes.documents.items import find_item
from minutes.record.confidential import non_public_part
from minutes.record.values import ItemRecord, SessionRecord


@dataclass(frozen=True, slots=True)
class Proof:
    """What a signed document prints so that it can be checked: hash of its record, end of the audit chain, address."""

    sha256: str
    chain_head: str
    address: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document to be written: the part of the record that it shows, and how it is named.

    ``record`` holds nothing that the document does not show, as it goes into the file as data, too. ``title`` names the
    document in the list of open windows, ``running_head`` on each page but the first; ``name`` is the file name without
    ending, in ASCII.
    """

    record: SessionRecord
    template: str
    title: str
    subject: str
    running_head: str
    name: str
    item: ItemRecord | None = None
    proof: Proof | None = None
    superseded_on: str = ""
    """The day from which another edition holds, for copies of an old one: 09.12.2026."""


def minutes(record: SessionRecord, *, item: str | None = None) -> Document:
    """The whole protocol (Niederschrift). ``item`` is not used."""
    return Document(
        record=record,
        template="minutes/documents/minutes.html",
        title=f"{_titled(record.title)} {record.subtitle}",
        subject=f"{record.body.name}, {record.committee.name}, {date_text(record.date)}",
        running_head=_running_head(record),
        name=_file_name(record, _titled(record.title)),
    )


def extract(record: SessionRecord, *, item: str | None = None) -> Document:
    """The extract (Auszug) of the item "3", "Ö 3" or "TOP 3". Raises ItemNotFound, AmbiguousItem."""
    found = find_item(record, item or "")
    return Document(
        record=_only(record, found),
        template="minutes/documents/extract.html",
        title=f"Auszug aus der {_titled(record.title)} {record.subtitle}, {found.label}",
        subject=found.title,
        running_head=f"{_running_head(record)}, {found.label}",
        name=_file_name(record, f"{_with_top(found.label)}-Auszug"),
        item=found,
    )


def nonpublic(record: SessionRecord, *, item: str | None = None) -> Document:
    """The non-public part (nichtöffentlicher Teil), for those entitled. Raises NothingNonPublic."""
    part = non_public_part(record)
    if not part.parts:
        raise NothingNonPublic
    title = "Niederschrift – nichtöffentlicher Teil"
    return Document(
        record=part,
        template="minutes/documents/minutes.html",
        title=f"{title} {part.subtitle}",
        subject=f"{record.body.name}, {record.committee.name}, {date_text(record.date)}",
        running_head=f"{_running_head(record)}, nichtöffentlicher Teil",
        name=_file_name(record, title),
    )


KINDS: dict[str, Callable[..., Document]] = {"minutes": minutes, "extract": extract, "nonpublic": nonpublic}


def compose(record: SessionRecord, *, document: str, item: str | None = None) -> Document:
    """The document of a kind of ``KINDS``. Raises UnknownDocument, ItemNotFound, AmbiguousItem, NothingNonPublic."""
    if document not in KINDS:
        raise UnknownDocument(document, tuple(KINDS))
    return KINDS[document](record, item=item)


def _only(record: SessionRecord, item: ItemRecord) -> SessionRecord:
    """The record of one item: whoever gets the extract does not get the rest of the session in its data."""
    part = next(part for part in record.parts if item in part.items)
    line = tuple(line for line in part.agenda if line.item_id == item.id)
    return replace(
        record,
        head=(),
        seats_line="",
        attendance=(),
        absent=(),
        opening=(),
        parts=(replace(part, agenda=line, items=(item,), closing=()),),
        closing=(),
        signatures=(),
        annexes=tuple(annex for annex in record.annexes if annex.item_id == item.id),
        assumptions=(),
    )


def _titled(title: str) -> str:
    """``NIEDERSCHRIFT`` → ``Niederschrift``: capitals are a matter of layout."""
    return title.capitalize() if title.isupper() else title


def _running_head(record: SessionRecord) -> str:
    return f"{record.committee.name}, {record.number}. Sitzung am {date_text(record.date)}"


def date_text(date: datetime.date) -> str:
    """18.11.2026"""
    return f"{date:%d.%m.%Y}"


def _with_top(label: str) -> str:
    return label if label.upper().startswith("TOP") else f"TOP {label}"


def _file_name(record: SessionRecord, kind: str) -> str:
    """``IntA-7-2026-Niederschrift``, drafts with ``-Entwurf``: letters, digits, dots and hyphens only."""
    written = "-".join(filter(None, [record.reference, kind, "Entwurf" if record.is_draft else ""]))
    for letter, spelled in {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        written = written.replace(letter, spelled)
    ascii_only = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.]+", "-", ascii_only).strip("-.")[:120] or "Dokument"
