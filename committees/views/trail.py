"""Room: committees. The audit trail, for administrators: what was done, by whom and when, newest first."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from committees import trail
from committees.forms.trail import TrailForm
from committees.models import AuditEvent
from committees.permissions import may_administer, require

_PAGE_SIZE = 50


def audit_trail(request: HttpRequest) -> HttpResponse:
    """All events, or those of one act, one account, one row."""
    require(may_administer(request.user))
    form = TrailForm(request.GET or None)
    chosen = {}
    if form.is_bound and form.is_valid():
        chosen = {name: value for name, value in form.cleaned_data.items() if value}
    rows = AuditEvent.objects.filter(**chosen).select_related("actor__person").order_by("-number")
    page = Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "count": page.paginator.count,
        "entries": [trail.entry(event) for event in page],
        "subject": chosen.get("subject", ""),
    }
    return render(request, "committees/trail.html", context, status=422 if form.errors else 200)
