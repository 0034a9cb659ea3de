"""Room: minutes, the portal. “Report a barrier”: the form for everybody, and the list for administrators."""

from typing import Any

from allauth.core import ratelimit
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from committees.forms.layout import plain_helper
from committees.permissions import may_administer, require
from committees.recording import recorded
from minutes import barriers
from minutes.models import BarrierReport, HouseFacts
from minutes.origin import without_token

_PAGE_SIZE = 30


class BarrierForm(forms.ModelForm):
    """What does not work, where, and where to answer."""

    # Nobody sees it, so only programs that fill in everything fill it in.
    website = forms.CharField(required=False, label=gettext_lazy("Leave this field empty"))

    class Meta:
        model = BarrierReport
        fields = ("text", "place", "reply_to")
        labels = {
            "text": gettext_lazy("What can’t you read or do?"),
            "place": gettext_lazy("On which page?"),
            "reply_to": gettext_lazy("Your e-mail address, if you wish an answer"),
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 6}),
            "reply_to": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = _("For example: which button, which text, which program you read with.")
        self.helper = plain_helper("text", "place", "reply_to")

    def clean_text(self) -> str:
        return str(self.cleaned_data["text"]).replace("\x00", "").strip()


@login_not_required
@never_cache
@without_token
def barrier_report(request: HttpRequest) -> HttpResponse:
    """The form; what is sent is kept, and then mailed to the office."""
    is_sent = request.method == "POST"
    form = BarrierForm(request.POST if is_sent else None, initial={"place": _place(request)})
    if is_sent and not ratelimit.consume(request, action="report_barrier"):
        # What was typed stays in the form.
        form.add_error(None, _("Too many reports have come from your network. Please try again in an hour."))
        return _form_page(request, form, status=429)
    if is_sent and form.is_valid():
        if not form.cleaned_data["website"]:
            form.save()
            transaction.on_commit(barriers.send_waiting, robust=True)
        return redirect("minutes:barrier-thanks")
    return _form_page(request, form, status=422 if is_sent else 200)


@login_not_required
def barrier_thanks(request: HttpRequest) -> HttpResponse:
    """Says that the report has arrived; a page of its own, because a message would need a cookie."""
    return render(request, "minutes/portal/house/barrier_thanks.html", {"facts": HouseFacts.load()})


@never_cache
def barrier_list(request: HttpRequest) -> HttpResponse:
    """What was reported: first what waits, then what is done."""
    require(may_administer(request.user))
    is_done = request.GET.get("state") == "done"
    rows = BarrierReport.objects.filter(done_at__isnull=not is_done).select_related("done_by__person")
    page = Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"page": page, "is_done": is_done, "facts": HouseFacts.load()}
    return render(request, "minutes/portal/house/barrier_list.html", context)


@require_POST
def barrier_done(request: HttpRequest, pk: int) -> HttpResponse:
    """A report is done; done already, it waits again."""
    require(may_administer(request.user))
    report = get_object_or_404(BarrierReport.objects.select_for_update(), pk=pk)
    with recorded(report, by=request.user):
        report.done_at = None if report.done_at else timezone.now()
        report.done_by = request.user if report.done_at else None
        report.save(update_fields=["done_at", "done_by"])
    messages.success(request, _("Noted as done.") if report.done_at else _("Noted as open again."))
    return redirect("minutes:barrier-list")


def _form_page(request: HttpRequest, form: BarrierForm, *, status: int) -> HttpResponse:
    context = {"form": form, "facts": HouseFacts.load()}
    return render(request, "minutes/portal/house/barrier.html", context, status=status)


def _place(request: HttpRequest) -> str:
    """The page from which the reader comes, as the link in its foot names it."""
    return request.GET.get("about", "").replace("\x00", "")[:500]
