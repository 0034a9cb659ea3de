"""Room: minutes, the desk. Finishing the minutes: what is missing, remarks, signatures, and the way to publishing."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committees import audit
from committees.models import RuleProfile, Session
from committees.permissions import may_record, require
from minutes import workflow
from minutes.desk.fields import posted
from minutes.desk.guards import get_session_for_clerk, get_session_for_reader
from minutes.desk.review_forms import ReasonForm, RemarkForm
from minutes.models import GapReason, Minutes, Remark, Signature
from minutes.permissions import may_enter_signatures, may_remark, may_sign, may_take_back
from minutes.workflow import State


def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far the minutes are, what they still lack, what the chair wants changed, and who has signed."""
    session = get_session_for_reader(request, pk)
    return _page(request, session, RemarkForm(session=session))


@require_POST
def submit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand the draft over to who reads and signs it."""
    session = get_session_for_clerk(request, pk)
    return _act(request, session, lambda: workflow.submit(session, by=request.user), _("The draft is in review."))


def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Back to work, with the reason; signatures given so far are void."""
    session = get_session_for_reader(request, pk)
    require(may_take_back(request.user, session))
    form = ReasonForm(posted(request), label=_("Why do the minutes go back to work?"))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        return _act(
            request,
            session,
            lambda: workflow.take_back(session, by=request.user, reason=reason),
            _("The minutes are back in work."),
        )
    context = {
        "session": session,
        "form": form,
        "title": _("Take the minutes back to work?"),
        "question": _("The draft can be changed again."),
        "consequences": [_("Signatures given so far are void.")] if session.sealed_at else [],
        "confirm": _("Take back"),
        "cancel_url": _address(session),
    }
    return render(request, "_confirm.html", context, status=422 if form.is_bound else 200)


@require_POST
def remark_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what should be changed."""
    session = get_session_for_reader(request, pk)
    require(may_remark(request.user, session))
    form = RemarkForm(request.POST, session=session)
    if not form.is_valid():
        return _page(request, session, form, status=422)
    text = form.cleaned_data["text"]
    return _act(
        request,
        session,
        lambda: workflow.remark(session, by=request.user, text=text, item=form.chosen_item()),
        _("Your remark is noted."),
        form=form,
    )


@require_POST
def remark_settle(request: HttpRequest, pk: int) -> HttpResponse:
    """A remark was dealt with."""
    row = get_object_or_404(Remark.objects.select_related("session"), pk=pk)
    session = get_session_for_clerk(request, row.session_id)
    return _act(request, session, lambda: workflow.settle(row, by=request.user), _("The remark is settled."))


def gap_reason(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Why a gap stays; `gap` in the query names it. An empty reason takes the reason back."""
    session = get_session_for_clerk(request, pk)
    code = request.GET.get("gap", "")
    gap = next((gap for gap in workflow.gaps(session) if gap.code == code and gap.may_stay), None)
    if gap is None:
        raise Http404
    stored = GapReason.objects.filter(session=session, code=code).first()
    form = ReasonForm(posted(request), label=_("Why does this stay so?"), initial={"reason": stored and stored.reason})
    form.fields["reason"].required = stored is None
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        return _act(
            request,
            session,
            lambda: workflow.reason_for(session, code, by=request.user, reason=reason),
            _("The reason is noted."),
        )
    context = {
        "session": session,
        "form": form,
        "title": _("Sign without this?"),
        "question": gap.sentence,
        "confirm": _("Note the reason"),
        "cancel_url": _address(session),
    }
    return render(request, "_confirm.html", context, status=422 if form.is_bound else 200)


def _act(
    request: HttpRequest, session: Session, act: Callable[[], object], done: str, form: RemarkForm | None = None
) -> HttpResponse:
    """Do it, and say so; what stands against it is said on the page, with what was typed."""
    try:
        act()
    except ValidationError as refusal:
        if form is not None:
            form.add_error(None, refusal.messages)
        else:
            for sentence in refusal.messages:
                messages.error(request, sentence)
        return _page(request, session, form or RemarkForm(session=session), status=422)
    messages.success(request, done)
    return redirect("minutes:review", session.pk)


def _page(request: HttpRequest, session: Session, form: RemarkForm, status: int = 200) -> HttpResponse:
    session = Session.objects.select_related("committee__body__profile").get(pk=session.pk)
    state = workflow.state(session)
    reasons = {row.code: row for row in GapReason.objects.filter(session=session).select_related("given_by__person")}
    gaps = [] if session.sealed_at else workflow.gaps(session)
    context = {
        "session": session,
        "state": state,
        "states": _steps(state),
        "missing": [gap for gap in gaps if not (gap.may_stay and gap.code in reasons)],
        "reasoned": [(gap, reasons[gap.code]) for gap in gaps if gap.may_stay and gap.code in reasons],
        "remarks": list(Remark.objects.filter(session=session).select_related("item", "made_by__person")),
        "signers": _signers(request, session),
        "form": form,
        "may_edit": may_record(request.user, session.committee),
        "may_remark": state in (State.DRAFT, State.IN_REVIEW),
        "may_take_back": state in (State.IN_REVIEW, State.IN_SIGNING) and may_take_back(request.user, session),
        "minutes": Minutes.objects.filter(session=session).select_related("submitted_by__person").first(),
        "events": list(audit.events_of(session).order_by("-number")[:30]),
    }
    return render(request, "minutes/desk/review.html", context, status=status)


def _steps(state: State) -> list[tuple[str, str]]:
    """The states in their order, each with whether it is done, current, or to come."""
    order = list(State)
    place = order.index(state)
    return [
        (step.label, "current" if index == place else "done" if index < place else "open")
        for index, step in enumerate(order)
    ]


def _signers(request: HttpRequest, session: Session) -> list[dict[str, object]]:
    """Who signs in which role, what became of it, and whether this user can sign here or enter a signature."""
    given = {row.role: row for row in Signature.objects.filter(session=session).select_related("person")}
    labels = dict(RuleProfile.Signatory.choices)
    return [
        {
            "role": role,
            "label": labels[role],
            "person": signer.person if signer else None,
            "signature": given.get(role),
            "may_sign": bool(signer) and role not in given and may_sign(request.user, session, signer),
            "may_enter": bool(signer) and role not in given and may_enter_signatures(request.user, session),
        }
        for role, signer in workflow.signatories(session).items()
    ]


def _address(session: Session) -> str:
    return reverse("minutes:review", args=[session.pk])
