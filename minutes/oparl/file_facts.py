"""Room: minutes, OParl. Size and SHA-512 of files that the public may have."""

import hashlib
import json

from minutes.models import OparlObject, Publication, PublishedFile
from minutes.oparl.meetings import FILE, PDF


def added(rows: list[OparlObject]) -> list[OparlObject]:
    """The rows, those of files with what their bytes say; one file at a time is in memory."""
    for row in rows:
        if row.content and not row.is_deleted:
            found = content(row)
            facts = {"size": len(found), "sha512Checksum": hashlib.sha512(found).hexdigest()}
            row.data = json.dumps(json.loads(row.data) | facts, ensure_ascii=False, separators=(",", ":"))
    return rows


def content(row: OparlObject) -> bytes:
    """The bytes of a file."""
    kind, _colon, key = row.content.partition(":")
    if f"{kind}:" == PDF:
        return bytes(Publication.objects.values_list("pdf", flat=True).get(pk=key))
    assert f"{kind}:" == FILE  # noqa: S101 - there is no other kind
    return bytes(PublishedFile.objects.values_list("content", flat=True).get(pk=key))
