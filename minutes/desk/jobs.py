"""Room: minutes, the desk. What the pages of exports and imports have in common."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from minutes.models import ExportJob, ImportRun

VARIANTS = {"queued": "info", "running": "info", "done": "success", "failed": "danger", "cancelled": "warning"}
"""How a state is coloured."""


def ask(request: HttpRequest, job: ExportJob | ImportRun, *, crumb: tuple[str, str], **words: str) -> HttpResponse:
    """The question before an end; `crumb`: name and address of the list, `words`: title, question, confirm."""
    return render(request, "minutes/desk/job_confirm.html", {**words, "job": job, "crumb": crumb})
