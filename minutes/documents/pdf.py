"""A record as PDF/A-3a and PDF/UA-1, with its own data inside."""

import datetime
import hashlib
import unicodedata
from functools import cache

from django.template.loader import render_to_string
from fontTools.ttLib import TTFont

from minutes.documents import engine
from minutes.documents.kinds import Document, compose
from minutes.record.serialise import canonical_bytes
from minutes.record.values import SessionRecord


def render(record: SessionRecord, *, document: str, item: str | None = None) -> bytes:
    """The PDF of a document of ``KINDS``, an extract of the ``item`` of that number; equal records give equal bytes.

    Raises UnknownDocument, ItemNotFound, AmbiguousItem, NothingNonPublic, and PdfEngineMissing without Pango.
    """
    return write(compose(record, document=document, item=item))


def write(document: Document) -> bytes:
    """The PDF of a composed document. Raises PdfEngineMissing."""
    data = canonical_bytes(document.record)
    page = render_to_string(document.template, {"document": document, "record": document.record, "item": document.item})
    return engine.to_pdf(
        _printable(page),
        stylesheet="document.css",
        link_texts={item.id: f"Zu {item.label}" for item in document.record.items()},
        embedded=engine.Embedded(
            name=f"{document.name}.json", content=data, description="Die Daten dieses Dokuments, maschinenlesbar"
        ),
        # Not the moment of printing: the same record has to give the same file.
        dated=datetime.datetime.combine(document.record.date, datetime.time(), tzinfo=datetime.UTC),
        identifier=hashlib.sha256(page.encode() + data).digest()[:16],
    )


def _printable(page: str) -> str:
    """The page with characters that our fonts lack as ``[U+1F600]``.

    PDF/A forbids the empty box, and nothing that was written may vanish. Control characters and those that only steer
    others (joiners, variants of emoji) print nothing.
    """
    strange = {letter for letter in page if (letter > "\u024f" or letter < " ") and letter not in "\n\t"}
    missing = {ord(letter): _substitute(letter) for letter in strange if ord(letter) not in _covered()}
    return page.translate(missing) if missing else page


def _substitute(letter: str) -> str:
    is_invisible = unicodedata.category(letter) in ("Cc", "Cf") or 0xFE00 <= ord(letter) <= 0xFE0F
    return "" if is_invisible else f"[U+{ord(letter):04X}]"


@cache
def _covered() -> frozenset[int]:
    """The characters of our text fonts; the sans steps in for the serif."""
    fonts = (TTFont(engine.ASSETS / "fonts" / name) for name in ("SourceSerif4-Regular.ttf", "SourceSans3-Regular.ttf"))
    return frozenset().union(*(font.getBestCmap() for font in fonts))
