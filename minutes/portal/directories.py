"""Room: minutes, the portal. Who sits where: the committees, and the members of one as data."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from minutes.downloads import file_response
from minutes.models import Audience, Issue, Publication
from minutes.portal import caching, committees
from minutes.portal.finding import Withdrawn, published_view
from minutes.portal.freshness import fresh_view

_PAGE_SIZE = 30


@fresh_view
def directory_list(request: HttpRequest, body: str = "") -> HttpResponse:
    """The committees whose members are published, of all bodies or of one."""
    rows = _shown().filter(withdrawn_at__isnull=True)
    rows = rows.order_by("body_name", "title", "reference")
    if body:
        rows = rows.filter(body_key=body)
    first = rows.first() if body else None
    if body and first is None:
        raise Http404
    further = committees.without_directory(body)
    context = {
        "body": first and first.body_name,
        "page": Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page")),
        "further": further,
    }
    return render(request, "minutes/portal/directory_list.html", context)


@published_view
def directory_json(request: HttpRequest, body: str, committee: str) -> HttpResponse:
    """The frozen list of members, byte for byte."""
    publication = _find(body, committee)

    def file() -> HttpResponse:
        return file_response(
            publication.record.encode(), content_type="application/json", filename=f"{committee}-members.json"
        )

    return caching.answer(request, publication, file)


def _shown() -> QuerySet[Issue]:
    return Issue.objects.of_kind(Publication.Kind.DIRECTORY).shown().filter(audience=Audience.PUBLIC)


def _find(body: str, committee: str) -> Publication:
    """What is published at an address; Http404 where nothing is, Withdrawn where it was taken back."""
    rows = _shown().filter(body_key=body, reference=committee).select_related("publication__body__profile")
    issue = rows.defer("publication__pdf").order_by("-pk").first()
    if issue is None:
        raise Http404
    if issue.withdrawn_at:
        raise Withdrawn(issue)
    return issue.publication
