"""Room: minutes, importing. One step of storing: rows of one type, what became of each, and why something was left out.

What is recorded here is never overwritten: a row is changed only where it still says what an import wrote.
"""

import datetime
import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from django.db import models
from django.db.models import Case, Value, When
from django.utils.translation import gettext as _

from committees.models import User
from minutes.importing.oparl import staging
from minutes.importing.oparl.values import id_of, listed
from minutes.models import ImportedObject, ImportProblem, ImportRun

Row = TypeVar("Row", bound=models.Model)
UNKNOWN_SINCE = datetime.date(1900, 1, 1)
"""Since when something is there of which no source says it."""
_FIELDS = ("row_table", "row_key", "written", "root", "is_pending", "is_stored", "outcome")


class Store:
    """What a step finds out about the objects that it stores. `finish` writes it, in the transaction of the step."""

    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self._done: dict[int, ImportedObject] = {}
        self._problems: list[ImportProblem] = []

    @cached_property
    def by(self) -> User:
        """In whose name it is done."""
        return User.objects.get(pk=self.run.owner_id)

    def stored(
        self, row: ImportedObject, ours: models.Model | None = None, values: Mapping[str, Any] | None = None
    ) -> None:
        """It is stored, as our row where it is one."""
        if ours is not None:
            row.row_table, row.row_key = ours._meta.db_table, str(ours.pk)
        if values is not None:
            row.written = json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
        outcome = ImportedObject.Outcome
        if row.is_deleted:
            row.outcome = outcome.GONE if row.is_stored else outcome.UNCHANGED
        else:
            row.outcome = outcome.CHANGED if row.is_stored else outcome.NEW
        row.is_stored, row.is_pending = not row.is_deleted, False
        self._done[row.pk] = row

    def skipped(self, row: ImportedObject, reason: str) -> None:
        """It is left out."""
        row.outcome, row.is_pending = ImportedObject.Outcome.SKIPPED, False
        self._done[row.pk] = row
        self.noted(row, reason, is_skipped=True)

    def noted(self, row: ImportedObject, reason: str, *, is_skipped: bool = False) -> None:
        """Something about it that the report tells."""
        self._problems.append(
            ImportProblem(
                run=self.run,
                kind=row.kind,
                external_id=row.external_id,
                is_skipped=is_skipped,
                reason=reason[:500],
            )
        )

    def is_imported(self, ours: models.Model) -> bool:
        """Whether an import made this row."""
        table, key = ours._meta.db_table, str(ours.pk)
        if any(row.row_table == table and row.row_key == key for row in self._done.values()):
            return True
        return ImportedObject.objects.filter(row_table=table, row_key=key).exists()

    def close_parts(self, roots: Iterable[str]) -> None:
        """The parts of these are stored with them."""
        found = ImportedObject.objects.filter(root__in=list(roots), run=self.run, is_pending=True)
        parts, outcome = found.filter(kind__in=staging.PARTS), ImportedObject.Outcome
        for is_deleted, before, otherwise in (
            (True, outcome.GONE, outcome.UNCHANGED),
            (False, outcome.CHANGED, outcome.NEW),
        ):
            became = Case(When(is_stored=True, then=Value(before)), default=Value(otherwise))
            parts.filter(is_deleted=is_deleted).update(outcome=became, is_stored=not is_deleted, is_pending=False)

    def finish(self) -> None:
        # Stored again whole: that takes a tenth of the time that the database needs to find what to update.
        ImportedObject.objects.bulk_create(
            self._done.values(),
            batch_size=staging.BATCH,
            update_conflicts=True,
            unique_fields=["external_id"],
            update_fields=_FIELDS,
        )
        staging.note_many(self._problems)
        self._forget([row.external_id for row in self._done.values() if row.is_deleted])

    @staticmethod
    def _forget(gone: list[str]) -> None:
        """What was deleted there is not kept here beside what was published, nor what stood in it."""
        if gone:
            ImportedObject.objects.filter(external_id__in=gone).update(payload="{}")
            parts = ImportedObject.objects.filter(root__in=gone)
            parts.update(payload="{}", digest="", is_stored=False, is_pending=False)

    def differences(self, row: ImportedObject, ours: models.Model, values: Mapping[str, Any]) -> dict[str, Any]:
        """Which values to write into our row: those that changed there, unless somebody changed them here."""
        before = json.loads(row.written) if row.written else {}
        wanted = {name: value for name, value in values.items() if before.get(name) != _plain(value)}
        here = {name for name in wanted if name in before and _plain(getattr(ours, name)) != before[name]}
        if here:
            self.noted(
                row,
                _("It was changed here as well: %(fields)s stays as it is.")
                % {"fields": ", ".join(str(ours._meta.get_field(name).verbose_name) for name in sorted(here))},
            )
        return {name: value for name, value in wanted.items() if name not in here}


def kept_values(row: ImportedObject, values: Mapping[str, Any], written: Mapping[str, Any]) -> dict[str, Any]:
    """What our row holds of the import after `written` was written."""
    before = json.loads(row.written) if row.written else {}
    return {
        name: _plain(value) if name in written or name not in before else before[name] for name, value in values.items()
    }


def data_of(row: ImportedObject) -> dict[str, Any]:
    """What was read of an object."""
    found = json.loads(row.payload)
    return found if isinstance(found, dict) else {}


def rows_by_id(keys: Iterable[str]) -> dict[str, ImportedObject]:
    """Objects by their addresses."""
    wanted = sorted({key for key in keys if key})
    found: dict[str, ImportedObject] = {}
    for start in range(0, len(wanted), staging.BATCH):
        found |= ImportedObject.objects.in_bulk(wanted[start : start + staging.BATCH], field_name="external_id")
    return found


def ours(model: type[Row], keys: Iterable[str], *related: str) -> dict[str, Row]:
    """Our rows by the addresses of the objects that they were made of."""
    table, key_of = model._meta.db_table, model._meta.pk.to_python
    found = {key: key_of(row.row_key) for key, row in rows_by_id(keys).items() if row.row_table == table}
    pks = list(dict.fromkeys(found.values()))
    several: dict[Any, Row] = {}
    for start in range(0, len(pks), staging.BATCH):
        several |= model._default_manager.select_related(*related).in_bulk(pks[start : start + staging.BATCH])
    return {key: several[pk] for key, pk in found.items() if pk in several}


def named(data: Mapping[str, Any], *fields: str) -> list[str]:
    """The addresses that stand in some fields, in order, each once."""
    found = (id_of(entry) for field in fields for entry in listed(data.get(field)))
    return list(dict.fromkeys(key for key in found if key))


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int | str) else str(value)
