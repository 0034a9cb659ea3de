"""Room: minutes, the desk. Earlier versions of what was typed: compare them, bring one back."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committees.models import AgendaItem, Revision
from minutes.desk.guards import get_item_for_clerk, get_session_for_clerk
from minutes.desk.history import label
from minutes.desk.items import item_url
from minutes.desk.live import saving
from minutes.models import Contribution
from minutes.word_diff import Change, word_diff

_PAGE_SIZE = 10


@dataclass(frozen=True, slots=True)
class Version:
    """A revision with what it changed against the one before it."""

    revision: Revision
    changes: list[Change]
    is_current: bool


def contribution_revisions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The versions of a contribution, newest first, each against the one before; also of a deleted one."""
    rows = _revisions(pk)
    item = _item_of(request, pk, rows.first())
    current = Contribution.objects.filter(pk=pk, item=item).first()
    page = Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "item": item,
        "session": item.session,
        "page": page,
        "current": current,
        "versions": _versions(list(rows[page.start_index() - 1 : page.end_index() + 1]) if page else [], current, page),
    }
    return render(request, "minutes/desk/revisions.html", context)


def session_revisions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The contributions of a session that were deleted, newest first."""
    session = get_session_for_clerk(request, pk)
    present = Contribution.objects.filter(item__session=session).values("pk")
    rows = Revision.objects.filter(session=session, model=label(Contribution), reason=Revision.Reason.DELETED)
    rows = rows.exclude(key__in=present).select_related("made_by__person").order_by("-made_at", "-pk")
    page = Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "minutes/desk/session_revisions.html", {"session": session, "page": page})


@require_POST
def revision_restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a revision the present text again; what it replaces stays a revision. `version`: the one that was read."""
    revision = Revision.objects.filter(pk=pk, model=label(Contribution)).first()
    if revision is None:
        raise Http404
    item = get_item_for_clerk(request, UUID(revision.content["item"]))
    version = request.POST.get("version", "")
    typed = saving.Typed(
        key=revision.key,
        version=int(version) if version.isdecimal() else 0,
        kind=revision.content["kind"],
        text=revision.content["text"],
        restore=True,
    )
    try:
        saving.save(request.user, item, typed)
    except saving.Refused:
        messages.error(request, _("The text was changed in the meantime. Please read it again before you restore it."))
        return redirect("minutes:contribution-revisions", revision.key)
    messages.success(request, _("The version is restored."))
    return redirect(item_url(item, f"contribution-{revision.key}"))


def _revisions(pk: UUID) -> Any:
    rows = Revision.objects.filter(model=label(Contribution), key=pk)
    return rows.select_related("made_by__person").order_by("-made_at", "-pk")


def _item_of(request: HttpRequest, pk: UUID, revision: Revision | None) -> AgendaItem:
    """The item of a contribution, or of one that is deleted, if the user records it; Http404 otherwise."""
    item = Contribution.objects.filter(pk=pk).values_list("item_id", flat=True).first()
    if item is None and revision is None:
        raise Http404
    return get_item_for_clerk(request, item or UUID(revision.content["item"]))


def _versions(rows: list[Revision], current: Contribution | None, page: Any) -> list[Version]:
    """Those of the page; one more row tells what the last of them changed."""
    found = []
    for place, revision in enumerate(rows[: len(page)]):
        earlier = rows[place + 1].content["text"] if place + 1 < len(rows) else ""
        text = revision.content["text"]
        is_current = current is not None and current.text == text and page.number == 1 and place == 0
        found.append(Version(revision, word_diff(earlier, text), is_current))
    return found
