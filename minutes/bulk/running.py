"""The work on an export, from the claim to the archive. Called outside of transactions; whatever happens, no half file.

A worker that is lost leaves its claim, which another one may take after a while; what it finished is not made again.
"""

import logging
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.db import OperationalError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from committees import audit
from minutes.bulk import archiving, making, packing, selection, telling
from minutes.bulk.claims import Claim, Lost, take
from minutes.bulk.folder import Folder, sha256_of
from minutes.models import ExportJob
from minutes.permissions import may_export, still_covers

logger = logging.getLogger(__name__)

MOST_TAKEOVERS = 3
"""So many workers may be lost at one document; then it is the document."""


class Failed(Exception):
    """The export as a whole can't be made; the message says why."""


def run(key: uuid.UUID, *, seconds: float | None = None) -> None:
    """Work on an export until it is over, or for so many `seconds`; nothing if somebody else does, or it is over.

    Raises nothing: what goes wrong is told in the row and in the log.
    """
    claim = take(key, ExportJob)
    if claim is None:
        return
    folder = Folder(key)
    end = time.monotonic() + seconds if seconds is not None else None
    try:
        with translation.override(claim.job.language):
            if _work(claim, folder, end):
                telling.tell(claim.job)
    except Lost:
        _clear_if_over(key, folder)
    except OperationalError:
        # The database was busy for too long. The claim runs out, and the work goes on then.
        logger.exception("The work on export %s was interrupted.", key)


def _work(claim: Claim[ExportJob], folder: Folder, end: float | None) -> bool:
    """Whether the export came to an end. Raises Lost, OperationalError."""
    try:
        _check(claim.job)
        folder.open()
        if claim.job.body_id is not None:
            _archive(claim, folder)
            return True
        if not _make_all(claim, folder, end):
            claim.release()
            return False
        _pack(claim, folder)
    except Failed as failure:
        _fail(claim, folder, str(failure))
    except OSError:
        claim.beat()  # where the export was cancelled, its folder is gone, and that is no mistake
        logger.exception("The files of export %s could not be written.", claim.job.pk)
        _fail(claim, folder, _("The files could not be written. The cause is in the log of the server."))
    except (Lost, OperationalError):
        raise
    except Exception:
        logger.exception("Export %s was broken off.", claim.job.pk)
        _fail(claim, folder, _("The export was broken off by a mistake. The cause is in the log of the server."))
    return True


def _check(job: ExportJob) -> None:
    if not may_export(job.owner) or not still_covers(job.owner, job):
        raise Failed(_("You may no longer export the documents of all these committees."))
    if job.takeovers > MOST_TAKEOVERS:
        raise Failed(_("The work was interrupted again and again at the same document."))


def _make_all(claim: Claim[ExportJob], folder: Folder, end: float | None) -> bool:
    """Make what is missing, until nothing is; False if the time was over before.

    What was published or withdrawn meanwhile is looked at again: a step that was made of something else is missing.
    """
    while True:
        units, sources = selection.units_of(claim.job), selection.sources_of(claim.job)
        missing = [unit for unit in units if not folder.holds(unit, sources.get(unit))]
        done = len(units) - len(missing)
        claim.beat(total=len(units), done=done)
        if not missing:
            return True
        for number, unit in enumerate(missing):
            # However short the time, one is made, or there would be no end.
            if number and end is not None and time.monotonic() > end:
                return False
            making.make(claim.job, unit, folder)
            done += 1
            claim.beat(done=done, takeovers=0)


def _pack(claim: Claim[ExportJob], folder: Folder) -> None:
    """Pack what was made."""
    entries, problems = _results(claim.job, folder)
    if not entries:
        claim.beat(problems=problems)
        raise Failed(_("There is nothing to pack: none of the documents could be made."))
    _finish(claim, folder, packing.pack(folder, entries, beat=claim.beat), len(entries), problems)


def _archive(claim: Claim[ExportJob], folder: Folder) -> None:
    """Write the archive of a body, in one go: it tells of one moment."""
    part, report = archiving.write(claim, folder)
    problems = [
        {"reference": name, "kind": "", "item": "", "sentence": _("The uploaded file is not there.")}
        for name in report.missing
    ]
    _finish(claim, folder, part, report.files, problems)


def _finish(
    claim: Claim[ExportJob], folder: Folder, part: Path, documents: int, problems: list[dict[str, str]]
) -> None:
    """Name the archive, and say so: in the row, with the event in the audit chain, or not at all."""
    sha256 = sha256_of(part)
    size = part.stat().st_size
    claim.beat()
    folder.finish(part)
    with transaction.atomic():
        claim.end(
            ExportJob.State.DONE,
            file=folder.archive.name,
            documents=documents,
            problems=problems,
            size=size,
            sha256=sha256,
        )
        audit.note("exported", claim.job, by=claim.job.owner, **_facts(claim.job))
    folder.discard()


def _results(job: ExportJob, folder: Folder) -> tuple[list[packing.Entry], list[dict[str, str]]]:
    lines = [line for unit in selection.units_of(job) if (line := folder.line(unit))]
    return [entry for line in lines for entry in line.entries], [one for line in lines for one in line.problems]


def _facts(job: ExportJob) -> dict[str, Any]:
    """What the audit chain holds: what was exported, and nothing that stands in it."""
    if job.body_id is not None:
        return {
            "body": job.body_id,
            "audience": job.audience,
            "documents": job.documents,
            "problems": len(job.problems),
            "sha256": job.sha256,
        }
    return {
        "committees": sorted(job.committees.order_by().values_list("pk", flat=True)),
        "since": job.since.isoformat(),
        "until": job.until.isoformat(),
        "kinds": list(job.kinds),
        "format": job.format,
        "audience": job.audience,
        "documents": job.documents,
        "problems": len(job.problems),
        "sha256": job.sha256,
    }


def _fail(claim: Claim[ExportJob], folder: Folder, sentence: str) -> None:
    claim.end(ExportJob.State.FAILED, failure=sentence)
    folder.discard(with_archive=True)


def _clear_if_over(key: uuid.UUID, folder: Folder) -> None:
    """Remove the files of an export that was cancelled or deleted; where another worker has it, they are its."""
    job = ExportJob.objects.filter(pk=key).first()
    if job is None or job.is_over:
        with suppress(OSError):
            folder.discard(with_archive=job is None or job.state != ExportJob.State.DONE)


def archive_of(job: ExportJob) -> Path | None:
    """Where the archive of a finished export lies; None if it has none, or it is gone."""
    path = Folder(job.pk).archive
    return path if job.file and path.is_file() else None
