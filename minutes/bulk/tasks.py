"""Exports as tasks: made at once in the request that asks for them, or by a worker (`TASKS_BACKEND`)."""

import uuid

from django_tasks import task

from minutes.background import has_worker
from minutes.bulk import claims, running
from minutes.models import ExportJob

SLICE = 4.0
"""So many seconds a request works on an export at a time; the page asks again until it is over. A server that ends
slow requests never sees one, and one with few threads still answers others."""


@task()
def make_export(key: str, seconds: float | None = None) -> None:
    """Work on an export."""
    running.run(uuid.UUID(key), seconds=seconds)


def created(job: ExportJob) -> None:
    """Hand a new export to the worker; without one its page begins it."""
    if has_worker():
        make_export.enqueue(str(job.pk))


def waits_for_page(job: ExportJob) -> bool:
    """Whether the page of an export should ask for work on it: nobody is at it, and no worker will come by itself."""
    if has_worker():
        return job.state == ExportJob.State.RUNNING and job.is_free
    return job.is_free


def go_on(job: ExportJob) -> None:
    """Work on an export for a while, or hand it to the worker anew if the one that had it is lost."""
    if not has_worker():
        make_export.enqueue(str(job.pk), SLICE)
    elif claims.queue_again(job.pk, ExportJob):
        make_export.enqueue(str(job.pk))


def resume() -> int:
    """Finish what lost workers and closed pages have left, here and now; answers how many exports were looked at."""
    keys = [job.pk for job in ExportJob.objects.open().order_by("created_at") if _is_left(job)]
    for key in keys:
        running.run(key)
    return len(keys)


def _is_left(job: ExportJob) -> bool:
    """One that waits is left to its worker, or its page, for a while."""
    return job.is_free and (job.state == ExportJob.State.RUNNING or job.is_stale)
