"""Room: committees. Files of papers and annexes of sessions: download, add, change, order, remove."""

from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction
from django.forms import ModelForm
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from committees import agenda, uploads
from committees.forms.papers import AnnexForm, AttachmentForm
from committees.models import Attachment, Paper, Session
from committees.recording import recorded

from .access import (
    get_attachment_for_clerk,
    get_attachment_for_reader,
    get_paper_for_clerk,
    get_session_for_clerk,
)
from .pages import Crumb, deletion_page, form_page, next_url, saved, stored


@require_safe
@cache_control(private=True, no_store=True)
def attachment(request: HttpRequest, pk: int) -> FileResponse:
    """The file itself, always to be saved: nothing that was uploaded is shown under this site's address."""
    row = get_attachment_for_reader(request, pk)
    if not row.file:
        raise Http404
    try:
        content = row.file.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("The file is missing in the storage.")) from error
    response = FileResponse(
        content,
        as_attachment=True,
        filename=uploads.file_name(row.title, row.file.name),
        content_type=uploads.content_type(row.file.name),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def attachment_create(request: HttpRequest, paper_pk: int) -> HttpResponse:
    """A file to a paper."""
    paper = get_paper_for_clerk(request, paper_pk)
    form = AttachmentForm(
        request.POST or None, request.FILES or None, instance=Attachment(paper=paper, position=_last(paper) + 1)
    )
    url = reverse("committees:paper-detail", args=[paper.pk])
    if request.method == "POST" and form.is_valid():
        stored(request, form)
        return saved(request, url)
    title = _("Attach a file")
    return form_page(request, form, title=title, lead=str(paper), crumbs=_crumbs(form.instance), cancel_url=url)


def attachment_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Title, publicity or the file itself, of a paper's file or an annex."""
    row = get_attachment_for_clerk(request, pk)
    form_class: type[ModelForm] = AnnexForm if row.session_id else AttachmentForm
    form = form_class(request.POST or None, request.FILES or None, instance=row)
    url = next_url(request, _owner_url(row))
    title, crumbs = row.title, _crumbs(row)
    if request.method == "POST" and form.is_valid():
        stored(request, form)
        if form.replaced_file():
            delete_file(form.replaced_file())
        return saved(request, url)
    return form_page(
        request,
        form,
        title=_("Change annex") if row.session_id else _("Change file"),
        lead=title,
        crumbs=crumbs,
        cancel_url=url,
    )


def attachment_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a file or annex for good."""
    row = get_attachment_for_clerk(request, pk)
    name = row.file.name if row.file else ""

    def delete() -> None:
        row.delete()
        if name:
            delete_file(name)

    url = next_url(request, _owner_url(row))
    return deletion_page(
        request,
        row,
        title=_("Remove annex") if row.session_id else _("Remove file"),
        question=_("Remove “%(row)s” for good?") % {"row": row},
        crumbs=_crumbs(row),
        cancel_url=url,
        done_url=url,
        delete=delete,
    )


@require_POST
def attachment_move(request: HttpRequest, pk: int) -> HttpResponse:
    """One place up or down (`direction`) among the files of the paper or the annexes of the session."""
    row = get_attachment_for_clerk(request, pk)
    siblings = row.session.annexes if row.session else row.paper.attachments
    rows = list(siblings.select_for_update())
    place = next(number for number, other in enumerate(rows) if other.pk == row.pk)
    target = place + (1 if request.POST.get("direction") == "down" else -1)
    if 0 <= target < len(rows):
        rows[place], rows[target] = rows[target], rows[place]
    for number, other in enumerate(rows, start=1):
        other.position = number
    with recorded(siblings.all(), by=request.user):
        Attachment.objects.bulk_update(rows, ["position"])
    return redirect(next_url(request, _owner_url(row)))


def session_annexes(request: HttpRequest, session_pk: UUID) -> HttpResponse:
    """The annexes of a session in their order, which is that of their numbers."""
    session = get_session_for_clerk(request, session_pk)
    numbers = agenda.numbers(session)
    context = {
        "session": session,
        "annexes": [(row, numbers.get(row.item_id)) for row in session.annexes.all()],
    }
    return render(request, "committees/session_annexes.html", context)


def annex_create(request: HttpRequest, session_pk: UUID) -> HttpResponse:
    """An annex to the minutes of a session, with a file or on paper only."""
    session = get_session_for_clerk(request, session_pk)
    row = Attachment(session=session, position=_last(session) + 1)
    form = AnnexForm(
        request.POST or None, request.FILES or None, instance=row, initial={"item": request.GET.get("item")}
    )
    url = next_url(request, _owner_url(row))
    if request.method == "POST" and form.is_valid():
        stored(request, form)
        return saved(request, url)
    return form_page(request, form, title=_("New annex"), lead=session.reference, crumbs=_crumbs(row), cancel_url=url)


def delete_file(name: str) -> None:
    """Remove a stored file as soon as the database has forgotten it for good."""
    transaction.on_commit(lambda: default_storage.delete(name))


def _last(owner: Session | Paper) -> int:
    rows = owner.annexes if isinstance(owner, Session) else owner.attachments
    return max((row.position for row in rows.all()), default=0)


def _owner_url(row: Attachment) -> str:
    if row.session_id:
        return reverse("committees:session-annexes", args=[row.session_id])
    return reverse("committees:paper-detail", args=[row.paper_id])


def _crumbs(row: Attachment) -> list[Crumb]:
    if row.session_id:
        return [(_("Annexes of %(session)s") % {"session": row.session.reference}, _owner_url(row))]
    return [(_("Papers"), reverse("committees:paper-list")), (row.paper.reference, _owner_url(row))]
