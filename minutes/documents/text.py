"""A document as plain text, for mails and terminals: UTF-8, lines of at most 80 characters, nothing hyphenated."""

import textwrap
from collections.abc import Iterator

from minutes import markup
from minutes.documents.characters import legible
from minutes.documents.document import Document
from minutes.documents.text_tables import Row, Rows, laid_out
from minutes.documents.tree import (
    Block,
    Cell,
    Entries,
    Figure,
    Group,
    Heading,
    Line,
    Paragraph,
    Prose,
    Signatures,
    Table,
)

WIDTH = 80
_LABEL = 8
"""Where the text of a heading begins that has a label before it."""
_FACT = 30
_BESIDE = 40
_ENDLESS = 10**6
_SECTION_UNDERLINE, _ITEM_UNDERLINE = "=", "-"
_SIGN_HERE = "_" * 30

Lines = list[str]


def write(document: Document) -> bytes:
    """The file; it ends with one line break."""
    foot = [line for text in document.layout.footer for line in wrapped(text)] if document.is_letter else []
    sections = [section for section in (_letterhead(document), *_sections(document.blocks()), foot) if section]
    text = "\n\n".join("\n".join(line.rstrip(" ") for line in section) for section in sections)
    return f"{text}\n".encode()


def _letterhead(document: Document) -> Lines:
    body = document.record.body
    lines = [line for text in (body.name, body.office, *document.layout.sender) for line in wrapped(text)]
    return _with_end(lines, document.mark)


def _sections(blocks: tuple[Block, ...]) -> Iterator[Lines]:
    """What blank lines keep apart. Lines of facts, and of a heading without a line below it, have none between them."""
    section: Lines = []
    last: Block | None = None
    for block in _flat(blocks):
        for lines in _block(block):
            if section and not _is_close(last, block):
                yield section
                section = []
            section = [*section, *lines]
            last = block
    yield section


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Group):
            yield from _flat(block.blocks)
        else:
            yield block


def _is_close(last: Block | None, block: Block) -> bool:
    """Whether a block follows without a blank line."""
    if isinstance(last, Paragraph) and isinstance(block, Paragraph):
        return last.role == block.role and block.role in ("fact", "status")
    if isinstance(last, Paragraph) and last.role == "label":
        return True
    return isinstance(last, Heading) and not _underline(last) and isinstance(block, Entries | Table)


def _block(block: Block) -> Iterator[Lines]:
    if isinstance(block, Heading):
        yield _heading(block)
    elif isinstance(block, Paragraph):
        yield _paragraph(block)
    elif isinstance(block, Prose):
        yield from _prose(block.text)
    elif isinstance(block, Entries):
        yield [line for entry in block.entries for line in _entry(*entry, role=block.role)]
    elif isinstance(block, Table):
        yield _table(block)
    elif isinstance(block, Signatures):
        for line in block.lines:
            below = (line.name, line.role, line.note)
            yield [_SIGN_HERE, *(part for text in below for part in wrapped(text))]
    elif not isinstance(block, Figure):
        raise TypeError(block)


def wrapped(text: str, *, width: int = WIDTH) -> Lines:
    """The lines of a text. Words that are longer than a line stay whole."""
    wrapper = textwrap.TextWrapper(width=width, break_long_words=False, break_on_hyphens=False)
    lines = (wrapper.wrap(line) for line in legible(text).replace("\t", " ").split("\n"))
    return [line for part in lines for line in part]


def _after(start: str, text: str, *, width: int = WIDTH) -> Lines:
    """The lines of a text after what stands before the first of them, the others below that text."""
    lines = wrapped(text, width=width - len(start)) or [""]
    return [start + lines[0], *(" " * len(start) + line for line in lines[1:])]


def _hanging(text: str, *, width: int) -> Lines:
    first, *others = wrapped(text, width=width - 2) or [""]
    return [first, *("  " + line for line in others)]


def _with_end(lines: Lines, end: str, *, width: int = WIDTH) -> Lines:
    """The lines with a text at the right edge, on the last of them if there is room."""
    end = legible(end)
    if not end:
        return lines
    if lines and len(lines[-1]) + 2 + len(end) <= width:
        return [*lines[:-1], lines[-1] + end.rjust(width - len(lines[-1]))]
    return [*lines, *(line.rjust(width) for line in wrapped(end, width=width))]


def _heading(heading: Heading) -> Lines:
    label = legible(heading.label)
    start = label.ljust(max(_LABEL, len(label) + 2)) if label else ""
    lines = _with_end(_after(start, heading.text), heading.beside)
    sign = _underline(heading)
    return [*lines, sign * min(WIDTH, max(map(len, lines), default=0))] if sign and lines else lines


def _underline(heading: Heading) -> str:
    """The sign below a heading: that of an item, or of a part of the document; none where a table follows at once."""
    if heading.label:
        return _ITEM_UNDERLINE
    return _SECTION_UNDERLINE if heading.level < 3 and heading.role != "agenda-part" else ""


def _paragraph(paragraph: Paragraph) -> Lines:
    """A label and its value in two columns where several such lines stand together, else running text."""
    if paragraph.role == "fact" and len(paragraph.runs) > 1 and paragraph.runs[0].role == "label":
        label = paragraph.runs[0].text
        value = "".join(run.text for run in paragraph.runs[1:]).strip()
        return _beside(wrapped(label), wrapped(value, width=WIDTH - _FACT), at=_FACT)
    return wrapped("".join(run.text for run in paragraph.runs))


def _beside(left: Lines, right: Lines, *, at: int) -> Lines:
    """Right lines in a column beside the last of the left ones, or below it if that is too long."""
    if not right:
        return left
    if left and len(left[-1]) < at:
        left, first = left[:-1], left[-1]
    else:
        first = ""
    return [*left, first.ljust(at) + right[0], *(" " * at + line for line in right[1:])]


def _entry(text: str, beside: str, *, role: str) -> Lines:
    if role == "changes":
        return ["  " + line for line in _hanging(" – ".join(filter(None, (text, beside))), width=WIDTH - 2)]
    lines = ["  " + line for line in wrapped(text, width=WIDTH - 2)]
    return _beside(lines, wrapped(beside, width=WIDTH - _BESIDE), at=_BESIDE)


def _prose(text: markup.Text) -> Iterator[Lines]:
    for block in text:
        if isinstance(block, markup.Paragraph):
            yield wrapped(markup.plain_spans(block.spans))
        elif isinstance(block, markup.NameTable):
            rows = (tuple((1, wrapped(markup.plain_spans(cell), width=_ENDLESS)) for cell in row) for row in block.rows)
            yield laid_out(Rows(tuple(rows)), width=WIDTH)
        else:
            yield list(_list(block, ""))


def _list(block: markup.ListBlock, indent: str) -> Iterator[str]:
    for entry in block.entries:
        start = f"{indent}{entry.label} "
        yield from _after(start, markup.plain_spans(entry.spans))
        for child in entry.children:
            yield from _list(child, " " * len(start))


def _table(table: Table) -> Lines:
    rows = tuple(_row(row, table.paged) for row in ((table.header,) if table.header else ()) + table.rows)
    return laid_out(Rows(rows, has_header=bool(table.header)), width=WIDTH)


def _row(row: tuple[Cell, ...], paged: int | None) -> Row:
    """Spans and lines of the cells, without the column of page numbers."""
    cells, at = [], 0
    for cell in row:
        span = cell.span - (paged is not None and at <= paged < at + cell.span)
        at += cell.span
        if span:
            cells.append((span, [part for line in cell.lines for part in _unwrapped(line)]))
    return tuple(cells)


def _unwrapped(runs: Line) -> Lines:
    """The lines of a cell before its width is known; numbers beside a result are below it where both are long.

    Small words below a name belong to it, and show that by an indent.
    """
    text = "".join(run.text for run in runs)
    if len(text) > _BESIDE and runs[-1].role == "counts":
        text = "".join(run.text for run in runs[:-1]) + "\n" + runs[-1].text
    lines = wrapped(text, width=_ENDLESS)
    return ["  " + line for line in lines] if runs and runs[0].role == "small" else lines
