"""Room: minutes, archives. Writing one, piece by piece: the tables, then the files, then the manifest.

The same rows give the same bytes for the same moment. Call it inside of `one_moment`.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from committees.models import Body
from minutes import program
from minutes.archive import FORMAT, VERSION, files, published
from minutes.archive.container import Container
from minutes.archive.parts import PARTS, Part, accounts_of, rows_of
from minutes.archive.values import line, names_of, text
from minutes.models import Audience

_BATCH = 500
_FEW = 20
"""Rows that are read at once: of those that may be large, fewer."""


@dataclass(slots=True)
class Report:
    """What became of an archive: rows by table, files, and uploaded files that are not there."""

    rows: dict[str, int] = field(default_factory=dict)
    files: int = 0
    missing: list[str] = field(default_factory=list)


def write(
    body: Body,
    audience: Audience,
    *,
    at: datetime.datetime | None = None,
    report: Report | None = None,
    beat: Callable[[], None] = lambda: None,
) -> Iterator[bytes]:
    """The pieces of the archive of a body. `beat` is called now and then; `report` is told what is in it."""
    told = Report() if report is None else report
    container = Container()
    tables = _internal(body) if audience == Audience.INTERNAL else published.tables(body)
    for name, rows in tables:
        beat()
        yield from container.add(f"data/{name}.jsonl", _counted(name, rows, told, beat))
    if audience == Audience.INTERNAL:
        contents = files.internal(body, told.missing)
    else:
        contents = files.published(published.readable(body))
    for path, chunks in contents:
        beat()
        told.files += 1
        yield from container.add(path, chunks, is_packed=False)
    about: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "audience": audience.value,
        "body": {"key": body.key, "name": body.name},
        "made_at": (at or timezone.now()).astimezone(datetime.UTC).isoformat(timespec="seconds"),
        "program": f"{program.version()}",
        "counts": {**told.rows, "files": told.files},
        "missing": told.missing,
    }
    yield from container.close(about)


def _internal(body: Body) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield "accounts", _accounts(body)
    for part in PARTS:
        yield part.name, _table(part, body)


def _accounts(body: Body) -> Iterator[bytes]:
    """Who did something: a number and a name, nothing to log in with."""
    for user in accounts_of(body).iterator(chunk_size=_BATCH):
        yield text({"id": user.pk, "name": user.get_full_name()})


def _table(part: Part, body: Body) -> Iterator[bytes]:
    fields = part.fields
    size = _FEW if part.is_large else _BATCH
    for values in rows_of(part, body).values_list(*names_of(fields)).iterator(chunk_size=size):
        yield line(fields, values)


def _counted(name: str, rows: Iterable[bytes], told: Report, beat: Callable[[], None]) -> Iterator[bytes]:
    told.rows[name] = 0
    for row in rows:
        told.rows[name] += 1
        if told.rows[name] % _BATCH == 0:
            beat()
        yield row
