"""Room: minutes, importing. Publishing what was imported: first editions many at a time, later ones one by one.

A first edition is stored as `publishing.freeze` would store it, only together with others of the same step.
"""

from collections.abc import Sequence
from dataclasses import replace

from django.db import models
from django.utils import timezone

from committees.models import Committee, Paper, Session
from minutes import announcing, first_editions, projection, publishing, search
from minutes.importing.oparl.building.store import Store
from minutes.models import Issue, Publication
from minutes.oparl import bodies as oparl_bodies
from minutes.oparl import projecting as oparl
from minutes.projected_rows import Rows
from minutes.record import Audience
from minutes.record.announcements import DirectoryRecord, PaperRecord
from minutes.record.serialise import Record, from_bytes, sha256
from minutes.record.values import SessionRecord

Kind = Publication.Kind
GONE = "In der Quelle gelöscht."


def first_papers(store: Store, found: Sequence[tuple[Paper, PaperRecord]]) -> None:
    """Publish papers of which nothing was published yet."""
    if not found:
        return
    search.lock()
    about = [(record, {"paper": paper, "body_id": paper.body_id}) for paper, record in found]
    issues = _first(store, Kind.PAPER, about)
    loader = search.Loader()
    for issue, (record, _about) in zip(issues, about, strict=True):
        loader.add(issue, record)
    loader.finish()
    oparl.project_papers({paper.pk for paper, _record in found})
    projection.changed()


def first_minutes(store: Store, found: Sequence[tuple[Session, SessionRecord]]) -> None:
    """Publish imported minutes of sessions of which nothing was published yet."""
    if not found:
        return
    search.lock()
    about = [(record, {"session": session, "body_id": session.committee.body_id}) for session, record in found]
    issues = _first(store, Kind.IMPORT, about)
    loader = search.Loader()
    papers = first_editions.project_minutes(issues, [record for record, _about in about], loader)
    loader.finish()
    oparl.project_papers(papers)
    projection.changed()


def _first(store: Store, kind: Kind, found: Sequence[tuple[projection.Published, dict]]) -> list[Issue]:
    now = timezone.now()
    editions = [first_editions.edition(record, kind=kind, by=store.by, at=now, **about) for record, about in found]
    return first_editions.store(editions, [record for record, _about in found], by=store.by)


def next_paper(store: Store, paper: Paper, record: PaperRecord) -> None:
    """Publish a paper anew, unless it says what it said."""
    newest = publishing.newest(Kind.PAPER, paper, Audience.PUBLIC)
    if newest is None or _is_read_again(newest, record):
        publishing.freeze(record, kind=Kind.PAPER, subject=paper, by=store.by)


def _is_read_again(newest: Publication, record: Record) -> bool:
    """What somebody here took back stays so; what was deleted there comes back with it."""
    withdrawal = getattr(newest, "withdrawal", None)
    return withdrawal.reason == GONE if withdrawal is not None else newest.sha256 != sha256(record)


def withdraw_all(store: Store, subject: models.Model, kind: Kind, reason: str) -> None:
    """Take back what can still be read of something."""
    newest = publishing.newest(kind, subject, Audience.PUBLIC)
    if newest is not None and not hasattr(newest, "withdrawal"):
        publishing.withdraw(newest, by=store.by, reason=reason)


def directories(store: Store, committees: Sequence[Committee]) -> None:
    """Publish who sits in each committee, unless just that is published, or somebody here took it back."""
    search.lock()
    firsts = []
    for committee in committees:
        record, newest = announcing.directory(committee), publishing.newest(Kind.DIRECTORY, committee, Audience.PUBLIC)
        if newest is None and record.seats:
            firsts.append((record, {"committee": committee, "body_id": committee.body_id}))
        elif newest is not None and record.seats and not hasattr(newest, "withdrawal"):
            told = from_bytes(newest.record.encode(), DirectoryRecord)
            if replace(told, date=record.date) != record:
                announcing.publish_directory(committee, by=store.by)
    if not firsts:
        return
    rows, loader = Rows(), search.Loader()
    for issue, (record, _about) in zip(_first(store, Kind.DIRECTORY, firsts), firsts, strict=True):
        rows.add(issue, record)
        loader.add(issue, record)
    rows.store()
    loader.finish()
    for key in {committee.body_id for committee in committees}:
        oparl_bodies.project_body(key)
    projection.changed()
