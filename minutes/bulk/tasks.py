"""Exports as tasks."""

import uuid

from django_tasks import task

from minutes.bulk import running
from minutes.bulk.queues import Queue
from minutes.models import ExportJob


@task()
def make_export(key: str, seconds: float | None = None) -> None:
    """Work on an export."""
    running.run(uuid.UUID(key), seconds=seconds)


QUEUE = Queue(ExportJob, make_export, running.run)
