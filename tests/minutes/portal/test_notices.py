"""Published notices of sessions: at the address of the agenda until there is one, and among the sessions to come."""

import datetime
import json

import pytest
from django.utils import timezone

from committees.models import Session
from minutes import announcing, publishing
from tests import cast

URL = "/minutes/lkm/IntA/1/2026/agenda/"
LIST = "/minutes/agendas/"


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def coming(room):
    """The session takes place tomorrow."""
    day = timezone.localdate() + datetime.timedelta(days=1)
    Session.objects.filter(pk=room.session.pk).update(date=day, scheduled_start=datetime.time(16, 30), room="Saal 2")
    return room


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_everybody_reads_when_and_where_and_nothing_of_the_agenda(client, councillor, coming, clerk):
    announcing.publish_notice(coming.session, by=clerk)
    for browser in (client, councillor):
        page = text(browser.get(URL))
        assert "Bekanntmachung der 1. Sitzung" in page
        assert "16:30 Uhr" in page
        assert "Saal 2" in page
        assert "Die Tagesordnung folgt." in page
        assert "Punkt 1" not in page
        assert "Grundstück" not in page


def test_the_record_is_there_as_data(client, coming, clerk):
    made = announcing.publish_notice(coming.session, by=clerk)
    response = client.get(f"{URL[:-1]}.json")
    assert response.content.decode() == made.record
    assert json.loads(response.content)["parts"] == []


def test_the_start_page_and_the_list_lead_to_it(client, coming, clerk):
    announcing.publish_notice(coming.session, by=clerk)
    for page in (text(client.get("/")), text(client.get(LIST))):
        assert page.count(f'href="{URL}"') == 1


def test_dated_ahead_it_is_nowhere_yet(client, coming, clerk):
    announcing.publish_notice(coming.session, by=clerk, visible_from=timezone.now() + datetime.timedelta(days=1))
    assert client.get(URL).status_code == 404
    assert URL not in text(client.get(LIST))


def test_the_agenda_takes_its_place(client, coming, clerk):
    announcing.publish_notice(coming.session, by=clerk)
    publishing.publish_agenda(coming.session, by=clerk)
    assert "Punkt 1" in text(client.get(URL))
    assert "Bekanntmachung" not in text(client.get(URL))
    assert text(client.get(LIST)).count(f'href="{URL}"') == 1
    assert "Bekanntmachung" not in client.get(f"{URL[:-1]}.json").content.decode()


def test_until_an_agenda_that_is_dated_ahead_the_notice_is_read(client, coming, clerk):
    announcing.publish_notice(coming.session, by=clerk)
    publishing.publish_agenda(coming.session, by=clerk, visible_from=timezone.now() + datetime.timedelta(days=1))
    assert "Bekanntmachung" in text(client.get(URL))
    assert URL in text(client.get(LIST))


def test_a_notice_dated_ahead_does_not_come_back_after_the_agenda(client, coming, clerk, monkeypatch):
    announcing.publish_notice(coming.session, by=clerk, visible_from=timezone.now() + datetime.timedelta(hours=1))
    publishing.publish_agenda(coming.session, by=clerk)
    later = timezone.now() + datetime.timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert "Punkt 1" in text(client.get(URL))
    assert text(client.get(LIST)).count(f'href="{URL}"') == 1


def test_after_a_withdrawn_agenda_the_old_notice_does_not_come_back_and_a_new_one_holds(client, coming, clerk):
    announcing.publish_notice(coming.session, by=clerk)
    for row in publishing.publish_agenda(coming.session, by=clerk):
        publishing.withdraw(row, by=clerk, reason="Verlegt")
    assert client.get(URL).status_code == 410
    assert URL not in text(client.get(LIST))
    announcing.publish_notice(coming.session, by=clerk)
    assert "Geänderte Bekanntmachung" in text(client.get(URL))
    assert URL in text(client.get(LIST))


def test_withdrawn_it_says_why(client, coming, clerk):
    made = announcing.publish_notice(coming.session, by=clerk)
    publishing.withdraw(made, by=clerk, reason="Falscher Tag")
    response = client.get(URL)
    assert response.status_code == 410
    assert "Falscher Tag" in text(response)
    assert URL not in text(client.get(LIST))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_length(client, place, clerk, django_assert_num_queries, rows):
    for number in range(1, rows + 1):
        room = cast.session(place, number=number, date=timezone.localdate())
        announcing.publish_notice(room.session, by=clerk)
    with django_assert_num_queries(3):
        assert text(client.get(LIST)).count('<a class="entries__title"') == rows


@pytest.mark.parametrize("items", [1, 30])
def test_the_page_takes_the_same_queries(client, place, clerk, django_assert_num_queries, items):
    announcing.publish_notice(cast.session(place, items=items).session, by=clerk)
    with django_assert_num_queries(3):
        assert client.get(URL).status_code == 200
