"""Room: minutes, the portal. Tables to be downloaded: what the register and the statistics are made of, row by row."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from committees.permissions import Visitor
from minutes import tables
from minutes.models import Audience, PublishedItem, PublishedVote
from minutes.portal import choices, reading
from minutes.portal.freshness import fresh_view
from minutes.tables.choosing import EVERYBODY

NAMES = tuple(tables.TABLES)
_OUTCOMES = dict(PublishedItem._meta.get_field("outcome").choices)
_FORMS = dict(PublishedVote._meta.get_field("form").choices)


@dataclass(frozen=True, slots=True)
class Link:
    """A table that a page offers, with its addresses by format."""

    title: str
    urls: tuple[tuple[str, str], ...]


@require_safe
@fresh_view
def table(request: HttpRequest, name: str, format: str) -> HttpResponse | StreamingHttpResponse:  # noqa: A002
    """A table of what everybody can read; with `?audience=internal`, for those entitled, of what they can read.

    The filters are those of the register and of the statistics; rubbish chooses nothing.
    """
    if name not in tables.TABLES or format not in tables.FORMATS:
        raise Http404
    wanted = tables.TABLES[name]
    kind = tables.FORMATS[format]
    reader, ending = _reader(request)
    is_asked_for_keys = request.GET.get("headings") == "keys"
    filename = f"{wanted.title}{ending}.{format}".replace(" ", "-")
    response: HttpResponse | StreamingHttpResponse
    if request.method == "HEAD":
        response = HttpResponse(content_type=kind.content_type)
    else:
        pieces = tables.write(wanted, format, choice_of(request), reader, has_keys=is_asked_for_keys)
        response = StreamingHttpResponse(pieces, content_type=kind.content_type)
    response["Content-Disposition"] = content_disposition_header(True, filename)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def choice_of(request: HttpRequest) -> tables.Choice:
    """What a query string chooses."""
    query = request.GET
    return tables.Choice(
        body=query.get("body", "").replace("\0", "")[:40],
        committee=choices.number(query, "committee"),
        term=query.get("term", "").replace("\0", "")[:80],
        year=choices.year(query),
        since=choices.day(query, "since"),
        until=choices.day(query, "until"),
        outcome=choices.word(query, "outcome", _OUTCOMES),
        form=choices.word(query, "form", _FORMS),
        words=choices.words(query),
    )


def links(*names: str, audience: str = "", **chosen: object) -> list[Link]:
    """Tables of what a page shows: the same choice, all pages of it."""
    query = choices.link(audience=audience, **chosen)
    found = []
    for name in names:
        urls = [(form, reverse("minutes:table", args=[name, form])) for form in tables.FORMATS]
        title = str(tables.TABLES[name].title)
        found.append(Link(title, tuple((form.upper(), url if query == "?" else url + query) for form, url in urls)))
    return found


def _reader(request: HttpRequest) -> tuple[Visitor, str]:
    """As whom to read, and how the file says so: what goes out of the house by mistake should be public."""
    asks_internal = request.GET.get("audience") == Audience.INTERNAL
    if asks_internal and reading.is_entitled(request.user):
        return request.user, "-nichtoeffentlich"
    return EVERYBODY, ""
