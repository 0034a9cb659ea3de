"""Whatever somebody writes into the database past Gremia, `audit --verify` names the row and goes on."""

from collections.abc import Iterator

import pytest
from django.db import IntegrityError, connection, models, transaction

from committees import audit
from committees.models import AuditEvent, AuditHead, Session
from minutes.models import Correction, Issue, Minutes, Objection, Publication, SealedRecord, Signature, Withdrawal
from minutes.readable import MODELS
from tests import cast
from tests.minutes.verified import execute, findings, tampered
from tests.sampling import sampled

ON_SQLITE = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL stores no value of another type.")
JUNK = ("'junk'", "''", "X'00FF'", "CAST(X'FFFE' AS TEXT)", "'2026-13-45'", "-3.5", "'{'", "NULL")
"""As SQL: text that is nothing else, bytes, text that is none, a day that there is not, broken JSON, nothing."""


@pytest.fixture
def objection(room, clerk) -> Objection:
    return Objection.objects.create(
        session=room.session,
        raised_by=room["Kohl"].person,
        raised_on=cast.DAY,
        text="Falsch.",
        entered_at=clerk.date_joined,
        entered_by=clerk,
    )


def a_row(model: type[models.Model]) -> models.Model:
    if model is Session:
        return Session.objects.get(pk=Minutes.objects.get().pk)
    return model._default_manager.order_by("pk").first()


def takes(row: models.Model, field: models.Field, junk: str) -> bool:
    """Whether the database takes the value, checks switched off as somebody would who tampers."""
    key = row._meta.pk.get_db_prep_save(row.pk, connection)
    table, column, name = row._meta.db_table, field.column, row._meta.pk.column
    try:
        with transaction.atomic():
            execute(f"UPDATE {table} SET {column} = {junk} WHERE {name} = %s", [key])  # noqa: S608 - our own names
    except IntegrityError:
        return False
    return True


@pytest.fixture
def unchecked() -> Iterator[None]:
    execute("PRAGMA ignore_check_constraints=ON")
    yield
    execute("PRAGMA ignore_check_constraints=OFF")


def unfit(field: models.Field) -> tuple[str, ...]:
    """The values that a column of this kind can't hold."""
    while field.remote_field:
        field = field.target_field
    kind = field.get_internal_type()
    if kind in ("CharField", "TextField"):
        return ("X'00FF'", "CAST(X'FFFE' AS TEXT)")
    return JUNK[:2] if kind == "BinaryField" else JUNK[:-1]


@ON_SQLITE
@pytest.mark.parametrize("model", sampled(MODELS, every=8))
def test_a_value_that_cannot_be_read_is_named_with_its_row(room, objection, unchecked, model):
    row = a_row(model)
    silent, count = [], 0
    for field in model._meta.concrete_fields:
        if field.primary_key:
            continue
        for junk in unfit(field):
            taken: list[bool] = []
            found = tampered(lambda field=field, junk=junk, taken=taken: taken.append(takes(row, field, junk)))
            count += taken[0]
            if taken[0] and not any(audit.label(row) in sentence and field.column in sentence for sentence in found):
                silent.append((field.column, junk, found))
    assert silent == []
    assert count > 0, "the database took none of it"


@ON_SQLITE
@pytest.mark.parametrize("model", sampled(MODELS, every=8))
def test_a_null_ends_in_no_traceback(room, objection, unchecked, model):
    row = a_row(model)
    fields = [field for field in model._meta.concrete_fields if field.null]
    for field in fields:
        tampered(lambda field=field: takes(row, field, "NULL"))
    assert findings() == []


@pytest.mark.parametrize(
    "junk", sampled(["", "{", "[]", "7", "null", '{"schema": 1}', '{"committee": {"id": "x"}}'], every=3)
)
def test_broken_json_is_named_with_its_row(room, junk):
    event = AuditEvent.objects.filter(act="published").order_by("number").first()
    found = tampered(lambda: AuditEvent.objects.filter(pk=event.pk).update(facts=junk))
    assert any(f"vent {event.number} " in sentence for sentence in found)
    for model in (Publication, SealedRecord):
        row = a_row(model)
        found = tampered(lambda model=model, row=row: model.objects.filter(pk=row.pk).update(record=junk))
        assert any(str(row.pk) in sentence or str(row.session_id) in sentence for sentence in found)
    assert not any("could not be ended" in sentence for sentence in found)


def test_nothing_is_wrong_with_what_gremia_writes(room, objection):
    kinds = (AuditHead, AuditEvent, Issue, Correction, Withdrawal, Signature)
    assert all(a_row(model) for model in kinds)
    assert findings() == []
