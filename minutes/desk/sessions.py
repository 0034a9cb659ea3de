"""Room: minutes, the desk. Pages of a session: the list, a new one, its own page, its head, its end."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from committees import convening
from committees.guards import sentence
from committees.models import Committee, Session, StaleVersion, User
from committees.permissions import may_record, may_record_somewhere, recorded_committees, require
from committees.recording import recorded
from minutes import deadlines, proposals, workflow
from minutes.desk import conflicts, overview, roster
from minutes.desk.fields import posted
from minutes.desk.guards import drafts_visible_to, get_session_for_clerk, get_session_for_reader
from minutes.desk.session_forms import BaseInterruptions, NewSessionForm, SessionHeadForm, interruptions_of
from minutes.importing import messages as sentences
from minutes.models import Contribution, Issue, Objection, Publication, TextImport
from votes.models import Decision, Vote

_PAGE_SIZE = 25


def session_list(request: HttpRequest) -> HttpResponse:
    """The sessions in work that the user may see: coming or past ones, of one committee or one year."""
    require(may_record_somewhere(request.user) or request.user.role == User.Role.CHAIR)
    visible = drafts_visible_to(request.user)
    is_past = request.GET.get("when") == "past"
    rows = visible.past() if is_past else visible.upcoming()
    committee, year = _number(request, "committee"), _number(request, "year")
    if committee:
        rows = rows.filter(committee=committee)
    if year:
        rows = rows.filter(date__year=year)
    page = Paginator(rows.select_related("committee"), _PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "is_past": is_past,
        "committees": Committee.objects.filter(pk__in=visible.order_by().values("committee")),
        "years": [day.year for day in visible.order_by().dates("date", "year", order="DESC")],
        "committee": committee,
        "year": year,
        "may_create": may_record_somewhere(request.user),
    }
    return render(request, "minutes/desk/session_list.html", context)


def session_create(request: HttpRequest) -> HttpResponse:
    """A new session, modelled on the one named by `from`, or on the last one of the `committee`."""
    require(may_record_somewhere(request.user))
    source = _source(request)
    committee = source.committee if source else _committee(request)
    if committee is None:
        return _choose_committee(request)
    source = source or convening.last_session(committee)
    form = NewSessionForm(posted(request), committee=committee, source=source)
    if request.method == "POST" and form.is_valid():
        with recorded(form.instance, by=request.user):
            session = convening.convene(form.save(commit=False), standing_items=form.cleaned_data.get("standing", ()))
            proposals.put_on_agenda(session, form.cleaned_data.get("objections_to", ()))
        messages.success(request, _("%(session)s is created; everybody counts as present.") % {"session": session})
        return redirect("minutes:session-detail", session.pk)
    context = {"form": form, "committee": committee, "source": source}
    return render(request, "minutes/desk/session_create.html", context, status=422 if form.is_bound else 200)


def session_detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The page of a session: its head, its agenda with what is missing, who was there, what to do next."""
    session = get_session_for_reader(request, pk)
    items = overview.items_of(session)
    context = {
        "session": session,
        "parts": overview.parts(session, items),
        "roster": roster.read(session, items),
        "interruptions": list(session.interruptions.all()),
        "publications": list(
            Issue.objects.shown().filter(session=session).without_content().order_by("kind", "audience")
        ),
        "may_edit": may_record(request.user, session.committee),
        "has_begun": session.date <= timezone.localdate(),
        "state": workflow.state(session),
    }
    kinds = {row.kind for row in context["publications"]}
    if Publication.Kind.IMPORT in kinds and not items:
        return render(request, "minutes/desk/session_imported.html", context | _imported(session, context))
    context["has_minutes"] = Publication.Kind.MINUTES in kinds
    has_agenda = any(row.kind == Publication.Kind.AGENDA and not row.withdrawn_at for row in context["publications"])
    context["may_announce"] = not session.sealed_at and not has_agenda
    # What was imported is published though nobody signed it here.
    context["due"] = None if Publication.Kind.IMPORT in kinds else deadlines.due(session)
    return render(request, "minutes/desk/session_detail.html", context)


def _imported(session: Session, context: dict[str, Any]) -> dict[str, Any]:
    """Where the minutes can be read, and the texts that they came from, with what is odd about these."""
    imports = list(TextImport.objects.filter(session=session).select_related("accepted_by__person"))
    for row in imports:
        row.warnings = sentences.warnings(row.draft)
    readable = [row for row in context["publications"] if not row.withdrawn_at]
    return {"imports": imports, "page_url": readable[0].get_absolute_url() if readable else ""}


def session_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The head of a session with its times and interruptions."""
    session = get_session_for_clerk(request, pk)
    form = SessionHeadForm(posted(request), instance=session)
    is_head_valid = form.is_valid()
    breaks = interruptions_of(session, posted(request))
    context = {"session": Session.objects.get(pk=pk), "form": form, "breaks": breaks, "differences": None}
    if request.method != "POST":
        return render(request, "minutes/desk/session_edit.html", context)
    if not (breaks.is_valid() and is_head_valid):
        return render(request, "minutes/desk/session_edit.html", context, status=422)
    try:
        with recorded(form.instance, by=request.user):
            _save_head(form, breaks)
    except StaleVersion as conflict:
        form.take_over(conflict)
        stored = SessionHeadForm(instance=conflict.current)
        context["differences"] = conflicts.differences(form, stored)
        return render(request, "minutes/desk/session_edit.html", context, status=409)
    except IntegrityError as refusal:
        form.add_error(None, sentence(refusal))
        return render(request, "minutes/desk/session_edit.html", context, status=422)
    messages.success(request, _("Saved."))
    return redirect("minutes:session-detail", pk)


def session_delete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Delete a session on which nothing was recorded, after asking."""
    session = get_session_for_clerk(request, pk)
    refusal = _what_was_recorded(session)
    if request.method == "POST" and not refusal:
        reference = session.reference
        with recorded(session, by=request.user):
            convening.withdraw(session)
        messages.success(request, _("%(session)s is deleted.") % {"session": reference})
        return redirect("minutes:session-list")
    context = {
        "session": session,
        "refusal": refusal,
        "title": _("Delete %(session)s?") % {"session": session},
        "question": _("The session is deleted with its agenda and its list of attendance."),
        "confirm": _("Delete session"),
    }
    return render(request, "minutes/desk/session_delete.html", context, status=409 if request.method == "POST" else 200)


@transaction.atomic
def _save_head(form: SessionHeadForm, breaks: BaseInterruptions) -> None:
    """Head and interruptions together. The old interruptions go first: they need not fit the new times."""
    session: Session = form.instance
    stored = [(row.start, row.end) for row in session.interruptions.all()]
    rows = breaks.rows()
    if [(row.start, row.end) for row in rows] == stored:
        form.write()
        return
    session.interruptions.all().delete()
    session.save_version(read_version=form.cleaned_data["version"], update_fields=list(form.stored))
    session.interruptions.bulk_create(rows)


def _what_was_recorded(session: Session) -> str:
    """Why a session can't be deleted, as a sentence; empty if it can."""
    recorded: list[tuple[QuerySet[Any], str]] = [
        (Publication.objects.filter(session=session), _("Something of it was published; the session stays.")),
        (Vote.objects.filter(item__session=session), _("Votes are recorded; delete them first.")),
        (Decision.objects.filter(item__session=session), _("Resolutions are recorded; delete them first.")),
        (Contribution.objects.filter(item__session=session), _("Text is recorded; delete it first.")),
        (
            Objection.objects.filter(decided_at_item__session=session),
            _("It is noted that it decided on objections; change that first."),
        ),
        (session.annexes.all(), _("Annexes are attached; delete them first.")),
    ]
    return next((sentence for rows, sentence in recorded if rows.exists()), "")


def _choose_committee(request: HttpRequest) -> HttpResponse:
    committees = recorded_committees(request.user).active_on(timezone.localdate()).select_related("body")
    if request.method != "GET":
        raise PermissionDenied
    if len(committees) == 1:
        return redirect(f"{request.path}?committee={committees[0].pk}")
    return render(request, "minutes/desk/session_create_committee.html", {"committees": committees})


def _source(request: HttpRequest) -> Session | None:
    """The session that `from` names; Http404 if there is none that the user records."""
    if "from" not in request.GET:
        return None
    try:
        pk = UUID(request.GET["from"])
    except ValueError as error:
        raise Http404 from error
    return get_session_for_clerk(request, pk)


def _committee(request: HttpRequest) -> Committee | None:
    if "committee" not in request.GET:
        return None
    committees = recorded_committees(request.user).select_related("body__profile")
    return get_object_or_404(committees, pk=_number(request, "committee"))


def _number(request: HttpRequest, name: str) -> int | None:
    """A number of the query string; None if it is missing or none."""
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else None
