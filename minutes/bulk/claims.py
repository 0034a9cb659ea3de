"""Who works on an export or an import: one at a time. A claim is taken, kept alive and given back by compare-and-set.

Each step is one short statement outside of any transaction; whoever finds that the row is no longer as it was left
has lost the claim, or the export was cancelled, and stops.
"""

import uuid
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import F
from django.utils import timezone

from minutes.models import ExportJob, ImportRun

_State = ExportJob.State
Job = TypeVar("Job", ExportJob, ImportRun)


class Lost(Exception):
    """It was cancelled or deleted, or another worker has it."""


@dataclass(frozen=True, slots=True)
class Claim(Generic[Job]):
    """The right to work on an export or an import."""

    job: Job
    token: str

    def beat(self, **values: Any) -> None:
        """A sign of life, with how far it is. Raises Lost."""
        self._write(heartbeat=timezone.now(), **values)

    def release(self) -> None:
        """Let whoever comes go on at once. Raises Lost."""
        self._write(heartbeat=timezone.now(), claim="")

    def end(self, state: str, **values: Any) -> None:
        """It is over. Raises Lost."""
        now = timezone.now()
        self._write(heartbeat=now, finished_at=now, claim="", state=state, **values)

    def _write(self, **values: Any) -> None:
        rows = type(self.job).objects.filter(pk=self.job.pk, claim=self.token, state=_State.RUNNING)
        if not rows.update(**values):
            raise Lost
        for name, value in values.items():
            setattr(self.job, name, value)


def take(key: uuid.UUID, kind: type[Job]) -> Claim[Job] | None:
    """The claim on what nobody holds, or whose worker is lost; None if there is nothing to do.

    Of two who try at the same moment one gets it: the other finds the row changed.
    """
    job = kind.objects.filter(pk=key).first()
    if job is None or not job.is_free:
        return None
    token, now = str(uuid.uuid4()), timezone.now()
    rows = kind.objects.filter(pk=key, state=job.state, claim=job.claim, heartbeat=job.heartbeat)
    lost_one = 1 if job.claim else 0
    taken = rows.update(
        state=_State.RUNNING,
        claim=token,
        heartbeat=now,
        started_at=job.started_at or now,
        takeovers=F("takeovers") + lost_one,
    )
    return Claim(kind.objects.select_related("owner").get(pk=key), token) if taken else None


def queue_again(key: uuid.UUID, kind: type[ExportJob | ImportRun]) -> bool:
    """Take it from a lost worker and let it wait for another; whether this caller was the one who did."""
    job = kind.objects.filter(pk=key, state=_State.RUNNING).first()
    if job is None or not job.is_free:
        return False
    rows = kind.objects.filter(pk=key, state=_State.RUNNING, claim=job.claim, heartbeat=job.heartbeat)
    lost_one = 1 if job.claim else 0
    return bool(
        rows.update(state=_State.QUEUED, claim="", heartbeat=timezone.now(), takeovers=F("takeovers") + lost_one)
    )


def cancel(job: ExportJob | ImportRun) -> bool:
    """End it before it is done; whether there was something to end."""
    rows = type(job).objects.open().filter(pk=job.pk)
    return bool(rows.update(state=_State.CANCELLED, claim="", finished_at=timezone.now()))
