"""Room: minutes, the desk. Publishing minutes and agendas, with a preview of exactly what will be read; withdrawing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Session
from committees.permissions import require
from minutes import papers, preparing, publishing
from minutes.desk.fields import posted
from minutes.desk.guards import get_session_for_clerk
from minutes.desk.review_forms import PublishAgendaForm, PublishForm
from minutes.desk.withdrawing import withdrawal_page
from minutes.documents import DocumentError
from minutes.downloads import refusal
from minutes.models import Audience as Readers
from minutes.models import Issue, Publication
from minutes.permissions import may_publish
from minutes.record import Audience, read
from minutes.record.agenda import agenda_of
from minutes.record.announcements import AgendaRecord
from minutes.record.difference import RecordDifference, difference
from minutes.record.serialise import from_bytes
from minutes.record.values import AgendaLine, SessionRecord


@transaction.non_atomic_requests
def publish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then publish. Obstacles are listed instead of the question, and answer a POST with 422.

    The PDFs are set before the transaction in which they are published.
    """
    with transaction.atomic():
        session = get_session_for_clerk(request, pk, even_sealed=True)
    require(may_publish(request.user, session))
    found = publishing.obstacles(session)
    form = PublishForm(posted(request))
    if request.method == "POST" and not found and form.is_valid():
        entries = form.cleaned_data
        try:
            publishing.publish_minutes(
                session,
                by=request.user,
                with_internal=entries["with_internal"],
                visible_from=entries["visible_from"],
                note=entries["note"],
                ready=preparing.prepare(session, only_public=not entries["with_internal"]),
            )
        except ValidationError as error:
            found = error.messages
        except DocumentError as error:
            return refusal(request, error)
        else:
            messages.success(request, _done(session, entries["visible_from"]))
            return redirect("minutes:session-detail", pk)
    with transaction.atomic():
        preview = {} if found else _what_is_read_by_whom(session)
    context = {
        "session": session,
        "obstacles": found,
        "form": form,
        "issue": _current(session, Publication.Kind.MINUTES),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "minutes/desk/publish.html", context | preview, status=status)


def publish_agenda(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The agenda as it stands, for everybody; once more, it is a supplement."""
    session = get_session_for_clerk(request, pk)
    require(may_publish(request.user, session))
    form = PublishAgendaForm(posted(request), papers=papers.unpublished(session))
    if request.method == "POST" and form.is_valid():
        entries = form.cleaned_data
        try:
            with transaction.atomic():
                when = {"by": request.user, "visible_from": entries["visible_from"]}
                publishing.publish_agenda(session, note=entries["note"], **when)
                for paper in form.chosen_papers():
                    papers.publish(paper, **when)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("The agenda of %(session)s is published.") % {"session": session})
            return redirect("minutes:session-detail", pk)
    public, internal = (agenda_of(read(session, audience=audience)) for audience in Audience)
    known = {line.item_id for line in _lines(public)}
    context = {
        "session": session,
        "form": form,
        "issue": _current(session, Publication.Kind.AGENDA),
        "public_lines": _lines(public),
        "internal_lines": [line for line in _lines(internal) if line.item_id not in known],
    }
    return render(request, "minutes/desk/publish_agenda.html", context, status=422 if form.is_bound else 200)


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a publication back, with the reason that stands at its address from then on."""
    publication = get_object_or_404(Publication.objects.defer("record", "pdf"), pk=pk, session__isnull=False)
    session = get_session_for_clerk(request, publication.session_id, even_sealed=True)
    require(may_publish(request.user, session))
    back = reverse("minutes:session-detail", args=[session.pk])
    return withdrawal_page(request, publication, question=f"{session}: {publication}", back=back, session=session)


def _current(session: Session, kind: str) -> Issue | None:
    rows = Issue.objects.current().filter(session=session, kind=kind, audience=Readers.PUBLIC)
    return rows.without_content().first()


def _done(session: Session, visible_from: Any) -> str:
    if visible_from is None:
        return _("The minutes of %(session)s are published.") % {"session": session}
    return _("The minutes of %(session)s can be read from %(moment)s h.") % {
        "session": session,
        "moment": f"{timezone.localtime(visible_from):%d.%m.%Y, %H:%M}",
    }


def _what_is_read_by_whom(session: Session) -> dict[str, object]:
    """The whole public record, and the lines and annexes that only the entitled will read."""
    made = publishing.records(session)
    public, internal = made[Audience.PUBLIC], made[Audience.INTERNAL]
    numbers = {annex.number for annex in public.annexes}
    return {
        "record": public,
        "links": {},
        "difference": _difference(session, public),
        "public_lines": _lines(public),
        "internal_lines": [line for line in _lines(internal) if public.item(line.item_id) is None],
        "public_annexes": public.annexes,
        "internal_annexes": [annex for annex in internal.annexes if annex.number not in numbers],
    }


def _difference(session: Session, record: SessionRecord) -> RecordDifference | None:
    """What the public will read otherwise than now; None if it reads nothing yet."""
    rows = Issue.objects.minutes().current().filter(session=session, audience=Readers.PUBLIC)
    issue = rows.select_related("publication").defer("publication__pdf").first()
    return difference(from_bytes(issue.publication.record.encode()), record) if issue else None


def _lines(record: SessionRecord | AgendaRecord) -> list[AgendaLine]:
    if isinstance(record, AgendaRecord):
        return [line for part in record.parts for line in part.lines]
    return [line for part in record.parts for line in part.agenda]
