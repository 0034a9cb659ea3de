"""What several kinds of documents print: the session, its agenda, an item, a resolution, a vote."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from minutes.documents.kinds.large_roll_calls import by_faction, is_large
from minutes.documents.tree import (
    Block,
    Cell,
    Entries,
    Group,
    Heading,
    Line,
    Paragraph,
    Prose,
    Run,
    Signature,
    Signatures,
    Table,
    cell,
    labelled,
    paragraph,
)
from minutes.record.announcements import AgendaRecord
from minutes.record.values import (
    AgendaLine,
    AnnexValue,
    AttendanceGroup,
    AttendanceRow,
    CorrectionNote,
    DecisionRecord,
    ItemRecord,
    PaperValue,
    SessionRecord,
    SignatureLine,
    VoteRecord,
)

# A longer title makes the outline of a PDF unreadable; the heading itself is printed in full.
OUTLINE_LENGTH = 90


def session(record: SessionRecord | AgendaRecord) -> Paragraph:
    """Which session this is about."""
    place = f",\n{record.place_text}" if record.place_text else ""
    return paragraph(f"{record.subtitle}\nam {record.date_text}{place}", "session")


def of_session(record: SessionRecord) -> Paragraph:
    """The same, of what is not "über die" but "der 7. Sitzung"."""
    return session(replace(record, subtitle=of_title(record)))


def of_title(record: SessionRecord) -> str:
    """der 7. Sitzung des Integrationsausschusses (IntA/7/2026)"""
    return record.subtitle.replace("über die", "der", 1)


def agenda_table(
    heading: str, lines: tuple[AgendaLine, ...], *, level: int = 3, items: Iterable[str] = ()
) -> Iterator[Block]:
    """The agenda of one part: number, subject, papers, and the page of each of the ``items`` that are printed.

    Where there are no papers, the subject takes their place.
    """
    yield Heading(level, heading, role="agenda-part")
    if not lines:
        return
    printed = frozenset(items)
    has_papers = any(line.papers for line in lines)
    header = [cell("TOP", "number"), cell("Gegenstand", "subject")]
    widths: list[float] = [19, 0]
    if has_papers:
        header.append(cell("Vorlage", "papers"))
        widths.append(24)
    if printed:
        header.append(cell("Seite", "page"))
        widths.append(9)
    yield Table(
        rows=tuple(_agenda_row(line, has_papers=has_papers, printed=printed) for line in lines),
        header=tuple(header),
        widths=tuple(widths),
        role="agenda",
        paged=len(header) - 1 if printed else None,
    )


def _agenda_row(line: AgendaLine, *, has_papers: bool, printed: frozenset[str]) -> tuple[Cell, ...]:
    is_here = line.item_id in printed
    span = 2 if has_papers and not line.papers else 1
    row = [
        cell(line.number, "number"),
        cell(line.title, f"subject level-{line.level}", span=span, key=line.item_id if is_here else ""),
    ]
    if line.papers:
        row.append(cell(references(line.papers), "papers"))
    if printed:
        row.append(cell("", "page", page_of=line.item_id if is_here else ""))
    return tuple(row)


def attendance(group: AttendanceGroup, *, level: int) -> Group:
    """A group of people who were there, or were not, with a remark beside the name."""
    rows = tuple((with_note(row), row.remark) for row in group.rows)
    return Group((Heading(level, group.heading), Entries(rows, "people")), "group")


def item(record: ItemRecord, *, level: int, factions: Mapping[str, str], is_extract: bool = False) -> Group:
    """An agenda item: heading, then its sections in the order that the record names.

    ``factions`` are the headings of the people in the attendance list, for large roll calls.
    """
    body = Group(tuple(_item_body(record, level + 1, factions, is_extract)), "item-body")
    return Group((item_heading(record, level=level), body), "item")


def item_heading(record: ItemRecord, *, level: int) -> Heading:
    """``TOP 3`` · title · papers"""
    return Heading(
        level,
        record.title,
        role="item-heading",
        label=record.label,
        beside=references(record.papers),
        key=record.id,
        outline=_outline(record),
    )


def _outline(record: ItemRecord) -> str:
    """The line of an item in the outline: ``TOP 3 1. Integrationskonzept``, long titles cut at a word."""
    line = " ".join(f"{record.label} {record.title}".split())
    return line if len(line) <= OUTLINE_LENGTH else line[:OUTLINE_LENGTH].rsplit(" ", 1)[0] + " …"


def _item_body(record: ItemRecord, level: int, factions: Mapping[str, str], is_extract: bool) -> Iterator[Block]:
    if record.rapporteur:
        yield paragraph(f"Berichterstatter: {record.rapporteur}", "rapporteur")
    # The result of a vote says it otherwise; of what was imported there may be none.
    if is_extract or (not record.votes and (record.source or not record.decision)):
        yield from status(record)
    for section in record.order:
        yield from _section(record, section, level, factions, is_extract)
    yield from (paragraph(note, "note") for note in record.notes)


def status(record: ItemRecord) -> Iterator[Block]:
    """What became of an item, in one line each."""
    if record.status_text:
        yield paragraph(f"Beschluss: {record.status_text}", "status")
    if record.counts_line:
        yield paragraph(record.counts_line, "status")


def _section(
    record: ItemRecord, section: str, level: int, factions: Mapping[str, str], is_extract: bool
) -> Iterator[Block]:
    if section == "before":
        yield from (paragraph(sentence, "movement") for sentence in record.before)
    elif section == "recusals":
        yield from (paragraph(sentence) for sentence in record.recusals)
    elif section == "decision" and record.decision:
        yield decision(record.decision, level=level)
    elif section == "contributions":
        for contribution in record.contributions:
            yield Group((Prose(contribution.text),), f"contribution {contribution.kind}")
    elif section == "votes":
        # Where the head of the extract gives the counts, they do not stand beside the result again.
        shows_counts = not (is_extract and record.counts_line)
        for one in record.votes:
            yield vote(one, level=level, factions=factions, shows_counts=shows_counts)
    elif section == "after":
        yield from (paragraph(sentence, "movement") for sentence in record.after)


def decision(record: DecisionRecord, *, level: int) -> Group:
    """What was resolved: on the line of the heading where it is short, else below it."""
    blocks: list[Block] = []
    if record.inline:
        blocks.append(labelled(record.heading, record.inline))
    else:
        blocks.append(Heading(level, f"{record.heading}:", role="label-heading"))
    if record.intro:
        blocks.append(paragraph(record.intro))
    if record.resolution:
        blocks.append(Prose(record.resolution))
    return Group(tuple(blocks), "decision")


def vote(record: VoteRecord, *, level: int, factions: Mapping[str, str], shows_counts: bool = True) -> Group:
    """One vote: its form, its result, its counts at the right; who voted how in a roll call."""
    large = is_large(record)
    blocks: list[Block] = []
    if record.label:
        blocks.append(Heading(level, record.label, role="label-heading"))
    if record.question:
        blocks.append(paragraph(record.question))
    blocks.append(
        Table(
            tuple(_vote_rows(record, shows_counts, with_names=not large)),
            widths=(36, 0),
            role="result",
            heads_rows=True,
        )
    )
    if large:
        blocks.extend(by_faction(record, factions))
    if record.conclusion:
        blocks.append(paragraph(record.conclusion, "conclusion"))
    blocks.extend(paragraph(note, "note") for note in record.notes)
    return Group(tuple(blocks), "vote")


def _vote_rows(record: VoteRecord, shows_counts: bool, *, with_names: bool) -> Iterator[tuple[Cell, ...]]:
    yield cell("Form der Abstimmung:"), cell(record.form_text)
    lines: list[Line] = [(Run(line),) for line in results(record)]
    if lines and shows_counts and record.counts_text:
        lines[-1] = (*lines[-1], Run(" "), Run(record.counts_text, "counts"))
    elif not lines and record.counts_text:
        lines.append((Run(record.counts_text),))
    if lines:
        yield cell("Abstimmungsergebnis:"), Cell(tuple(lines))
    for line in record.ballots if with_names else ():
        yield cell(f"{line.heading}:"), cell(line.text)


def results(record: VoteRecord) -> tuple[str, ...]:
    """The lines beside "Abstimmungsergebnis": the votes for each candidate or list, then the wording of the result."""
    options = (option.line for option in record.options)
    return (*(line for line in options if line not in record.result_lines), *record.result_lines)


def signatures(lines: tuple[SignatureLine, ...]) -> Signatures:
    """The lines to sign on."""
    return Signatures(tuple(Signature(line.name, line.role, line.note) for line in lines))


def corrected(note: CorrectionNote) -> Group:
    """A dated note that corrects the text."""
    return Group((Heading(2, note.heading), Prose(note.text)), "correction")


def references(papers: tuple[PaperValue, ...]) -> str:
    """The reference numbers of papers: ``SV-11-0612, SV-11-0612/1``."""
    return ", ".join(paper.reference for paper in papers)


def with_note(row: AttendanceRow) -> str:
    """``Kohl, Stefan (s. B.)``"""
    return f"{row.name} ({row.note.strip('()')})" if row.note else row.name


def annex_line(annex: AnnexValue) -> str:
    """``1 Präsentation zu TOP 2 (nur dem Original beigefügt)``"""
    return " ".join(filter(None, [annex.number, annex.title, f"({annex.note})" if annex.note else ""]))
