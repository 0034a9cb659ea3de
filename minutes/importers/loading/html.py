"""HTML becomes paragraphs: with lxml, which is written in C, forgives every mistake, and comes with pikepdf already. Pure.

Only text and the borders of blocks are of use here, so the faults of its older rules for broken pages do no harm;
html5lib reads such pages as browsers do, but is too slow for a server, and selectolax would be one package more.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from minutes.importers.source import MAX_CHARACTERS, Clock, Paragraph, Source, Unreadable

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot "
    "thead tr ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SILENT = frozenset("script style template noscript head svg math object iframe audio video canvas".split())
_FURNITURE = frozenset("nav footer aside select button label textarea".split())
_SPACE = re.compile(r"[ \t\n\r\f]+")
# What parts the cells of a row: spaces that stay when white space is closed up.
CELL = "\u00a0" * 4
_MAX_DEPTH = 240


@dataclass(slots=True)
class _Page:
    """The paragraphs so far, and the one in work."""

    done: list[Paragraph] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    size: int = 0
    gap: int = 0
    border: bool = False
    line: int = 1
    silent: int = 0
    furniture: int = 0
    verbatim: int = 0
    parent: int = 0
    in_work: int = 0

    def add(self, text: str | None) -> None:
        if text and not self.silent:
            self.parts.append(text)
            self.size += len(text)
            if self.size > MAX_CHARACTERS:
                raise Unreadable("too_long")

    def flush(self) -> None:
        """Ends the paragraph in work."""
        whole = "".join(self.parts)
        self.parts.clear()
        lines = whole.split("\n") if self.verbatim else [_SPACE.sub(" ", whole)]
        for line in lines:
            text = line.strip()
            if text:
                border = self.border or (self.done and self.in_work != self.parent)
                gap = 2 if border and self.done else self.gap
                self.done.append(Paragraph(text, 1, self.line, gap, 0, is_furniture=bool(self.furniture)))
                self.parent, self.gap, self.border = self.in_work, 0, False
            elif line.strip(" \t\n\r\f"):
                self.gap = max(self.gap, 1)


def load(text: str, notes: tuple[str, ...], clock: Clock) -> Source:
    """The paragraphs of a page; rows of tables are lines with wide gaps, navigation is furniture."""
    if len(text) > 4 * MAX_CHARACTERS:
        raise Unreadable("too_long")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("broken", "HTML") from error
    if root is None:
        raise Unreadable("empty")
    page = _Page()
    _walk(root, page, clock)
    return Source("html", tuple(page.done), notes)


def _walk(root: etree._Element, page: _Page, clock: Clock) -> None:
    """Goes through the tree without recursion: a page may be nested as deep as it likes."""
    depth = 0
    for count, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        if count % 1024 == 0:
            clock.check()
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            depth += 1
            # The parser gives up silently below its own limit: better refuse than lose words.
            if depth > _MAX_DEPTH:
                raise Unreadable("too_deep")
            _start(element, tag, page)
        else:
            depth -= 1
            _end(element, tag, page)


def _start(element: etree._Element, tag: str, page: _Page) -> None:
    if tag in _BLOCKS and not page.silent:
        page.flush()
        parent = element.getparent()
        page.in_work = id(element) if parent is None else _block_of(parent)
        page.line = element.sourceline or page.line
        page.border = page.border or tag in _HEADINGS or tag == "hr"
    if tag in {"td", "th"} and element.getprevious() is not None:
        page.add(CELL)
    if tag == "br":
        page.add("\n") if page.verbatim else page.flush()
    page.silent += tag in _SILENT
    page.furniture += tag in _FURNITURE
    page.verbatim += tag == "pre"
    page.add(element.text)


def _block_of(element: etree._Element) -> int:
    """What tells blocks apart: the container; the rows of a table belong together."""
    while element.tag in {"tr", "tbody", "thead", "tfoot", "table", "li", "ul", "ol"}:
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    path = element.getroottree().getpath(element)
    return hash(path)


def _end(element: etree._Element, tag: str, page: _Page) -> None:
    if tag in _BLOCKS and not page.silent:
        if tag == "p" and not "".join(page.parts).strip() and len(element) == 0:
            page.gap = max(page.gap, 1)
        page.flush()
        page.gap = max(page.gap, 1) if tag != "tr" else page.gap
        page.in_work = _block_of(parent) if (parent := element.getparent()) is not None else 0
    page.silent -= tag in _SILENT
    page.furniture -= tag in _FURNITURE
    page.verbatim -= tag == "pre"
    page.add(element.tail)
