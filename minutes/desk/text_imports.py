"""Room: minutes, the desk. Minutes of other systems are taken over: read, corrected beside the source, accepted."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.db.models import F
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from committees.models import Committee
from committees.permissions import may_record_somewhere, recorded_committees, require
from minutes import import_messages
from minutes.desk import text_import_reading as reading
from minutes.desk.fields import posted
from minutes.desk.text_import_forms import ContributionForms, HeadForm, ItemForm, UploadForm, shape_of, typed
from minutes.importers import Unreadable
from minutes.importers.source import MAX_BYTES
from minutes.importing import messages as sentences
from minutes.importing.texts import people, sessions, storing
from minutes.importing.texts.draft import Draft
from minutes.models import TextImport
from minutes.record import Audience

_PAGE_SIZE = 25
_SECONDS = 20.0
"""How long a file may take in a request; the command has more patience."""
_MOST_CONTRIBUTIONS = 100
"""So many contributions are corrected on one page."""
_GONE = "gone"


@transaction.non_atomic_requests
def text_import_list(request: HttpRequest) -> HttpResponse:
    """What waits to be corrected and accepted, and the form for more files.

    Files are read outside of any transaction: on SQLite, everybody who writes would wait for them.
    """
    require(may_record_somewhere(request.user))
    form = UploadForm(posted(request), request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        rows = _read(request, form)
        if form.is_valid():
            return redirect(rows[0]) if len(rows) == 1 else redirect("minutes:text-import-list")
    waiting = TextImport.objects.pending().filter(committee__in=recorded_committees(request.user))
    waiting = waiting.select_related("committee", "read_by__person").annotate(
        number=F("draft__number"), date=F("draft__date")
    )
    page = Paginator(waiting.defer("draft"), _PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"page": page, "form": form}
    return render(request, "minutes/desk/text_import_list.html", context, status=422 if form.is_bound else 200)


def text_import(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Source and reading side by side: which session it was, who is meant, what stayed unread."""
    row = _get(request, pk)
    if row.session_id:
        return redirect("minutes:session-detail", row.session_id)
    cast = _cast(row, row.draft)
    form = HeadForm(
        posted(request),
        draft=row.draft,
        matches=cast.matches,
        initial={"version": row.version, "number": row.draft["number"], "date": sessions.day_of(row.draft)},
    )
    if request.method == "POST" and form.is_valid():
        draft = form.corrected(row.draft)
        if _save(row, draft, form):
            messages.success(request, _("Saved."))
            return redirect(row)
    problems = [] if form.is_bound else _problems(row)
    context = {
        "row": row,
        "form": form,
        "passages": reading.passages(row.draft),
        "items": reading.items(row.draft),
        "cast": cast,
        "warnings": sentences.warnings(row.draft),
        "problems": problems,
        "is_more_unread": len(row.draft["unread"]) > len(form.unread),
    }
    return render(request, "minutes/desk/text_import.html", context, status=_status(form))


def text_import_item(request: HttpRequest, pk: UUID, place: int) -> HttpResponse:
    """An item beside its paragraphs of the source; each value can be corrected."""
    row = _get(request, pk)
    if row.session_id:
        return redirect("minutes:session-detail", row.session_id)
    if not 1 <= place <= len(row.draft["items"]):
        raise Http404
    at = place - 1
    item = row.draft["items"][at]
    pages = Paginator(item["contributions"], _MOST_CONTRIBUTIONS)
    page = pages.get_page(request.GET.get("page"))
    start = page.start_index() - 1 if item["contributions"] else 0
    said = list(page)
    first = {"version": row.version, "shape": shape_of(item, start, said)}
    spoken = [{**one, "speaker": one["speaker"] or ""} for one in said]
    form = ItemForm(posted(request), item=item, initial=first)
    lines = ContributionForms(posted(request), prefix="said", initial=spoken)
    entered: list[tuple[str, str]] | None = None
    if request.method == "POST":
        is_valid = all([form.is_valid(), lines.is_valid()])
        is_other = request.POST.get("shape", "") not in ("", first["shape"])
        if is_other or (is_valid and len(lines.forms) != len(said)):
            # Places mean something else by now: nothing is stored by them, and nothing of what was typed is lost.
            entered = typed(request.POST, form)
            form = ItemForm(item=item, initial=first)
            lines = ContributionForms(prefix="said", initial=spoken)
        elif is_valid and _saved_item(row, at, start, form, [line.cleaned_data for line in lines]):
            messages.success(request, _("Saved."))
            return redirect("minutes:text-import", row.pk)
    context = {
        "row": row,
        "item": item,
        "label": reading.label_of(item, place),
        "form": form,
        "lines": list(zip(lines, said, strict=False)),
        "management_form": lines.management_form,
        "page": page,
        "passages": reading.passages_of(row.draft, at),
        "warnings": sentences.warnings_of(row.draft, at),
        "entered": entered,
    }
    status = 409 if entered is not None else 422 if lines.is_bound and not form.errors else _status(form)
    return render(request, "minutes/desk/text_import_item.html", context, status=status)


def text_import_accept(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Shows what everybody will read and what only the entitled, then stores it as history."""
    row = _get(request, pk)
    if row.session_id:
        return redirect("minutes:session-detail", row.session_id)
    conflict = False
    try:
        plan = storing.plan(row)
        storing.refuse_unsettled(plan.cast)
        if request.method == "POST":
            conflict = not _is_as_shown(request, row, plan)
            if not conflict:
                return _accepted(request, row, again=plan.was_withdrawn)
    except storing.Changed:
        # It is another one since this request looked at it.
        row = _get(request, pk)
        if row.session_id:
            return redirect("minutes:session-detail", row.session_id)
        messages.error(request, _("Somebody else has changed this reading meanwhile. Nothing was published."))
        return redirect("minutes:text-import-accept", row.pk)
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
        return redirect(row)
    public = plan.records.get(Audience.PUBLIC)
    shown = {item.id for item in public.items()} if public else set()
    whole = plan.records[Audience.INTERNAL]
    context = {
        "row": row,
        "plan": plan,
        "session": plan.found.session,
        "record": public,
        "public_items": [item for item in whole.items() if item.id in shown],
        "internal_items": [item for item in whole.items() if item.id not in shown],
        "oddities": [*(sentences.oddity(code) for code in plan.oddities), *sentences.warnings(row.draft)],
        "links": {},
        "conflict": conflict,
    }
    return render(request, "minutes/desk/text_import_accept.html", context, status=409 if conflict else 200)


def text_import_discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Throw a reading away, after asking."""
    row = _get(request, pk)
    if row.session_id:
        return redirect("minutes:session-detail", row.session_id)
    if request.method == "POST":
        deleted, _rows = TextImport.objects.pending().filter(pk=row.pk).delete()
        if not deleted and TextImport.objects.filter(pk=row.pk).exists():
            messages.error(request, _("Somebody else has accepted this reading meanwhile; it is kept."))
            return redirect(row)
        messages.success(request, _("The reading of %(file)s is discarded.") % {"file": row.file_name})
        return redirect("minutes:text-import-list")
    context = {
        "title": _("Discard this reading?"),
        "question": _("What was read from %(file)s and all corrections of it are deleted. The file itself stays yours.")
        % {"file": row.file_name},
        "confirm": _("Discard"),
        "cancel_url": row.get_absolute_url(),
        "is_destructive": True,
    }
    return render(request, "_confirm.html", context)


def _get(request: HttpRequest, pk: UUID) -> TextImport:
    """The import, if the user records its committee; Http404 otherwise."""
    rows = TextImport.objects.select_related("committee__body__profile")
    return get_object_or_404(rows, pk=pk, committee__in=recorded_committees(request.user))


def _is_as_shown(request: HttpRequest, row: TextImport, plan: storing.Plan) -> bool:
    """Whether the page that is sent back showed this version, and what becomes readable again."""
    shown = (request.POST.get("version"), request.POST.get("again") == "yes")
    return shown == (str(row.version), plan.was_withdrawn)


def _accepted(request: HttpRequest, row: TextImport, *, again: bool) -> HttpResponse:
    kept = storing.accept(row, by=request.user, again=again)
    messages.success(request, sentences.of_kept(kept, row.session))
    return redirect("minutes:session-detail", row.session_id)


def _read(request: HttpRequest, form: UploadForm) -> list[TextImport]:
    """The rows of the files that can be read; for others the form says why not."""
    committee: Committee = form.cleaned_data["committee"]
    rows = []
    for upload in form.cleaned_data["files"]:
        try:
            rows.append(_row(request, upload, committee, is_public=form.cleaned_data["was_public"]))
        except Unreadable as error:
            form.add_error("files", f"{upload.name}: {import_messages.refusal(error)}")
    return rows


def _row(request: HttpRequest, upload: UploadedFile, committee: Committee, *, is_public: bool) -> TextImport:
    data = upload.read(MAX_BYTES + 1)
    name = upload.name or "-"
    row = storing.known(data, committee)
    if row is not None:
        told = _("%(file)s was read before.") % {"file": name}
        messages.info(request, told)
        return row
    draft = storing.reading_of(data, name.rpartition(".")[0] or name, seconds=_SECONDS)
    draft = storing.public_unless_said(draft) if is_public else draft
    row = storing.new_import(data, name, draft, committee, by=request.user)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        # Somebody else has chosen the same file while it was read.
        return storing.known(data, committee) or row
    messages.success(request, _("%(file)s is read. Please check it.") % {"file": name})
    return row


def _cast(row: TextImport, draft: Draft) -> people.Cast:
    return people.cast_of(draft, row.committee, sessions.day_of(draft))


def _problems(row: TextImport) -> list[str]:
    """What has to be settled before it can be accepted, and what is odd about it."""
    try:
        plan = storing.plan(row)
        storing.refuse_unsettled(plan.cast)
    except ValidationError as error:
        return error.messages
    return [sentences.oddity(code) for code in plan.oddities]


def _saved_item(row: TextImport, at: int, start: int, form: ItemForm, corrected: list[dict[str, Any]]) -> bool:
    draft = reading.corrected(form.corrected(row.draft, at), at, start, corrected)
    return _save(row, draft, form)


@transaction.atomic
def _save(row: TextImport, draft: Draft, form: BaseForm) -> bool:
    """Store the draft, if nobody else has since the page was made; else the form says so, and what was typed stays."""
    read = form.cleaned_data["version"]
    updated = TextImport.objects.pending().filter(pk=row.pk, version=read).update(draft=draft, version=F("version") + 1)
    if updated:
        return True
    now = TextImport.objects.pending().filter(pk=row.pk).values_list("version", flat=True).first()
    if now is None:
        gone = _("Somebody else has accepted or discarded this reading meanwhile; your entries can no longer be saved.")
        form.add_error(None, ValidationError(gone, code=_GONE))
        return False
    form.add_error(None, _("Somebody else has changed this reading meanwhile. Check your entries and save once more."))
    form.data = form.data.copy()
    form.data["version"] = str(now)
    for name, field in form.fields.items():
        # What came to the reading meanwhile stands there as it is, not empty.
        form.data.setdefault(name, form.get_initial_for_field(field, name) or "")
    return False


def _status(form: BaseForm) -> int:
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, _GONE):
        return 409
    return 422 if form.is_bound else 200
