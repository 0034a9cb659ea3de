"""Room: minutes, following. Telling followers as a task: a worker does it as soon as something can be read.

Without a worker, or where a task was lost, the timer of `manage.py send_alerts` does it: a request that publishes
should not wait for a mail server.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from minutes.background import has_worker
from minutes.following import alerts, sending
from minutes.models import Audience, Publication


@task()
def tell_followers() -> None:
    """Make the rows that are missing, and send what is due."""
    alerts.look()
    sending.send()


def published(publication: Publication) -> None:
    """Hand it to the worker once it is stored; what is dated ahead, for its moment."""
    if publication.audience == Audience.PUBLIC and has_worker():
        moment = publication.visible_from
        transaction.on_commit(lambda: _queue(moment), robust=True)


def _queue(moment: datetime) -> None:
    task = tell_followers.using(run_after=moment) if moment > timezone.now() else tell_followers
    task.enqueue()
