"""Template filters of published protocols as pages."""

import re
from urllib.parse import urlsplit

from django import template
from django.utils.safestring import SafeString

from committees.models import Paper
from committees.uploads import extension
from minutes.articles import paper_mark
from minutes.models import Issue
from minutes.record.announcements import PaperRecord
from minutes.record.values import AnnexValue, FileValue, ItemRecord, PaperValue, SessionRecord

register = template.Library()

_NOT_IN_AN_ID = re.compile(r"[^\w.]+")


@register.filter
def anchor(number: str) -> str:
    """The id of an item in the page, by its number: top-3, top-ö1.1."""
    return f"top-{_NOT_IN_AN_ID.sub('', number).lower()}"


@register.filter
def link_of(value: ItemRecord | PaperValue, links: dict[str, str]) -> str:
    """The address that belongs to an item or a paper; empty if there is none."""
    return links.get(value.id, "")


@register.filter
def mark(paper: PaperValue) -> SafeString:
    """The number of a paper in a page that is kept: whether it leads to the paper is not known yet."""
    return paper_mark(paper)


@register.filter
def settled(record: SessionRecord) -> tuple[ItemRecord, ...]:
    """The items of which the minutes say what became of them, or on which a vote was taken."""
    return tuple(item for item in record.items() if item.status_text or (item.decision and item.votes))


@register.filter
def annex_link(annex: AnnexValue, links: dict[str, str]) -> str:
    """The address of the file of an annex; empty if it has none."""
    return links.get(annex.number, "")


@register.filter
def session_title(issue: Issue) -> str:
    """``über die 7. Sitzung des Kreistags (KT/7/2026)`` → ``7. Sitzung des Kreistags``."""
    return issue.title.removeprefix("über die ").removeprefix("der ").removesuffix(f" ({issue.reference})")


@register.filter
def paper_kind(record: PaperRecord) -> str:
    """What sort of paper it is, in the reader's language."""
    return str(Paper.Kind(record.kind).label) if record.kind in Paper.Kind.values else record.kind


@register.filter
def host(url: str) -> str:
    """Whose address it is: ris.example.org; empty for what is no address of the web."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


@register.filter
def file_kind(file: FileValue) -> str:
    """PDF, DOCX, …"""
    return extension(file.name).removeprefix(".").upper()
