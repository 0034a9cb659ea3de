"""Room: minutes, the desk. Publishing the minutes of a session: what stands in the way, what everybody will read."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from committees.models import Session
from committees.permissions import require
from minutes import workflow
from minutes.desk.guards import get_session_for_clerk
from minutes.documents import DocumentError
from minutes.downloads import refusal
from minutes.models import Publication
from minutes.permissions import may_publish
from minutes.record import Audience, read
from minutes.record.values import AgendaLine, SessionRecord


def publish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then publish. Obstacles are listed instead of the question, and answer a POST with 422."""
    session = get_session_for_clerk(request, pk)
    require(may_publish(request.user, session))
    if request.method != "POST":
        found = workflow.obstacles(session)
        preview = {} if found else _what_is_read_by_whom(session)
        return _page(request, session, obstacles=found, **preview)
    try:
        workflow.publish(session, by=request.user)
    except ValidationError as error:
        return _page(request, session, status=422, obstacles=error.messages)
    except DocumentError as error:
        return refusal(request, error)
    messages.success(request, _("The minutes of %(session)s are published.") % {"session": session})
    return redirect("minutes:session-detail", pk)


def _page(request: HttpRequest, session: Session, *, status: int = 200, **context: object) -> HttpResponse:
    published = Publication.objects.current().filter(session=session, audience=Publication.Audience.PUBLIC)
    context |= {"session": session, "publication": published.without_content().first()}
    return render(request, "minutes/desk/publish.html", context, status=status)


def _what_is_read_by_whom(session: Session) -> dict[str, object]:
    """The lines of the agenda and the annexes: those that everybody will read, and those only for the entitled."""
    public, internal = (read(session, audience=audience) for audience in (Audience.PUBLIC, Audience.INTERNAL))
    numbers = {annex.number for annex in public.annexes}
    return {
        "public_lines": _lines(public),
        "internal_lines": [line for line in _lines(internal) if public.item(line.item_id) is None],
        "public_annexes": public.annexes,
        "internal_annexes": [annex for annex in internal.annexes if annex.number not in numbers],
    }


def _lines(record: SessionRecord) -> list[AgendaLine]:
    return [line for part in record.parts for line in part.agenda]
