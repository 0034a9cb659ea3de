"""Room: minutes, OParl. What stands at each address."""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.http import content_disposition_header

from minutes.oparl import answers, file_facts, reading
from minutes.oparl.addresses import LISTS, path, resolved, to
from minutes.oparl.answers import open_view
from minutes.oparl.filters import Question, omits_internal
from minutes.oparl.meetings import date_time
from minutes.portal import freshness

_KINDS_OF_COMMITTEE = {"meetings": "Meeting", "consultations": "Consultation"}


@open_view
def system(request: HttpRequest) -> HttpResponse:
    """The entrance: what this is, and the way to the bodies."""
    omits_internal(request.GET)
    since = reading.oldest() or freshness.NEVER
    data = {
        "id": to("system"),
        "type": f"{reading.TYPE}System",
        "oparlVersion": "https://schema.oparl.org/1.1/",
        "created": date_time(since),
        "modified": date_time(since),
        "name": "Gremia",
        "body": to("bodies"),
        "website": f"{settings.SITE_URL.rstrip('/')}/",
    }
    if settings.DATA_LICENSE:
        data["license"] = settings.DATA_LICENSE
    return answers.of_content(request, _address(json.dumps(data, ensure_ascii=False)), since)


@open_view
def bodies(request: HttpRequest) -> HttpResponse:
    """All bodies."""
    return _list(request, "bodies", "Body")


@open_view
def list_of_body(request: HttpRequest, body: str, name: str) -> HttpResponse:
    """All that a body has of a kind."""
    if name not in LISTS or reading.find("Body", body) is None:
        raise Http404
    return _list(request, f"{path('Body', body)}/{name}", LISTS[name][1], body=body)


@open_view
def list_of_organization(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """The meetings of a committee, or its consultations."""
    if name not in _KINDS_OF_COMMITTEE or reading.find("Organization", key) is None:
        raise Http404
    own = path("Organization", key)
    return _list(request, f"{own}/{name}", _KINDS_OF_COMMITTEE[name], organization=own)


@open_view
def object_of_kind(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """An object; a deleted one says that it is."""
    omits = omits_internal(request.GET)
    row = reading.find(kind, key)
    if row is None:
        raise Http404
    return answers.of_content(request, reading.text(row, omits_internal=omits), row.modified)


@open_view
def file_content(request: HttpRequest, key: str, way: str) -> HttpResponse:
    """The bytes of a file, to be shown (access) or saved (download)."""
    row = reading.find("File", key)
    if row is None:
        raise Http404
    if row.is_deleted:
        return answers.error("This file was withdrawn.", status=410)
    if not row.content:
        # It lies in the system from which it was imported, and its addresses lead there.
        raise Http404
    data = json.loads(row.data)
    about = {
        "type": data["mimeType"],
        "disposition": content_disposition_header(way == "download", data["fileName"]),
    }
    return answers.file(
        request,
        lambda: file_facts.content(row),
        tag=data["sha512Checksum"][:32],
        moment=row.modified,
        about=about,
    )


@open_view
def entrance(request: HttpRequest) -> HttpResponse:
    """Whoever begins above it is led to the system."""
    return HttpResponsePermanentRedirect(_address(to("system")))


@open_view
def canonical(request: HttpRequest, rest: str) -> HttpResponse:
    """Without the slash at the end there may be something; there is nothing here."""
    if rest.endswith("/") and rest.strip("/"):
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(_address(to(rest.rstrip("/"))) + (f"?{query}" if query else ""))
    raise Http404


def _list(request: HttpRequest, own: str, kind: str, *, body: str = "", organization: str = "") -> HttpResponse:
    question = Question.of(request.GET)

    def make() -> str:
        page = reading.page(kind, question, body=body, organization=organization)
        return _page(page, question, own)

    return answers.of_state(request, freshness.changed_at(request), make)


def _page(page: reading.Page, question: Question, own: str) -> str:
    address = _address(to(own))
    links = {
        "first": address + question.query_string(),
        "self": address + question.query_string(after=question.after, before=question.before),
    }
    if page.has_previous:
        links["prev"] = address + question.query_string(before=page.first)
    if page.has_next:
        links["next"] = address + question.query_string(after=page.last)
    pagination = {
        "totalElements": page.total,
        "elementsPerPage": question.limit,
        "totalPages": max(1, -(-page.total // question.limit)),
    }
    around = json.dumps({"pagination": pagination, "links": links}, separators=(",", ":"))
    return f'{{"data":[{",".join(page.objects)}],{around[1:]}'


def _address(text: str) -> str:
    return resolved(text, set())
