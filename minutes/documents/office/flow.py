"""The tree as a word processor has it, with the letterhead before it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from minutes import markup
from minutes.documents.document import Document
from minutes.documents.office import pictures, styles, tables
from minutes.documents.office.styles import Style, indented
from minutes.documents.office.values import Flowed, Grid, Piece, Text, pieces, spans
from minutes.documents.tree import (
    Block,
    Entries,
    Figure,
    Group,
    Heading,
    Line,
    Paragraph,
    Prose,
    Run,
    Signatures,
    Table,
)

KEPT = {"vote", "group", "called", "certification", "proof", "letter-end"}
"""Groups that are not torn apart."""
_STRONG = {"decision", "result"}
"""Where a label is as good as a heading."""
_GAP = Style("Gremia Gap", styles.TEXT, size=2, line=3, after=0)
_POINTS = 72 / 25.4


def flow(document: Document) -> Iterator[Flowed]:
    """Letterhead and mark, then all blocks; after a table is always a paragraph, as Word wants it."""
    flowed = [*_letterhead(document), *_blocks(document.blocks(), 0)]
    for one, following in zip_longest(flowed, flowed[1:]):
        kept = _kept(one) if following and _stays_behind(following) else one
        yield kept
        if isinstance(one, Grid) and not isinstance(following, Text):
            yield Text(_GAP, keeps_next=kept.keeps_next)


def _stays_behind(one: Flowed) -> bool:
    """What never stands alone at the top of a page: who comes and goes, and the lines to sign on."""
    return one.is_signed if isinstance(one, Grid) else one.style.name.startswith("Gremia Movement")


def _kept(one: Flowed) -> Flowed:
    return replace(one, keeps_next=True)


def _whole(one: Flowed) -> Flowed:
    return replace(one, keeps=True) if isinstance(one, Grid) else one


def _letterhead(document: Document) -> Iterator[Text]:
    """Who writes, and the mark of what does not hold; in a letter down to where the address begins."""
    body, logo = document.record.body, pictures.fitted(document.layout.logo)
    lines = tuple(filter(None, (body.office, *document.layout.sender)))
    texts = [
        Text(styles.ISSUER, (Piece(body.name),), picture=logo),
        *(Text(styles.OFFICE, (Piece(line),)) for line in lines),
    ]
    height = styles.ISSUER_LINE + len(lines) * styles.SMALL_LINE
    missing = max(logo.height * _POINTS + styles.MARK_GAP - height, 0) if logo else 0
    texts[-1] = replace(texts[-1], after=missing)
    if document.mark:
        texts.append(Text(styles.MARK, (Piece(document.mark, "mark"),), after=styles.MARK_GAP))
        height += styles.MARK_BEFORE + styles.LINE
    else:
        missing += styles.TITLE_GAP
    if document.is_letter:
        missing = max(styles.LETTERHEAD_HEIGHT * _POINTS - height, missing)
    if document.is_letter or not document.mark:
        texts[-1] = replace(texts[-1], after=missing)
    yield from texts


def _blocks(blocks: tuple[Block, ...], left: float, role: str = "") -> Iterator[Flowed]:
    for block in blocks:
        yield from _block(block, left, role)


def _block(block: Block, left: float, role: str) -> Iterator[Flowed]:
    """A block ``left`` mm from the margin, in a group of that role."""
    if isinstance(block, Heading):
        yield _heading(block, left)
    elif isinstance(block, Paragraph):
        yield _paragraph(block, left, role)
    elif isinstance(block, Prose):
        yield from _prose(block.text, left, role)
    elif isinstance(block, Entries):
        yield from (_entry(*entry, block.role, left) for entry in block.entries)
    elif isinstance(block, Table):
        yield tables.table(block, left)
    elif isinstance(block, Signatures):
        yield from tables.signatures(block.lines, left)
    elif isinstance(block, Group):
        yield from _group(block, left)
    elif not isinstance(block, Figure):
        raise TypeError(block)


def _group(group: Group, left: float) -> Iterator[Flowed]:
    role = group.role.split(" ")[0]
    flowed = list(_blocks(group.blocks, left + styles.INDENTS.get(role, 0), role))
    if role in KEPT:
        flowed = [_whole(_kept(one)) for one in flowed[:-1]] + [_whole(one) for one in flowed[-1:]]
    first, last = (flowed[0], flowed[-1]) if flowed else (None, None)
    if role in styles.SPACE_BEFORE and isinstance(first, Text):
        flowed[0] = replace(first, before=styles.SPACE_BEFORE[role])
    if role == "addressee" and isinstance(last, Text):
        flowed[-1] = replace(last, after=max(styles.ADDRESS_HEIGHT * _POINTS - _height(flowed), styles.LINE))
    yield from flowed


def _height(flowed: list[Flowed]) -> float:
    """The points that lines take which are not too long for one line."""
    breaks = sum(piece.text.count("\n") for one in flowed if isinstance(one, Text) for piece in one.pieces)
    return (len(flowed) + breaks) * styles.LINE


def _heading(heading: Heading, left: float) -> Text:
    style = indented(styles.heading_style(heading), left)
    found = [Piece(heading.text)]
    if heading.label:
        found = [Piece(f"{heading.label}\t"), *found]
    elif style.hanging:
        found = [Piece("\t"), *found]
    if heading.beside:
        found.append(Piece(f"\t{heading.beside}", "beside"))
    return Text(style, tuple(found), key=heading.key)


def _paragraph(paragraph: Paragraph, left: float, role: str) -> Text:
    runs = paragraph.runs
    if paragraph.role == "fact":
        runs = _tabbed(runs)
    elif paragraph.role in _STRONG or role in _STRONG:
        runs = tuple(replace(run, role="resolution-label") if run.role == "label" else run for run in runs)
    return Text(indented(styles.paragraph_style(paragraph.role, within=role), left), pieces(runs))


def _tabbed(runs: Line) -> Line:
    """A label and, in a column beside it, its value."""
    label, *value = runs
    if label.role != "label" or not value:
        return runs
    return (label, Run("\t" + value[0].text.lstrip(" "), value[0].role), *value[1:])


def _prose(text: markup.Text, left: float, role: str) -> Iterator[Flowed]:
    style = indented(styles.paragraph_style("", within=role), left)
    for block in text:
        if isinstance(block, markup.Paragraph):
            yield Text(style, spans(block.spans))
        elif isinstance(block, markup.NameTable):
            yield tables.names(block, left)
        else:
            entries = list(_list(block, left, 0))
            yield from entries[:-1]
            yield from (replace(entry, after=styles.AFTER) for entry in entries[-1:])


def _list(block: markup.ListBlock, left: float, depth: int) -> Iterator[Text]:
    """The entries with their own labels: Word numbers nothing, so nothing is numbered anew."""
    style = indented(styles.LIST[min(depth, len(styles.LIST) - 1)], left)
    for entry in block.entries:
        label = "–" if block.style == "bullet" else entry.label
        yield Text(style, (Piece(f"{label}\t"), *spans(entry.spans)))
        for child in entry.children:
            yield from _list(child, left, depth + 1)


def _entry(text: str, beside: str, role: str, left: float) -> Text:
    """A name with its remark in a column beside it, or below it if it takes the place of both."""
    style = indented(styles.ENTRIES.get(role, styles.ENTRY), left)
    if not beside:
        return Text(style, (Piece(text),))
    if role == "changes":
        return Text(style, (Piece(f"{text} – {beside}"),))
    if len(text) > styles.LONGEST_BESIDE:
        return Text(style, (Piece(f"{text}\n{beside}"),))
    return Text(indented(styles.BESIDE, left), (Piece(f"{text}\t{beside}"),))
