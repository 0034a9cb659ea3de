"""Room: minutes. Publishing papers with their files, each frozen with its content.

A paper is published when somebody says so, by itself or along with the agenda that names it. Of its files only those
that are public go with it.
"""

from dataclasses import replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from committees.models import Attachment, Paper, Session, User
from minutes import published_files
from minutes.models import Audience, Publication
from minutes.publishing import freeze
from minutes.record.announcements import PaperRecord
from minutes.record.serialise import sha256
from minutes.record.values import BodyValue


def obstacle(paper: Paper) -> str:
    """Why the paper can't be published, as a sentence; empty if it can."""
    if not paper.is_public:
        return _("The paper %(paper)s is not public.") % {"paper": paper.reference}
    missing = [row.title for row in _public_files(paper) if not published_files.is_there(row)]
    if missing:
        return _("Paper %(paper)s: the file “%(file)s” is missing in the storage. Upload it again.") % {
            "paper": paper.reference,
            "file": missing[0],
        }
    return ""


def record_of(paper: Paper) -> PaperRecord:
    """What everybody reads of a paper if it is published now. Raises FileNotFoundError."""
    files = (published_files.value_of(row, id=str(row.pk), title=row.title) for row in _public_files(paper))
    return replace(without_files(paper), files=tuple(files))


def without_files(paper: Paper) -> PaperRecord:
    """What everybody reads of the paper itself."""
    body = paper.body
    return PaperRecord(
        audience=Audience.PUBLIC.value,
        paper_id=str(paper.pk),
        reference=paper.reference,
        title=paper.title,
        kind=paper.kind,
        originator=paper.originator,
        body=BodyValue(key=body.key, name=body.name, office=body.office),
        date=paper.date,
    )


@transaction.atomic
def publish(paper: Paper, *, by: User, visible_from: datetime | None = None, note: str = "") -> Publication:
    """Publish a paper with its public files. Raises ValidationError with the obstacle."""
    paper = Paper.objects.select_for_update(of=("self",)).select_related("body").get(pk=paper.pk)
    found = obstacle(paper)
    if found:
        raise ValidationError(found)
    record = record_of(paper)
    for row, value in zip(_public_files(paper), record.files, strict=True):
        published_files.keep(row, value)
    return freeze(record, kind=Publication.Kind.PAPER, subject=paper, by=by, visible_from=visible_from, note=note)


def latest(paper: Paper) -> Publication | None:
    """The newest edition of a paper, whether it can be read already, or was withdrawn."""
    return _editions().filter(paper=paper).order_by("-edition").first()


def says(edition: Publication | None, record: PaperRecord) -> bool:
    """Whether an edition, which is not withdrawn, says what a new one would say."""
    return edition is not None and not hasattr(edition, "withdrawal") and edition.sha256 == sha256(record)


def unpublished(session: Session) -> list[Paper]:
    """The public papers of the public items of a session that nobody can read yet as they are now.

    One that was withdrawn is not among them: whoever withdrew it decides whether it comes back.
    """
    rows = Paper.objects.filter(is_public=True, items__session=session, items__is_public=True).distinct()
    papers = list(rows.select_related("body").prefetch_related("attachments").order_by("reference"))
    newest = {row.paper_id: row for row in _editions().filter(paper__in=papers).order_by("edition")}
    return [paper for paper in papers if _is_new(paper, newest.get(paper.pk))]


def _editions() -> QuerySet[Publication]:
    """Without those that were withdrawn before anybody could read them."""
    rows = Publication.objects.filter(kind=Publication.Kind.PAPER).select_related("withdrawal").defer("pdf", "record")
    return rows.exclude(withdrawal__withdrawn_at__lte=F("visible_from"))


def _is_new(paper: Paper, edition: Publication | None) -> bool:
    was_withdrawn = edition is not None and hasattr(edition, "withdrawal")
    return not was_withdrawn and (bool(obstacle(paper)) or not says(edition, record_of(paper)))


def _public_files(paper: Paper) -> list[Attachment]:
    rows = sorted(paper.attachments.all(), key=lambda row: (row.position, row.pk))
    return [row for row in rows if row.is_public and row.file]
