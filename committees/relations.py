"""In what relations people stand to a committee on a day, and which rights each relation gives. The rule, once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy, pgettext

from .models import Attendance, Committee, Membership, Session, User


class Relation(TextChoices):
    """What somebody is to a committee on a day: the reason for what they may do there."""

    ADMINISTRATOR = "administrator", gettext_lazy("administrator")
    CLERK = "clerk", gettext_lazy("clerk of the committee")
    CHAIR = "chair", gettext_lazy("chair on the day of the session")
    SIGNER = "signer", gettext_lazy("signs the minutes of the session")
    MEMBER = "member", gettext_lazy("member on the day of the session")
    READER = "reader", gettext_lazy("assigned reader")


class Right(TextChoices):
    """What somebody may do with a session beyond reading the public part of its published minutes."""

    RECORD = "record", gettext_lazy("records")
    READ_DRAFT = "read_draft", gettext_lazy("reads the minutes in work")
    READ_LIVE = "read_live", gettext_lazy("reads along")
    READ_INTERNAL = "read_internal", gettext_lazy("reads the non-public part")


_RECORDERS = (Relation.ADMINISTRATOR, Relation.CLERK)
_DRAFT_READERS = (*_RECORDERS, Relation.CHAIR, Relation.SIGNER)
_GIVEN_BY = {
    Right.RECORD: _RECORDERS,
    Right.READ_DRAFT: _DRAFT_READERS,
    Right.READ_LIVE: (*_DRAFT_READERS, Relation.MEMBER),
    Right.READ_INTERNAL: (*_DRAFT_READERS, Relation.MEMBER, Relation.READER),
}
_CHAIRS = (Membership.Function.CHAIR, Membership.Function.DEPUTY_CHAIR)
_SEATED_ROLES = (User.Role.COUNCILLOR, User.Role.CHAIR)


def administers(user: User | AnonymousUser) -> bool:
    return _role(user) == User.Role.ADMIN


def is_clerk(user: User | AnonymousUser) -> bool:
    """Clerk of the committees that are assigned, be they none."""
    return _role(user) == User.Role.CLERK


def _role(user: User | AnonymousUser) -> str:
    """Whoever is not logged in, or was shut out, has none."""
    return user.role if isinstance(user, User) and user.is_active else ""


class Standing:
    """A user before a committee on a day. What the database has to say of it is asked only where it matters, and not
    at all where it is given: `is_assigned`, and `seats` as memberships that hold on the day."""

    def __init__(
        self,
        user: User | AnonymousUser,
        committee: Committee,
        day: date | None = None,
        *,
        session: Session | None = None,
        is_live: bool = False,
        is_assigned: bool | None = None,
        seats: Sequence[Membership] | None = None,
        is_signer: bool | None = None,
    ) -> None:
        self.user = user
        self.committee = committee
        self.day = day or timezone.localdate()
        self.session = session
        self.is_live = is_live
        self.role = _role(user)
        if is_assigned is not None:
            self.is_assigned = is_assigned
        if seats is not None:
            self.seats = seats
        if is_signer is not None:
            self.is_signer = is_signer

    @classmethod
    def at(cls, user: User | AnonymousUser, session: Session) -> "Standing":
        """Before the committee of a session, on its day."""
        return cls(user, session.committee, session.date, session=session, is_live=session.is_live_for_members)

    @cached_property
    def is_assigned(self) -> bool:
        """Whether the committee is among those of the user."""
        return self.user.committees.filter(pk=self.committee.pk).exists()

    @cached_property
    def seats(self) -> Sequence[Membership]:
        """The seats of the user's person on the day, and what it stands in for."""
        if self.user.person_id is None:
            return ()
        return tuple(Membership.objects.on(self.day).filter(committee=self.committee, person=self.user.person_id))

    @cached_property
    def is_signer(self) -> bool:
        """Whether the user's person has a duty in the session: chairs it, takes its minutes, signs them too."""
        if self.session is None or self.user.person_id is None:
            return False
        people = Attendance.objects.filter(session=self.session, person=self.user.person_id)
        return people.exclude(duty=Attendance.Duty.NONE).exists()

    @property
    def chairs(self) -> Sequence[Membership]:
        return [seat for seat in self.seats if seat.function in _CHAIRS]


_HOLDS: dict[Relation, Callable[[Standing], bool]] = {
    Relation.ADMINISTRATOR: lambda standing: administers(standing.user),
    Relation.CLERK: lambda standing: is_clerk(standing.user) and standing.is_assigned,
    Relation.CHAIR: lambda standing: standing.role == User.Role.CHAIR and bool(standing.chairs),
    Relation.SIGNER: lambda standing: bool(standing.role) and standing.is_signer,
    Relation.MEMBER: lambda standing: standing.role in _SEATED_ROLES and bool(standing.seats),
    Relation.READER: lambda standing: standing.role == User.Role.READER and standing.is_assigned,
}


def holds(relation: Relation, standing: Standing) -> bool:
    """Whether somebody stands in a relation to the committee on the day."""
    return _HOLDS[relation](standing)


def grounds(right: Right, standing: Standing) -> Iterator[Relation]:
    """The relations that give somebody a right, one after the other."""
    for relation in _GIVEN_BY[right]:
        if right is Right.READ_LIVE and relation is Relation.MEMBER and not standing.is_live:
            continue
        if holds(relation, standing):
            yield relation


def because(relations: Iterable[Relation], standing: Standing) -> list[str]:
    """Why, in words, nothing twice: chair since 01.11.2025; deputy from 01.11.2025 until 31.03.2026."""
    found = []
    for relation in relations:
        seats = {Relation.CHAIR: standing.chairs, Relation.MEMBER: standing.seats}.get(relation, ())
        found += [_since(seat) for seat in seats] or [str(relation.label)]
    return list(dict.fromkeys(found))


def _since(seat: Membership) -> str:
    words = {"function": seat.get_function_display(), "start": f"{seat.start:%d.%m.%Y}"}
    if seat.end is None:
        return pgettext("seat", "%(function)s since %(start)s") % words
    return pgettext("seat", "%(function)s from %(start)s until %(end)s") % {**words, "end": f"{seat.end:%d.%m.%Y}"}
