"""Room: minutes. Publishing many things together of which nothing was published yet.

What is stored is what `publishing.freeze` would store of each, one after the other; a test of the importers and one of
the invented county compare it with what a rebuild makes.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from committees import audit
from committees.models import User
from minutes import articles, evidence, projection, search
from minutes.models import Issue, Publication, PublishedMinutes
from minutes.oparl import projecting as oparl
from minutes.oparl.states import Window
from minutes.projected_rows import Rows
from minutes.record.serialise import canonical_bytes
from minutes.record.values import SessionRecord


def edition(
    record: projection.Published, *, kind: str, by: User, at: datetime, content: bytes = b"", **about: Any
) -> Publication:
    """The first edition, not stored yet; `about`: of what it is, `content`: the record's bytes, if they are at hand."""
    content = content or canonical_bytes(record)
    return Publication(
        kind=kind,
        audience=record.audience,
        edition=1,
        record=content.decode(),
        sha256=hashlib.sha256(content).hexdigest(),
        visible_from=at,
        published_at=at,
        published_by=by,
        **about,
    )


def store(editions: Iterable[Publication], records: Iterable[projection.Published], *, by: User) -> list[Issue]:
    """Store editions with their issues, and note each in the chain. What follows from them is for the caller."""
    stored = Publication.objects.bulk_create(editions)
    issues = Issue.objects.bulk_create(
        projection.issue_of(one, record) for one, record in zip(stored, records, strict=True)
    )
    audit.note_many([("published", one, evidence.of_publication(one)) for one in stored], by=by)
    return issues


def project_minutes(
    issues: Sequence[Issue], records: Sequence[SessionRecord], loader: search.Loader, *, pages: Iterable[str] = ()
) -> set[int]:
    """What lists, pages, search and OParl read of minutes; `pages`: their HTML, if it is at hand.

    Answers the keys of the papers that OParl has to tell anew.
    """
    rows = Rows()
    for issue, record in zip(issues, records, strict=True):
        rows.add(issue, record)
        loader.add(issue, record)
    rows.store()
    made = list(pages) or [articles.article_of(record) for record in records]
    PublishedMinutes.objects.bulk_create(
        projection.minutes_of(issue, record, page) for issue, record, page in zip(issues, records, made, strict=True)
    )
    return oparl.store_sessions(
        {
            record.session_id: [oparl.Edition(issue.kind, Window.of(issue), issue.publication, record)]
            for issue, record in zip(issues, records, strict=True)
        }
    )
