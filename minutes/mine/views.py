"""Room: minutes, own pages. What awaits somebody, the own sessions with their items, papers and objections."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from committees.models import Session
from committees.permissions import require
from minutes.mine import objecting, papers
from minutes.mine.noted import with_items
from minutes.mine.sessions import has_own_pages, issues_of, lines_of, live_for, own_sessions
from minutes.models import Note

_PAGE_SIZE = 20
_FEW = 5

View = Callable[..., HttpResponse]


def own_page(view: View) -> View:
    """A view for people of the directory alone; no browser and no proxy keeps what it answers."""

    @wraps(view)
    @never_cache
    def answer(request: HttpRequest, *args: Any, **names: Any) -> HttpResponse:
        require(has_own_pages(request.user))
        return view(request, *args, **names)

    return answer


@own_page
def overview(request: HttpRequest) -> HttpResponse:
    """The next sessions, the protocols that are open for objection, the latest notes."""
    coming = list(own_sessions(request.user).upcoming().select_related("committee__body__profile")[:_FEW])
    open_protocols = objecting.open_for(request.user)
    context = {
        "coming": _rows(request, coming),
        "open_protocols": open_protocols[:_FEW],
        "notes": with_items(request.user, Note.objects.of(request.user)[:_FEW]),
    }
    return render(request, "minutes/mine/overview.html", context)


@own_page
def session_list(request: HttpRequest) -> HttpResponse:
    """The sessions of the own committees: those to come, or with `when=past` those that were."""
    is_past = request.GET.get("when") == "past"
    own = own_sessions(request.user)
    rows = (own.past() if is_past else own.upcoming()).select_related("committee__body__profile")
    page = Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": _rows(request, list(page.object_list)), "is_past": is_past}
    return render(request, "minutes/mine/session_list.html", context)


@own_page
def session_detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A session with the items that the user may read, and beside each the own note. 404 where both are missing."""
    session = get_object_or_404(Session.objects.select_related("committee__body__profile"), pk=pk)
    notes = {note.item_key: note for note in Note.objects.of(request.user).filter(session_key=pk)}
    is_own = own_sessions(request.user).filter(pk=pk).exists()
    if not is_own and not notes:
        raise Http404
    lines = lines_of(request.user, [session]).get(pk, ())
    context = {
        # Not `session`: the frame tells of those that it is sealed, which concerns who could change it.
        "sitting": session,
        "row": _rows(request, [session])[0],
        "is_own": is_own,
        "items": [(line, notes.pop(line.key, None)) for line in lines],
        "orphans": list(notes.values()),
    }
    return render(request, "minutes/mine/session_detail.html", context)


@own_page
def paper_list(request: HttpRequest) -> HttpResponse:
    """The papers that are named at items of the coming sessions, as far as the user may read these."""
    rows = papers.of_coming_sessions(request.user)
    return render(request, "minutes/mine/paper_list.html", {"rows": rows})


@own_page
def objection_list(request: HttpRequest) -> HttpResponse:
    """Which protocols are open for objection by the user, until when; and what became of the own objections."""
    raised = objecting.raised_by(request.user)
    context = {
        "open_protocols": objecting.open_for(request.user),
        "page": Paginator(raised, _PAGE_SIZE).get_page(request.GET.get("page")),
    }
    return render(request, "minutes/mine/objection_list.html", context)


def _rows(request: HttpRequest, sessions: list[Session]) -> list[dict[str, Any]]:
    """Sessions with what the user may read of them, and how many notes there are. Two queries."""
    keys = [session.pk for session in sessions]
    issues = issues_of(request.user, sessions)
    counted = Note.objects.of(request.user).filter(session_key__in=keys).order_by().values("session_key")
    notes = dict(counted.annotate(count=Count("pk")).values_list("session_key", "count"))
    today = timezone.localdate()
    live = live_for(request.user, (session for session in sessions if session.date == today))
    return [
        {
            "session": session,
            "agenda": issues.get(session.pk, {}).get("agenda"),
            "minutes": issues.get(session.pk, {}).get("minutes"),
            "is_live": session.pk in live,
            "notes": notes.get(session.pk, 0),
        }
        for session in sessions
    ]
