"""Room: minutes, the portal. “Is this document genuine?”: takes a PDF, compares its hash, answers, stores nothing."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from committees.permissions import Visitor
from minutes.models import Audience, Issue
from minutes.origin import without_token

LARGEST = 50 * 1024 * 1024
"""Bytes of a file."""


class Verdict(StrEnum):
    """What a document turned out to be."""

    GENUINE = "genuine"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict on a file, with the issue that it is and the one that holds now."""

    verdict: Verdict
    sha256: str
    issue: Issue | None = None
    current: Issue | None = None


class DocumentForm(forms.Form):
    """The file to look at."""

    document = forms.FileField(
        label=gettext_lazy("Document (PDF)"),
        allow_empty_file=True,
        help_text=gettext_lazy("The file as you received it, up to 50 MB. It is not stored."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )

    def clean_document(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["document"]
        if not file.size:
            raise forms.ValidationError(_("This file is empty."))
        if file.size > LARGEST:
            raise forms.ValidationError(_TOO_LARGE)
        start = file.read(1024)
        file.seek(0)
        if b"%PDF-" not in start:
            raise forms.ValidationError(_("This is no PDF file. Only PDF documents are published here."))
        return file


_TOO_LARGE = gettext_lazy("This file is larger than 50 MB. No document of this site is as large.")


@login_not_required
@never_cache
@without_token
def genuine(request: HttpRequest) -> HttpResponse:
    """The form; with a file, the answer. What is far too large never gets here (`large_requests.py`)."""
    form = DocumentForm(request.POST, request.FILES) if request.method == "POST" else DocumentForm()
    answer = None
    if form.is_bound and form.is_valid():
        answer = examine(form.cleaned_data["document"], request.user)
        form = DocumentForm()
    status = 422 if form.is_bound else 200
    return render(request, "minutes/portal/genuine.html", {"form": form, "answer": answer}, status=status)


def examine(file: UploadedFile, user: Visitor) -> Answer:
    """Compare the SHA-256 of a file with those of all publications that the visitor may know of."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    sha256 = digest.hexdigest()
    issues = Issue.objects.filter(publication__pdf_sha256=sha256, visible_from__lte=timezone.now())
    entitled = Issue.objects.entitled(user)
    known = issues.filter(audience=Audience.PUBLIC)
    if entitled is not None:
        known = known | issues.filter(entitled, audience=Audience.INTERNAL)
    issue = known.without_content().select_related("publication__withdrawal").order_by("-visible_from").first()
    if issue is None:
        return Answer(Verdict.UNKNOWN, sha256)
    current = Issue.objects.shown().filter(kind=issue.kind, session=issue.session_id, audience=issue.audience)
    newest = current.first()
    if issue.withdrawn_at:
        return Answer(Verdict.WITHDRAWN, sha256, issue, newest)
    verdict = Verdict.GENUINE if newest == issue else Verdict.SUPERSEDED
    return Answer(verdict, sha256, issue, newest)
