"""Template filters that say of a record what its documents say."""

from django import template
from django.utils.safestring import SafeString

from minutes.documents.kinds import parts
from minutes.markup import Text
from minutes.markup_html import to_html
from minutes.record.values import AgendaLine, AnnexValue, AttendanceRow, ItemRecord, VoteRecord

register = template.Library()


@register.filter
def blocks(text: Text) -> SafeString:
    """Paragraphs, lists and tables of a text."""
    return to_html(text)


@register.filter
def with_note(row: AttendanceRow) -> str:
    """``Kohl, Stefan (s. B.)``"""
    return parts.with_note(row)


@register.filter
def results(vote: VoteRecord) -> tuple[str, ...]:
    """The lines beside "Abstimmungsergebnis"."""
    return parts.results(vote)


@register.filter
def annex_line(annex: AnnexValue) -> str:
    """``1 Präsentation zu TOP 2 (nur dem Original beigefügt)``"""
    return parts.annex_line(annex)


@register.filter
def is_in(line: AgendaLine, items: tuple[ItemRecord, ...]) -> bool:
    """Whether the item of an agenda line is shown here, so that the line can lead to it."""
    return any(item.id == line.item_id for item in items)


@register.filter
def shows_counts(item: ItemRecord, is_extract: bool) -> bool:
    """Whether the counts stand in a bracket beside the result: not where the head of the extract gives them."""
    return not (is_extract and item.counts_line)
