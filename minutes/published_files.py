"""Room: minutes. The content of files that are published, kept under its hash."""

import hashlib
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from committees import uploads
from committees.models import Attachment
from minutes.models import PublishedFile
from minutes.record.values import FileValue


def is_there(row: Attachment) -> bool:
    """Whether the file is in the storage."""
    return bool(row.file.storage.exists(row.file.name))


def value_of(row: Attachment, *, id: str, title: str) -> FileValue:  # noqa: A002 (named as in the record)
    """What a record says of a file; it is saved under its title. Raises FileNotFoundError."""
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(row):
        digest.update(chunk)
        size += len(chunk)
    return FileValue(
        id=id,
        name=uploads.file_name(title, row.file.name),
        title=title,
        content_type=uploads.content_type(row.file.name),
        size=size,
        sha256=digest.hexdigest(),
    )


def keep(row: Attachment, value: FileValue) -> None:
    """Store the content under its hash. Raises ValidationError if it is not what was hashed just now."""
    if PublishedFile.objects.filter(pk=value.sha256).exists():
        return
    content = b"".join(_chunks(row))
    if hashlib.sha256(content).hexdigest() != value.sha256:
        raise ValidationError(
            _("The file “%(file)s” is being replaced just now. Please try again.") % {"file": row.title}
        )
    PublishedFile.objects.create(sha256=value.sha256, content=content)


def _chunks(row: Attachment) -> Iterator[bytes]:
    with row.file.open("rb") as content:
        yield from content.chunks()
