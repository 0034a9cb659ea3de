"""Feeds: read back with a parser; ids that stay, true times, no content of what is withdrawn or not yet public."""

import datetime
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from committees.models import Paper
from minutes import announcing, papers, publishing
from minutes.following import feed
from tests import cast
from tests.minutes.follow.conftest import session_on
from tests.publications import freeze

ALL = "/feeds/all.atom"
OF_COMMITTEE = "/feeds/lkm/committees/IntA.atom"
ATOM = "{http://www.w3.org/2005/Atom}"

pytestmark = pytest.mark.usefixtures("found_by_words")


def read(client, url: str = ALL, **query) -> ElementTree.Element:
    response = client.get(url, query)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own


def entries(client, url: str = ALL, **query) -> list[dict[str, str]]:
    found = read(client, url, **query).findall(f"{ATOM}entry")
    return [{child.tag.removeprefix(ATOM): child.get("href") or child.text or "" for child in entry} for entry in found]


def titles(client, url: str = ALL, **query) -> list[str]:
    return [entry["title"] for entry in entries(client, url, **query)]


@pytest.fixture
def announced(coming, clerk):
    return publishing.publish_agenda(coming.session, by=clerk)[0]


def test_an_entry_says_what_was_published_when_and_where(client, coming, announced, site):
    [entry] = entries(client)
    assert entry["title"] == f"Tagesordnung der 1. Sitzung des Integrationsausschusses ({coming.session})"
    assert entry["link"] == f"{site}/minutes/lkm/IntA/1/{coming.session.year}/agenda/"
    assert entry["id"] == f"tag:gremia.example.org,2026:publication/{announced.pk}"
    assert datetime.datetime.fromisoformat(entry["updated"]) == announced.visible_from
    assert "Punkt 1" in entry["summary"]
    assert "Grundstück" not in str(entry)


def test_the_feed_says_what_an_atom_feed_must_say(client, announced, site):
    found = read(client)
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    links = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
    assert links == {"alternate": f"{site}/minutes/", "self": f"{site}{ALL}"}
    assert found.find(f"{ATOM}id").text == f"tag:gremia.example.org,2026:feed{ALL}"
    assert found.find(f"{ATOM}author/{ATOM}name").text
    newest = found.find(f"{ATOM}entry/{ATOM}updated").text
    assert found.find(f"{ATOM}updated").text == newest


def test_empty_it_is_a_feed_all_the_same(client, place):
    assert entries(client) == []


def test_every_kind_of_publication_is_in_it_the_newest_first(client, place, clerk):
    room = session_on(place, timezone.localdate(), number=1)
    paper = Paper.objects.create(body=place.body, reference="SV-11-0700", title="Radwegeplan", is_public=True)
    cast.member(place, "Kohl")
    announcing.publish_notice(room.session, by=clerk)
    publishing.publish_agenda(room.session, by=clerk)
    freeze(room.session)
    papers.publish(paper, by=clerk)
    announcing.publish_directory(place.committee, by=clerk)
    assert titles(client) == [
        "Mitglieder: Integrationsausschuss",
        "Vorlage SV-11-0700: Radwegeplan",
        f"Niederschrift über die 1. Sitzung des Integrationsausschusses ({room.session})",
        f"Tagesordnung der 1. Sitzung des Integrationsausschusses ({room.session})",
        f"Bekanntmachung der 1. Sitzung des Integrationsausschusses ({room.session})",
    ]
    assert len(titles(client, OF_COMMITTEE)) == 4


def test_a_new_edition_is_an_entry_of_its_own_that_says_so(client, coming, announced, clerk):
    before = entries(client)[0]
    publishing.publish_agenda(coming.session, by=clerk)
    [entry] = entries(client)
    assert entry["title"].endswith("(geändert)")
    assert entry["id"] != before["id"]


def test_withdrawn_it_says_that_and_no_more(client, announced, clerk):
    before = entries(client)[0]
    publishing.withdraw(announced, by=clerk, reason="Falscher Tag")
    [entry] = entries(client)
    assert entry["id"] == before["id"]
    assert entry["updated"] >= before["updated"]
    assert entry["title"].startswith("Zurückgenommen: Tagesordnung")
    assert "Falscher Tag" in entry["summary"]
    assert "Punkt" not in str(entry)


def test_of_a_withdrawn_paper_only_the_number_is_told(client, place, clerk):
    paper = Paper.objects.create(body=place.body, reference="SV-11-0700", title="Radwegeplan", is_public=True)
    publishing.withdraw(papers.publish(paper, by=clerk), by=clerk, reason="Aus Versehen")
    assert titles(client) == ["Zurückgenommen: Vorlage SV-11-0700"]


def test_what_was_withdrawn_long_after_is_told_of(client, place, announced, clerk, monkeypatch):
    monkeypatch.setattr(feed, "LENGTH", 2)
    for number in (2, 3, 4):
        publishing.publish_agenda(session_on(place, timezone.localdate(), number=number).session, by=clerk)
    publishing.withdraw(announced, by=clerk, reason="Falscher Tag")
    assert titles(client)[0].startswith("Zurückgenommen")
    assert len(titles(client)) == 2


def test_dated_ahead_it_is_not_in_it_before_its_moment(client, coming, clerk, monkeypatch):
    publishing.publish_agenda(coming.session, by=clerk, visible_from=timezone.now() + datetime.timedelta(hours=1))
    tag = client.get(ALL)["ETag"]
    assert entries(client) == entries(client, "/search/feed/", q="Punkt") == []
    later = timezone.now() + datetime.timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert len(entries(client)) == len(entries(client, "/search/feed/", q="Punkt")) == 1
    assert client.get(ALL)["ETag"] != tag


def test_control_characters_break_no_feed(client, place, clerk):
    room = session_on(place, timezone.localdate(), number=1)
    type(room.items[0]).objects.filter(pk=room.items[0].pk).update(title="Wege\x0b & <b>Stege</b>")
    publishing.publish_agenda(room.session, by=clerk, note="Nach\x07trag")
    [entry] = entries(client)
    assert "Wege  &amp; &lt;b&gt;Stege" in entry["summary"]


def test_unchanged_it_answers_304(client, announced, django_assert_num_queries):
    for url in (ALL, "/search/feed/?q=Punkt"):
        first = client.get(url)
        with django_assert_num_queries(2):
            assert client.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize("rows", [2, 5])
def test_it_takes_the_same_queries_for_any_number_of_entries(client, place, clerk, django_assert_num_queries, rows):
    for number in range(1, rows + 1):
        made = publishing.publish_agenda(session_on(place, timezone.localdate(), number=number).session, by=clerk)
    publishing.withdraw(made[0], by=clerk, reason="Verlegt")
    for url, queries in ((ALL, 5), ("/feeds/lkm/all.atom", 6), (OF_COMMITTEE, 6)):
        with django_assert_num_queries(queries):
            assert len(entries(client, url)) == rows


# Of a search


def test_a_search_has_a_feed_of_what_it_finds(client, coming, announced, site):
    [entry] = entries(client, "/search/feed/", q="Punkt")
    assert entry["title"] == f"Fundstelle in {coming.session}"
    assert entry["link"].startswith(f"{site}/minutes/lkm/IntA/1/")
    assert f"publication/{announced.pk}/" in entry["id"]
    assert "<mark>Punkt</mark>" in entry["summary"]
    assert entries(client, "/search/feed/", q="Grundstück") == []


def test_it_shows_what_everybody_finds_whatever_the_address_names(client, announced):
    more = {"in": "internal", "order": "date", "page": "7"}
    assert client.get("/search/feed/", {"q": "Punkt", **more}).content == client.get("/search/feed/?q=Punkt").content
    assert entries(client, "/search/feed/", q="Grundstück", **more) == []


def test_a_search_for_nothing_is_refused(client, place):
    for query in ({}, {"q": "  "}, {"nonsense": "1"}):
        assert client.get("/search/feed/", query).status_code == 400


@pytest.mark.parametrize("url", ["/feeds/nowhere/all.atom", "/feeds/lkm/all.atom", OF_COMMITTEE])
def test_where_nothing_was_published_there_is_none(client, place, url):
    assert client.get(url).status_code == 404
