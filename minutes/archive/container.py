"""Room: minutes, archives. The ZIP file as it grows: one file after the other, each with its hash for the manifest."""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any, cast

from minutes.archive import MANIFEST
from minutes.documents.packing import entry
from minutes.streams import Pieces


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the manifest lists it."""

    path: str
    size: int
    sha256: str


class Container:
    """Takes files, and gives pieces of the archive away meanwhile."""

    def __init__(self) -> None:
        self._pieces = Pieces()
        self._archive = zipfile.ZipFile(cast(IO[bytes], self._pieces), "w")
        self.files: list[Listed] = []

    def add(self, path: str, chunks: Iterable[bytes], *, is_packed: bool = True) -> Iterator[bytes]:
        """Write a file. What is compressed by itself (`is_packed=False`) is stored as it is."""
        info = entry(path)
        info.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
        digest, size = hashlib.sha256(), 0
        with self._archive.open(info, "w", force_zip64=True) as file:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
                yield from self._pieces.taken()
        self.files.append(Listed(path, size, digest.hexdigest()))
        yield from self._pieces.taken()

    def close(self, about: dict[str, Any]) -> Iterator[bytes]:
        """Write the manifest, which lists all files, and the end."""
        listed = [{"path": file.path, "size": file.size, "sha256": file.sha256} for file in self.files]
        content = json.dumps({**about, "files": listed}, ensure_ascii=False, indent=1).encode()
        self._archive.writestr(entry(MANIFEST), content, zipfile.ZIP_DEFLATED)
        self._archive.close()
        yield from self._pieces.taken(is_last=True)
