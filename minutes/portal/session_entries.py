"""Room: minutes, the portal. Sessions as lines of a list or a calendar: what is known of each, from its issue."""

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Case, F, TextField, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from minutes.models import Audience, Issue, Publication
from minutes.models.issues import IssueQuerySet
from minutes.models.publications import ANNOUNCEMENTS, MINUTES
from minutes.templatetags.portal import session_title


@dataclass(frozen=True, slots=True)
class Entry:
    """A session: when and where, and what can be read of it. ``state`` is a word for it, empty for minutes."""

    date: datetime.date
    title: str
    reference: str
    committee: str
    body: str
    url: str
    starts_at: datetime.datetime | None
    place: str
    state: str
    is_cancelled: bool
    is_internal: bool
    has_minutes: bool


def entries(issues: IssueQuerySet) -> Iterator[Entry]:
    """The sessions of issues, in one query; in the order of their beginning on each day."""
    rows = issues.select_related("minutes").defer("minutes__article")
    # Of announcements hour and place stand in their short records alone; records of minutes are long and not read.
    rows = rows.annotate(
        announced=Case(
            When(kind__in=ANNOUNCEMENTS, then=F("publication__record")), default=Value(""), output_field=TextField()
        )
    )
    return (_entry(issue) for issue in rows)


def in_order(found: Iterable[Entry]) -> list[Entry]:
    """By day and hour; those whose hour is unknown come last."""
    return sorted(
        found,
        key=lambda entry: (
            entry.date,
            entry.starts_at is None,
            entry.starts_at.timestamp() if entry.starts_at else 0.0,
            entry.reference,
        ),
    )


def _entry(issue: Issue) -> Entry:
    is_cancelled = issue.withdrawn_at is not None
    has_minutes = issue.kind in MINUTES
    # What was withdrawn is told no more of than that it was.
    announced = {} if is_cancelled or not issue.announced else json.loads(issue.announced)
    starts_at = issue.minutes.starts_at if has_minutes and hasattr(issue, "minutes") else None
    if announced.get("starts_at"):
        starts_at = datetime.datetime.fromisoformat(announced["starts_at"])
    return Entry(
        date=issue.date,
        title=issue.committee_name if is_cancelled else session_title(issue),
        reference=issue.reference,
        committee=issue.committee_name,
        body=issue.body_name,
        url=issue.get_absolute_url(),
        starts_at=starts_at,
        place=announced.get("place_text", ""),
        state=_state(issue),
        is_cancelled=is_cancelled,
        is_internal=issue.audience == Audience.INTERNAL,
        has_minutes=has_minutes,
    )


def _state(issue: Issue) -> str:
    if issue.withdrawn_at is not None:
        return pgettext("session", "cancelled")
    if issue.kind == Publication.Kind.AGENDA:
        return _("agenda")
    return _("agenda to follow") if issue.kind == Publication.Kind.NOTICE else ""
