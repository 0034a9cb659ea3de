"""The archive: documents under names that nobody mistakes, and a manifest. The same documents give the same bytes."""

import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from minutes.bulk.folder import Folder
from minutes.models import Audience

MANIFEST = "manifest.json"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a ZIP file can name; when a file was made does not change what it is."""
_INTERNAL = "nichtoeffentlich"
_OF_THE_MANIFEST = (
    "file",
    "sha256",
    "record_sha256",
    "body",
    "reference",
    "kind",
    "item",
    "title",
    "date",
    "audience",
    "published_at",
)

Entry = dict[str, Any]


def pack(folder: Folder, entries: list[Entry], *, beat: Callable[[], None]) -> Path:
    """Write the archive beside the documents, file by file, and answer where. `beat` is called for each."""
    target = folder.part()
    named = list(_named(entries))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, entry in named:
            beat()
            with archive.open(_info(name), "w") as file:
                for chunk in folder.chunks(entry["stored"]):
                    file.write(chunk)
        manifest = [_told(name, entry) for name, entry in named]
        archive.writestr(_info(MANIFEST), json.dumps(manifest, ensure_ascii=False, indent=2))
    return target


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date_time=_FIRST_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # the same on every system
    info.external_attr = 0o644 << 16
    return info


def _named(entries: list[Entry]) -> Iterable[tuple[str, Entry]]:
    """Each document with its name: in a folder of its committee where there are several, and no name twice."""
    committees = {(entry["body"], entry["committee"]) for entry in entries}
    taken: set[str] = set()
    for entry in entries:
        stem, _dot, ending = entry["name"].rpartition(".")
        # As in the portal: whoever saves the internal version sees it in the folder.
        if entry["audience"] == Audience.INTERNAL and _INTERNAL not in stem:
            stem = f"{stem}-{_INTERNAL}"
        place = f"{_plain(entry['body'])}-{_plain(entry['committee'])}/" if len(committees) > 1 else ""
        name, number = f"{place}{stem}.{ending}", 1
        while name in taken:
            number += 1
            name = f"{place}{stem}-{number}.{ending}"
        taken.add(name)
        yield name, entry


def _told(name: str, entry: Entry) -> Entry:
    found = entry | {"file": name}
    return {key: found[key] for key in _OF_THE_MANIFEST if found.get(key)}


def _plain(text: str) -> str:
    """Letters, digits and hyphens only."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", ascii_only).strip("-") or "x"
