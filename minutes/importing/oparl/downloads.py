"""Room: minutes, importing. Fetching the files of another system, under the rules for uploads, where that is wanted."""

import hashlib
import json
import tempfile
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from committees import uploads
from minutes.importing.oparl import staging
from minutes.importing.oparl.addresses import Refused
from minutes.importing.oparl.building.files import address_of, stored_name
from minutes.importing.oparl.building.store import data_of
from minutes.importing.oparl.fetching import Unreadable
from minutes.importing.oparl.reading import Saved
from minutes.models import ImportedObject, ImportRun, PublishedFile


def step(run: ImportRun, client: Any, save: Saved) -> bool:
    """Fetch the next file that was not fetched yet, or has changed since; whether there was one."""
    rows = ImportedObject.objects.filter(run=run, kind="File", is_deleted=False, pk__gt=run.cursor.get("files", 0))
    row = rows.filter(Q(is_pending=True) | Q(written="")).exclude(digest="").order_by("pk").first()
    if row is None:
        return False
    problem, facts = "", {}
    with tempfile.SpooledTemporaryFile(max_size=4 * 1024 * 1024) as content:
        try:
            facts = _fetch(row, client, content)
        except (Unreadable, Refused, OSError) as error:
            problem = str(error)
        except ValidationError as error:
            problem = " ".join(error.messages)
        with transaction.atomic():
            if facts:
                _keep(row, facts, content)
            else:
                staging.note(run, problem, kind="File", external_id=row.external_id, is_skipped=False)
            save(cursor={**run.cursor, "files": row.pk})
    return True


def _fetch(row: ImportedObject, client: Any, content: Any) -> dict[str, Any]:
    """Write the file; its name, type, size and hash. Raises Unreadable, Refused, ValidationError."""
    data = data_of(row)
    url = address_of(data)
    if not url:
        raise Unreadable(_("The file has no address."))
    digest = hashlib.sha256()
    for piece in client.pieces(url, most=uploads.MAX_BYTES, is_file=True):
        content.write(piece)
        digest.update(piece)
    size = content.tell()
    name = stored_name(data)
    upload = File(content, name=name)
    upload.size = size
    uploads.validate_upload(upload)
    return {"name": name, "content_type": uploads.content_type(name), "size": size, "sha256": digest.hexdigest()}


def _keep(row: ImportedObject, facts: dict[str, Any], content: Any) -> None:
    content.seek(0)
    if not PublishedFile.objects.filter(pk=facts["sha256"]).exists():
        PublishedFile.objects.create(sha256=facts["sha256"], content=content.read())
    written = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    if written != row.written:
        # Who names the file is to be stored anew.
        ImportedObject.objects.filter(pk=row.pk).update(written=written, is_pending=True)
