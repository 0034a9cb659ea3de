"""An import that is killed at any point and started again ends in the same state as one that ran through."""

import json
import os
import signal
import subprocess
import sys
import time
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from committees.models import Body, Committee, Faction, LegislativeTerm, Membership, Paper, Person, Session
from minutes.bulk.claims import Claim
from minutes.importing.oparl import running, staging
from minutes.importing.oparl.building import store
from minutes.models import (
    ImportedObject,
    ImportProblem,
    ImportRun,
    Issue,
    OparlObject,
    Publication,
    PublicEntry,
    PublishedItem,
    PublishedSeat,
)
from tests import cast
from tests.minutes.importing.oparl.source import BASE, Server, begin, meeting, town, url, write
from tests.process import ROOT
from tests.sampling import sampled


class Killed(BaseException):
    """Nobody catches it."""


def objects() -> dict[str, list[dict[str, Any]]]:
    """The town, with what is odd: something named that is not there, and a meeting of nobody."""
    found = town()
    found["Meeting"][0]["agendaItem"].append(f"{BASE}/agendaitem/lost")
    found["Meeting"].append(meeting("m7", "2024-05-07", {"id": f"{BASE}/organization/none"}, []))
    found["Meeting"].append(meeting("m8", "2024-05-08", found["Organization"][0], found["Person"][1:]))
    return found


def state() -> Any:
    """All that an import makes, without what no two runs share: keys that count up, and moments."""
    ours = {(row.row_table, row.row_key): row.external_id for row in ImportedObject.objects.exclude(row_key="")}
    keys = {(table, key): f"<{address}>" for (table, key), address in ours.items()}

    def told(text: str) -> Any:
        return _told(json.loads(text), keys)

    return {
        "bodies": sorted(Body.objects.values_list("key", "name")),
        "terms": sorted(LegislativeTerm.objects.values_list("name", "start", "end")),
        "factions": sorted(Faction.objects.values_list("name", "term__name")),
        "committees": sorted(Committee.objects.values_list("short_name", "name", "kind", "seats")),
        "people": sorted(Person.objects.values_list("last_name", "first_name", "gender")),
        "seats": sorted(Membership.objects.values_list("committee__name", "person__last_name", "function", "start")),
        "papers": sorted(Paper.objects.values_list("reference", "title", "originator")),
        "sessions": sorted(Session.objects.values_list("id", "committee__name", "year", "number", "date")),
        "publications": [
            (row.kind, row.edition, json.dumps(told(row.record), sort_keys=True))
            for row in sorted(Publication.objects.all(), key=lambda row: (row.kind, str(told(row.record))))
        ],
        "issues": sorted(Issue.objects.values_list("kind", "reference", "title", "date")),
        "items": sorted(PublishedItem.objects.values_list("date", "number", "title", "outcome")),
        "told seats": sorted(PublishedSeat.objects.values_list("name", "function", "faction")),
        "found": sorted(PublicEntry.objects.values_list("reference", "kind", "number", "title", "text")),
        "open data": sorted(OparlObject.objects.values_list("kind", "field", "position", "is_deleted")),
        "objects": sorted(
            ImportedObject.objects.values_list(
                "external_id", "kind", "parent", "root", "digest", "outcome", "is_stored", "is_pending", "is_wanted"
            )
        ),
        "problems": sorted(ImportProblem.objects.values_list("kind", "external_id", "reason")),
        "counts": ImportRun.objects.get().counts,
    }


def _told(value: Any, keys: dict[tuple[str, str], str], name: str = "") -> Any:
    tables = {"person_id": "committees_person", "paper_id": "committees_paper"}
    if isinstance(value, dict):
        table = "committees_committee" if name == "committee" else "committees_paper" if name == "papers" else ""
        return {
            field: keys.get((table if field == "id" else tables.get(field, ""), str(entry)), _told(entry, keys, field))
            if isinstance(entry, str)
            else _told(entry, keys, field)
            for field, entry in value.items()
            if not (name == "" and field == "date" and value.get("schema") == "gremia/directory/1")
        }
    if isinstance(value, list):
        return [_told(entry, keys, name) for entry in value]
    return value


class Points:
    """Places at which an import may be killed: each time one is passed it counts."""

    def __init__(self, at: int | None = None) -> None:
        self.at, self.passed = at, 0

    def __call__(self, function: Any) -> Any:
        def passing(*args: Any, **values: Any) -> Any:
            self.passed += 1
            if self.passed == self.at:
                raise Killed
            return function(*args, **values)

        return passing

    def put_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Before each step is written down, and in the middle of it: while things are laid down, and while stored."""
        monkeypatch.setattr(Claim, "_write", self(Claim._write))
        monkeypatch.setattr(staging, "_store", self(staging._store))
        monkeypatch.setattr(staging, "_want", self(staging._want))
        monkeypatch.setattr(store.Store, "finish", self(store.Store.finish))


def imported(at: int | None, monkeypatch: pytest.MonkeyPatch, make: Any) -> tuple[Any, int]:
    """The state after an import that was killed at a point, and started again until it was over."""
    with transaction.atomic():
        owner = cast.user("admin")
        source, transport = make()
        run = begin(source, owner)
        points = Points(at)
        with monkeypatch.context() as patch:
            points.put_up(patch)
            try:
                # Killed, its open transaction is taken back, as the database does it with a lost connection.
                running.run(run.pk, transport=transport)
            except Killed:
                ImportRun.objects.update(heartbeat=timezone.now() - timezone.timedelta(days=1))
        running.run(run.pk, transport=make()[1])
        run.refresh_from_db()
        assert run.state == "done", run.failure
        found = state()
        transaction.set_rollback(True)
    return found, points.passed


_PLACES = 32
"""Each of so many cases kills at every 32nd point."""


@pytest.fixture(params=["server", "folder"])
def make(request, tmp_path):
    def from_server() -> tuple[str, Any]:
        server = Server(objects())
        return server.source, server

    folder = write(tmp_path / "town", objects())
    return from_server if request.param == "server" else lambda: (str(folder), None)


@pytest.mark.django_db
@pytest.mark.parametrize("place", sampled(range(_PLACES), every=16))
def test_killed_anywhere_and_started_again_it_ends_in_the_same_state(make, monkeypatch, place):
    monkeypatch.setattr(running, "_BUILDS", tuple((kind, build, 2) for kind, build, _count in running._BUILDS))
    whole, points = imported(None, monkeypatch, make)
    assert points > 40
    assert len(whole["sessions"]) == 3
    for at in range(1 + place, points + 1, _PLACES):
        found, _passed = imported(at, monkeypatch, make)
        for name in whole:
            assert found[name] == whole[name], f"{name}, killed at point {at} of {points}"


@pytest.mark.django_db
def test_an_import_that_somebody_works_on_is_left_alone(admin, tmp_path):
    run = begin(str(write(tmp_path / "town", town())), admin)
    ImportRun.objects.filter(pk=run.pk).update(state="running", claim="somebody", heartbeat=timezone.now())
    running.run(run.pk)
    assert not ImportedObject.objects.exists()


@pytest.mark.django_db
def test_the_same_place_that_kills_every_worker_ends_the_import(admin, tmp_path):
    run = begin(str(write(tmp_path / "town", town())), admin)
    ImportRun.objects.filter(pk=run.pk).update(takeovers=running.MOST_TAKEOVERS + 1)
    running.run(run.pk)
    run.refresh_from_db()
    assert run.state == "failed"


@pytest.mark.django_db
def test_who_is_no_administrator_any_more_imports_nothing(admin, tmp_path):
    run = begin(str(write(tmp_path / "town", town())), admin)
    admin.is_active = False
    admin.save()
    running.run(run.pk)
    run.refresh_from_db()
    assert run.state == "failed"
    assert not Body.objects.exists()


def many(count: int) -> dict[str, list[dict[str, Any]]]:
    """A town with so many meetings."""
    found = town()
    council, people = found["Organization"][0], found["Person"]
    for number in range(count):
        day = f"{2001 + number // 300}-{number % 12 + 1:02}-{number // 12 % 25 + 1:02}"
        found["Meeting"].append(meeting(f"x{number}", day, council, people))
    return found


@pytest.mark.django_db(transaction=True)
def test_a_process_that_is_killed_is_followed_by_one_that_ends_the_work(tmp_path, monkeypatch):
    owner = cast.user("admin")
    folder = write(tmp_path / "town", many(150))
    run = begin(str(folder), owner)
    name = connection.settings_dict
    database = os.environ.get("DATABASE_URL", "")
    if connection.vendor == "sqlite":
        database = f"sqlite:///{name['NAME']}"
    else:
        database = f"{database.rpartition('/')[0]}/{name['NAME']}"
    command = [sys.executable, "manage.py", "shell", "-v0", "-c"]
    code = f"from minutes.importing.oparl import running; import uuid; running.run(uuid.UUID('{run.pk}'))"
    worker = subprocess.Popen([*command, code], cwd=ROOT, env={**os.environ, "DATABASE_URL": database})  # noqa: S603
    try:
        until = time.monotonic() + 120
        while time.monotonic() < until:
            run.refresh_from_db()
            if Session.objects.count() >= 40 or run.is_over:
                break
            time.sleep(0.05)
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    run.refresh_from_db()
    done = Session.objects.count()
    assert not run.is_over
    assert 40 <= done < 152
    monkeypatch.setattr(settings, "EXPORT_STALE_SECONDS", 0)
    running.run(run.pk)
    run.refresh_from_db()
    assert run.state == "done", run.failure
    assert run.takeovers == 0
    assert Session.objects.count() == Publication.objects.filter(kind="import", edition=1).count() == 152
    assert run.counts["Meeting"] == {"new": 152}
    assert ImportedObject.objects.filter(external_id=url("Meeting", "x149"), is_stored=True).exists()
