"""Who may do what in this room. Closed by default: nobody may what no predicate allows.

What somebody may do with a session follows from the relations in which they stand to its committee on its day
(`relations.py`); the predicates here and `explain`, which says why, ask for the same ones.
"""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from .models import Attachment, Committee, Paper, Session, User
from .relations import Relation, Right, Standing, administers, grounds, holds, is_clerk

Visitor = User | AnonymousUser


def require(allowed: bool) -> None:
    """Refuse with HTTP 403 unless allowed."""
    if not allowed:
        raise PermissionDenied


def may_administer(user: Visitor) -> bool:
    """Master data of every body, users, profiles."""
    return administers(user)


def may_record_somewhere(user: Visitor) -> bool:
    """Administrators, and clerks of at least one committee: who sees the pages of work at all."""
    return administers(user) or is_clerk(user)


def may_record(user: Visitor, committee: Committee) -> bool:
    """Prepare and write the sessions of a committee: administrators and the clerks of that committee."""
    return any(grounds(Right.RECORD, Standing(user, committee)))


def recorded_committees(user: Visitor) -> QuerySet[Committee]:
    """The committees whose sessions a user may prepare and write: `may_record` as one query."""
    if administers(user):
        return Committee.objects.all()
    if is_clerk(user):
        return Committee.objects.filter(users=user)
    return Committee.objects.none()


def sits_in(user: Visitor, committee: Committee, day: date) -> bool:
    """Whether a user's person has a seat, or stands in for somebody, in a committee on a day."""
    return isinstance(user, User) and user.is_active and bool(Standing(user, committee, day).seats)


def chairs(user: Visitor, committee: Committee, day: date) -> bool:
    """Whether a user's person chairs a committee on a day, or is deputy chair."""
    return holds(Relation.CHAIR, Standing(user, committee, day))


def may_read_draft(user: Visitor, session: Session) -> bool:
    """Minutes in work: who records them, the chair on the day of the session, who signs them. No other reader."""
    return any(grounds(Right.READ_DRAFT, Standing.at(user, session)))


def may_read_live(user: Visitor, session: Session) -> bool:
    """The minutes while they are typed: who may read the draft, and where the session allows it members on its day."""
    return any(grounds(Right.READ_LIVE, Standing.at(user, session)))


def may_read_internal(user: Visitor, session: Session) -> bool:
    """The non-public part of published minutes: members of the committee on that day, and assigned readers."""
    return any(grounds(Right.READ_INTERNAL, Standing.at(user, session)))


def explain(standing: Standing) -> dict[Right, tuple[Relation, ...]]:
    """What somebody may do, each right with all the relations that give it; empty: what everybody may read."""
    found = {right: tuple(grounds(right, standing)) for right in Right}
    return {right: reasons for right, reasons in found.items() if reasons}


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
