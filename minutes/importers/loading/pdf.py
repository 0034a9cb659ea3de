"""PDF becomes paragraphs, with pypdf (BSD): pure Python, its layout mode keeps columns and gaps. Pure.

PyMuPDF reads more, but its AGPL would bind the whole; pdfminer.six is as free as pypdf and slower.
"""

import logging
import re
from collections import Counter
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PdfReadError, WrongPasswordError

from minutes.importers.loading import running
from minutes.importers.loading.line import Line
from minutes.importers.loading.lines import paragraphs
from minutes.importers.source import MAX_CHARACTERS, MAX_PAGES, Clock, Source, Unreadable

_MAX_CONTENT = 4 * 1024 * 1024
_EDGE = 3
_DIGITS = re.compile(r"\d+")
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})

# pypdf tells of every oddity of a file; whoever imports wants one sentence.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def load(data: bytes, clock: Clock) -> Source:
    """The paragraphs of a PDF; running heads, feet and page numbers are furniture."""
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("encrypted", "PDF")
        count = len(reader.pages)
        if count > MAX_PAGES:
            raise Unreadable("too_many_pages")
        sheets: list[list[str]] = []
        size = 0
        for number in range(count):
            clock.check()
            text = _text(reader.pages[number])
            size += len(text)
            # Spaces of the layout are no characters of the text: twice the limit is room enough.
            if size > 4 * MAX_CHARACTERS:
                raise Unreadable("too_long")
            sheets.append(text.split("\n"))
    except Unreadable:
        raise
    except (FileNotDecryptedError, WrongPasswordError, DependencyError) as error:
        raise Unreadable("encrypted", "PDF") from error
    except (RecursionError, MemoryError) as error:
        raise Unreadable("bomb") from error
    except PdfReadError as error:
        raise Unreadable("broken", "PDF") from error
    # A broken PDF raises whatever its broken part leads to: KeyError, TypeError, zlib.error, struct.error …
    except Exception as error:
        raise Unreadable("broken", "PDF") from error
    lines = _lines(sheets)
    joined = paragraphs(lines, clock, blocks=False, enough=1)
    return Source("pdf", tuple(joined))


def _text(page: PageObject) -> str:
    """A page in its layout; in reading order where the layout can't be made."""
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _MAX_CONTENT:
        raise Unreadable("bomb")
    try:
        text = page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=False)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, ZeroDivisionError):
        text = page.extract_text()
    return text.translate(_LIGATURES).replace("\r", "\n").replace("\x00", "")


def _lines(sheets: list[list[str]]) -> list[Line]:
    """The lines of all pages, with what every page repeats at its edges marked as furniture."""
    repeated = _repeated(sheets)
    lines: list[Line] = []
    for page, sheet in enumerate(sheets, start=1):
        edges = _edges(sheet)
        blanks = 0
        for number, text in enumerate(sheet, start=1):
            if not text.strip():
                blanks += 1
                continue
            furniture = number - 1 in edges and (
                running.is_page_mark(text) or (_key(text) in repeated and not running.is_of_an_item(text))
            )
            lines.append(Line(text, page, number, min(blanks, 1), 0, furniture))
            blanks = 0
    return lines


def _edges(sheet: list[str]) -> set[int]:
    filled = [number for number, text in enumerate(sheet) if text.strip()]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _key(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split()))


def _repeated(sheets: list[list[str]]) -> set[str]:
    """Lines that stand at the edge of at least two pages, and of half of them, but for their numbers."""
    if len(sheets) < 2:
        return set()
    seen = Counter(key for sheet in sheets for key in {_key(sheet[number]) for number in _edges(sheet)})
    return {key for key, times in seen.items() if times >= max(2, len(sheets) * 0.5)}
