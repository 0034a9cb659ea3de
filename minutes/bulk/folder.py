"""The folder in which an export grows: finished documents, each with a line that says what it is, and the archive.

A file has its name from the moment on at which it is whole. A line is written after its documents, so that whoever
goes on with the work of a lost worker can rely on what has one.
"""

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

from minutes.bulk.selection import Unit

_WORK = "work"


@dataclass(slots=True)
class Line:
    """What became of one step: `entries` for the manifest, each with the file in the folder; and what went wrong.

    `source` names the publication that was asked, and the state of its files; None of a draft.
    """

    source: str | None
    entries: list[dict[str, Any]] = field(default_factory=list)
    problems: list[dict[str, str]] = field(default_factory=list)


class Folder:
    """The work folder of one export, and the place of its archive."""

    def __init__(self, key: object) -> None:
        self.path = root() / _WORK / str(key)
        self.archive = root() / f"{key}.zip"

    def open(self) -> None:
        for place in (root(), self.path.parent, self.path):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)

    def put(self, unit: Unit, number: int, content: bytes) -> tuple[str, str]:
        """Write one finished document; its name in the folder and its SHA-256."""
        name = f"{unit.name}-{number}"
        self._write(name, content)
        return name, hashlib.sha256(content).hexdigest()

    def close(self, unit: Unit, line: Line) -> None:
        """Write the line of a step, whose documents are all there."""
        self._write(f"{unit.name}.json", json.dumps(asdict(line), ensure_ascii=False).encode())

    def line(self, unit: Unit) -> Line | None:
        """What became of a step; None if it was not ended."""
        try:
            return Line(**json.loads((self.path / f"{unit.name}.json").read_bytes()))
        except (OSError, ValueError, TypeError):
            return None

    def holds(self, unit: Unit, source: str | None) -> bool:
        """Whether a step needs not be made again: ended, of the same publication, and its files as they were made."""
        line = self.line(unit)
        if line is None or line.source != source:
            return False
        try:
            return all(sha256_of(self.path / entry["stored"]) == entry["sha256"] for entry in line.entries)
        except OSError:
            return False

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a document of the folder."""
        with (self.path / name).open("rb") as content:
            while chunk := content.read(1 << 20):
                yield chunk

    def part(self) -> Path:
        """Where something is written that is not whole yet: a name for nobody else, also not a worker that was lost."""
        return self.path / f"{uuid.uuid4().hex}.part"

    def finish(self, part: Path) -> None:
        """Give the archive its name; it is whole, and on the disk before it has it."""
        with part.open("rb") as content:
            os.fsync(content.fileno())
        part.chmod(0o600)
        part.replace(self.archive)

    def discard(self, *, with_archive: bool = False) -> None:
        """Remove what is in work, and the archive where that is wanted."""
        shutil.rmtree(self.path, ignore_errors=True)
        if with_archive:
            self.archive.unlink(missing_ok=True)

    def _write(self, name: str, content: bytes) -> None:
        part = self.part()
        part.write_bytes(content)
        part.replace(self.path / name)


def root() -> Path:
    return Path(settings.EXPORTS_ROOT)


def in_work() -> list[str]:
    """The keys of the exports that have a work folder."""
    return [path.name for path in (root() / _WORK).iterdir()] if (root() / _WORK).is_dir() else []


def finished() -> list[str]:
    """The keys of the exports that have an archive."""
    return [path.stem for path in root().glob("*.zip")]


def sha256_of(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
