"""Pages that nothing changed: answered without making them, and never a moment too long."""

import datetime

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from minutes import publishing
from minutes.portal import freshness, page_cache
from tests import cast
from tests.publications import freeze, publisher

LISTS = (
    "/",
    "/minutes/",
    "/minutes/agendas/",
    "/papers/",
    "/bodies/",
    "/calendar/",
    "/decisions/",
    "/people/",
    "/statistics/",
)
PAGE = "/minutes/lkm/IntA/1/2026/"


@pytest.fixture(autouse=True)
def kept_pages(settings):
    settings.CACHES = {
        **settings.CACHES,
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "kept pages of tests"},
    }
    caches["pages"].clear()
    yield
    caches["pages"].clear()


def again(client, url: str, first):
    return client.get(url, headers={"If-None-Match": first["ETag"]})


def without_a_view(monkeypatch):
    """From here on, whoever makes a page fails."""

    def made(*args):
        raise AssertionError("The page was made.")

    monkeypatch.setattr("django.core.handlers.base.BaseHandler.process_exception_by_middleware", made)
    monkeypatch.setattr("django.urls.resolvers.URLResolver.resolve", made)


@pytest.mark.parametrize("url", [*LISTS, PAGE, f"{PAGE}items/1/"])
def test_an_unchanged_page_is_not_made_again(client, published, url, monkeypatch, django_assert_num_queries):
    first = client.get(url)
    assert first["Cache-Control"] == "public, no-cache"
    assert first["Last-Modified"]
    without_a_view(monkeypatch)
    with django_assert_num_queries(1):
        assert client.get(url).content == first.content
    with django_assert_num_queries(1):
        assert again(client, url, first).status_code == 304


@pytest.mark.parametrize("url", LISTS)
def test_without_a_kept_page_it_is_304_all_the_same(client, published, url):
    first = client.get(url)
    caches["pages"].clear()
    assert again(client, url, first).status_code == 304


@pytest.mark.parametrize("url", ["/", "/minutes/", PAGE])
def test_what_is_withdrawn_is_gone_at_once(client, published, url):
    first = client.get(url)
    publishing.withdraw(published["public"], by=publisher(), reason="Fehler")
    response = again(client, url, first)
    assert response.status_code in (200, 410)
    assert response.content != first.content


def test_what_is_dated_ahead_comes_at_its_moment(client, room, monkeypatch):
    publishing.publish_agenda(room.session, by=publisher(), visible_from=timezone.now() + datetime.timedelta(minutes=1))
    first = client.get("/minutes/agendas/")
    assert again(client, "/minutes/agendas/", first).status_code == 304
    later = timezone.now() + datetime.timedelta(minutes=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert again(client, "/minutes/agendas/", first).status_code == 200


def test_a_new_day_makes_lists_anew(client, published, monkeypatch):
    first = client.get("/")
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    assert again(client, "/", first).status_code == 200


def test_what_only_those_entitled_read_changes_nothing_for_everybody(client, room, rf):
    before = freshness.changed_at(rf.get("/"))
    publications = freeze(room.session)
    public = freshness.changed_at(rf.get("/"))
    assert public > before
    publishing.withdraw(publications["internal"], by=publisher(), reason="Fehler")
    assert freshness.changed_at(rf.get("/")) == public


def test_each_language_and_look_has_its_own_page(client, published):
    german = client.get("/").content
    client.cookies["django_language"] = "en"
    assert client.get("/").content != german
    del client.cookies["django_language"]
    client.cookies["theme"] = "dark"
    assert client.get("/").content != german


@pytest.mark.parametrize("url", ["/", "/minutes/", PAGE, f"{PAGE}items/1/"])
def test_who_is_logged_in_neither_gets_a_kept_page_nor_leaves_one(client, councillor, published, url):
    theirs = councillor.get(url)
    assert "private" in theirs["Cache-Control"]
    everybodys = client.get(url)
    assert everybodys.content != theirs.content
    assert "public" in everybodys["Cache-Control"]
    assert councillor.get(url).content != everybodys.content


@pytest.mark.parametrize(
    "headers", [{"Gremia-Fragment": "1"}, {"Gremia-User": "1"}, {"Authorization": "Basic eA=="}, {"Range": "bytes=0-1"}]
)
def test_an_answer_that_depends_on_more_is_made(rf, headers):
    assert page_cache._key(rf.get("/")) is not None
    assert page_cache._key(rf.get("/", headers=headers)) is None


def test_a_page_that_sets_a_cookie_is_not_kept(db):
    browser = Client()
    browser.get("/accounts/login/")
    assert not caches["pages"]._cache


def test_whoever_took_the_moment_earlier_and_wrote_later_is_not_overlooked(client, place, monkeypatch):
    first, second = (cast.session(place, number=number) for number in (1, 2))
    now = timezone.now()
    monkeypatch.setattr("minutes.publishing.timezone.now", lambda: now)
    publishing.publish_agenda(first.session, by=publisher())
    before = client.get("/minutes/agendas/")
    monkeypatch.setattr("minutes.publishing.timezone.now", lambda: now - datetime.timedelta(seconds=2))
    publishing.publish_agenda(second.session, by=publisher())
    assert again(client, "/minutes/agendas/", before).status_code == 200
