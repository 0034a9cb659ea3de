"""Room: committees. What happens to master data is noted in the chain: each row created, changed or deleted, and how.

Pages and the admin site change rows inside `recorded`; it compares what is stored before and after, so that what a
page changes besides (the seats of a committee that ends, the files of a deleted paper) is noted like the row itself.
Who wrote which text of the minutes stands in `Revision` and needs no event.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from hashlib import sha256
from typing import Any

from django.db import models, transaction

from . import audit
from .audit import Fact
from .models import User

_SECRET = frozenset({"password"})
"""Fields of which only the name is noted."""
_PERSONAL = frozenset({"committees.person", "committees.user", "account.emailaddress"})
"""Models whose words are about people. The chain is kept for good: it says which of them changed, not what they say."""
_NAMED_AFTER_PEOPLE = _PERSONAL | {"committees.membership"}
_UNTOLD = "…"

Values = dict[str, Fact]
"""What a row holds, by the names of its fields."""


class Before:
    """Rows as they are stored now, to be compared with what becomes of them.

    `rows`: a row, stored or not yet; or a query set, of which rows may also come and go. A query for each model and
    each query set, here and in `note`.
    """

    def __init__(self, *rows: models.Model | models.QuerySet[Any]) -> None:
        self._sets = [found for found in rows if isinstance(found, models.QuerySet)]
        self._rows = [(row, row.pk) for row in rows if isinstance(row, models.Model)]
        self._stored = self._read()

    def note(self, *, by: User | None) -> None:
        """An event for each row that is stored otherwise than before."""
        now = self._read()
        keys = dict.fromkeys([*self._stored, *now])
        pairs = [(self._stored.get(key), now.get(key)) for key in keys]
        acts = [
            _act(before, after)
            for before, after in pairs
            if before is None or after is None or before.values != after.values
        ]
        if acts:
            audit.note_many(acts, by=by)

    def _read(self) -> dict[tuple[type[models.Model], Any], "_Stored"]:
        found: dict[tuple[type[models.Model], Any], models.Model] = {}
        # A deleted row has lost its key, a new one has had none.
        keys = [(type(row), key or row.pk) for row, key in self._rows]
        for model in dict.fromkeys(model for model, _key in keys):
            pks = {key for other, key in keys if other is model and key is not None}
            found |= {(model, pk): row for pk, row in model._base_manager.in_bulk(pks).items()}
        for rows in self._sets:
            found |= {(rows.model, row.pk): row for row in rows.all()}
        return {key: _Stored(row, _values(row)) for key, row in found.items()}


@dataclass(frozen=True, slots=True)
class _Stored:
    row: models.Model
    values: Values


@contextmanager
def recorded(*rows: models.Model | models.QuerySet[Any], by: User | None) -> Iterator[None]:
    """Whatever the block does to these rows is noted, in one transaction with it: all or nothing."""
    with transaction.atomic():
        before = Before(*rows)
        yield
        before.note(by=by)


def _act(before: _Stored | None, after: _Stored | None) -> tuple[str, models.Model, Values]:
    """What happened to a row that was stored before, or is now, as the chain holds it."""
    stored = after or before
    name: Values = {} if stored.row._meta.label_lower in _NAMED_AFTER_PEOPLE else {"name": str(stored.row)}
    if after is None:
        return "deleted", stored.row, {**name, "before": _told(stored.row, _filled(before.values))}
    if before is None:
        return "created", stored.row, {**name, "after": _told(stored.row, _filled(after.values))}
    names = [field for field, value in after.values.items() if before.values[field] != value]
    was, became = (_told(after.row, {field: side.values[field] for field in names}) for side in (before, after))
    return "changed", stored.row, {**name, "before": was, "after": became}


def _values(row: models.Model) -> Values:
    """What a row holds, by the names of its fields; of rows that it refers to, their keys."""
    options = row._meta
    single: Values = {
        field.name: _fact(getattr(row, field.attname)) for field in options.concrete_fields if not field.primary_key
    }
    return single | {
        field.name: sorted(getattr(row, field.name).order_by().values_list("pk", flat=True), key=str)
        for field in options.many_to_many
    }


def _fact(value: Any) -> Fact:
    if value is None or isinstance(value, bool | int | list | dict):
        return value
    if isinstance(value, bytes | memoryview):
        # A picture is told of by its hash.
        return sha256(value).hexdigest() if value else ""
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _filled(values: Values) -> Values:
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _told(row: models.Model, values: Values) -> Values:
    """The values without what nobody may read in the chain."""
    return {
        name: _UNTOLD if value is not None and _is_untold(row, name, value) else value for name, value in values.items()
    }


def _is_untold(row: models.Model, name: str, value: Fact) -> bool:
    if name in _SECRET:
        return True
    field = row._meta.get_field(name)
    is_choice = bool(getattr(field, "choices", None)) or field.is_relation
    return row._meta.label_lower in _PERSONAL and isinstance(value, str) and value != "" and not is_choice
