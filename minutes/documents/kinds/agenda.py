"""The agenda (Tagesordnung) as a public notice, and the supplement (Nachtrag) that says what is new in it."""

from collections.abc import Iterator
from functools import partial

from django.utils import timezone

from minutes.documents.document import Document, file_name, running_head, subject, titled
from minutes.documents.errors import NothingSupplemented
from minutes.documents.kinds import parts
from minutes.documents.tree import Block, Entries, Group, Heading, Paragraph, Run, paragraph
from minutes.record.announcements import AgendaRecord
from minutes.record.values import AgendaLine


def agenda(record: AgendaRecord, *, is_draft: bool = False) -> Document:
    """The agenda as it stands."""
    return _document(record, titled(record.title), is_draft=is_draft, before=None)


def supplement(record: AgendaRecord, *, before: AgendaRecord | None, is_draft: bool = False) -> Document:
    """What changed since the edition ``before``, and the whole agenda. Raises NothingSupplemented without one."""
    if before is None:
        raise NothingSupplemented
    return _document(record, "Nachtrag zur Tagesordnung", is_draft=is_draft, before=before)


def _document(record: AgendaRecord, title: str, *, is_draft: bool, before: AgendaRecord | None) -> Document:
    return Document(
        record=record,
        title=f"{title} {record.subtitle}",
        subject=subject(record),
        running_head=running_head(record),
        name=file_name(record, title, is_draft=is_draft),
        draw=partial(_draw, record, before),
        is_draft=is_draft,
    )


def _draw(record: AgendaRecord, before: AgendaRecord | None, _document: Document) -> tuple[Block, ...]:
    title = record.title if before is None else "NACHTRAG ZUR TAGESORDNUNG"
    blocks: list[Block] = [Heading(1, title), when_and_where(record)]
    if before is not None:
        blocks.append(Heading(2, "Änderungen"))
        changes = tuple(_changes(record, before))
        blocks.append(Entries(changes, "changes") if changes else paragraph("Die Tagesordnung selbst blieb gleich."))
        blocks.append(Heading(2, "Tagesordnung in der neuen Fassung"))
    blocks.extend(agenda_parts(record, level=2 if before is None else 3))
    return tuple(blocks)


def when_and_where(record: AgendaRecord) -> Paragraph:
    """der 7. Sitzung …, am Mittwoch, 18.11.2026, 16:30 Uhr, Kreishaus I"""
    runs = [Run(f"{record.subtitle}\nam {day_and_hour(record)}")]
    if record.place_text:
        runs.append(Run(f",\n{record.place_text}"))
    return Paragraph(tuple(runs), "session")


def day_and_hour(record: AgendaRecord) -> str:
    """Mittwoch, 18.11.2026, 16:30 Uhr"""
    hour = f", {timezone.localtime(record.starts_at):%H:%M} Uhr" if record.starts_at else ""
    return f"{record.date_text}{hour}"


def agenda_parts(record: AgendaRecord, *, level: int) -> Iterator[Block]:
    """The parts of the agenda with their lines; what there is to say where nothing stands on it yet."""
    if not any(part.lines for part in record.parts):
        yield paragraph("Die Tagesordnung wird noch bekannt gegeben.")
    for part in record.parts:
        yield Group(tuple(parts.agenda_table(part.heading, part.lines, level=level)), "agenda-group")


def _changes(record: AgendaRecord, before: AgendaRecord) -> Iterator[tuple[str, str]]:
    """One entry for each line that came, changed or went."""
    old, new = _lines(before), _lines(record)
    for key, (line, is_public) in new.items():
        if key not in old:
            yield _words(line), "neu"
            continue
        before_line, was_public = old[key]
        changes = []
        if _facts(line) != _facts(before_line):
            changes.append(f"geändert; bisher: {_words(before_line)}")
        elif line.number != before_line.number:
            changes.append(f"bisher {before_line.label}")
        if is_public != was_public:
            changes.append("jetzt öffentlich" if is_public else "jetzt nichtöffentlich")
        if changes:
            yield _words(line), "; ".join(changes)
    for key, (line, _is_public) in old.items():
        if key not in new:
            yield _words(line), "entfällt"
    if (record.starts_at, record.date) != (before.starts_at, before.date):
        yield f"Beginn: {day_and_hour(record)}", f"bisher: {day_and_hour(before)}"
    if record.place_text != before.place_text:
        yield f"Ort: {record.place_text}", f"bisher: {before.place_text}"


def _lines(record: AgendaRecord) -> dict[tuple[str, int], tuple[AgendaLine, bool]]:
    """The lines, and whether they are public, by what they are about: an item, or the neutral title that the public
    knows. Of lines that are called alike, the first is the first.
    """
    found: dict[tuple[str, int], tuple[AgendaLine, bool]] = {}
    for part in record.parts:
        for line in part.lines:
            about, count = line.item_id or f"{part.heading} {line.title}", 0
            while (about, count) in found:
                count += 1
            found[about, count] = (line, part.is_public)
    return found


def _facts(line: AgendaLine) -> tuple[str, str]:
    return line.title, parts.references(line.papers)


def _words(line: AgendaLine) -> str:
    return " ".join(filter(None, [line.label, line.title, f"({parts.references(line.papers)})" if line.papers else ""]))
