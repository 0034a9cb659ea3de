"""The tables of a document in a word processor: those of the tree, names side by side, lines to sign on."""

from collections.abc import Iterator

from minutes import markup
from minutes.documents.office import styles
from minutes.documents.office.styles import Style, Tab
from minutes.documents.office.values import Field, Grid, Piece, Rules, Text, pieces, spans
from minutes.documents.tree import Cell, Signature, Table

_RULES: dict[str, Rules] = {"roll-call": "rows", "files": "rows", "to-sign": "grid", "to-call": "grid"}
_TOTALLED = {"roll-call", "to-call"}
"""Tables whose last row is the sum of the others."""
_RIGHT = {"papers", "page", "size"}
_BOX_HEIGHT = 9.0
_EMPTY = Field((Text(styles.CELL),))


def table(block: Table, left: float) -> Grid:
    """A table without its column of page numbers, which nobody knows before Word has laid out the text."""
    header = (block.header,) if block.header else ()
    rows = (*header, *block.rows)
    count = max((sum(cell.span for cell in row) for row in rows), default=1)
    columns = _columns(
        tuple(width for index, width in enumerate(block.widths) if index != block.paged),
        count - (block.paged is not None),
        styles.WIDTH - left,
    )
    total = len(rows) - 1 if block.role in _TOTALLED else None
    rules = _RULES.get(block.role, "header" if header else "none")
    return Grid(
        tuple(
            _row(row, block, columns, is_header=number < len(header), is_total=number == total)
            for number, row in enumerate(rows)
        ),
        columns,
        header_rows=len(header),
        heads_rows=block.heads_rows,
        left=left,
        rules=rules,
        row_height=_BOX_HEIGHT if rules == "grid" else 0,
    )


def names(block: markup.NameTable, left: float) -> Grid:
    """A first row of labels ("Mitglied:", "Stellvertreter/in:") heads the columns."""
    has_header = all(markup.plain_spans(cell).rstrip().endswith(":") for cell in block.rows[0])
    width = max(len(row) for row in block.rows)
    rows = []
    for number, row in enumerate(block.rows):
        style = styles.COLUMN_HEADING if has_header and number == 0 else styles.CELL
        fields = [Field((Text(style, spans(cell)),)) for cell in row]
        rows.append((*fields, *(_EMPTY for _missing in range(width - len(row)))))
    return Grid(tuple(rows), _columns((), width, styles.WIDTH - left), header_rows=int(has_header), left=left)


def signatures(lines: tuple[Signature, ...], left: float) -> Iterator[Grid]:
    """Two lines to sign on side by side, with a gap between them."""
    columns = (styles.SIGNATURE_WIDTH, styles.SIGNATURE_GAP, styles.SIGNATURE_WIDTH)
    for number in range(0, len(lines), 2):
        first, *second = (_signature(line) for line in lines[number : number + 2])
        row = (first, _EMPTY, *(second or [_EMPTY]))
        yield Grid((row,), columns, left=left, is_signed=True, keeps=True)


def _signature(line: Signature) -> Field:
    texts = [Text(styles.ON_LINE, (Piece(""),)), Text(styles.SIGNER, (Piece(line.name),))]
    if line.role:
        texts.append(Text(styles.SIGNER_ROLE, (Piece(line.role),)))
    if line.note:
        texts.append(Text(styles.SIGNER_NOTE, (Piece(line.note),)))
    return Field(tuple(texts))


def _columns(widths: tuple[float, ...], count: int, available: float) -> tuple[float, ...]:
    """The widths in mm, those that are 0 sharing what is left; never more than there is."""
    given = [*widths[:count], *[0.0] * (count - len(widths))]
    shared = given.count(0)
    left = available - sum(given)
    if shared and left < shared * styles.NARROWEST:
        return (available / count,) * count
    if shared:
        return tuple(width or left / shared for width in given)
    return tuple(width * min(1, available / sum(given)) for width in given)


def _row(
    row: tuple[Cell, ...], block: Table, columns: tuple[float, ...], *, is_header: bool, is_total: bool
) -> tuple[Field, ...]:
    """The cells without the column of page numbers, filled up to the width of the table."""
    fields: list[Field] = []
    at = 0
    for cell in row:
        first, at = at, at + cell.span
        span = cell.span - (block.paged is not None and first <= block.paged < at)
        if not span:
            continue
        start = sum(field.span for field in fields)
        style = _style(cell, block, is_header=is_header, is_first=first == 0, is_total=is_total)
        fields.append(_field(cell, style, span, sum(columns[start : start + span])))
    return (*fields, *(_EMPTY for _missing in range(len(columns) - sum(field.span for field in fields))))


def _style(cell: Cell, block: Table, *, is_header: bool, is_first: bool, is_total: bool) -> Style:
    style = styles.COMPACT_CELL if block.role in _RULES else styles.CELL
    if is_header:
        style = styles.COLUMN_HEADING
    elif is_first and block.heads_rows:
        style = styles.ROW_HEADING
    if is_total:
        style = Style(f"{style.name} Total", style, bold=True)
    roles = cell.role.split(" ")
    if _RIGHT.intersection(roles):
        style = Style(f"{style.name} Right", style, align="right")
    level = next((int(role[6:]) for role in roles if role.startswith("level-") and role[6:].isdigit()), 0)
    return Style(f"{style.name} Level {level}", style, left=4.0 * min(level, 2)) if level else style


def _field(cell: Cell, style: Style, span: int, width: float) -> Field:
    if any(run.role == "counts" for line in cell.lines for run in line):
        style = Style(f"{style.name} with Counts", style, tabs=(Tab(width, "right"),))
    return Field(tuple(Text(style, pieces(line), link=cell.key) for line in cell.lines or ((),)), span)
