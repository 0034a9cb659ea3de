"""What programs read of public pages: breadcrumbs, the session, the minutes; from the public record only."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from minutes import announcing, publishing
from tests import cast
from tests.elements import elements
from tests.publications import freeze, publisher

URL = "/minutes/lkm/IntA/1/2026/"
SITE = "http://127.0.0.1:8000"


def types(response) -> list[str]:
    page = elements(response)
    return [attrs["itemtype"].rpartition("/")[2] for _tag, attrs in page.found if "itemtype" in attrs]


def test_a_breadcrumb_is_a_list_for_programs(client, published):
    response = client.get(f"{URL}items/1/")
    found = response.content.decode()
    assert types(response).count("BreadcrumbList") == 1
    assert types(response).count("ListItem") == 4
    assert re.findall(r'itemprop="position" content="(\d)"', found)[:4] == ["1", "2", "3", "4"]
    assert '<a itemprop="item" href="/minutes/"><span itemprop="name">' in found


def test_the_start_page_has_no_trail_and_insiders_need_none(client, councillor, published):
    assert "BreadcrumbList" not in types(client.get("/"))
    assert types(councillor.get(URL)) == []


def test_minutes_are_a_work_about_an_event_of_a_body(client, published):
    found = types(client.get(URL))
    assert {"CreativeWork", "Event", "GovernmentOrganization"} <= set(found)
    assert "IntA/1/2026" in client.get(URL).content.decode()


def test_an_agenda_a_paper_and_a_committee_say_what_they_are(client, place, room):
    publishing.publish_agenda(room.session, by=publisher())
    announcing.publish_directory(place.committee, by=publisher())
    assert "Event" in types(client.get(f"{URL}agenda/"))
    assert "GovernmentOrganization" in types(client.get("/bodies/lkm/committees/IntA/"))


@pytest.mark.parametrize("path", ["", "items/1/", "agenda/"])
def test_the_internal_version_says_nothing_to_programs(councillor, room, path):
    publishing.publish_agenda(room.session, by=publisher())
    freeze(room.session) if path != "agenda/" else None
    response = councillor.get(URL + path)
    assert response.status_code == 200
    assert types(response) == []
    assert not elements(response).all("meta", name="description")


def test_a_page_has_one_address(client, published):
    for url in (URL, f"{URL}?audience=public"):
        assert elements(client.get(url)).one("link", rel="canonical")["href"] == f"{SITE}{URL}"
    page = elements(client.get("/minutes/?year=2026&committee="))
    assert page.one("link", rel="canonical")["href"] == f"{SITE}/minutes/?year=2026"


@pytest.mark.parametrize("path", ["/nowhere/", "/accounts/login/", "/accessibility/report/"])
def test_what_nobody_should_find_has_none(client, db, path):
    assert not elements(client.get(path)).all("link", rel="canonical")


def test_a_hostile_query_stays_in_its_attribute(client, db):
    page = elements(client.get('/minutes/?q="><script>alert(1)</script>'))
    assert page.one("link", rel="canonical")["href"].startswith(f"{SITE}/minutes/?q=")
    assert not [attrs for attrs in page.all("script") if "src" not in attrs]


def test_minutes_are_described_in_a_line(client, published):
    line = elements(client.get(URL)).one("meta", name="description")["content"]
    assert line.startswith("Niederschrift")
    assert "Kreis Musterland" in line
    assert len(line) <= 160


def test_the_printed_page_says_where_it_is_found(client, published):
    assert f'<p class="printed-address">{SITE}{URL}</p>' in client.get(URL).content.decode()


def test_pages_of_the_inside_print_no_address(db):
    browser = Client()
    browser.force_login(cast.user("admin"))
    assert "printed-address" not in browser.get(reverse("minutes:house-list")).content.decode()
