"""Room: minutes, importing. Files of another system: kept here where they were fetched, else a link to them."""

import json
from collections.abc import Iterable
from typing import Any

from committees import uploads
from minutes.importing.oparl.building.store import data_of
from minutes.importing.oparl.values import number, text, web_address
from minutes.models import ImportedObject
from minutes.record.values import FileValue, LinkValue

_TYPES = {kind: ending for ending, kind in uploads.CONTENT_TYPES.items()}


def title_of(row: ImportedObject, default: str = "") -> str:
    """What the file is called."""
    data = data_of(row)
    return (text(data.get("name")) or default or text(data.get("fileName")) or "Datei")[:200]


def address_of(data: dict[str, Any]) -> str:
    """Where it can be fetched."""
    return web_address(data.get("downloadUrl")) or web_address(data.get("accessUrl"))


def link_of(row: ImportedObject, title: str) -> LinkValue | None:
    """The way to the file in the other system, if there is one."""
    data = data_of(row)
    url = web_address(data.get("accessUrl")) or web_address(data.get("downloadUrl"))
    if not url:
        return None
    kind = text(data.get("mimeType"))[:100]
    return LinkValue(title, url, kind if "/" in kind else "", number(data.get("size")))


def kept_file(row: ImportedObject, key: str, title: str) -> FileValue | None:
    """The file as it was fetched and kept here."""
    if not row.written:
        return None
    facts = json.loads(row.written)
    name = uploads.file_name(title, facts["name"])
    return FileValue(key, name, title, facts["content_type"], facts["size"], facts["sha256"])


def stored_name(data: dict[str, Any]) -> str:
    """A name with the extension that tells what the file is."""
    name = text(data.get("fileName")) or text(data.get("name")) or "Datei"
    if uploads.extension(name) in uploads.CONTENT_TYPES:
        return name[-150:]
    kind = text(data.get("mimeType")).partition(";")[0].lower()
    url_ending = uploads.extension(address_of(data).partition("?")[0])
    ending = _TYPES.get(kind) or (url_ending if url_ending in uploads.CONTENT_TYPES else "")
    return f"{name[:150]}{ending}"


def usable(rows: Iterable[ImportedObject | None]) -> list[ImportedObject]:
    """Those that are there."""
    return [row for row in rows if row is not None and row.kind == "File" and row.digest and not row.is_deleted]
