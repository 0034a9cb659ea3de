"""Documents: a record → files that people print, send and keep. One module a kind, one a format, a tree between."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from minutes.documents import docx, drafting, json, odt, pdf, text
from minutes.documents.document import Document, DocumentRecord, Embedded, Proof, date_text
from minutes.documents.errors import (
    AmbiguousItem,
    DocumentError,
    FileMissing,
    ItemNotFound,
    ItemWanted,
    NobodyToCall,
    NothingCorrected,
    NothingNonPublic,
    NothingSupplemented,
    NotPublished,
    OnlyInside,
    PdfEngineMissing,
    UnknownDocument,
)
from minutes.documents.kinds import KINDS, compose
from minutes.documents.layout import PLAIN, Layout
from minutes.record.announcements import AgendaRecord

__all__ = [
    "FORMATS",
    "KINDS",
    "AmbiguousItem",
    "DocumentError",
    "Embedded",
    "FileMissing",
    "ItemNotFound",
    "ItemWanted",
    "Layout",
    "NobodyToCall",
    "NotPublished",
    "NothingCorrected",
    "NothingNonPublic",
    "NothingSupplemented",
    "OnlyInside",
    "PdfEngineMissing",
    "Proof",
    "Rendered",
    "UnknownDocument",
    "compose",
    "render",
    "stored",
]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: what writes it, its media type and its ending."""

    write: Callable[[Document], bytes]
    content_type: str
    ending: str


FORMATS = {
    "pdf": Format(pdf.write, "application/pdf", "pdf"),
    "docx": Format(docx.write, docx.MEDIA_TYPE, "docx"),
    "odt": Format(odt.write, odt.MEDIA_TYPE, "odt"),
    "txt": Format(text.write, "text/plain; charset=utf-8", "txt"),
    "json": Format(json.write, "application/json", "json"),
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file. ``filename`` is plain ASCII."""

    content: bytes
    content_type: str
    filename: str


def render(
    record: DocumentRecord,
    *,
    document: str,
    format: str = "pdf",  # noqa: A002 - the word that callers and users have for it
    item: str | None = None,
    proof: Proof | None = None,
    superseded_on: datetime.date | None = None,
    layout: Layout = PLAIN,
    is_draft: bool = False,
    before: AgendaRecord | None = None,
    attachments: tuple[Embedded, ...] = (),
    bound: bool = False,
) -> Rendered:
    """A document of a record as a file: ``document`` is one of ``KINDS``, ``format`` one of ``FORMATS``.

    ``item`` names the agenda item of an extract: "3", "Ö 3", "Ö3", "TOP 3". ``proof`` is printed at the end;
    ``superseded_on`` is the day since which another edition holds, which each page of an old one says; ``is_draft``
    says of an agenda that it is not published (other records know it themselves); ``before`` is the agenda that a
    supplement changes, ``attachments`` go into a collection. ``bound`` allows a PDF in which each item begins a page,
    so that only those are set that changed. Raises DocumentError with a message for the user.
    """
    if format not in FORMATS:
        raise UnknownDocument(format, tuple(FORMATS))
    composed = replace(
        compose(record, document=document, item=item, is_draft=is_draft, before=before, attachments=attachments),
        proof=proof,
        superseded_on=date_text(superseded_on) if superseded_on else "",
        layout=layout,
    )
    chosen = FORMATS[format]
    content = drafting.write(composed) if bound and format == "pdf" else chosen.write(composed)
    return Rendered(content, chosen.content_type, f"{composed.name}.{chosen.ending}")


def stored(record: DocumentRecord, content: bytes) -> Rendered:
    """The PDF of minutes that was made of this record when they were published, under its name."""
    return Rendered(content, FORMATS["pdf"].content_type, f"{compose(record, document='minutes').name}.pdf")
