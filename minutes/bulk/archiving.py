"""The archive of a body as an export: written in one moment of the database, while signs of life go out beside it."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, connections

from minutes.archive import writing
from minutes.archive.parts import PARTS
from minutes.bulk.claims import Claim
from minutes.bulk.folder import Folder
from minutes.models import Audience, ExportJob
from minutes.one_moment import one_moment

_SECONDS = 1.0
"""Between two signs of life."""


def write(claim: Claim[ExportJob], folder: Folder) -> tuple[Path, writing.Report]:
    """Write the archive beside its place; where it is, and what is in it. Raises Lost where it was cancelled."""
    job, report, part = claim.job, writing.Report(), folder.part()
    total = len(PARTS) + 1
    job_body = job.body
    with _beside(claim) as beat, one_moment(), part.open("wb") as file:

        def step() -> None:
            beat(total, min(len(report.rows), total - 1))

        file.writelines(writing.write(job_body, Audience(job.audience), report=report, beat=step))
    claim.beat(total=total, done=total)
    return part, report


@contextmanager
def _beside(claim: Claim[ExportJob]) -> Iterator[Callable[[int, int], None]]:
    """Signs of life by a connection of their own: the one that reads must see one moment, and write nothing."""
    last = -_SECONDS

    def is_due() -> bool:
        nonlocal last
        is_late = time.monotonic() - last >= _SECONDS
        last = time.monotonic() if is_late else last
        return is_late

    if connection.in_atomic_block:
        yield lambda total, done: claim.beat(total=total, done=done) if is_due() else None
        return
    with ThreadPoolExecutor(1) as other:

        def beat(total: int, done: int) -> None:
            if is_due():
                other.submit(claim.beat, total=total, done=done).result()

        try:
            yield beat
        finally:
            other.submit(connections.close_all).result()
