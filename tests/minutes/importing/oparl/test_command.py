"""`manage.py import oparl`: reads an address or a folder, tells how far it is, and prints its report."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from committees.models import Body, Session
from minutes.models import ImportedObject, ImportRun, PublishedFile
from tests import cast
from tests.minutes.importing.oparl.source import BASE, Server, import_, town, url, write

pytestmark = pytest.mark.django_db


def command(*words: str) -> str:
    out = StringIO()
    call_command("import", "oparl", *words, stdout=out, stderr=out)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "town", town())


def test_a_folder_is_imported_with_a_bar_and_a_report(admin, folder):
    said = command(str(folder))
    assert "##" in said
    assert Session.objects.count() == 2
    assert ImportRun.objects.get().state == "done"
    lines = said.splitlines()
    assert any(line.split()[-6:] == ["2", "0", "0", "0", "0", "0"] for line in lines)


def test_the_report_says_why_something_was_left_out(admin, folder):
    objects = town()
    objects["Meeting"][0]["organization"] = []
    write(folder, objects)
    assert url("Meeting", "m1") in command(str(folder))


def test_an_import_that_was_broken_off_goes_on(admin, folder, monkeypatch):
    run = ImportRun.objects.create(source=str(folder.resolve()), owner=admin, options={}, state="running", claim="lost")
    ImportRun.objects.update(heartbeat=timezone.now() - timezone.timedelta(minutes=5))
    command(str(folder))
    assert ImportRun.objects.get() == ImportRun.objects.get(pk=run.pk, state="done")


@pytest.mark.parametrize(
    "words",
    [
        ("/nowhere/at/all",),
        ("http://127.0.0.1/oparl",),
        ("http://user:secret@ris.example.org/",),
        ("{folder}", "--by", "nobody@example.org"),
        ("{folder}", "--body", "NONE"),
        ("{folder}", "--delay", "-1"),
    ],
)
def test_what_can_not_be_is_refused_with_a_sentence(admin, folder, words):
    with pytest.raises(CommandError):
        command(*(word.format(folder=folder) for word in words))
    assert not ImportRun.objects.exists()


def test_without_an_administrator_there_is_nobody_to_import(db, folder):
    with pytest.raises(CommandError):
        command(str(folder))


def test_a_folder_without_json_fails_with_a_sentence(admin, tmp_path):
    with pytest.raises(CommandError):
        command(str(tmp_path))
    assert ImportRun.objects.get().state == "failed"


def test_an_address_without_oparl_fails_with_a_sentence(admin):
    server = Server(town())
    server.answers[server.source] = {"hello": "world"}
    run = import_(server.source, admin, server)
    assert run.state == "failed"
    assert run.failure


def test_of_several_bodies_only_one_is_read_where_that_is_wanted(admin):
    objects = town()
    other = {**objects["Body"][0], "id": url("Body", "2"), "name": "Stadt Altstadt", "shortName": "ALT"}
    objects["Body"].append(other)
    server = Server(objects)
    import_(server.source, admin, server, only_body=url("Body", "1"))
    assert Body.objects.filter(key="NEU").exists()
    assert not Body.objects.filter(key="ALT").exists()


class WithFiles(Server):
    """A server that has the files too."""

    content = b"%PDF-1.7 Niederschrift"

    def pieces(self, address, *, most, is_file):
        assert is_file
        yield self.content


def test_files_are_fetched_where_that_is_wanted(admin, client):
    server = WithFiles(town())
    run = import_(server.source, admin, server, files=True)
    assert run.state == "done", run.failure
    assert bytes(PublishedFile.objects.get().content) == server.content
    row = ImportedObject.objects.get(external_id=url("Meeting", "m1"))
    issue = Session.objects.get(pk=row.row_key).issues.get()
    answer = client.get(f"{issue.get_absolute_url()}annexes/1/")
    assert b"".join(answer) == server.content
    assert f"{BASE}/f/m1.pdf" not in client.get(issue.get_absolute_url()).content.decode()


def test_a_file_that_is_not_what_it_says_stays_a_link(admin, client):
    server = WithFiles(town())
    server.content = b"<html>Bitte anmelden</html>"
    run = import_(server.source, admin, server, files=True)
    assert run.state == "done", run.failure
    assert not PublishedFile.objects.exists()
    assert run.problems.filter(kind="File").count() == 5
    row = ImportedObject.objects.get(external_id=url("Meeting", "m1"))
    issue = Session.objects.get(pk=row.row_key).issues.get()
    assert f"{BASE}/f/m1.pdf" in client.get(issue.get_absolute_url()).content.decode()


def test_an_imported_session_demands_nothing_of_its_clerk(admin, folder, client):
    command(str(folder))
    session = Session.objects.order_by("date").first()
    client.force_login(cast.user("clerk", session.committee))
    answer = client.get(f"/sessions/{session.pk}/")
    assert answer.status_code == 200
    assert "badge--warning" not in client.get("/").content.decode()
    out = StringIO()
    call_command("remind", stdout=out)
