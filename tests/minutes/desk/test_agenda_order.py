"""The agenda page: numbers in both parts, and moving items until something was voted on."""

import pytest
from django.test import Client

from committees.models import AgendaItem, Presence
from tests import cast
from tests.minutes.desk.pages import closed_vote, texts, url


@pytest.fixture
def room(place) -> cast.Room:
    room = cast.session(place, members=("Alt", "Berg"))
    AgendaItem.objects.create(session=room.session, position=4, title="Grundstück", is_public=False)
    return room


def _move(browser, item, **entries):
    return browser.post(url("item-move", item.pk), entries, follow=True)


def _titles(room):
    return list(room.session.items.order_by("position").values_list("title", flat=True))


def test_both_parts_have_headings_and_numbers(clerk, room):
    page = clerk.get(url("agenda", room.session.pk)).content.decode()
    assert page.index("Öffentlicher Teil") < page.index("Punkt 1") < page.index("Nichtöffentlicher Teil")


def test_a_move_is_done_and_said(clerk, room):
    response = _move(clerk, room.items[2], direction="up")
    assert _titles(room) == ["Punkt 1", "Punkt 3", "Punkt 2", "Grundstück"]
    assert texts(response.context["messages"]) == ["„Punkt 3“ ist jetzt TOP 2."]


def test_an_item_is_dropped_at_a_place(clerk, room):
    _move(clerk, room.items[0], to="2")
    assert _titles(room) == ["Punkt 2", "Punkt 3", "Punkt 1", "Grundstück"]


def test_an_item_becomes_a_sub_item(clerk, room):
    response = _move(clerk, room.items[1], direction="indent")
    assert texts(response.context["messages"]) == ["„Punkt 2“ ist jetzt TOP 1.1."]
    _move(clerk, room.items[1], direction="outdent")
    assert not AgendaItem.objects.get(pk=room.items[1].pk).parent_id


def test_a_move_that_cannot_be_says_why(clerk, room):
    assert "gibt es keinen Punkt" in _move(clerk, room.items[0], direction="indent").content.decode()


@pytest.mark.parametrize("entries", [{}, {"direction": "sideways"}, {"to": "-1"}, {"to": "x"}])
def test_nonsense_is_refused(clerk, room, entries):
    assert _move(clerk, room.items[0], **entries).status_code == 400


def test_the_non_public_part_may_come_first(clerk, room):
    clerk.post(url("part-first", room.session.pk), {"part": "non-public"})
    assert _titles(room) == ["Grundstück", "Punkt 1", "Punkt 2", "Punkt 3"]


def test_an_order_in_which_somebody_leaves_before_coming_is_refused(clerk, room):
    Presence.objects.filter(attendance=room["Alt"]).update(first_item=room.items[0], last_item=room.items[1])
    response = _move(clerk, room.items[0], to="2")
    assert "Ktabg. Alt" in texts(response.context["messages"])[0]
    assert _titles(room)[0] == "Punkt 1"


def test_after_a_closed_vote_the_order_stands(clerk, room):
    closed_vote(room.items[1])
    page = clerk.get(url("agenda", room.session.pk)).content.decode()
    assert "Die Reihenfolge steht fest, weil über TOP 2 „Punkt 2“ abgestimmt wurde." in page
    assert "data-move" not in page
    response = _move(clerk, room.items[2], direction="up")
    assert "Die Reihenfolge steht fest" in texts(response.context["messages"])[0]
    clerk.post(url("part-first", room.session.pk), {"part": "non-public"})
    assert _titles(room) == ["Punkt 1", "Punkt 2", "Punkt 3", "Grundstück"]


@pytest.mark.parametrize("items", [1, 3])
def test_number_of_queries(clerk, place, items, django_assert_num_queries):
    room = cast.session(place, items=items)
    with django_assert_num_queries(8):
        clerk.get(url("agenda", room.session.pk))


def test_an_empty_agenda_offers_the_first_item(clerk, place):
    session = cast.session(place, items=0).session
    assert url("item-create", session.pk) in clerk.get(url("agenda", session.pk)).content.decode()


def test_moving_wants_a_post(clerk, room):
    assert clerk.get(url("item-move", room.items[0].pk)).status_code == 405
    assert clerk.get(url("part-first", room.session.pk)).status_code == 405


def test_for_others_it_does_not_exist(outsiders, room):
    for browser in [*outsiders]:
        assert browser.get(url("agenda", room.session.pk)).status_code == 404
        assert _move(browser, room.items[0], direction="down").status_code == 404
        assert browser.post(url("part-first", room.session.pk), {"part": "public"}).status_code == 404
    assert Client().post(url("item-move", room.items[0].pk), {"direction": "down"}).status_code == 302
    assert _titles(room)[0] == "Punkt 1"
