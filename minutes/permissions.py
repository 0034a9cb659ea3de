"""Who may do what with the written record."""

from django.db.models import QuerySet

from committees.models import Attendance, Committee, Session, User
from committees.permissions import (
    Visitor,
    chairs,
    may_administer,
    may_read_draft,
    may_record,
    may_record_somewhere,
    recorded_committees,
    sits_in,
)
from minutes.models import ExportJob


def may_publish(user: Visitor, session: Session) -> bool:
    """Whoever records the committee publishes its agendas and its signed minutes, and withdraws them."""
    return may_record(user, session.committee)


def may_remark(user: Visitor, session: Session) -> bool:
    """Whoever may read the draft says what should be changed."""
    return may_read_draft(user, session)


def may_take_back(user: Visitor, session: Session) -> bool:
    """Return the minutes to work before all have signed: who records them, and who chaired the session."""
    if may_record(user, session.committee) or chairs(user, session.committee, session.date):
        return True
    if not isinstance(user, User) or not user.is_active or user.person_id is None:
        return False
    return session.attendances.filter(person=user.person_id, duty=Attendance.Duty.CHAIR).exists()


def may_sign(user: Visitor, session: Session, signer: Attendance) -> bool:
    """Only the person whose signature it is; on paper see `may_enter_signatures`."""
    return isinstance(user, User) and user.is_active and user.person_id == signer.person_id


def may_enter_signatures(user: Visitor, session: Session) -> bool:
    """Whoever records the committee enters signatures that were given on paper, and refusals."""
    return may_record(user, session.committee)


def may_object(user: Visitor, session: Session) -> bool:
    """Object to published minutes oneself: members of the committee on the day of the session, deputies too."""
    is_member = isinstance(user, User) and user.role in (User.Role.COUNCILLOR, User.Role.CHAIR)
    return is_member and sits_in(user, session.committee, session.date)


def may_import(user: Visitor) -> bool:
    """Take over the public data of another system: administrators, for whole bodies come with it."""
    return may_administer(user)


def may_export(user: Visitor) -> bool:
    """Many documents as one archive: administrators, and clerks those of their committees."""
    return may_record_somewhere(user)


def exported_committees(user: Visitor) -> QuerySet[Committee]:
    """The committees whose documents a user may export, drafts and non-public parts too."""
    return recorded_committees(user)


def may_archive(user: Visitor) -> bool:
    """Everything of a body as one archive: administrators."""
    return may_administer(user)


def still_covers(user: Visitor, job: ExportJob) -> bool:
    """Whether a user may export now all that an export is of. What was once allowed may be so no longer."""
    if job.body_id is not None:
        return may_archive(user)
    committees = job.committees.order_by()
    return committees.exists() and not committees.exclude(pk__in=exported_committees(user).order_by()).exists()


def may_follow_export(user: Visitor, job: ExportJob) -> bool:
    """See how an export goes, cancel and delete it: who asked for it, and administrators."""
    return may_administer(user) or (may_export(user) and job.owner_id == user.pk)


def may_fetch_export(user: Visitor, job: ExportJob) -> bool:
    """Download it: the same, and only while the one who asked for it may still export all of it."""
    return may_follow_export(user, job) and still_covers(job.owner, job)
