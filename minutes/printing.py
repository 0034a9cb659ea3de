"""Room: minutes. A document of a session for an audience: of what was published where it was, else of the draft.

The one way from rows to files that commands, pages and bulk exports share; who may ask is theirs to check.
"""

from committees.models import Session
from minutes import documents
from minutes.documents import Rendered
from minutes.models import Issue
from minutes.record import Audience, read
from minutes.record.serialise import from_bytes


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
    issue = Issue.objects.minutes().current().filter(session=session, audience=audience).first()
    publication = issue.publication if issue else None
    if publication is None and published_only:
        raise documents.NotPublished(session.reference)
    record = from_bytes(publication.record.encode()) if publication else read(session, audience=audience)
    if publication and document == "minutes" and format == "pdf":
        return documents.stored(record, bytes(publication.pdf))
    return documents.render(record, document=document, format=format, item=item)
