"""The tree of minutes cut into pieces that are set by themselves: each item begins a page.

Pure: trees in, trees out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from minutes.documents.tree import Block, Cell, Group, Heading, Line, Paragraph, Run, Table, walk


def cut(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], ...]:
    """The pieces in order: what stands before the items, each item with the heading of its part, and what follows."""
    pieces: list[list[Block]] = [[]]
    for block in blocks:
        last = pieces[-1]
        starts = _is_part(block) or (_is_item(block) and not (last and _is_part(last[-1])))
        leaves = any(map(_is_item, last)) and not isinstance(block, Paragraph)
        if last and (starts or leaves):
            pieces.append([])
        pieces[-1].append(block)
    return tuple(tuple(piece) for piece in pieces)


def _is_item(block: Block) -> bool:
    return isinstance(block, Group) and block.role == "item"


def _is_part(block: Block) -> bool:
    return isinstance(block, Heading) and block.role == "part"


def begins_part(piece: tuple[Block, ...]) -> bool:
    """Whether the piece begins a part: the public or the non-public one."""
    return _is_part(piece[0])


def has_item(piece: tuple[Block, ...]) -> bool:
    """Whether an agenda item stands in the piece."""
    return any(map(_is_item, piece))


def labels(piece: tuple[Block, ...]) -> dict[str, str]:
    """The headings of a piece to which links lead: the label of each by its key."""
    return {block.key: block.label for block in walk(piece) if isinstance(block, Heading) and block.key}


def wants_numbers(piece: tuple[Block, ...]) -> bool:
    """Whether page numbers of other pieces stand in this one."""
    return any(cell.page_of for cell in _cells(piece))


def _cells(piece: tuple[Block, ...]) -> Iterator[Cell]:
    for block in walk(piece):
        if isinstance(block, Table):
            for row in block.rows:
                yield from row


def numbered(piece: tuple[Block, ...], pages: Mapping[str, int]) -> tuple[Block, ...]:
    """The piece with the numbers of the pages on which its links end, as text.

    Each link is the target of itself: where it leads to in truth is known when the pieces are bound.
    """
    return tuple(_numbered(block, pages) for block in piece)


def _numbered(block: Block, pages: Mapping[str, int]) -> Block:
    if isinstance(block, Group):
        return replace(block, blocks=numbered(block.blocks, pages))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(_cell(cell, pages) for cell in row) for row in block.rows))
    return block


def _cell(cell: Cell, pages: Mapping[str, int]) -> Cell:
    if cell.page_of:
        number: Line = (Run(str(pages.get(cell.page_of, ""))),)
        return replace(cell, page_of="", lines=(number,))
    return replace(cell, anchor=cell.key) if cell.key else cell
