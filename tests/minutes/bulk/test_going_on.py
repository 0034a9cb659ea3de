"""Who works on an export: one at a time. What a lost worker leaves another one finishes; what is cancelled is gone."""

import datetime
import threading

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.db import OperationalError, connection
from django.utils import timezone

from committees.models import Paper
from minutes import papers, printing, publishing
from minutes.bulk import claims, running
from minutes.bulk.folder import Folder
from minutes.bulk.selection import units_of
from minutes.models import ExportJob
from tests import cast
from tests.minutes.bulk.exports import archive, ask, files, made, manifest, path
from tests.publications import freeze, publisher

LATE = datetime.timedelta(seconds=61)


class Killed(BaseException):
    """The worker is gone: nothing catches this, nothing is cleared up."""


@pytest.fixture
def rooms(place) -> list[cast.Room]:
    found = [cast.session(place, number=number) for number in range(1, 5)]
    for room in found:
        freeze(room.session)
    return found


@pytest.fixture
def made_of(monkeypatch) -> list[str]:
    """The sessions of which documents were made, in this order."""
    found: list[str] = []
    make = printing.make

    def noted(session, **options):
        found.append(session.reference)
        return make(session, **options)

    monkeypatch.setattr(printing, "make", noted)
    return found


def at_the(number: int, act, monkeypatch) -> None:
    """Do something while the document of that number is being made."""
    make, calls = printing.make, []

    def make_and_act(session, **options):
        calls.append(session)
        if len(calls) == number:
            act()
        return make(session, **options)

    monkeypatch.setattr(printing, "make", make_and_act)


def die() -> None:
    raise Killed


def killed(job: ExportJob, monkeypatch, *, at: int = 3) -> ExportJob:
    """The export whose worker is lost while it makes a document, some time ago."""
    with monkeypatch.context() as patch:
        at_the(at, die, patch)
        with pytest.raises(Killed):
            running.run(job.pk)
    grow_old(job)
    job.refresh_from_db()
    return job


def grow_old(job: ExportJob, age: datetime.timedelta = LATE) -> None:
    ExportJob.objects.filter(pk=job.pk).update(heartbeat=timezone.now() - age)


# Claims


def test_one_gets_the_claim(place, clerk, rooms):
    job = ask(clerk, place.committee)
    assert claims.take(job.pk, ExportJob) is not None
    assert claims.take(job.pk, ExportJob) is None


def test_of_two_who_try_at_once_one_gets_it(place, clerk, rooms, monkeypatch):
    job = ask(clerk, place.committee)
    stored = ExportJob.objects.get(pk=job.pk)
    first = claims.take(job.pk, ExportJob)
    # The other one has read the row before the first one wrote it.
    monkeypatch.setattr(ExportJob.objects, "filter", _reads_first(stored), raising=False)
    assert first is not None
    assert claims.take(job.pk, ExportJob) is None


def _reads_first(row):
    rows = ExportJob.objects.all()

    class Rows:
        def first(self):
            return row

    calls = []

    def found(**lookups):
        calls.append(lookups)
        return Rows() if len(calls) == 1 else rows.filter(**lookups)

    return found


def test_a_claim_without_a_sign_of_life_is_taken_over(place, clerk, rooms):
    job = ask(clerk, place.committee)
    first = claims.take(job.pk, ExportJob)
    grow_old(job, datetime.timedelta(seconds=59))
    assert claims.take(job.pk, ExportJob) is None
    grow_old(job)
    second = claims.take(job.pk, ExportJob)
    assert (second.job.takeovers, second.job.state) == (1, "running")
    with pytest.raises(claims.Lost):
        first.beat(done=1)
    second.beat(done=1)


def test_a_claim_that_was_given_back_is_free_at_once(place, clerk, rooms):
    job = ask(clerk, place.committee)
    claims.take(job.pk, ExportJob).release()
    assert claims.take(job.pk, ExportJob).job.takeovers == 0


@pytest.mark.parametrize("state", ["done", "failed", "cancelled"])
def test_what_is_over_is_not_begun_again(place, clerk, state):
    over = {"state": state, "finished_at": timezone.now(), "file": "a.zip" if state == "done" else ""}
    job = ask(clerk, place.committee, **over)
    grow_old(job)
    assert claims.take(job.pk, ExportJob) is None


def test_nobody_works_where_somebody_does(place, clerk, rooms, made_of):
    job = ask(clerk, place.committee)
    claims.take(job.pk, ExportJob)
    running.run(job.pk)
    assert made_of == []


# Going on


def test_a_lost_workers_export_is_finished_without_making_anything_twice(place, clerk, rooms, monkeypatch, made_of):
    whole = made(ask(clerk, place.committee))
    made_of.clear()
    job = killed(ask(clerk, place.committee), monkeypatch)
    assert (job.state, job.done, path(job).exists()) == ("running", 2, False)
    made_of.clear()
    made(job)
    assert made_of == ["IntA/3/2026", "IntA/4/2026"]
    assert (job.state, job.takeovers) == ("done", 0)
    assert path(job).read_bytes() == path(whole).read_bytes()
    assert files() == sorted([job.file, whole.file])


def test_a_worker_that_is_lost_while_it_packs_leaves_no_archive(place, clerk, rooms, monkeypatch, made_of):
    whole = made(ask(clerk, place.committee))
    job = ask(clerk, place.committee)
    chunks = Folder.chunks

    def die_at_the_third(folder, name):
        if name.startswith(str(rooms[2].session.pk)):
            raise Killed
        return chunks(folder, name)

    with monkeypatch.context() as patch:
        patch.setattr(Folder, "chunks", die_at_the_third)
        with pytest.raises(Killed):
            running.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, path(job).exists()) == ("running", 4, False)
    grow_old(job)
    made_of.clear()
    made(job)
    assert made_of == []
    assert path(job).read_bytes() == path(whole).read_bytes()
    assert files() == sorted([job.file, whole.file])


def test_a_document_that_was_damaged_meanwhile_is_made_again(place, clerk, rooms, monkeypatch, made_of):
    job = killed(ask(clerk, place.committee), monkeypatch)
    first = units_of(job)[0]
    (Folder(job.pk).path / f"{first.name}-0").write_bytes(b"half a fi")
    made_of.clear()
    made(job)
    assert made_of == ["IntA/1/2026", "IntA/3/2026", "IntA/4/2026"]
    assert b"half a fi" not in archive(job).read(manifest(job)[0]["file"])


def test_what_was_withdrawn_meanwhile_is_not_in_it(place, clerk, rooms, monkeypatch):
    job = killed(ask(clerk, place.committee), monkeypatch)
    publication = rooms[0].session.publications.get(audience="public")
    publishing.withdraw(publication, by=publisher(), reason="Aus Versehen")
    made(job)
    assert "IntA/1/2026" not in [entry["reference"] for entry in manifest(job)]
    assert [row["reference"] for row in job.problems] == ["IntA/1/2026"]


def test_what_was_withdrawn_while_the_last_one_was_made_is_not_in_it(place, clerk, rooms, monkeypatch):
    publication = rooms[0].session.publications.get(audience="public")
    at_the(4, lambda: publishing.withdraw(publication, by=publisher(), reason="Aus Versehen"), monkeypatch)
    job = made(ask(clerk, place.committee))
    assert "IntA/1/2026" not in [entry["reference"] for entry in manifest(job)]


def test_a_paper_that_was_withdrawn_meanwhile_is_in_no_collection(place, clerk, monkeypatch):
    rooms = [cast.session(place, number=number) for number in range(1, 5)]
    paper = Paper.objects.create(body=place.body, reference="SV-1", title="Radweg", kind="motion", is_public=True)
    paper.attachments.create(title="Plan", file=ContentFile(b"Plan.", "plan.txt"), is_public=True)
    rooms[0].items[0].papers.add(paper)
    for room in rooms:
        freeze(room.session)
    published = papers.publish(paper, by=publisher())
    job = killed(ask(clerk, place.committee, kinds=["collection"], format="pdf"), monkeypatch)
    publishing.withdraw(published, by=publisher(), reason="Aus Versehen")
    made(job)
    with pikepdf.open(archive(job).open(manifest(job)[0]["file"])) as file:
        assert [name for name in file.attachments if name.endswith(".txt")] == []


def test_a_new_edition_takes_the_place_of_the_old_one(place, clerk, rooms, monkeypatch):
    job = killed(ask(clerk, place.committee), monkeypatch)
    newest = freeze(rooms[0].session)["public"]
    made(job)
    assert manifest(job)[0]["record_sha256"] == newest.sha256
    assert manifest(job)[0]["published_at"][:16] == f"{timezone.localtime(newest.published_at):%Y-%m-%dT%H:%M}"


def test_in_small_pieces_it_becomes_the_same(place, clerk, rooms, made_of):
    whole = made(ask(clerk, place.committee))
    made_of.clear()
    job = ask(clerk, place.committee)
    seen = []
    for _piece in range(20):
        running.run(job.pk, seconds=0)
        job.refresh_from_db()
        seen.append(job.state)
        if job.is_over:
            break
    assert seen == ["running", "running", "running", "done"]
    assert made_of == ["IntA/1/2026", "IntA/2/2026", "IntA/3/2026", "IntA/4/2026"]
    assert path(job).read_bytes() == path(whole).read_bytes()


def test_a_document_that_kills_each_worker_is_given_up(place, clerk, rooms, monkeypatch):
    job = ask(clerk, place.committee)
    for _worker in range(4):
        killed(job, monkeypatch, at=1)
    made(job)
    assert (job.state, files()) == ("failed", [])
    assert "again and again" in job.failure


def test_a_busy_database_interrupts_and_does_not_fail(place, clerk, rooms, monkeypatch):
    job = ask(clerk, place.committee)

    def busy():
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        at_the(2, busy, patch)
        assert made(job).state == "running"
    grow_old(job)
    assert made(job).state == "done"


# Cancelling


def test_cancelled_in_the_midst_nothing_is_left(place, clerk, rooms, monkeypatch, made_of):
    job = ask(clerk, place.committee)
    at_the(2, lambda: claims.cancel(job), monkeypatch)
    made(job)
    assert (job.state, files()) == ("cancelled", [])
    assert made_of == ["IntA/1/2026", "IntA/2/2026"]


def test_cancelled_at_the_very_end_nothing_is_left(place, clerk, rooms, monkeypatch):
    job = ask(clerk, place.committee)
    finish = Folder.finish

    def finish_and_cancel(folder, part):
        finish(folder, part)
        claims.cancel(job)

    monkeypatch.setattr(Folder, "finish", finish_and_cancel)
    made(job)
    assert (job.state, job.file, files()) == ("cancelled", "", [])


def test_deleted_in_the_midst_nothing_is_left(place, clerk, rooms, monkeypatch):
    job = ask(clerk, place.committee)
    at_the(2, lambda: ExportJob.objects.filter(pk=job.pk).delete(), monkeypatch)
    running.run(job.pk)
    assert files() == []


def test_what_is_over_can_not_be_cancelled(place, clerk, rooms):
    job = made(ask(clerk, place.committee))
    assert claims.cancel(job) is False
    job.refresh_from_db()
    assert (job.state, path(job).exists()) == ("done", True)


# Transactions


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_a_document_is_made(monkeypatch):
    place = cast.county()
    freeze(cast.session(place).session)
    job = ask(cast.user("clerk", place.committee), place.committee)
    seen = []
    at_the(1, lambda: seen.append(connection.in_atomic_block), monkeypatch)
    assert made(job).state == "done"
    assert seen == [False]


@pytest.mark.django_db(transaction=True)
def test_others_write_while_a_document_is_made(monkeypatch):
    place = cast.county()
    freeze(cast.session(place).session)
    clerk = cast.user("clerk", place.committee)
    job = ask(clerk, place.committee)
    written = []

    def write() -> None:
        try:
            written.append(type(clerk).objects.filter(pk=clerk.pk).update(is_active=True))
        finally:
            connection.close()

    def somebody_else_writes() -> None:
        thread = threading.Thread(target=write)
        thread.start()
        thread.join(timeout=3)

    at_the(1, somebody_else_writes, monkeypatch)
    assert made(job).state == "done"
    assert written == [1]
