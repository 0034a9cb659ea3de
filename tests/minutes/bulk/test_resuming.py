"""`manage.py resume_exports`, and the worker."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from minutes.bulk import cleaning, folder, tasks
from minutes.models import ExportJob
from tests import cast
from tests.minutes.bulk.exports import ask, files, made
from tests.publications import freeze

WORKER = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture(autouse=True)
def room(place) -> cast.Room:
    found = cast.session(place, number=1)
    freeze(found.session)
    return found


@pytest.fixture
def worker(settings):
    """Tasks are done by a worker beside the site; `worker()` does what waits for it."""
    settings.TASKS = WORKER

    def work() -> None:
        # Not the command, which closes the connection of the test.
        someone = Worker(
            queue_names=["default"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="someone",
            excluded_queue_names=[],
        )
        for result in DBTaskResult.objects.ready():
            someone.run_task(result)

    return work


def resume() -> str:
    told = StringIO()
    call_command("resume_exports", stdout=told)
    return told.getvalue()


def left(job: ExportJob, **values) -> ExportJob:
    """The export, last touched two minutes ago."""
    ago = timezone.now() - datetime.timedelta(minutes=2)
    ExportJob.objects.filter(pk=job.pk).update(heartbeat=ago, **values)
    job.refresh_from_db()
    return job


def over(job: ExportJob, *, days: int) -> ExportJob:
    ExportJob.objects.filter(pk=job.pk).update(finished_at=timezone.now() - datetime.timedelta(days=days))
    return job


@pytest.mark.parametrize(
    "values",
    [
        {"state": "running", "claim": "lost"},  # the worker was lost
        {"state": "running"},  # the page was closed
        {"state": "queued"},  # the page was never opened, or the task is lost
    ],
)
def test_it_finishes_what_is_left(place, clerk, values):
    job = left(ask(clerk, place.committee), **values)
    assert "1" in resume().splitlines()[0]
    job.refresh_from_db()
    assert job.state == "done"


def test_it_leaves_alone_what_is_in_work_or_has_just_begun(place, clerk):
    working = ask(clerk, place.committee, state="running", claim="somebody")
    new = ask(clerk, place.committee)
    resume()
    assert {job.state for job in ExportJob.objects.filter(pk__in=[working.pk, new.pk])} == {"running", "queued"}


def test_it_deletes_what_is_older_than_a_week(place, clerk):
    old = over(made(ask(clerk, place.committee)), days=8)
    recent = over(made(ask(clerk, place.committee)), days=6)
    resume()
    assert list(ExportJob.objects.all()) == [recent]
    assert files() == [f"{recent.pk}.zip"]
    assert f"{old.pk}.zip" not in files()


def test_it_clears_up_what_belongs_to_nothing(place, clerk):
    kept = made(ask(clerk, place.committee))
    deleted, cancelled = ask(clerk, place.committee), ask(clerk, place.committee)
    for job in (deleted, cancelled):
        folder.Folder(job.pk).open()
        (folder.Folder(job.pk).path / "a.part").write_bytes(b"half")
        folder.Folder(job.pk).archive.write_bytes(b"whole")
    deleted.delete()
    ExportJob.objects.filter(pk=cancelled.pk).update(state="cancelled", finished_at=timezone.now())
    resume()
    assert files() == [kept.file]


def test_it_does_not_touch_what_is_none_of_its_own(place, clerk, exports_root):
    made(ask(clerk, place.committee))
    (exports_root / "holiday.zip").write_bytes(b"whole")
    cleaning.clean()
    assert "holiday.zip" in files()


def test_it_leaves_the_folder_of_one_that_is_in_work(place, clerk):
    job = ask(clerk, place.committee, state="running", claim="somebody")
    folder.Folder(job.pk).open()
    (folder.Folder(job.pk).path / "a").write_bytes(b"done")
    resume()
    assert files() == [f"work/{job.pk}/a"]


# With a worker


def test_a_worker_makes_what_was_asked_for(place, clerk, worker):
    job = ask(clerk, place.committee)
    tasks.QUEUE.created(job)
    job.refresh_from_db()
    assert job.state == "queued"
    worker()
    job.refresh_from_db()
    assert job.state == "done"


def test_without_one_nothing_is_queued(place, clerk):
    tasks.QUEUE.created(ask(clerk, place.committee))
    assert not DBTaskResult.objects.exists()


def test_what_a_lost_worker_had_is_handed_to_the_next(place, clerk, worker):
    job = left(ask(clerk, place.committee), state="running", claim="lost")
    assert tasks.QUEUE.waits_for_page(job)
    tasks.QUEUE.go_on(job)
    tasks.QUEUE.go_on(job)
    assert DBTaskResult.objects.count() == 1
    job.refresh_from_db()
    assert (job.state, job.takeovers) == ("queued", 1)
    worker()
    job.refresh_from_db()
    assert job.state == "done"


def test_the_page_does_not_do_a_workers_work(place, clerk, worker):
    job = left(ask(clerk, place.committee))
    assert not tasks.QUEUE.waits_for_page(job)
    tasks.QUEUE.go_on(job)
    job.refresh_from_db()
    assert (job.state, DBTaskResult.objects.count()) == ("queued", 0)


def test_a_task_of_an_export_that_is_over_does_nothing(place, clerk, worker):
    job = ask(clerk, place.committee)
    tasks.QUEUE.created(job)
    done = made(job).finished_at
    worker()
    job.refresh_from_db()
    assert job.finished_at == done
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
