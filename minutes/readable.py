"""Room: minutes. Values that no column of their kind should hold, before anybody stumbles over them.

SQLite stores any value in any column, so that one written past Gremia may stop whoever reads its row. PostgreSQL
refuses such values itself.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.utils.translation import gettext as _

from committees.models import AuditEvent, AuditHead, Session
from minutes.models import (
    Correction,
    Issue,
    Minutes,
    Objection,
    Publication,
    SealedRecord,
    Signature,
    Withdrawal,
)

MODELS: tuple[type[models.Model], ...] = (
    AuditHead,
    AuditEvent,
    Session,
    SealedRecord,
    Signature,
    Minutes,
    Publication,
    Withdrawal,
    Objection,
    Correction,
    Issue,
)
"""Whose rows are looked at when the record is proved whole."""


def _flag(text: str) -> None:
    if text not in ("0", "1"):
        raise ValueError(text)


_READERS: dict[str, Callable[[str], Any]] = {
    "BooleanField": _flag,
    "DateField": date.fromisoformat,
    "DateTimeField": datetime.fromisoformat,
    "JSONField": json.loads,
    "TimeField": time.fromisoformat,
    "UUIDField": UUID,
}
"""What reads a value; raises ValueError."""


def problems() -> Iterator[str]:
    """A sentence for each value that can't be read, with table, key and column."""
    if connection.vendor != "sqlite":
        return
    for model in MODELS:
        yield from _problems(model)


def _problems(model: type[models.Model]) -> Iterator[str]:
    fields = model._meta.concrete_fields
    # As hexadecimal digits: even text that is none can be fetched. A PDF is none of the texts.
    columns = [
        f"typeof({field.column}), " + ("''" if _kind(field) == "BinaryField" else f"hex(CAST({field.column} AS TEXT))")
        for field in fields
    ]
    place = next(number for number, field in enumerate(fields) if field.primary_key)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)} FROM {model._meta.db_table}")  # noqa: S608 - our own names
        for row in cursor:
            values = list(zip(row[::2], row[1::2], strict=True))
            pairs = zip(fields, values, strict=True)
            wrong = [field.column for field, value in pairs if not _is_readable(field, *value)]
            if wrong:
                key = bytes.fromhex(values[place][1] or "").decode(errors="replace")
                yield _("%(row)s: the column %(names)s holds what can’t be read.") % {
                    "row": f"{model._meta.label_lower}:{_as_named(model, key)}",
                    "names": ", ".join(wrong),
                }


def _is_readable(field: models.Field, stored_as: str, digits: str) -> bool:
    if stored_as == "null":
        return field.null
    kind = _kind(field)
    if kind == "BinaryField":
        return stored_as == "blob"
    is_number = "Integer" in kind or "Auto" in kind or kind == "BooleanField"
    if stored_as != ("integer" if is_number else "text"):
        return False
    try:
        _READERS.get(kind, str)(bytes.fromhex(digits).decode())
    except ValueError:
        return False
    return True


def _kind(field: Any) -> str:
    """The kind of column; of a foreign key, that of what it names."""
    while field.remote_field:
        field = field.target_field
    return field.get_internal_type()


def _as_named(model: type[models.Model], key: str) -> str:
    """The key as the chain writes it; as it is stored where it is none."""
    try:
        return str(UUID(key)) if _kind(model._meta.pk) == "UUIDField" else key
    except ValueError:
        return key
