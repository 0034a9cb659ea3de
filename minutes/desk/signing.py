"""Room: minutes, the desk. Signing: one's own signature, and signatures on paper that the clerk enters."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committees.models import Attendance, RuleProfile, Session
from committees.permissions import require
from committees.reauthentication import confirm_identity
from minutes import preparing, workflow
from minutes.desk.fields import posted
from minutes.desk.guards import get_session_for_clerk, get_session_for_reader
from minutes.desk.review_forms import PaperSignatureForm, SignatureForm
from minutes.permissions import may_enter_signatures, may_sign


def sign(request: HttpRequest, pk: UUID, role: str) -> HttpResponse:
    """One's own signature under the minutes; the first one seals them."""
    session = get_session_for_reader(request, pk)
    signer = _signer(session, role)
    require(may_sign(request.user, session, signer))
    confirm_identity(request)
    form = SignatureForm(posted(request), initial={"text": workflow.text_hash(session)})

    def give() -> None:
        workflow.sign(session, role, by=request.user, read_sha256=form.cleaned_data["text"])

    if request.method == "POST" and form.is_valid():
        return _signed(request, session, form, give)
    return _page(request, session, form)


def signature_enter(request: HttpRequest, pk: UUID, role: str) -> HttpResponse:
    """A signature on the printed minutes, or that it was refused."""
    session = get_session_for_clerk(request, pk, even_sealed=True)
    signer = _signer(session, role)
    require(may_enter_signatures(request.user, session))
    confirm_identity(request)
    form = PaperSignatureForm(posted(request), session=session)

    def enter() -> None:
        entries = form.cleaned_data
        if entries["is_refused"]:
            workflow.refuse(session, role, by=request.user, reason=entries["reason"], signed_on=entries["signed_on"])
        else:
            workflow.sign(session, role, by=request.user, signed_on=entries["signed_on"], is_on_paper=True)

    if request.method == "POST" and form.is_valid():
        return _signed(request, session, form, enter)
    return _page(request, session, form, signer=signer, role=role)


def _signer(session: Session, role: str) -> Attendance:
    signer = workflow.signatories(session).get(role)
    if signer is None:
        raise Http404
    return signer


def _signed(request: HttpRequest, session: Session, form: forms.Form, act: Any) -> HttpResponse:
    try:
        act()
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return _page(request, session, form)
    is_complete = workflow.state(Session.objects.get(pk=session.pk)) == workflow.State.SIGNED
    if is_complete:
        preparing.ahead(session)
    messages.success(
        request,
        _("All have signed; the minutes can be published.") if is_complete else _("The signature is noted."),
    )
    return redirect("minutes:review", session.pk)


def _page(
    request: HttpRequest, session: Session, form: forms.Form, signer: Attendance | None = None, role: str = ""
) -> HttpResponse:
    consequences = [_("From the first signature on, nothing of the session can be changed.")]
    question = _("The minutes of %(session)s are signed with your name.") % {"session": session}
    if signer:
        label = dict(RuleProfile.Signatory.choices)[role]
        question = f"{signer.person.full_name} ({label})"
    context = {
        "session": session,
        "form": form,
        "title": _("Enter a signature on paper") if signer else _("Sign the minutes"),
        "question": question,
        "consequences": consequences,
        "confirm": _("Enter the signature") if signer else _("Sign"),
        "cancel_url": reverse("minutes:review", args=[session.pk]),
    }
    return render(request, "_confirm.html", context, status=422 if form.is_bound else 200)
