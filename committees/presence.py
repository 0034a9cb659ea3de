"""The people of a session as the rules see them: rows in, plain attendees out."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from uuid import UUID

from . import rules
from .models import (
    AgendaItem,
    Attendance,
    Committee,
    Membership,
    Presence,
    Recusal,
    Session,
)


def attendees(session: Session) -> tuple[rules.Attendee, ...]:
    """Everybody on the list of a session, with the stays in positions of the agenda; two queries."""
    stays: dict[UUID, list[rules.Interval]] = defaultdict(list)
    rows = Presence.objects.filter(attendance__session=session).values_list(
        "attendance_id", "first_item__position", "last_item__position"
    )
    for attendance_id, first, last in rows:
        stays[attendance_id].append(rules.Interval(first, last))
    people = Attendance.objects.filter(session=session).select_related("membership", "person")
    return tuple(attendee(person, tuple(stays[person.pk])) for person in people)


def attendee(attendance: Attendance, intervals: tuple[rules.Interval, ...]) -> rules.Attendee:
    """One person with known stays."""
    kind = attendance.membership.kind if attendance.membership else None
    return rules.Attendee(
        key=attendance.pk,
        has_vote=attendance.has_vote,
        is_council_member=kind in (Membership.Kind.COUNCIL_MEMBER, Membership.Kind.CHIEF_OFFICER),
        is_expert_citizen=kind == Membership.Kind.EXPERT_CITIZEN,
        intervals=intervals,
        substitutes_for=attendance.substitutes_for_id,
    )


def recused_keys(item: AgendaItem) -> frozenset[UUID]:
    """Who is biased in an item, as keys of attendances."""
    return frozenset(Recusal.objects.filter(item=item).values_list("attendance_id", flat=True))


def eligible_keys(item: AgendaItem) -> frozenset[UUID]:
    """Who may vote on an item: present with a vote and not biased, as keys of attendances; three queries."""
    people = rules.eligible_voters(attendees(item.session), item.position, recused_keys(item))
    return frozenset(person.key for person in people)  # type: ignore[misc]  # keys of attendees are theirs


def opening_quorum(session: Session, people: Iterable[rules.Attendee]) -> rules.Quorum:
    """The quorum at the opening, of people already read, by the profile of the body."""
    return _quorum(session, None, people, ())


def quorum_at(
    session: Session, item: AgendaItem, people: Iterable[rules.Attendee], *, recused: Iterable[Hashable]
) -> rules.Quorum:
    """The quorum at an item, of people already read; `recused`: keys of those biased at it (rule Q3)."""
    return _quorum(session, item.position, people, recused)


def _quorum(
    session: Session, position: int | None, people: Iterable[rules.Attendee], recused: Iterable[Hashable]
) -> rules.Quorum:
    return rules.quorum(
        people,
        position,
        seats=session.seats,
        kind=rules.QuorumKind(session.committee.body.profile.quorum_kind),
        must_outnumber=must_outnumber(session.committee),
        repeated=session.is_repeated,
        recused=recused,
    )


def must_outnumber(committee: Committee) -> bool:
    """Whether council members must outnumber expert citizens: in committees, where the profile says so."""
    return committee.kind == Committee.Kind.COMMITTEE and committee.body.profile.council_members_must_outnumber
