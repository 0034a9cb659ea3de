"""The extract of one item (Auszug, Beschlussauszug), with a line to certify it."""

from functools import partial

from minutes.documents.document import Document, file_name, running_head, titled, with_top
from minutes.documents.errors import ItemWanted
from minutes.documents.items import find_item
from minutes.documents.kinds import parts
from minutes.documents.kinds.large_roll_calls import factions
from minutes.documents.tree import Block, Group, Heading, Signature, Signatures, paragraph
from minutes.record.selection import bare, parts_of
from minutes.record.values import CorrectionNote, ItemRecord, SessionRecord


def extract(record: SessionRecord, *, item: str | None = None) -> Document:
    """The extract of the item "3", "Ö 3" or "TOP 3". Raises ItemWanted, ItemNotFound, AmbiguousItem."""
    if item is None:
        raise ItemWanted
    found = find_item(record, item)
    return Document(
        record=of_item(record, found),
        title=f"Auszug aus der {titled(record.title)} {record.subtitle}, {found.label}",
        subject=found.title,
        running_head=f"{running_head(record)}, {found.label}",
        name=file_name(record, f"{with_top(found.label)}-Auszug", is_draft=record.is_draft),
        draw=partial(_draw, record, found),
        item=found,
        is_draft=record.is_draft,
    )


def _draw(record: SessionRecord, item: ItemRecord, document: Document) -> tuple[Block, ...]:
    blocks: list[Block] = [
        Heading(1, "Auszug aus der Niederschrift"),
        parts.session(record),
        parts.item(item, level=2, factions=factions(record), is_extract=True),
        *(parts.corrected(note) for note in _corrections(record, item)),
    ]
    # Nobody certifies what was not signed yet.
    if not record.is_draft:
        blocks.append(_certification(document))
    return tuple(blocks)


def _certification(document: Document) -> Group:
    place = f"{document.layout.place}, den" if document.layout.place else "Ort, Datum"
    return Group(
        (
            paragraph("Die Übereinstimmung dieses Auszugs mit der Niederschrift wird beglaubigt."),
            Signatures((Signature(place), Signature("Unterschrift, Dienstsiegel"))),
        ),
        "certification",
    )


def _corrections(record: SessionRecord, item: ItemRecord) -> tuple[CorrectionNote, ...]:
    """Those of the item, and those that name none: they may concern it."""
    return tuple(note for note in record.corrections if note.item_id in ("", item.id))


def of_item(record: SessionRecord, item: ItemRecord) -> SessionRecord:
    """The record of one item: whoever gets the extract does not get the rest of the session in its data."""
    return bare(
        record,
        parts=parts_of(record, (item,)),
        corrections=_corrections(record, item),
        annexes=tuple(annex for annex in record.annexes if annex.item_id == item.id),
    )
