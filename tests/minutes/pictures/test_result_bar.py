"""The result of a vote as a bar: its pieces add up, unknown is not zero, nothing is drawn outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.pictures import result_bar, svg
from tests.minutes.pictures.drawings import NAME, assert_inside, read, size

NUMBERS = st.one_of(st.none(), st.integers(0, 100_000))


def pieces(picture) -> dict[str, float]:
    return {
        rect.get("class").removeprefix("choice-"): float(rect.get("width"))
        for rect in read(picture.svg).iter(f"{NAME}rect")
    }


def test_the_pieces_are_as_long_as_their_votes_and_fill_the_bar():
    picture = result_bar.draw(yes=30, no=15, abstain=15)
    found = pieces(picture)
    assert found["yes"] == pytest.approx(2 * found["no"], abs=0.02)
    assert found["no"] == found["abstain"]
    assert sum(found.values()) == pytest.approx(240 - 2 * 1.5, abs=0.02)
    assert picture.sentence == "Ergebnis der Abstimmung: 30 Ja, 15 Nein, 15 Enthaltungen."
    assert [(part.sign, part.count) for part in picture.parts] == [("●", 30), ("◆", 15), ("▲", 15)]


def test_one_of_five_hundred_can_still_be_seen():
    found = pieces(result_bar.draw(yes=499, no=1, abstain=0))
    assert found["no"] == 10
    assert found["yes"] > 220


def test_each_choice_has_its_sign_in_the_bar():
    root = read(result_bar.draw(yes=1, no=1, abstain=1, invalid=1, not_voting=1).svg)
    signs = [path.get("d") for path in root.iter(f"{NAME}path")]
    assert len(signs) == len(set(signs)) == 5


def test_nobody_has_no_bar():
    assert result_bar.draw(yes=0, no=0, abstain=0) is None
    assert result_bar.draw(yes=None, no=None, abstain=None) is None


def test_unknown_counts_are_a_frame_without_proportions():
    picture = result_bar.draw(yes=None, no=2, abstain=1)
    root = read(picture.svg)
    assert [rect.get("class") for rect in root.iter(f"{NAME}rect")] == ["picture__frame"]
    assert "nur teilweise bekannt: 2 Nein, 1 Enthaltung" in picture.sentence


def test_unanimous_without_numbers_says_so_and_invents_none():
    picture = result_bar.draw(yes=None, no=None, abstain=None, is_unanimous=True)
    assert "einstimmig" in read(picture.svg)[1].text
    assert picture.parts == ()


def test_a_secret_vote_says_that_it_was_secret():
    assert "geheimen" in result_bar.draw(yes=5, no=4, abstain=0, invalid=1, is_secret=True).sentence


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.booleans())
def test_whatever_was_counted_is_drawn_inside_and_adds_up(yes, no, abstain, invalid, not_voting, unanimous):
    picture = result_bar.draw(
        yes=yes, no=no, abstain=abstain, invalid=invalid, not_voting=not_voting, is_unanimous=unanimous
    )
    if picture is None:
        assert None in (yes, no, abstain) or not (yes + no + abstain + (invalid or 0) + (not_voting or 0))
        return
    assert_inside(read(picture.svg))
    assert sum(part.count for part in picture.parts) == sum(
        number or 0 for number in (yes, no, abstain, invalid, not_voting)
    )


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=60))
def test_shares_fill_the_room_and_none_is_too_small(numbers):
    found = svg.shares(numbers, 240, least=10)
    assert sum(found) == pytest.approx(240)
    assert min(found) >= min(10, 240 / len(numbers)) - 1e-6


def test_an_election_has_a_bar_for_each_name_with_votes():
    picture = result_bar.draw_options([("Meier", 12, True), ("Müller <b>", 6, False), ("Unbekannt", None, False)])
    root = read(picture.svg)
    assert [float(rect.get("width")) for rect in root.iter(f"{NAME}rect")] == [170, 85]
    assert root[1].text == "Meier: 12, gewählt; Müller <b>: 6; Unbekannt: unbekannt."
    assert_inside(root)


@pytest.mark.parametrize("options", [[], [("A", None, False), ("B", None, False)], [("A", 0, False), ("B", 0, False)]])
def test_an_election_without_numbers_has_none(options):
    assert result_bar.draw_options(options) is None


def test_many_candidates_stay_a_picture_of_one_size():
    root = read(result_bar.draw_options([(f"Name {number}", number, False) for number in range(500)]).svg)
    assert size(root)[1] <= 560
    assert_inside(root)
