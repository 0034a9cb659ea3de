"""Imports as tasks: a few seconds at a time in the requests of their page, or by a worker (`TASKS_BACKEND`)."""

import uuid

from django_tasks import task

from minutes.background import has_worker
from minutes.bulk import claims
from minutes.bulk.tasks import SLICE
from minutes.importing.oparl import running
from minutes.models import ImportRun


@task()
def work_on_import(key: str, seconds: float | None = None) -> None:
    """Work on an import."""
    running.run(uuid.UUID(key), seconds=seconds)


def created(run: ImportRun) -> None:
    """Hand a new import to the worker; without one its page begins it."""
    if has_worker():
        work_on_import.enqueue(str(run.pk))


def waits_for_page(run: ImportRun) -> bool:
    """Whether the page of an import should ask for work on it: nobody is at it, and no worker will come by itself."""
    if has_worker():
        return run.state == ImportRun.State.RUNNING and run.is_free
    return run.is_free


def go_on(run: ImportRun) -> None:
    """Work on an import for a while, or hand it to the worker anew if the one that had it is lost."""
    if not has_worker():
        work_on_import.enqueue(str(run.pk), SLICE)
    elif claims.queue_again(run.pk, ImportRun):
        work_on_import.enqueue(str(run.pk))


def resume() -> int:
    """Finish what lost workers and closed pages have left, here and now; answers how many imports were looked at."""
    rows = [run for run in ImportRun.objects.open().order_by("created_at") if run.is_free]
    keys = [run.pk for run in rows if run.state == ImportRun.State.RUNNING or run.is_stale]
    for key in keys:
        running.run(key)
    return len(keys)
