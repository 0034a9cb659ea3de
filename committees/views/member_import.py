"""Room: committees. Members of a committee as CSV: template, export, import with a dry run."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from committees import csv_format, csv_import
from committees.csv_import import Report
from committees.forms.member_import import ConfirmForm, UploadForm, seal
from committees.models import Committee
from committees.wording import sort_key

from .access import get_committee_for_clerk
from .committees import crumbs_of
from .pages import form_page


def member_import(request: HttpRequest, committee_pk: int) -> HttpResponse:
    """Choose a file; what it would change is shown before anything is stored."""
    committee = get_committee_for_clerk(request, committee_pk)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            report = csv_import.dry_run(committee, form.rows)
            return _preview(request, committee, report, form.text)
    return _upload_page(request, committee, form)


@require_POST
def member_import_confirm(request: HttpRequest, committee_pk: int) -> HttpResponse:
    """Import what the dry run has shown: all of it, and only if it is still the same; else show it again."""
    committee = get_committee_for_clerk(request, committee_pk)
    form = ConfirmForm(request.POST, committee=committee, user=request.user)
    if not form.is_valid():
        upload = UploadForm(request.POST, {})
        upload.full_clean()
        upload.errors["file"] = upload.error_class(form.errors["sealed"])
        return _upload_page(request, committee, upload)
    report = csv_import.run(committee, csv_format.read(form.text), by=request.user, expected=form.expected)
    if report.failures or report.fingerprint != form.expected:
        messages.warning(request, _("Somebody changed the directory in the meantime. Nothing was stored; look again."))
        return _preview(request, committee, report, form.text, status=409)
    count = len(report.effects)
    messages.success(
        request,
        ngettext("%(count)s line was taken over.", "%(count)s lines were taken over.", count) % {"count": count},
    )
    return redirect("committees:committee-detail", committee.pk)


@require_safe
def member_export(request: HttpRequest, committee_pk: int) -> HttpResponse:
    """All seats of the committee, former ones too; imported again, the file changes nothing."""
    committee = get_committee_for_clerk(request, committee_pk)
    rows = committee.memberships.select_related("person", "faction", "deputises_for__person")
    seats = sorted(rows, key=lambda seat: (sort_key(seat.person.sort_name), seat.start, seat.pk))
    return _csv(csv_format.write(seats), f"{committee.short_name}-mitglieder.csv")


@require_safe
def member_template(request: HttpRequest, committee_pk: int) -> HttpResponse:
    """The headings alone, to be filled in."""
    committee = get_committee_for_clerk(request, committee_pk)
    return _csv(csv_format.write([]), f"{committee.short_name}-vorlage.csv")


def _upload_page(request: HttpRequest, committee: Committee, form: UploadForm) -> HttpResponse:
    return form_page(
        request,
        form,
        template="committees/member_import.html",
        title=_("Import members"),
        lead=committee.name,
        committee=committee,
        columns=csv_format.COLUMNS,
        crumbs=crumbs_of(committee),
        cancel_url=reverse("committees:committee-detail", args=[committee.pk]),
    )


def _preview(
    request: HttpRequest, committee: Committee, report: Report, text: str, *, status: int = 200
) -> HttpResponse:
    sealed = seal(text, expected=report.fingerprint, committee=committee, user=request.user)
    context = {
        "committee": committee,
        "crumbs": crumbs_of(committee),
        "report": report,
        "sealed": "" if report.failures else sealed,
        "counts": {
            "new_people": report.count("person", csv_import.NEW),
            "changed_people": report.count("person", csv_import.CHANGED),
            "new_seats": report.count("seat", csv_import.NEW),
            "changed_seats": report.count("seat", csv_import.CHANGED),
            "unchanged": len(report.outcomes) - len(report.effects) - len(report.failures),
        },
    }
    is_refused = bool(report.failures) and status == 200
    return render(request, "committees/member_import_preview.html", context, status=422 if is_refused else status)


def _csv(text: str, filename: str) -> HttpResponse:
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "private, no-store"
    return response
