"""The register of decisions: from what can be read, found by each filter, with the result as a picture and in words."""

import datetime

import pytest
from django.utils import timezone

from committees.models import Recusal, RuleProfile
from minutes import publishing
from minutes.record.serialise import from_bytes
from tests import cast
from tests.elements import elements
from tests.minutes.portal.register import call_the_roll, decide, published_session
from tests.publications import freeze, publisher, seal

URL = "/decisions/"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def titles(response) -> list[str]:
    return [attrs["href"] for attrs in elements(response).all("a", class_="entries__title")]


@pytest.fixture(autouse=True)
def english(client):
    client.cookies["django_language"] = "en"


@pytest.fixture
def decided(room):
    """A counted vote, a roll call, and a decision that is not public; not published yet."""
    decide(room, 1)
    decide(room, 2, outcome="rejected").delete()
    call_the_roll(room, 2, Kohl="yes", Merten="no")
    decide(room, 3)
    return room


ITEM = "/minutes/lkm/IntA/1/2026/items/"


def test_empty_it_says_so(client, db):
    assert "No decisions have been published yet" in text(client.get(URL))


def test_it_lists_what_was_decided_and_shows_the_result(client, decided):
    freeze(decided.session)
    page = client.get(URL)
    assert titles(page) == [f"{ITEM}1/", f"{ITEM}2/"]
    assert "Ergebnis der Abstimmung: 5 Ja, 2 Nein, 1 Enthaltung." in text(page)
    assert "2 decisions" in text(page)


def test_signed_but_unpublished_there_is_nothing(client, decided):
    seal(decided.session)
    assert titles(client.get(URL)) == []


def test_who_is_entitled_sees_the_non_public_one_marked(client, decided, councillor, stranger):
    freeze(decided.session)
    councillor.cookies["django_language"] = "en"
    page = councillor.get(URL)
    assert titles(page) == [f"{ITEM}1/", f"{ITEM}2/", f"{ITEM}3/"]
    assert text(page).count("badge--warning") == 1
    assert len(titles(stranger.get(URL))) == 2


def test_who_was_biased_does_not_read_it_where_the_profile_says_so(decided, councillor, place):
    Recusal.objects.create(item=decided.items[2], attendance=decided["Kohl"])
    RuleProfile.objects.update(hides_from_recused=True)
    freeze(decided.session)
    assert titles(councillor.get(URL)) == [f"{ITEM}1/", f"{ITEM}2/"]


def test_withdrawn_superseded_and_dated_ahead_is_not_read(client, decided):
    first = freeze(decided.session)["public"]
    record = from_bytes(first.record.encode())
    later = timezone.now() + datetime.timedelta(days=1)
    publishing.freeze(record, kind=first.kind, subject=decided.session, by=publisher(), visible_from=later)
    assert len(titles(client.get(URL))) == 2
    second = freeze(decided.session)["public"]
    assert len(titles(client.get(URL))) == 2
    publishing.withdraw(second, by=publisher(), reason="Fehler")
    assert titles(client.get(URL)) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=punkt", 2),
        ("q=punkt+2", 1),
        ("q=nirgends", 0),
        ("outcome=rejected", 1),
        ("outcome=deferred", 0),
        ("form=roll_call", 1),
        ("form=secret", 0),
        ("since=2026-03-11&until=2026-03-11", 2),
        ("since=2026-03-12", 0),
        ("until=2026-03-10", 0),
        ("committee=99", 0),
        ("term=2025%E2%80%932030", 2),
    ],
)
def test_each_filter_chooses(client, decided, query, found):
    freeze(decided.session)
    assert len(titles(client.get(f"{URL}?{query}"))) == found


@pytest.mark.parametrize(
    "query",
    ["committee=x", "since=2026-99-99", "until=0001-01-01", "outcome=perhaps", "form=x", "term=x", "page=x", "page=-1"],
)
def test_rubbish_filters_nothing(client, decided, query):
    freeze(decided.session)
    assert len(titles(client.get(f"{URL}?{query}"))) == 2


@pytest.mark.parametrize("query", ["q=%00", "q=" + "x" * 5000, "q='%25_\\", "committee=" + "9" * 50])
def test_odd_words_are_no_mistake(client, decided, query):
    assert client.get(f"{URL}?{query}").status_code == 200


@pytest.mark.parametrize("sessions", [1, 5])
def test_it_takes_five_queries_for_any_number(client, place, django_assert_num_queries, sessions):
    for number in range(1, sessions + 1):
        published_session(place, number)
    with django_assert_num_queries(5):
        assert len(titles(client.get(URL))) == 2 * sessions


def test_a_long_register_has_pages_that_keep_the_filter(client, place):
    room = cast.session(place, items=27)
    for number in range(1, 28):
        decide(room, number)
    freeze(room.session)
    first = client.get(f"{URL}?outcome=adopted")
    assert len(titles(first)) == 25
    assert "?outcome=adopted&amp;page=2" in text(first)
    assert len(titles(client.get(f"{URL}?outcome=adopted&page=2"))) == 2
