"""Secret addresses: shown once, kept as a hash, showing what their user may read now, and kept by nobody."""

import datetime
import hashlib
import logging
import re

import icalendar
import pytest
from django.test import Client
from django.utils import timezone

from committees.models import Membership
from minutes import publishing
from minutes.following import private
from minutes.masking import SecretAddresses
from minutes.models import PrivateFeed
from tests import cast
from tests.minutes.follow.conftest import session_on
from tests.publications import freeze

PAGE = "/follow/private/"


@pytest.fixture
def councillor(place):
    """Somebody who sits in the committee."""
    return cast.user("councillor", person=cast.member(place, "Kohl").person)


@pytest.fixture
def browser(councillor) -> Client:
    found = Client()
    found.force_login(councillor)
    found.cookies["django_language"] = "en"
    return found


@pytest.fixture
def announced(coming, clerk):
    publishing.publish_agenda(coming.session, by=clerk)
    return coming


def make(user, kind: str = "calendar") -> str:
    """The path of a new address."""
    _row, word = private.make(user, kind=kind, name="Telefon")
    return f"/calendar/private/{word}.ics" if kind == "calendar" else f"/feeds/private/{word}.atom"


def both(user) -> list[str]:
    return [make(user, kind) for kind in ("calendar", "feed")]


def text(response) -> str:
    """The content, unfolded."""
    return response.content.decode().replace("\r\n ", "")


# To make, see and revoke them


@pytest.mark.parametrize(("kind", "start"), [("calendar", "/calendar/private/"), ("feed", "/feeds/private/")])
def test_a_new_one_is_shown_once_and_kept_as_a_hash(browser, kind, start):
    page = browser.post(PAGE, {"kind": kind, "name": "Telefon"}).content.decode()
    [(path, word)] = re.findall(rf"https://gremia\.example\.org({start}([\w-]+)\.\w+)", page)
    row = PrivateFeed.objects.get()
    assert row.digest == hashlib.sha256(word.encode()).hexdigest()
    assert word not in str(PrivateFeed.objects.values().get())
    assert word not in browser.get(PAGE).content.decode()
    assert Client().get(path).status_code == 200


def test_the_page_is_kept_by_nobody(browser):
    assert "no-store" in browser.get(PAGE)["Cache-Control"]


@pytest.mark.parametrize("wrong", [{"name": ""}, {"kind": "x"}, {"name": "a" * 61}])
def test_what_is_not_filled_in_is_refused(browser, wrong):
    assert browser.post(PAGE, {"kind": "feed", "name": "Telefon", **wrong}).status_code == 422
    assert not PrivateFeed.objects.exists()


def test_nobody_has_more_than_twenty(browser, councillor):
    for _number in range(private.MOST):
        make(councillor)
    assert browser.post(PAGE, {"kind": "feed", "name": "Telefon"}).status_code == 422
    assert PrivateFeed.objects.count() == private.MOST


def test_revoked_it_shows_nothing(browser, councillor, announced):
    path = make(councillor)
    assert browser.post(f"{PAGE}{PrivateFeed.objects.get().pk}/revoke/").status_code == 302
    assert Client().get(path).status_code == 404


def test_nobody_revokes_that_of_another(browser, clerk):
    make(clerk)
    assert browser.post(f"{PAGE}{PrivateFeed.objects.get().pk}/revoke/").status_code == 404
    assert PrivateFeed.objects.exists()
    assert "Telefon" not in browser.get(PAGE).content.decode()


def test_it_says_when_it_was_last_used(browser, councillor):
    path = make(councillor)
    assert "not used yet" in browser.get(PAGE).content.decode()
    Client().get(path)
    assert PrivateFeed.objects.get().used_at is not None
    assert "last used on" in browser.get(PAGE).content.decode()


@pytest.mark.parametrize("count", [1, 5])
def test_the_page_takes_the_same_queries_for_any_number(browser, councillor, django_assert_num_queries, count):
    for _number in range(count):
        make(councillor)
    with django_assert_num_queries(5):
        browser.get(PAGE)


# What they show


def test_members_find_the_non_public_items(councillor, announced):
    for path in both(councillor):
        content = text(Client().get(path))
        assert "Grundstück am Bach" in content
        assert "Nichtöffentlich – nur für Berechtigte." in content


def test_the_calendar_has_ones_own_sessions_only(councillor, announced):
    other = cast.county("other")
    room = session_on(other, announced.session.date, number=2)
    publishing.publish_agenda(room.session, by=cast.user("admin"))
    calendar = icalendar.Calendar.from_ical(Client().get(make(councillor)).content)
    [event] = calendar.walk("VEVENT")
    assert (event["UID"].partition("@")[0], event["CLASS"]) == (str(announced.session.pk), "CONFIDENTIAL")
    feed = text(Client().get(make(councillor, "feed")))
    assert feed.count("<entry>") == 2
    assert feed.count("Grundstück am Bach") == 1


def test_a_councillor_of_another_committee_finds_what_everybody_does(announced):
    stranger = cast.user("councillor", person=cast.member(cast.county("other"), "Fremd").person)
    calendar, feed = (text(Client().get(path)) for path in both(stranger))
    assert "VEVENT" not in calendar
    assert "Punkt 1" in feed
    assert "Grundstück" not in calendar + feed


def test_who_lost_the_seat_finds_no_more_than_everybody(councillor, announced):
    paths = both(councillor)
    Membership.objects.update(end=timezone.localdate() - datetime.timedelta(days=1))
    calendar, feed = (text(Client().get(path)) for path in paths)
    assert "VEVENT" not in calendar
    assert "Punkt 1" in feed
    assert "Grundstück" not in calendar + feed


def test_who_may_not_log_in_finds_nothing(councillor, announced):
    paths = both(councillor)
    type(councillor).objects.update(is_active=False)
    assert [Client().get(path).status_code for path in paths] == [404, 404]


def test_who_must_set_up_a_second_factor_first_finds_nothing(councillor, announced, settings):
    paths = both(councillor)
    settings.MFA_REQUIRED_ROLES = ["councillor"]
    assert [Client().get(path).status_code for path in paths] == [404, 404]


def test_dated_ahead_nothing_is_in_them(councillor, coming, clerk):
    publishing.publish_agenda(coming.session, by=clerk, visible_from=timezone.now() + datetime.timedelta(hours=1))
    for path in both(councillor):
        assert "IntA" not in text(Client().get(path))


def test_the_address_of_one_kind_is_none_of_the_other(councillor, announced):
    calendar, feed = both(councillor)
    assert Client().get(calendar.replace("/calendar/", "/feeds/").replace(".ics", ".atom")).status_code == 404
    assert Client().get(feed.replace("/feeds/", "/calendar/").replace(".atom", ".ics")).status_code == 404


# And who learns of them


def test_the_answers_are_kept_by_nobody(councillor, announced):
    for path in both(councillor):
        response = Client().get(path)
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
        assert "ETag" not in response.headers
        assert response["X-Robots-Tag"] == "noindex"
        assert response.cookies == {}


def test_the_feed_does_not_hold_its_own_address(councillor, announced):
    path = make(councillor, "feed")
    assert path.split("/")[-1].partition(".")[0] not in text(Client().get(path))


def test_they_are_asked_for_so_often_and_not_more(councillor, announced):
    path = make(councillor)
    codes = [Client().get(path).status_code for _attempt in range(62)]
    assert codes == [200] * 60 + [429] * 2


def test_trying_words_is_stopped(place):
    codes = [Client().get(f"/calendar/private/{number}.ics").status_code for number in range(22)]
    assert codes == [404] * 20 + [429] * 2


@pytest.mark.parametrize("rows", [1, 4])
@pytest.mark.parametrize(("kind", "queries"), [("calendar", 19), ("feed", 19)])
def test_they_take_the_same_queries_for_any_number(
    councillor, place, clerk, django_assert_num_queries, rows, kind, queries
):
    for number in range(1, rows + 1):
        room = session_on(place, timezone.localdate(), number=number)
        publishing.publish_agenda(room.session, by=clerk)
        freeze(room.session)
    path = make(councillor, kind)
    PrivateFeed.objects.update(used_at=timezone.now())
    with django_assert_num_queries(queries):
        content = text(Client().get(path))
    assert content.count("Grundstück am Bach") >= rows


@pytest.mark.parametrize(
    "path",
    [
        "/calendar/private/{}.ics",
        "/feeds/private/{}.atom",
        "/follow/confirm/{}/",
        "/follow/end/{}/",
        "/follow/mine/{}/",
    ],
)
def test_no_secret_address_is_logged(path, settings):
    word = "c2VjcmV0LXdvcmQtb2YtYS1mZWVk"
    record = logging.LogRecord(
        "django.request", logging.ERROR, "", 1, "Internal Server Error: %s", (path.format(word),), None
    )
    assert SecretAddresses().filter(record)
    assert word not in record.getMessage()
    assert "Internal Server Error: /" in record.getMessage()
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["secrets"]
