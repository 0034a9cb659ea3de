"""Room: minutes, the desk. Publishing a paper with its files, with a preview of what is read; withdrawing it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committees.models import Paper
from committees.permissions import recorded_papers
from minutes import papers
from minutes.desk.fields import posted
from minutes.desk.review_forms import PublishAloneForm
from minutes.desk.withdrawing import withdrawal_page
from minutes.models import Issue


def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then publish. An obstacle stands instead of the question, and answers a POST with 422."""
    paper = _get_paper(request, pk)
    obstacle = papers.obstacle(paper)
    form = PublishAloneForm(posted(request))
    if request.method == "POST" and not obstacle and form.is_valid():
        entries = form.cleaned_data
        try:
            papers.publish(paper, by=request.user, visible_from=entries["visible_from"], note=entries["note"])
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("The paper %(paper)s is published.") % {"paper": paper.reference})
            return redirect("minutes:publish-paper", pk)
    edition = papers.latest(paper)
    record = None if obstacle else papers.record_of(paper)
    context = {
        "paper": paper,
        "obstacle": obstacle,
        "form": form,
        "record": record,
        "held_back": [row for row in paper.attachments.all() if not row.is_public],
        "edition": edition,
        "issue": Issue.objects.shown().filter(publication__paper=paper).first(),
        "is_same": record is not None and papers.says(edition, record),
        "is_withdrawn": edition is not None and hasattr(edition, "withdrawal"),
    }
    return render(request, "minutes/desk/publish_paper.html", context, status=422 if form.is_bound else 200)


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the published paper back, with the reason that stands at its address from then on."""
    paper = _get_paper(request, pk)
    edition = papers.latest(paper)
    if edition is None or hasattr(edition, "withdrawal"):
        raise Http404
    return withdrawal_page(
        request,
        edition,
        question=str(paper),
        back=reverse("minutes:publish-paper", args=[pk]),
        effect=_("Its address answers with the reason from now on; its files can’t be read any more."),
    )


def _get_paper(request: HttpRequest, pk: int) -> Paper:
    rows = recorded_papers(request.user).select_related("body").prefetch_related("attachments")
    paper: Paper = get_object_or_404(rows, pk=pk)
    return paper
