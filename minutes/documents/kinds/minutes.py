"""The minutes (Niederschrift): whole, or their non-public part."""

from collections.abc import Callable, Iterator
from functools import partial

from minutes.documents.document import Document, file_name, running_head, subject, titled
from minutes.documents.errors import NothingNonPublic
from minutes.documents.kinds import parts
from minutes.documents.kinds.large_roll_calls import factions
from minutes.documents.tree import Block, Entries, Group, Heading, Paragraph, Prose, Run, labelled, paragraph
from minutes.record.confidential import non_public_part
from minutes.record.values import SessionRecord


def minutes(record: SessionRecord) -> Document:
    """The whole protocol (Niederschrift)."""
    title = titled(record.title)
    return Document(
        record=record,
        title=f"{title} {record.subtitle}",
        subject=subject(record),
        running_head=running_head(record),
        name=file_name(record, title, is_draft=record.is_draft),
        draw=partial(_draw, record),
        is_draft=record.is_draft,
    )


def nonpublic(record: SessionRecord) -> Document:
    """The non-public part (nichtöffentlicher Teil), for those entitled. Raises NothingNonPublic."""
    part = non_public_part(record)
    if not part.parts:
        raise NothingNonPublic
    title = "Niederschrift – nichtöffentlicher Teil"
    return Document(
        record=part,
        title=f"{title} {part.subtitle}",
        subject=subject(part),
        running_head=f"{running_head(record)}, nichtöffentlicher Teil",
        name=file_name(record, title, is_draft=record.is_draft),
        draw=partial(_draw, part),
        is_draft=record.is_draft,
    )


def _draw(record: SessionRecord, document: Document) -> tuple[Block, ...]:
    """Title and session, then the blocks in the order of the house; assumptions and proof always end it."""
    blocks: list[Block] = [Heading(1, record.title), parts.session(record)]
    for name in document.layout.order:
        blocks.extend(_BLOCKS[name](record))
    blocks.extend(_listed("assumptions", "Angaben, die nicht aus der Vorlage stammen", record.assumptions))
    blocks.extend(_proof(document))
    return tuple(blocks)


def _head(record: SessionRecord) -> Iterator[Block]:
    if record.head:
        yield Group(tuple(labelled(field.label, field.value, "fact") for field in record.head), "facts")
    if record.seats_line:
        yield paragraph(record.seats_line, "seats")


def _attendance(record: SessionRecord) -> Iterator[Block]:
    if record.attendance:
        yield Heading(2, "Anwesend")
    yield from (parts.attendance(group, level=3) for group in record.attendance)
    yield from (parts.attendance(group, level=2) for group in record.absent)


def _opening(record: SessionRecord) -> Iterator[Block]:
    if record.opening:
        yield Group((Prose(record.opening),), "opening")


def _agenda(record: SessionRecord) -> Iterator[Block]:
    if record.parts:
        yield Heading(2, "Tagesordnung")
    for part in record.parts:
        yield from parts.agenda_table(part.heading, part.agenda, items=[item.id for item in part.items])


def _items(record: SessionRecord) -> Iterator[Block]:
    groups = factions(record)
    for part in record.parts:
        if part.items or part.closing:
            yield Heading(2, part.heading, role="part")
            yield from (parts.item(item, level=3, factions=groups) for item in part.items)
            yield from (paragraph(sentence, "part-closing") for sentence in part.closing)


def _closing(record: SessionRecord) -> Iterator[Block]:
    if record.closing:
        yield Group((Prose(record.closing),), "closing")


def _signatures(record: SessionRecord) -> Iterator[Block]:
    if record.signatures:
        yield parts.signatures(record.signatures)


def _corrections(record: SessionRecord) -> Iterator[Block]:
    yield from (parts.corrected(note) for note in record.corrections)


def _annexes(record: SessionRecord) -> Iterator[Block]:
    yield from _listed("annexes", "Anlagen", tuple(parts.annex_line(annex) for annex in record.annexes))


_BLOCKS: dict[str, Callable[[SessionRecord], Iterator[Block]]] = {
    "head": _head,
    "attendance": _attendance,
    "opening": _opening,
    "agenda": _agenda,
    "items": _items,
    "closing": _closing,
    "signatures": _signatures,
    "corrections": _corrections,
    "annexes": _annexes,
}


def _listed(role: str, label: str, lines: tuple[str, ...]) -> Iterator[Block]:
    if lines:
        entries = Entries(tuple((line, "") for line in lines), "annex-list")
        yield Group((paragraph(f"{label}:", "label"), entries), role)


def _proof(document: Document) -> Iterator[Block]:
    proof = document.proof
    if proof is None:
        return
    blocks: list[Block] = [
        paragraph("Echtheit", "label"),
        Paragraph((Run("SHA-256 der Daten dieser Niederschrift: "), Run(proof.sha256, "hash"))),
    ]
    if proof.chain_head:
        head = (Run("Ende der Prüfkette bei der Veröffentlichung: "), Run(proof.chain_head, "hash"))
        blocks.append(Paragraph(head))
    blocks.append(paragraph(f"Ob diese Datei echt ist, lässt sich prüfen unter {proof.address}"))
    yield Group(tuple(blocks), "proof")
