"""What counts would mean, asked while they are entered."""

import pytest

from tests import cast
from tests.minutes.desk.pages import url
from votes.models import Vote


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Alt", "Berg", "Clemens", "Deich"))


def ask(clerk, room, **entries):
    usual = {"form": "show_of_hands", "majority": "simple"}
    return clerk.get(url("vote-result", room.items[0].pk), usual | entries)


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ({"yes": 4, "no": 0, "abstain": 0}, "einstimmig – angenommen"),
        ({"yes": 3, "no": 1, "abstain": 0}, "3 JA-Stimmen, 1 NEIN-Stimme – angenommen"),
        ({"yes": 1, "no": 2, "abstain": 1}, "1 JA-Stimme, 2 NEIN-Stimmen, 1 Enthaltung – abgelehnt"),
        (
            {"yes": 2, "no": 2, "abstain": 0},
            "2 JA-Stimmen, 2 NEIN-Stimmen – Der Antrag ist damit bei Stimmengleichheit abgelehnt.",
        ),
        ({"yes": 3}, ""),
        ({"majority": "election", "abstain": 1}, ""),
    ],
)
def test_the_result_is_worded_as_in_the_protocol(clerk, room, entries, words):
    assert ask(clerk, room, **entries).json()["result"] == words


def test_too_many_votes_are_named(clerk, room):
    answer = ask(clerk, room, yes=5, no=0, abstain=0).json()
    assert answer["problem"] == "Es wurden 5 Stimmen gezählt, stimmberechtigt sind 4."
    assert answer["eligible"] == 4


def test_it_stores_nothing_and_refuses_what_is_no_count(clerk, room):
    assert ask(clerk, room, yes=-1).status_code == 422
    assert ask(clerk, room, form="x").status_code == 422
    assert not Vote.objects.exists()


def test_a_roll_call_begins_in_one_step_and_only_once(clerk, room):
    sent = {"id": "11111111-1111-4111-8111-111111111111"}
    page = url("roll-call-start", room.items[0].pk)
    assert [clerk.post(page, sent)["Location"] for _ in "ab"] == [url("roll-call", sent["id"])] * 2
    assert [(vote.form, vote.is_final) for vote in Vote.objects.all()] == [("roll_call", True)]
