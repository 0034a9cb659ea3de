"""The archive of a body: what is in it, for whom, the same each time, and no table is forgotten."""

import datetime
import hashlib
import json
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.utils import timezone

from committees.models import AgendaItem, Person
from minutes import announcing, publishing
from minutes.archive import MANIFEST
from minutes.archive.parts import LATE, LEFT_OUT, PARTS
from minutes.record.serialise import from_bytes
from tests import cast
from tests.minutes.importing import moving
from tests.publications import freeze, publisher

MOMENT = datetime.datetime(2026, 11, 27, 12, tzinfo=datetime.UTC)


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def room(place):
    room = cast.session(place, items=2, members=("Kohl",))
    AgendaItem.objects.filter(pk=room.items[1].pk).update(is_public=False, title="Grundstück am Bach")
    return room


def test_every_table_is_in_it_or_named_with_the_reason_why_not():
    known = {model._meta.label_lower for app in ("committees", "votes", "minutes") for model in _models(app)}
    parts = {part.model._meta.label_lower for part in PARTS}
    assert known - parts - LEFT_OUT.keys() == set()
    assert parts & LEFT_OUT.keys() == set()
    assert {part.name for part in PARTS if part.late} == set(LATE)


def _models(app: str):
    return apps.get_app_config(app).get_models(include_auto_created=True)


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_the_manifest_says_what_is_in_it(room, tmp_path, audience):
    freeze(room.session)
    path = moving.exported(tmp_path / "a.zip", audience, at=MOMENT)
    contents = moving.files(path)
    manifest = json.loads(contents.pop(MANIFEST))
    assert (manifest["format"], manifest["version"], manifest["audience"]) == ("gremia/archive", 1, audience)
    assert manifest["body"] == {"key": "lkm", "name": "Kreis Musterland"}
    assert manifest["made_at"] == "2026-11-27T12:00:00+00:00"
    assert {file["path"]: (file["size"], file["sha256"]) for file in manifest["files"]} == {
        name: (len(content), hashlib.sha256(content).hexdigest()) for name, content in contents.items()
    }
    counted = {name.removeprefix("data/").removesuffix(".jsonl"): text.count(b"\n") for name, text in contents.items()}
    tables = {name: number for name, number in counted.items() if "/" not in name}
    assert {**tables, "files": len(contents) - len(tables)} == manifest["counts"]


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_the_same_state_gives_the_same_bytes(room, tmp_path, audience):
    freeze(room.session)
    first, second = (moving.exported(tmp_path / name, audience, at=MOMENT).read_bytes() for name in ("a.zip", "b.zip"))
    assert first == second


def test_records_are_in_it_byte_for_byte(room, tmp_path):
    publication = freeze(room.session)["public"]
    path = moving.exported(tmp_path / "a.zip", "public")
    [row] = moving.rows(path, "publications")
    assert row["record"] == publication.record
    assert hashlib.sha256(row["record"].encode()).hexdigest() == row["sha256"] == publication.sha256
    assert moving.files(path)[f"pdf/{publication.pdf_sha256}.pdf"] == bytes(publication.pdf)


def test_of_a_body_only_what_is_its_own(room, tmp_path):
    other = cast.county("other")
    cast.member(other, "Fremd")
    cast.session(other, number=7)
    path = moving.exported(tmp_path / "a.zip", body=room.session.committee.body)
    assert [row["key"] for row in moving.rows(path, "bodies")] == ["lkm"]
    assert [row["last_name"] for row in moving.rows(path, "people")] == ["Kohl"]
    assert [row["number"] for row in moving.rows(path, "sessions")] == [1]


def test_of_the_only_body_everybody_in_the_directory(room, tmp_path):
    Person.objects.create(last_name="Niemand")
    path = moving.exported(tmp_path / "a.zip")
    assert {row["last_name"] for row in moving.rows(path, "people")} >= {"Kohl", "Niemand"}


def test_accounts_are_a_number_and_a_name(room, tmp_path):
    freeze(room.session)
    path = moving.exported(tmp_path / "a.zip")
    assert [row.keys() for row in moving.rows(path, "accounts")] == [{"id", "name"}]
    everything = b"".join(content for name, content in moving.files(path).items() if name.startswith("data/"))
    assert b"password" not in everything
    assert b"pbkdf2" not in everything


def test_a_withdrawn_edition_is_told_with_its_reason_and_nothing_else(room, tmp_path):
    publishing.withdraw(freeze(room.session)["public"], by=publisher(), reason="Falsche Fassung")
    path = moving.exported(tmp_path / "a.zip", "public")
    [row] = moving.rows(path, "publications")
    assert row["reason"] == "Falsche Fassung"
    assert {"record", "title", "note", "sha256"} & row.keys() == set()
    assert moving.files(path).keys() == {name for name in moving.files(path) if not name.startswith("pdf/")}


def test_an_older_edition_of_minutes_is_told_as_the_portal_shows_it(room, tmp_path):
    first, second = freeze(room.session)["public"], freeze(room.session)["public"]
    rows = moving.rows(moving.exported(tmp_path / "a.zip", "public"), "publications")
    assert [(row["edition"], "record" in row, row["visible_until"] is None) for row in rows] == [
        (1, True, False),
        (2, True, True),
    ]
    publishing.withdraw(second, by=publisher(), reason="Falsch")
    rows = moving.rows(moving.exported(tmp_path / "a.zip", "public"), "publications")
    assert [(row["id"], "record" in row) for row in rows] == [(first.pk, False), (second.pk, False)]


def test_an_older_list_of_members_is_not_told_to_everybody(room, tmp_path):
    for _time in range(2):
        announcing.publish_directory(room.session.committee, by=publisher())
    rows = moving.rows(moving.exported(tmp_path / "a.zip", "public"), "publications")
    assert [(row["edition"], "record" in row) for row in rows] == [(1, False), (2, True)]


def test_what_is_dated_ahead_is_not_in_the_public_one(room, tmp_path):
    record = from_bytes(freeze(room.session)["public"].record.encode())
    later = timezone.now() + datetime.timedelta(days=1)
    publishing.freeze(record, kind="minutes", subject=room.session, by=publisher(), visible_from=later)
    [row] = moving.rows(moving.exported(tmp_path / "a.zip", "public"), "publications")
    assert (row["edition"], row["visible_until"]) == (1, None)
    assert len(moving.rows(moving.exported(tmp_path / "b.zip"), "publications")) == 3


def test_nothing_that_is_not_public_is_in_the_public_one(room, tmp_path):
    freeze(room.session)
    public, internal = (
        b"".join(moving.files(moving.exported(tmp_path / f"{name}.zip", name)).values())
        for name in ("public", "internal")
    )
    assert b"Bach" not in public
    assert b"Bach" in internal


@pytest.mark.parametrize("sessions", [1, 4])
def test_the_number_of_queries_does_not_grow_with_the_rows(place, tmp_path, django_assert_num_queries, sessions):
    for number in range(1, sessions + 1):
        freeze(cast.session(place, number=number).session)
    # One more for each PDF that is not the same as another.
    with django_assert_num_queries(9 + 1):
        moving.exported(tmp_path / "a.zip", "public", body=place.body)


def command(*arguments: str) -> str:
    err = StringIO()
    call_command("export", *arguments, stderr=err)
    return err.getvalue()


def test_the_command_writes_it(room, tmp_path):
    freeze(room.session)
    target = tmp_path / "a.zip"
    command("--archive", "LKM", "--audience", "internal", "--output", str(target))
    assert json.loads(moving.files(target)[MANIFEST])["audience"] == "internal"


def test_the_command_names_the_bodies_that_there_are(room, tmp_path):
    with pytest.raises(CommandError, match="lkm"):
        command("--archive", "nowhere", "--output", str(tmp_path / "a.zip"))
    with pytest.raises(CommandError, match="ZIP"):
        command("--archive", "lkm", "--format", "pdf", "--output", str(tmp_path / "a.zip"))
