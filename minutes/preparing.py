"""Room: minutes. Setting the PDFs of signed minutes before they are published, in the request or by a worker."""

from uuid import UUID

from django.db import transaction
from django_tasks import task

from committees.models import Session
from minutes import publishing
from minutes.background import has_worker
from minutes.documents import DocumentError
from minutes.letterheads import layout_of
from minutes.models import Correction
from minutes.record import Audience
from minutes.typesetting import Typeset, typeset


def prepare(session: Session, *, also: Correction | None = None, only_public: bool = False) -> Typeset:
    """The PDFs that publishing the minutes now would store; outside of a transaction nobody waits meanwhile.

    `also`: with a correction that is not stored yet; `only_public`: without the minutes for those entitled. Raises
    DocumentError.
    """
    with transaction.atomic():
        made = publishing.records(session, also=also)
        layout = layout_of(made[Audience.PUBLIC].body)
    if also and not also.is_public:
        del made[Audience.PUBLIC]
    if only_public:
        del made[Audience.INTERNAL]
    return typeset(made.values(), layout=layout)


def ahead(session: Session) -> None:
    """Let the worker set what all have signed, so that it is there when somebody publishes it."""
    if has_worker():
        transaction.on_commit(lambda: prepare_minutes.enqueue(str(session.pk)), robust=True)


@task()
def prepare_minutes(key: str) -> None:
    """Set the PDFs of signed minutes. What can't be set is said to whoever publishes."""
    session = Session.objects.filter(pk=UUID(key)).first()
    if session is None or publishing.obstacles(session):
        return
    try:
        prepare(session)
    except DocumentError:
        return
