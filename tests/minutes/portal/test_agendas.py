"""Published agendas: at the address of their session, and of the sessions to come."""

import datetime

import pytest
from django.utils import timezone

from committees.models import Session
from minutes import publishing
from minutes.models import Publication
from tests import cast

URL = "/minutes/lkm/IntA/1/2026/agenda/"


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def coming(room):
    """The session takes place tomorrow."""
    day = timezone.localdate() + datetime.timedelta(days=1)
    Session.objects.filter(pk=room.session.pk).update(date=day, scheduled_start=datetime.time(16, 30))
    return room


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_unpublished_it_is_nowhere(client, coming):
    assert client.get(URL).status_code == 404
    assert "IntA/1/2026" not in text(client.get("/")) + text(client.get("/minutes/agendas/"))


def test_everybody_reads_the_public_items_and_when_and_where(client, coming, clerk):
    publishing.publish_agenda(coming.session, by=clerk)
    page = text(client.get(URL))
    assert "Punkt 1" in page
    assert "16:30 Uhr" in page
    assert "Grundstück am Bach" not in page + text(client.get(f"{URL[:-1]}.json"))


def test_those_entitled_read_all_of_it(councillor, coming, clerk):
    publishing.publish_agenda(coming.session, by=clerk)
    page = text(councillor.get(URL))
    assert "Grundstück am Bach" in page
    assert "Nichtöffentlich – nur für Berechtigte." in page


def test_what_is_changed_afterwards_is_read_with_the_supplement(client, coming, clerk):
    publishing.publish_agenda(coming.session, by=clerk)
    type(coming.items[0]).objects.filter(pk=coming.items[0].pk).update(title="Neuer Punkt")
    assert "Neuer Punkt" not in text(client.get(URL))
    publishing.publish_agenda(coming.session, by=clerk)
    page = text(client.get(URL))
    assert "Neuer Punkt" in page
    assert "Nachtrag zur Tagesordnung" in page


def test_withdrawn_it_says_why(client, coming, clerk):
    public, _internal = publishing.publish_agenda(coming.session, by=clerk)
    publishing.withdraw(public, by=clerk, reason="Falscher Tag")
    response = client.get(URL)
    assert response.status_code == 410
    assert "Falscher Tag" in text(response)
    assert "IntA/1/2026" not in text(client.get("/minutes/agendas/"))


def test_the_start_page_and_the_list_lead_to_it(client, coming, clerk):
    publishing.publish_agenda(coming.session, by=clerk)
    assert URL in text(client.get("/"))
    assert URL in text(client.get("/minutes/agendas/"))


def test_past_sessions_are_not_among_the_next_ones(client, room, clerk):
    publishing.publish_agenda(room.session, by=clerk)
    assert client.get(URL).status_code == 200
    assert URL not in text(client.get("/minutes/agendas/"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_length(client, place, clerk, django_assert_num_queries, rows):
    for number in range(1, rows + 1):
        room = cast.session(place, number=number, date=timezone.localdate())
        publishing.publish_agenda(room.session, by=clerk)
    with django_assert_num_queries(3):
        client.get("/minutes/agendas/")
    assert Publication.objects.count() == 2 * rows
