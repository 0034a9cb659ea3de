"""Room: minutes, the portal. Which publication an address leads to, and what stands where one was withdrawn."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from minutes.models import Audience, Issue, Publication
from minutes.portal.address import PUBLIC, Address

View = Callable[..., HttpResponse]


class Withdrawn(Exception):
    """The publication at this address was taken back."""

    def __init__(self, issue: Issue, address: Address) -> None:
        super().__init__("withdrawn")
        self.issue, self.address = issue, address


def tombstone_where_withdrawn(view: View) -> View:
    """A view that answers 410 with the reason where the publication was withdrawn."""

    @wraps(view)
    def answer(request: HttpRequest, **names: Any) -> HttpResponse:
        try:
            return view(request, **names)
        except Withdrawn as found:
            return _tombstone(request, found)

    return answer


def published_view(view: View) -> View:
    """Such a view for everybody."""
    return login_not_required(tombstone_where_withdrawn(view))


def find(request: HttpRequest, names: dict[str, Any]) -> tuple[Publication, Address]:
    """The publication at an address that the visitor may read, without its content; Http404 if there is none.

    With `?audience=public`, whoever may read the internal one gets the one for everybody, to hand it on. Raises
    Withdrawn where it was taken back.
    """
    address = Address(**names, asks_public=request.GET.get("audience") == PUBLIC["audience"])
    rows = Issue.objects.minutes().shown()
    rows = rows.filter(audience=Audience.PUBLIC) if address.asks_public else rows.for_reader(request.user)
    found = rows.filter(body__key=address.body, reference=address.reference)
    issue = found.without_content().order_by("-visible_from").first()
    if issue is None:
        raise Http404
    if issue.withdrawn_at:
        raise Withdrawn(issue, address)
    return issue.publication, address


@never_cache
def _tombstone(request: HttpRequest, found: Withdrawn) -> HttpResponse:
    context = {"issue": found.issue, "withdrawal": found.issue.publication.withdrawal, "address": found.address}
    return render(request, "minutes/portal/withdrawn.html", context, status=410)
