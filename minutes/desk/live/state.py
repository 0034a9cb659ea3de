"""Room: minutes, the desk. A token of a session's state: the same as long as nothing changed that somebody sees."""

import hashlib
from collections.abc import Iterator
from uuid import UUID

from django.db.models import QuerySet

from committees.models import AgendaItem, Attendance, Interruption, Recusal, Session
from minutes.models import Contribution
from votes.models import Decision, Vote


def token(session_id: UUID) -> str:
    """A short hash of keys, versions and places; no text is read. Nine queries, whatever the session holds."""
    state = repr([list(rows) for rows in _rows(session_id)])
    return hashlib.sha256(state.encode()).hexdigest()[:16]


def _rows(session_id: UUID) -> Iterator[QuerySet]:
    """Narrow rows of everything on the desk. Whatever changes without a version is named by its value."""
    items = AgendaItem.objects.filter(session=session_id)
    yield Session.objects.filter(pk=session_id).values_list("version", "is_live_for_members")
    yield items.order_by("pk").values_list(
        "pk", "version", "position", "parent_id", "is_public", "title", "started_at", "chaired_by_id"
    )
    yield AgendaItem.papers.through.objects.filter(agendaitem__session=session_id).order_by("pk").values_list("pk")
    yield Interruption.objects.filter(session=session_id).order_by("pk").values_list("pk", "start", "end")
    yield (
        Attendance.objects.filter(session=session_id)
        .order_by("pk")
        .values_list("pk", "version", "person__last_name", "person__first_name", "person__academic_title")
    )
    yield Recusal.objects.filter(item__session=session_id).order_by("pk").values_list("pk", "attendance_id", "ground")
    yield Contribution.objects.filter(item__session=session_id).order_by("pk").values_list("pk", "version", "position")
    yield Decision.objects.filter(item__session=session_id).order_by("pk").values_list("pk", "version")
    yield (
        Vote.objects.filter(item__session=session_id)
        .order_by("pk")
        .values_list("pk", "version", "position", "closed_at")
    )
