"""Room: minutes, archives. Rows as JSON and back: each column by its name, texts as they are, files by their hash."""

import datetime
import hashlib
import json
import uuid
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _


class Unreadable(ValueError):
    """A line of an archive that can't be understood; the message says why."""


def names_of(fields: Sequence[models.Field]) -> list[str]:
    """The columns as they are asked for: keys of others, not rows."""
    return [field.attname for field in fields]


def line(fields: Sequence[models.Field], values: Sequence[Any]) -> bytes:
    """A row as a line."""
    return text({field.name: plain(value) for field, value in zip(fields, values, strict=True)})


def text(data: dict[str, Any]) -> bytes:
    """An object as a line, the same each time."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"


def plain(value: Any) -> Any:
    """A value of a column as JSON has it; of bytes their hash, which is the name of a file."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, bytes | memoryview | bytearray):
        return hashlib.sha256(value).hexdigest() if len(value) else ""
    return value


def parsed(content: bytes) -> dict[str, Any]:
    """The object of a line. Raises Unreadable."""
    try:
        data = json.loads(content.decode())
        # Half a character and what is no number can be written in JSON, but not stored.
        text({"": data})
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("it is no JSON object")) from error
    if not isinstance(data, dict):
        raise Unreadable(_("it is no JSON object"))
    return data


def columns(fields: Sequence[models.Field], data: dict[str, Any]) -> dict[str, Any]:
    """The values of a row by column. Raises Unreadable where one is missing, unknown or of the wrong kind."""
    known = {field.name for field in fields}
    if unknown := data.keys() - known:
        raise Unreadable(_("the column %(name)s is unknown") % {"name": min(unknown)[:60]})
    found = {}
    for field in fields:
        if field.name not in data:
            raise Unreadable(_("the column %(name)s is missing") % {"name": field.name})
        found[field.attname] = _value(field, data[field.name])
    return found


def _value(field: models.Field, value: Any) -> Any:
    if isinstance(field, models.JSONField | models.BinaryField):
        return value
    if value is None:
        if not field.null:
            raise Unreadable(_("%(name)s is empty") % {"name": field.name})
        return None
    target = field.target_field if field.is_relation else field
    _check_kind(field.name, target, value)
    if isinstance(value, int) and not -_bound(target) <= value < _bound(target):
        raise Unreadable(_("%(name)s can’t be read") % {"name": field.name})
    try:
        found = target.to_python(value)
    except (ValidationError, ValueError, TypeError, OverflowError) as error:
        raise Unreadable(_("%(name)s can’t be read") % {"name": field.name}) from error
    if isinstance(found, str) and ("\0" in found or (target.max_length and len(found) > target.max_length)):
        raise Unreadable(_("%(name)s is too long, or no text") % {"name": field.name})
    return found


def _bound(field: models.Field) -> int:
    """How large a number may be at most that both databases store."""
    kind = field.get_internal_type()
    return 2**63 if "Big" in kind else 2**15 if "Small" in kind else 2**31


def _check_kind(name: str, field: models.Field, value: Any) -> None:
    """Numbers are numbers, and texts are texts: what Django would make of the rest is no matter of luck."""
    if isinstance(field, models.BooleanField):
        wanted: type = bool
    elif isinstance(field, models.IntegerField):
        wanted = int
    else:
        wanted = str
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise Unreadable(_("%(name)s is of the wrong kind") % {"name": name})
