"""The acts on minutes: what stands in the way of publishing, and publishing itself."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Attendance, Session, User
from minutes import documents
from minutes.models import Publication
from minutes.record import Audience, read
from minutes.record.serialise import canonical_bytes, sha256
from votes.models import Vote


def obstacles(session: Session) -> list[str]:
    """What must be settled before the minutes can be published, as sentences."""
    found = []
    if session.date > timezone.localdate():
        found.append(_("The session has not taken place yet."))
    if not session.items.exists():
        found.append(_("The agenda is empty."))
    if not Attendance.objects.filter(session=session, duty=Attendance.Duty.CHAIR).exists():
        found.append(_("Nobody chairs the session."))
    open_votes = Vote.objects.filter(item__session=session, closed_at__isnull=True).select_related("item")
    found.extend(
        _("The result of a vote on “%(item)s” is not established.") % {"item": vote.item.title} for vote in open_votes
    )
    return found


@transaction.atomic
def publish(session: Session, *, by: User) -> list[Publication]:
    """Freeze the record for each audience, with its PDF; what was published before is superseded.

    Raises ValidationError with every obstacle.
    """
    # Two who publish at once do so one after the other, and the later one supersedes.
    Session.objects.select_for_update().get(pk=session.pk)
    found = obstacles(session)
    if found:
        raise ValidationError(found)
    now = timezone.now()
    Publication.objects.filter(session=session).current().update(superseded_at=now)
    return [freeze(session, audience=audience, by=by, now=now) for audience in Audience]


def freeze(
    session: Session, *, audience: Audience, by: User, now: datetime.datetime, pdf: bytes | None = None
) -> Publication:
    """Store the record of an audience as its publication; the PDF is made unless it is given."""
    record = read(session, audience=audience, is_draft=False)
    return Publication.objects.create(
        session=session,
        committee=session.committee,
        date=session.date,
        reference=record.reference,
        title=record.subtitle,
        audience=audience.value,
        record=canonical_bytes(record).decode(),
        sha256=sha256(record),
        pdf=documents.render(record, document="minutes").content if pdf is None else pdf,
        published_at=now,
        published_by=by,
    )
