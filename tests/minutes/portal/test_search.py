"""The page of the search."""

import pytest
from django.utils import translation

from committees.models import Membership, Person, User
from minutes import search
from tests.elements import elements
from tests.minutes.search import corpus

URL = "/search/"


@pytest.fixture
def world(db) -> corpus.World:
    return corpus.create()


@pytest.fixture
def page(client):
    """`page(q="Radweg")`: the page in English, as text."""

    def get(**data) -> str:
        response = client.get(URL, data, headers={"accept-language": "en"})
        assert response.status_code == 200
        return response.content.decode()

    client.cookies["django_language"] = "en"
    return get


def hrefs(client, **data) -> list[str]:
    return [attrs.get("href", "") for attrs in elements(client.get(URL, data)).all("a")]


def test_before_anything_was_asked_it_says_how_to_ask(world, page):
    text = page()
    assert "How to search" in text
    assert 'class="hit"' not in text


def test_hits_lead_to_the_place_and_show_the_words(world, page, client):
    assert "/minutes/lkm/UmA/2/2026/items/1/#c-cost" in hrefs(client, q="Kosten")
    assert "hält die <mark>Kosten</mark> für den Haushalt" in page(q="Kosten")


def test_text_of_a_record_is_no_markup(world, page):
    title = '<script>alert("Zebra")</script> & <b>Zebra</b>'
    speech = corpus.speech("x", f"sagt {title}")
    corpus.publish(world, corpus.minutes(world, "UmA/7/2026", corpus.START, corpus.item("1", title, speech)))
    text = page(q="Zebra")
    assert "<script>alert" not in text
    assert "<b>" not in text
    assert "&lt;b&gt;<mark>Zebra</mark>&lt;/b&gt;" in text


def test_what_was_asked_is_no_markup(world, page):
    text = page(q='"><script>alert(1)</script>', since='"><b>')
    assert "<script>alert" not in text
    assert "<b>" not in text


def test_filters_have_counts_and_can_be_removed(world, page, client):
    assert "?q=Haushalt&kind=decision" in hrefs(client, q="Haushalt")
    assert "Kind: decision" in page(q="Haushalt", kind="decision")
    assert "?q=Haushalt" in hrefs(client, q="Haushalt", kind="decision")


def test_a_slip_is_answered_and_told(world, page):
    assert "No hits for “Radwge”. Shown are those for “Radwege”." in page(q="Radwge")
    assert "The word “Xyzzyx” is in nothing that was published." in page(q="Xyzzyx")


@pytest.mark.parametrize(
    "data",
    [
        {"q": "Radweg", "page": "999999999999"},
        {"q": "Radweg", "page": "-1"},
        {"q": "Radweg", "page": "x"},
        {"q": "\x00", "committee": "\x00"},
        {"q": "a" * 5000},
        {"q": "'" * 200},
        {"committee": "999999999"},
        {"since": "0001-01-01", "until": "9999-12-31"},
        {"since": "9999-12-31", "kind": "item"},
    ],
)
def test_whatever_is_asked_is_answered(world, client, data):
    assert client.get(URL, data).status_code == 200


def test_rubbish_is_told(world, page):
    assert "“yesterday” is not a day" in page(q="Radweg", since="yesterday")


def test_only_reading_is_answered(world, client):
    assert client.post(URL).status_code == 405


def test_there_is_a_choice_of_what_is_searched_for_those_who_may_read_more(world, client):
    assert "?q=Radweg&in=internal" not in hrefs(client, q="Radweg")
    person = Person.objects.create(last_name="Kohl", first_name="Kim")
    Membership.objects.create(person=person, committee=world.committees["UmA"], start=corpus.START)
    client.force_login(User.objects.create_user("kohl@example.org", role="councillor", person=person))
    assert "?q=Radweg&in=internal" in hrefs(client, q="Radweg")
    assert client.get(URL, {"q": "Radweg"})["Cache-Control"] == "private, no-cache"


def test_who_may_not_is_told_so(world, page):
    assert "Log in to search what is not public" in page(q="Radweg", **{"in": "internal"})


def test_a_browser_asks_again_each_time(world, client):
    assert client.get(URL, {"q": "Radweg"})["Cache-Control"] == "public, no-cache"


def test_suggestions_are_data(world, client):
    response = client.get("/search/suggestions/", {"q": "Müller Rad"})
    assert response.json()["suggestions"][0].startswith("Müller Radweg")
    assert client.get("/search/suggestions/", {"q": "\x00'\"%_" * 50}).json() == {"suggestions": []}
    assert client.get("/search/suggestions/").json() == {"suggestions": []}


@pytest.mark.parametrize("more", [1, 30])
def test_however_many_hits_it_takes_five_queries(world, client, django_assert_num_queries, more):
    speeches = [corpus.speech(f"k{number}", f"nennt den Radweg {number}.") for number in range(more)]
    corpus.publish(world, corpus.minutes(world, "UmA/7/2026", corpus.START, corpus.item("1", "Radwege", *speeches)))
    client.get(URL, {"q": "Radweg"})
    with django_assert_num_queries(5):
        client.get(URL, {"q": "Radweg Radwegeplan -Bau", "kind": "contribution", "since": "2020-01-01"})
    with django_assert_num_queries(5):
        client.get(URL, {"q": "Radweg"})
    with django_assert_num_queries(7):
        client.get(URL, {"q": "Radwge"})
    with django_assert_num_queries(1):
        client.get(URL)
    with django_assert_num_queries(3):
        client.get("/search/suggestions/", {"q": "radw"})


def test_pages_of_many_hits(world, client, monkeypatch):
    monkeypatch.setattr(search.finding, "MOST", 45)
    speeches = [corpus.speech(f"k{number}", f"nennt den Radweg {number}.") for number in range(60)]
    corpus.publish(world, corpus.minutes(world, "UmA/7/2026", corpus.START, corpus.item("1", "Radwege", *speeches)))
    client.cookies["django_language"] = "en"
    seen = []
    for number in (1, 2, 3):
        response = client.get(URL, {"q": "Radweg", "page": number})
        seen += [a["href"] for a in elements(response).all("a", lang="de")]
        assert "At least 45 hits" in response.content.decode()
    assert len(seen) == len(set(seen)) == 45
    with translation.override("en"):
        assert client.get(URL, {"q": "Radweg", "page": 4}).context["page"].number == 3
