"""The invitation (Einladung): a letter with the agenda."""

from functools import partial

from minutes.documents.document import Document, date_text, file_name, running_head, subject
from minutes.documents.kinds.agenda import agenda_parts, day_and_hour
from minutes.documents.tree import Block, Group, Heading, Paragraph, Run, Signature, Signatures, paragraph
from minutes.record.announcements import InvitationRecord


def invitation(record: InvitationRecord, *, is_draft: bool = False) -> Document:
    """The letter to the members."""
    return Document(
        record=record,
        title=record.subject,
        subject=subject(record),
        running_head=running_head(record),
        name=file_name(record, "Einladung", is_draft=is_draft),
        draw=partial(_draw, record),
        is_draft=is_draft,
        is_letter=True,
    )


def _draw(record: InvitationRecord, document: Document) -> tuple[Block, ...]:
    agenda, place = record.agenda, document.layout.place
    blocks: list[Block] = [Group((paragraph(record.addressee),), "addressee")]
    if record.dated:
        blocks.append(paragraph(", den ".join(filter(None, [place, date_text(record.dated)])), "letter-date"))
    where = f"\n{agenda.place_text}" if agenda.place_text else ""
    blocks += [
        Heading(1, record.subject, role="subject"),
        paragraph("Sehr geehrte Damen und Herren,"),
        paragraph(record.opening),
        Paragraph((Run(f"{day_and_hour(agenda)}{where}"),), "appointment"),
        Heading(2, "Tagesordnung"),
        *agenda_parts(agenda, level=3),
        Group(_end(record), "letter-end"),
    ]
    return tuple(blocks)


def _end(record: InvitationRecord) -> tuple[Block, ...]:
    greeting = paragraph("Mit freundlichen Grüßen")
    if record.convener is None:
        return (greeting,)
    return (greeting, Signatures((Signature(record.convener.full_name or record.convener.name, record.convener.role),)))
