"""The collection of a session (Sitzungsmappe): its agenda, a list of all that belongs to it, and the files inside."""

from dataclasses import replace
from functools import partial

from minutes.documents.document import Document, Embedded, file_name, running_head, subject
from minutes.documents.kinds import parts
from minutes.documents.tree import Block, Heading, Table, cell, paragraph
from minutes.record.selection import bare
from minutes.record.values import SessionRecord


def collection(record: SessionRecord, *, attachments: tuple[Embedded, ...] = ()) -> Document:
    """The session's papers and annexes in one file: PDF readers show them as attachments."""
    # Agenda and files, nothing of what was said: the folder goes to people who do not get the minutes.
    shown = bare(record, parts=tuple(replace(part, items=(), closing=()) for part in record.parts))
    name = file_name(record, "Unterlagen", is_draft=record.is_draft)
    return Document(
        record=shown,
        title=f"Unterlagen {parts.of_title(record)}",
        subject=subject(record),
        running_head=f"{running_head(record)}, Unterlagen",
        name=name,
        draw=partial(_draw, shown),
        is_draft=record.is_draft,
        attachments=_named(attachments, f"{name}.json"),
    )


def _named(files: tuple[Embedded, ...], *taken: str) -> tuple[Embedded, ...]:
    """The files, each under a name that no other has: Plan.pdf, Plan-2.pdf."""
    names = {name.casefold() for name in taken}
    found = []
    for file in files:
        stem, dot, ending = file.name.rpartition(".")
        stem, dot, ending = (stem, dot, ending) if stem else (file.name, "", "")
        name, number = file.name, 1
        while name.casefold() in names:
            number += 1
            name = f"{stem}-{number}{dot}{ending}"
        names.add(name.casefold())
        found.append(replace(file, name=name))
    return tuple(found)


def _draw(record: SessionRecord, document: Document) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(1, "SITZUNGSUNTERLAGEN"), parts.of_session(record)]
    if record.parts:
        blocks.append(Heading(2, "Tagesordnung"))
    for part in record.parts:
        blocks.extend(parts.agenda_table(part.heading, part.agenda))
    blocks.append(Heading(2, "Beigefügte Dateien"))
    if document.attachments:
        blocks.append(_files(document.attachments))
        blocks.append(
            paragraph(
                "Die Dateien liegen der PDF-Fassung dieses Dokuments bei.",
                "note",
            )
        )
    else:
        blocks.append(paragraph("Zu dieser Sitzung gibt es keine Dateien."))
    return tuple(blocks)


def _files(attachments: tuple[Embedded, ...]) -> Table:
    return Table(
        rows=tuple(
            (cell(file.description), cell(file.name), cell(size(len(file.content)), "size")) for file in attachments
        ),
        header=(cell("Unterlage"), cell("Datei"), cell("Größe", "size")),
        widths=(0, 62, 20),
        role="files",
    )


def size(count: int) -> str:
    """412 B, 3 KB, 1,4 MB"""
    if count < 1000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{round(count / 1000)} KB"
    return f"{count / 1_000_000:.1f}".replace(".", ",") + " MB"
