"""Room: minutes. The way of the minutes from draft to signed: submit, review, sign, seal.

Every act takes the session's lock, asks whether it may be done in this state, and is noted in the audit chain.
Publishing is in `publishing.py`, what comes after it in `correcting.py`.
"""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from committees import audit
from committees.models import AgendaItem, Attendance, Session, User
from minutes import evidence
from minutes.completeness import Gap, gaps, missing
from minutes.models import GapReason, Minutes, Remark, SealedRecord, Signature
from minutes.record import Audience, read
from minutes.record.read import DUTIES
from minutes.record.serialise import canonical_bytes, sha256

State = Minutes.State


def state(session: Session) -> Minutes.State:
    """How far the minutes of a session are; one query, unless `minutes` was read with the session."""
    row = getattr(session, "minutes", None)
    if row is not None and row.completed_at:
        return State.SIGNED
    if session.sealed_at:
        return State.IN_SIGNING
    return State.IN_REVIEW if row is not None and row.submitted_at else State.DRAFT


@transaction.atomic
def submit(session: Session, *, by: User) -> None:
    """Hand the draft over for review. The clerk can go on writing; the chair sees that it is ready to be read."""
    session = _held(session, State.DRAFT)
    Minutes.objects.update_or_create(session=session, defaults={"submitted_at": timezone.now(), "submitted_by": by})
    audit.note("submitted", session, by=by)


@transaction.atomic
def take_back(session: Session, *, by: User, reason: str) -> None:
    """Return the minutes to work, from review or while they are being signed; signatures given so far are void."""
    session = _held(session, State.IN_REVIEW, State.IN_SIGNING)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the minutes go back to work.")})
    Signature.objects.filter(session=session).delete()
    SealedRecord.objects.filter(session=session).delete()
    Session.objects.filter(pk=session.pk).update(sealed_at=None)
    Minutes.objects.filter(session=session).update(submitted_at=None, submitted_by=None)
    audit.note("taken_back", session, by=by, reason=audit.text_hash(reason))
    Remark.objects.create(session=session, text=reason, made_at=timezone.now(), made_by=by)


@transaction.atomic
def remark(session: Session, *, by: User, text: str, item: AgendaItem | None = None) -> Remark:
    """What somebody wants changed; signing waits until it is settled."""
    session = _held(session, State.DRAFT, State.IN_REVIEW)
    if not text.strip():
        raise ValidationError({"text": _("Write what should be changed.")})
    row = Remark.objects.create(session=session, item=item, text=text, made_at=timezone.now(), made_by=by)
    audit.note("remarked", session, by=by, remark=row.pk, text=audit.text_hash(text))
    return row


@transaction.atomic
def settle(row: Remark, *, by: User) -> None:
    """Say that a remark was dealt with. Settled already, nothing changes."""
    session = _held(row.session, State.DRAFT, State.IN_REVIEW)
    if Remark.objects.filter(pk=row.pk, settled_at__isnull=True).update(settled_at=timezone.now(), settled_by=by):
        audit.note("settled", session, by=by, remark=row.pk)


@transaction.atomic
def reason_for(session: Session, code: str, *, by: User, reason: str) -> None:
    """Give the reason why a gap stays; an empty one takes the reason back. Some gaps can't stay."""
    session = _held(session, State.DRAFT, State.IN_REVIEW)
    gap = next((gap for gap in gaps(session) if gap.code == code), None)
    if gap is None:
        raise ValidationError({"reason": _("This is not missing any more.")})
    if not gap.may_stay:
        raise ValidationError({"reason": _("The minutes can’t be signed without this, whatever the reason.")})
    if not reason.strip():
        GapReason.objects.filter(session=session, code=code).delete()
    else:
        entries = {"reason": reason.strip(), "given_at": timezone.now(), "given_by": by}
        GapReason.objects.update_or_create(session=session, code=code, defaults=entries)
    audit.note("gap_reasoned", session, by=by, gap=code, reason=audit.text_hash(reason.strip()))


def signatories(session: Session) -> dict[str, Attendance | None]:
    """Who signs, by role of the profile, in its order; None where the session names nobody."""
    roles = session.committee.body.profile.signatories
    duties = {duty: role for role, duty in DUTIES.items() if role in roles}
    people = Attendance.objects.filter(session=session, duty__in=duties).select_related("person")
    found = {duties[person.duty]: person for person in people}
    return {role: found.get(role) for role in roles}


@transaction.atomic
def sign(
    session: Session,
    role: str,
    *,
    by: User,
    signed_on: datetime.date | None = None,
    is_on_paper: bool = False,
    read_sha256: str = "",
) -> Signature:
    """Sign in a role. The first signature seals the session and its text; the last one completes the minutes.

    `read_sha256`: the hash of the text that the signer had before the eyes (`text_hash`); another text is not signed.
    Raises ValidationError with what is missing, or where the role has signed already.
    """
    signature = _sign(session, role, by=by, signed_on=signed_on, is_on_paper=is_on_paper)
    if read_sha256 and signature.sha256 != read_sha256:
        raise ValidationError(_("The minutes were changed since you opened this page. Please read them again."))
    return signature


def text_hash(session: Session) -> str:
    """The SHA-256 of the whole text as it would be signed now, or was signed by the first."""
    stored = SealedRecord.objects.filter(session=session, audience=Audience.INTERNAL.value).first()
    return stored.sha256 if stored else sha256(read(session, audience=Audience.INTERNAL, is_draft=False))


@transaction.atomic
def refuse(session: Session, role: str, *, by: User, reason: str, signed_on: datetime.date | None = None) -> Signature:
    """Note that somebody refuses to sign, and why; the minutes can be complete all the same."""
    if not reason.strip():
        raise ValidationError({"reason": _("Who refuses to sign gives a reason, which is noted.")})
    return _sign(session, role, by=by, signed_on=signed_on, reason=reason.strip())


def _sign(
    session: Session,
    role: str,
    *,
    by: User,
    signed_on: datetime.date | None,
    is_on_paper: bool = False,
    reason: str = "",
) -> Signature:
    session = _held(session, State.IN_REVIEW, State.IN_SIGNING)
    people = signatories(session)
    signer = people.get(role)
    if signer is None:
        raise ValidationError(_("Nobody is named who signs in this role."))
    if Signature.objects.filter(session=session, role=role).exists():
        raise ValidationError(_("The minutes are signed in this role already."))
    day = signed_on or timezone.localdate()
    if not session.date <= day <= timezone.localdate():
        raise ValidationError({"signed_on": _("This day lies before the session or is still to come.")})
    sealed = _seal(session, by=by)
    signature = Signature.objects.create(
        session=session,
        role=role,
        person=signer.person,
        is_refused=bool(reason),
        reason=reason,
        is_on_paper=is_on_paper,
        signed_on=day,
        sha256=sealed,
        made_at=timezone.now(),
        made_by=by,
    )
    audit.note("refused" if reason else "signed", session, by=by, **evidence.of_signature(signature))
    if Signature.objects.filter(session=session, role__in=people).count() == len(people):
        now = timezone.now()
        Minutes.objects.filter(session=session).update(completed_at=now)
        audit.note("completed", session, by=by, sha256=sealed, at=evidence.moment(now))
    return signature


def _seal(session: Session, *, by: User) -> str:
    """Freeze the text for each audience and lock the session; the SHA-256 of the internal record.

    Sealed already, it is the hash of what the first one signed.
    """
    stored = SealedRecord.objects.filter(session=session, audience=Audience.INTERNAL.value).first()
    if stored is not None:
        return stored.sha256
    # Who is writing in any room right now was waited for; who comes later meets the seal (`guards.py`: `lock`).
    found = missing(session)
    if found:
        raise ValidationError([gap.sentence for gap in found])
    hashes = {}
    for audience in Audience:
        record = read(session, audience=audience, is_draft=False)
        hashes[audience.value] = sha256(record)
        SealedRecord.objects.create(
            session=session,
            audience=audience.value,
            record=canonical_bytes(record).decode(),
            sha256=hashes[audience.value],
        )
    now = timezone.now()
    Session.objects.filter(pk=session.pk).update(sealed_at=now)
    audit.note("sealed", session, by=by, at=evidence.moment(now), **hashes)
    return hashes[Audience.INTERNAL.value]


def _held(session: Session, *states: Minutes.State) -> Session:
    """The session, locked till the end of the transaction, if its minutes are in one of these states."""
    held = Session.objects.select_for_update(of=("self",)).select_related("committee__body__profile").get(pk=session.pk)
    current = state(held)
    if current not in states:
        raise ValidationError(
            _("The minutes are %(state)s; this can’t be done with them now.") % {"state": current.label}
        )
    return held


__all__ = [
    "Gap",
    "State",
    "gaps",
    "missing",
    "reason_for",
    "refuse",
    "remark",
    "settle",
    "sign",
    "signatories",
    "state",
    "submit",
    "take_back",
    "text_hash",
]
