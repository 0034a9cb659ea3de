"""Bias in an item: recorded with its ground, never against a vote that is closed."""

import pytest

from committees.models import Recusal
from tests import cast
from tests.minutes.desk.pages import closed_vote, url


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Alt", "Berg"))


def _record(browser, room, name, **entries):
    return browser.post(url("recusal-list", room.items[0].pk), {"attendance": room[name].pk, **entries})


def test_it_is_recorded_with_its_ground(clerk, room):
    _record(clerk, room, "Alt", ground="als Mitglied des Vereinsvorstandes")
    assert Recusal.objects.get().attendance == room["Alt"]
    page = clerk.get(url("recusal-list", room.items[0].pk)).content.decode()
    assert "als Mitglied des Vereinsvorstandes" in page


def test_nobody_is_recorded_twice(clerk, room):
    _record(clerk, room, "Alt")
    assert _record(clerk, room, "Alt", ground="als Nachbar").status_code == 422
    assert Recusal.objects.count() == 1


def test_delivered_twice_it_is_one(clerk, room):
    answers = [_record(clerk, room, "Alt", ground="als Nachbar").status_code for _time in "ab"]
    assert answers == [302, 302]
    assert Recusal.objects.get().ground == "als Nachbar"


def test_whoever_voted_on_the_item_was_not_biased(clerk, room):
    closed_vote(room.items[0])
    response = _record(clerk, room, "Alt", ground="als Nachbar")
    assert response.status_code == 422
    assert "Ktabg. Alt hat zu diesem Punkt abgestimmt." in response.content.decode()
    assert "als Nachbar" in response.content.decode()


def test_nor_was_whoever_was_entitled_to_a_secret_vote(clerk, room):
    closed_vote(room.items[0], form="secret", only_unanimous=False, yes=1, no=1, abstain=0)
    assert _record(clerk, room, "Alt").status_code == 422


def test_people_of_another_session_are_not_offered(clerk, place, room):
    other = cast.session(place, number=2)
    stranger = cast.attend(other, cast.member(place, "Fremd"))
    response = clerk.post(url("recusal-list", room.items[0].pk), {"attendance": stranger.pk})
    assert response.status_code == 422


def test_it_is_taken_back_after_asking(clerk, room):
    _record(clerk, room, "Alt")
    address = url("recusal-remove", Recusal.objects.get().pk)
    assert "Ktabg. Alt" in clerk.get(address).content.decode()
    clerk.post(address)
    assert not Recusal.objects.exists()


def test_it_stays_once_the_item_was_voted_on_without_the_person(clerk, room):
    _record(clerk, room, "Alt")
    closed_vote(room.items[0])
    address = url("recusal-remove", Recusal.objects.get().pk)
    assert "ohne diese Person abgestimmt" in clerk.get(address).content.decode()
    assert clerk.post(address).status_code == 409
    assert Recusal.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries(clerk, place, count, django_assert_num_queries):
    room = cast.session(place, members=("Alt", "Berg", "Clemens"))
    for name in ("Alt", "Berg", "Clemens")[:count]:
        Recusal.objects.create(item=room.items[0], attendance=room[name])
    with django_assert_num_queries(9):
        clerk.get(url("recusal-list", room.items[0].pk))


def test_for_others_it_does_not_exist(outsiders, room):
    recusal = Recusal.objects.create(item=room.items[0], attendance=room["Alt"])
    for browser in outsiders:
        assert browser.get(url("recusal-list", room.items[0].pk)).status_code == 404
        assert _record(browser, room, "Berg").status_code == 404
        assert browser.post(url("recusal-remove", recusal.pk)).status_code == 404
    assert Recusal.objects.count() == 1
