"""Template filters of the printed documents."""

from django import template
from django.utils.safestring import SafeString

from minutes.markup import Text
from minutes.markup_html import to_html
from minutes.record.values import (
    AgendaLine,
    AnnexValue,
    AttendanceRow,
    ItemRecord,
    PaperValue,
    VoteRecord,
)

register = template.Library()

# A longer title makes the outline of a PDF unreadable; the heading itself is printed in full.
OUTLINE_LENGTH = 90


@register.filter
def blocks(text: Text) -> SafeString:
    """Paragraphs, lists and tables of a text."""
    return to_html(text)


@register.filter
def outline(item: ItemRecord) -> str:
    """The line of an item in the outline: ``TOP 3 1. Integrationskonzept``, long titles cut at a word."""
    line = " ".join(f"{item.label} {item.title}".split())
    if len(line) <= OUTLINE_LENGTH:
        return line
    return line[:OUTLINE_LENGTH].rsplit(" ", 1)[0] + " …"


@register.filter
def references(papers: tuple[PaperValue, ...]) -> str:
    """The reference numbers of papers: ``SV-11-0612, SV-11-0612/1``."""
    return ", ".join(paper.reference for paper in papers)


@register.filter
def any_papers(lines: tuple[AgendaLine, ...]) -> bool:
    """Whether an agenda names any papers, and needs a column for them."""
    return any(line.papers for line in lines)


@register.filter
def with_note(row: AttendanceRow) -> str:
    """``Kohl, Stefan (s. B.)``"""
    return f"{row.name} ({row.note.strip('()')})" if row.note else row.name


@register.filter
def results(vote: VoteRecord) -> tuple[str, ...]:
    """The lines beside "Abstimmungsergebnis": the votes for each candidate or list, then the wording of the result."""
    options = (option.line for option in vote.options)
    return (
        *(line for line in options if line not in vote.result_lines),
        *vote.result_lines,
    )


@register.filter
def annex_line(annex: AnnexValue) -> str:
    """``1 Präsentation zu TOP 2 (nur dem Original beigefügt)``"""
    return " ".join(filter(None, [annex.number, annex.title, f"({annex.note})" if annex.note else ""]))


@register.filter
def is_in(line: AgendaLine, items: tuple[ItemRecord, ...]) -> bool:
    """Whether the item of an agenda line is printed in this document, so that the line can lead to it."""
    return any(item.id == line.item_id for item in items)


@register.filter
def shows_counts(item: ItemRecord, is_extract: bool) -> bool:
    """Whether the counts stand in a bracket beside the result: not where the head of the extract gives them."""
    return not (is_extract and item.counts_line)
