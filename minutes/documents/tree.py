"""The tree of a document: what stands in it, in order, whatever the format. The kinds make it, the formats write it.

Roles name what a block is, as a class of the stylesheet or a style of a word processor; a format may ignore a role.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from minutes.markup import Text


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one kind: "" plain, "label" a word before a value, "counts" the numbers beside a result,
    "hash" a checksum, "small" a remark; line breaks are ``\\n``.
    """

    text: str
    role: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the title) to 5, kept with what follows.

    ``label`` stands before the text and ``beside`` after it: ``TOP 3`` · ``Integrationskonzept`` · ``SV-11-0612``.
    ``key`` is what links lead to; ``outline`` is its line in the outline, where that is another than the text.
    """

    level: int
    text: str
    role: str = ""
    label: str = ""
    beside: str = ""
    key: str = ""
    outline: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one run or several."""

    runs: Line
    role: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in the markup of the minutes: paragraphs, lists, tables of names."""

    text: Text


@dataclass(frozen=True, slots=True)
class Entries:
    """A list without signs: people with a remark beside each name, annexes. Each entry is a text and what is beside."""

    entries: tuple[tuple[str, str], ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with its lines. ``key`` names the heading that a click leads to."""

    lines: tuple[Line, ...]
    role: str = ""
    span: int = 1
    key: str = ""
    page_of: str = ""
    """The heading whose page number stands here, in formats that have pages."""
    anchor: str = ""
    """What links lead to here, as to a heading."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``header`` are the names of its columns, or nothing where the first cell of each row heads it.

    ``widths`` are those of the columns in mm, 0 for what is left. The column ``paged`` (its index) holds page numbers:
    formats without pages of their own leave it out.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header: tuple[Cell, ...] = ()
    widths: tuple[float, ...] = ()
    role: str = ""
    heads_rows: bool = False
    paged: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as SVG with its alternative text. What it shows stands as a table beside it, for other formats."""

    svg: str
    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on, with name, role and what became of it below."""

    name: str
    role: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """The lines to sign on, side by side."""

    lines: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together: an item, its decision, a vote. The stylesheet says which are not torn apart."""

    blocks: tuple["Block", ...]
    role: str


Block = Heading | Paragraph | Prose | Entries | Table | Figure | Signatures | Group


def paragraph(text: str, role: str = "") -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((Run(text),), role)


def labelled(label: str, text: str, role: str = "") -> Paragraph:
    """A word and its value: ``Beginn der Sitzung: 16:30 Uhr``."""
    return Paragraph((Run(f"{label}:", "label"), Run(f" {text}")), role)


def cell(text: str, role: str = "", **more: object) -> Cell:
    """A cell of one line of plain text, or empty."""
    return Cell(((Run(text),),) if text else (), role, **more)  # type: ignore[arg-type]


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All blocks in order, groups before what is in them."""
    for block in blocks:
        yield block
        if isinstance(block, Group):
            yield from walk(block.blocks)
