"""A body that moves: made, exported and taken away again, so that it can come back into an empty Gremia."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction
from django.test import override_settings

from committees.models import Body
from minutes.archive import MANIFEST, writing
from minutes.importing.archive import Archive, Result, store
from minutes.models import Audience


@contextmanager
def gone(folder: Path) -> Iterator[None]:
    """What is made inside is gone afterwards, with its files."""
    with override_settings(MEDIA_ROOT=folder / "media", DOCUMENT_CACHE=folder / "cache"), transaction.atomic():
        yield
        transaction.set_rollback(True)


def exported(path: Path, audience: str = "internal", body: Body | None = None, **options) -> Path:
    """The archive of the only body, as a file."""
    with path.open("wb") as file:
        file.writelines(writing.write(body or Body.objects.get(), Audience(audience), **options))
    return path


def imported(path: Path, **options) -> Result:
    with Archive(path) as archive:
        return store(archive, **{"by": None} | options)


def files(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(path: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in files(path)[f"data/{name}.jsonl"].splitlines()]


def packed(contents: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return target.getvalue()


def retold(contents: dict[str, bytes]) -> dict[str, bytes]:
    """The same files with a manifest that fits them, as somebody would write who knows the format."""
    manifest = json.loads(contents[MANIFEST])
    manifest["files"] = [
        {"path": path, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in contents.items()
        if path != MANIFEST
    ]
    return {**contents, MANIFEST: json.dumps(manifest).encode()}


def changed(path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes] | None], *, fits: bool = True) -> Path:
    """An archive in which something is other; with `fits`, its manifest says so too."""
    contents = files(path)
    contents = change(contents) or contents
    target = path.with_name("changed.zip")
    target.write_bytes(packed(retold(contents) if fits else contents))
    return target


def line_changed(name: str, number: int, /, **values: object) -> Callable[[dict[str, bytes]], None]:
    """A change of columns of one line of a table."""

    def change(contents: dict[str, bytes]) -> None:
        lines = contents[f"data/{name}.jsonl"].splitlines()
        data = json.loads(lines[number]) | values
        lines[number] = json.dumps({key: value for key, value in data.items() if value != "(gone)"}).encode()
        contents[f"data/{name}.jsonl"] = b"\n".join(lines) + b"\n"

    return change
