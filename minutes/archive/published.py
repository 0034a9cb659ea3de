"""Room: minutes, archives. What an archive for everybody tells: what was published, and nothing from anywhere else."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from committees.models import Body
from minutes.archive.values import plain, text
from minutes.models import Audience, Issue, Publication, PublishedMinutes, PublishedSeat
from minutes.models.issues import IssueQuerySet

_FEW = 20


def issues(body: Body) -> IssueQuerySet:
    """What everybody can read or could, tombstones too; nothing that is dated ahead."""
    return Issue.objects.filter(body=body, audience=Audience.PUBLIC, visible_from__lte=timezone.now())


def told(body: Body) -> IssueQuerySet:
    """What everybody can read today: what holds, and the older editions of minutes, which the portal shows on."""
    holds = Issue.objects.minutes().current().filter(session=OuterRef("session"), audience=Audience.PUBLIC)
    older = issues(body).minutes().filter(Exists(holds), withdrawn_at__isnull=True)
    return _current(body) | older


def _current(body: Body) -> IssueQuerySet:
    return issues(body).current()


def readable(body: Body) -> QuerySet[Publication]:
    """The publications that hold today: files are those that one of them names."""
    return Publication.objects.filter(issue__in=_current(body).order_by())


def tables(body: Body) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The tables by name."""
    yield "bodies", [text({"key": body.key, "name": body.name, "office": body.office})]
    yield "terms", _terms(body)
    yield "committees", _committees(body)
    yield "people", _people(body)
    yield "memberships", _memberships(body)
    yield "sessions", _sessions(body)
    yield "papers", _papers(body)
    yield "publications", _publications(body)


def _terms(body: Body) -> Iterator[bytes]:
    rows = PublishedMinutes.objects.filter(issue__in=_current(body)).exclude(term="").order_by("term")
    for name in rows.values_list("term", flat=True).distinct():
        yield text({"name": name})


def _committees(body: Body) -> Iterator[bytes]:
    names = ("committee", "committee__short_name", "committee__name")
    rows = _current(body).filter(committee__isnull=False).order_by("committee_id")
    for key, short_name, name in rows.values_list(*names).distinct():
        yield text({"id": key, "short_name": short_name, "name": name})


def _people(body: Body) -> Iterator[bytes]:
    """Whom the lists of members name."""
    last = None
    for key, name in _seats(body).order_by("person", "name").values_list("person", "name").distinct().iterator():
        if key != last:
            last = key
            yield text({"id": key, "name": name})


def _memberships(body: Body) -> Iterator[bytes]:
    names = ("person", "name", "function", "kind", "group", "faction", "has_vote", "start", "end")
    rows = _seats(body).order_by("issue__committee_id", "position", "pk").values_list("issue__committee", *names)
    for committee, *values in rows.iterator():
        yield text({"committee": committee} | dict(zip(names, map(plain, values), strict=True)))


def _seats(body: Body) -> Any:
    lists = _current(body).of_kind(Publication.Kind.DIRECTORY)
    return PublishedSeat.objects.filter(issue__in=lists, person__isnull=False)


def _sessions(body: Body) -> Iterator[bytes]:
    rows = _current(body).filter(session__isnull=False).order_by("session_id", "-pk")
    last = None
    for key, reference, title, date, committee in rows.values_list(
        "session", "reference", "title", "date", "committee"
    ).iterator():
        if key != last:
            last = key
            about = {"reference": reference, "title": title, "date": plain(date), "committee": committee}
            yield text({"id": str(key)} | about)


def _papers(body: Body) -> Iterator[bytes]:
    rows = _current(body).filter(paper__isnull=False).order_by("paper_id")
    for key, reference, title, date in rows.values_list("paper", "reference", "title", "date").iterator():
        yield text({"id": key, "reference": reference, "title": title, "date": plain(date)})


def _publications(body: Body) -> Iterator[bytes]:
    """Each edition; with its record, byte for byte, where it can be read today."""
    now = timezone.now()
    rows = issues(body).annotate(is_told=Exists(told(body).filter(pk=OuterRef("pk")).order_by()))
    rows = rows.select_related("publication__withdrawal").defer("publication__pdf").order_by("pk")
    for issue in rows.iterator(chunk_size=_FEW):
        yield text(_edition(issue, now) | (_content(issue) if issue.is_told else _end(issue)))


def _edition(issue: Issue, now: datetime.datetime) -> dict[str, Any]:
    row = issue.publication
    ended = issue.visible_until if issue.visible_until and issue.visible_until <= now else None
    return {
        "id": row.pk,
        "kind": row.kind,
        "audience": row.audience,
        "edition": row.edition,
        "committee": issue.committee_id,
        "session": plain(row.session_id),
        "paper": row.paper_id,
        "date": plain(issue.date),
        "reference": issue.reference,
        "visible_from": plain(issue.visible_from),
        "visible_until": plain(ended),
        "published_at": plain(row.published_at),
    }


def _content(issue: Issue) -> dict[str, Any]:
    row = issue.publication
    return {
        "title": issue.title,
        "note": row.note,
        "sha256": row.sha256,
        "pdf_sha256": row.pdf_sha256,
        "chain_head": row.chain_head,
        "record": row.record,
    }


def _end(issue: Issue) -> dict[str, Any]:
    """Of what was withdrawn when and why; of what was replaced nothing. As in the portal, no title."""
    if not issue.withdrawn_at:
        return {}
    return {"withdrawn_at": plain(issue.withdrawn_at), "reason": issue.publication.withdrawal.reason}
