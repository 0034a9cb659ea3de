"""Reading along: who may, what is left out for whom, and 304 before anything is read."""

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import Membership, Recusal, Session
from minutes.models import Contribution
from tests import cast
from tests.minutes.desk.pages import head, url
from tests.minutes.desk.recording import shown

SECRET = "Das Grundstück wird zum Verkehrswert verkauft."


@pytest.fixture
def room(place) -> cast.Room:
    room = cast.session(place, items=3, members=("Alt", "Berg"))
    room.items[2].is_public = False
    room.items[2].save()
    Contribution.objects.create(item=room.items[2], position=1, kind="note", text=SECRET)
    return room


def browser(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def member(room) -> Client:
    return browser(cast.user("councillor", person=room["Alt"].person))


def allow(room):
    Session.objects.filter(pk=room.session.pk).update(is_live_for_members=True)


def page(room):
    return url("live", room.session.pk)


def test_it_is_closed_to_members_unless_the_session_says_otherwise(member, room):
    assert member.get(page(room)).status_code == 404
    allow(room)
    assert SECRET in shown(member.get(page(room)))


def test_a_clerk_lets_members_read_along(clerk, room):
    clerk.post(url("session-edit", room.session.pk), head(room.session, is_live_for_members="on"))
    assert Session.objects.get().is_live_for_members


def test_the_chair_reads_along(place, room):
    chair = cast.member(place, "Vorsitz", function=Membership.Function.CHAIR)
    assert SECRET in shown(browser(cast.user("chair", person=chair.person)).get(page(room)))


def test_nobody_else_reads_along(place, room):
    allow(room)
    elsewhere = cast.county("other")
    former = cast.member(place, "Früher", end=cast.TERM_START)
    for user in (
        cast.user("councillor", person=cast.member(elsewhere, "Fremd").person),
        cast.user("councillor", person=former.person),
        cast.user("reader", place.committee),
        cast.user("clerk", elsewhere.committee),
    ):
        assert browser(user).get(page(room)).status_code == 404
    assert Client().get(page(room)).status_code == 302


def test_whoever_is_biased_in_a_non_public_item_does_not_read_it(member, room):
    allow(room)
    Recusal.objects.create(item=room.items[2], attendance=room["Alt"])
    Recusal.objects.create(item=room.items[0], attendance=room["Alt"])
    text = shown(member.get(page(room)))
    assert SECRET not in text
    assert "Punkt 1" in text


def test_unchanged_it_costs_no_reading(clerk, room, django_assert_num_queries):
    etag = clerk.get(page(room))["ETag"]
    with django_assert_num_queries(13):
        response = clerk.get(page(room), headers={"If-None-Match": etag})
    assert response.status_code == 304
    Contribution.objects.create(item=room.items[0], position=1, kind="note", text="Neu.")
    assert clerk.get(page(room), headers={"If-None-Match": etag}).status_code == 200


def test_members_find_it_on_their_start_page(member, room):
    Session.objects.filter(pk=room.session.pk).update(is_live_for_members=True, date=timezone.localdate())
    assert f'href="{page(room)}"' in member.get("/").content.decode()
