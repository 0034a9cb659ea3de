"""The page of a committee beside its list of members, and the path of a paper through the committees."""

import datetime

import pytest
from django.utils import timezone

from committees.models import Committee, Paper
from minutes import announcing, papers, publishing
from tests import cast
from tests.elements import elements
from tests.minutes.portal.register import call_the_roll, decide, published_session
from tests.publications import freeze, publisher

URL = "/bodies/lkm/committees/IntA/"


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture(autouse=True)
def english(client):
    client.cookies["django_language"] = "en"


@pytest.fixture
def paper(place) -> Paper:
    return Paper.objects.create(body=place.body, reference="SV-1", title="Radwege", is_public=True)


def path(page) -> list[str]:
    return [attrs["href"] for attrs in elements(page).all("a") if attrs["href"].startswith("/minutes/lkm/")]


def test_without_a_list_of_members_there_is_a_page_all_the_same(client, published):
    page = text(client.get(URL))
    assert "The members of this committee are not published." in page
    assert 'href="/minutes/lkm/IntA/1/2026/"' in page
    assert f'href="{URL}"' in text(client.get("/bodies/"))


def test_a_withdrawn_list_says_why_and_the_rest_stays(client, place, published):
    listed = announcing.publish_directory(place.committee, by=publisher())
    publishing.withdraw(listed, by=publisher(), reason="Falscher Name")
    page = text(client.get(URL))
    assert "Falscher Name" in page
    assert 'href="/minutes/lkm/IntA/1/2026/"' in page
    assert client.get(f"{URL}members.json").status_code == 410


def test_a_committee_of_which_nothing_is_published_has_none(client, room):
    assert client.get(URL).status_code == 404


def test_members_lead_to_their_pages(client, place, room):
    announcing.publish_directory(place.committee, by=publisher())
    assert f'href="/people/{room["Kohl"].person_id}/"' in text(client.get(URL))


def test_sessions_to_come_and_past_ones_and_decisions_stand_there(client, place, room):
    decide(room, 1)
    decide(room, 3)
    freeze(room.session)
    coming = cast.session(place, number=2, date=timezone.localdate() + datetime.timedelta(days=3), year=2027)
    publishing.publish_agenda(coming.session, by=publisher())
    page = text(client.get(URL))
    beginning = page.index("Latest decisions")
    words = ["Punkt 1", "Next sessions", "IntA/2/2027", "Past sessions"]
    places = [page.index(word, beginning) for word in words]
    assert places == sorted(places)
    assert page.index("IntA/1/2026", places[-1])
    assert "Grundstück am Bach" not in page


def test_sessions_of_another_committee_do_not(client, place, published):
    other = Committee.objects.create(
        body=place.body, name="Kreisausschuss", short_name="KA", seats=5, start=cast.TERM_START
    )
    freeze(cast.session(cast.County(place.body, place.term, place.faction, other)).session)
    assert "KA/1/2026" not in text(client.get(URL))
    assert "KA/1/2026" in text(client.get("/bodies/lkm/committees/KA/"))


@pytest.mark.parametrize("sessions", [1, 5])
def test_a_committee_takes_six_queries_for_any_number(client, place, django_assert_num_queries, sessions):
    cast.member(place, "Kohl")
    announcing.publish_directory(place.committee, by=publisher())
    for number in range(1, sessions + 1):
        published_session(place, number)
    with django_assert_num_queries(6):
        assert client.get(URL).status_code == 200


def test_the_path_of_a_paper_goes_from_agendas_to_minutes(client, place, room, paper):
    room.items[0].papers.add(paper)
    papers.publish(paper, by=publisher())
    assert "No published agenda" in text(client.get("/papers/lkm/SV-1/"))
    publishing.publish_agenda(room.session, by=publisher())
    page = client.get("/papers/lkm/SV-1/")
    assert path(page) == ["/minutes/lkm/IntA/1/2026/agenda/"]
    assert "minutes to follow" in text(page)
    decide(room, 1)
    freeze(room.session)
    page = client.get("/papers/lkm/SV-1/")
    assert path(page) == ["/minutes/lkm/IntA/1/2026/items/1/"]
    assert "path__station--good" in text(page)


def test_several_stations_are_drawn_and_those_to_come_are_said_to(client, place, room, paper):
    coming = cast.session(place, number=2, date=timezone.localdate() + datetime.timedelta(days=3), year=2027)
    for one in (room, coming):
        one.items[0].papers.add(paper)
    papers.publish(paper, by=publisher())
    publishing.publish_agenda(coming.session, by=publisher())
    freeze(room.session)
    page = text(client.get("/papers/lkm/SV-1/"))
    assert "picture--path" in page
    assert "to come" in page


def test_an_item_that_is_not_public_is_a_station_for_those_entitled_alone(client, room, paper, councillor):
    room.items[2].papers.add(paper)
    papers.publish(paper, by=publisher())
    freeze(room.session)
    assert path(client.get("/papers/lkm/SV-1/")) == []
    assert path(councillor.get("/papers/lkm/SV-1/")) == ["/minutes/lkm/IntA/1/2026/items/3/"]


def test_withdrawn_minutes_are_no_station(client, room, paper):
    room.items[0].papers.add(paper)
    papers.publish(paper, by=publisher())
    publication = freeze(room.session)["public"]
    first = client.get("/papers/lkm/SV-1/")
    publishing.withdraw(publication, by=publisher(), reason="Fehler")
    assert path(client.get("/papers/lkm/SV-1/", headers={"If-None-Match": first["ETag"]})) == []


@pytest.mark.parametrize("sessions", [1, 4])
def test_a_paper_takes_the_same_queries_for_any_number_of_stations(
    client, place, paper, django_assert_num_queries, sessions
):
    papers.publish(paper, by=publisher())
    for number in range(1, sessions + 1):
        one = cast.session(place, number=number, items=1)
        one.items[0].papers.add(paper)
        freeze(one.session)
    with django_assert_num_queries(4):
        assert len(path(client.get("/papers/lkm/SV-1/"))) == sessions


def test_an_item_shows_its_votes_as_pictures_and_how_to_cite_it(client, room, settings):
    settings.SITE_URL = "https://gremia.example.org"
    decide(room, 1)
    call_the_roll(room, 2, Kohl="yes", Merten="no")
    freeze(room.session)
    counted = text(client.get("/minutes/lkm/IntA/1/2026/items/1/"))
    assert "Ergebnis der Abstimmung: 5 Ja, 2 Nein, 1 Enthaltung." in counted
    address = "https://gremia.example.org/minutes/lkm/IntA/1/2026/items/1/"
    assert f"(IntA/1/2026) vom 11.03.2026, TOP 1: Punkt 1. {address}" in counted
    called = text(client.get("/minutes/lkm/IntA/1/2026/items/2/"))
    assert "ABC-Kreistagsfraktion: Ja 1, Nein 1" in called
    assert '<th scope="row">ABC-Kreistagsfraktion</th>' in called
    whole = text(client.get("/minutes/lkm/IntA/1/2026/"))
    assert "picture--seats" in whole
    assert whole.count("picture--result") == 2
