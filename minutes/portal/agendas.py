"""Room: minutes, the portal. Published agendas, notices before them: of a session at its address, and all to come."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.permissions import Visitor
from minutes.models import Issue, Publication
from minutes.models.publications import ANNOUNCEMENTS
from minutes.portal import caching, files, freshness, papers
from minutes.portal.finding import published_view, shown_at
from minutes.portal.freshness import fresh_view
from minutes.record.announcements import AgendaRecord
from minutes.record.serialise import from_bytes

_PAGE_SIZE = 20


@fresh_view
def agenda_list(request: HttpRequest) -> HttpResponse:
    """The sessions to come with their agendas, the next one first."""
    rows = coming(request.user)
    context = {"page": Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page"))}
    return render(request, "minutes/portal/agenda_list.html", context)


def coming(user: Visitor) -> QuerySet[Issue]:
    """Today's and later sessions: their agendas, as a user may read them, or the notices of those without one."""
    rows = Issue.objects.announcements().visible_to(user).without_replaced_notices()
    return rows.filter(date__gte=timezone.localdate()).order_by("date", "reference")


@published_view
def agenda(request: HttpRequest, **names: Any) -> HttpResponse:
    """An agenda as a page, or the notice of the session as long as there is none."""
    publication, address = shown_at(request, names, ANNOUNCEMENTS)

    def page() -> HttpResponse:
        record = from_bytes(publication.record.encode(), AgendaRecord)
        context = {"publication": publication, "record": record, "address": address}
        context["paper_links"] = papers.links_to(record)
        is_notice = publication.kind == Publication.Kind.NOTICE
        name = "notice.html" if is_notice else "agenda.html"
        return render(request, f"minutes/portal/{name}", context)

    return caching.answer(request, publication, page, beside=freshness.changed_at(request))


@published_view
def agenda_json(request: HttpRequest, **names: Any) -> HttpResponse:
    """The frozen agenda or notice, byte for byte."""
    publication, _address = shown_at(request, names, ANNOUNCEMENTS)
    return caching.answer(request, publication, lambda: files.record(publication))
