"""Room: minutes. A document of a session for an audience: of what was published where it was, else of the draft.

The one way from rows to files that commands, pages and bulk exports share; who may ask is theirs to check.
"""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from committees.models import Session
from committees.permissions import Visitor
from minutes import documents, enclosures, publishing, workflow
from minutes.documents import KINDS, Rendered
from minutes.letterheads import layout_of
from minutes.models import Issue, Publication
from minutes.models.issues import IssueQuerySet
from minutes.record import Audience, read
from minutes.record.agenda import agenda_of
from minutes.record.announcements import AgendaRecord
from minutes.record.invitation import invite
from minutes.record.serialise import from_bytes
from minutes.record.values import SessionRecord

INSIDE = frozenset({"invitation", "attendance-list"})
"""Documents that are for the house and its members alone."""


def make(
    session: Session,
    *,
    document: str,
    audience: Audience,
    format: str = "pdf",  # noqa: A002 - the word that callers and users have for it
    item: str | None = None,
    published_only: bool = False,
    reader: Visitor | None = None,
) -> Rendered:
    """The file. The PDF of published minutes was made when they were published; imported ones have none.

    ``published_only`` refuses what would be a draft, as for everything that leaves the house. ``reader`` is
    who asks, and gets the files that he or she may read; None is whoever runs the server. Raises DocumentError.
    """
    # The rows are read in one transaction and set after it: on SQLite, everybody who writes would wait for the PDF.
    with transaction.atomic():
        publication, record = _source(session, document, audience, published_only=published_only)
        if publication and publication.pdf_sha256 and document == "minutes" and format == "pdf":
            return documents.stored(record, bytes(publication.pdf))
        given: dict[str, Any] = {"item": item, "layout": layout_of(record.body)}
        if document == "collection":
            given["attachments"] = enclosures.of(session, record, reader=reader)
        elif document == "supplement" and publication:
            given["before"] = _edition_before(publication)
    return documents.render(record, document=document, format=format, is_draft=publication is None, **given)


def record_for(session: Session, *, document: str, audience: Audience, published_only: bool = False) -> Any:
    """The record of which `make` makes a document. Raises DocumentError."""
    return _source(session, document, audience, published_only=published_only)[1]


def issues(*, document: str, audience: Audience) -> IssueQuerySet:
    """What is published now, of all sessions, of which `make` makes a document of a kind."""
    if KINDS[document].source == "draft":
        return Issue.objects.none()
    of_agenda = KINDS[document].source in ("agenda", "invitation")
    rows = Issue.objects.of_kind(Publication.Kind.AGENDA) if of_agenda else Issue.objects.minutes()
    return rows.current().filter(audience=audience)


def _source(
    session: Session, document: str, audience: Audience, *, published_only: bool
) -> tuple[Publication | None, Any]:
    """The publication of which the document is made, if there is one, and the record."""
    if document not in KINDS:
        raise documents.UnknownDocument(document, tuple(KINDS))
    if document in INSIDE and audience == Audience.PUBLIC:
        raise documents.OnlyInside
    source = KINDS[document].source
    if source == "draft":
        return None, read(session, audience=audience)
    issue = issues(document=document, audience=audience).filter(session=session).select_related("publication").first()
    publication = issue.publication if issue else None
    if publication is None and published_only:
        raise documents.NotPublished(session.reference)
    if source == "minutes":
        return publication, from_bytes(publication.record.encode()) if publication else unpublished(session, audience)
    agenda = (
        from_bytes(publication.record.encode(), AgendaRecord)
        if publication
        else agenda_of(read(session, audience=audience))
    )
    if source == "agenda":
        return publication, agenda
    dated = _first_day(publication) if publication else None
    return publication, invite(session, agenda, dated=dated)


def unpublished(session: Session, audience: Audience) -> SessionRecord:
    """The text that all have signed, else the minutes as they stand."""
    if workflow.state(session) == workflow.State.SIGNED:
        return publishing.records(session)[audience]
    return read(session, audience=audience)


def _edition_before(publication: Publication) -> AgendaRecord | None:
    """The edition that this one replaced. One that was withdrawn, or that nobody could ever read, is not quoted."""
    found = _editions(publication).filter(publication__edition__lt=publication.edition).last()
    return from_bytes(found.publication.record.encode(), AgendaRecord) if found else None


def _first_day(publication: Publication) -> datetime.date:
    """Since when the agenda could be read, in whatever edition."""
    first = _editions(publication).first()
    return timezone.localdate(first.visible_from if first else publication.visible_from)


def _editions(publication: Publication) -> IssueQuerySet:
    """The editions that could be read, from the first to this one, less those that were withdrawn."""
    rows = Issue.objects.of_kind(publication.kind).filter(
        audience=publication.audience,
        session=publication.session_id,
        withdrawn_at__isnull=True,
        visible_from__lte=publication.visible_from,
    )
    return rows.select_related("publication").order_by("visible_from", "publication__edition")
