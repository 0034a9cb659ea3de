"""Documents: a record of a session → files that people print, send and keep. One module a format."""

from collections.abc import Callable
from dataclasses import dataclass

from minutes.documents import json, pdf
from minutes.documents.errors import (
    AmbiguousItem,
    DocumentError,
    ItemNotFound,
    NothingNonPublic,
    PdfEngineMissing,
    UnknownDocument,
)
from minutes.documents.kinds import KINDS, Document, compose
from minutes.record.values import SessionRecord

__all__ = [
    "FORMATS",
    "KINDS",
    "AmbiguousItem",
    "DocumentError",
    "ItemNotFound",
    "NothingNonPublic",
    "PdfEngineMissing",
    "Rendered",
    "UnknownDocument",
    "render",
]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: what writes it, its media type and its ending."""

    write: Callable[[Document], bytes]
    content_type: str
    ending: str


FORMATS = {
    "pdf": Format(pdf.write, "application/pdf", "pdf"),
    "json": Format(json.write, "application/json", "json"),
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file. ``filename`` is plain ASCII."""

    content: bytes
    content_type: str
    filename: str


def render(
    record: SessionRecord,
    *,
    document: str,
    format: str = "pdf",  # noqa: A002 - the word that callers and users have for it
    item: str | None = None,
) -> Rendered:
    """A document of a record as a file: ``document`` is one of ``KINDS``, ``format`` one of ``FORMATS``.

    ``item`` names the agenda item of an extract: "3", "Ö 3", "Ö3", "TOP 3". Raises DocumentError with a message for
    the user: UnknownDocument, ItemNotFound, AmbiguousItem, PdfEngineMissing.
    """
    if format not in FORMATS:
        raise UnknownDocument(format, tuple(FORMATS))
    composed = compose(record, document=document, item=item)
    chosen = FORMATS[format]
    return Rendered(chosen.write(composed), chosen.content_type, f"{composed.name}.{chosen.ending}")
