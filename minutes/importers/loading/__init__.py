"""Loading: the bytes of a file become paragraphs with their places. The content decides what it is, not its name. Pure."""

import re
import zipfile
from io import BytesIO

from minutes.importers.loading import decoding, docx, html, pdf, plain
from minutes.importers.source import MAX_BYTES, Clock, Source, Unreadable, checked

_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|br|table|tr|td|span|h[1-6]|ul|ol|li|b|strong|section|article|meta)[\s/>]",
    re.IGNORECASE,
)
_PAGE = re.compile(r"<(?:!doctype html|html|head|body|meta|table|div)[\s/>]", re.IGNORECASE)
# `<ref>` and `<nowiki>` are of a wiki, whose lines are those of a text.
_CLOSED = re.compile(r"</(?!ref>|nowiki>|gallery>)[a-z][a-z0-9]*>", re.IGNORECASE)
# Formats that people try, told apart from mere noise so that the message can name them.
_OTHERS = {
    b"{\\rtf": "RTF",
    b"\xd0\xcf\x11\xe0": "DOC",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"\x1f\x8b": "GZIP",
    b"7z\xbc\xaf": "7Z",
    b"Rar!": "RAR",
}


def load(data: bytes, clock: Clock | None = None) -> Source:
    """The paragraphs of a file; raises Unreadable, and nothing else, for what can't be read."""
    clock = clock or Clock()
    if not data.strip():
        raise Unreadable("empty")
    if len(data) > MAX_BYTES:
        raise Unreadable("too_large")
    head = data[:1024].lstrip()
    for magic, name in _OTHERS.items():
        if data.startswith(magic):
            raise Unreadable("unknown_format", name)
    if head.startswith(b"%PDF-") or b"%PDF-1." in data[:1024]:
        return checked(pdf.load(data, clock))
    if data.startswith(b"PK"):
        return checked(_zip(data, clock))
    text, notes = decoding.decode(data)
    if _is_markup(text[:4096]):
        return checked(html.load(text, notes, clock))
    return checked(plain.load(text, notes, clock))


def _is_markup(text: str) -> bool:
    """Whether a text is a page: a single `<b>` may be somebody's own brackets."""
    return bool(_PAGE.search(text)) or len(_MARKUP.findall(text)) + len(_CLOSED.findall(text)) > 1


def _zip(data: bytes, clock: Clock) -> Source:
    """A DOCX, or a ZIP that is something else."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        names = set(archive.namelist())
    except Exception as error:
        raise Unreadable("broken", "ZIP") from error
    if docx.MAIN_PART in names:
        return docx.load(archive, clock)
    raise Unreadable("unknown_format", "ODT" if "content.xml" in names else "ZIP")
