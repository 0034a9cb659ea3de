"""Room: minutes, the desk. Publishing who sits in a committee, with a preview and what is new; withdrawing it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committees.models import Committee
from committees.permissions import recorded_committees
from minutes import announcing
from minutes.desk.fields import posted
from minutes.desk.review_forms import DirectoryForm
from minutes.desk.withdrawing import withdrawal_page
from minutes.models import Issue, Publication
from minutes.record.announcements import DirectoryRecord
from minutes.record.directory_difference import directory_difference
from minutes.record.serialise import from_bytes


def directory_publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then publish, for whoever records the committee; below the question stands what will be read."""
    committee = _committee_for_clerk(request, pk)
    form = DirectoryForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            announcing.publish_directory(committee, by=request.user, note=form.cleaned_data["note"])
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("The members of “%(committee)s” are published.") % {"committee": committee})
            return redirect("minutes:directory-publish", pk)
    record = announcing.directory(committee)
    issue = _shown(committee)
    context = {
        "committee": committee,
        "form": form,
        "record": record,
        "issue": issue,
        "difference": directory_difference(_record(issue), record) if issue and not issue.withdrawn_at else None,
    }
    return render(request, "minutes/desk/directory_publish.html", context, status=422 if form.is_bound else 200)


def directory_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the published members of a committee back, with the reason that stands at the address from then on."""
    rows = Publication.objects.filter(kind=Publication.Kind.DIRECTORY).defer("record")
    publication = get_object_or_404(rows, pk=pk)
    committee = _committee_for_clerk(request, publication.committee_id)
    return withdrawal_page(
        request,
        publication,
        question=f"{committee}: {publication}",
        back=reverse("minutes:directory-publish", args=[committee.pk]),
        template="minutes/desk/directory_withdraw.html",
        committee=committee,
    )


def _committee_for_clerk(request: HttpRequest, pk: int | None) -> Committee:
    """The committee, if the user records and so publishes it; Http404 otherwise."""
    return get_object_or_404(recorded_committees(request.user).select_related("body__profile"), pk=pk)


def _shown(committee: Committee) -> Issue | None:
    rows = Issue.objects.of_kind(Publication.Kind.DIRECTORY).shown().filter(publication__committee=committee)
    return rows.select_related("body", "publication__withdrawal").defer("publication__pdf").first()


def _record(issue: Issue) -> DirectoryRecord:
    return from_bytes(issue.publication.record.encode(), DirectoryRecord)
