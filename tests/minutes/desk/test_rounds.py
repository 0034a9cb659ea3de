"""Elections in rounds: the next one begins with those who are left, and only the last one decides."""

import pytest

from tests import cast
from tests.minutes.desk.pages import url
from tests.minutes.desk.recording import count, vote
from votes.models import Vote


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Alt", "Berg", "Clemens", "Deich", "Eber"))


@pytest.fixture
def first(clerk, room) -> Vote:
    options = ({"label": "A", "votes": 2}, {"label": "B", "votes": 2}, {"label": "C", "votes": 1})
    return count(clerk, room.items[0], *options, majority="election", form="secret", then="close")


def test_the_next_round_begins_with_the_run_off(clerk, room, first):
    form = clerk.get(url("vote-add", room.items[0].pk), {"round": first.pk}).context["form"]
    assert form["label"].initial == "Zweiter Wahlgang"
    assert form["majority"].initial == "plurality"
    assert form["form"].initial == "secret"
    assert [row["label"].value() for row in form.options][:2] == ["A", "B"]


def test_only_the_last_round_decides_the_item(clerk, room, first):
    options = ({"label": "A", "votes": 3}, {"label": "B", "votes": 2})
    page = url("vote-add", room.items[0].pk) + f"?round={first.pk}"
    sent = vote(*options, majority="plurality", form="secret", label="Zweiter Wahlgang", is_final="on", then="close")
    assert clerk.post(page, sent).status_code == 302
    first.refresh_from_db()
    assert (first.is_final, first.label, first.is_closed) == (False, "Erster Wahlgang", True)
    assert first.options.count() == 3
    assert Vote.objects.get(is_final=True).label == "Zweiter Wahlgang"


def test_a_round_that_is_refused_changes_nothing(clerk, room, first):
    page = url("vote-add", room.items[0].pk) + f"?round={first.pk}"
    sent = vote({"label": "A", "votes": 9}, majority="plurality", form="secret", is_final="on", then="close")
    assert clerk.post(page, sent).status_code == 422
    first.refresh_from_db()
    assert first.is_final
    assert Vote.objects.count() == 1


@pytest.mark.parametrize("key", ["x", "00000000-0000-0000-0000-000000000000"])
def test_a_round_that_is_none_is_an_ordinary_vote(clerk, room, key):
    form = clerk.get(url("vote-add", room.items[0].pk), {"round": key}).context["form"]
    assert form["label"].value() in ("", None)
