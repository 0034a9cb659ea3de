"""Room: minutes, the desk. Pages of imports of other systems: the list, a new one, one as it grows, its report."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from committees.permissions import require
from committees.views.pages import form_page
from minutes.background import has_worker
from minutes.bulk import claims
from minutes.desk import jobs
from minutes.desk.import_forms import ImportForm
from minutes.fragments import is_fragment
from minutes.importing import report
from minutes.importing.oparl import tasks
from minutes.models import ImportRun
from minutes.permissions import may_import

_PAGE_SIZE = 20
_PROBLEMS = 100


def import_list(request: HttpRequest) -> HttpResponse:
    """All imports, the newest first."""
    require(may_import(request.user))
    rows = ImportRun.objects.select_related("owner__person").defer("cursor")
    page = Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page"))
    lines = [{"run": run, "variant": jobs.VARIANTS[run.state], "counts": report.sums(run)} for run in page]
    return render(request, "minutes/desk/import_list.html", {"page": page, "lines": lines})


@transaction.non_atomic_requests
def import_create(request: HttpRequest) -> HttpResponse:
    """Say from where. The work begins on the page that follows, or at a worker's.

    The form asks for the name of the host, which takes its time: nobody waits for the database meanwhile.
    """
    require(may_import(request.user))
    form = ImportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                run = form.save(request.user)
                tasks.QUEUE.created(run)
            return redirect(run)
        except ValidationError as problem:
            form.add_error(None, problem)
    return form_page(
        request,
        form,
        title=_("New import"),
        lead=_("Take over what another council information system publishes by OParl, as history to read and search."),
        crumbs=[_crumb()],
        cancel_url=reverse("minutes:import-list"),
        submit=_("Import"),
    )


@never_cache
def import_detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far it is; once it is over, what became of what, and why something was left out."""
    run = _get(request, pk)
    context = {
        "run": run,
        "variant": jobs.VARIANTS[run.state],
        "heading": report.heading(run),
        "text": report.how_far(run),
        "waits": tasks.QUEUE.waits_for_page(run),
        "has_worker": has_worker(),
        "columns": report.columns(),
        "table": report.table(run),
        "page": _problems(run, request.GET.get("page")),
    }
    return render(request, "minutes/desk/import_detail.html", context)


@never_cache
@require_GET
def import_state(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far it is, for the page that shows it."""
    return JsonResponse(_state(_get(request, pk)))


@require_POST
@transaction.non_atomic_requests
def import_run(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Work on it for a few seconds, outside of any transaction; nothing if somebody else does."""
    run = _get(request, pk)
    tasks.QUEUE.go_on(run)
    if is_fragment(request):
        return JsonResponse(_state(_get(request, pk)))
    return redirect(run)


def import_cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then end it. What was stored until then stays."""
    run = _get(request, pk)
    if request.method == "POST":
        if claims.cancel(run):
            messages.success(request, _("The import is cancelled."))
        else:
            messages.info(request, _("The import was over already."))
        return redirect(run)
    if run.is_over:
        return redirect(run)
    return jobs.ask(
        request,
        run,
        crumb=_crumb(),
        title=_("Cancel the import"),
        question=_("Cancel the import? What was stored until now stays; a later import goes on from there."),
        confirm=_("Cancel the import"),
    )


def _get(request: HttpRequest, pk: UUID) -> ImportRun:
    require(may_import(request.user))
    return get_object_or_404(ImportRun.objects.select_related("owner__person"), pk=pk)


def _problems(run: ImportRun, number: str | None) -> Any:
    """A page of the reasons, by type, with each type in words."""
    page = Paginator(run.problems.order_by("kind", "pk"), _PROBLEMS).get_page(number)
    page.object_list = [
        {"kind": report.KINDS.get(row.kind, row.kind), "address": row.external_id, "reason": row.reason, "row": row}
        for row in page.object_list
    ]
    return page


def _state(run: ImportRun) -> dict[str, Any]:
    return {
        "state": run.state,
        "heading": report.heading(run),
        "is_over": run.is_over,
        "waits": tasks.QUEUE.waits_for_page(run),
        "done": run.done,
        "total": run.total,
        "text": report.how_far(run),
    }


def _crumb() -> tuple[str, str]:
    return _("Imports"), reverse("minutes:import-list")
