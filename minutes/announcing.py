"""Room: minutes. What is published beside agendas and minutes: that a session takes place, and who sits where."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Committee, Session, User
from minutes import publishing
from minutes.models import Publication
from minutes.record import Audience, read
from minutes.record.agenda import notice_of
from minutes.record.announcements import AgendaRecord, DirectoryRecord
from minutes.record.directory import directory_of

Kind = Publication.Kind


def obstacles_to_notice(session: Session) -> list[str]:
    """Why a session is not announced by a notice any more, as sentences; an agenda of whatever audience says more."""
    if session.sealed_at:
        return [session.lock_reason]
    if Publication.objects.filter(session=session, kind=Kind.IMPORT).exists():
        return [_("The minutes of this session are published already; they were imported.")]
    agendas = Publication.objects.filter(session=session, kind=Kind.AGENDA, withdrawal__isnull=True)
    if agendas.exists():
        return [_("The agenda of this session is published already; it says more than a notice.")]
    return []


def notice(session: Session) -> AgendaRecord:
    """What everybody will read if the session is announced now."""
    edition = publishing.next_edition(Kind.NOTICE, session, Audience.PUBLIC)
    return notice_of(read(session, audience=Audience.PUBLIC), edition=edition)


@transaction.atomic
def publish_notice(session: Session, *, by: User, visible_from: datetime | None = None, note: str = "") -> Publication:
    """Announce a session (Bekanntmachung) for everybody, until its agenda takes the place of the notice.

    Again, it replaces the notice before. Raises ValidationError with every obstacle.
    """
    session = Session.objects.select_for_update().get(pk=session.pk)
    found = obstacles_to_notice(session)
    if found:
        raise ValidationError(found)
    return publishing.freeze(
        notice(session), kind=Kind.NOTICE, subject=session, by=by, visible_from=visible_from, note=note
    )


def directory(committee: Committee) -> DirectoryRecord:
    """What everybody will read if it is published now who sits in the committee."""
    return directory_of(committee, day=timezone.localdate())


@transaction.atomic
def publish_directory(committee: Committee, *, by: User, note: str = "") -> Publication:
    """Publish who sits in a committee, and who did, for everybody. Raises ValidationError where nobody ever did."""
    rows = Committee.objects.select_related("body__profile").select_for_update(of=("self",))
    committee = rows.get(pk=committee.pk)
    record = directory(committee)
    if not record.seats:
        raise ValidationError(_("Nobody has had a seat in this committee yet."))
    return publishing.freeze(record, kind=Kind.DIRECTORY, subject=committee, by=by, note=note)
