"""Room: minutes. Items that Gremia proposes for an agenda: on the objections to the minutes of earlier sessions."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from committees import agenda
from committees.models import AgendaItem, Committee, Session
from minutes.models import Audience, Issue, Publication

WINDOW = datetime.timedelta(days=400)
"""What lies further back was dealt with long ago, or never will be."""
WORDINGS = ("Einwendungen gegen die Niederschrift", "Genehmigung der Niederschrift")
"""How such items begin; some bodies still speak of approval, and mean that nobody objects (DOMAIN.md 4.1)."""


def title(session: Session) -> str:
    """Einwendungen gegen die Niederschrift über die Sitzung vom 09.09.2026"""
    return f"{WORDINGS[0]} über die Sitzung vom {session.date:%d.%m.%Y}"


def published(committee: Committee, *, before: datetime.date) -> QuerySet[Session]:
    """The earlier sessions of a committee whose minutes can be read, oldest first, within the window."""
    minutes = Issue.objects.current().of_kind(Publication.Kind.MINUTES).filter(audience=Audience.PUBLIC)
    rows = Session.objects.filter(committee=committee, date__lt=before, date__gte=before - WINDOW)
    return rows.filter(Exists(minutes.filter(session=OuterRef("pk")))).select_related("committee").order_by("date")


def open_minutes(committee: Committee, *, before: datetime.date) -> QuerySet[Session]:
    """Those of them on whose minutes no agenda has an item yet."""
    items = AgendaItem.objects.filter(minutes_of=OuterRef("pk"))
    return published(committee, before=before).exclude(Exists(items))


def for_agenda(session: Session) -> list[Session]:
    """What is proposed for the agenda of a session in preparation; one query, none for a session of the past."""
    if session.opened_at or session.date < timezone.localdate():
        return []
    return list(open_minutes(session.committee, before=session.date))


def standing_items(source: Session | None, *, has_proposals: bool) -> QuerySet[AgendaItem]:
    """What a new session takes over from another one.

    Not what decided on certain minutes: that was done; and no item of such wording where the right ones are proposed.
    """
    if source is None:
        return AgendaItem.objects.none()
    items = source.items.filter(is_standing=True, minutes_of__isnull=True).order_by("position")
    if has_proposals:
        items = items.exclude(_worded())
    return items


@transaction.atomic
def put_on_agenda(session: Session, earlier: Iterable[Session]) -> list[AgendaItem]:
    """Begin the public part with an item on the minutes of each earlier session.

    An item of the very wording that stands there already becomes that item. What has an item on some agenda by now
    gets no second one.
    """
    still_open = open_minutes(session.committee, before=session.date)
    rows = still_open.filter(pk__in=[row.pk for row in earlier])
    return [_item(session, row) for row in rows]


def _item(session: Session, earlier: Session) -> AgendaItem:
    same = AgendaItem.objects.filter(session=session, title=title(earlier), minutes_of__isnull=True).first()
    if same is not None:
        same.minutes_of = earlier
        return same.save_version(read_version=same.version, update_fields=["minutes_of"])
    first = AgendaItem.objects.filter(session=session, parent=None, is_public=True, minutes_of__date__lt=earlier.date)
    item = AgendaItem(session=session, title=title(earlier), is_public=True, minutes_of=earlier, position=0)
    agenda.add(item)
    agenda.move(item, to=first.count())
    item.refresh_from_db()
    return item


def _worded() -> Q:
    found = Q()
    for wording in WORDINGS:
        found |= Q(title__istartswith=wording)
    return found
