"""The list of sessions: whose, which, how many queries."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from tests import cast
from tests.minutes.desk.pages import url

TODAY = timezone.localdate


def _sessions(place, count, *, days=-7):
    start = TODAY() + datetime.timedelta(days=days)
    return [cast.session(place, number=number, date=start).session for number in range(1, count + 1)]


def test_it_shows_coming_sessions_first(clerk, place):
    cast.session(place, number=1, date=TODAY() - datetime.timedelta(days=1))
    cast.session(place, number=2, date=TODAY())
    page = clerk.get(url("session-list")).content.decode()
    assert f"IntA/2/{cast.DAY.year}" in page
    assert f"IntA/1/{cast.DAY.year}" not in page


def test_past_sessions_stand_behind_a_tab(clerk, place):
    _sessions(place, 1)
    assert f"IntA/1/{cast.DAY.year}" in clerk.get(url("session-list"), {"when": "past"}).content.decode()


def test_a_clerk_sees_the_sessions_of_own_committees_only(clerk, place):
    other = cast.session(cast.county("other"), number=9, date=TODAY())
    assert other.session.reference not in clerk.get(url("session-list")).content.decode()


def test_an_administrator_sees_all(client, place):
    other = cast.session(cast.county("other"), number=9, date=TODAY())
    client.force_login(cast.user("admin"))
    assert other.session.reference in client.get(url("session-list")).content.decode()


def test_a_chair_sees_the_sessions_that_he_chaired_and_creates_none(client, place):
    chair = cast.member(place, "Vorsitz", function="chair")
    mine = cast.session(place, number=1, date=TODAY()).session
    before = cast.session(place, number=2, date=cast.TERM_START - datetime.timedelta(days=10)).session
    client.force_login(cast.user("chair", person=chair.person))
    page = client.get(url("session-list"))
    assert mine.reference in page.content.decode()
    assert url("session-create") not in page.content.decode()
    assert before.reference not in client.get(url("session-list"), {"when": "past"}).content.decode()


def test_filters_by_committee_and_year(client, place):
    other = cast.county("other")
    kept = cast.session(place, number=1, date=datetime.date(2024, 5, 1), year=2024).session
    elsewhere = cast.session(other, number=3, date=datetime.date(2024, 5, 1), year=2024).session
    later = cast.session(place, number=4, date=datetime.date(2025, 5, 1), year=2025).session
    client.force_login(cast.user("admin"))
    query = {"when": "past", "committee": place.committee.pk, "year": 2024}
    page = client.get(url("session-list"), query).content.decode()
    assert url("session-detail", kept.pk) in page
    assert url("session-detail", elsewhere.pk) not in page
    assert url("session-detail", later.pk) not in page


def test_nonsense_in_the_query_string_is_ignored(clerk, place):
    cast.session(place, date=TODAY())
    assert clerk.get(url("session-list"), {"committee": "x", "year": "-", "page": "zzz"}).status_code == 200


def test_an_empty_list_says_what_to_do(clerk):
    page = clerk.get(url("session-list")).content.decode()
    assert "Keine anstehenden Sitzungen" in page
    assert url("session-create") in page


def test_it_is_cut_into_pages(clerk, place):
    _sessions(place, 26)
    first = clerk.get(url("session-list"), {"when": "past"})
    assert len(first.context["page"].object_list) == 25
    assert "when=past" in first.content.decode().split("page=2")[0].rsplit("<a", 1)[1]


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries(clerk, place, count, django_assert_num_queries):
    _sessions(place, count)
    with django_assert_num_queries(8):
        clerk.get(url("session-list"), {"when": "past"})


def test_others_are_refused(client, place):
    for role in ("councillor", "reader"):
        client.force_login(cast.user(role))
        assert client.get(url("session-list")).status_code == 403
    assert Client().get(url("session-list")).status_code == 302
