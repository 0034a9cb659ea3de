"""What one source told of is neither changed nor taken back by another one."""

import pytest

from minutes.models import ImportedObject, Publication, Withdrawal
from tests.minutes.importing.oparl.source import Server, import_, made, town, url, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(admin):
    server = Server(town())
    run = import_(server.source, admin, server)
    assert run.state == "done", run.failure
    return run


def stone(kind: str, key: str) -> dict:
    return made(kind, key, deleted=True) | {"modified": "2031-01-01T12:00:00+01:00"}


def test_another_source_takes_nothing_back(first, admin, tmp_path):
    other = write(tmp_path / "other", {"Meeting": [stone("Meeting", "m1")], "Paper": [stone("Paper", "7")]})
    run = import_(other, admin)
    assert run.problems.filter(is_skipped=True).count() == 2
    assert not Withdrawal.objects.exists()
    assert ImportedObject.objects.get(external_id=url("Meeting", "m1")).source == first.source


def test_another_source_changes_nothing_not_even_by_a_part(first, admin, tmp_path):
    before = Publication.objects.count()
    item = made("AgendaItem", "x", number="9", name="Untergeschoben", public=True, meeting=url("Meeting", "m1"))
    council = town()["Organization"][0] | {"name": "Anders", "modified": "2031-01-01T12:00:00+01:00"}
    run = import_(write(tmp_path / "other", {"Organization": [council], "AgendaItem": [item]}), admin)
    assert run.state == "done", run.failure
    assert Publication.objects.count() == before
    assert ImportedObject.objects.get(external_id=council["id"]).source == first.source


def test_the_address_of_a_body_is_no_other_source_than_its_system(first, admin):
    server = Server(town())
    run = import_(url("Body", "1"), admin, server)
    assert run.state == "done", run.failure
    assert not run.problems.filter(is_skipped=True).exists()
