"""Room: minutes, the portal. Which publication an address leads to, and what stands where one was withdrawn."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from minutes.documents.items import find_item
from minutes.models import Audience, Issue, Publication
from minutes.models.publications import MINUTES
from minutes.portal import heads
from minutes.portal.address import PUBLIC, Address
from minutes.record.confidential import without_items_of_recused
from minutes.record.serialise import from_bytes, item_from_bytes
from minutes.record.values import ItemRecord, SessionRecord

View = Callable[..., HttpResponse]


class Withdrawn(Exception):
    """The publication at this address was taken back."""

    def __init__(self, issue: Issue) -> None:
        super().__init__("withdrawn")
        self.issue = issue


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
    """Such a view for everybody. It only reads: on SQLite a transaction would make readers wait for each other."""
    return transaction.non_atomic_requests(login_not_required(tombstone_where_withdrawn(view)))


def find(request: HttpRequest, names: dict[str, Any], *, with_page: bool = False) -> tuple[Publication, Address]:
    """The minutes at an address that the visitor may read, without their content; Http404 if there are none.

    With `?audience=public`, whoever may read the internal one gets the one for everybody, to hand it on. Raises
    Withdrawn where it was taken back.
    """
    return shown_at(request, names, MINUTES, with_page=with_page)


def shown_at(
    request: HttpRequest, names: dict[str, Any], kinds: tuple[str, str], *, with_page: bool = False
) -> tuple[Publication, Address]:
    """The same for other kinds of publications of a session: of these the one that was published last."""
    address = Address(**names, asks_public=request.GET.get("audience") == PUBLIC["audience"])
    if address.asks_public or Issue.objects.entitled(request.user) is None:
        issue = heads.public(kinds, body=address.body, reference=address.reference, with_page=with_page)
    else:
        rows = Issue.objects.filter(kind__in=kinds, body_key=address.body, reference=address.reference)
        issue = rows.shown().for_reader(request.user).heads(with_page=with_page).order_by("-pk").first()
    if issue is None:
        raise Http404
    if issue.withdrawn_at:
        raise Withdrawn(issue)
    return issue.publication, address


def record_for(request: HttpRequest, publication: Publication) -> tuple[SessionRecord, bool]:
    """The record as this visitor may read it, and whether that is less than the publication.

    Who was biased in a non-public item does not read it, where the profile says so.
    """
    record = from_bytes(publication.record.encode())
    if not is_cut_for(request, publication):
        return record, False
    cut = without_items_of_recused(record, str(request.user.person_id))
    return cut, cut != record


def item_for(request: HttpRequest, publication: Publication, written: str) -> tuple[SessionRecord, ItemRecord]:
    """An item that this visitor may read, and what is around it. Raises DocumentError where there is none."""
    if is_cut_for(request, publication):
        record, _is_cut = record_for(request, publication)
        return record, find_item(record, written)
    return item_from_bytes(publication.record.encode(), lambda record: find_item(record, written))


def is_cut_for(request: HttpRequest, publication: Publication) -> bool:
    """Whether the profile closes to this visitor what he or she was biased in."""
    person = getattr(request.user, "person_id", None)
    is_internal = publication.audience == Audience.INTERNAL
    return is_internal and person is not None and publication.body.profile.hides_from_recused


@never_cache
def _tombstone(request: HttpRequest, found: Withdrawn) -> HttpResponse:
    context = {"issue": found.issue, "withdrawal": found.issue.publication.withdrawal}
    return render(request, "minutes/portal/withdrawn.html", context, status=410)
