"""Signed and published sessions as tests need them: whatever is missing, and without waiting for a PDF."""

from django.utils import timezone

from committees.models import Person, Session, User
from minutes import annexes, publishing
from minutes.models import Minutes, Publication, SealedRecord, Signature
from minutes.record import Audience, read
from minutes.record.serialise import canonical_bytes, sha256

PDF = b"%PDF-1.7 of a test"


def publisher() -> User:
    """Somebody who may publish everything."""
    return User.objects.filter(role="admin").first() or User.objects.create_user("publisher@example.org", role="admin")


def seal(session: Session, *, is_complete: bool = True) -> Session:
    """The minutes signed as they stand, whatever they lack: by all, or by none yet."""
    for audience in Audience:
        record = read(session, audience=audience, is_draft=False)
        SealedRecord.objects.create(
            session=session,
            audience=audience.value,
            record=canonical_bytes(record).decode(),
            sha256=sha256(record),
        )
    Session.objects.filter(pk=session.pk).update(sealed_at=timezone.now())
    # Somebody who was not there, so that no document names the signature.
    someone, _created = Person.objects.get_or_create(first_name="Kim", last_name="Unterzeichnung")
    for role in session.committee.body.profile.signatories if is_complete else ():
        Signature.objects.create(
            session=session,
            role=role,
            person=someone,
            signed_on=timezone.localdate(),
            sha256=SealedRecord.objects.get(session=session, audience="internal").sha256,
            made_at=timezone.now(),
            made_by=publisher(),
        )
    Minutes.objects.create(
        session=session, submitted_at=timezone.now(), completed_at=timezone.now() if is_complete else None
    )
    session.refresh_from_db()
    return session


def freeze(session: Session, *, has_real_pdf: bool = False) -> dict[str, Publication]:
    """A publication of the signed minutes for each audience, by audience; signed now if they are not yet."""
    if not Minutes.objects.filter(session=session, completed_at__isnull=False).exists():
        seal(session)
    if has_real_pdf:
        return {row.audience: row for row in publishing.publish_minutes(session, by=publisher())}
    made = publishing.records(session)
    for record in made.values():
        annexes.keep(record, session)
    return {
        audience.value: publishing.freeze(
            record,
            kind=Publication.Kind.MINUTES,
            subject=session,
            by=publisher(),
            pdf=PDF + audience.value.encode(),
        )
        for audience, record in made.items()
    }
