"""Room: minutes, importing. The work on an import, from the claim to the report; called outside of transactions.

Everything is done in steps, each one transaction with the place where it goes on. Whoever is killed leaves a claim,
which another one may take after a while; what is stored is not stored again.
"""

import logging
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, OperationalError, connection, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from committees import audit
from committees.models import Body, Committee
from committees.permissions import may_administer
from minutes.bulk.claims import Claim, Lost, take
from minutes.importing.oparl import addresses, downloads, fetching, finishing, reading, staging
from minutes.importing.oparl.building import directory, meetings, papers, people, publications
from minutes.importing.oparl.building.store import Store
from minutes.importing.oparl.folder import Folder
from minutes.importing.oparl.reading import Failed, Transport
from minutes.models import ImportedObject, ImportRun
from minutes.oparl import projecting as oparl

logger = logging.getLogger(__name__)

MOST_TAKEOVERS = 5
Build = Callable[[Store, Sequence[ImportedObject]], None]
_BUILDS: tuple[tuple[str, Build, int], ...] = (
    ("Body", directory.bodies, 20),
    ("LegislativeTerm", directory.terms, 100),
    ("Organization", directory.organizations, 100),
    ("Person", people.people, 500),
    ("Membership", people.memberships, 500),
    ("Paper", papers.papers, 200),
    ("Meeting", meetings.meetings, 50),
)
"""What is stored in which order, and how many at a time."""
_SEATS_AT_ONCE = 20
Progress = Callable[[ImportRun], None]


@dataclass
class Work:
    """An import as somebody works on it."""

    claim: Claim[ImportRun]
    transport: Transport | None = None
    progress: Progress = lambda run: None
    is_hurried: bool = False
    folder: Folder = field(default_factory=Folder)

    @property
    def run(self) -> ImportRun:
        return self.claim.job

    def save(self, **values: Any) -> None:
        """Where it goes on, and how far it is. Raises Lost."""
        self.claim.beat(**values, takeovers=0)

    def client(self) -> Transport:
        """Who asks the server."""
        if self.transport is None:
            options = self.run.options
            host = addresses.name_of(self.run.source)
            hosts = frozenset({host, *options.get("hosts", ())})
            self.transport = fetching.Client(
                hosts=hosts,
                private=frozenset(options.get("private", ())),
                delay=float(options.get("delay", 0.5)),
                # In a request of a page there is no time to wait for a server that is busy.
                tries=1 if self.is_hurried else 5,
                longest_wait=5.0 if self.is_hurried else 300.0,
                longest_answer=120.0 if self.is_hurried else 600.0,
                beat=self.claim.beat,
            )
        return self.transport


def run(
    key: uuid.UUID,
    *,
    seconds: float | None = None,
    transport: Transport | None = None,
    progress: Progress = lambda run: None,
) -> None:
    """Work on an import until it is over, or for so many `seconds`; nothing if somebody else does, or it is over.

    What goes wrong is told in the row and in the log.
    """
    claim = take(key, ImportRun)
    if claim is None:
        return
    end = time.monotonic() + seconds if seconds is not None else None
    work = Work(claim, transport, progress, is_hurried=seconds is not None)
    try:
        with translation.override(claim.job.language):
            _work(work, end)
    except Lost:
        logger.info("The import %s was cancelled, or somebody else goes on with it.", key)
    except OperationalError:
        # The database was busy for too long. The claim runs out, and the work goes on then.
        logger.exception("The work on import %s was interrupted.", key)
    finally:
        if isinstance(work.transport, fetching.Client):
            work.transport.close()


def _work(work: Work, end: float | None) -> None:
    try:
        _check(work.run)
        while step(work):
            work.progress(work.run)
            if end is not None and time.monotonic() > end:
                work.claim.release()
                return
    except Failed as failure:
        work.claim.end(ImportRun.State.FAILED, failure=str(failure))
    except (Lost, OperationalError):
        raise
    except Exception:
        logger.exception("Import %s was broken off.", work.run.pk)
        failure = _("The import was broken off by a mistake. The cause is in the log of the server.")
        work.claim.end(ImportRun.State.FAILED, failure=failure)
    work.progress(work.run)


def _check(run: ImportRun) -> None:
    if not may_administer(run.owner):
        raise Failed(_("Whoever started the import is no administrator any more."))
    if run.takeovers > MOST_TAKEOVERS:
        raise Failed(_("The work was interrupted again and again at the same place."))


def step(work: Work) -> bool:
    """The next step; whether there is another one. Raises Failed, Lost."""
    run = work.run
    if run.stage == "fetch":
        if not _read(work):
            work.save(stage="files" if run.options.get("files") else "link")
    elif run.stage == "files":
        if not downloads.step(run, work.client(), work.save):
            work.save(stage="link")
    elif run.stage == "link":
        _link(work)
    elif run.stage == "build":
        _build(work)
    elif run.stage == "seats":
        _publish_seats(work)
    else:
        _finish(work)
        return False
    return True


def is_folder(source: str) -> bool:
    """Whether a source is a folder or a file, not an address."""
    return not source.lower().startswith(("http://", "https://"))


def _read(work: Work) -> bool:
    if is_folder(work.run.source):
        return work.folder.step(work.run, work.save)
    return reading.step(work.run, work.client(), work.save)


def _link(work: Work) -> None:
    """Everything is there: from here on it is known what belongs together, and how much there is to do."""
    run = work.run
    with transaction.atomic():
        ImportedObject.objects.filter(run=run, is_wanted=True).update(is_wanted=False)
        staging.hang_together(run)
        total = ImportedObject.objects.filter(run=run, is_pending=True).count()
        work.save(stage="build", total=total, done=0, cursor={**run.cursor, "build": 0})
    if total > staging.BATCH:
        with connection.cursor() as cursor:
            # Without knowing how many rows there are, the database would read all of them again and again.
            cursor.execute("ANALYZE minutes_importedobject")


def _build(work: Work) -> None:
    run = work.run
    place = run.cursor.get("build", 0)
    kind, build, count = _BUILDS[place]
    rows = list(staging.pending(run, kind)[:count])
    if rows:
        _store(work, build, rows)
        return
    # Seats before sessions: whom a list of members names is known when minutes name them.
    following = "seats" if kind == "Membership" else "build" if place + 1 < len(_BUILDS) else "finish"
    work.save(stage=following, cursor={**run.cursor, "build": place + 1})


def _store(work: Work, build: Build, rows: list[ImportedObject]) -> None:
    """Store some objects together; where that can't be done one by one, and tell which one can't."""
    try:
        _store_together(work, build, rows)
    except (IntegrityError, DataError, ValidationError, ValueError, TypeError, KeyError, AttributeError) as error:
        if len(rows) > 1:
            keys = [row.pk for row in rows]
            for key in keys:
                _store(work, build, list(ImportedObject.objects.filter(pk=key, is_pending=True)))
            return
        if not rows:
            return
        logger.warning("The object %s could not be stored.", rows[0].external_id, exc_info=True)
        with transaction.atomic():
            store, row = Store(work.run), ImportedObject.objects.get(pk=rows[0].pk)
            store.skipped(row, _("It could not be stored: %(why)s") % {"why": _sentence(error)})
            store.finish()
            work.save(done=work.run.done + 1)


def _store_together(work: Work, build: Build, rows: list[ImportedObject]) -> None:
    if not rows:
        return
    with transaction.atomic():
        store = Store(work.run)
        build(store, rows)
        store.finish()
        left = ImportedObject.objects.filter(run=work.run, is_pending=True).count()
        work.save(done=max(work.run.done, work.run.total - left))


def _sentence(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)[:300]
    return f"{type(error).__name__}: {error}"[:300]


def _publish_seats(work: Work) -> None:
    """Publish who sits where, of each committee whose seats changed; some committees a step."""
    run = work.run
    after = run.cursor.get("seats", 0)
    committees = list(_imported_committees(run).filter(pk__gt=after).order_by("pk")[:_SEATS_AT_ONCE])
    if not committees:
        work.save(stage="build")
        return
    with transaction.atomic():
        for committee in committees:
            people.deputies(committee)
        publications.directories(Store(run), committees)
        work.save(cursor={**run.cursor, "seats": committees[-1].pk})


def _imported_committees(run: ImportRun) -> Any:
    """Committees that came from the source, not those that were here before."""
    rows = ImportedObject.objects.filter(row_table=Committee._meta.db_table, source=run.source)
    keys = [int(key) for key in rows.exclude(written__in=("", "{}")).values_list("row_key", flat=True)]
    return Committee.objects.select_related("body__profile").filter(pk__in=keys)


def _finish(work: Work) -> None:
    """What belongs to nothing is told of; then the counts, the event in the chain, and the end."""
    run = work.run
    with transaction.atomic():
        finishing.leave_out(run)
        finishing.tell_unseen(run)
        unchanged = ImportedObject.objects.filter(run=run, outcome="").exclude(digest="")
        unchanged.update(outcome=ImportedObject.Outcome.UNCHANGED)
        bodies = ImportedObject.objects.filter(row_table=Body._meta.db_table, source=run.source)
        if run.total:
            for key in bodies.values_list("row_key", flat=True):
                oparl.project_body(int(key))
        counts = finishing.counts_of(run)
        work.claim.end(ImportRun.State.DONE, counts=counts, options=run.options)
        audit.note("imported", run, by=run.owner, source=run.source, counts=counts)


def open_run(source: str, *, owner: Any, options: dict[str, Any], language: str = "de") -> ImportRun:
    """A new run; or the one that was begun for the same source and did not end.

    Raises ValidationError where that one was begun with other choices.
    """
    left = ImportRun.objects.open().filter(source=source).order_by("created_at").first()
    if left is None:
        return ImportRun.objects.create(
            source=source, owner=owner, options=options, language=language, heartbeat=timezone.now()
        )
    if _choices(left.options) != _choices(options):
        raise ValidationError(
            _(
                "An import of this address is open that was begun with other choices. "
                "Choose the same to go on with it; or cancel it on its page, and start anew."
            )
        )
    return left


def _choices(options: dict[str, Any]) -> dict[str, Any]:
    """What was chosen, without how fast it goes and what a run notes of itself."""
    return {name: value for name, value in options.items() if name not in ("delay", "incomplete")}
