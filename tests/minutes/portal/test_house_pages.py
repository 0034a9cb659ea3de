"""Imprint, privacy, accessibility and the slots: written by administrators, closed until they are published."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from committees.models import AuditEvent
from minutes.models import HouseFacts, HousePage
from minutes.portal.house import footer
from minutes.portal.house.text import to_page
from tests import cast
from tests.elements import elements
from tests.minutes.portal.conftest import browser_of

pytestmark = pytest.mark.django_db

REQUIRED = ["imprint", "privacy", "accessibility"]
SLOTS = ["easy-language", "sign-language"]
EVIL = '<b onclick="x">&'


@pytest.fixture
def admin() -> Client:
    return browser_of(cast.user("admin"))


@pytest.fixture(autouse=True)
def english(client, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"


def write(admin: Client, key: str, **entries):
    data = {"text_de": "Deutscher Text.", "text_en": "", "is_published": "on", "read_version": 0, **entries}
    return admin.post(reverse("minutes:house-edit", args=[key]), data)


def text(browser: Client, key: str) -> str:
    return browser.get(reverse(f"minutes:{key}")).content.decode()


@pytest.mark.parametrize("key", REQUIRED)
def test_a_page_that_is_not_published_says_so_and_nothing_else(client, admin, key):
    write(admin, key, is_published="")
    found = text(client, key)
    assert "This page is not available yet" in found
    assert "Deutscher Text." not in found
    assert reverse("minutes:house-edit", args=[key]) not in found
    assert reverse("minutes:house-edit", args=[key]) in text(admin, key)


@pytest.mark.parametrize("key", SLOTS)
def test_a_slot_that_nobody_has_filled_does_not_exist(client, admin, key):
    assert client.get(reverse(f"minutes:{key}")).status_code == 404
    write(admin, key, is_published="")
    assert client.get(reverse(f"minutes:{key}")).status_code == 404
    assert not elements(client.get("/")).all("a", href=reverse(f"minutes:{key}"))


@pytest.mark.parametrize("key", REQUIRED + SLOTS)
def test_everybody_reads_it_as_soon_as_it_is_published(client, admin, key):
    assert write(admin, key).status_code == 302
    assert "Deutscher Text." in text(client, key)
    assert elements(client.get("/")).all("a", href=reverse(f"minutes:{key}"))


def test_an_empty_slot_is_not_published(client, admin):
    assert write(admin, "easy-language", text_de="").status_code == 422
    assert not HousePage.objects.exists()


def test_the_foot_always_leads_to_what_the_law_asks_for(client):
    page = elements(client.get("/"))
    for key in REQUIRED:
        assert page.all("a", href=reverse(f"minutes:{key}"))


def test_a_page_takes_five_queries_and_its_foot_none(client, django_assert_num_queries):
    HousePage.objects.create(key="imprint", text_de="Wir.", is_published=True)
    footer.remember(frozenset({"imprint", "easy-language"}))
    with django_assert_num_queries(5):
        client.get(reverse("minutes:imprint"))


def test_the_foot_asks_again_after_a_minute(client, monkeypatch):
    HousePage.objects.create(key="easy-language", text_de="Leicht.", is_published=True)
    assert footer.published() == frozenset()
    later = footer.time.monotonic() + footer.SECONDS + 1
    monkeypatch.setattr(footer.time, "monotonic", lambda: later)
    assert footer.published() == {"easy-language"}


def test_a_page_is_read_in_the_language_of_the_reader_if_it_has_one(client, admin):
    write(admin, "imprint", text_en="English text.")
    assert "English text." in text(client, "imprint")
    assert "Deutscher Text." not in text(client, "imprint")
    assert "Deutscher Text." in text(Client(), "imprint")


def test_a_page_without_english_says_that_it_is_german(client, admin):
    write(admin, "imprint")
    assert elements(client.get(reverse("minutes:imprint"))).all("div", lang="de")


def test_the_facts_stand_on_the_pages_and_what_is_empty_is_left_out(client, admin):
    admin.post(
        reverse("minutes:house-facts"),
        {"read_version": 0, "operator": "Kreis Musterland", "address": "Hauptstraße 1", "arbitration": "Schlichtung"},
    )
    for key in REQUIRED:
        write(admin, key)
        assert "Kreis Musterland" in text(client, key)
        assert "Telephone" not in text(client, key)
    assert "Schlichtung" in text(client, "accessibility")
    assert "Schlichtung" not in text(client, "imprint")


def test_what_the_software_knows_stands_beside_the_words_of_the_office(client, admin, settings):
    for key in REQUIRED:
        write(admin, key)
    privacy = text(client, "privacy")
    for cookie in (settings.LANGUAGE_COOKIE_NAME, "theme", settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_NAME):
        assert f"<code>{cookie}</code>" in privacy
    assert "WCAG 2.2" in text(client, "accessibility")
    assert reverse("minutes:barrier-report") in text(client, "accessibility")


def test_the_preview_shows_both_languages_and_stores_nothing(admin):
    response = write(admin, "imprint", text_de="**Haftung**\n\nNur zur Information.", text_en="For you.", preview="1")
    found = response.content.decode()
    assert "<h2>Haftung</h2>" in found
    assert "<p>For you.</p>" in found
    assert not HousePage.objects.exists()


def test_an_unwritten_page_offers_words_to_begin_with(admin):
    assert (
        "Auskunft, Berichtigung und Löschung"
        in admin.get(reverse("minutes:house-edit", args=["privacy"])).content.decode()
    )


def test_two_administrators_do_not_overwrite_each_other_unseen(admin):
    write(admin, "imprint", text_de="Der erste.")
    second = write(admin, "imprint", text_de="Der zweite.", read_version=0)
    assert second.status_code == 422
    assert "Der zweite." in second.content.decode()
    assert HousePage.objects.get().text_de == "Der erste."
    assert write(admin, "imprint", text_de="Der zweite.", read_version=1).status_code == 302
    assert HousePage.objects.get().text_de == "Der zweite."


def test_what_is_changed_is_told_of_in_the_audit_chain(admin):
    write(admin, "imprint")
    write(admin, "imprint", text_de="Neu.", read_version=1)
    admin.post(reverse("minutes:house-facts"), {"read_version": 0, "operator": "Kreis Musterland"})
    events = AuditEvent.objects.order_by("number").filter(subject__startswith="minutes.house")
    told = [(event.act, json.loads(event.facts)["after"]) for event in events]
    assert [act for act, _after in told] == ["created", "changed", "created"]
    assert told[1][1]["text_de"] == "Neu."
    assert told[2][1]["operator"] == "Kreis Musterland"


@pytest.mark.parametrize("role", ["clerk", "chair", "councillor", "reader"])
def test_nobody_else_writes_them(role):
    browser = browser_of(cast.user(role))
    assert write(browser, "imprint").status_code == 403
    assert browser.post(reverse("minutes:house-facts"), {"operator": "X"}).status_code == 403
    assert not HousePage.objects.exists()
    assert not HouseFacts.objects.exists()


def test_there_are_no_other_pages(admin):
    assert admin.get(reverse("minutes:house-edit", args=["weather"])).status_code == 404


def test_text_that_is_markup_is_text(client, admin):
    write(admin, "imprint", text_de=f'{EVIL} https://x.example/?a=<b>&c="d" javascript:alert(1)', text_en=EVIL)
    assert EVIL not in text(client, "imprint")
    assert "&lt;b onclick" in text(client, "imprint")


@pytest.mark.parametrize(
    ("written", "link"),
    [
        (
            "Siehe https://x.example/a?b=1&c=2.",
            '<a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>.',
        ),
        ("(https://x.example/a)", '(<a href="https://x.example/a">https://x.example/a</a>)'),
        ("An info@kreis.example, bitte", '<a href="mailto:info@kreis.example">info@kreis.example</a>,'),
    ],
)
def test_addresses_become_links(written, link):
    assert link in to_page(written)


@pytest.mark.parametrize("written", ["javascript:alert(1)", 'https://x"onclick=y', "https://<script>", "a@b"])
def test_nothing_else_becomes_one(written):
    found = to_page(written)
    assert "onclick=" not in found.replace("&quot;onclick=", "")
    assert "<script" not in found
    assert 'href="javascript' not in found


def test_a_name_for_each_page_in_both_languages():
    with translation.override("en"):
        assert str(HousePage.Key.IMPRINT.label) == "Imprint"
