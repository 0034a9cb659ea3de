"""Room: minutes, the desk. The minutes as they stand, before or after publication: as a page, as PDF, as data.

They are read in one transaction and set after it: on SQLite, everybody who writes would wait for the PDF.
"""

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from minutes import documents, printing
from minutes.desk.guards import drafts_visible_to
from minutes.downloads import file_response, refusal
from minutes.letterheads import layout_of
from minutes.record import Audience
from minutes.record.values import SessionRecord
from minutes.typesetting import proof


@transaction.non_atomic_requests
@never_cache
def preview(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The whole protocol as the portal will show it to the entitled."""
    record = _record(request, pk)
    links = {item.id: reverse("minutes:extract", args=[pk, item.id]) for item in record.items()}
    return render(request, "minutes/desk/preview.html", {"record": record, "links": links})


@transaction.non_atomic_requests
@never_cache
def document(request: HttpRequest, pk: UUID, *, ending: str) -> HttpResponse:
    """The whole protocol as a file."""
    return _file(request, _record(request, pk), document="minutes", format=ending)


@transaction.non_atomic_requests
@never_cache
def extract(request: HttpRequest, pk: UUID, item: UUID, *, ending: str) -> HttpResponse:
    """The extract of one item as a file."""
    record = _record(request, pk)
    found = record.item(str(item))
    if found is None:
        raise Http404
    return _file(request, record, document="extract", format=ending, item=found.number)


def _record(request: HttpRequest, pk: UUID) -> SessionRecord:
    """The internal record, for who may read the draft; Http404 for anybody else.

    Once all have signed, it is the text that they signed, and no draft.
    """
    with transaction.atomic():
        session = get_object_or_404(drafts_visible_to(request.user).select_related("minutes"), pk=pk)
        return printing.unpublished(session, Audience.INTERNAL)


def _file(request: HttpRequest, record: SessionRecord, **kind: str) -> HttpResponse:
    try:
        printed = None if record.is_draft else proof(record)
        # A draft is asked for again and again while it is written; what all have signed is set as it will be published.
        is_whole = kind["document"] == "minutes"
        layout = layout_of(record.body)
        made = documents.render(record, **kind, proof=printed, layout=layout, bound=record.is_draft and is_whole)
    except documents.DocumentError as error:
        return refusal(request, error)
    return file_response(made.content, content_type=made.content_type, filename=made.filename)
