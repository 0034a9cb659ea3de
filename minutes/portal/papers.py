"""Room: minutes, the portal. Published papers with their files, read by everybody."""

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from minutes.models import Audience, Issue, Publication
from minutes.models.issues import IssueQuerySet
from minutes.portal import caching, files, freshness, paper_paths
from minutes.portal.finding import Withdrawn, published_view
from minutes.portal.freshness import fresh_view
from minutes.record.announcements import AgendaRecord, PaperRecord
from minutes.record.keys import row_key
from minutes.record.serialise import from_bytes
from minutes.record.values import PaperValue, SessionRecord

_PAGE_SIZE = 50


@fresh_view
def paper_list(request: HttpRequest) -> HttpResponse:
    """All papers that can be read, the newest first; `q`: those with these words in number or title."""
    query = request.GET.get("q", "").strip()[:100]
    rows = _papers().current().order_by("-date", "reference")
    for word in query.split():
        rows = rows.filter(reference__icontains=word) | rows.filter(title__icontains=word)
    page = Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "minutes/portal/paper_list.html", {"page": page, "query": query})


@published_view
def paper(request: HttpRequest, body: str, reference: str) -> HttpResponse:
    """A paper as a page. At the number that it had in an older edition, the way to the present one."""
    issue = _find(body, reference)
    if issue.reference != reference:
        return redirect(issue)

    def page() -> HttpResponse:
        path = paper_paths.stations(issue.publication.paper_id, request.user)
        context = {"issue": issue, "record": _record(issue.publication), "path": path}
        context["picture"] = paper_paths.picture(path)
        return render(request, "minutes/portal/paper.html", context)

    # What is to come today has been tomorrow.
    day = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return caching.answer(request, issue.publication, page, beside=max(freshness.changed_at(request), day))


@published_view
def paper_json(request: HttpRequest, body: str, reference: str) -> HttpResponse:
    """The frozen paper, byte for byte."""
    issue = _find(body, reference)
    return caching.answer(request, issue.publication, lambda: files.record(issue.publication))


@published_view
def paper_file(request: HttpRequest, body: str, reference: str, file: str) -> HttpResponse:
    """A file as it was published."""
    issue = _find(body, reference)
    value = next((value for value in _record(issue.publication).files if value.id == file), None)
    if value is None:
        raise Http404

    return caching.answer(request, issue.publication, lambda: files.answer(value))


def links_to(record: SessionRecord | AgendaRecord) -> dict[str, str]:
    """The addresses of the papers that a record names and that can be read, by their ids."""
    return links_of(paper.id for paper in _named(record))


def links_of(named: Iterable[str]) -> dict[str, str]:
    """The same by the ids of papers."""
    keys = {key for key in map(row_key, named) if key is not None}
    if not keys:
        return {}
    # Without naming the kind, which a database without statistics takes for the best way in.
    rows = Issue.objects.current().filter(paper__in=keys, audience=Audience.PUBLIC).order_by()
    return links(rows.values_list("paper", "body_key", "reference"))


def links(found: Iterable[tuple[int, str, str]]) -> dict[str, str]:
    """Addresses by the key of the paper, of rows of key, body and number."""
    return {str(key): reverse("minutes:published-paper", args=[body, number]) for key, body, number in found}


def _named(record: SessionRecord | AgendaRecord) -> Iterable[PaperValue]:
    lines = (part.lines if isinstance(record, AgendaRecord) else part.agenda for part in record.parts)
    return (paper for found in lines for line in found for paper in line.papers)


def _papers() -> IssueQuerySet:
    return Issue.objects.of_kind(Publication.Kind.PAPER).filter(audience=Audience.PUBLIC)


def _find(body: str, reference: str) -> Issue:
    """The issue that is read now of the paper that has, or last had, this number. Raises Http404, Withdrawn."""
    had = _papers().filter(body_key=body, reference=reference, visible_from__lte=timezone.now())
    newest = had.order_by("-visible_from").values_list("paper", flat=True).first()
    issue = _papers().shown().filter(paper=newest).select_related("publication").first()
    if newest is None or issue is None:
        raise Http404
    if issue.withdrawn_at:
        raise Withdrawn(issue)
    return issue


def _record(publication: Publication) -> PaperRecord:
    return from_bytes(publication.record.encode(), PaperRecord)
