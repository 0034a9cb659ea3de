"""Room: minutes, the portal. The list of published protocols, a protocol, an item, and their files."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from minutes import documents
from minutes.downloads import file_response, refusal
from minutes.letterheads import layout_of
from minutes.models import Audience, Issue, Publication
from minutes.permissions import may_export
from minutes.portal import caching, choices, files, freshness, pages, papers
from minutes.portal.committee_choices import committees_of
from minutes.portal.finding import find, item_for, published_view, record_for
from minutes.portal.freshness import fresh_view
from minutes.portal.objecting import may_object_now
from minutes.record.serialise import canonical_bytes
from minutes.record.values import SessionRecord

_PAGE_SIZE = 20


@fresh_view
def published_list(request: HttpRequest) -> HttpResponse:
    """The protocols that the visitor may read, newest first, of one committee or one year."""
    visible = Issue.objects.minutes().visible_to(request.user)
    committee, year = choices.number(request.GET, "committee"), choices.year(request.GET)
    rows = visible.order_by("-date", "reference")
    if committee:
        rows = rows.filter(committee=committee)
    if year:
        rows = rows.filter(date__year=year)
    context = {
        "page": Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page")),
        "committees": committees_of(visible),
        "years": [day.year for day in visible.order_by().dates("date", "year", order="DESC")],
        "committee": committee,
        "year": year,
        "may_export": may_export(request.user),
    }
    return render(request, "minutes/portal/published_list.html", context)


@published_view
def published(request: HttpRequest, **names: Any) -> HttpResponse:
    """A protocol as a page."""
    publication, address = find(request, names, with_page=True)

    def page() -> HttpResponse:
        made = pages.of(request, publication, address)
        context = {
            "publication": publication,
            "reference": address.reference,
            "minutes": made.minutes,
            "article": made.article,
            "address": address,
            "may_object": may_object_now(request.user, publication),
            "has_agenda": made.has_agenda,
        }
        return render(request, "minutes/portal/published.html", context)

    return caching.answer(request, publication, page, beside=freshness.changed_at(request))


@published_view
def published_pdf(request: HttpRequest, **names: Any) -> HttpResponse:
    """The PDF that was made when the protocol was published; else one made of what the visitor may read of it.

    Imported minutes have none: it is made when somebody asks, and kept.
    """
    publication, _address = find(request, names)

    def file() -> HttpResponse:
        record, is_cut = record_for(request, publication)
        if is_cut or not publication.pdf_sha256:
            return _made(request, publication, record, document="minutes")
        name = _file_name(documents.compose(record, document="minutes").name, publication)
        return file_response(bytes(publication.pdf), content_type="application/pdf", filename=f"{name}.pdf")

    return caching.answer(request, publication, file)


@published_view
def non_public_pdf(request: HttpRequest, **names: Any) -> HttpResponse:
    """The non-public part as a document of its own, for those entitled; for everybody else there is none."""
    publication, _address = find(request, names)
    if publication.audience != Audience.INTERNAL:
        raise Http404

    def file() -> HttpResponse:
        record, _is_cut = record_for(request, publication)
        return _made(request, publication, record, document="nonpublic")

    return caching.answer(request, publication, file)


@published_view
def published_json(request: HttpRequest, **names: Any) -> HttpResponse:
    """The frozen record, byte for byte, as far as the visitor may read it."""
    publication, _address = find(request, names)

    def file() -> HttpResponse:
        record, is_cut = record_for(request, publication)
        name = _file_name(documents.compose(record, document="minutes").name, publication)
        content = canonical_bytes(record) if is_cut else publication.record.encode()
        return file_response(content, content_type="application/json", filename=f"{name}.json", as_attachment=True)

    return caching.answer(request, publication, file)


@published_view
def published_annex(request: HttpRequest, annex: int, **names: Any) -> HttpResponse:
    """The file of an annex as it was published."""
    publication, _address = find(request, names)
    record, _is_cut = record_for(request, publication)
    found = next((row.file for row in record.annexes if row.number == str(annex)), None)
    if found is None:
        raise Http404
    return caching.answer(request, publication, lambda: files.answer(found))


@published_view
def published_item(request: HttpRequest, item: str, **names: Any) -> HttpResponse:
    """One item of a protocol as a page, for links that point to it."""
    publication, address = find(request, names)

    def page() -> HttpResponse:
        try:
            record, found = item_for(request, publication, item)
        except documents.DocumentError as error:
            return refusal(request, error)
        items = list(record.items())
        place = next(place for place, one in enumerate(items) if one.id == found.id)
        context = {
            "publication": publication,
            "record": record,
            "address": address,
            "item": found,
            "pdf": address.item_pdf(found),
            "json": address.item_json(found),
            "cite_url": address.cited(found),
            "previous": items[place - 1] if place else None,
            "following": items[place + 1] if place + 1 < len(items) else None,
            "links": {one.id: address.item(one) for one in items},
            "paper_links": papers.links_of(paper.id for paper in found.papers),
        }
        return render(request, "minutes/portal/published_item.html", context)

    return caching.answer(request, publication, page, beside=freshness.changed_at(request))


@published_view
def extract(request: HttpRequest, item: str, *, ending: str, **names: Any) -> HttpResponse:
    """The extract of one item, made from the frozen record."""
    publication, _address = find(request, names)

    def file() -> HttpResponse:
        record, _is_cut = record_for(request, publication)
        return _made(request, publication, record, document="extract", format=ending, item=item)

    return caching.answer(request, publication, file)


def _made(request: HttpRequest, publication: Publication, record: SessionRecord, **kind: str) -> HttpResponse:
    """A file that is made now; the sentence why not where it can't be made."""
    try:
        made = documents.render(record, **kind, layout=layout_of(record.body))
    except documents.DocumentError as error:
        return refusal(request, error)
    stem, _dot, ending = made.filename.rpartition(".")
    return file_response(
        made.content,
        content_type=made.content_type,
        filename=f"{_file_name(stem, publication)}.{ending}",
        as_attachment=ending == "json",
    )


def _file_name(name: str, publication: Publication) -> str:
    """A name that nobody mistakes: whoever saves the internal version sees it in the folder."""
    return f"{name}-nichtoeffentlich" if publication.audience == Audience.INTERNAL else name
