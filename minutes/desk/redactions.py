"""Room: minutes, the desk. Redactions: what the published version of a session leaves out, and why."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committees import audit
from committees.models import Session
from minutes import publishing
from minutes.desk.fields import posted
from minutes.desk.guards import get_session_for_clerk
from minutes.desk.redaction_forms import RedactionForm
from minutes.models import Redaction
from minutes.record.redaction import redacted, refusals, still_there
from minutes.record.values import ItemRecord, SessionRecord
from minutes.redactions import of_session, refusal_sentence, value_of


@dataclass(frozen=True, slots=True)
class Line:
    """A redaction in the list: at which item it stands, and what stands in its way (a sentence), if anything."""

    row: Redaction
    item: ItemRecord | None
    problem: str


def redaction_list(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The redactions of a session, and the items of its public part, from which more can be taken out."""
    session = get_session_for_clerk(request, pk, even_sealed=True)
    record = _public(session)
    rows = list(Redaction.objects.filter(session=session).select_related("made_by__person"))
    problems = refusals(record, [value_of(row) for row in rows])
    lines = [
        Line(row, _item_of(record, row), refusal_sentence(error) if error else "")
        for row, error in zip(rows, problems, strict=True)
    ]
    context = {"session": session, "lines": lines, "record": record, "items": list(record.items())}
    return render(request, "minutes/desk/redaction_list.html", context)


def redaction_add(request: HttpRequest, pk: UUID, item: UUID) -> HttpResponse:
    """Choose a passage of an item, see what the public will read, then save it."""
    session = get_session_for_clerk(request, pk, even_sealed=True)
    record = _public(session)
    found = record.item(str(item))
    if found is None:
        raise Http404("The public part of the session has no such item.")
    others = of_session(session)
    form = RedactionForm(posted(request), record=record, item=found, others=others)
    if request.method != "POST":
        return _page(request, session, found, form)
    if not form.is_valid():
        return _page(request, session, found, form, status=422)
    if "save" in request.POST and form.is_previewed:
        if not form.is_stored:
            row = form.row
            row.session, row.made_by = session, request.user
            row.save(force_insert=True)
            audit.note("redacted", session, by=request.user, redaction=row.pk, passage=audit.text_hash(row.passage))
        messages.success(
            request, _("The passage is redacted. It will be gone from the next version that is published.")
        )
        return redirect("minutes:redaction-list", pk)
    preview = _preview(record, found, form, was_changed="save" in request.POST)
    return _page(request, session, found, form, preview=preview)


def redaction_remove(request: HttpRequest, pk: UUID, redaction: int) -> HttpResponse:
    """Ask, then take a redaction back; versions that were published stay as they are."""
    session = get_session_for_clerk(request, pk, even_sealed=True)
    row = get_object_or_404(Redaction, pk=redaction, session=session)
    if request.method == "POST":
        audit.note("redaction_removed", session, by=request.user, redaction=row.pk)
        row.delete()
        messages.success(request, _("The redaction is removed."))
        return redirect("minutes:redaction-list", pk)
    context = {
        "title": _("Remove redaction"),
        "question": _("From the next version that is published, everybody will read again: “%(passage)s”.")
        % {"passage": row.passage},
        "confirm": _("Remove redaction"),
        "is_destructive": True,
        "cancel_url": reverse("minutes:redaction-list", args=[pk]),
        "session": session,
    }
    return render(request, "_confirm.html", context)


def _public(session: Session) -> SessionRecord:
    """What the public would read without any redaction."""
    return publishing.unredacted(session)


def _preview(record: SessionRecord, item: ItemRecord, form: RedactionForm, *, was_changed: bool) -> dict[str, Any]:
    """The item as the public will read it, and where else the passage stands; why it is asked again, if it is."""
    rows = form.others if form.is_stored else (*form.others, form.value)
    done = [row for row, error in zip(rows, refusals(record, rows), strict=True) if error is None]
    after = redacted(record, done)
    return {
        "item": after.item(item.id),
        "digest": form.digest,
        "elsewhere": still_there(after, form.value.passage),
        "was_changed": was_changed,
    }


def _page(
    request: HttpRequest,
    session: Session,
    item: ItemRecord,
    form: RedactionForm,
    *,
    status: int = 200,
    preview: dict[str, Any] | None = None,
) -> HttpResponse:
    context = {"session": session, "item": item, "form": form, "preview": preview}
    return render(request, "minutes/desk/redaction_form.html", context, status=status)


def _item_of(record: SessionRecord, row: Redaction) -> ItemRecord | None:
    target = str(row.target)
    if row.kind != Redaction.Kind.CONTRIBUTION:
        return record.item(target)
    return next((item for item in record.items() if any(one.id == target for one in item.contributions)), None)
