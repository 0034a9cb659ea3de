"""A document as PDF/A-3a and PDF/UA-1, with its own data inside."""

import hashlib
import unicodedata
from functools import cache
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from minutes.documents import engine, html
from minutes.documents.document import Document, DocumentRecord, Embedded
from minutes.documents.fonts import SANS, SERIF, font
from minutes.documents.kinds import compose
from minutes.documents.letterhead import footer_html, letterhead_html
from minutes.documents.stock import kept
from minutes.documents.tree import Heading, walk
from minutes.record.serialise import canonical_bytes

DATA_DESCRIPTION = "Die Daten dieses Dokuments, maschinenlesbar"


def render(record: DocumentRecord, *, document: str, **given: Any) -> bytes:
    """The PDF of a document of ``KINDS`` in the plain house style; equal records give equal bytes.

    Raises what ``compose`` raises, and PdfEngineMissing without Pango.
    """
    return write(compose(record, document=document, **given))


def write(document: Document) -> bytes:
    """The PDF of a composed document, set in one flow, once for what stands in it. Raises PdfEngineMissing."""
    data = canonical_bytes(document.record)
    blocks = document.blocks()
    page = printable(html.page(document, blocks, issuer=issuer(document)))
    headings = (block for block in walk(blocks) if isinstance(block, Heading) and block.key)
    files = (
        Embedded(f"{document.name}.json", data, DATA_DESCRIPTION),
        *document.attachments,
    )
    digest = hashlib.sha256(b"\0".join([page.encode(), *(file.content for file in files)])).digest()

    def make() -> bytes:
        return engine.to_pdf(
            page,
            stylesheet="document.css",
            link_texts={heading.key: f"Zu {heading.label}" for heading in headings},
            embedded=files,
            dated=document.dated,
            identifier=digest[:16],
        )

    return kept(make, digest, *(f"{file.name}\n{file.description}" for file in files))


def issuer(document: Document) -> SafeString:
    """The letterhead, and what stands at the foot of a letter."""
    body, layout = document.record.body, document.layout
    head = letterhead_html(layout, body=body.name, office=body.office, running_head=document.running_head)
    return format_html("{}{}", head, footer_html(layout) if document.is_letter else "")


def printable(page: str) -> str:
    """The page with characters that our fonts lack as ``[U+1F600]``.

    PDF/A forbids the empty box, and nothing that was written may vanish. Control characters and those that only steer
    others (joiners, variants of emoji) print nothing.
    """
    odd = (letter for letter in page if letter > "\u024f" or letter < " " or "\x7e" < letter < "\xa0")
    strange = {letter for letter in odd if letter not in "\n\t"}
    missing = {ord(letter): _substitute(letter) for letter in strange if ord(letter) not in _covered()}
    return page.translate(missing) if missing else page


def _substitute(letter: str) -> str:
    is_invisible = unicodedata.category(letter) in ("Cc", "Cf") or 0xFE00 <= ord(letter) <= 0xFE0F
    return "" if is_invisible else f"[U+{ord(letter):04X}]"


@cache
def _covered() -> frozenset[int]:
    """The characters of our text fonts; the sans steps in for the serif."""
    return frozenset(font(SERIF).glyphs) | frozenset(font(SANS).glyphs)
