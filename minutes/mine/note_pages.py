"""Room: minutes, own pages. Private notes: write one, find all, delete and bring back, take along as text."""

import json
import re
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from committees.models import Session
from minutes.downloads import file_response
from minutes.mine import notes
from minutes.mine.noted import Noted, containing, with_items
from minutes.mine.sessions import Line, lines_of, own_sessions
from minutes.mine.views import own_page
from minutes.models import Note

_PAGE_SIZE = 30


class NoteForm(forms.Form):
    """The words of a note, and which version of it was read."""

    text = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=notes.LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": gettext_lazy("An empty note is not kept; delete it instead.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, required=False)


@own_page
@sensitive_post_parameters("text")
def note_edit(request: HttpRequest, session: UUID, item: UUID) -> HttpResponse:
    """The note on an item as a page of its own; JSON is what the script sends while somebody types."""
    place = notes.Place(session, item)
    if request.content_type == "application/json" and request.method == "POST":
        return _autosave(request, place)
    line = _line(request, place)
    note = notes.at(request.user, place)
    form = NoteForm(request.POST if request.method == "POST" else None, initial=_initial(note))
    if request.method == "POST" and form.is_valid():
        text, version = Note.cleaned(form.cleaned_data["text"]), form.cleaned_data["version"] or 0
        try:
            notes.keep(request.user, place, text=text, version=version)
        except notes.Contradicted as found:
            return _page(request, place, line, _with_version(form, found.stored), found.stored, is_contradicted=True)
        messages.success(request, _("Your note is saved."))
        return redirect(f"{reverse('minutes:my-session', args=[session])}#item-{item}")
    return _page(request, place, line, form, note)


@own_page
def note_list(request: HttpRequest) -> HttpResponse:
    """All own notes, the last one first; `q`: those with these words. Below, what can be brought back."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    found: Any = Note.objects.of(request.user)
    page = Paginator(containing(found, query) if query else found, _PAGE_SIZE).get_page(request.GET.get("page"))
    deleted = Note.objects.deleted(request.user)
    context = {
        "page": page,
        "rows": with_items(request.user, list(page.object_list)),
        "query": query,
        "deleted": with_items(request.user, list(deleted)),
    }
    return render(request, "minutes/mine/note_list.html", context)


@own_page
def note_export(request: HttpRequest) -> HttpResponse:
    """All own notes as a text file, session by session."""
    rows = with_items(request.user, list(Note.objects.of(request.user)))
    context = {"rows": sorted(rows, key=_in_order), "now": timezone.localtime()}
    text = render_to_string("minutes/mine/notes.txt", context, request)
    response = file_response(
        text.encode(), content_type="text/plain; charset=utf-8", filename="notizen.txt", as_attachment=True
    )
    response["Cache-Control"] = "private, no-store"
    return response


@own_page
def note_delete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then delete a note."""
    note = get_object_or_404(Note.objects.of(request.user), pk=pk)
    if request.method == "POST":
        notes.delete(note)
        Note.objects.forget_deleted()
        messages.success(request, _("The note is deleted. For seven days you can bring it back here."))
        return redirect(f"{reverse('minutes:my-notes')}#deleted")
    context = {
        "title": _("Delete note"),
        "question": _("Delete this note? For seven days you can bring it back from the list of your notes."),
        "consequences": [note.text[:300]],
        "confirm": _("Delete"),
        "cancel_url": reverse("minutes:my-notes"),
        "is_destructive": True,
    }
    return render(request, "minutes/mine/note_delete.html", context)


@own_page
@require_POST
def note_restore(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Bring a deleted note back."""
    note = get_object_or_404(Note.objects.deleted(request.user).select_for_update(of=("self",)), pk=pk)
    notes.bring_back(note)
    messages.success(request, _("The note is here again."))
    return redirect("minutes:my-notes")


def _autosave(request: HttpRequest, place: notes.Place) -> HttpResponse:
    """200 with the new version, 409 with what is stored, 422 with sentences: as the desk answers."""
    try:
        sent = json.loads(request.body)
    except ValueError as error:
        raise BadRequest("No JSON.") from error
    if not isinstance(sent, dict) or not isinstance(sent.get("text"), str) or type(sent.get("version")) is not int:
        raise BadRequest("Text is a string, version a number.")
    if not 0 <= sent["version"] < 2**31:
        raise BadRequest("No such version.")
    text = Note.cleaned(sent["text"])
    if not text:
        return _refused(_("An empty note is not kept; delete it instead."))
    if len(text) > notes.LONGEST:
        return _refused(_("This is too long for one note."))
    if not notes.had(request.user, place):
        _readable(request, place)
    try:
        note = notes.keep(request.user, place, text=text, version=sent["version"])
    except notes.Contradicted as found:
        stored = found.stored
        when = f"{timezone.localtime(stored.changed_at):%d.%m.%Y %H:%M}"
        return JsonResponse({"stored": {"version": stored.version, "text": stored.text, "at": when}}, status=409)
    return JsonResponse({"version": note.version, "warnings": [], "delete": _delete_url(note)})


def _in_order(row: Noted) -> tuple[Any, ...]:
    """The newest session first, in it by the number of the item; what belongs nowhere any more at the end."""
    number = [int(digits) for digits in re.findall(r"\d+", row.number)]
    if row.session is None:
        return (1, 0, "", "", number)
    return (
        0,
        -row.session.date.toordinal(),
        row.session.reference,
        row.number[:1] if not row.number[:1].isdigit() else "",
        number,
    )


def _refused(sentence: str) -> JsonResponse:
    return JsonResponse({"errors": {"text": [sentence]}}, status=422)


def _line(request: HttpRequest, place: notes.Place) -> Line | None:
    """The item; None if the user may no longer read it but has written of it. Http404 for everybody else."""
    try:
        return _readable(request, place)
    except Http404:
        if notes.had(request.user, place):
            return None
        raise


def _readable(request: HttpRequest, place: notes.Place) -> Line:
    own = own_sessions(request.user).select_related("committee__body__profile")
    session = get_object_or_404(own, pk=place.session)
    lines = lines_of(request.user, [session]).get(session.pk, ())
    found = next((line for line in lines if line.key == place.item), None)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    place: notes.Place,
    line: Line | None,
    form: NoteForm,
    note: Note | None,
    *,
    is_contradicted: bool = False,
) -> HttpResponse:
    context = {
        "sitting": Session.objects.select_related("committee").filter(pk=place.session).first(),
        "place": place,
        "line": line,
        "form": form,
        "note": note,
        "is_contradicted": is_contradicted,
    }
    status = 409 if is_contradicted else 422 if form.is_bound else 200
    return render(request, "minutes/mine/note_edit.html", context, status=status)


def _initial(note: Note | None) -> dict[str, Any]:
    return {"text": note.text, "version": note.version} if note else {"version": 0}


def _with_version(form: NoteForm, stored: Note) -> NoteForm:
    """What was typed, to be saved over what is stored now."""
    return NoteForm({"text": form.cleaned_data["text"], "version": stored.version})


def _delete_url(note: Note) -> str:
    return reverse("minutes:my-note-delete", args=[note.pk])
