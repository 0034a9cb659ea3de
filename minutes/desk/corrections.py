"""Room: minutes, the desk. After publishing: objections, what became of them, and corrections as dated notes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committees import agenda
from committees.models import Session
from committees.permissions import require
from minutes import correcting, preparing
from minutes.desk.correction_forms import CorrectionForm, DecisionOnObjectionForm, ObjectionForm
from minutes.desk.fields import posted
from minutes.desk.guards import get_session_for_clerk
from minutes.documents import DocumentError
from minutes.downloads import refusal
from minutes.models import Correction, Objection
from minutes.permissions import may_publish
from minutes.record import Audience


def correction_list(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The objections to the minutes of a session, the corrections, and what can be done next."""
    session = get_session_for_clerk(request, pk, even_sealed=True)
    numbers = agenda.numbers(session)
    objections = Objection.objects.filter(session=session)
    objections = objections.select_related("raised_by", "item", "decided_at_item__session__committee", "correction")
    corrections = Correction.objects.filter(session=session).select_related("item", "made_by__person")
    context = {
        "session": session,
        "period": correcting.period(session),
        "objections": [(row, numbers[row.item_id].label if row.item_id else "") for row in objections],
        "corrections": [(row, numbers[row.item_id].label if row.item_id else "") for row in corrections],
    }
    return render(request, "minutes/desk/correction_list.html", context)


def objection_enter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record an objection that came in; after the period it is marked late."""
    session = get_session_for_clerk(request, pk, even_sealed=True)
    form = ObjectionForm(posted(request), session=session)
    if request.method == "POST" and form.is_valid():
        try:
            objection = correcting.raise_objection(session, by=request.user, **form.cleaned_data)
        except ValidationError as found:
            form.add_error(None, found)
        else:
            done = _("The objection is noted as late.") if objection.is_late else _("The objection is noted.")
            messages.success(request, done)
            return redirect("minutes:correction-list", pk)
    context = {"session": session, "form": form, "period": correcting.period(session)}
    return render(request, "minutes/desk/objection_form.html", context, status=422 if form.is_bound else 200)


def objection_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what a later session decided on an objection, or that it was withdrawn."""
    rows = Objection.objects.select_related("raised_by", "item")
    objection = get_object_or_404(rows, pk=pk)
    session = get_session_for_clerk(request, objection.session_id, even_sealed=True)
    stored = {} if objection.outcome == Objection.Outcome.OPEN else {"outcome": objection.outcome}
    form = DecisionOnObjectionForm(
        posted(request), session=session, initial={**stored, "at_item": objection.decided_at_item_id}
    )
    if request.method == "POST" and form.is_valid():
        try:
            correcting.decide(objection, by=request.user, **form.cleaned_data)
        except ValidationError as found:
            form.add_error(None, found)
        else:
            messages.success(request, _("It is noted what became of the objection."))
            return redirect("minutes:correction-list", session.pk)
    context = {
        "session": session,
        "form": form,
        "title": _("What became of the objection?"),
        "question": f"{objection.raised_by}, {objection.raised_on:%d.%m.%Y}: {objection.text}",
        "confirm": _("Note the decision"),
        "cancel_url": _address(session),
    }
    return render(request, "_confirm.html", context, status=422 if form.is_bound else 200)


@transaction.non_atomic_requests
def correction_create(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a correction; then see it as it will be published, and be asked; then it stands for good.

    `objection` in the query names the one from which it follows.
    """
    with transaction.atomic():
        session = get_session_for_clerk(request, pk, even_sealed=True)
    require(may_publish(request.user, session))
    form = CorrectionForm(posted(request), session=session, initial=_from_objection(request, session))
    step = request.POST.get("step", "")
    if step == "change":
        # Back from the question: what was typed, without a complaint about it.
        form = CorrectionForm(session=session, initial={name: request.POST.get(name) for name in form.fields})
    elif request.method == "POST" and form.is_valid():
        if step != "publish":
            return _question(request, session, form)
        try:
            ready = preparing.prepare(session, also=form.row())
            correcting.correct(session, by=request.user, ready=ready, **form.cleaned_data)
        except ValidationError as found:
            form.add_error(None, found)
        except DocumentError as error:
            return refusal(request, error)
        else:
            messages.success(request, _("The correction is noted, and the minutes are published again with it."))
            return redirect("minutes:correction-list", pk)
    context = {"session": session, "form": form, "period": correcting.period(session)}
    return render(request, "minutes/desk/correction_form.html", context, status=422 if form.is_bound else 200)


def _question(request: HttpRequest, session: Session, form: CorrectionForm) -> HttpResponse:
    """The note as it will be published, for whom, and whether it shall be."""
    notes = correcting.preview(form.row())
    context = {
        "session": session,
        "public_note": notes[Audience.PUBLIC],
        "note": notes[Audience.INTERNAL],
        "fields": {name: request.POST[name] for name in form.fields if request.POST.get(name)},
    }
    return render(request, "minutes/desk/correction_confirm.html", context)


def _from_objection(request: HttpRequest, session: Session) -> dict[str, Any]:
    """What the objection named in the query says of the correction; nothing if it names none of this session."""
    key = request.GET.get("objection", "")
    if not key.isdecimal() or len(key) > 9:
        return {}
    row = Objection.objects.filter(session=session, pk=int(key), outcome=Objection.Outcome.UPHELD).first()
    return {"objection": row.pk, "item": str(row.item_id or "")} if row else {}


def _address(session: Session) -> str:
    return reverse("minutes:correction-list", args=[session.pk])
