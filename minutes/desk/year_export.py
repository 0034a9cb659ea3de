"""Room: minutes, the desk. The published minutes of a committee's year as one archive, for administrators."""

import io
import json
import zipfile
from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees.models import Committee
from committees.permissions import require
from minutes.downloads import file_response
from minutes.models import Audience, Issue
from minutes.permissions import may_export_year


class YearExportForm(forms.Form):
    """Which committee, which year, and for whom."""

    committee = forms.ModelChoiceField(
        label=gettext_lazy("Committee"),
        queryset=Committee.objects.select_related("body"),
        empty_label=gettext_lazy("please choose"),
    )
    year = forms.IntegerField(label=gettext_lazy("Year"), min_value=1900, max_value=2200)
    audience = forms.ChoiceField(
        label=gettext_lazy("Version"),
        widget=forms.RadioSelect,
        initial=Audience.PUBLIC,
        choices=[
            (Audience.PUBLIC, gettext_lazy("for the public")),
            (Audience.INTERNAL, gettext_lazy("internal, with the non-public part")),
        ],
    )

    def issues(self) -> list[Issue]:
        """The current issues of the choice, in the order of time, with their PDF."""
        chosen = self.cleaned_data
        rows = (
            Issue.objects.minutes()
            .current()
            .filter(committee=chosen["committee"], date__year=chosen["year"], audience=chosen["audience"])
        )
        return list(rows.select_related("publication").defer("publication__record").order_by("date", "reference"))


def export_year(request: HttpRequest) -> HttpResponse:
    """The form; with a choice in the query string, the archive. A year without minutes is said, not packed."""
    require(may_export_year(request.user))
    form = YearExportForm(request.GET or None)
    if form.is_valid():
        rows = form.issues()
        if rows:
            chosen = form.cleaned_data
            name = f"{chosen['committee'].short_name}-{chosen['year']}-{chosen['audience']}.zip"
            return file_response(archive(rows), content_type="application/zip", filename=name, as_attachment=True)
        form.add_error(None, _("In this year, no minutes of this committee were published."))
    return render(request, "minutes/desk/year_export.html", {"form": form}, status=422 if form.is_bound else 200)


def archive(issues: Iterable[Issue]) -> bytes:
    """A ZIP file of the PDFs; its `manifest.json` gives the SHA-256 of each. The same rows give the same bytes."""
    files = {f"{row.reference.replace('/', '-')}.pdf": row for row in issues}
    manifest = [_entry(name, row) for name, row in files.items()]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, row in files.items():
            published = timezone.localtime(row.publication.published_at).timetuple()[:6]
            target.writestr(zipfile.ZipInfo(name, date_time=published), bytes(row.publication.pdf))
        target.writestr(
            zipfile.ZipInfo("manifest.json"), json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True)
        )
    return packed.getvalue()


def _entry(name: str, row: Issue) -> dict[str, Any]:
    return {
        "file": name,
        "sha256": row.publication.pdf_sha256,
        "record_sha256": row.publication.sha256,
        "reference": row.reference,
        "title": row.title,
        "date": row.date.isoformat(),
        "audience": row.audience,
        "published_at": row.publication.published_at.isoformat(),
    }
