"""Who may do what in this room. Closed by default: nobody may what no predicate allows."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from .models import Attachment, Attendance, Committee, Membership, Paper, Session, User

Visitor = User | AnonymousUser


def require(allowed: bool) -> None:
    """Refuse with HTTP 403 unless allowed."""
    if not allowed:
        raise PermissionDenied


def may_administer(user: Visitor) -> bool:
    """Master data of every body, users, profiles."""
    return isinstance(user, User) and user.is_active and user.role == User.Role.ADMIN


def may_record_somewhere(user: Visitor) -> bool:
    """Administrators, and clerks of at least one committee: who sees the pages of work at all."""
    if may_administer(user):
        return True
    return isinstance(user, User) and user.is_active and user.role == User.Role.CLERK


def may_record(user: Visitor, committee: Committee) -> bool:
    """Prepare and write the sessions of a committee: administrators and the clerks of that committee."""
    return recorded_committees(user).filter(pk=committee.pk).exists()


def recorded_committees(user: Visitor) -> QuerySet[Committee]:
    """The committees whose sessions a user may prepare and write."""
    if may_administer(user):
        return Committee.objects.all()
    if isinstance(user, User) and user.is_active and user.role == User.Role.CLERK:
        return Committee.objects.filter(users=user)
    return Committee.objects.none()


def sits_in(user: Visitor, committee: Committee, day: date) -> bool:
    """Whether a user's person has a seat, or stands in for somebody, in a committee on a day."""
    if not isinstance(user, User) or not user.is_active or user.person_id is None:
        return False
    return Membership.objects.on(day).filter(committee=committee, person=user.person_id).exists()


def chairs(user: Visitor, committee: Committee, day: date) -> bool:
    """Whether a user's person chairs a committee on a day, or is deputy chair."""
    if not isinstance(user, User) or not user.is_active or user.role != User.Role.CHAIR:
        return False
    functions = (Membership.Function.CHAIR, Membership.Function.DEPUTY_CHAIR)
    seats = Membership.objects.on(day).filter(committee=committee, person=user.person_id)
    return user.person_id is not None and seats.filter(function__in=functions).exists()


def signs(user: Visitor, session: Session) -> bool:
    """Whether a user's person signs the minutes of a session: by a duty on its list."""
    if not isinstance(user, User) or not user.is_active or user.person_id is None:
        return False
    return Attendance.objects.filter(session=session, person=user.person_id).exclude(duty="").exists()


def may_read_draft(user: Visitor, session: Session) -> bool:
    """Minutes in work: who records them, the chair on the day of the session, who signs them. No other reader."""
    return may_record(user, session.committee) or chairs(user, session.committee, session.date) or signs(user, session)


def may_read_live(user: Visitor, session: Session) -> bool:
    """The minutes while they are typed: who may read the draft, and where the session allows it members on its day."""
    if may_read_draft(user, session):
        return True
    if not session.is_live_for_members or not isinstance(user, User):
        return False
    is_member = user.role in (User.Role.COUNCILLOR, User.Role.CHAIR)
    return is_member and sits_in(user, session.committee, session.date)


def may_read_internal(user: Visitor, session: Session) -> bool:
    """The non-public part of published minutes: members of the committee on that day, and assigned readers."""
    if may_read_draft(user, session):
        return True
    if not isinstance(user, User) or not user.is_active:
        return False
    if user.role == User.Role.READER:
        return user.committees.filter(pk=session.committee_id).exists()
    return user.role in (User.Role.COUNCILLOR, User.Role.CHAIR) and sits_in(user, session.committee, session.date)


def may_keep_people(user: Visitor) -> bool:
    """Enter and correct people of the directory: whoever records sessions."""
    return may_record_somewhere(user)


def recorded_papers(user: Visitor) -> QuerySet[Paper]:
    """The papers that a user may enter and read before they are public: those of the bodies of recorded committees."""
    if may_administer(user):
        return Paper.objects.all()
    return Paper.objects.filter(body__in=recorded_committees(user).order_by().values("body"))


def may_read_attachment(user: Visitor, attachment: Attachment) -> bool:
    """A file of a paper: who enters papers of its body. An annex: who may read the draft of its session."""
    if attachment.session is not None:
        return may_read_draft(user, attachment.session)
    return recorded_papers(user).filter(pk=attachment.paper_id).exists()
