"""Room: committees. To convene a session: its number, who is invited, and what it takes over from the last one."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max

from .models import AgendaItem, Attendance, Committee, Membership, Presence, Session

CARRIED_OVER = ("place", "room", "address", "scheduled_start")


def next_number(committee: Committee, year: int) -> int:
    """The number that follows the highest one of the committee in a year; the first is 1."""
    highest = Session.objects.filter(committee=committee, year=year).aggregate(Max("number"))["number__max"]
    return (highest or 0) + 1


def last_session(committee: Committee) -> Session | None:
    """The latest session of a committee, past or planned."""
    return Session.objects.filter(committee=committee).order_by("-date", "-scheduled_start").first()


@transaction.atomic
def convene(session: Session, *, standing_items: Iterable[AgendaItem] = ()) -> Session:
    """Save a new session and invite its committee. Copies of `standing_items`, in their order, are the first agenda."""
    session.save(force_insert=True)
    invite(session)
    _take_over(session, standing_items)
    return session


@transaction.atomic
def invite(session: Session) -> None:
    """Put the committee on the list of a session that has nobody on it: present until an exception is marked.

    Whoever has a seat on the day of the session gets an attendance, deputies only once they substitute.
    """
    seats = Membership.objects.on(session.date).filter(committee=session.committee)
    seats = seats.exclude(function=Membership.Function.DEPUTY).select_related("person")
    invited: dict[int, Attendance] = {}
    has_chair = False
    for seat in seats:
        if seat.person_id not in invited:
            chairs = seat.function == Membership.Function.CHAIR and not has_chair
            has_chair = has_chair or chairs
            invited[seat.person_id] = attendance_of(session, seat, chairs=chairs)
    Attendance.objects.bulk_create(invited.values())
    Presence.objects.bulk_create(Presence(attendance=attendance) for attendance in invited.values())


def attendance_of(session: Session, seat: Membership, *, chairs: bool = False) -> Attendance:
    """An attendance, not saved yet, of somebody with a seat in the committee."""
    return Attendance(
        session=session,
        person=seat.person,
        membership=seat,
        capacity=Attendance.Capacity.MEMBER,
        duty=Attendance.Duty.CHAIR if chairs else Attendance.Duty.NONE,
        role=role_of(seat, session.committee),
        detail=seat.person.detail,
    )


def role_of(seat: Membership, committee: Committee) -> str:
    """What stands before the name of a member in the debate: Ktabg., s. B., Landrat; empty where nothing is usual."""
    profile = committee.body.profile
    if seat.kind == Membership.Kind.COUNCIL_MEMBER:
        return profile.council_member_title
    if seat.kind == Membership.Kind.EXPERT_CITIZEN:
        return profile.expert_citizen_title
    return seat.person.office


@transaction.atomic
def withdraw(session: Session) -> None:
    """Delete a session with its agenda and list of attendance. Whether that may be is the caller's to ask."""
    items, people = session.items.all(), session.attendances.all()
    # Rows of the session protect each other; all of them go, so they are let go of first.
    Presence.objects.filter(attendance__session=session).delete()
    items.update(parent=None, chaired_by=None)
    people.update(substitutes_for=None)
    people.delete()
    items.delete()
    session.delete()


def _take_over(session: Session, items: Iterable[AgendaItem]) -> None:
    copies: dict[object, AgendaItem] = {}
    for position, item in enumerate(items, start=1):
        copies[item.pk] = AgendaItem(
            session=session,
            parent=copies.get(item.parent_id),
            position=position,
            title=item.title,
            is_public=item.is_public,
            public_title=item.public_title,
            is_standing=True,
            rapporteur=item.rapporteur,
        )
    AgendaItem.objects.bulk_create(copies.values())
