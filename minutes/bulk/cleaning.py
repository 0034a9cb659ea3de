"""What is left of exports: those that are over for long, and files to which no export belongs."""

import datetime
import uuid

from django.conf import settings
from django.utils import timezone

from minutes.bulk import claims, folder
from minutes.models import ExportJob
from minutes.models.jobs import OPEN


def cancel(job: ExportJob) -> bool:
    """End an export and remove what was made; False if it was over already. A worker that is at it notices."""
    is_cancelled = claims.cancel(job)
    if is_cancelled:
        folder.Folder(job.pk).discard(with_archive=True)
    return is_cancelled


def delete(job: ExportJob) -> None:
    """An export with its files. A worker that is still at it notices, and removes what it has made since."""
    place = folder.Folder(job.pk)
    job.delete()
    place.discard(with_archive=True)


def clean() -> int:
    """Delete what is too old, and what belongs to nothing; answers how many exports were deleted."""
    limit = timezone.now() - datetime.timedelta(days=settings.EXPORT_DAYS)
    old = list(ExportJob.objects.over().filter(finished_at__lt=limit))
    for job in old:
        delete(job)
    _sweep()
    return len(old)


def _sweep() -> None:
    """Folders of exports that nobody works on any more, archives of those that were deleted or did not come to them."""
    for key in folder.in_work():
        if not _exists(key, OPEN):
            folder.Folder(key).discard()
    for key in folder.finished():
        # An archive has its name a moment before its row says so.
        if not _exists(key, (*OPEN, ExportJob.State.DONE)):
            folder.Folder(key).discard(with_archive=True)


def _exists(key: str, states: tuple[str, ...]) -> bool:
    try:
        return ExportJob.objects.filter(pk=uuid.UUID(key), state__in=states).exists()
    except ValueError:
        return True  # nothing of ours
