"""Room: minutes, importing. An archive as a file: whether it is one, is whole, and does no harm. Touches no database.

Nothing is unpacked by the names in the archive: they are compared with those that there may be.
"""

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from django.utils.translation import gettext as _

from minutes.archive import FORMAT, MANIFEST, VERSION
from minutes.archive.parts import PARTS
from minutes.archive.values import Unreadable, parsed
from minutes.models import Audience

MOST_FILES = 1_000_000
LARGEST_MANIFEST = 256 * 1024 * 1024
LONGEST_LINE = 64 * 1024 * 1024
LARGEST_FILE = 512 * 1024 * 1024
"""Bytes of a file that is no table: it is held in memory when it is stored."""
MOST_TIMES = 200
"""So many times its packed size a table may have; more is no text, but a bomb."""
_CHUNK = 1 << 20
_NAMES = re.compile(
    r"data/[a-z_]{1,40}\.jsonl|pdf/[0-9a-f]{64}\.pdf|(?:files|logos)/[0-9a-f]{64}"
    r"|uploads/attachments/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.[a-z0-9]{1,10})?",
    re.ASCII,
)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Refused(Exception):
    """The archive is not taken in; the message says why."""


class Archive:
    """An open archive, with its manifest. Raises Refused wherever it is not what it should be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise Refused(_("%(path)s can’t be read: %(reason)s.") % {"path": path, "reason": error.strerror}) from None
        try:
            with _readable():
                self._zip = zipfile.ZipFile(self._file)
                self._sizes = self._directory()
                self.manifest = self._manifest()
        except BaseException:
            self._file.close()
            raise
        self.listed = {file["path"]: file for file in self.manifest["files"]}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()
        self._file.close()

    @property
    def sha256(self) -> str:
        """That of the archive as a file."""
        self._file.seek(0)
        return hashlib.file_digest(self._file, "sha256").hexdigest()

    def check(self) -> None:
        """Read every file once and compare it with what the manifest says."""
        if self._sizes.keys() - {MANIFEST} != self.listed.keys():
            raise Refused(_("The files of the archive are not those that its manifest lists."))
        if self.manifest["audience"] == Audience.INTERNAL and not {
            "data/accounts.jsonl",
            *(f"data/{part.name}.jsonl" for part in PARTS),
        } <= {*self.listed}:
            raise Refused(_("Tables are missing in the archive."))
        for path, about in self.listed.items():
            digest, size = hashlib.sha256(), 0
            for chunk in self.chunks(path):
                digest.update(chunk)
                size += len(chunk)
            if (size, digest.hexdigest()) != (about["size"], about["sha256"]):
                raise Refused(_("%(file)s in the archive is not what its manifest says.") % {"file": path})

    def chunks(self, path: str) -> Iterator[bytes]:
        """The content of a file, never more than was announced."""
        left = self._sizes[path]
        with _readable(), self._zip.open(path) as file:
            while chunk := file.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise Refused(_("%(file)s in the archive is not what its manifest says.") % {"file": path})
                yield chunk

    def content(self, path: str) -> bytes:
        """A file whole. Raises Refused if it is not there, or is not what its name says."""
        if path not in self.listed:
            raise Refused(_("%(file)s is missing in the archive.") % {"file": path})
        found = b"".join(self.chunks(path))
        if hashlib.sha256(found).hexdigest() != self.listed[path]["sha256"]:
            raise Refused(_("%(file)s in the archive is not what its manifest says.") % {"file": path})
        return found

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """The lines of a table as objects."""
        path = f"data/{name}.jsonl"
        with _readable(), self._zip.open(path) as file:
            number = 0
            while content := file.readline(LONGEST_LINE + 1):
                number += 1
                try:
                    if len(content) > LONGEST_LINE:
                        raise Unreadable(_("it is too long"))
                    yield parsed(content)
                except Unreadable as error:
                    raise Refused(unreadable(path, number, error)) from error

    def _directory(self) -> dict[str, int]:
        """The files with their sizes, as the archive announces them."""
        found: dict[str, int] = {}
        packed = 0
        infos = self._zip.infolist()
        if len(infos) > MOST_FILES:
            raise Refused(_("The archive holds too many files."))
        for info in infos:
            is_known = info.filename == MANIFEST or _NAMES.fullmatch(info.filename)
            if not is_known or info.filename in found:
                raise Refused(
                    _("The archive holds a file that does not belong there: %(file)r.") % {"file": info.filename[:80]}
                )
            if info.compress_type not in _PACKED:
                raise Refused(_("%(file)s in the archive is packed in an unknown way.") % {"file": info.filename})
            is_text = info.filename == MANIFEST or info.filename.startswith("data/")
            is_swollen = info.file_size > _CHUNK and info.file_size > MOST_TIMES * max(info.compress_size, 1)
            if is_swollen or (not is_text and info.file_size > LARGEST_FILE):
                raise Refused(_("%(file)s in the archive is too large.") % {"file": info.filename})
            packed += info.compress_size
            found[info.filename] = info.file_size
        if packed > self.path.stat().st_size:
            raise Refused(_("The files of the archive lie on top of each other."))
        return found

    def _manifest(self) -> dict[str, Any]:
        if MANIFEST not in self._sizes:
            raise Refused(_("This is no archive of Gremia: it has no manifest."))
        if self._sizes[MANIFEST] > LARGEST_MANIFEST:
            raise Refused(_("%(file)s in the archive is too large.") % {"file": MANIFEST})
        try:
            data = parsed(b"".join(self.chunks(MANIFEST)))
        except Unreadable:
            data = {}
        if data.get("format") != FORMAT:
            raise Refused(_("This is no archive of Gremia: it has no manifest."))
        if data.get("version") != VERSION:
            raise Refused(
                _("The archive is of version %(found)s; this program reads version %(known)s.")
                % {"found": data.get("version"), "known": VERSION}
            )
        if not _is_complete(data):
            raise Refused(_("The manifest of the archive can’t be read."))
        return data


def unreadable(path: str, number: int, error: Exception) -> str:
    """A sentence for a line."""
    return _("%(file)s, line %(number)d: %(problem)s.") % {"file": path, "number": number, "problem": error}


def _is_complete(data: dict[str, Any]) -> bool:
    """Whether the manifest has what is read of it, of the right kinds."""
    body, files, missing = data.get("body"), data.get("files"), data.get("missing")
    return (
        data.get("audience") in Audience.values
        and isinstance(body, dict)
        and isinstance(body.get("key"), str)
        and body["key"].isprintable()
        and isinstance(files, list)
        and all(_is_listed(file) for file in files)
        and len({file["path"] for file in files}) == len(files)
        and isinstance(missing, list)
        and all(isinstance(name, str) for name in missing)
    )


def _is_listed(file: Any) -> bool:
    return (
        isinstance(file, dict)
        and isinstance(file.get("path"), str)
        and isinstance(file.get("sha256"), str)
        and type(file.get("size")) is int
    )


@contextmanager
def _readable() -> Iterator[None]:
    """Whatever a broken ZIP file does is a refusal."""
    try:
        yield
    except _BROKEN as error:
        raise Refused(_("The archive is damaged: %(problem)s.") % {"problem": error}) from error
