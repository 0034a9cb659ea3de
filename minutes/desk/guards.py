"""Room: minutes, the desk. Guards fetch and authorise in one line: what a user may not record does not exist (404)."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from committees.models import AgendaItem, Attendance, Membership, Recusal, Session, User
from committees.permissions import Visitor, recorded_committees
from committees.sealing import refuse_sealed
from minutes.importing import history
from minutes.models import Contribution
from votes.models import Vote


def get_session_for_clerk(request: HttpRequest, pk: UUID, *, even_sealed: bool = False) -> Session:
    """The session, if the user records its committee; Http404 otherwise.

    A POST to a sealed one raises SessionSealed, unless it concerns what comes after the seal (`even_sealed`).
    """
    rows = Session.objects.select_related("committee__body__profile")
    return _of_recorded(request, rows, pk, "committee", even_sealed=even_sealed)


def get_item_for_clerk(request: HttpRequest, pk: UUID) -> AgendaItem:
    """The agenda item with its session, if the user records the committee; Http404 otherwise."""
    rows = AgendaItem.objects.select_related("session__committee__body__profile")
    return _of_recorded(request, rows, pk, "session__committee")


def get_attendance_for_clerk(request: HttpRequest, pk: UUID) -> Attendance:
    """The attendance with person and session, if the user records the committee; Http404 otherwise."""
    rows = Attendance.objects.select_related("session__committee__body__profile", "person", "membership")
    return _of_recorded(request, rows, pk, "session__committee")


def get_recusal_for_clerk(request: HttpRequest, pk: int) -> Recusal:
    """The recusal with item and person, if the user records the committee; Http404 otherwise."""
    rows = Recusal.objects.select_related("item__session__committee__body__profile", "attendance__person")
    return _of_recorded(request, rows, pk, "item__session__committee")


def get_session_for_reader(request: HttpRequest, pk: UUID) -> Session:
    """The session in work, for who records it, the chair on its day, and who signs it; Http404 for anybody else."""
    rows = drafts_visible_to(request.user).select_related("committee__body__profile", "minutes")
    return get_object_or_404(rows, pk=pk)


def drafts_visible_to(user: Visitor) -> QuerySet[Session]:
    """The sessions whose minutes in work a user may read: `permissions.may_read_draft` as one query."""
    visible = Q(committee__in=recorded_committees(user))
    if isinstance(user, User) and user.is_active and user.role == User.Role.CHAIR and user.person_id:
        chairs = Membership.objects.filter(
            Q(end__isnull=True) | Q(end__gte=OuterRef("date")),
            start__lte=OuterRef("date"),
            committee=OuterRef("committee"),
            person=user.person_id,
            function__in=[Membership.Function.CHAIR, Membership.Function.DEPUTY_CHAIR],
        )
        visible |= Q(Exists(chairs))
    if isinstance(user, User) and user.is_active and user.person_id:
        signers = Attendance.objects.filter(session=OuterRef("pk"), person=user.person_id).exclude(duty="")
        visible |= Q(Exists(signers))
    return Session.objects.filter(visible)


def get_contribution_for_clerk(request: HttpRequest, pk: UUID) -> Contribution:
    """The contribution with item and session, if the user records the committee; Http404 otherwise."""
    rows = Contribution.objects.select_related("item__session__committee__body__profile")
    return _of_recorded(request, rows, pk, "item__session__committee")


def get_vote_for_clerk(request: HttpRequest, pk: UUID) -> Vote:
    """The vote with item and session, if the user records the committee; Http404 otherwise. A POST locks it."""
    rows = Vote.objects.select_related("item__session__committee__body__profile", "drawn_option")
    if request.method == "POST":
        rows = rows.select_for_update(of=("self",))
    return _of_recorded(request, rows, pk, "item__session__committee")


def _of_recorded(
    request: HttpRequest, rows: QuerySet[Any], pk: Any, committee: str, *, even_sealed: bool = False
) -> Any:
    own = {f"{committee}__in": recorded_committees(request.user), "pk": pk}
    if request.method == "POST":
        held = _hold(rows.model._default_manager.filter(**own).values(committee.removesuffix("committee") + "pk"))
        if not even_sealed:
            refuse_sealed(held)
            history.refuse_imported(held)
    return get_object_or_404(rows, **own)


def _hold(sessions: QuerySet[Any]) -> Session:
    """Who writes in a session does so alone: nobody leaves the room while a vote is closed on who is there."""
    rows = Session.objects.select_for_update(no_key=True, of=("self",))
    held: Session = get_object_or_404(rows, pk__in=sessions)
    return held
