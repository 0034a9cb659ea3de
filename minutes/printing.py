"""Room: minutes. A document of a session for an audience: of what was published where it was, else of the draft.

The one way from rows to files that commands, pages and bulk exports share; who may ask is theirs to check.
"""

from committees.models import Session
from minutes import documents
from minutes.documents import Rendered
from minutes.models import Issue, Publication
from minutes.models.publications import IssueQuerySet
from minutes.record import Audience, read
from minutes.record.serialise import from_bytes
from minutes.record.values import SessionRecord


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
    publication, record = _source(session, document, audience, published_only=published_only)
    if publication and document == "minutes" and format == "pdf":
        return documents.stored(record, bytes(publication.pdf))
    return documents.render(record, document=document, format=format, item=item)


def record_for(session: Session, *, document: str, audience: Audience, published_only: bool = False) -> SessionRecord:
    """The record of which `make` makes a document. Raises NotPublished."""
    return _source(session, document, audience, published_only=published_only)[1]


def issues(*, document: str, audience: Audience) -> IssueQuerySet:
    """What is published now, of all sessions, of which `make` makes a document of a kind."""
    return Issue.objects.minutes().current().filter(audience=audience)


def _source(
    session: Session, document: str, audience: Audience, *, published_only: bool
) -> tuple[Publication | None, SessionRecord]:
    issue = issues(document=document, audience=audience).filter(session=session).first()
    publication = issue.publication if issue else None
    if publication is None and published_only:
        raise documents.NotPublished(session.reference)
    record = from_bytes(publication.record.encode()) if publication else read(session, audience=audience)
    return publication, record
