"""What the database refuses of objections and corrections, whoever writes; and who may object at all."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from committees.models import Attendance, Membership
from minutes import correcting
from minutes.guards import OBJECTIONS
from minutes.models import Correction, Objection
from tests import cast, ready
from tests.corrections import deciding_item
from tests.minutes.verified import execute, findings, is_refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def room(place, clerk):
    return ready.signed(ready.room(place), by=clerk)


@pytest.fixture
def objection(room, clerk):
    return raised(room, clerk)


@pytest.fixture
def item(place, room):
    return deciding_item(place, room.session)


def raised(room, clerk, **fields) -> Objection:
    entry = {"raised_by": room["Kohl"].person, "raised_on": cast.DAY, "text": "Ich habe dagegen gestimmt."}
    entry |= {"entered_by": clerk, "entered_at": timezone.now(), "session": room.session, **fields}
    return Objection.objects.create(**entry)


def corrected(room, clerk, **fields) -> Correction:
    entry = {"text": "Dagegen.", "made_on": cast.DAY, "made_by": clerk, "made_at": timezone.now()}
    return Correction.objects.create(**{"session": room.session, **entry, **fields})


def decide(objection: Objection, outcome: str, item) -> None:
    Objection.objects.filter(pk=objection.pk).update(outcome=outcome, decided_at_item=item)


def test_an_objection_stays_as_it_was_raised(room, place, clerk, objection, item):
    other = cast.user("admin")
    values = {
        "session": item.session,
        "item": room.items[0],
        "raised_by": room["Sander"].person,
        "raised_on": cast.DAY + datetime.timedelta(days=1),
        "is_late": True,
        "text": "Anders.",
        "entered_at": timezone.now(),
        "entered_by": other,
    }
    rows = Objection.objects.filter(pk=objection.pk)
    accepted = [name for name, value in values.items() if not is_refused(lambda n=name, v=value: rows.update(**{n: v}))]
    assert accepted == []
    decidable = {"id", "outcome", "decided_at_item"}
    assert {*values, *decidable} == {field.name for field in Objection._meta.concrete_fields}
    assert is_refused(rows.delete)
    assert is_refused(lambda: execute("UPDATE minutes_objection SET id = 4711 WHERE id = %s", [objection.pk]))


def test_a_decision_is_mended_until_a_correction_rests_on_it(room, clerk, objection, item):
    for outcome in ("dismissed", "upheld"):
        decide(objection, outcome, item)
    corrected(room, clerk, objection=objection)
    with pytest.raises(IntegrityError, match="beruht"), transaction.atomic():
        decide(objection, "dismissed", item)
    with pytest.raises(IntegrityError, match="beruht"), transaction.atomic():
        decide(objection, "upheld", room.items[0])


@pytest.mark.parametrize("outcome", ["open", "dismissed", "withdrawn"])
def test_a_correction_follows_only_from_an_objection_that_was_upheld(room, clerk, objection, item, outcome):
    decide(objection, outcome, item)
    with pytest.raises(IntegrityError, match="stattgegeben"), transaction.atomic():
        corrected(room, clerk, objection=objection)


def test_a_correction_follows_from_an_objection_to_the_same_minutes(place, room, clerk, item):
    foreign = raised(room, clerk, session=item.session)
    decide(foreign, "upheld", item)
    with pytest.raises(IntegrityError, match="diese Niederschrift"), transaction.atomic():
        corrected(room, clerk, objection=foreign)


def test_what_is_not_signed_by_all_is_not_corrected(place, clerk, item):
    with pytest.raises(IntegrityError, match="unterzeichnet"), transaction.atomic():
        Correction.objects.create(
            session=item.session, text="x", made_on=cast.DAY, made_by=clerk, made_at=timezone.now()
        )


def test_a_correction_is_not_more_public_than_its_item_and_belongs_to_the_session(room, clerk, item):
    for fields in ({"item": room.items[-1], "is_public": True}, {"item": item}):
        with pytest.raises(IntegrityError, match="öffentlicher"), transaction.atomic():
            corrected(room, clerk, **fields)
    for fields in ({"item": room.items[-1]}, {"item": room.items[0], "is_public": True}, {"is_public": True}):
        corrected(room, clerk, **fields)


def test_guards_that_are_gone_are_found(room):
    guards = [guard for guard in OBJECTIONS if guard.table == "minutes_objection"]
    if connection.vendor == "postgresql":
        execute("SET CONSTRAINTS ALL IMMEDIATE")
    for guard in guards:
        for statement in guard.drop(connection.vendor):
            execute(statement)
    found = findings()
    assert [guard.name for guard in guards if not any(guard.name in sentence for sentence in found)] == []


# Who may object


@pytest.fixture
def published(room, clerk):
    return ready.published(room, by=clerk)


def test_a_stranger_does_not_object(room, clerk, published):
    stranger = cast.member(cast.county("other"), "Fremd").person
    with pytest.raises(ValidationError) as refusal:
        correcting.raise_objection(room.session, raised_by=stranger, text="Falsch.", by=clerk)
    assert set(refusal.value.error_dict) == {"raised_by"}
    assert not Objection.objects.exists()


def test_members_then_and_now_and_whoever_was_there_object(place, room, clerk, published):
    then, now = cast.member(place, "Damals").person, cast.member(place, "Heute").person
    Membership.objects.filter(person=then).update(end=room.session.date)
    Membership.objects.filter(person=now).update(start=timezone.localdate())
    for person in (then, now, Attendance.objects.get(pk=room["Sander"].pk).person):
        correcting.raise_objection(room.session, raised_by=person, text="Falsch.", by=clerk)
    assert Objection.objects.count() == 3
