"""Room: minutes. A document of a session for an audience: of what was published where it was, else of the draft.

The one way from rows to files that commands, pages and bulk exports share; who may ask is theirs to check.
"""

from dataclasses import replace
from typing import Any

from django.utils import timezone

from committees.models import Session
from minutes import documents, enclosures, publishing, workflow
from minutes.documents import KINDS, Rendered
from minutes.models import Issue, Publication
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
) -> Rendered:
    """The file. The PDF of published minutes is the one that was made when they were published.

    ``published_only`` refuses what would be a draft, as for everything that leaves the house. Raises DocumentError.
    """
    if document not in KINDS:
        raise documents.UnknownDocument(document, tuple(KINDS))
    if document in INSIDE and audience == Audience.PUBLIC:
        raise documents.OnlyInside
    source = KINDS[document].source
    if source in ("agenda", "invitation"):
        record, given = _announced(session, document, audience, published_only)
        return documents.render(record, document=document, format=format, **given)
    if source == "draft":
        return documents.render(read(session, audience=audience), document=document, format=format)
    publication = _current(session, Publication.Kind.MINUTES, audience)
    if publication is None and published_only:
        raise documents.NotPublished(session.reference)
    if publication and document == "minutes" and format == "pdf":
        return documents.stored(from_bytes(publication.record.encode()), bytes(publication.pdf))
    minutes = from_bytes(publication.record.encode()) if publication else _unpublished(session, audience)
    attachments = enclosures.of(session, minutes) if document == "collection" else ()
    return documents.render(minutes, document=document, format=format, item=item, attachments=attachments)


def _unpublished(session: Session, audience: Audience) -> SessionRecord:
    """The text that all have signed, else the minutes as they stand."""
    if workflow.state(session) == workflow.State.SIGNED:
        return publishing.records(session)[audience]
    return read(session, audience=audience)


def _current(session: Session, kind: Publication.Kind, audience: Audience) -> Publication | None:
    rows = Issue.objects.minutes() if kind == Publication.Kind.MINUTES else Issue.objects.of_kind(kind)
    issue = rows.current().filter(session=session, audience=audience).select_related("publication").first()
    return issue.publication if issue else None


def _announced(session: Session, document: str, audience: Audience, published_only: bool) -> tuple[Any, dict[str, Any]]:
    """The record of an agenda or an invitation, and what else the document takes."""
    publication = _current(session, Publication.Kind.AGENDA, audience)
    if publication is None and published_only:
        raise documents.NotPublished(session.reference)
    agenda = (
        from_bytes(publication.record.encode(), AgendaRecord)
        if publication
        else agenda_of(read(session, audience=audience))
    )
    given: dict[str, Any] = {"is_draft": publication is None}
    if document == "supplement":
        given["before"] = _edition_before(publication) if publication else None
    if document != "invitation":
        return agenda, given
    dated = timezone.localdate(publication.visible_from) if publication else None
    return replace(invite(session, audience=audience, dated=dated), agenda=agenda), given


def _edition_before(publication: Publication) -> AgendaRecord | None:
    """The edition that this one replaced. One that was withdrawn is never quoted."""
    earlier = Publication.objects.filter(
        kind=publication.kind,
        audience=publication.audience,
        session=publication.session_id,
        edition__lt=publication.edition,
        withdrawal__isnull=True,
    )
    found = earlier.order_by("-edition").first()
    return from_bytes(found.record.encode(), AgendaRecord) if found else None
