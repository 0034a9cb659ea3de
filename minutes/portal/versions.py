"""Room: minutes, the portal. Older editions of published minutes, each of which says that it is old."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from minutes import documents
from minutes.downloads import file_response, refusal
from minutes.letterheads import layout_of
from minutes.models import Issue
from minutes.portal.address import Address
from minutes.portal.finding import find, published_view, record_for


@published_view
def version_list(request: HttpRequest, **names: Any) -> HttpResponse:
    """All editions that the visitor could ever read at this address, newest first."""
    publication, address = find(request, names)
    issues = _editions(publication.session_id, publication.audience)
    context = {
        "issues": issues.without_content().select_related("publication__withdrawal").order_by("-visible_from"),
        "publication": publication,
        "address": address,
    }
    return render(request, "minutes/portal/version_list.html", context)


@published_view
def version(request: HttpRequest, edition: int, **names: Any) -> HttpResponse:
    """An older edition as a page, under a notice that another one holds."""
    issue, address = _find_edition(request, edition, names)
    record, _is_cut = record_for(request, issue.publication)
    context = {"issue": issue, "record": record, "address": address, "links": {}}
    return render(request, "minutes/portal/version.html", context)


@published_view
def version_pdf(request: HttpRequest, edition: int, **names: Any) -> HttpResponse:
    """An older edition as a file made from its frozen record, which says on each page that it is old."""
    issue, _address = _find_edition(request, edition, names)
    record, _is_cut = record_for(request, issue.publication)
    old = timezone.localtime(issue.visible_until).date()
    try:
        made = documents.render(record, document="minutes", superseded_on=old, layout=layout_of(record.body))
    except documents.DocumentError as error:
        return refusal(request, error)
    return file_response(made.content, content_type=made.content_type, filename=f"ueberholt-{made.filename}")


def _find_edition(request: HttpRequest, edition: int, names: dict[str, Any]) -> tuple[Issue, Address]:
    """The issue of an edition that is superseded; Http404 for the current one, and for one that was withdrawn."""
    publication, address = find(request, names)
    rows = _editions(publication.session_id, publication.audience).filter(
        publication__edition=edition, visible_until__lte=timezone.now(), withdrawn_at__isnull=True
    )
    issue = rows.select_related("publication__body__profile").defer("publication__pdf").first()
    if issue is None:
        raise Http404
    return issue, address


def _editions(session: Any, audience: str) -> Any:
    return Issue.objects.minutes().filter(session=session, audience=audience, visible_from__lte=timezone.now())
