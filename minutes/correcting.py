"""Room: minutes. After publishing: objections to the minutes, what a later session decides on them, corrections.

Signed minutes are not changed, not even by resolution. What the body finds wrong in them is noted as a correction with
its date, and the minutes are published again with that note; the signed text stays as it was.
"""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Min, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from committees import audit
from committees.models import AgendaItem, Membership, Person, Session, User
from committees.permissions import may_record
from minutes import evidence, publishing
from minutes.models import Correction, Issue, Objection, Publication
from minutes.record import Audience
from minutes.record.values import CorrectionNote
from minutes.typesetting import Typeset

Outcome = Objection.Outcome
DECIDED = (Outcome.UPHELD, Outcome.DISMISSED)
"""The outcomes on which a later session resolves."""


@dataclass(frozen=True, slots=True)
class Period:
    """Within which objections are raised: days, both included; `last` is None where there is no limit."""

    first: datetime.date
    last: datetime.date | None

    def is_over(self, day: datetime.date) -> bool:
        return self.last is not None and day > self.last


def period(session: Session) -> Period | None:
    """The days for objections, from the first publication of the minutes; None while nobody can read them. A query."""
    read_from = Issue.objects.of_kind(Publication.Kind.MINUTES).filter(session=session)
    first = read_from.aggregate(first=Min("visible_from"))["first"]
    if first is None or first > timezone.now():
        return None
    return period_from(first, session)


def period_from(first: datetime.datetime, session: Session) -> Period:
    """The days for objections to minutes that could first be read at a moment. No query, if the profile was read."""
    day = timezone.localtime(first).date()
    days = session.committee.body.profile.objection_days
    return Period(day, day + datetime.timedelta(days=days) if days else None)


def objectors(session: Session) -> QuerySet[Person]:
    """Who may object: members of the committee on the day of the session or today, and whoever was there."""
    seats = Membership.objects.filter(committee=session.committee_id)
    then, now = seats.on(session.date), seats.on(timezone.localdate())
    concerned = Q(memberships__in=then) | Q(memberships__in=now) | Q(attendances__session=session)
    return Person.objects.filter(concerned).distinct()


@transaction.atomic
def raise_objection(
    session: Session,
    *,
    raised_by: Person,
    text: str,
    by: User,
    raised_on: datetime.date | None = None,
    item: AgendaItem | None = None,
) -> Objection:
    """Record what somebody says is wrong in published minutes; `raised_on`: today unless it came in earlier.

    After the period only who records the committee enters an objection, which is marked late. Raises ValidationError.
    """
    session = _held(session)
    days = period(session)
    if days is None:
        raise ValidationError(_("Objections are raised to published minutes; these can’t be read yet."))
    text, day = text.strip(), raised_on or timezone.localdate()
    if not text:
        raise ValidationError({"text": _("Write what is wrong in the minutes.")})
    _check_day(day, days, field="raised_on")
    _check_item(item, session)
    if not objectors(session).filter(pk=raised_by.pk).exists():
        raise ValidationError(
            {"raised_by": _("Only members of the committee and those on the list of attendance object to its minutes.")}
        )
    is_late = days.is_over(day)
    if is_late and not may_record(by, session.committee):
        raise ValidationError(
            _("Objections could be raised until %(day)s. Please turn to the office that keeps the minutes.")
            % {"day": f"{days.last:%d.%m.%Y}"}
        )
    # Sent twice, it is one.
    same = Objection.objects.filter(session=session, raised_by=raised_by, item=item, text=text).first()
    if same is not None:
        return same
    objection = Objection.objects.create(
        session=session,
        item=item,
        raised_by=raised_by,
        raised_on=day,
        is_late=is_late,
        text=text,
        entered_at=timezone.now(),
        entered_by=by,
    )
    audit.note(
        "objected",
        session,
        by=by,
        objection=objection.pk,
        raised_by=raised_by.pk,
        raised_on=day.isoformat(),
        late=is_late,
        text=audit.text_hash(text),
    )
    return objection


@transaction.atomic
def decide(objection: Objection, *, outcome: str, by: User, at_item: AgendaItem | None = None) -> Objection:
    """Note what became of an objection, at which item of a later session; withdrawn, it needs none.

    A slip can be mended until a correction rests on it. Raises ValidationError.
    """
    session = _held(objection.session)
    objection = Objection.objects.select_for_update().get(pk=objection.pk)
    if Correction.objects.filter(objection=objection).exists():
        raise ValidationError(_("A correction rests on this decision; it stays as it is."))
    if outcome not in (*DECIDED, Outcome.WITHDRAWN):
        raise ValidationError({"outcome": _("Say whether the objection was upheld, dismissed or withdrawn.")})
    if outcome in DECIDED and at_item is None:
        raise ValidationError({"at_item": _("Name the item of a later session at which this was decided.")})
    if at_item is not None and not deciding_items(session).filter(pk=at_item.pk).exists():
        raise ValidationError(
            {"at_item": _("This item does not decide on these minutes, or its session is no later one.")}
        )
    objection.outcome, objection.decided_at_item = Outcome(outcome), at_item
    objection.save(update_fields=["outcome", "decided_at_item"])
    audit.note(
        "decided",
        session,
        by=by,
        objection=objection.pk,
        outcome=str(outcome),
        item=str(at_item.pk) if at_item else None,
    )
    return objection


def deciding_items(session: Session) -> QuerySet[AgendaItem]:
    """The items of later sessions of the committee, held by now, that decide on the minutes of this one."""
    items = AgendaItem.objects.filter(
        minutes_of=session,
        session__committee=session.committee_id,
        session__date__gte=session.date,
        session__date__lte=timezone.localdate(),
    )
    # Two sessions on one day follow each other by number.
    same_day = {"session__date": session.date, "session__number__lte": session.number}
    return items.exclude(**same_day).select_related("session__committee").order_by("session__date", "position")


@transaction.atomic
def correct(
    session: Session,
    *,
    text: str,
    by: User,
    item: AgendaItem | None = None,
    is_public: bool = False,
    objection: Objection | None = None,
    made_on: datetime.date | None = None,
    ready: Typeset | None = None,
) -> Correction:
    """Note a correction for good, and publish the minutes again with it for all who read it.

    `ready`: their PDFs, if they were set beforehand (`minutes.preparing`).

    Raises ValidationError, or DocumentError if a PDF can't be made; then nothing of it is stored.
    """
    session = _held(session)
    row = Correction(
        session=session,
        objection=objection,
        item=item,
        text=text.strip(),
        is_public=is_public,
        made_on=made_on or timezone.localdate(),
        made_at=timezone.now(),
        made_by=by,
    )
    check(row)
    row.save(force_insert=True)
    audit.note(
        "corrected",
        session,
        by=by,
        **evidence.of_correction(row),
    )
    publishing.publish_minutes(
        session,
        by=by,
        with_public=is_public,
        # What is not public is noted where those entitled read it, even if they read the public part so far.
        with_internal=not is_public,
        note=f"Berichtigung vom {row.made_on:%d.%m.%Y}",
        ready=ready,
    )
    return row


def check(row: Correction) -> None:
    """Raise ValidationError with what stands against a correction that is not stored yet."""
    session, days = row.session, period(row.session)
    if days is None:
        raise ValidationError(_("Only published minutes are corrected by a note; these can’t be read yet."))
    # Who took the minutes back had a reason; a note must not bring them out again unasked.
    shown = Issue.objects.of_kind(Publication.Kind.MINUTES).shown().filter(session=session)
    if shown.filter(withdrawn_at__isnull=False).exists():
        raise ValidationError(_("The publication of these minutes is withdrawn. Publish them again first."))
    if not row.text:
        raise ValidationError({"text": _("Write what is correct.")})
    _check_day(row.made_on, days, field="made_on")
    _check_item(row.item, session)
    if row.is_public and row.item and not AgendaItem.objects.filter(pk=row.item.pk, is_public=True).exists():
        raise ValidationError({"is_public": _("The item is non-public, and so is what is corrected in it.")})
    if row.objection is None:
        return
    if row.objection.session_id != session.pk:
        raise ValidationError({"objection": _("This objection concerns other minutes.")})
    if row.objection.outcome != Outcome.UPHELD:
        raise ValidationError({"objection": _("Only an objection that was upheld leads to a correction.")})
    if Correction.objects.filter(objection=row.objection).exists():
        raise ValidationError({"objection": _("The correction that follows from this objection is noted already.")})


def preview(row: Correction) -> dict[Audience, CorrectionNote | None]:
    """The note as each audience will read it; None for whom it is not."""
    found = publishing.records(row.session)
    return {audience: publishing.correction_note(row, found[audience]) for audience in Audience}


def _check_day(day: datetime.date, days: Period, *, field: str) -> None:
    if not days.first <= day <= timezone.localdate():
        raise ValidationError({field: _("This day lies before the publication of the minutes or is still to come.")})


def _check_item(item: AgendaItem | None, session: Session) -> None:
    if item is not None and item.session_id != session.pk:
        raise ValidationError({"item": _("This item belongs to another session.")})


def _held(session: Session) -> Session:
    """The session, locked till the end of the transaction."""
    rows = Session.objects.select_for_update(of=("self",)).select_related("committee__body__profile")
    return rows.get(pk=session.pk)
