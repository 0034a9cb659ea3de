"""Room: minutes, importing. Reading a folder of JSON files object by object: single ones, lists, JSON Lines."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import ijson
from django.db import transaction
from django.utils.translation import gettext as _

from minutes.importing.oparl import staging
from minutes.importing.oparl.fetching import Unreadable, parsed
from minutes.importing.oparl.reading import Failed, Saved, lay_down_bodies
from minutes.importing.oparl.values import id_of, kind_of, text
from minutes.models import ImportRun

_ENDINGS = (".json", ".jsonl", ".ndjson")
_SMALL = 4 * 1024 * 1024
_LONGEST_LINE = 16 * 1024 * 1024


class Folder:
    """A folder as it is read; the file at hand stays open from step to step."""

    def __init__(self) -> None:
        self._place: tuple[int, int] = (-1, 0)
        self._objects: Iterator[Any] = iter(())

    def step(self, run: ImportRun, save: Saved) -> bool:
        """Read some objects of the file at hand; whether there is more to read. Raises Failed, Lost."""
        cursor = run.cursor
        cursor.setdefault("queue", [])
        names = files_in(Path(run.source))
        if not names:
            raise Failed(_("There are no JSON files in this folder."))
        place, done = cursor.get("file", 0), cursor.get("done", 0)
        if place >= len(names):
            return False
        path = names[place]
        try:
            objects = self._next(path, place, done)
        except (Unreadable, OSError, UnicodeError) as problem:
            with transaction.atomic():
                staging.note(run, str(problem), external_id=str(path.name)[:500])
                cursor |= {"file": place + 1, "done": 0}
                save(cursor=cursor)
            return True
        with transaction.atomic():
            count = _lay_down(run, objects)
            cursor |= {"file": place, "done": done + len(objects)} if objects else {"file": place + 1, "done": 0}
            save(cursor=cursor, read=run.read + count)
        return True

    def _next(self, path: Path, place: int, done: int) -> list[Any]:
        """The next objects; whoever goes on with the work of another one reads over what was read."""
        if self._place != (place, done):
            self._objects = islice(objects_in(path), done, None)
        objects = list(islice(self._objects, staging.BATCH))
        self._place = (place, done + len(objects))
        return objects


def _lay_down(run: ImportRun, objects: list[Any]) -> int:
    """What is in a file; a system says whose all of it is."""
    rest: list[Any] = []
    bodies: list[Any] = []
    for found in objects:
        kind = kind_of(found.get("type")) if isinstance(found, dict) else ""
        if kind == "System":
            run.cursor |= {"system": id_of(found) or run.source, "name": text(found.get("name"))[:100]}
        (bodies if kind == "Body" else rest).append(found)
    return lay_down_bodies(run, bodies, with_lists=False) + staging.lay_down(run, rest)


def files_in(folder: Path) -> list[Path]:
    """The JSON files of a folder and of those in it, in order; a single file is one too."""
    if folder.is_file():
        return [folder]
    found = (path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS and path.is_file())
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def objects_in(path: Path) -> Iterator[Any]:
    """The objects of a file, of which little is in memory at a time. Raises Unreadable."""
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        yield from _of_lines(path)
    elif path.stat().st_size <= _SMALL:
        yield from _of_value(parsed(path.read_bytes()))
    else:
        yield from _of_large(path)


def _of_lines(path: Path) -> Iterator[Any]:
    with path.open("rb") as lines:
        while line := lines.readline(_LONGEST_LINE):
            if line.strip():
                try:
                    yield from _of_value(parsed(line))
                except Unreadable:
                    yield line[:100].decode(errors="replace")


def _of_value(value: Any) -> Iterator[Any]:
    if isinstance(value, dict) and isinstance(value.get("data"), list) and not id_of(value):
        yield from value["data"]
    elif isinstance(value, list):
        yield from value
    else:
        yield value


def _of_large(path: Path) -> Iterator[Any]:
    """A file that is too large for the memory: a list, or a page with its list."""
    with path.open("rb") as content:
        first = content.read(1_000).lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        content.seek(0)
        try:
            yield from ijson.items(content, "item" if first == b"[" else "data.item", use_float=True)
        except (ijson.JSONError, UnicodeError, ValueError) as error:
            raise Unreadable(_("The file is no JSON.")) from error
