"""Room: minutes, the portal. Feeds for everybody: of all publications, a body, a committee, a search."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from minutes import search
from minutes.following import feed, finding, subjects, subscriptions
from minutes.models.issues import IssueQuerySet
from minutes.portal import conditional
from minutes.portal.conditional import public_view

CONTENT_TYPE = feed.Feed.content_type


@public_view
def everything(request: HttpRequest) -> HttpResponse:
    """All publications."""
    return _answer(request, "Alle Veröffentlichungen", subjects.public())


@public_view
def of_body(request: HttpRequest, body: str) -> HttpResponse:
    """All that a body published, papers too."""
    found = finding.body(body)
    return _answer(request, f"Veröffentlichungen: {found.name}", subjects.public().filter(body=found.pk))


@public_view
def of_committee(request: HttpRequest, body: str, committee: str) -> HttpResponse:
    """Agendas, minutes and members of a committee."""
    found = finding.committee(body, committee)
    return _answer(request, f"Veröffentlichungen: {found.name}", subjects.public().filter(committee=found.pk))


@public_view
def of_search(request: HttpRequest) -> HttpResponse:
    """What a search finds, the newest first. A search for nothing is refused."""
    question = subscriptions.question_of(request.GET.urlencode())
    asked = question.query_string.removeprefix("?")
    if question.is_empty:
        return HttpResponseBadRequest(_("Say what to search for: ?q=…"), content_type="text/plain; charset=utf-8")
    address = f"{reverse('minutes:search-feed')}?{asked}"

    def make() -> bytes:
        entries = feed.entries_of_hits(search.newest(question, feed.BEGINNING, feed.LENGTH))
        name = f"Suche: {request.GET.get('q') or asked}"
        return feed.write(name, entries, page=reverse("minutes:follow"), address=address)

    return conditional.answer(request, subjects.public(), make, content_type=CONTENT_TYPE, name=address)


def _answer(request: HttpRequest, name: str, issues: IssueQuerySet) -> HttpResponse:
    def make() -> bytes:
        page = reverse("minutes:published-list")
        return feed.write(name, feed.entries_of(issues), page=page, address=request.path)

    return conditional.answer(request, issues, make, content_type=CONTENT_TYPE, name=name)
