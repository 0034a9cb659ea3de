"""Room: minutes. Publishing: what everybody, or who is entitled, will read is frozen once, with its PDF and hashes.

Minutes are published from the signed text, agendas from the rows of the day. Nothing that was published changes; the
next edition replaces it, or a withdrawal takes its place.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from committees import audit
from committees.models import Paper, Session, User
from minutes import annexes, evidence, redactions, workflow
from minutes.following import tasks as following
from minutes.letterheads import layout_of
from minutes.markup import parse
from minutes.models import Correction, Issue, Publication, SealedRecord, Signature, Withdrawal
from minutes.projection import project
from minutes.record import Audience, read
from minutes.record.agenda import agenda_of
from minutes.record.redaction import redacted, refusals
from minutes.record.selection import with_papers
from minutes.record.serialise import Record, canonical_bytes, from_bytes, sha256
from minutes.record.values import CorrectionNote, SessionRecord, SignatureLine
from minutes.typesetting import Typeset, typeset

Kind = Publication.Kind
LEAVES_OUT = "Eine neue Fassung lässt Angaben weg, die hier noch standen."
"""Why an edition is withdrawn in which the public could still read what the next one does not tell."""


def obstacles(session: Session) -> list[str]:
    """What must be settled before the minutes can be published, as sentences."""
    if workflow.state(session) != workflow.State.SIGNED:
        return [_("The minutes are not signed yet.")]
    values = redactions.of_session(session)
    return annexes.missing(session) + [
        _("Redaction “%(passage)s”: %(problem)s")
        % {"passage": value.passage, "problem": redactions.refusal_sentence(error)}
        for value, error in zip(values, refusals(unredacted(session), values), strict=True)
        if error is not None
    ]


def unredacted(session: Session) -> SessionRecord:
    """What the public would read without any redaction: the signed text, or the draft as long as nobody signed."""
    signed = SealedRecord.objects.filter(session=session, audience=Audience.PUBLIC.value).first()
    return from_bytes(signed.record.encode()) if signed else read(session, audience=Audience.PUBLIC, is_draft=False)


def records(session: Session, *, also: Correction | None = None) -> dict[Audience, SessionRecord]:
    """What each audience will read if the minutes are published now: the signed text with what was noted since.

    `also`: with a correction that is not stored yet.
    """
    signed = {Audience(row.audience): row for row in SealedRecord.objects.filter(session=session)}
    files = annexes.files(session)
    rows = [*Correction.objects.filter(session=session), *([also] if also else [])]
    # As the database will have them: by day, the one that comes now last.
    rows.sort(key=lambda row: row.made_on)
    return {
        audience: annexes.with_files(_published_form(session, signed[audience], rows), files) for audience in Audience
    }


@transaction.atomic
def publish_minutes(
    session: Session,
    *,
    by: User,
    with_internal: bool = True,
    with_public: bool = True,
    visible_from: datetime | None = None,
    note: str = "",
    ready: Typeset | None = None,
) -> list[Publication]:
    """Publish the signed minutes: the public part, and `with_internal` all of them for those entitled.

    Who could read the internal version of an older edition gets the new one in any case. Without `with_public` the
    public one stays as it is, for a note that the public does not read. `visible_from`: not to be read before then.
    `ready`: PDFs that were set beforehand (`minutes.preparing`); where something changed since, they are set again.
    Raises ValidationError with every obstacle, DocumentError if a PDF can't be made.
    """
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    found = obstacles(session)
    if found:
        raise ValidationError(found)
    audiences = [Audience.PUBLIC] if with_public else []
    if with_internal or Issue.objects.minutes().filter(session=session, audience=Audience.INTERNAL.value).exists():
        audiences.append(Audience.INTERNAL)
    made = records(session)
    layout = layout_of(made[Audience.PUBLIC].body)
    chosen = [made[audience] for audience in audiences]
    # All of them before the first is noted: from then on, everybody who does something waits for the chain.
    pdfs = ready if ready and ready.fits(chosen, layout) else typeset(chosen, layout=layout)
    if with_public:
        _close_old_editions(session, by=by)
    for audience in audiences:
        annexes.keep(made[audience], session)
    return [
        freeze(
            made[audience],
            kind=Kind.MINUTES,
            subject=session,
            by=by,
            visible_from=visible_from,
            note=note,
            pdf=pdfs.files[sha256(made[audience])],
            chain_head=pdfs.chain_head,
        )
        for audience in audiences
    ]


@transaction.atomic
def publish_agenda(
    session: Session, *, by: User, visible_from: datetime | None = None, note: str = ""
) -> list[Publication]:
    """Publish the agenda as it stands: for everybody, and in full for those entitled. Again, it is a supplement."""
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    if session.sealed_at:
        raise ValidationError(session.lock_reason)
    if not session.items.exists():
        raise ValidationError(_("The agenda is empty."))
    edition = next_edition(Kind.AGENDA, session, Audience.PUBLIC)
    return [
        freeze(
            agenda_of(read(session, audience=audience), edition=edition),
            kind=Kind.AGENDA,
            subject=session,
            by=by,
            visible_from=visible_from,
            note=note,
        )
        for audience in Audience
    ]


@transaction.atomic
def withdraw(publication: Publication, *, by: User, reason: str) -> Withdrawal:
    """Take a publication back: its address answers with the reason. Withdrawn already, it stays as it was."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the publication is withdrawn; everybody will read it.")})
    _hold(publication.session or publication.paper or publication.committee)
    existing = Withdrawal.objects.filter(publication=publication).first()
    if existing is not None:
        return existing
    withdrawal = Withdrawal.objects.create(
        publication=publication, reason=reason.strip(), withdrawn_at=timezone.now(), withdrawn_by=by
    )
    project(publication)
    audit.note("withdrawn", publication, by=by, **evidence.of_withdrawal(withdrawal))
    return withdrawal


@transaction.atomic
def freeze(
    record: Record,
    *,
    kind: Kind,
    subject: models.Model,
    by: User,
    visible_from: datetime | None = None,
    note: str = "",
    pdf: bytes = b"",
    chain_head: str = "",
) -> Publication:
    """Store a record as the next edition of its subject for its audience, project it, and note it in the chain."""
    _hold(subject)
    now = timezone.now()
    about: dict[str, Any] = {subject._meta.model_name: subject}
    publication = Publication.objects.create(
        kind=kind,
        audience=record.audience,
        body_id=_body_of(subject),
        edition=next_edition(kind, subject, Audience(record.audience)),
        record=canonical_bytes(record).decode(),
        sha256=sha256(record),
        pdf=pdf,
        pdf_sha256=hashlib.sha256(pdf).hexdigest() if pdf else "",
        chain_head=chain_head,
        note=note,
        visible_from=max(now, visible_from) if visible_from else now,
        published_at=now,
        published_by=by,
        **about,
    )
    project(publication)
    audit.note("published", publication, by=by, **evidence.of_publication(publication))
    following.published(publication)
    return publication


def _hold(subject: models.Model) -> None:
    """Who publishes or withdraws something waits for whoever does so with the same thing: its editions count."""
    type(subject)._default_manager.select_for_update(no_key=True).filter(pk=subject.pk).values_list("pk").get()


def next_edition(kind: Kind, subject: models.Model, audience: Audience) -> int:
    """The number of the edition of a thing that is published next; hold the thing while you use it."""
    about = {str(subject._meta.model_name): subject}
    earlier = Publication.objects.filter(kind=kind, audience=audience.value, **about)
    return (earlier.aggregate(Max("edition"))["edition__max"] or 0) + 1


def newest(kind: Kind, subject: models.Model, audience: Audience) -> Publication | None:
    """The last edition of a thing, with its withdrawal if it has one, without its PDF; None before the first."""
    about = {str(subject._meta.model_name): subject}
    rows = Publication.objects.filter(kind=kind, audience=audience.value, **about)
    return rows.select_related("withdrawal").defer("pdf").order_by("edition").last()


def _body_of(subject: models.Model) -> int:
    body_id: int = subject.committee.body_id if isinstance(subject, Session) else subject.body_id
    return body_id


def _published_form(session: Session, signed: SealedRecord, rows: Iterable[Correction]) -> SessionRecord:
    """The signed record with who signed it, corrections, and without what may not be told any more."""
    record = from_bytes(signed.record.encode())
    audience = Audience(signed.audience)
    record = replace(
        record,
        signatures=tuple(_signed_lines(record.signatures, session)),
        corrections=tuple(_corrections(record, rows)),
    )
    if audience is Audience.PUBLIC:
        record = _closed(redacted(record, redactions.of_session(session)), session)
    return record


def _closed(record: SessionRecord, session: Session) -> SessionRecord:
    """Without papers that are not public, or are not any more."""
    papers = Paper.objects.filter(items__session=session, is_public=True).values_list("pk", flat=True)
    return with_papers(record, {str(key) for key in papers})


def _close_old_editions(session: Session, *, by: User) -> None:
    """Withdraw the editions in which the public could still read what a new one leaves out."""
    values = redactions.of_session(session)
    old = Publication.objects.filter(
        session=session, kind=Kind.MINUTES, audience=Audience.PUBLIC.value, withdrawal__isnull=True
    )
    for publication in old.defer("pdf"):
        record = from_bytes(publication.record.encode())
        wanted = [value for value, error in zip(values, refusals(record, values), strict=True) if error is None]
        if _closed(redacted(record, wanted), session) != record:
            withdraw(publication, by=by, reason=LEAVES_OUT)


def _signed_lines(lines: Iterable[SignatureLine], session: Session) -> Iterable[SignatureLine]:
    """Each line with what became of it: gez. 20.11.2026; Unterschrift verweigert: …"""
    signatures = {str(row.person_id): row for row in Signature.objects.filter(session=session)}
    for line in lines:
        row = signatures.get(line.person_id)
        note = ""
        if row is not None:
            note = f"Unterschrift verweigert: {row.reason}" if row.is_refused else f"gez. {row.signed_on:%d.%m.%Y}"
        yield replace(line, note=note)


def _corrections(record: SessionRecord, rows: Iterable[Correction]) -> Iterable[CorrectionNote]:
    """The corrections that the audience may know."""
    notes = (correction_note(row, record) for row in rows)
    return (note for note in notes if note is not None)


def correction_note(row: Correction, record: SessionRecord) -> CorrectionNote | None:
    """A correction as the audience of a record reads it: of its items, and in public only what was made public."""
    item = record.item(str(row.item_id)) if row.item_id else None
    if row.item_id and item is None:
        return None
    if record.audience == Audience.PUBLIC and not row.is_public:
        return None
    heading = f"Berichtigung vom {row.made_on:%d.%m.%Y}" + (f" zu {item.label}" if item else "")
    return CorrectionNote(heading=heading, text=parse(row.text), date=row.made_on, item_id=str(row.item_id or ""))
