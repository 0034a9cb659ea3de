"""Room: minutes, the desk. Pages of exports: those there are, a new one, one as it grows, and its archive."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from committees import audit
from committees.permissions import may_administer, require
from committees.views.pages import form_page
from minutes.background import has_worker
from minutes.bulk import cleaning, running, tasks
from minutes.desk import jobs
from minutes.desk.export_forms import ArchiveForm, ExportForm
from minutes.document_names import format_label, short_kind_label
from minutes.fragments import is_fragment
from minutes.models import ExportJob
from minutes.permissions import may_archive, may_export, may_fetch_export, may_follow_export

_PAGE_SIZE = 20
_FEW = 2
"""So many committees are named where there is little room; of more their number."""


def export_list(request: HttpRequest) -> HttpResponse:
    """One's own exports; for administrators also those of everybody."""
    require(may_export(request.user))
    shows_all = may_administer(request.user) and request.GET.get("whose") == "all"
    rows = ExportJob.objects.select_related("owner__person", "body").prefetch_related("committees")
    if not shows_all:
        rows = rows.filter(owner=request.user)
    page = Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": [_line(job) for job in page],
        "shows_all": shows_all,
        "may_see_all": may_administer(request.user),
        "may_archive": may_archive(request.user),
    }
    return render(request, "minutes/desk/export_list.html", context)


def export_create(request: HttpRequest) -> HttpResponse:
    """Choose what to export. The work begins on the page that follows, or at a worker's."""
    require(may_export(request.user))
    return _ordered(
        request,
        ExportForm(request.POST or None, user=request.user),
        title=_("New export"),
        lead=_("Many documents in one archive, with a list of them and their checksums."),
    )


def export_archive(request: HttpRequest) -> HttpResponse:
    """Choose a body of which everything is exported. As other exports it is made on its page, or by a worker."""
    require(may_archive(request.user))
    return _ordered(
        request,
        ArchiveForm(request.POST or None, user=request.user),
        title=_("Archive of a body"),
        lead=_("Everything of a body in one file: data, publications with their records, PDFs and files."),
    )


def _ordered(request: HttpRequest, form: ExportForm | ArchiveForm, **words: str) -> HttpResponse:
    """The form; filled in, the page of the export that it asks for."""
    if request.method == "POST" and form.is_valid():
        job = form.save()
        tasks.QUEUE.created(job)
        return redirect(job)
    return form_page(
        request,
        form,
        crumbs=[_crumb()],
        cancel_url=reverse("minutes:export-list"),
        submit=_("Export (ZIP)"),
        **words,
    )


@never_cache
def export_detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far it is; once it is over the archive, and what is missing in it."""
    job = _get(request, pk)
    context = {
        "job": job,
        "line": _line(job),
        "heading": _heading(job),
        "waits": tasks.QUEUE.waits_for_page(job),
        "has_worker": has_worker(),
        "problems": [{**row, "kind": capfirst(short_kind_label(row["kind"]))} for row in job.problems],
        "may_fetch": job.file != "" and may_fetch_export(request.user, job),
        "is_own": job.owner_id == request.user.pk,
    }
    return render(request, "minutes/desk/export_detail.html", context)


@never_cache
@require_GET
def export_state(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far it is, for the page that shows it."""
    return JsonResponse(_state(_get(request, pk)))


@require_POST
@transaction.non_atomic_requests
def export_run(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Work on it for a few seconds, outside of any transaction; nothing if somebody else does."""
    job = _get(request, pk)
    tasks.QUEUE.go_on(job)
    if is_fragment(request):
        return JsonResponse(_state(_get(request, pk)))
    return redirect(job)


@never_cache
@require_GET
def export_download(request: HttpRequest, pk: UUID) -> HttpResponse | FileResponse:
    """The archive, in pieces; noted in the audit chain where it is somebody else's."""
    job = _get(request, pk)
    require(may_fetch_export(request.user, job))
    path = running.archive_of(job)
    if path is None:
        raise Http404
    if job.owner_id != request.user.pk:
        audit.note("export_fetched", job, by=request.user, sha256=job.sha256)
    return FileResponse(path.open("rb"), as_attachment=True, filename=job.download_name, content_type="application/zip")


def export_cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then end it; what was made is removed."""
    job = _get(request, pk)
    if request.method == "POST":
        if cleaning.cancel(job):
            messages.success(request, _("The export is cancelled."))
        else:
            messages.info(request, _("The export was over already."))
        return redirect(job)
    if job.is_over:
        return redirect(job)
    return jobs.ask(
        request,
        job,
        crumb=_crumb(),
        title=_("Cancel the export"),
        question=_("Cancel the export? What has been made so far is removed."),
        confirm=_("Cancel the export"),
    )


def export_delete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then remove it with its archive."""
    job = _get(request, pk)
    if request.method == "POST":
        cleaning.delete(job)
        messages.success(request, _("The export is deleted."))
        return redirect("minutes:export-list")
    return jobs.ask(
        request,
        job,
        crumb=_crumb(),
        title=_("Delete the export"),
        question=_("Delete the export and its archive? The documents themselves stay as they are."),
        confirm=_("Delete"),
    )


def _get(request: HttpRequest, pk: UUID) -> ExportJob:
    """The export, if the user may follow it; Http404 otherwise."""
    job = get_object_or_404(ExportJob.objects.select_related("owner__person", "body"), pk=pk)
    if not may_follow_export(request.user, job):
        raise Http404
    return job


def _line(job: ExportJob) -> dict[str, Any]:
    """What an export is of, in words."""
    if job.body_id is not None:
        variant = jobs.VARIANTS[job.state]
        return {
            "job": job,
            "whose": job.body.name,
            "kinds": _("Archive of a body"),
            "format": "ZIP",
            "variant": variant,
        }
    names = sorted(committee.name for committee in job.committees.all())
    count = {"count": len(names)}
    return {
        "job": job,
        "whose": ", ".join(names)
        if len(names) <= _FEW
        else ngettext("One committee", "%(count)d committees", len(names)) % count,
        "committees": ", ".join(names),
        "kinds": ", ".join(short_kind_label(kind) for kind in job.kinds),
        "format": format_label(job.format),
        "variant": jobs.VARIANTS[job.state],
    }


def _state(job: ExportJob) -> dict[str, Any]:
    return {
        "state": job.state,
        "heading": _heading(job),
        "is_over": job.is_over,
        "waits": tasks.QUEUE.waits_for_page(job),
        "done": job.done,
        "total": job.total,
        "text": _("%(done)s of %(total)s") % {"done": job.done, "total": job.total},
    }


def _heading(job: ExportJob) -> str:
    """What is going on, of an export that is not over."""
    if job.state == ExportJob.State.QUEUED and not job.done:
        return _("The export will begin soon") if has_worker() else _("The export is prepared")
    if job.body_id is not None:
        return _("The archive is being written")
    if job.done and job.done == job.total:
        return _("The documents are being packed")
    return _("The documents are being made")


def _crumb() -> tuple[str, str]:
    return _("Exports"), reverse("minutes:export-list")
