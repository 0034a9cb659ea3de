"""The small text markup of contributions and resolutions, and the tree that every output format renders.

Not Markdown. A blank line ends a paragraph, ``**bold**`` is bold, ``- `` starts a bullet, ``1) ``, ``a) `` and ``aa) ``
start numbered entries, lines with a wide gap between two cells make a table of names, and ``⟨Ktabg. Kohaus⟩`` marks a
speaker. Whatever fits none of these is text, kept letter for letter. Parsing accepts every string.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Style = Literal["bullet", "digit", "letter", "double"]
SpanKind = Literal["plain", "bold", "speaker", "redacted"]

SPEAKER_OPEN = "\u27e8"
SPEAKER_CLOSE = "\u27e9"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of one kind; line breaks inside a paragraph are ``\\n`` in the text.

    "redacted" is the mark in place of characters that were removed; nobody types it, parsing never makes one.
    """

    kind: SpanKind
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One printed paragraph."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a list: its label as typed (``-``, ``1)``, ``a)``), its text, the lists below it."""

    label: str
    spans: tuple[Span, ...]
    children: tuple["ListBlock", ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bullet list, or a list numbered with digits, letters or double letters."""

    style: Style
    entries: tuple[ListEntry, ...]


@dataclass(frozen=True, slots=True)
class NameTable:
    """Rows of cells side by side: members and their deputies, mostly. Rows may differ in length."""

    rows: tuple[tuple[tuple[Span, ...], ...], ...]


Block = Paragraph | ListBlock | NameTable
Text = tuple[Block, ...]

_MARKS = re.compile(
    rf"\*\*(?P<bold>(?=\S)[^*\n{SPEAKER_OPEN}{SPEAKER_CLOSE}]+(?<=\S))\*\*|{SPEAKER_OPEN}(?P<speaker>[^{SPEAKER_OPEN}{SPEAKER_CLOSE}\n]+){SPEAKER_CLOSE}"
)
_ENTRY = re.compile(
    r"(?P<indent>[ \t]*)"
    r"(?:(?P<bullet>-)|(?P<digit>[0-9]{1,3}\))|(?P<double>([a-z])\5\))|(?P<letter>[a-z]\)))"
    r"[ \t]+(?=\S)"
)
_GAP = re.compile(r"[ \t\u00a0]*(?:\t|[ \u00a0]{3})[ \t\u00a0]*")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DEPTH: dict[Style, int] = {"digit": 0, "letter": 1, "double": 2, "bullet": 3}


def parse(text: str) -> Text:
    """The tree of a text. Accepts every string; unmatched marks stay literal text.

    Line ends are normalised to ``\\n``; all other characters, also typographic quotes and U+00A0, stay as they are.
    """
    blocks: list[Block] = []
    for chunk in _chunks(text):
        blocks.extend(_blocks(chunk))
    return _joined(blocks)


def plain(text: Text) -> str:
    """The text without its marks: paragraphs apart by a blank line, entries with their labels, cells apart by a tab."""
    return "\n\n".join(_plain_block(block) for block in text)


def speaker_marks(text: str) -> tuple[str, ...]:
    """The speakers marked in a text, as written, in order: ``("Ktabg. Kohaus",)``."""
    return tuple(span.text for spans in units(parse(text)) for span in spans if span.kind == "speaker")


def plain_spans(spans: tuple[Span, ...]) -> str:
    """The characters of spans, without marks."""
    return "".join(span.text for span in spans)


def _chunks(text: str) -> Iterator[list[str]]:
    """Runs of lines between blank lines; a line of U+00A0 alone is blank. They don't part the rows of a table."""
    lines: list[str] = []
    is_new = False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not line.strip():
            is_new = True
            continue
        if lines and is_new and not (_is_row(line) and all(_is_row(row) for row in lines)):
            yield lines
            lines = []
        lines.append(line)
        is_new = False
    if lines:
        yield lines


def _blocks(lines: list[str]) -> Iterator[Block]:
    """The blocks of lines that belong together: a paragraph, then entries, each with its continuation lines."""
    if len(lines) > 1 and all(_is_row(line) for line in lines):
        yield NameTable(tuple(_row(line) for line in lines))
        return
    head: list[str] = []
    entries: list[tuple[int, Style, str, str]] = []
    for line in lines:
        found = _ENTRY.match(line)
        if found:
            style = next(name for name in _DEPTH if found[name])
            entries.append((len(found["indent"].expandtabs(4)), style, found[style], line[found.end() :]))
        elif entries:
            indent, style, label, body = entries[-1]
            entries[-1] = (indent, style, label, body + "\n" + line.strip(" \t"))
        else:
            head.append(line)
    if head:
        yield Paragraph(_spans("\n".join(head)))
    while entries:
        block, entries = _list(entries)
        yield block


def _list(entries: list[tuple[int, Style, str, str]]) -> tuple[ListBlock, list[tuple[int, Style, str, str]]]:
    """The list that starts with the first entry, and the entries that are not part of it."""
    indent, style, _, _ = entries[0]
    found: list[ListEntry] = []
    while entries and entries[0][:2] == (indent, style):
        _, _, label, body = entries[0]
        entries = entries[1:]
        children: list[ListBlock] = []
        while entries and _is_below(entries[0], indent=indent, style=style):
            child, entries = _list(entries)
            children.append(child)
        found.append(ListEntry(label, _spans(body), tuple(children)))
    return ListBlock(style, tuple(found)), entries


def _is_below(entry: tuple[int, Style, str, str], *, indent: int, style: Style) -> bool:
    """Deeper by indentation, or at the same indentation by the usual order: 1), a), aa), -."""
    return entry[0] > indent or (entry[0] == indent and _DEPTH[entry[1]] > _DEPTH[style])


def _is_row(line: str) -> bool:
    """Two cells or more, the first with a word in it: "1.      Der Zuschuss" is a paragraph."""
    cells = [cell for cell in _GAP.split(line.strip()) if cell]
    return len(cells) > 1 and bool(_WORD.search(cells[0]))


def _row(line: str) -> tuple[tuple[Span, ...], ...]:
    return tuple(_spans(cell) for cell in _GAP.split(line.strip()) if cell)


def _spans(text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    end = 0
    for found in _MARKS.finditer(text):
        if found.start() > end:
            spans.append(Span("plain", text[end : found.start()]))
        kind: Literal["bold", "speaker"] = "bold" if found["bold"] is not None else "speaker"
        spans.append(Span(kind, found[kind]))
        end = found.end()
    if end < len(text):
        spans.append(Span("plain", text[end:]))
    return tuple(spans)


def _joined(blocks: list[Block]) -> Text:
    """Lists that only blank lines keep apart are one."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, ListBlock) and isinstance(last, ListBlock) and last.style == block.style:
            joined[-1] = ListBlock(last.style, last.entries + block.entries)
        else:
            joined.append(block)
    return tuple(joined)


def _plain_block(block: Block, depth: int = 0) -> str:
    if isinstance(block, Paragraph):
        return plain_spans(block.spans)
    if isinstance(block, NameTable):
        return "\n".join("\t".join(plain_spans(cell) for cell in row) for row in block.rows)
    lines = []
    for entry in block.entries:
        lines.append(f"{'   ' * depth}{entry.label} {plain_spans(entry.spans)}")
        lines.extend(_plain_block(child, depth + 1) for child in entry.children)
    return "\n".join(lines)


def units(text: Text) -> Iterator[tuple[Span, ...]]:
    """The spans of each paragraph, list entry and table cell, in order."""
    for block in text:
        if isinstance(block, Paragraph):
            yield block.spans
        elif isinstance(block, NameTable):
            for row in block.rows:
                yield from row
        else:
            for entry in block.entries:
                yield entry.spans
                yield from units(entry.children)
