"""What programs ask for: robots.txt, security.txt, the sitemap. From publications only."""

import datetime
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone

from committees.models import Paper
from minutes import announcing, papers, publishing
from minutes.models import HouseFacts, HousePage
from minutes.portal.house import sitemaps
from tests import cast
from tests.publications import freeze, publisher

SITE = "http://127.0.0.1:8000"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(client, url: str) -> dict[str, str]:
    """The addresses of a sitemap, each with its day."""
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")
    found = ElementTree.fromstring(response.content)  # noqa: S314 - our own
    return {row.findtext(f"{SPACE}loc").removeprefix(SITE): row.findtext(f"{SPACE}lastmod", "") for row in found}


def everything(client) -> dict[str, str]:
    found: dict[str, str] = {}
    for url in locations(client, "/sitemap.xml"):
        found |= locations(client, url)
    return found


def test_robots_are_led_to_the_sitemap_and_kept_out_of_the_inside(client, db):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    for path in ("/accounts/", "/admin/", "/sessions/", "/my/"):
        assert f"Disallow: {path}" in lines
    assert "Disallow: /" not in lines


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        ("sicherheit@kreis.example", "Contact: mailto:sicherheit@kreis.example"),
        ("https://kreis.example/security", "Contact: https://kreis.example/security"),
    ],
)
def test_whoever_finds_a_weakness_finds_a_contact(client, db, contact, line):
    day = timezone.localdate() + datetime.timedelta(days=30)
    HouseFacts.objects.create(pk=1, security_contact=contact, security_until=day)
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    assert line in lines
    assert f"Expires: {day:%Y-%m-%d}T21:59:59Z" in lines
    assert f"Canonical: {SITE}/.well-known/security.txt" in lines


def test_without_a_contact_or_after_its_day_there_is_none(client, db):
    assert client.get("/.well-known/security.txt").status_code == 404
    day = timezone.localdate() - datetime.timedelta(days=1)
    HouseFacts.objects.create(pk=1, security_contact="a@kreis.example", security_until=day)
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("contact", ["kreis", "http://kreis.example", "a@b c", "a@kreis.example\nContact: x@y.example"])
def test_a_contact_is_an_address(client, db, contact):
    client.force_login(cast.user("admin"))
    day = timezone.localdate() + datetime.timedelta(days=30)
    data = {"read_version": 0, "security_contact": contact, "security_until": day}
    assert client.post(reverse("minutes:house-facts"), data).status_code == 422


def test_a_contact_needs_a_day(client, db):
    client.force_login(cast.user("admin"))
    data = {"read_version": 0, "security_contact": "a@kreis.example"}
    assert client.post(reverse("minutes:house-facts"), data).status_code == 422


def test_the_sitemap_names_what_is_published(client, place, room):
    paper = Paper.objects.create(body=place.body, reference="SV-11-0001", title="Vorlage", is_public=True)
    papers.publish(paper, by=publisher())
    announcing.publish_directory(place.committee, by=publisher())
    publishing.publish_agenda(room.session, by=publisher())
    published = freeze(room.session)
    HousePage.objects.create(key="imprint", text_de="Wir.", is_published=True)
    HousePage.objects.create(key="privacy", text_de="Nichts.")
    found = everything(client)
    page = "/minutes/lkm/IntA/1/2026/"
    assert {
        "/", "/minutes/", "/papers/", "/imprint/", page, f"{page}items/1/", f"{page}items/2/", f"{page}agenda/",
        "/papers/lkm/SV-11-0001/", "/bodies/lkm/committees/IntA/",
    } <= set(found)  # fmt: skip
    assert "/privacy/" not in found
    assert f"{page}items/3/" not in found
    assert found[page][:10] == f"{timezone.localtime(published['public'].visible_from):%Y-%m-%d}"
    for url in found:
        assert client.get(url).status_code == 200, url


def test_a_number_of_two_words_leads_to_its_item(client, place, room):
    type(place.body.profile).objects.update(numbering="by_part")
    freeze(room.session)
    found = locations(client, "/sitemap-items.xml")
    assert len(found) == 2
    assert all(client.get(url).status_code == 200 for url in found)


def test_what_is_dated_ahead_replaced_or_withdrawn_is_not_there(client, place, room):
    later = timezone.now() + datetime.timedelta(days=1)
    freeze(room.session)
    ahead = cast.session(place, number=2)
    announcing.publish_notice(ahead.session, by=publisher(), visible_from=later)
    withdrawn = freeze(cast.session(place, number=3).session)
    for publication in withdrawn.values():
        publishing.withdraw(publication, by=publication.published_by, reason="Aus Versehen")
    freeze(room.session)
    found = everything(client)
    assert [url for url in found if "/2/2026/" in url or "/3/2026/" in url or "versions" in url] == []
    assert list(found).count("/minutes/lkm/IntA/1/2026/") == 1


@pytest.mark.parametrize("sessions", [1, 4])
def test_it_takes_the_same_number_of_queries_however_much_is_published(
    client, place, sessions, django_assert_num_queries
):
    for number in range(1, sessions + 1):
        freeze(cast.session(place, number=number).session)
    with django_assert_num_queries(10):
        client.get("/sitemap.xml")
    for section in sitemaps.SECTIONS:
        with django_assert_num_queries(5 if section in ("minutes", "items", "pages") else 4):
            client.get(f"/sitemap-{section}.xml")


def test_a_long_section_has_several_files(client, place, monkeypatch):
    for number in range(1, 4):
        freeze(cast.session(place, number=number, items=1).session)
    monkeypatch.setattr(sitemaps, "LARGEST", 2)
    for kind in sitemaps.SECTIONS.values():
        monkeypatch.setattr(kind, "limit", 2)
    index = locations(client, "/sitemap.xml")
    assert {"/sitemap-minutes.xml", "/sitemap-minutes.xml?p=2"} <= set(index)
    assert "/sitemap-minutes.xml?p=3" not in index
    assert len(locations(client, "/sitemap-minutes.xml")) == 2
    assert len(locations(client, "/sitemap-minutes.xml?p=2")) == 1


@pytest.mark.parametrize(
    "url", ["-weather.xml", "-minutes.xml?p=99", "-minutes.xml?p=x", f"-minutes.xml?p={'9' * 400}"]
)
def test_what_is_no_file_of_it_is_not_found(client, db, url):
    assert client.get(f"/sitemap{url}").status_code == 404
