"""Room: minutes, OParl. A paper with its files as OParl tells it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from committees.models import Paper
from minutes.models import Publication
from minutes.oparl.addresses import path, to, to_page
from minutes.oparl.meetings import FILE, file_data, link_data
from minutes.oparl.states import Built, State
from minutes.record.announcements import PaperRecord

_KINDS: dict[str, str] = {
    Paper.Kind.PROPOSAL: "Vorlage",
    Paper.Kind.MOTION: "Antrag",
    Paper.Kind.INQUIRY: "Anfrage",
    Paper.Kind.REPORT: "Bericht",
}


def state_of(record: PaperRecord, publication: Publication) -> State:
    """The paper and its files by path; the first file is the main one."""
    return {built.path: built for built in _objects(record, publication)}


def _objects(record: PaperRecord, publication: Publication) -> Iterator[Built]:
    body, key = record.body.key, record.paper_id
    page = {"body": body, "reference": record.reference}
    paper = path("Paper", key)
    data: dict[str, Any] = {
        "body": to(path("Body", body)),
        "name": record.title or record.reference,
        "reference": record.reference,
        "date": record.date.isoformat() if record.date else "",
        "paperType": _KINDS.get(record.kind, record.kind),
        "gremia:originator": record.originator,
        "web": to_page(reverse("minutes:published-paper", kwargs=page)),
    }
    yield Built("Paper", paper, body, data, publication=publication.pk)
    for position, file in enumerate(record.files):
        file_key = f"{key}-{file.id}"
        about = {
            **file_data(file, name=file.title),
            "accessUrl": to(f"file/{file_key}/access"),
            "downloadUrl": to_page(reverse("minutes:published-paper-file", kwargs={**page, "file": file.id})),
        }
        yield Built(
            "File",
            path("File", file_key),
            body,
            about,
            parent=paper,
            field="auxiliaryFile" if position else "mainFile",
            position=position,
            content=f"{FILE}{file.sha256}",
            publication=publication.pk,
        )
    for position, link in enumerate(record.links or (), start=len(record.files)):
        yield Built(
            "File",
            path("File", f"{key}-link-{position}"),
            body,
            link_data(link),
            parent=paper,
            field="auxiliaryFile" if position else "mainFile",
            position=position,
            publication=publication.pk,
        )
