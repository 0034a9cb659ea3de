"""Majorities, results and the checks of votes."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from votes.checks import (
    PartVote,
    check_counts_entered,
    check_decision,
    check_form,
    check_movers,
    check_outcome,
    check_result_words,
    check_roll_call,
    check_several_votes,
    check_sum,
)
from votes.rules import (
    Choice,
    Form,
    Majority,
    OutcomeCode,
    Result,
    Tally,
    motion_result,
    prevailing_form,
    required,
    result,
    secret_vote_threshold,
)

counts = st.integers(min_value=0, max_value=80)
tallies = st.builds(Tally, yes=counts, no=counts, abstain=counts, invalid=counts)
YES_NO_MAJORITIES = [
    Majority.SIMPLE,
    Majority.ABSOLUTE,
    Majority.TWO_THIRDS_VOTES,
    Majority.TWO_THIRDS_SEATS,
    Majority.UNANIMOUS_LIST,
    Majority.ELECTION,
]


def codes(problems):
    return [problem.code for problem in problems]


@dataclass(frozen=True)
class Vector:
    """A vote of a real text: seats S, present P, biased B, counts, majority, result."""

    seats: int | None
    present: int
    recused: int
    counts: tuple[int, int, int, int]
    majority: Majority
    expected: Result

    @property
    def tally(self):
        return Tally(*self.counts)


SIMPLE, LIST = Majority.SIMPLE, Majority.UNANIMOUS_LIST
ADOPTED, REJECTED = Result.ADOPTED, Result.REJECTED
VECTORS = {
    "c00, Coesfeld 12034": Vector(9, 9, 0, (9, 0, 0, 0), SIMPLE, ADOPTED),
    "Coesfeld 27219": Vector(17, 17, 0, (13, 4, 0, 0), SIMPLE, ADOPTED),
    "Coesfeld 3369": Vector(17, 17, 0, (14, 3, 0, 0), SIMPLE, ADOPTED),
    "Coesfeld 23355": Vector(59, 59, 0, (44, 2, 13, 0), LIST, REJECTED),
    "Coesfeld 10070": Vector(55, 54, 0, (48, 0, 6, 0), LIST, ADOPTED),
    "Coesfeld 23452": Vector(59, 59, 0, (57, 0, 2, 0), LIST, ADOPTED),
    "Coesfeld 10072": Vector(55, 43, 0, (32, 9, 2, 0), SIMPLE, ADOPTED),
    "Coesfeld 6383": Vector(None, 17, 0, (9, 0, 8, 0), SIMPLE, ADOPTED),
    "Hürtgenwald 26.11.2019": Vector(None, 13, 0, (6, 6, 1, 0), SIMPLE, REJECTED),
    "Hürtgenwald 07.09.2010": Vector(None, 25, 0, (10, 10, 5, 0), SIMPLE, REJECTED),
    "Karlsruhe 654697": Vector(None, 44, 0, (22, 22, 0, 0), SIMPLE, REJECTED),
    "Hürtgenwald 21.09.2017": Vector(28, 28, 0, (19, 8, 1, 0), Majority.TWO_THIRDS_SEATS, ADOPTED),
    "Hürtgenwald 16.02.2017": Vector(None, 26, 0, (11, 13, 0, 2), SIMPLE, REJECTED),
    "Emmerich 65065": Vector(None, 32, 0, (21, 10, 1, 0), SIMPLE, ADOPTED),
    "Pfinztal 1019161": Vector(None, 21, 1, (14, 4, 2, 0), SIMPLE, ADOPTED),
}


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS.keys())
def test_the_result_of_a_real_vote_follows_from_its_counts(vector):
    assert result(vector.majority, vector.tally, vector.seats) == vector.expected


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS.keys())
def test_the_counts_of_a_real_vote_add_up_to_its_voters(vector):
    assert check_sum(vector.tally, vector.present - vector.recused) == ()
    assert codes(check_sum(vector.tally, vector.present - vector.recused - 1)) == ["votes_exceed_voters"]
    assert codes(check_sum(vector.tally, vector.present - vector.recused + 1)) == ["votes_missing"]


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS.keys())
def test_the_opposite_outcome_of_a_real_vote_is_refused(vector):
    right, wrong = OutcomeCode.ADOPTED, OutcomeCode.REJECTED
    if vector.expected is REJECTED:
        right, wrong = wrong, right
    assert check_decision(right, vector.tally, vector.majority, seats=vector.seats) == ()
    refused = check_decision(wrong, vector.tally, vector.majority, seats=vector.seats)
    assert codes(refused) == ["outcome_contradicts_result"]
    assert refused[0].params == {"outcome": wrong, "result": vector.expected}


@pytest.mark.parametrize(
    ("majority", "counts", "seats", "needed", "expected"),
    [
        (SIMPLE, (1, 0, 16), 17, 1, ADOPTED),
        (SIMPLE, (0, 0, 9), 9, 1, REJECTED),
        (SIMPLE, (4, 4, 0), 9, 5, REJECTED),
        (SIMPLE, (5, 4, 0), 9, 5, ADOPTED),
        (Majority.ABSOLUTE, (9, 0, 0), 17, 9, ADOPTED),
        (Majority.ABSOLUTE, (8, 0, 0), 17, 9, REJECTED),
        (Majority.ABSOLUTE, (9, 9, 0), 18, 10, REJECTED),
        (Majority.ABSOLUTE, (10, 0, 0), 18, 10, ADOPTED),
        (Majority.ABSOLUTE, (10, 0, 0), None, None, Result.UNKNOWN),
        (Majority.TWO_THIRDS_VOTES, (18, 9, 1), 28, 18, ADOPTED),
        (Majority.TWO_THIRDS_VOTES, (18, 10, 0), 28, 19, REJECTED),
        (Majority.TWO_THIRDS_VOTES, (0, 0, 5), 28, 1, REJECTED),
        (Majority.TWO_THIRDS_SEATS, (18, 0, 0), 28, 19, REJECTED),
        (Majority.TWO_THIRDS_SEATS, (18, 0, 0), 27, 18, ADOPTED),
        (Majority.TWO_THIRDS_SEATS, (18, 0, 0), None, None, Result.UNKNOWN),
        (LIST, (1, 0, 16), 17, 1, ADOPTED),
        (LIST, (0, 0, 17), 17, 1, REJECTED),
        (LIST, (16, 1, 0), 17, 17, REJECTED),
        (Majority.ELECTION, (9, 8, 0), 17, 9, ADOPTED),
        (Majority.ELECTION, (8, 8, 1), 17, 9, REJECTED),
        (Majority.PLURALITY, (9, 8, 0), 17, None, Result.UNKNOWN),
        (Majority.PROPORTIONAL, (9, 8, 0), 17, None, Result.UNKNOWN),
    ],
)
def test_each_majority_asks_for_its_number_of_yes_votes(majority, counts, seats, needed, expected):
    tally = Tally(*counts)
    assert required(majority, tally, seats) == needed
    assert result(majority, tally, seats) == expected


@pytest.mark.parametrize("majority", YES_NO_MAJORITIES)
def test_unknown_counts_make_an_unknown_result(majority):
    assert result(majority, Tally(), 9) == Result.UNKNOWN


def test_only_the_counts_that_matter_must_be_known():
    assert result(SIMPLE, Tally(yes=17)) == Result.UNKNOWN
    assert result(SIMPLE, Tally(yes=5, no=2)) == Result.ADOPTED
    assert result(Majority.ABSOLUTE, Tally(yes=17), 30) == Result.ADOPTED


@given(tally=tallies)
def test_simple_majority_is_more_yes_than_no(tally):
    assert (result(SIMPLE, tally) == ADOPTED) is (tally.yes > tally.no)


@given(tally=tallies, seats=st.integers(min_value=1, max_value=160))
def test_the_formulas_of_the_qualified_majorities(tally, seats):
    yes, no = tally.yes, tally.no
    assert (result(Majority.ABSOLUTE, tally, seats) == ADOPTED) is (2 * yes > seats)
    assert (result(Majority.TWO_THIRDS_SEATS, tally, seats) == ADOPTED) is (3 * yes >= 2 * seats)
    assert (result(Majority.TWO_THIRDS_VOTES, tally, seats) == ADOPTED) is (yes > 0 and 3 * yes >= 2 * (yes + no))
    assert (result(LIST, tally, seats) == ADOPTED) is (yes > 0 and no == 0)


@given(tally=tallies, majority=st.sampled_from(YES_NO_MAJORITIES), seats=counts, more=counts)
def test_abstentions_and_invalid_votes_never_change_the_result(tally, majority, seats, more):
    changed = Tally(tally.yes, tally.no, tally.abstain + more, tally.invalid + more)
    assert result(majority, tally, seats) == result(majority, changed, seats)


@given(number=counts, abstain=counts)
def test_a_tie_is_always_rejected(number, abstain):
    assert result(SIMPLE, Tally(number, number, abstain)) == REJECTED


@given(tally=tallies, majority=st.sampled_from(YES_NO_MAJORITIES), seats=counts)
def test_one_more_yes_never_loses_a_vote(tally, majority, seats):
    if result(majority, tally, seats) == ADOPTED:
        assert result(majority, Tally(tally.yes + 1, tally.no, tally.abstain), seats) == ADOPTED


@given(choices=st.lists(st.sampled_from(Choice)))
def test_the_tally_of_a_roll_call_counts_every_ballot_once(choices):
    tally = Tally.from_ballots(choices)
    assert tally.total == len(choices)
    assert (tally.yes, tally.no) == (choices.count(Choice.YES), choices.count(Choice.NO))
    assert (tally.abstain, tally.not_voting) == (choices.count(Choice.ABSTAIN), choices.count(Choice.NOT_VOTING))


def test_stored_choices_count_like_their_codes():
    assert Tally.from_ballots(["yes", "no", "yes"]) == Tally(2, 1, 0)


@pytest.mark.parametrize("field", ["yes", "no", "abstain", "invalid", "not_voting"])
def test_a_negative_count_is_an_error(field):
    with pytest.raises(ValueError, match=field):
        Tally(**{field: -1})


def test_unknown_is_not_zero():
    assert Tally(0, 0, 0).is_complete
    assert Tally(0, 0, 0).is_all_zero
    assert not Tally().is_complete
    assert not Tally().is_all_zero
    assert Tally(yes=17).total is None
    assert Tally(yes=17).known_total == 17
    assert not Tally().is_tie


def test_v1_partial_counts_are_only_refused_if_they_exceed_the_voters():
    assert check_sum(Tally(yes=17), 17) == ()
    assert check_sum(Tally(), 9) == ()
    (problem,) = check_sum(Tally(yes=17), 16)
    assert (problem.code, problem.params) == ("votes_exceed_voters", {"counted": 17, "eligible": 16})


def test_v1_those_who_do_not_vote_are_part_of_the_sum():
    assert check_sum(Tally(5, 2, 0, not_voting=1), 8) == ()
    assert codes(check_sum(Tally(5, 2, 0), 8)) == ["votes_missing"]


@pytest.mark.parametrize("outcome", sorted(OutcomeCode.adopting_outcomes()))
def test_v2_zero_counts_beside_a_carried_outcome_were_not_entered(outcome):
    (problem,) = check_decision(outcome, Tally(0, 0, 0), SIMPLE)
    assert problem.code == "zero_counts"
    assert problem.is_warning


def test_v2_zero_counts_beside_another_outcome_are_nothing_to_mention():
    assert check_counts_entered(Tally(0, 0, 0), OutcomeCode.NOTED) == ()
    assert check_counts_entered(Tally(), OutcomeCode.ADOPTED) == ()


@pytest.mark.parametrize("outcome", OutcomeCode)
@pytest.mark.parametrize("question_result", Result)
def test_v3_only_outcomes_of_a_vote_can_contradict_it(outcome, question_result):
    contradicts = (outcome in ("adopted", "adopted_amended", "elected") and question_result == REJECTED) or (
        outcome == "rejected" and question_result == ADOPTED
    )
    assert bool(check_outcome(outcome, question_result)) is contradicts


@pytest.mark.parametrize(
    ("question_result", "puts_rejection", "expected"),
    [
        (ADOPTED, False, ADOPTED),
        (REJECTED, False, REJECTED),
        (ADOPTED, True, REJECTED),
        (REJECTED, True, Result.UNKNOWN),
        (Result.UNKNOWN, True, Result.UNKNOWN),
    ],
)
def test_v5_carrying_a_rejection_rejects_the_motion(question_result, puts_rejection, expected):
    assert motion_result(question_result, puts_rejection=puts_rejection) == expected


def test_v5_emmerich_the_proposal_to_reject_is_adopted_and_the_motion_rejected():
    tally = Tally(21, 10, 1)
    assert check_decision(OutcomeCode.REJECTED, tally, SIMPLE, puts_rejection=True) == ()
    assert codes(check_decision(OutcomeCode.ADOPTED, tally, SIMPLE, puts_rejection=True)) == [
        "outcome_contradicts_result"
    ]


@pytest.mark.parametrize(
    ("words", "counts", "flag", "expected"),
    [
        ("einstimmig", (9, 0, 0), True, []),
        ("einstimmig bei 1 Enthaltung", (7, 0, 1), True, []),
        ("einstimmig bei 1 Enthaltung", (7, 0, 1), False, ["unanimous_with_abstentions"]),
        ("Bei 42 Ja-Stimmen, 1 Nein-Stimme einstimmig zugestimmt", (42, 1, 3), True, ["unanimous_with_opposition"]),
        ("einstimmig abgelehnt", (0, 9, 0), True, []),
        ("einstimmig abgelehnt", (1, 9, 0), True, ["unanimous_with_opposition"]),
        ("nicht einstimmig", (8, 1, 0), True, []),
        ("mehrheitlich beschlossen", (8, 1, 0), True, []),
        ("mehrheitlich beschlossen", (4, 4, 0), True, ["majority_at_tie"]),
        ("mehrheitlich beschlossen", (0, 0, 0), True, []),
        ("einstimmig", (None, None, None), True, []),
    ],
)
def test_v4_words_agree_with_the_counts(words, counts, flag, expected):
    assert codes(check_result_words(words, Tally(*counts), unanimous_with_abstentions=flag)) == expected


def test_v6_several_votes_have_one_final_vote_and_labels():
    parts = (PartVote("1. Absatz", Tally(11, 4, 0), False), PartVote("2. Absatz", Tally(15, 0, 0), False))
    final = PartVote("Schlussabstimmung", Tally(15, 0, 0), True)
    assert check_several_votes((*parts, final), Tally(15, 0, 0)) == ()
    assert codes(check_several_votes((final, final))) == ["several_final_votes"]
    assert codes(check_several_votes((PartVote(" ", Tally(), False), final))) == ["part_vote_unlabelled"]
    (problem,) = check_several_votes((*parts, final), Tally(11, 4, 0))
    assert (problem.code, problem.params) == ("counts_contradict_vote", {"label": "Schlussabstimmung"})
    assert problem.is_warning


def test_v6_a_partial_status_line_contradicts_only_what_it_counts():
    vote = PartVote("", Tally(17, 0, 0), True)
    assert check_several_votes((vote,), Tally(yes=17)) == ()
    assert codes(check_several_votes((vote,), Tally(yes=16))) == ["counts_contradict_vote"]


def test_v7_a_roll_call_has_one_ballot_for_each_voter_and_none_else():
    ballots = {"Bednar": Choice.YES, "Kohl": Choice.YES, "Lütke": Choice.NO}
    assert check_roll_call(ballots, {"Bednar", "Kohl", "Lütke"}) == ()
    problems = check_roll_call(ballots, {"Bednar", "Kohl", "Merten", "Neuhaus"})
    assert [(problem.code, problem.params["voter"]) for problem in problems] == [
        ("ballot_missing", "Merten"),
        ("ballot_missing", "Neuhaus"),
        ("ballot_not_eligible", "Lütke"),
    ]


@pytest.mark.parametrize("form", Form)
def test_v8_only_a_roll_call_stores_names(form):
    assert bool(check_form(form, named_ballots=1)) is (form != Form.ROLL_CALL)
    assert check_form(form, named_ballots=0) == ()


@pytest.mark.parametrize(("seats", "threshold"), [(9, 2), (10, 2), (11, 3), (55, 11), (59, 12), (1, 1)])
def test_v9_one_fifth_of_the_members_moves_a_secret_vote(seats, threshold):
    assert secret_vote_threshold(seats) == threshold
    assert check_movers(threshold, threshold) == ()
    (problem,) = check_movers(threshold - 1, threshold)
    assert (problem.code, problem.is_warning) == ("too_few_movers", True)


@pytest.mark.parametrize(
    ("secret", "roll_call", "expected"),
    [
        (True, True, Form.SECRET),
        (True, False, Form.SECRET),
        (False, True, Form.ROLL_CALL),
        (False, False, Form.SHOW_OF_HANDS),
    ],
)
def test_v9_a_secret_vote_takes_precedence(secret, roll_call, expected):
    assert prevailing_form(secret_moved=secret, roll_call_moved=roll_call) == expected


def test_outcomes_are_grouped():
    assert OutcomeCode.adopting_outcomes() < OutcomeCode.voted_outcomes() < OutcomeCode.final_outcomes()
    assert {"deferred", "referred", "removed", "none"}.isdisjoint(OutcomeCode.final_outcomes())


def test_changing_one_ballot_changes_the_result():
    ballots = {"Bednar": Choice.YES, "Kohl": Choice.YES, "Lütke": Choice.NO, "Merten": Choice.NO}
    assert result(SIMPLE, Tally.from_ballots(ballots.values())) == REJECTED
    ballots["Merten"] = Choice.YES
    assert result(SIMPLE, Tally.from_ballots(ballots.values())) == ADOPTED
    ballots["Kohl"] = Choice.ABSTAIN
    ballots["Bednar"] = Choice.NO
    assert result(SIMPLE, Tally.from_ballots(ballots.values())) == REJECTED
