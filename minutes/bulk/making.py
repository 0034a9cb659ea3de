"""One step of an export: the documents of a kind of one session, or the sentence why there are none."""

import logging
from typing import Any

from django.db import OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Session
from minutes import documents, printing
from minutes.bulk.folder import Folder, Line
from minutes.bulk.selection import OF_ITEMS, WITH_FILES, Unit, source, state_of_papers
from minutes.documents import DocumentError, Rendered
from minutes.models import Audience as IssueAudience
from minutes.models import ExportJob, Issue
from minutes.record import Audience
from minutes.record.values import SessionRecord

logger = logging.getLogger(__name__)


def make(job: ExportJob, unit: Unit, folder: Folder) -> None:
    """Make what a step is of and put it into the folder. Whatever is wrong with one document is noted, not raised.

    What keeps all documents from being made (the disk, the database) goes on: OSError, OperationalError.
    """
    session = Session.objects.select_related("committee__body__profile").filter(pk=unit.session).first()
    if session is None:
        return  # deleted since; it is no step any more
    # Asked before the document is made: if another edition comes in between, the step is made again.
    issue = _issue(job, unit)
    papers = state_of_papers() if unit.kind in WITH_FILES else ""
    line = Line(source=source(unit.kind, issue.pk, papers) if issue else None)
    for number, item in enumerate(_items(job, unit, session, line)):
        made = _attempt(line, session, unit, item, lambda item=item: _render(job, unit, session, item))
        if made is not None:
            stored, sha256 = folder.put(unit, number, made.content)
            entry = _entry(job, unit, session, issue) | {"name": made.filename, "stored": stored, "sha256": sha256}
            line.entries.append(entry | ({"item": item} if item else {}))
    folder.close(unit, line)


def _render(job: ExportJob, unit: Unit, session: Session, item: str | None) -> Rendered:
    return printing.make(session, item=item, format=job.format, reader=job.owner, **_choice(job, unit))


def _choice(job: ExportJob, unit: Unit) -> dict[str, Any]:
    audience = Audience(job.audience)
    return {"document": unit.kind, "audience": audience, "published_only": audience is Audience.PUBLIC}


def _issue(job: ExportJob, unit: Unit) -> Issue | None:
    rows = printing.issues(document=unit.kind, audience=Audience(job.audience)).filter(session=unit.session)
    return rows.without_content().first()


def _items(job: ExportJob, unit: Unit, session: Session, line: Line) -> list[str | None]:
    """The items of which a kind has a document each: those that were decided on. Of other kinds there is one."""
    if unit.kind not in OF_ITEMS:
        return [None]
    record = _attempt(line, session, unit, None, lambda: printing.record_for(session, **_choice(job, unit)))
    return _decided(record) if record else []


def _decided(record: SessionRecord) -> list[str | None]:
    """The numbers of items with a decision, with the letter of their part, so that none may be taken for another."""
    return [
        item.number if item.number[:1].upper() in ("Ö", "N") else f"{'Ö' if part.is_public else 'N'} {item.number}"
        for part in record.parts
        for item in part.items
        if item.decision
    ]


def _attempt(line: Line, session: Session, unit: Unit, item: str | None, act: Any) -> Any:
    """What the act answers; None where it failed, which is noted in the line. Nothing is written to the folder here."""
    try:
        return act()
    except DocumentError as error:
        sentence = str(error)
    except OperationalError:
        raise
    except Exception:
        # Whatever is wrong with one document, the others are made; the cause is in the log.
        logger.exception("%s of session %s could not be made for an export.", unit.kind, unit.session)
        sentence = _("This document could not be made. The cause is in the log of the server.")
    line.problems.append({"reference": session.reference, "kind": unit.kind, "item": item or "", "sentence": sentence})
    return None


def _entry(job: ExportJob, unit: Unit, session: Session, issue: Issue | None) -> dict[str, Any]:
    """What the manifest says of a document. Of a published one only what was published."""
    entry: dict[str, Any] = {"kind": unit.kind, "audience": str(IssueAudience(job.audience).value)}
    if issue is None:
        body, committee = session.committee.body.key, session.committee.short_name
        return entry | {
            "body": body,
            "committee": committee,
            "reference": session.reference,
            "title": session.committee.name,
            "date": session.date.isoformat(),
            # A list to sign is no draft of anything that will be published.
            "published_at": None if documents.KINDS[unit.kind].source == "draft" else "draft",
            "record_sha256": "",
        }
    return entry | {
        "body": issue.body_key,
        "committee": issue.reference.partition("/")[0],
        "reference": issue.reference,
        "title": issue.title,
        "date": issue.date.isoformat(),
        "published_at": timezone.localtime(issue.publication.published_at).isoformat(),
        "record_sha256": issue.publication.sha256,
    }
