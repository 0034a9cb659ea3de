"""Room: minutes, archives. The files of a body: PDFs, published files and logos by hash, uploads by their name."""

import hashlib
import json
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from committees.models import Attachment, Body, HouseStyle
from minutes.archive.parts import PARTS, rows_of
from minutes.models import Publication, PublishedFile

_FEW = 4
_CHUNK = 1 << 20
Files = Iterator[tuple[str, Iterable[bytes]]]


def internal(body: Body, missing: list[str]) -> Files:
    """All of them; an upload that is not in the storage is named in `missing`."""
    publications = Publication.objects.filter(body=body)
    yield from _pdfs(publications)
    yield from _named(publications)
    yield from _logos(body)
    yield from _uploads(body, missing)


def published(publications: QuerySet[Publication]) -> Files:
    """Those of what everybody can read."""
    yield from _pdfs(publications)
    yield from _named(publications)


def named_files(record: str) -> Iterator[str]:
    """The hashes of the files that a record names."""
    data = json.loads(record)
    for file in data.get("files", ()):
        yield file["sha256"]
    for annex in data.get("annexes", ()):
        if annex.get("file"):
            yield annex["file"]["sha256"]


def _pdfs(publications: QuerySet[Publication]) -> Files:
    rows = publications.exclude(pdf_sha256="").order_by("pdf_sha256", "pk").values_list("pdf_sha256", "pk")
    last = ""
    for sha256, key in rows.iterator():
        if sha256 != last:
            last = sha256
            pdf = Publication.objects.filter(pk=key).values_list("pdf", flat=True).get()
            yield f"pdf/{sha256}.pdf", [bytes(pdf)]


def _named(publications: QuerySet[Publication]) -> Files:
    kinds = (Publication.Kind.PAPER, Publication.Kind.MINUTES, Publication.Kind.IMPORT)
    records = publications.filter(kind__in=kinds).order_by("pk").values_list("record", flat=True)
    keys = {bytes.fromhex(key) for record in records.iterator(chunk_size=_FEW) for key in named_files(record)}
    for key in sorted(keys):
        content = PublishedFile.objects.filter(pk=key.hex()).values_list("content", flat=True).first()
        if content is not None:
            yield f"files/{key.hex()}", [bytes(content)]


def _logos(body: Body) -> Files:
    for style in HouseStyle.objects.filter(profile__bodies=body).distinct():
        logo = bytes(style.logo)
        if logo:
            yield f"logos/{hashlib.sha256(logo).hexdigest()}", [logo]


def _uploads(body: Body, missing: list[str]) -> Files:
    part = next(part for part in PARTS if part.model is Attachment)
    for row in rows_of(part, body).exclude(file="").iterator():
        if row.file.storage.exists(row.file.name):
            yield f"uploads/{row.file.name}", _chunks(row)
        else:
            missing.append(row.file.name)


def _chunks(row: Attachment) -> Iterator[bytes]:
    with row.file.open("rb") as content:
        yield from content.chunks(_CHUNK)
