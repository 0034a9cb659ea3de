"""The list of published protocols."""

import datetime

import pytest

from tests import cast
from tests.elements import elements
from tests.publications import freeze

URL = "/minutes/"


def titles(response) -> list[str]:
    """The references in the list, in order."""
    return [publication.reference for publication in response.context["page"]]


@pytest.fixture
def three(place) -> list:
    days = (datetime.date(2025, 12, 3), datetime.date(2026, 3, 4), datetime.date(2026, 2, 4))
    return [
        freeze(cast.session(place, number=number, date=day, year=day.year).session)
        for number, day in enumerate(days, start=1)
    ]


def test_everybody_reads_it_without_login(client, published):
    response = client.get(URL)
    assert response.status_code == 200
    assert "1. Sitzung des Integrationsausschusses" in response.content.decode()
    assert elements(response).all("a", href="/minutes/lkm/IntA/1/2026/")


def test_the_newest_session_stands_first(client, three):
    assert titles(client.get(URL)) == ["IntA/2/2026", "IntA/3/2026", "IntA/1/2025"]


def test_a_session_stands_there_once_whatever_the_visitor_may_read(client, councillor, published):
    assert titles(client.get(URL)) == ["IntA/1/2026"]
    assert titles(councillor.get(URL)) == ["IntA/1/2026"]


def test_only_those_entitled_see_that_there_is_more(client, councillor, stranger, published):
    mark = "Fassung für Berechtigte"
    assert mark in councillor.get(URL).content.decode()
    assert mark not in client.get(URL).content.decode()
    assert mark not in stranger.get(URL).content.decode()


def test_drafts_are_not_in_it(client, councillor, room):
    assert titles(client.get(URL)) == titles(councillor.get(URL)) == []


def test_a_superseded_publication_is_not_in_it(client, room):
    freeze(room.session)
    freeze(room.session)
    assert titles(client.get(URL)) == ["IntA/1/2026"]


def test_it_is_filtered_by_year_and_committee(client, place, three):
    other = cast.county("other")
    freeze(cast.session(other, number=9).session)
    assert titles(client.get(URL, {"year": 2025})) == ["IntA/1/2025"]
    assert titles(client.get(URL, {"committee": other.committee.pk})) == ["IntA/9/2026"]
    assert titles(client.get(URL, {"committee": other.committee.pk, "year": 2025})) == []


def test_the_choice_stays_in_the_form(client, three):
    options = elements(client.get(URL, {"year": 2026})).all("option", value="2026")
    assert "selected" in options[0]


def test_committees_of_the_same_name_are_told_apart_by_their_body(client, three):
    other = cast.county("other")
    type(other.body).objects.filter(pk=other.body.pk).update(name="Kreis Anderland")
    freeze(cast.session(other, number=9).session)
    page = client.get(URL).content.decode()
    assert "Integrationsausschuss (Kreis Anderland)" in page
    assert "Integrationsausschuss (Kreis Musterland)" in page


@pytest.mark.parametrize("value", ["x", "-1", "99999999999999999999", "1; DROP", "²"])
def test_a_choice_that_is_no_number_is_no_choice(client, three, value):
    response = client.get(URL, {"year": value, "committee": value})
    assert response.status_code == 200
    assert len(titles(response)) == 3


def test_an_empty_choice_says_so_and_leads_back(client, three):
    response = client.get(URL, {"year": 1999})
    assert "Zu dieser Auswahl gibt es keine Niederschriften" in response.content.decode()
    assert elements(response).all("a", href=URL)


def test_an_empty_portal_says_so(client, db):
    assert "Noch sind keine Niederschriften veröffentlicht" in client.get(URL).content.decode()


def test_it_goes_on_on_a_second_page_that_keeps_the_choice(client, place):
    for number in range(1, 23):
        freeze(cast.session(place, number=number, items=1).session)
    response = client.get(URL, {"year": 2026})
    assert len(titles(response)) == 20
    assert elements(response).all("a", href="?year=2026&page=2", rel="next")
    assert len(titles(client.get(URL, {"year": 2026, "page": 2}))) == 2


def test_only_those_who_may_are_offered_exports(client, councillor, published):
    link = "/exports/"
    assert not elements(client.get(URL)).all("a", href=link)
    assert not elements(councillor.get(URL)).all("a", href=link)
    client.force_login(cast.user("admin"))
    assert elements(client.get(URL)).all("a", href=link)


@pytest.mark.parametrize("rows", [1, 3])
def test_it_takes_the_same_queries_for_any_length(client, place, django_assert_num_queries, rows):
    for number in range(1, rows + 1):
        freeze(cast.session(place, number=number).session)
    with django_assert_num_queries(5):
        client.get(URL)


@pytest.mark.parametrize("rows", [1, 3])
def test_it_takes_two_more_for_somebody_logged_in(place, room, councillor, django_assert_num_queries, rows):
    for number in range(2, rows + 2):
        freeze(cast.session(place, number=number).session)
    with django_assert_num_queries(6):
        councillor.get(URL)


@pytest.mark.parametrize("year", ["0", "10000", "999999999"])
def test_a_year_that_no_calendar_has_is_no_choice(client, three, year):
    assert len(titles(client.get(URL, {"year": year}))) == 3
