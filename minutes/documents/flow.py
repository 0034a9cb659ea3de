"""The tree as a word processor has it: paragraphs with a style, one after the other, and tables of such paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from minutes import markup
from minutes.documents import styles
from minutes.documents.heads import Head
from minutes.documents.styles import Style, Tab, indented
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
    Run,
    Signature,
    Signatures,
    Table,
)

Piece = Run
"""Characters of one role of ``styles.CHARACTERS``; tabs are ``\\t``, line breaks ``\\n``."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. ``key`` is what links to it name, ``link`` the key of the heading that it leads to itself.

    ``before`` are points above it where that is not what the style says, as at the start of a group.
    """

    style: Style
    pieces: tuple[Piece, ...]
    key: str = ""
    link: str = ""
    keeps_next: bool = False
    before: float | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A cell with its paragraphs."""

    texts: tuple[Text, ...]
    span: int = 1


Rules = Literal["none", "header", "rows", "grid"]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, ``left`` mm from the margin, with columns in mm. ``keeps`` says that it is not torn apart, ``keeps_next``
    that it stays with what follows."""

    name: str
    rows: tuple[tuple[Field, ...], ...]
    columns: tuple[float, ...]
    header_rows: int = 0
    heads_rows: bool = False
    left: float = 0
    rules: Rules = "none"
    row_height: float = 0
    keeps: bool = False
    keeps_next: bool = False


Flowed = Text | Grid

KEPT = {"vote", "group", "called", "certification", "proof"}
"""Groups that are not torn apart."""
_GRIDS: dict[str, Rules] = {"facts": "none", "roll-call": "rows"}
_BOX_HEIGHT = 8.0
_SIGNATURES = "Signatures"
_GAP = Style("Gremia Gap", styles.TEXT, size=2, line=3, after=0)
_RIGHT_CELLS = {"papers", "page", "number-right"}


def flow(blocks: tuple[Block, ...], head: Head) -> Iterator[Flowed]:
    """Letterhead and mark, then all blocks; two tables never touch, as Word would make them one."""
    flowed = [*_letterhead(head), *_blocks(blocks, 0)]
    for one, following in zip_longest(flowed, flowed[1:]):
        kept = _kept(one) if following and _stays_behind(following) else one
        yield kept
        if isinstance(one, Grid) and not isinstance(following, Text):
            yield Text(_GAP, (), keeps_next=kept.keeps_next)


def _stays_behind(one: Flowed) -> bool:
    """What never stands alone at the top of a page: who comes and goes, and the lines to sign on."""
    return one.name == _SIGNATURES if isinstance(one, Grid) else one.style.name.startswith("Gremia Movement")


def _letterhead(head: Head) -> Iterator[Text]:
    yield Text(styles.ISSUER, (Piece(head.issuer),))
    for line in head.letterhead:
        yield Text(styles.OFFICE, (Piece(line),))
    if head.mark:
        yield Text(styles.MARK, (Piece(head.mark, "mark"),))


def _blocks(blocks: tuple[Block, ...], left: float, role: str = "") -> Iterator[Flowed]:
    for block in blocks:
        yield from _block(block, left, role)


def _block(block: Block, left: float, role: str) -> Iterator[Flowed]:
    if isinstance(block, Heading):
        yield _heading(block, left)
    elif isinstance(block, Paragraph):
        style = styles.paragraph_style(block.role, within=role)
        runs = tuple(_in_resolution(run) for run in block.runs) if role == "decision" else block.runs
        yield Text(indented(style, left), _pieces(runs, tabbed=block.role == "fact"))
    elif isinstance(block, Prose):
        yield from _prose(block.text, left, role)
    elif isinstance(block, Entries):
        yield from (_entry(*entry, left=left) for entry in block.entries)
    elif isinstance(block, Table):
        yield _table(block, left)
    elif isinstance(block, Signatures):
        yield from _signatures(block.lines, left)
    elif isinstance(block, Group):
        yield from _group(block, left)
    elif not isinstance(block, Figure):
        raise TypeError(block)


def _group(group: Group, left: float) -> Iterator[Flowed]:
    role = group.role.split(" ")[0]
    flowed = list(_blocks(group.blocks, left + styles.INDENTS.get(role, 0), role))
    if role in KEPT:
        flowed = [_whole(_kept(one)) for one in flowed[:-1]] + [_whole(one) for one in flowed[-1:]]
    space = styles.SPACE_BEFORE.get(role)
    if space and flowed and isinstance(flowed[0], Text):
        flowed[0] = replace(flowed[0], before=space)
    yield from flowed


def _kept(one: Flowed) -> Flowed:
    return replace(one, keeps_next=True)


def _whole(one: Flowed) -> Flowed:
    return replace(one, keeps=True) if isinstance(one, Grid) else one


def _heading(heading: Heading, left: float) -> Text:
    style = indented(styles.heading_style(heading), left)
    pieces = [Piece(heading.text)]
    if heading.label:
        pieces = [Piece(f"{heading.label}\t"), *pieces]
    elif style.hanging:
        pieces = [Piece("\t"), *pieces]
    if heading.beside:
        pieces.append(Piece(f"\t{heading.beside}", "beside"))
    return Text(style, tuple(pieces), key=heading.key)


def _in_resolution(run: Run) -> Run:
    return replace(run, role="resolution-label") if run.role == "label" else run


def _pieces(runs: Line, *, tabbed: bool = False) -> tuple[Piece, ...]:
    """The runs as they are, but that numbers beside a result, and the value of a fact, stand after a tab."""
    pieces: list[Piece] = []
    for run in runs:
        before = pieces[-1] if pieces else None
        if run.role == "counts" and before and not before.text.strip(" "):
            pieces[-1] = Piece("\t")
        elif tabbed and before and before.role == "label":
            run = Piece("\t" + run.text.lstrip(" "), run.role)  # noqa: PLW2901
        pieces.append(run)
    return tuple(pieces)


def _spans(spans: tuple[markup.Span, ...]) -> tuple[Piece, ...]:
    return tuple(Piece(span.text, "" if span.kind == "plain" else span.kind) for span in spans)


def _prose(text: markup.Text, left: float, role: str) -> Iterator[Flowed]:
    style = indented(styles.paragraph_style("", within=role), left)
    for block in text:
        if isinstance(block, markup.Paragraph):
            yield Text(style, _spans(block.spans))
        elif isinstance(block, markup.NameTable):
            yield _names(block, left)
        else:
            yield from _list(block, left, 0)


def _list(block: markup.ListBlock, left: float, depth: int) -> Iterator[Text]:
    """The entries with their own labels: Word numbers nothing, so nothing is numbered anew."""
    style = indented(styles.LIST[min(depth, len(styles.LIST) - 1)], left)
    for entry in block.entries:
        label = "–" if block.style == "bullet" else entry.label
        yield Text(style, (Piece(f"{label}\t"), *_spans(entry.spans)))
        for child in entry.children:
            yield from _list(child, left, depth + 1)


def _names(table: markup.NameTable, left: float) -> Grid:
    """A first row of labels ("Mitglied:", "Stellvertreter/in:") heads the columns."""
    has_header = all(markup.plain_spans(cell).rstrip().endswith(":") for cell in table.rows[0])
    width = max(len(row) for row in table.rows)
    rows = []
    for number, row in enumerate(table.rows):
        style = styles.COLUMN_HEADING if has_header and number == 0 else styles.CELL
        fields = [Field((Text(style, _spans(cell)),)) for cell in row]
        rows.append((*fields, *(Field((Text(style, ()),)) for _missing in range(width - len(row)))))
    columns = _columns((), width, styles.WIDTH - left)
    return Grid("Names", tuple(rows), columns, header_rows=int(has_header), left=left)


def _entry(text: str, beside: str, *, left: float) -> Text:
    """A name with its remark in a column beside it, or below it if it takes the place of both."""
    if not beside:
        return Text(indented(styles.ENTRY, left), (Piece(text),))
    if len(text) > styles.LONGEST_BESIDE:
        return Text(indented(styles.ENTRY, left), (Piece(f"{text}\n{beside}"),))
    return Text(indented(styles.BESIDE, left), (Piece(f"{text}\t{beside}"),))


def _table(table: Table, left: float) -> Grid:
    header = (table.header,) if table.header else ()
    count = max((sum(cell.span for cell in row) for row in (*header, *table.rows)), default=1)
    columns = _columns(
        tuple(w for i, w in enumerate(table.widths) if i != table.paged),
        count - (table.paged is not None),
        styles.WIDTH - left,
    )
    has_boxes = any(cell.role == "box" for row in table.rows for cell in row)
    rules = "grid" if has_boxes else _GRIDS.get(table.role, "header" if header else "none")
    rows = [
        _row(row, table, columns, is_header=number < len(header)) for number, row in enumerate((*header, *table.rows))
    ]
    return Grid(
        styles.titled(table.role) or "Table",
        tuple(rows),
        columns,
        header_rows=len(header),
        heads_rows=table.heads_rows,
        left=left,
        rules=rules,
        row_height=_BOX_HEIGHT if has_boxes else 0,
    )


def _columns(widths: tuple[float, ...], count: int, available: float) -> tuple[float, ...]:
    """The widths in mm, those that are 0 sharing what is left; never more than there is."""
    given = [*widths[:count], *[0.0] * (count - len(widths))]
    open_ones = given.count(0)
    left = available - sum(given)
    if open_ones and left < open_ones * 10:
        return (available / count,) * count
    if open_ones:
        return tuple(width or left / open_ones for width in given)
    return tuple(width * min(1, available / sum(given)) for width in given)


def _row(row: tuple[Cell, ...], table: Table, columns: tuple[float, ...], *, is_header: bool) -> tuple[Field, ...]:
    """The cells without the column of page numbers, filled up to the width of the table."""
    fields: list[Field] = []
    at = 0
    for cell in row:
        first, at = at, at + cell.span
        span = cell.span - (table.paged is not None and first <= table.paged < at)
        if not span:
            continue
        is_heading = table.heads_rows and first == 0
        start = sum(field.span for field in fields)
        width = sum(columns[start : start + span])
        fields.append(_field(cell, span, width, is_header=is_header, is_heading=is_heading))
    missing = len(columns) - sum(field.span for field in fields)
    return (*fields, *(Field((Text(styles.CELL, ()),)) for _missing in range(missing)))


def _field(cell: Cell, span: int, width: float, *, is_header: bool, is_heading: bool) -> Field:
    style = styles.COLUMN_HEADING if is_header else styles.ROW_HEADING if is_heading else styles.CELL
    roles = cell.role.split(" ")
    if _RIGHT_CELLS.intersection(roles):
        style = replace(style, name=f"{style.name} Right", basis=style, align="right")
    level = next((int(role[6:]) for role in roles if role.startswith("level-") and role[6:].isdigit()), 0)
    if level:
        style = replace(style, name=f"{style.name} {level + 1}", basis=style, left=4.0 * min(level, 2))
    if any(run.role == "counts" for line in cell.lines for run in line):
        style = replace(style, name=f"{style.name} with Counts", basis=style, tabs=(Tab(width, "right"),))
    lines = cell.lines or ((),)
    return Field(tuple(Text(style, _pieces(line), link=cell.key) for line in lines), span)


def _signatures(lines: tuple[Signature, ...], left: float) -> Iterator[Grid]:
    """Two lines to sign on side by side, with a gap between them."""
    columns = (styles.SIGNATURE_WIDTH, styles.SIGNATURE_GAP, styles.SIGNATURE_WIDTH)
    for number in range(0, len(lines), 2):
        pair = lines[number : number + 2]
        fields = [_signature(pair[0]), Field((Text(styles.CELL, ()),))]
        fields.append(_signature(pair[1]) if len(pair) > 1 else Field((Text(styles.CELL, ()),)))
        yield Grid(_SIGNATURES, (tuple(fields),), columns, left=left, keeps=True)


def _signature(signature: Signature) -> Field:
    texts = [Text(styles.ON_LINE, (Piece(signature.above),)), Text(styles.SIGNER, (Piece(signature.name),))]
    if signature.role:
        texts.append(Text(styles.SIGNER_ROLE, (Piece(signature.role),)))
    if signature.note:
        texts.append(Text(styles.SIGNER_NOTE, (Piece(signature.note),)))
    return Field(tuple(texts))
