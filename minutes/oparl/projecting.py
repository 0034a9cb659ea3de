"""Room: minutes, OParl. Which objects there are: projected from issues, in the transaction that makes these."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Q
from django.utils import timezone

from minutes.models import Audience, Issue, OparlObject, Publication
from minutes.models.issues import IssueQuerySet
from minutes.oparl import file_facts, known_people, meetings
from minutes.oparl import papers as paper_objects
from minutes.oparl.addresses import path, without_marks
from minutes.oparl.bodies import project_body, project_of_body
from minutes.oparl.states import State, Window, merged_moments, rows
from minutes.record.announcements import AgendaRecord, DirectoryRecord, PaperRecord
from minutes.record.serialise import from_json
from minutes.record.values import SessionRecord

Kind = Publication.Kind
Record = TypeVar("Record", SessionRecord, AgendaRecord, PaperRecord, DirectoryRecord)

_BATCH = 500
_ANNOUNCEMENTS = (Kind.NOTICE, Kind.AGENDA)


@dataclass(frozen=True)
class Edition:
    """A publication, what it says, and when it is read."""

    kind: str
    window: Window
    publication: Publication
    record: SessionRecord | AgendaRecord


def project(publication: Publication) -> None:
    """Project anew what a publication that was made or withdrawn just now says, and what depends on it."""
    if publication.audience != Audience.PUBLIC:
        return
    if publication.kind == Kind.PAPER:
        sessions = Issue.objects.filter(
            items__papers__paper=publication.paper_id, audience=Audience.PUBLIC, session__isnull=False
        )
        project_sessions(set(sessions.order_by().values_list("session", flat=True)))
        project_papers({publication.paper_id})
    elif publication.session_id is not None:
        project_papers(project_sessions({publication.session_id}))
    project_of_body(publication)


def rebuild() -> None:
    """Throw away all objects and project them anew."""
    OparlObject.objects.all().delete()
    public = Issue.objects.filter(audience=Audience.PUBLIC).order_by()
    # Before the sessions: these say of people who are known.
    project_bodies(public.values_list("body", flat=True).distinct())
    sessions = public.filter(session__isnull=False).values_list("session", flat=True).distinct()
    for batch in _batches(sorted(sessions, key=str)):
        project_sessions(batch)
    project_many_papers(public.filter(paper__isnull=False).values_list("paper", flat=True).distinct())


def project_many_papers(keys: Iterable[int]) -> None:
    """Project papers whose sessions are projected, some at a time."""
    for batch in _batches(sorted(keys)):
        project_papers(batch)


def project_bodies(keys: Iterable[int]) -> None:
    """Project bodies, all of whose sessions are projected beside."""
    for key in sorted(keys):
        project_body(key, tells_sessions=False)


def project_sessions(keys: Collection[object]) -> set[int]:
    """Project the objects of some sessions; the keys of the papers that they name in whatever edition."""
    if not keys:
        return set()
    editions = defaultdict(list)
    for issue in _issues().filter(session__in=keys):
        editions[str(issue.session_id)].append(edition_of(issue))
    return store_sessions(editions)


def edition_of(issue: Issue) -> Edition:
    """An edition of what is published of a session."""
    if issue.kind in _ANNOUNCEMENTS:
        return Edition(issue.kind, Window.of(issue), issue.publication, read(issue.publication, AgendaRecord))
    return Edition(issue.kind, Window.of(issue), issue.publication, read(issue.publication, SessionRecord))


def store_sessions(sessions: dict[str, list[Edition]]) -> set[int]:
    """The same with editions that were read already, session by session."""
    named = {key for found in sessions.values() for edition in found for key in meetings.named_papers(edition.record)}
    windows = _windows_of_papers({int(key) for key in named})
    now = timezone.now()
    made: list[OparlObject] = []
    for key, editions in sessions.items():
        made += known_people.told(list(_rows_of_session(f"session:{key}", editions, windows, now)))
    _replace([f"session:{key}" for key in sessions], made)
    return {int(key) for key in named}


def project_papers(keys: Collection[int]) -> None:
    """Project papers; they change also with their consultations, which sessions make."""
    if not keys:
        return
    issues = defaultdict(list)
    for issue in _issues().filter(paper__in=keys):
        issues[issue.paper_id].append((Window.of(issue), read(issue.publication, PaperRecord), issue.publication))
    touches = defaultdict(set)
    paths = [path("Paper", key) for key in issues]
    consultations = OparlObject.objects.filter(parent__in=paths, field="consultation")
    for parent, moment in consultations.values_list("parent", "visible_from"):
        touches[parent].add(moment)
    now = timezone.now()
    made: list[OparlObject] = []
    for key, found in issues.items():

        def state_at(moment: datetime, found: list = found) -> State:
            shown = [paper_objects.state_of(record, row) for window, record, row in found if window.is_read(moment)]
            return shown[-1] if shown else {}

        paper = path("Paper", key)
        moments = merged_moments(window for window, _record, _row in found)
        made += rows(f"paper:{key}", moments, state_at, now=now, touches={paper: touches[paper]})
    _replace([f"paper:{key}" for key in issues], made)


def read(publication: Publication, kind: type[Record]) -> Record:
    """What was frozen, without what is said in a debate: that is read when somebody asks for it."""
    data = json.loads(without_marks(publication.record))
    if kind is SessionRecord:
        for part in data["parts"]:
            for item in part["items"]:
                item["contributions"] = []
    return from_json(data, kind)


def _rows_of_session(
    source: str, editions: list[Edition], windows: dict[str, list[Window]], now: datetime
) -> Iterable[OparlObject]:
    named = {key for edition in editions for key in meetings.named_papers(edition.record)}
    around = [window for key in named for window in windows.get(key, ())]

    def state_at(moment: datetime) -> State:
        edition = _read_at(editions, moment)
        if edition is None:
            return {}
        seen = {key for key in named if any(window.is_read(moment) for window in windows.get(key, ()))}
        return meetings.state_of(edition.record, edition.publication, seen)

    moments = merged_moments([*(edition.window for edition in editions), *around])
    return rows(source, moments, state_at, now=now)


def _read_at(editions: list[Edition], moment: datetime) -> Edition | None:
    """The minutes where they can be read, else what announces the session: of several, what was published last."""
    shown = [edition for edition in editions if edition.window.is_shown(moment)]
    minutes = [row for row in shown if row.kind not in _ANNOUNCEMENTS and row.window.is_read(moment)]
    if minutes:
        return minutes[-1]
    announced = [row for row in shown if row.kind in _ANNOUNCEMENTS]
    return announced[-1] if announced and announced[-1].window.is_read(moment) else None


def _windows_of_papers(keys: Collection[int]) -> dict[str, list[Window]]:
    windows = defaultdict(list)
    for batch in _batches(sorted(keys)):
        issues = Issue.objects.filter(Q(paper__in=batch), audience=Audience.PUBLIC).order_by("pk")
        for issue in issues.only("paper", "visible_from", "visible_until", "withdrawn_at"):
            windows[str(issue.paper_id)].append(Window.of(issue))
    return windows


def _issues() -> IssueQuerySet:
    rows = Issue.objects.filter(audience=Audience.PUBLIC).select_related("publication")
    return rows.defer("publication__pdf").order_by("pk")


def _replace(sources: list[str], made: list[OparlObject]) -> None:
    for batch in _batches(sources):
        OparlObject.objects.filter(source__in=batch).delete()
    OparlObject.objects.bulk_create(file_facts.added(made), batch_size=_BATCH)


def _batches(values: Collection) -> Iterable[list]:
    found = list(values)
    return (found[start : start + _BATCH] for start in range(0, len(found), _BATCH))
