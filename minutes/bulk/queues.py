"""Jobs as tasks: made a few seconds at a time in the requests of their page, or by a worker (`TASKS_BACKEND`)."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic

from minutes.background import has_worker
from minutes.bulk import claims
from minutes.bulk.claims import Job

SLICE = 4.0
"""So many seconds a request works on a job at a time; the page asks again until it is over. A server that ends slow
requests never sees one, and one with few threads still answers others."""


@dataclass(frozen=True, slots=True)
class Queue(Generic[Job]):
    """Jobs of a kind; `task` takes the key and how many seconds, `run` works on one here and now."""

    kind: type[Job]
    task: Any
    run: Callable[[uuid.UUID], None]

    def created(self, job: Job) -> None:
        """Hand a new job to the worker; without one its page begins it."""
        if has_worker():
            self.task.enqueue(str(job.pk))

    def waits_for_page(self, job: Job) -> bool:
        """Whether the page of a job should ask for work on it: nobody is at it, and no worker will come by itself."""
        if has_worker():
            return job.state == self.kind.State.RUNNING and job.is_free
        return job.is_free

    def go_on(self, job: Job) -> None:
        """Work on a job for a while, or hand it to the worker anew if the one that had it is lost."""
        if not has_worker():
            self.task.enqueue(str(job.pk), SLICE)
        elif claims.queue_again(job.pk, self.kind):
            self.task.enqueue(str(job.pk))

    def resume(self) -> int:
        """Finish what lost workers and closed pages have left, here and now; answers how many jobs were looked at.

        One that waits is left to its worker, or its page, for a while.
        """
        rows = [job for job in self.kind.objects.open().order_by("created_at") if job.is_free]
        keys = [job.pk for job in rows if job.state == self.kind.State.RUNNING or job.is_stale]
        for key in keys:
            self.run(key)
        return len(keys)
