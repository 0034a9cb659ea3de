"""The statistics: each figure follows from published minutes; unknown is unknown, and nobody is ranked."""

import datetime

import pytest

from minutes import publishing
from minutes.portal.figures import Figures, counted, sources
from tests import cast
from tests.minutes.portal.register import call_the_roll, decide, published_session
from tests.publications import freeze, publisher

URL = "/statistics/"


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture(autouse=True)
def english(client):
    client.cookies["django_language"] = "en"


def figures() -> Figures:
    total = Figures()
    for source in sources():
        total.add(source.figures)
    for found in counted().values():
        total.add(found)
    return total


def test_empty_it_says_so(client, db):
    assert "No minutes have been published yet" in text(client.get(URL))


def test_each_figure_follows_from_the_published_minutes(room, place):
    cast.attend(room, cast.member(place, "Fehlt"), present=False, absence="excused")
    decide(room, 1)
    call_the_roll(room, 2, Kohl="yes", Merten="yes")
    decide(room, 3)
    freeze(room.session)
    found = figures()
    assert (found.sessions, found.items, found.decisions) == (1, 2, 2)
    assert (found.votes, found.unanimous, found.contested, found.unknown, found.roll_calls) == (2, 1, 1, 0, 1)
    assert (found.present, found.listed) == (2, 3)
    assert (found.unanimity, found.attendance) == (50, 67)


def test_what_is_not_known_is_not_counted(client, room):
    decide(room, 1, yes=None, no=None, abstain=None)
    freeze(room.session)
    found = figures()
    assert (found.votes, found.unknown, found.unanimity, found.average) == (1, 1, None, "")
    assert "unknown" in text(client.get(URL))


def test_the_duration_is_that_of_sessions_whose_beginning_and_end_are_known(place):
    start = datetime.datetime(2026, 3, 11, 17, tzinfo=datetime.UTC)
    lasted = {"opened_at": start, "closed_at": start + datetime.timedelta(hours=2, minutes=5)}
    published_session(place, 1, **lasted)
    published_session(place, 2)
    found = figures()
    assert (found.sessions, found.timed, found.average) == (2, 1, "2:05")


def test_withdrawn_and_superseded_minutes_are_not_counted(room):
    decide(room, 1)
    freeze(room.session)
    newest = freeze(room.session)
    assert figures().votes == 1
    publishing.withdraw(newest["public"], by=publisher(), reason="Fehler")
    assert figures() == Figures()


def test_a_committee_is_told_by_year_and_all_by_committee(client, place):
    published_session(place, 1)
    published_session(place, 1, year=2025, date=datetime.date(2025, 11, 12))
    page = text(client.get(URL))
    assert page.count(f'href="?committee={place.committee.pk}"') == 1
    page = text(client.get(f"{URL}?committee={place.committee.pk}"))
    assert page.index('<th scope="row">2026</th>') < page.index('<th scope="row">2025</th>')
    assert '<th scope="row">2025</th>' not in text(client.get(f"{URL}?committee={place.committee.pk}&year=2026"))


def test_a_term_chooses(client, place):
    published_session(place, 1)
    assert '<td class="numeric">1</td>' in text(client.get(f"{URL}?term=2025–2030"))


def test_nobody_is_named(client, room, published):
    assert "Kohl" not in text(client.get(URL))


@pytest.mark.parametrize("query", ["committee=x", "year=x", "year=99999", "term=x", "committee=" + "9" * 30])
def test_rubbish_chooses_nothing(client, published, query):
    assert "Integrationsausschuss" in text(client.get(f"{URL}?{query}"))


@pytest.mark.parametrize("sessions", [1, 4])
def test_it_takes_five_queries_for_any_number(client, place, django_assert_num_queries, sessions):
    for number in range(1, sessions + 1):
        published_session(place, number)
    with django_assert_num_queries(5):
        assert client.get(URL).status_code == 200
