"""Room: minutes, the portal. The page of a committee: who sits in it, when it met and meets, what it decided."""

import itertools

from django.db.models import Case, F, IntegerField, Q, QuerySet, TextField, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from minutes import committee_names
from minutes.committee_names import Named
from minutes.models import Audience, Issue, Publication
from minutes.models.publications import ANNOUNCEMENTS, MINUTES
from minutes.portal import decisions, reading
from minutes.portal.finding import Withdrawn, tombstone_where_withdrawn
from minutes.portal.freshness import fresh_view
from minutes.portal.session_entries import entries, in_order
from minutes.record.announcements import DirectoryRecord
from minutes.record.serialise import from_bytes

_FEW = 8


@fresh_view
@tombstone_where_withdrawn
def committee(request: HttpRequest, body: str, committee: str) -> HttpResponse:
    """A committee of which anything is published. Without a list of members, or when it was withdrawn, it says so."""
    issue, directory = _find(body, committee)
    today = timezone.localdate()
    sessions = reading.sessions(request.user).filter(committee=issue.committee_id)
    coming = sessions.filter(date__gte=today).order_by("date", "reference")[:_FEW]
    past = sessions.filter(date__lt=today, withdrawn_at__isnull=True).order_by("-date", "reference")[:_FEW]
    decided = reading.recorded_items(request.user).filter(is_decided=True, committee=issue.committee_id)
    record = None
    if directory is not None and directory.withdrawn_at is None:
        record = from_bytes(directory.listed.encode(), DirectoryRecord)
    context = {
        "issue": issue,
        "name": record.committee.name if record else issue.committee_name,
        "short_name": committee,
        "record": record,
        "publication": directory.publication if record else None,
        "withdrawal": directory.publication.withdrawal if directory is not None and record is None else None,
        "coming": in_order(entries(coming)),
        "past": in_order(entries(past))[::-1],
        "decisions": [decisions.row_of(item) for item in decisions.shown(decided)[:_FEW]],
    }
    return render(request, "minutes/portal/committee.html", context)


def without_directory(body: str = "") -> list[Named]:
    """The committees of which sessions are published and no list of members: all, or those of one body, by name."""
    listed = Issue.objects.of_kind(Publication.Kind.DIRECTORY).current().values("committee")
    rows = _sessions().exclude(committee__in=listed)
    if body:
        rows = rows.filter(body_key=body)
    return committee_names.named(rows)


def _sessions() -> QuerySet[Issue]:
    kinds = (*MINUTES, *ANNOUNCEMENTS)
    return Issue.objects.filter(kind__in=kinds, audience=Audience.PUBLIC).current()


def _find(body: str, short_name: str) -> tuple[Issue, Issue | None]:
    """What tells of the committee, and its list of members as it is shown. Raises Http404, Withdrawn."""
    is_directory = Q(kind=Publication.Kind.DIRECTORY)
    rows = (
        Issue.objects.shown()
        .filter(committee_names.addressed(body, short_name), audience=Audience.PUBLIC)
        .exclude(kind__in=(*MINUTES, *ANNOUNCEMENTS), withdrawn_at__isnull=False)
        .annotate(
            listed=Case(When(is_directory, then=F("publication__record")), default=Value(""), output_field=TextField()),
            place=Case(When(is_directory, then=Value(0)), default=Value(1), output_field=IntegerField()),
        )
        .select_related("publication__withdrawal")
        .defer("publication__record", "publication__pdf")
        .order_by("place", "-date", "-pk")
    )
    found = list(itertools.islice(rows[:3], 3))
    if not found:
        raise Http404
    directory = found[0] if found[0].kind == Publication.Kind.DIRECTORY else None
    session = next((issue for issue in found if issue.kind != Publication.Kind.DIRECTORY), None)
    if directory is not None and directory.withdrawn_at and session is None:
        raise Withdrawn(directory)
    return session if session and (directory is None or directory.withdrawn_at) else found[0], directory
