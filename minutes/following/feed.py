"""Room: minutes, following. What was published as an Atom feed (RFC 4287): an entry for each publication."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from minutes import search
from minutes.following.calendar import agenda_lines
from minutes.following.subjects import absolute, clean, detail, host, noun, title, withdrawal
from minutes.models import Audience, Issue, Publication
from minutes.models.issues import IssueQuerySet

LENGTH = 50
"""So many entries a feed has."""
BEGINNING = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: `key` makes its id, `summary` is HTML."""

    key: str
    title: str
    url: str
    published: datetime.datetime
    updated: datetime.datetime
    summary: SafeString
    author: str = ""
    category: str = ""


class Feed(Atom1Feed):
    """A feed that is as old as its newest entry, not as the request; the ids of entries are tags of this site."""

    def latest_post_date(self) -> datetime.datetime:
        return max((item["updateddate"] for item in self.items), default=BEGINNING)


def write(name: str, entries: Iterable[Entry], *, page: str, address: str) -> bytes:
    """The feed of some entries. `page`: what it stands beside, `address`: its own."""
    feed = Feed(
        title=clean(name),
        link=absolute(page),
        description=None,
        language="de",
        feed_url=absolute(address),
        feed_guid=_tag(f"feed{address}"),
        author_name="Gremia",
    )
    for entry in entries:
        feed.add_item(
            title=entry.title,
            link=absolute(entry.url),
            description=entry.summary,
            unique_id=_tag(entry.key),
            pubdate=entry.published,
            updateddate=entry.updated,
            author_name=clean(entry.author) or None,
            categories=[entry.category] if entry.category else (),
        )
    return feed.writeString("utf-8").encode()


def entries_of(issues: IssueQuerySet) -> list[Entry]:
    """The last that was published or withdrawn, of the issues that the reader may read. Three queries."""
    shown = issues.shown().without_content().select_related("publication__withdrawal")
    newest = shown.order_by("-visible_from", "-pk")[:LENGTH]
    gone = shown.filter(withdrawn_at__isnull=False).order_by("-withdrawn_at", "-pk")[:LENGTH]
    rows = {issue.pk: issue for issue in (*newest, *gone)}.values()
    last = sorted(rows, key=lambda issue: (_moment(issue), issue.pk), reverse=True)[:LENGTH]
    agendas = [issue.pk for issue in last if issue.kind == Publication.Kind.AGENDA and not issue.withdrawn_at]
    records = dict(Publication.objects.filter(pk__in=agendas).values_list("pk", "record"))
    return [_entry(issue, records.get(issue.pk)) for issue in last]


def entries_of_hits(hits: Iterable[search.Hit]) -> list[Entry]:
    """What a search found, each place by itself, with its snippet."""
    return [
        Entry(
            key=f"publication/{hit.publication_id}/{hit.key}",
            title=clean(str(hit.title)),
            url=hit.url,
            published=hit.visible_from,
            updated=hit.visible_from,
            summary=format_html("<p>{}</p><p>{}</p>", _place(hit), mark_safe(clean(hit.snippet))),  # noqa: S308 - escaped by the search
        )
        for hit in hits
    ]


def _place(hit: search.Hit) -> str:
    """``11.03.2026, Kreistag``"""
    return clean(", ".join(filter(None, [f"{hit.date:%d.%m.%Y}" if hit.date else "", str(hit.committee or "")])))


def _entry(issue: Issue, record: str | None) -> Entry:
    return Entry(
        key=f"publication/{issue.pk}",
        title=title(issue),
        url=issue.get_absolute_url(),
        published=issue.visible_from,
        updated=_moment(issue),
        summary=_summary(issue, record),
        author=issue.body_name,
        category=noun(issue),
    )


def _summary(issue: Issue, record: str | None) -> SafeString:
    """Day, committee and occasion; of an agenda its lines. Of what was withdrawn, that and why it was."""
    if issue.withdrawn_at:
        return format_html("<p>{}</p>", withdrawal(issue))
    lines = [detail(issue), clean(issue.publication.note)]
    if issue.audience == Audience.INTERNAL:
        lines.append("Nichtöffentlich – nur für Berechtigte.")
    if record:
        lines += [clean(line) for line in agenda_lines(json.loads(record))]
    return format_html_join("", "<p>{}</p>", ((line,) for line in lines if line))


def _moment(issue: Issue) -> datetime.datetime:
    """When it came, or went."""
    return issue.withdrawn_at or issue.visible_from


def _tag(key: str) -> str:
    """An id for good (RFC 4151)."""
    return f"tag:{host()},2026:{key}"
