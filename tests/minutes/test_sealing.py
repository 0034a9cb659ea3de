"""A sealed session can't be changed by anybody: not in the database, not by a page, and nothing typed is lost."""

import json
import threading
import uuid

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Attachment, Interruption, Recusal, Session
from minutes import workflow
from minutes.fragments import HEADER
from minutes.guards import _FACTS_OF_SESSION, PATHS
from minutes.models import Contribution, GapReason, Remark
from tests import cast, ready
from tests.minutes.record import m01
from tests.minutes.verified import execute
from tests.sampling import sampled
from votes import closing
from votes.models import Option, Vote

TABLES = [table for table, _name, _joins, _path in PATHS]
NOT_SEALED = {
    "committees_session": "has guards of its own",
    "committees_revision": "earlier drafts, which retention rules may delete",
    "minutes_minutes": "the way itself, with guards of its own",
    "minutes_signature": "given after the seal, with guards of its own",
    "minutes_sealedrecord": "the seal itself, with guards of its own",
    "minutes_publication": "comes after the seal, append-only",
    "minutes_withdrawal": "comes after the seal, append-only",
    "minutes_issue": "projected",
    "minutes_publishedminutes": "projected",
    "minutes_publisheditem": "projected",
    "minutes_publisheditempaper": "projected",
    "minutes_publishedvote": "projected",
    "minutes_publishedballot": "projected",
    "minutes_publishedattendance": "projected",
    "minutes_publishedseat": "projected",
    "minutes_publicentry": "projected",
    "minutes_internalentry": "projected",
    "minutes_searchdue": "projected",
    "minutes_alert": "who is told of what was published",
    "minutes_objection": "comes after the seal, with guards of its own",
    "minutes_redaction": "concerns what is published, not what was signed",
    "minutes_correction": "comes after the seal, append-only",
    "minutes_textimport": "says where imported minutes come from, which nobody signs",
}
MAY_CHANGE = {"version", "is_live_for_members", "sealed_at"}


def below_session() -> set[str]:
    """All tables from which a chain of foreign keys leads to a session."""
    found: set[type] = {Session}
    models = [
        model for label in ("committees", "votes", "minutes") for model in apps.get_app_config(label).get_models(True)
    ]
    while new := {
        model
        for model in models
        if model not in found and {f.related_model for f in model._meta.concrete_fields} & found
    }:
        found |= new
    return {model._meta.db_table for model in found}


def test_every_table_below_a_session_is_sealed_or_named():
    assert {*TABLES, *NOT_SEALED} == below_session()


def test_every_column_of_a_session_is_sealed_or_named():
    assert {*_FACTS_OF_SESSION, *MAY_CHANGE} == {field.column for field in Session._meta.concrete_fields}


@pytest.fixture
def full(db):
    """A session with a row in every table."""
    data = m01.create()
    session, item = data.session, data.items[2]
    user = cast.user("admin")
    Vote.objects.filter(item__session=session).update(closed_at=None)
    GapReason.objects.create(session=session, code="end", reason="Vergessen", given_at=timezone.now(), given_by=user)
    Remark.objects.create(session=session, text="Bitte ändern.", made_at=timezone.now(), made_by=user)
    Interruption.objects.create(session=session, start=m01.at(18, 4), end=m01.at(18, 6))
    Attachment.objects.create(session=session, title="Anlage")
    election = Vote.objects.create(item=item, position=9, form="secret", majority="election", is_final=False)
    Option.objects.create(vote=election, label="Liste A")
    Recusal.objects.get_or_create(item=item, attendance=next(iter(data.people.values())))
    return session


def first_row(table: str, session: Session) -> dict:
    """A row of the table that belongs to the session; the test fails if there is none."""
    [(joins, path)] = [(joins, path) for name, _guard, joins, path in PATHS if name == table]
    key = Session._meta.pk.get_db_prep_save(session.pk, connection)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT x.* FROM {table} x, committees_session s {joins} "  # noqa: S608 - our own names
            f"WHERE {path.format(row='x')} AND s.id = %s ORDER BY x.id DESC",
            [key],
        )
        columns = [column[0] for column in cursor.description]
        return dict(zip(columns, cursor.fetchone(), strict=True))


@pytest.mark.parametrize("table", sampled(TABLES, every=4))
@pytest.mark.parametrize("act", ["INSERT", "UPDATE", "DELETE"])
def test_the_database_refuses(full, table, act):
    row = first_row(table, full)
    with transaction.atomic():
        if act == "INSERT":
            execute(f"DELETE FROM {table} WHERE id = %s", [row["id"]])  # noqa: S608 - our own names
        Session.objects.filter(pk=full.pk).update(sealed_at=timezone.now())
        columns = ", ".join(f'"{name}"' for name in row)
        statements = {
            "INSERT": (f"INSERT INTO {table} ({columns}) VALUES ({', '.join(['%s'] * len(row))})", list(row.values())),  # noqa: S608
            "UPDATE": (f"UPDATE {table} SET id = id WHERE id = %s", [row["id"]]),  # noqa: S608
            "DELETE": (f"DELETE FROM {table} WHERE id = %s", [row["id"]]),  # noqa: S608
        }
        with pytest.raises(IntegrityError, match="unterzeichnet"), transaction.atomic():
            execute(*statements[act])
        transaction.set_rollback(True)


def test_a_row_is_not_moved_out_of_a_sealed_session_or_into_one(full):
    other = cast.session(cast.county("other")).items[0]
    row = Contribution.objects.filter(item__session=full).first()
    foreign = Contribution.objects.create(item=other, position=1, text="Fremd")
    Session.objects.filter(pk=full.pk).update(sealed_at=timezone.now())
    for pk, item in ((row.pk, other.pk), (foreign.pk, row.item_id)):
        with pytest.raises(IntegrityError, match="unterzeichnet"), transaction.atomic():
            Contribution.objects.filter(pk=pk).update(item=item, position=77)


@pytest.mark.parametrize("value", ["another moment", None])
def test_the_seal_is_not_broken_by_hand(db, value):
    room = ready.room(cast.county())
    clerk = cast.user("admin")
    workflow.submit(room.session, by=clerk)
    workflow.sign(room.session, "chair", by=clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.filter(pk=room.session.pk).update(sealed_at=value and timezone.now())


def test_nobody_completes_minutes_that_not_all_have_signed(db):
    room = ready.room(cast.county())
    clerk = cast.user("admin")
    workflow.submit(room.session, by=clerk)
    workflow.sign(room.session, "chair", by=clerk)
    with pytest.raises(IntegrityError, match="Nicht alle"), transaction.atomic():
        execute("UPDATE minutes_minutes SET completed_at = submitted_at")


@pytest.fixture
def sealed(db):
    """A signed session with an annex, and the browser of its clerk."""
    place = cast.county()
    room = ready.room(place)
    room.annex = Attachment.objects.create(session=room.session, title="Anlage 1")
    room.vote = closing.close(Vote.objects.create(item=room.items[0], only_unanimous=True))
    room.contribution = Contribution.objects.get(item=room.items[0])
    by = cast.user("admin")
    workflow.submit(room.session, by=by)
    for gap in workflow.missing(room.session):
        workflow.reason_for(room.session, gap.code, by=by, reason="Nicht bekannt")
    workflow.sign(room.session, "chair", by=by)
    room.session.refresh_from_db()
    room.browser = Client()
    room.browser.force_login(cast.user("clerk", place.committee))
    return room


# By name of the page: of which row's key it is a page. Not here: what comes after the seal, and what changes nothing.
PAGES = {
    "session-edit": "session",
    "session-delete": "session",
    "submit": "session",
    "part-first": "session",
    "item-create": "session",
    "attendance-add": "session",
    "attendance-add-member": "session",
    "gap-reason": "session",
    "publish-agenda": "session",
    "bloc-add": "session",
    "session-close": "session",
    "item-edit": "item",
    "item-delete": "item",
    "item-move": "item",
    "recusal-list": "item",
    "movement-add": "item",
    "contribution-add": "item",
    "decision": "item",
    "vote-add": "item",
    "vote-unanimous": "item",
    "roll-call-start": "item",
    "attendance-edit": "attendance",
    "attendance-substitute": "attendance",
    "attendance-remove": "attendance",
    "contribution-edit": "contribution",
    "contribution-move": "contribution",
    "contribution-delete": "contribution",
    "vote-edit": "vote",
    "vote-move": "vote",
    "vote-delete": "vote",
    "vote-close": "vote",
    "vote-reopen": "vote",
    "roll-call": "vote",
    "roll-call-discard": "vote",
}
ANNEX_PAGES = {
    "annex-create": "session",
    "attachment-edit": "annex",
    "attachment-delete": "annex",
    "attachment-move": "annex",
}


def key_of(room, kind: str):
    rows = {"item": room.items[0], "attendance": room["Kohl"], "session": room.session}
    return (rows.get(kind) or getattr(room, kind)).pk


@pytest.mark.parametrize(
    ("name", "kind"),
    [(f"minutes:{name}", kind) for name, kind in PAGES.items()]
    + [(f"committees:{name}", kind) for name, kind in ANNEX_PAGES.items()],
)
def test_pages_refuse_with_the_reason_and_what_was_typed(sealed, name, kind):
    typed = {"text": "Ein langer Satz,\nmit Mühe getippt.", "room": "Saal 2", "position": "3"}
    answer = sealed.browser.post(reverse(name, args=[key_of(sealed, kind)]), typed)
    content = answer.content.decode()
    assert answer.status_code == 423
    assert sealed.session.lock_reason in content
    assert f"{timezone.localtime(sealed.session.sealed_at):%d.%m.%Y}" in sealed.session.lock_reason
    assert "mit Mühe getippt." in content
    assert "Saal 2" in content


@pytest.mark.parametrize(
    ("name", "kind"),
    [("contribution-save", "item"), ("contribution-remove", "contribution"), ("contribution-place", "contribution")],
)
def test_the_desk_is_told_in_its_language(sealed, name, kind):
    row = sealed.contribution
    sent = {"id": str(row.pk), "version": row.version, "kind": row.kind, "text": "Neuer Text.", "after": ""}
    answer = sealed.browser.post(
        reverse(f"minutes:{name}", args=[key_of(sealed, kind)]),
        json.dumps(sent),
        content_type="application/json",
        headers={HEADER: "1"},
    )
    assert answer.status_code == 423
    assert answer.json() == {"errors": {"session": [sealed.session.lock_reason]}}


def test_a_new_paragraph_of_the_desk_is_refused_too(sealed):
    sent = {"id": str(uuid.uuid4()), "version": 0, "kind": "note", "text": "Neu."}
    address = reverse("minutes:contribution-save", args=[sealed.items[0].pk])
    answer = sealed.browser.post(address, json.dumps(sent), content_type="application/json", headers={HEADER: "1"})
    assert answer.status_code == 423
    assert Contribution.objects.filter(item=sealed.items[0]).count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_writes_and_who_signs_wait_for_each_other():
    """An annex that is being added while somebody signs is in the signed text."""
    room = ready.room(cast.county())
    clerk = cast.user("admin")
    workflow.submit(room.session, by=clerk)
    problems: list[BaseException] = []

    def sign() -> None:
        try:
            workflow.sign(room.session, "chair", by=clerk)
        except BaseException as problem:
            problems.append(problem)
        finally:
            connection.close()

    signer = threading.Thread(target=sign)
    with transaction.atomic():
        Attachment.objects.create(session=room.session, title="Im letzten Augenblick", is_public=True)
        signer.start()
        signer.join(timeout=1)
        assert signer.is_alive()
    signer.join()
    assert problems == []
    assert all("Im letzten Augenblick" in row.record for row in room.session.sealed_records.all())
