"""Room: committees. The course of a session: opened, item after item called, closed; each act notes its time once."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import agenda
from .models import AgendaItem, Session
from .presence_checks import clock, outside

# A session that began in the evening may last into the next day; what is written down days later has no clock.
_LONGEST = timedelta(hours=18)


def is_running(session: Session, at: datetime) -> bool:
    """Whether the clock of this moment is that of the session: it is its day, and it is not closed."""
    begin = session.opened_at or session.moment(session.scheduled_start)
    if session.closed_at:
        return False
    if timezone.localdate(at) == session.date:
        return True
    return begin is not None and begin <= at <= begin + _LONGEST


@transaction.atomic
def call(item: AgendaItem, at: datetime) -> AgendaItem:
    """Note when an item was called, to the minute; the first call opens the session. Called before, nothing changes.

    The first non-public item behind public ones ends the public part. Raises ValidationError for a time out of order.
    """
    session = (
        Session.objects.select_for_update(no_key=True)
        .select_related("committee__body__profile")
        .get(pk=item.session_id)
    )
    item = AgendaItem.objects.get(pk=item.pk)
    item.session = session
    if item.started_at:
        return item
    at = _minute(at)
    if sentence := outside(session, at) or out_of_order(item, at):
        raise ValidationError(sentence)
    changed = []
    if session.opened_at is None:
        session.opened_at = at
        changed.append("opened_at")
    if session.public_part_ended_at is None and _ends_public_part(item):
        session.public_part_ended_at = at
        changed.append("public_part_ended_at")
    if changed:
        session.save_version(read_version=session.version, update_fields=changed)
    item.started_at = at
    item.save_version(read_version=item.version, update_fields=["started_at"])
    return item


@transaction.atomic
def close(session: Session, at: datetime) -> Session:
    """Note the end of a session, to the minute. Closed before, nothing changes.

    Raises ValidationError if it was not opened, or if something was called later than that.
    """
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    if session.closed_at:
        return session
    at = _minute(at)
    if session.opened_at is None:
        raise ValidationError(_("The session has not begun. Call its first item, or enter its begin."))
    last = session.items.filter(started_at__gt=at).order_by("started_at").last()
    if at < session.opened_at or last:
        raise ValidationError(
            _("The session can’t end at %(time)s: something was called later than that.") % {"time": clock(at)}
        )
    session.closed_at = at
    session.save_version(read_version=session.version, update_fields=["closed_at"])
    return session


def out_of_order(item: AgendaItem, at: datetime | None) -> str:
    """The sentence for an item called before an earlier one or after a later one; empty if the order is right."""
    if at is None or item._state.adding:
        return ""
    others = item.session.items.filter(started_at__isnull=False).exclude(pk=item.pk)
    before = others.filter(position__lt=item.position, started_at__gt=at).first()
    after = others.filter(position__gt=item.position, started_at__lt=at).first()
    return _contradiction(before, _("%(item)s before it was called only at %(time)s.")) or _contradiction(
        after, _("%(item)s behind it was called already at %(time)s.")
    )


def _contradiction(other: AgendaItem | None, sentence: str) -> str:
    if other is None:
        return ""
    return sentence % {"item": agenda.numbers(other.session)[other.pk].label, "time": clock(other.started_at)}


def _ends_public_part(item: AgendaItem) -> bool:
    before = item.session.items.filter(position__lt=item.position)
    after = item.session.items.filter(position__gt=item.position)
    return not item.is_public and before.filter(is_public=True).exists() and not after.filter(is_public=True).exists()


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
