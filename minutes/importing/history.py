"""Room: minutes, importing. History: imported minutes are kept as publications, which nobody signed here.

The rows of an imported session hold nothing but its head; all else is in its record. So nothing of it can be edited. A
session that is recorded here is never touched.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from committees.models import Session, User
from committees.sealing import SessionSealed
from minutes import publishing
from minutes.models import ImportedObject, Minutes, Publication
from minutes.models.publications import ANNOUNCEMENTS
from minutes.record import Audience
from minutes.record.serialise import from_bytes, sha256
from minutes.record.values import SessionRecord

Kind = Publication.Kind
LEFT_OUT = "Die Übernahme enthält diesen Teil nicht mehr."


class Happened(StrEnum):
    """What became of a record that was to be kept."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WITHDRAWN = "withdrawn"  # somebody took the last edition back: it stays so


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a record, and the edition in which it can be read now; None where there is none."""

    happened: Happened
    publication: Publication | None


def is_imported(session: Session) -> bool:
    """Whether the minutes of a session came from elsewhere."""
    return Publication.objects.filter(session=session, kind=Kind.IMPORT).exists()


def refuse_imported(session: Session) -> None:
    """Raise SessionSealed for an imported session.

    Asked anew, behind the lock: what the query that waited for it brings along is from before the wait.
    """
    if is_imported(session):
        raise SessionSealed(
            session, _("The minutes came from another system; nothing of the session is recorded here.")
        )


def recorded_here(session: Session) -> str:
    """Why nothing may be imported for a session, as a sentence: it is recorded here; empty where it is not."""
    own = Publication.objects.filter(session=session).exclude(kind=Kind.IMPORT)
    if ImportedObject.objects.filter(row_table=Session._meta.db_table, row_key=str(session.pk)).exists():
        own = own.exclude(kind__in=ANNOUNCEMENTS)
    is_recorded = (
        session.sealed_at is not None
        or (session.opened_at is not None and not is_imported(session))
        or session.items.exists()
        or session.attendances.exists()
        or own.exists()
        or Minutes.objects.filter(session=session).exists()
    )
    if not is_recorded:
        return ""
    return _("%(session)s is recorded in Gremia; nothing is imported for it.") % {"session": session.reference}


def was_withdrawn(session: Session, *, but: tuple[str, ...] = ()) -> bool:
    """Whether somebody took imported minutes back that have no later edition, for another reason than `but`."""
    newest = [publishing.newest(Kind.IMPORT, session, audience) for audience in Audience]
    withdrawals = [one.withdrawal for one in newest if one is not None and hasattr(one, "withdrawal")]
    return any(row.reason not in but for row in withdrawals)


def newest_record(session: Session, audience: Audience) -> SessionRecord | None:
    """What was imported last for an audience, if it was not withdrawn."""
    newest = publishing.newest(Kind.IMPORT, session, audience)
    if newest is None or hasattr(newest, "withdrawal"):
        return None
    return from_bytes(newest.record.encode())


def of_other_source(session: Session, kind: str) -> str:
    """Why nothing of this kind (``text``, ``oparl``) is imported for a session, as a sentence: another one feeds it."""
    record = newest_record(session, Audience.INTERNAL) or newest_record(session, Audience.PUBLIC)
    if record is None or record.source is None or record.source.kind == kind:
        return ""
    return _("%(session)s was imported from another source (%(kind)s); the two would undo each other.") % {
        "session": session.reference,
        "kind": record.source.kind,
    }


@transaction.atomic
def keep(
    session: Session,
    records: Mapping[Audience, SessionRecord],
    *,
    by: User,
    at: datetime | None = None,
    again: bool = False,
    note: str = "",
) -> dict[Audience, Kept]:
    """Publish imported minutes for each audience as the next edition; the same ones again change nothing.

    `at`: not to be read before then. What was withdrawn stays withdrawn, unless it is wanted `again`. Without a record
    for the public, the edition that it could read is withdrawn. Raises ValidationError for a session recorded here.
    """
    session = (
        Session.objects.select_for_update(no_key=True, of=("self",)).select_related("committee").get(pk=session.pk)
    )
    reason = recorded_here(session)
    if reason:
        raise ValidationError(reason)
    for record in records.values():
        _check(session, record)
    found = {}
    for audience in Audience:
        record = records.get(audience)
        newest = publishing.newest(Kind.IMPORT, session, audience)
        if record is None:
            if newest is not None and not hasattr(newest, "withdrawal"):
                publishing.withdraw(newest, by=by, reason=LEFT_OUT)
            continue
        found[audience] = _keep(session, record, newest, by=by, at=at, again=again, note=note)
    return found


def _keep(
    session: Session,
    record: SessionRecord,
    newest: Publication | None,
    *,
    by: User,
    at: datetime | None,
    again: bool,
    note: str,
) -> Kept:
    if newest is not None and hasattr(newest, "withdrawal") and not again:
        return Kept(Happened.WITHDRAWN, None)
    if newest is not None and newest.sha256 == sha256(record) and not hasattr(newest, "withdrawal"):
        return Kept(Happened.SAME, newest)
    if record.audience == Audience.PUBLIC:
        _close_old_editions(session, record, by=by)
    publication = publishing.freeze(record, kind=Kind.IMPORT, subject=session, by=by, visible_from=at, note=note)
    return Kept(Happened.NEW if newest is None else Happened.CHANGED, publication)


def _check(session: Session, record: SessionRecord) -> None:
    """That a record is one of this session, and finished: a slip of a caller must not become a publication."""
    if record.session_id != str(session.pk) or record.committee.id != str(session.committee_id) or record.is_draft:
        raise ValueError(f"not a finished record of {session.reference}")
    if record.audience == Audience.PUBLIC and not all(item.is_public for item in record.items()):
        raise ValueError("an item that is not public is in the record for the public")


def _close_old_editions(session: Session, record: SessionRecord, *, by: User) -> None:
    """Withdraw the editions in which the public could still read an item that is not public any more."""
    rows = Publication.objects.filter(
        session=session, kind=Kind.IMPORT, audience=Audience.PUBLIC.value, withdrawal__isnull=True
    )
    left = {item.id for item in record.items()}
    for publication in rows.defer("pdf"):
        if any(item.id not in left for item in from_bytes(publication.record.encode()).items()):
            publishing.withdraw(publication, by=by, reason=publishing.LEAVES_OUT)
