"""Room: minutes, the desk. The one page that is open during a session, and what it asks for every few seconds."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_POST

from committees import running
from committees.models import Session
from minutes.desk.guards import get_item_for_clerk, get_session_for_clerk
from minutes.desk.live import panels, rows, state
from minutes.desk.live.modules import modules_for
from minutes.desk.live.people import speakers_for
from minutes.models import Contribution
from minutes.models.modules import PLACEHOLDERS


@never_cache
def desk(request: HttpRequest, session_pk: UUID, pk: UUID | None = None) -> HttpResponse:
    """The desk at an item; without one at the item that is running, else at the first."""
    session = get_session_for_clerk(request, session_pk)
    live = panels.read(session, pk)
    if live is None and pk is None:
        return redirect("minutes:agenda", session_pk)
    if live is None:
        raise Http404("No such item in this session.")
    context = panels.context(live) | {
        "contributions": rows.of_item(live.facts, live.room),
        "people": speakers_for(live.room, live.facts),
        "kinds": Contribution.Kind.choices,
        "zero_key": UUID(int=0),
        "vote_words": _vote_words(live),
        "modules": modules_for(request.user, live.session.committee.body),
        "placeholders": " ".join(f"{name}:{fact}" for name, fact in PLACEHOLDERS.items()),
        "dialog_next": _goes_on("minutes:roll-call", "minutes:vote-edit"),
    }
    return render(request, "minutes/desk/live/desk.html", context)


@transaction.non_atomic_requests
@cache_control(private=True, no_cache=True)
def desk_state(request: HttpRequest, session_pk: UUID, pk: UUID) -> HttpResponse:
    """Everything on the desk that may have changed, as JSON; 304 if nothing has. Reads without a lock.

    The token is taken before the reading: what is saved in between is told next time.
    """
    session = get_session_for_clerk(request, session_pk)
    etag = f'W/"{state.token(session.pk)}-{pk}-{request.user.pk}-{get_language()}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None and unchanged.status_code == 304:
        return unchanged
    live = panels.read(session, pk)
    if live is None:
        raise Http404("No such item in this session.")
    response = JsonResponse(_state(request, live))
    response["ETag"] = etag
    return response


@require_POST
def item_call(request: HttpRequest, session_pk: UUID, pk: UUID) -> HttpResponse:
    """Go on to an item; while the session runs, the time is noted. `at`: when that was, if it is told later."""
    item = get_item_for_clerk(request, pk)
    if item.session_id != session_pk:
        raise Http404("The item belongs to another session.")
    at = _moment(request.POST.get("at", ""))
    if running.is_running(item.session, at):
        try:
            running.call(item, at)
        except ValidationError as problem:
            messages.warning(request, _("The time was not noted. %(reason)s") % {"reason": " ".join(problem.messages)})
    return redirect("minutes:desk-item", session_pk, pk)


def session_close(request: HttpRequest, session_pk: UUID) -> HttpResponse:
    """Ask, naming what is still missing, then note the end of the session."""
    session = get_session_for_clerk(request, session_pk)
    now = timezone.now()
    if request.method == "POST":
        try:
            running.close(session, _moment(request.POST.get("at", "")))
        except ValidationError as problem:
            for sentence in problem.messages:
                messages.error(request, sentence)
            return redirect("minutes:session-edit", session_pk)
        messages.success(request, _("The session is closed."))
        return redirect("minutes:session-detail", session_pk)
    context = {
        "title": _("Close the session"),
        "question": _("Close the session at %(time)s h?") % {"time": f"{timezone.localtime(now):%H:%M}"},
        "consequences": _missing(session),
        "confirm": _("Close the session"),
        "fields": {"at": now.isoformat()},
        "cancel_url": reverse("minutes:desk", args=[session_pk]),
        "session": session,
    }
    return render(request, "_confirm.html", context)


def _state(request: HttpRequest, live: panels.Live) -> dict[str, Any]:
    return {
        "user": str(request.user.pk),
        "item": str(live.item.pk),
        "panels": dict(panels.rendered(request, live)),
        "contributions": rows.of_item(live.facts, live.room),
        "people": [person.as_dict() for person in speakers_for(live.room, live.facts)],
        "vote": _vote_words(live),
    }


def _goes_on(*names: str) -> str:
    """Patterns of the pages that follow another one in the same dialog."""
    zero = UUID(int=0)
    return " ".join(f"^{reverse(name, args=[zero])}$".replace(str(zero), "[0-9a-f-]{36}") for name in names)


def _vote_words(live: panels.Live) -> str:
    """The result of the last vote, for text modules."""
    return " ".join(live.record.votes[-1].result_lines) if live.record.votes else ""


def _missing(session: Session) -> list[str]:
    live = panels.read(session, None)
    if live is None:
        return []
    steps = [step for _is_public, part in live.steps for step in part if step.line.missing]
    return [f"{step.number.label} {step.item.title[:80]}: {', '.join(step.line.missing)}" for step in steps]


def _moment(sent: str) -> Any:
    """The moment that a browser noted while it was offline; now if it sent none, or one that is to come."""
    now = timezone.now()
    try:
        at = parse_datetime(sent)
    except ValueError:
        at = None
    return at if at and timezone.is_aware(at) and at <= now else now
