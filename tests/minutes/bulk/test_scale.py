"""Two hundred sessions at once: in flat memory, with a worker that is killed, and one that is told to stop."""

import datetime
import os
import random
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable

import pytest
from django.conf import settings as django_settings
from django.utils import timezone

from committees.models import Committee, User
from minutes import printing
from minutes.bulk import cleaning, running, tasks
from minutes.models import ExportJob
from tests import cast, publications
from tests.minutes.bulk.exports import archive, ask, files, made, path
from tests.process import ROOT, database_url

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

MANY = 200
SIZE = 200_000
INCOMPRESSIBLE = random.Random(5).randbytes(SIZE)  # noqa: S311 - noise, no secret
_PATIENCE = 60


@pytest.fixture
def place(transactional_db, monkeypatch) -> cast.County:
    """Each PDF that is published has its size."""
    monkeypatch.setattr(publications, "PDF", b"%PDF-1.7 " + INCOMPRESSIBLE)
    return cast.county()


def publish(place: cast.County, count: int, *, short_name: str = "KT") -> Committee:
    """A committee with so many published sessions."""
    committee = Committee.objects.create(
        body=place.body, name=short_name, short_name=short_name, seats=9, start=cast.TERM_START
    )
    county = cast.County(place.body, place.term, place.faction, committee)
    for number in range(1, count + 1):
        publications.freeze(cast.session(county, number=number, items=1).session)
    return committee


@pytest.fixture
def admin(transactional_db) -> User:
    return cast.user("admin")


@pytest.fixture
def process(tmp_path, exports_root) -> Callable[..., subprocess.Popen]:
    """`process("db_worker", …)`: a command of Gremia as a process of its own, on the rows of the test."""
    started: list[subprocess.Popen] = []

    def start(*arguments: str) -> subprocess.Popen:
        environment = {
            **os.environ,
            "DATABASE_URL": database_url(),
            "SECRET_KEY": django_settings.SECRET_KEY,
            "EXPORTS_ROOT": str(exports_root),
            "TASKS_BACKEND": "database",
        }
        command = [sys.executable, "manage.py", *arguments]
        with (tmp_path / "process.log").open("ab") as log:
            one = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)  # noqa: S603 - our own
        started.append(one)
        return one

    yield start
    for one in started:
        if one.poll() is None:
            one.kill()
        one.wait()


def wait_for(job: ExportJob, number: int) -> None:
    """Until so many documents are made."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        job.refresh_from_db()
        if job.done >= number:
            return
        time.sleep(0.01)
    pytest.fail(f"Only {job.done} of {job.total} are made, {job.state}")


def peak_of(job: ExportJob) -> float:
    """The most memory that the work on an export held at one moment, in MB."""
    tracemalloc.start()
    try:
        made(job)
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def test_memory_stays_flat_and_the_progress_moves(place, admin, monkeypatch, figure):
    committees = publish(place, MANY // 4, short_name="JHA"), publish(place, MANY)
    few, many = (ask(admin, committee, format="pdf") for committee in committees)
    made(ask(admin, committees[0], format="pdf"))  # what is loaded once is loaded now
    seen = []
    make = printing.make

    def watched(session, **options):
        seen.append(ExportJob.objects.values_list("done", "total").get(pk=many.pk))
        return make(session, **options)

    small = peak_of(few)
    monkeypatch.setattr(printing, "make", watched)
    begun = time.monotonic()
    large = peak_of(many)
    figure(
        f"export of {MANY} documents ({many.size / 1e6:.0f} MB) in {time.monotonic() - begun:.0f} s:"
        f" {large:.1f} MB of memory at most, of {MANY // 4} {small:.1f} MB"
    )
    assert seen == [(done, MANY) for done in range(MANY)]
    assert (few.documents, many.documents) == (MANY // 4, MANY)
    assert many.size > MANY * SIZE
    assert large < small + 3


def test_what_a_killed_worker_leaves_ends_in_the_same_archive(place, admin, process, settings, figure):
    committee = publish(place, MANY)
    whole = made(ask(admin, committee, format="pdf"))
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    job = ask(admin, committee, format="pdf")
    tasks.QUEUE.created(job)
    worker = process("db_worker", "--no-startup-delay", "--no-reload")
    wait_for(job, 20)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    job.refresh_from_db()
    killed_at = job.done
    assert (job.state, killed_at < MANY, path(job).exists()) == ("running", True, False)

    # Nobody takes it while the lost worker may still be alive.
    assert process("resume_exports").wait(timeout=_PATIENCE) == 0
    job.refresh_from_db()
    assert (job.state, job.done) == ("running", killed_at)

    late = timezone.now() - datetime.timedelta(seconds=settings.EXPORT_STALE_SECONDS + 1)
    ExportJob.objects.filter(pk=job.pk).update(heartbeat=late)
    assert process("resume_exports").wait(timeout=_PATIENCE) == 0
    job.refresh_from_db()
    assert (job.state, job.documents, job.problems) == ("done", MANY, [])
    assert path(job).read_bytes() == path(whole).read_bytes()
    assert files() == sorted([job.file, whole.file])
    figure(f"export of {MANY} documents: its worker was killed after {killed_at}, another one ended in the same bytes")


def test_cancelled_in_the_midst_no_half_file_is_left(place, admin, process):
    job = ask(admin, publish(place, MANY // 2), format="pdf")
    ExportJob.objects.filter(pk=job.pk).update(state="running")
    worker = process("resume_exports")
    wait_for(job, 20)
    assert cleaning.cancel(job)
    assert worker.wait(timeout=_PATIENCE) == 0
    job.refresh_from_db()
    assert (job.state, job.done < job.total, files()) == ("cancelled", True, [])


def test_two_workers_at_once_make_one_archive(place, admin, process):
    job = ask(admin, publish(place, MANY // 2), format="pdf")
    ExportJob.objects.filter(pk=job.pk).update(state="running")
    workers = [process("resume_exports") for _worker in range(2)]
    assert [worker.wait(timeout=_PATIENCE) for worker in workers] == [0, 0]
    job.refresh_from_db()
    assert (job.state, job.documents, job.takeovers) == ("done", MANY // 2, 0)
    assert archive(job).testzip() is None
    running.run(job.pk)
    assert files() == [job.file]
