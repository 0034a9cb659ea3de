"""Room: minutes, importing. Imports as tasks."""

import uuid

from django_tasks import task

from minutes.bulk.queues import Queue
from minutes.importing.oparl import running
from minutes.models import ImportRun


@task()
def work_on_import(key: str, seconds: float | None = None) -> None:
    """Work on an import."""
    running.run(uuid.UUID(key), seconds=seconds)


QUEUE = Queue(ImportRun, work_on_import, running.run)
