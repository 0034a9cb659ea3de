"""DOCX becomes paragraphs: a ZIP of XML, opened with distrust. Pure.

python-docx would unpack whatever a file claims; here no part grows beyond a limit, whatever its header says, document
types are refused (a DOCX has none, an attack needs one), and nothing is fetched.
"""

import re
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from minutes.importers.source import MAX_CHARACTERS, Clock, Paragraph, Source, Unreadable

MAIN_PART = "word/document.xml"
_MAX_PART = 48 * 1024 * 1024
_MAX_ENTRIES = 5_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Strict documents have another namespace for the same words.
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_CELL = "    "
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def load(archive: zipfile.ZipFile, clock: Clock) -> Source:
    """The paragraphs of the document, then its foot- and endnotes; running heads and feet are furniture."""
    if len(archive.infolist()) > _MAX_ENTRIES:
        raise Unreadable("bomb")
    names = set(archive.namelist())
    done = _Document(clock)
    heads = sorted(name for name in names if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name))
    for name in heads[:40]:
        done.read(_part(archive, name, clock), is_furniture=True)
    done.read(_part(archive, MAIN_PART, clock))
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        if name in names:
            done.read(_part(archive, name, clock))
    return Source("docx", tuple(done.paragraphs))


def _part(archive: zipfile.ZipFile, name: str, clock: Clock) -> etree._Element:
    """A part as a tree; never more than a limit is unpacked, however much it claims to hold."""
    chunks: list[bytes] = []
    size = 0
    try:
        with archive.open(name) as stream:
            while chunk := stream.read(1 << 20):
                clock.check()
                chunks.append(chunk)
                size += len(chunk)
                if size > _MAX_PART:
                    raise Unreadable("bomb")
    except Unreadable:
        raise
    except RuntimeError as error:
        raise Unreadable("encrypted" if "password" in str(error) else "broken", "DOCX") from error
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError, KeyError) as error:
        raise Unreadable("broken", "DOCX") from error
    data = b"".join(chunks)
    if _DOCTYPE.search(data.replace(b"\x00", b"")):
        raise Unreadable("dtd")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("broken", "DOCX") from error


@dataclass(slots=True)
class _Document:
    """Paragraphs so far. Pages are counted at the breaks that Word stored when it last laid the text out."""

    clock: Clock
    paragraphs: list[Paragraph] = field(default_factory=list)
    page: int = 1
    number: int = 0
    gap: int = 0
    size: int = 0
    row: list[list[str]] | None = None

    def read(self, root: etree._Element, *, is_furniture: bool = False) -> None:
        parts: list[str] = []
        rows: list[list[list[str]]] = []
        deleted = 0
        for count, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
            if count % 2048 == 0:
                self.clock.check()
            tag = element.tag.replace(_STRICT, _W) if isinstance(element.tag, str) else ""
            if event == "start":
                deleted += tag in {f"{_W}del", f"{_W}moveFrom"}
                if tag == f"{_W}tr":
                    rows.append([])
                elif tag == f"{_W}tc" and rows:
                    rows[-1].append([])
                elif tag == f"{_W}p":
                    # A paragraph inside a paragraph is a text box: it comes first.
                    parts = []
                elif not deleted:
                    parts.append(_character(tag, element))
                if tag == f"{_W}lastRenderedPageBreak" and not is_furniture:
                    self.page += 1
                continue
            deleted -= tag in {f"{_W}del", f"{_W}moveFrom"}
            if tag == f"{_W}p":
                text = "".join(parts)
                parts = []
                if rows and rows[-1]:
                    rows[-1][-1].append(text)
                else:
                    self._add(text, is_furniture)
            elif tag == f"{_W}tr" and rows:
                self._row(rows.pop(), rows, is_furniture)

    def _row(self, cells: list[list[str]], outer: list[list[list[str]]], is_furniture: bool) -> None:
        """A row of one-line cells is a line with wide gaps; longer cells keep their paragraphs."""
        filled = [[text for text in cell if text.strip()] for cell in cells]
        if outer and outer[-1]:
            outer[-1][-1].extend(text for cell in filled for text in cell)
        elif all(len(cell) <= 1 for cell in filled):
            self._add(_CELL.join(cell[0] if cell else "" for cell in filled), is_furniture)
        else:
            for cell in filled:
                for text in cell:
                    self._add(text, is_furniture)

    def _add(self, text: str, is_furniture: bool) -> None:
        self.size += len(text)
        if self.size > MAX_CHARACTERS:
            raise Unreadable("too_long")
        if not text.strip():
            self.gap = 1
            return
        for line in text.split("\n"):
            self.number += 1
            if line.strip():
                indent = len(line) - len(line.lstrip())
                gap = 1 if self.gap or line is text else 0
                self.paragraphs.append(Paragraph(line.strip(), self.page, self.number, gap, indent, is_furniture))
                self.gap = 0
        self.gap = 1


def _character(tag: str, element: etree._Element) -> str:
    """What an element inside a run stands for."""
    if tag in {f"{_W}t", f"{_W}delText"}:
        return (element.text or "") if tag == f"{_W}t" else ""
    if tag in {f"{_W}tab", f"{_W}ptab"}:
        return _CELL if element.getparent() is not None and str(element.getparent().tag).endswith("}r") else ""
    if tag in {f"{_W}br", f"{_W}cr"}:
        return "\n"
    if tag == f"{_W}noBreakHyphen":
        return "\u2011"
    return ""
