"""The correction note (Berichtigung): what was corrected in signed minutes, as a sheet to lay beside them."""

from dataclasses import replace
from functools import partial

from minutes.documents.document import Document, file_name, running_head, subject
from minutes.documents.errors import NothingCorrected
from minutes.documents.kinds import parts
from minutes.documents.tree import Block, Group, Heading, Prose
from minutes.record.selection import bare
from minutes.record.values import SessionRecord


def correction(record: SessionRecord) -> Document:
    """The corrections of the minutes, in order. Raises NothingCorrected if there are none."""
    if not record.corrections:
        raise NothingCorrected
    shown = bare(record, corrections=record.corrections, signatures=record.signatures)
    return Document(
        record=shown,
        title=f"Berichtigung der Niederschrift {record.subtitle}",
        subject=subject(record),
        running_head=running_head(record),
        name=file_name(record, "Berichtigung", is_draft=record.is_draft),
        draw=partial(_draw, shown),
        is_draft=record.is_draft,
    )


def _draw(record: SessionRecord, _document: Document) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(1, "BERICHTIGUNG DER NIEDERSCHRIFT"), parts.session(record)]
    for note in record.corrections:
        blocks.append(Group((Heading(2, note.heading), Prose(note.text)), "noted"))
    if record.signatures:
        # Who signed the minutes signs the note by hand: that they signed the minutes says nothing of it.
        blocks.append(parts.signatures(tuple(replace(line, note="") for line in record.signatures)))
    return tuple(blocks)
