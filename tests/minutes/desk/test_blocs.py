"""One show of hands for several items: a vote at each, all or none, and the protocol says so."""

import uuid

import pytest

from committees.models import Recusal
from minutes.record import Audience, read
from tests import cast
from tests.minutes.desk.pages import closed_vote, url
from tests.minutes.desk.recording import shown
from votes import closing
from votes.models import Vote


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, items=4, members=("Alt", "Berg", "Clemens"))


def together(room, *numbers, **entries):
    keys = [str(room.items[number].pk) for number in numbers]
    counts = {"id": str(uuid.uuid4()), "form": "show_of_hands", "yes": 2, "no": 1, "abstain": 0, "then": "close"}
    return counts | {"items": keys} | entries


def page(room):
    return url("bloc-add", room.session.pk)


def notes(session, audience=Audience.INTERNAL):
    return [vote.notes for item in read(session, audience=audience).items() for vote in item.votes]


def test_each_item_gets_the_vote_and_the_protocol_says_so(clerk, room):
    assert clerk.post(page(room), together(room, 0, 2, 3)).status_code == 302
    votes = Vote.objects.all()
    assert [(vote.item, vote.yes, vote.no, vote.is_closed) for vote in votes] == [
        (room.items[number], 2, 1, True) for number in (0, 2, 3)
    ]
    assert notes(room.session)[0] == ("Über diesen Punkt wurde gemeinsam mit TOP 3 und 4 abgestimmt.",)


def test_the_public_record_names_no_other_item_than_it_shows(clerk, room):
    room.items[3].is_public = False
    room.items[3].save()
    clerk.post(page(room), together(room, 2, 3))
    assert notes(room.session, Audience.PUBLIC) == [()]


def test_sent_twice_it_is_one_act(clerk, room):
    sent = together(room, 0, 1)
    assert [clerk.post(page(room), sent).status_code for _ in "ab"] == [302, 302]
    assert Vote.objects.count() == 2


def test_unanimous_needs_no_counts(clerk, room):
    clerk.post(page(room), together(room, 0, 1, yes="", no="", abstain="", then="unanimous"))
    assert {(vote.yes, vote.no, vote.abstain) for vote in Vote.objects.all()} == {(3, 0, 0)}


@pytest.mark.parametrize(
    ("numbers", "entries", "field"),
    [
        ((0,), {}, "items"),
        ((0, 1), {"yes": ""}, "yes"),
        ((0, 1), {"yes": 9}, "__all__"),
        ((0, 1), {"form": "x"}, "form"),
    ],
)
def test_bad_input_is_named_and_nothing_is_half_saved(clerk, room, numbers, entries, field):
    response = clerk.post(page(room), together(room, *numbers, **entries))
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not Vote.objects.exists()


def test_items_with_other_voters_are_not_voted_on_together(clerk, room):
    Recusal.objects.create(item=room.items[1], attendance=room["Alt"])
    response = clerk.post(page(room), together(room, 0, 1))
    assert response.status_code == 422
    assert "Bei TOP 2 sind andere Personen stimmberechtigt als bei TOP 1" in shown(response)


def test_what_is_decided_already_is_not_offered(clerk, room):
    closed_vote(room.items[0])
    assert len(clerk.get(page(room)).context["form"].rows) == 3


def test_counts_of_one_vote_cannot_be_changed_alone(clerk, room):
    clerk.post(page(room), together(room, 0, 1))
    vote = closing.reopen(Vote.objects.first())
    Vote.objects.filter(pk=vote.pk).update(yes=3, no=0)
    response = clerk.post(url("vote-close", vote.pk))
    assert response.status_code == 422
    assert "Über „Punkt 2“ wurde gemeinsam mit diesem Punkt abgestimmt" in shown(response)


@pytest.mark.parametrize("count", [2, 6])
def test_number_of_queries(clerk, place, count, django_assert_num_queries):
    room = cast.session(place, items=count, members=("Alt",))
    with django_assert_num_queries(11):
        clerk.get(page(room))
