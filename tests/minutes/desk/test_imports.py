"""Administrators take over another system's data: they start it, see how far it is, cancel, and read the report."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Session
from minutes.importing.oparl import running
from minutes.importing.oparl.addresses import Host
from minutes.models import ImportRun
from tests import cast
from tests.minutes.importing.oparl.source import Server, town

pytestmark = pytest.mark.django_db
NEW = reverse("minutes:import-create")


@pytest.fixture
def admin():
    return cast.user("admin")


@pytest.fixture
def desk(admin) -> Client:
    client = Client()
    client.force_login(admin)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def server(monkeypatch) -> Server:
    """Another system behind the network."""
    server = Server(town())
    monkeypatch.setattr(running.fetching, "Client", lambda **options: server)
    look_up = lambda url, private=frozenset(): Host("https", "ris.neustadt.example", 443, "192.0.2.1")  # noqa: E731
    monkeypatch.setattr("minutes.desk.import_forms.addresses.checked", look_up)
    return server


def start(desk: Client, source: str, **values: str) -> ImportRun:
    answer = desk.post(NEW, {"source": source, **values})
    run = ImportRun.objects.latest("created_at")
    assert answer.url == run.get_absolute_url()
    return run


def test_an_import_goes_on_while_its_page_is_open(desk, server, monkeypatch):
    monkeypatch.setattr("minutes.bulk.queues.SLICE", 0.0)
    run = start(desk, server.source)
    rounds = 0
    while not run.is_over and rounds < 200:
        answer = desk.post(reverse("minutes:import-run", args=[run.pk]), headers={"X-Requested-With": "fetch"})
        assert answer.status_code in (200, 302)
        state = desk.get(reverse("minutes:import-state", args=[run.pk])).json()
        run.refresh_from_db()
        assert state["is_over"] is run.is_over
        rounds += 1
    assert run.state == "done", run.failure
    assert rounds > 5
    assert Session.objects.count() == 2


def test_the_report_tells_what_became_of_what_and_why(desk, server):
    server.objects["Meeting"][0]["organization"] = []
    run = start(desk, server.source)
    desk.post(reverse("minutes:import-run", args=[run.pk]))
    page = desk.get(run.get_absolute_url()).content.decode()
    assert "The import is finished" in page
    assert server.objects["Meeting"][0]["id"] in page
    run.refresh_from_db()
    assert run.problems.get(kind="Meeting").reason in page
    assert str(run.source) in desk.get(reverse("minutes:import-list")).content.decode()


def test_an_import_is_cancelled_and_what_was_stored_stays(desk, server, monkeypatch):
    monkeypatch.setattr("minutes.bulk.queues.SLICE", 0.0)
    run = start(desk, server.source)
    desk.post(reverse("minutes:import-run", args=[run.pk]))
    assert desk.get(reverse("minutes:import-cancel", args=[run.pk])).status_code == 200
    desk.post(reverse("minutes:import-cancel", args=[run.pk]))
    run.refresh_from_db()
    assert run.state == "cancelled"
    desk.post(reverse("minutes:import-run", args=[run.pk]))
    assert not Session.objects.exists()
    again = start(desk, server.source)
    assert again.pk != run.pk
    monkeypatch.undo()


def test_an_address_that_is_imported_already_leads_to_that_import(desk, server):
    first = start(desk, server.source)
    assert start(desk, server.source) == first


def test_other_choices_than_those_of_the_open_import_are_not_dropped_silently(desk, server):
    first = start(desk, server.source)
    answer = desk.post(NEW, {"source": server.source, "files": "on"})
    assert answer.status_code == 422
    assert "begun with other choices" in answer.content.decode()
    assert ImportRun.objects.get() == first


@pytest.mark.parametrize(
    "source",
    ["ftp://ris.example.org/", "http://127.0.0.1/oparl", "http://localhost:8000/", "file:///etc/passwd", "x", ""],
)
def test_an_address_that_is_not_asked_is_refused_with_a_sentence(desk, source):
    answer = desk.post(NEW, {"source": source})
    assert answer.status_code == 422
    assert not ImportRun.objects.exists()


def test_a_host_of_the_own_network_is_asked_where_that_is_said(desk):
    run = start(desk, "http://127.0.0.1:9/oparl", allow_private="on")
    assert run.options["private"] == ["127.0.0.1:9"]


@pytest.mark.django_db(transaction=True)
def test_the_host_is_looked_up_outside_of_any_transaction(desk, server, monkeypatch):
    seen = []

    def look_up(url, private=frozenset()):
        seen.append(connection.in_atomic_block)
        return Host("https", "ris.neustadt.example", 443, "192.0.2.1")

    monkeypatch.setattr("minutes.desk.import_forms.addresses.checked", look_up)
    start(desk, server.source)
    assert seen == [False]


def test_the_list_costs_the_same_with_more_imports(desk, admin, django_assert_num_queries):
    for number in range(3):
        ImportRun.objects.create(source=f"https://{number}.example/", owner=admin, finished_at=timezone.now())
        with django_assert_num_queries(6):
            desk.get(reverse("minutes:import-list"))
