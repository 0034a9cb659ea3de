"""What is signed, published or noted can't be changed by SQL; where the guards were taken away, it is found."""

import datetime
import uuid
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, models

from committees import audit
from committees.models import AuditEvent, AuditHead, Committee, Paper, Person, Session, User
from minutes.models import Correction, Issue, Minutes, Objection, Publication, SealedRecord, Signature, Withdrawal
from tests import cast
from tests.minutes.verified import execute, findings, is_refused, tampered
from tests.sampling import sampled

KEPT = (Publication, Withdrawal, SealedRecord, Signature, Correction, AuditEvent)
ROWS = KEPT[:-1]
# Not found where the guards are gone: the key of a signed text says nothing, it is found by its session and audience.
# The others are refused by constraints even then.
NOT_FOUND = {
    (SealedRecord, "id"),
    (Publication, "paper_id"),
    (Publication, "committee_id"),
    (Signature, "is_refused"),
    (Signature, "reason"),
}


@pytest.fixture
def others(room, clerk):
    """Rows that a foreign key could be bent to, by model."""
    place = cast.County(room.session.committee.body, None, None, room.session.committee)
    other = cast.county("other")
    item = cast.session(place, number=9).items[0]
    person = cast.member(other, "Fremd").person
    entry = {"raised_by": person, "raised_on": cast.DAY, "text": "Falsch.", "entered_by": clerk}
    return {
        User: cast.user("reader"),
        Person: person,
        Session: item.session,
        type(item): item,
        type(other.body): other.body,
        Committee: other.committee,
        Paper: Paper.objects.create(body=other.body, reference="1", title="Vorlage"),
        Publication: Publication.objects.filter(withdrawal__isnull=True).order_by("-pk").first(),
        Objection: Objection.objects.create(session=room.session, entered_at=clerk.date_joined, **entry),
    }


def other_value(field: models.Field, value, others):
    """Another value that the column would take."""
    if field.column in ("audience", "kind", "act", "role"):
        return {"audience": "nobody", "kind": "notice", "act": "done", "role": "co_signer"}[field.column]
    if field.related_model is not None:
        return others[field.related_model].pk
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.IntegerField):
        return value + 1000
    if isinstance(field, models.DateTimeField):
        return value + datetime.timedelta(microseconds=1)
    if isinstance(field, models.DateField):
        return value + datetime.timedelta(days=1)
    if isinstance(field, models.BinaryField):
        return bytes(value) + b" "
    return ("0" if value[:1] != "0" else "1") + value[1:]


def row_of(model) -> models.Model:
    """One that was signed and published; of events, one in the middle."""
    if model is AuditEvent:
        return AuditEvent.objects.filter(act="published").order_by("number").first()
    return model._default_manager.order_by("pk").first()


def change(row: models.Model, field: models.Field, others) -> None:
    """UPDATE one column of one row, by SQL."""
    value = field.get_db_prep_save(other_value(field, getattr(row, field.attname), others), connection)
    table, key = row._meta.db_table, row._meta.pk.column
    execute(f"UPDATE {table} SET {field.column} = %s WHERE {key} = %s", [value, _key(row)])  # noqa: S608 - our own names


def remove(row: models.Model) -> None:
    execute(f"DELETE FROM {row._meta.db_table} WHERE {row._meta.pk.column} = %s", [_key(row)])  # noqa: S608 - our own names


def _key(row: models.Model):
    return row._meta.pk.get_db_prep_save(row.pk, connection)


def copy(row: models.Model, **values) -> models.Model:
    columns = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**{**columns, row._meta.pk.attname: None, **values})


def is_named(row: models.Model, found: list[str]) -> bool:
    """Whether one of the sentences names the row; of a signed text, its session and audience."""
    names = [audit.label(row)]
    if isinstance(row, AuditEvent):
        names = [f"vent {row.number} ", f"vents {row.number} "]
    if isinstance(row, SealedRecord):
        names.append(f"{row.session_id}: its signed text ({row.audience})")
    return any(name in sentence for sentence in found for name in names)


@pytest.mark.parametrize("model", sampled(KEPT, every=3))
def test_no_column_changes_and_no_row_goes(room, others, model):
    row = row_of(model)
    fields = model._meta.concrete_fields
    assert [field for field in fields if not is_refused(lambda field=field: change(row, field, others))] == []
    if model is Publication:
        Issue.objects.all().delete()
    assert is_refused(lambda: remove(row))


@pytest.mark.parametrize("model", sampled(KEPT, every=3))
def test_each_changed_column_is_found(room, others, model):
    row = row_of(model)
    fields = [field for field in model._meta.concrete_fields if (model, field.column) not in NOT_FOUND]
    found = {field.column: tampered(lambda field=field: change(row, field, others)) for field in fields}
    assert [column for column, sentences in found.items() if not is_named(row, sentences)] == []


def test_a_signature_that_became_a_refusal_is_found(room):
    row = row_of(Signature)
    found = tampered(lambda: Signature.objects.filter(pk=row.pk).update(is_refused=True, reason="Nein."))
    assert is_named(row, found)


@pytest.mark.parametrize("model", sampled(ROWS, every=3))
def test_a_removed_row_is_found(room, model):
    row = row_of(model)

    def go() -> None:
        Issue.objects.all().delete()
        remove(row)

    assert is_named(row, tampered(go))


@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_a_removed_event_is_found(room, place):
    events = list(AuditEvent.objects.order_by("number"))
    row = {"first": events[0], "middle": events[len(events) // 2], "last": events[-1]}[place]
    assert is_named(row, tampered(lambda: remove(row)))


@pytest.mark.parametrize("model", sampled(ROWS, every=3))
def test_a_row_put_in_is_found(room, others, model):
    changed = {
        Publication: {"edition": 77},
        Withdrawal: {"publication_id": others[Publication].pk},
        SealedRecord: {"session_id": others[Session].pk},
        Signature: {"role": "co_signer"},
        Correction: {},
    }
    row = copy(row_of(model), **changed[model])
    assert is_named(row, tampered(lambda: row.save(force_insert=True)))


@pytest.mark.parametrize("place", ["before", "after"])
def test_an_inserted_event_is_found(room, place):
    last = AuditEvent.objects.order_by("-number").first()
    number, previous = (0, "") if place == "before" else (last.number + 1, last.sha256)
    event = AuditEvent(number=number, at=last.at, act="submitted", subject="x", facts="{}", previous=previous)
    event.sha256 = audit.digest(event)
    found = tampered(lambda: event.save(force_insert=True))
    assert any(f"vent {number}" in sentence for sentence in found)


def test_no_event_is_written_past_the_chain(room):
    last = AuditEvent.objects.order_by("-number").first()
    event = AuditEvent(number=last.number + 5, at=last.at, act="published", subject="x", facts="{}", previous="")
    event.sha256 = audit.digest(event)
    assert is_refused(lambda: event.save(force_insert=True))


def test_the_end_of_the_chain_is_not_moved_by_hand(room):
    assert is_refused(lambda: execute("UPDATE committees_audithead SET number = number - 1"))
    assert is_refused(lambda: execute("DELETE FROM committees_audithead"))


def test_a_chain_cut_short_is_found_by_what_was_published(room):
    last, before = AuditEvent.objects.order_by("-number")[:2]

    def cut() -> None:
        remove(last)
        AuditHead.objects.update(number=before.number, sha256=before.sha256)

    publication = Publication.objects.get(pk=int(last.subject.split(":")[1]))
    assert is_named(publication, tampered(cut))


def test_a_chain_written_anew_is_found_by_what_was_printed(room, others):
    def write_anew() -> None:
        previous = ""
        for event in AuditEvent.objects.order_by("number"):
            event.actor_id = event.actor_id if event.number > 1 else others[User].pk
            event.previous = previous
            event.sha256 = previous = audit.digest(event)
            event.save()
        AuditHead.objects.update(sha256=previous)
        assert list(audit.problems()) == []

    assert is_named(row_of(Publication), tampered(write_anew))


def test_a_second_story_about_a_publication_is_found(room, clerk):
    audit.note("published", row_of(Publication), by=clerk)
    assert is_named(row_of(Publication), findings())


def test_a_story_without_a_publication_is_found(room, clerk):
    ghost = Publication(pk=4711)
    audit.note("published", ghost, by=clerk)
    assert is_named(ghost, findings())


@pytest.mark.parametrize(("model", "column"), [(Minutes, "completed_at"), (Session, "sealed_at")])
@pytest.mark.parametrize("value", [datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC), None])
def test_minutes_completed_or_sealed_at_another_time_are_found(room, model, column, value):
    found = tampered(lambda: model.objects.filter(pk=room.session.pk).update(**{column: value}))
    assert any(str(room.session.pk) in sentence for sentence in found)


def test_a_guard_that_is_gone_is_found(room):
    name, on = "guard_publication_update", ""
    if connection.vendor == "postgresql":
        name, on = "guard_publication", " ON minutes_publication"
        execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute(f"DROP TRIGGER {name}{on}")
    [sentence] = findings()
    assert name in sentence


def test_no_guard_is_walked_around(room):
    """An upsert changes rows with an INSERT; where the guards watch statements, others do the same."""
    columns = ", ".join(field.column for field in Publication._meta.concrete_fields)
    statements = [
        f"INSERT INTO minutes_publication ({columns}) SELECT {columns} FROM minutes_publication WHERE true "  # noqa: S608
        "ON CONFLICT (id) DO UPDATE SET note = 'anders'",
        "DELETE FROM minutes_withdrawal",
        "DELETE FROM minutes_minutes",
        "UPDATE minutes_minutes SET completed_at = NULL",
        *(_replacing() if connection.vendor == "sqlite" else _emptying()),
    ]
    if connection.vendor == "sqlite":
        execute("PRAGMA recursive_triggers=OFF")  # as in a shell, where nobody turns them on
    else:
        execute("SET CONSTRAINTS ALL IMMEDIATE")
    try:
        assert [sql for sql in statements if not is_refused(lambda sql=sql: execute(sql))] == []
    finally:
        if connection.vendor == "sqlite":
            execute("PRAGMA recursive_triggers=ON")
    assert findings() == []


def _replacing() -> list[str]:
    """REPLACE removes rows without a DELETE that a trigger would see."""
    first, last = Publication.objects.order_by("pk").first(), Publication.objects.order_by("pk").last()
    columns = ", ".join(field.column for field in Publication._meta.concrete_fields if not field.primary_key)
    same = columns.replace("edition", str(first.edition)).replace("audience", f"'{first.audience}'")
    tables = ("withdrawal", "signature", "sealedrecord", "correction", "contribution", "minutes")
    return [
        f"REPLACE INTO minutes_publication (id, {columns}) SELECT {first.pk}, {columns} "  # noqa: S608
        f"FROM minutes_publication WHERE id = {last.pk}",
        f"REPLACE INTO minutes_publication ({columns}) SELECT {same} FROM minutes_publication WHERE id = {last.pk}",  # noqa: S608
        f"UPDATE OR REPLACE minutes_publication SET id = {first.pk} WHERE id = {last.pk}",  # noqa: S608
        "REPLACE INTO committees_audithead (id, number, sha256) VALUES (1, 0, '')",
        "REPLACE INTO committees_auditevent SELECT * FROM committees_auditevent",
        "REPLACE INTO committees_session SELECT * FROM committees_session",
        *(f"REPLACE INTO minutes_{name} SELECT * FROM minutes_{name}" for name in tables),  # noqa: S608
    ]


def _emptying() -> list[str]:
    names = ("publication", "withdrawal", "signature", "sealedrecord", "correction", "minutes", "contribution")
    others = ("committees_auditevent", "committees_audithead", "committees_session", "committees_agendaitem")
    return [f"TRUNCATE {table} CASCADE" for table in (*(f"minutes_{name}" for name in names), *others)]


def test_what_is_read_is_found_where_it_was_falsified_and_mended(room):
    issue = Issue.objects.order_by("pk").first()
    before = list(Issue.objects.order_by("pk").values())
    for values in ({"title": "Anders"}, {"visible_until": None}, {"withdrawn_at": issue.visible_from}, None):
        rows = Issue.objects.filter(pk=issue.pk)
        rows.delete() if values is None else rows.update(**values)
        assert any(f"minutes.issue:{issue.pk} " in sentence for sentence in findings()), values
        call_command("rebuild", stdout=StringIO())
        assert findings() == []
        assert list(Issue.objects.order_by("pk").values()) == before
