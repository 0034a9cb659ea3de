"""Elections between options."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from votes.elections import (
    Elected,
    LotNeeded,
    NoOneElected,
    Option,
    RunOff,
    check_election,
    election_result,
)
from votes.rules import Majority

LISTS = (Option("CDU-Liste", 28), Option("SPD-Liste", 13), Option("GRÜNE-Liste", 17))


def options(**votes):
    return [Option(label, count) for label, count in votes.items()]


@pytest.mark.parametrize(
    ("votes", "no", "expected"),
    [
        ({"A": 30, "B": 20}, 0, Elected("A")),
        ({"A": 25, "B": 25}, 0, RunOff(("A", "B"))),
        ({"A": 24, "B": 20, "C": 6}, 0, RunOff(("A", "B"))),
        ({"A": 24, "B": 13, "C": 13}, 0, RunOff(("A", "B", "C"))),
        ({"A": 20, "B": 20, "C": 10}, 0, RunOff(("A", "B"))),
        ({"A": 9}, 8, Elected("A")),
        ({"A": 8}, 8, NoOneElected()),
        ({"A": 8, "B": 0}, 9, NoOneElected()),
        ({"A": 0, "B": 0}, 0, NoOneElected()),
        ({"A": 30, "B": None}, 0, None),
    ],
)
def test_an_election_needs_more_than_half_of_the_valid_votes(votes, no, expected):
    assert election_result(options(**votes), Majority.ELECTION, no=no) == expected


@pytest.mark.parametrize(
    ("votes", "lot", "expected"),
    [
        ({"A": 24, "B": 20}, None, Elected("A")),
        ({"A": 24, "B": 24}, None, LotNeeded(("A", "B"))),
        ({"A": 24, "B": 24, "C": 2}, "B", Elected("B", by_lot=True)),
        ({"A": 24, "B": 24, "C": 2}, "C", LotNeeded(("A", "B"))),
        ({"A": 24, "B": 20}, "B", Elected("A")),
    ],
)
def test_a_run_off_is_won_by_most_votes_and_a_tie_by_lot(votes, lot, expected):
    assert election_result(options(**votes), Majority.PLURALITY, lot=lot) == expected


def test_no_winner_is_computed_for_lists_or_other_majorities():
    assert election_result(LISTS, Majority.PROPORTIONAL) is None
    assert election_result(LISTS, Majority.SIMPLE) is None


def test_one_vote_a_voter():
    assert check_election(LISTS, invalid=1, eligible=59) == ()
    (problem,) = check_election(LISTS, invalid=1, eligible=58)
    assert (problem.code, problem.params) == ("votes_exceed_voters", {"counted": 59, "eligible": 58})
    assert [problem.code for problem in check_election(LISTS, eligible=59)] == ["votes_missing"]


def test_an_unknown_number_is_not_missing():
    assert check_election((*LISTS, Option("FDP-Liste", None)), eligible=59) == ()


def test_an_option_stands_once():
    repeated = check_election(options(A=5) + options(A=4), eligible=9)
    assert [(problem.code, problem.params) for problem in repeated] == [("option_repeated", {"label": "A"})]


def test_negative_votes_are_an_error():
    with pytest.raises(ValueError, match="negative"):
        Option("A", -1)


@given(votes=st.lists(st.integers(min_value=0, max_value=60), min_size=1, max_size=6), no=st.integers(0, 60))
def test_whoever_is_elected_has_more_votes_than_all_others_together(votes, no):
    candidates = [Option(str(number), count) for number, count in enumerate(votes)]
    outcome = election_result(candidates, Majority.ELECTION, no=no)
    winners = [candidate for candidate in candidates if 2 * candidate.votes > sum(votes) + no]
    assert (outcome == Elected(winners[0].label)) if winners else not isinstance(outcome, Elected)
    if isinstance(outcome, RunOff):
        assert len(outcome.labels) >= 2
