"""The start page, for each kind of visitor."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import cast
from tests.elements import elements
from tests.publications import freeze

TOMORROW = timezone.localdate() + datetime.timedelta(days=1)


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def sessions(place) -> dict:
    """A published session, one in work, one to come; and the same of another county."""
    found = {}
    for key, county in (("own", place), ("other", cast.county("other"))):
        published = cast.session(county, number=1)
        freeze(published.session)
        found[key] = {
            "published": published.session,
            "draft": cast.session(county, number=2).session,
            "coming": cast.session(county, number=3, date=TOMORROW, year=TOMORROW.year, room=f"Saal {key}").session,
        }
    return found


def page(client, user=None) -> str:
    if user:
        client.force_login(user)
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def link(session) -> str:
    return f'href="{reverse("minutes:session-detail", args=[session.pk])}"'


def test_the_public_learns_what_this_is_and_what_is_new(client, sessions):
    text = page(client)
    assert "Hier lesen Sie" in text
    assert 'href="/minutes/lkm/IntA/1/2026/"' in text
    assert "IntA/2/" not in text
    assert "IntA/3/" not in text
    assert "Neue Sitzung" not in text


def test_the_clerk_finds_what_is_to_be_done(client, place, sessions):
    text = page(client, cast.user("clerk", place.committee))
    assert link(sessions["own"]["draft"]) in text
    assert link(sessions["own"]["coming"]) in text
    assert link(sessions["other"]["draft"]) not in text
    assert link(sessions["other"]["coming"]) not in text
    assert "Neue Sitzung" in text


def test_published_minutes_are_not_in_work(client, place, sessions):
    assert link(sessions["own"]["published"]) not in page(client, cast.user("clerk", place.committee))


def test_the_councillor_sees_the_next_sessions_of_the_own_committees(client, place, sessions):
    text = page(client, cast.user("councillor", person=cast.member(place, "Kohl").person))
    assert "Saal own" in text
    assert "Saal other" not in text
    assert link(sessions["own"]["coming"]) not in text
    assert "IntA/2/2026" not in text


def test_a_former_councillor_does_not(client, place, sessions):
    former = cast.member(place, "Kohl", end=TOMORROW - datetime.timedelta(days=1))
    assert "Saal own" not in page(client, cast.user("councillor", person=former.person))


def test_the_chair_sees_the_draft(client, place, sessions):
    text = page(client, cast.user("chair", person=cast.member(place, "Kohl", function="chair").person))
    assert link(sessions["own"]["draft"]) in text
    assert link(sessions["own"]["coming"]) in text
    assert "Neue Sitzung" not in text


def test_a_reader_sees_the_latest_minutes(client, place, sessions):
    text = page(client, cast.user("reader", place.committee))
    assert 'href="/minutes/lkm/IntA/1/2026/"' in text
    assert "Saal own" not in text


def test_without_anything_published_it_says_so(client, db):
    assert "Noch sind keine Niederschriften veröffentlicht" in page(client)


def test_it_has_one_first_heading(client, sessions):
    assert len(elements(client.get("/")).all("h1")) == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_public_takes_four_queries(client, place, rows, django_assert_num_queries):
    for number in range(1, rows + 1):
        freeze(cast.session(place, number=number).session)
    with django_assert_num_queries(3):
        client.get("/")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_clerk_takes_ten(client, place, rows, django_assert_num_queries):
    for number in range(1, rows + 1):
        freeze(cast.session(place, number=number).session)
        cast.session(place, number=10 + number)
        cast.session(place, number=20 + number, date=TOMORROW)
    client.force_login(cast.user("clerk", place.committee))
    with django_assert_num_queries(8):
        client.get("/")
