"""Room: minutes, importing. Meetings: a session here, its record published as imported minutes, or as an agenda.

What took place becomes read-only history; what is still to come is announced. A session that is recorded here stays.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Committee, LegislativeTerm, Session
from minutes import publishing
from minutes.importing import history
from minutes.importing.oparl.building import publications
from minutes.importing.oparl.building.parts import Parts
from minutes.importing.oparl.building.records import Meeting, key_of, record_of
from minutes.importing.oparl.building.store import UNKNOWN_SINCE, Store, data_of, kept_values, named, ours
from minutes.importing.oparl.values import flag, moment, text
from minutes.models import ImportedObject, ImportRun, Publication
from minutes.models.publications import ANNOUNCEMENTS
from minutes.record import Audience
from minutes.record.agenda import agenda_of, notice_of
from minutes.record.serialise import sha256
from minutes.record.values import SessionRecord

Kind = Publication.Kind
_NUMBER = re.compile(
    r"(?:^|\s)(\d{1,4})\.\s*(?:\S+\s+){0,2}?(?:Sitzung|Tagung|Zusammenkunft|Sondersitzung)", re.IGNORECASE
)
_REFERENCE = re.compile(r"[^/]+/(\d{1,4})/(\d{4})$")
_MINUTES_MAY_COME = timedelta(days=60)
_ANNOUNCED = ("terminiert", "eingeladen")
ASSUMED_NUMBER = "Die Quelle nennt keine Sitzungsnummer; die Nummer wurde bei der Übernahme vergeben."
CANCELLED = "Die Sitzung fällt aus."


@dataclass(frozen=True, slots=True)
class _Found:
    """A meeting with what it needs to become a session."""

    row: ImportedObject
    data: dict[str, Any]
    committee: Committee
    session: Session | None


def meetings(store: Store, rows: Sequence[ImportedObject]) -> None:
    """Each meeting becomes a session, with its agenda, what was decided, and who was there."""
    found = [one for one in _found(store, rows) if one is not None]
    parts = Parts([one.row for one in found], [one.data for one in found])
    terms: dict[int, list[LegislativeTerm]] = {}
    firsts: list[tuple[Session, SessionRecord]] = []
    sessions = _Sessions(store)
    for one in found:
        session = sessions.of(one)
        if session is None:
            continue
        body = one.committee.body_id
        if body not in terms:
            terms[body] = list(LegislativeTerm.objects.filter(body=body).order_by("start"))
        term = next((row for row in reversed(terms[body]) if _lasts(row, session)), None)
        meeting = parts.meeting(one.row, one.data)
        record = record_of(meeting, session, one.committee, term)
        if one.session is None and not _is_announced(meeting, session):
            firsts.append((session, record))
        else:
            _next(store, one, session, meeting, record)
    sessions.write()
    store.close_parts(one.row.external_id for one in found)
    publications.first_minutes(store, firsts)


def _found(store: Store, rows: Sequence[ImportedObject]) -> list[_Found | None]:
    known = ours(Session, (row.external_id for row in rows), "committee__body")
    data = {row.pk: data_of(row) for row in rows}
    committees = ours(Committee, (key for found in data.values() for key in named(found, "organization")), "body")
    return [_look(store, row, data[row.pk], known.get(row.external_id), committees) for row in rows]


def _look(
    store: Store,
    row: ImportedObject,
    data: dict[str, Any],
    session: Session | None,
    committees: dict[str, Committee],
) -> _Found | None:
    """What is to be done with a meeting; None where it is done, or nothing can be."""
    if row.is_deleted or flag(data.get("cancelled")):
        if session is not None:
            reason = _not_ours(session)
            if reason:
                store.skipped(row, reason)
                return None
            _withdraw(store, session, publications.GONE if row.is_deleted else CANCELLED)
        if row.is_deleted:
            store.stored(row)
        else:
            store.stored(row, session)
            store.noted(row, _("The meeting was cancelled; nothing of it is published."))
        return None
    committee = next((committees[key] for key in named(data, "organization") if key in committees), None)
    if committee is None:
        store.skipped(row, _("It names no committee that was imported."))
    elif moment(data.get("start")) is None and moment(data.get("end")) is None:
        store.skipped(row, _("It does not say when it takes place."))
    else:
        return _Found(row, data, committee, session)
    return None


def _lasts(term: LegislativeTerm, session: Session) -> bool:
    return term.start != UNKNOWN_SINCE and term.start <= session.date and (term.end is None or session.date <= term.end)


def _is_announced(meeting: Meeting, session: Session) -> bool:
    """Whether it is still to come, or was held just now and its source has only announced it.

    Of what is older no minutes will come, neither there nor here.
    """
    today, state = timezone.localdate(), text(meeting.data.get("meetingState")).lower()
    if session.date >= today:
        return state != "durchgeführt"
    is_fresh = session.date >= today - _MINUTES_MAY_COME
    return is_fresh and state in _ANNOUNCED and not meeting.tells_what_happened


def _next(store: Store, one: _Found, session: Session, meeting: Meeting, record: SessionRecord) -> None:
    """Publish what is not the first edition of imported minutes."""
    if one.session is None:
        # It is named by its publication, so it has to be there before.
        session.save(force_insert=True)
    newest = _newest(session)
    if _is_announced(meeting, session) and (newest is None or newest.kind in ANNOUNCEMENTS):
        _announce(store, session, record, newest)
        return
    again = newest is not None and _was_gone(newest)
    history.keep(session, {Audience.PUBLIC: record}, by=store.by, again=again)


def _announce(store: Store, session: Session, record: SessionRecord, newest: Publication | None) -> None:
    kind = Kind.AGENDA if record.parts else Kind.NOTICE
    make = agenda_of if record.parts else notice_of
    if newest is not None and newest.kind == kind:
        if sha256(make(record, edition=newest.edition)) == newest.sha256 and not hasattr(newest, "withdrawal"):
            return
        if hasattr(newest, "withdrawal") and not _was_gone(newest):
            return
    edition = publishing.next_edition(kind, session, Audience.PUBLIC)
    publishing.freeze(make(record, edition=edition), kind=kind, subject=session, by=store.by)


def _was_gone(publication: Publication) -> bool:
    withdrawal = getattr(publication, "withdrawal", None)
    return withdrawal is not None and withdrawal.reason in (publications.GONE, CANCELLED)


def _newest(session: Session) -> Publication | None:
    rows = Publication.objects.filter(session=session, audience=Audience.PUBLIC.value)
    return rows.select_related("withdrawal").defer("pdf").order_by("pk").last()


def _withdraw(store: Store, session: Session, reason: str) -> None:
    """Take back what the import published of a session; asked before: nothing of it is of anybody else."""
    rows = Publication.objects.filter(session=session, kind__in=(*ANNOUNCEMENTS, Kind.IMPORT), withdrawal__isnull=True)
    newest = {(row.kind, row.audience): row for row in rows.defer("pdf", "record").order_by("edition")}
    for publication in newest.values():
        publishing.withdraw(publication, by=store.by, reason=reason)


def _not_ours(session: Session) -> str:
    """Why the source has no say in a session, as a sentence: it is recorded here, or another source feeds it."""
    announced = Publication.objects.filter(session=session, kind__in=ANNOUNCEMENTS)
    if announced.exclude(published_by__in=ImportRun.objects.values("owner")).exists():
        # An announcement does not say where it came from; one by somebody who never imported was made here.
        return _("%(session)s is recorded in Gremia; nothing is imported for it.") % {"session": session.reference}
    return history.recorded_here(session) or history.of_other_source(session, "oparl")


def _taken_back(session: Session) -> str:
    """That somebody here withdrew the imported minutes, as a sentence; they stay so."""
    if not history.was_withdrawn(session, but=(publications.GONE, CANCELLED, history.LEFT_OUT)):
        return ""
    return _("The minutes of %(session)s were withdrawn; they stay so.") % {"session": session}


class _Sessions:
    """The rows of sessions: those that are there, and new ones under the next free number."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.new: list[tuple[ImportedObject, Session, dict[str, Any]]] = []
        self.numbers: dict[tuple[int, int], set[int]] = {}

    def of(self, one: _Found) -> Session | None:
        """The session of a meeting; None where it is recorded here."""
        start = moment(one.data.get("start")) or moment(one.data.get("end"))
        assert start is not None  # noqa: S101 - looked at before
        at = timezone.localtime(start)
        values = {"date": at.date(), "scheduled_start": at.time() if at.time() != at.min.time() else None}
        if one.session is not None:
            return self._known(one, one.session, values)
        for session in Session.objects.filter(committee=one.committee, date=values["date"]):
            if not _is_of_import(session):
                reason = _("%(session)s is recorded in Gremia; nothing is imported for it.")
                self.store.skipped(one.row, reason % {"session": session.reference})
                return None
        number_, year, is_assumed = self._number(one, at.year)
        session = Session(
            pk=key_of(one.row.external_id),
            committee=one.committee,
            number=number_,
            year=year,
            seats=one.committee.seats,
            source_note=ASSUMED_NUMBER if is_assumed else "",
            **values,
        )
        self.new.append((one.row, session, values))
        return session

    def _known(self, one: _Found, session: Session, values: dict[str, Any]) -> Session | None:
        reason = _not_ours(session) or _taken_back(session)
        if reason:
            self.store.skipped(one.row, reason)
            return None
        wanted = self.store.differences(one.row, session, values)
        if wanted:
            for name, value in wanted.items():
                setattr(session, name, value)
            session.save(update_fields=list(wanted))
        self.store.stored(one.row, session, kept_values(one.row, values, wanted))
        return session

    def write(self) -> None:
        saved = {session.pk for _row, session, _values in self.new if not session._state.adding}
        Session.objects.bulk_create(session for _row, session, _values in self.new if session.pk not in saved)
        for row, session, values in self.new:
            self.store.stored(row, session, values)

    def _number(self, one: _Found, year: int) -> tuple[int, int, bool]:
        """Number and year, and whether they are ours: as the source says them, if they are free."""
        said = _REFERENCE.search(text(one.data.get("gremia:reference")))
        if said and self._take(one.committee, int(said[2]), int(said[1])):
            return int(said[1]), int(said[2]), False
        name = _NUMBER.search(text(one.data.get("name")))
        if name and self._take(one.committee, year, int(name[1])):
            return int(name[1]), year, False
        free = max(self.numbers.get((one.committee.pk, year)) or self._taken(one.committee, year), default=0) + 1
        self._take(one.committee, year, free)
        return free, year, True

    def _take(self, committee: Committee, year: int, wanted: int) -> bool:
        taken = self.numbers.setdefault((committee.pk, year), self._taken(committee, year))
        if not 0 < wanted < 32_768 or not 0 < year < 32_768 or wanted in taken:
            return False
        taken.add(wanted)
        return True

    def _taken(self, committee: Committee, year: int) -> set[int]:
        return set(Session.objects.filter(committee=committee, year=year).values_list("number", flat=True))


def _is_of_import(session: Session) -> bool:
    """Whether nothing of a session was recorded here: it holds only what this import wrote."""
    rows = ImportedObject.objects.filter(row_table=Session._meta.db_table, row_key=str(session.pk))
    own = session.items.exists() or session.attendances.exists() or session.sealed_at or session.opened_at
    return rows.exists() and not own
