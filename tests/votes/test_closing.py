"""Closing a vote freezes who could vote and what was counted, or says why not."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from committees.models import Presence, Recusal
from tests import cast
from votes import closing, rules
from votes.models import Ballot, Decision, Option, Vote

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def room():
    return cast.session(cast.county(), members=("Kohl", "Lütke", "Merten", "Neuhaus"))


@pytest.fixture
def item(room):
    return room.items[1]


def vote_on(item, **fields):
    return Vote.objects.create(item=item, **fields)


def choices(room, calls):
    return {room[name].pk: choice for name, choice in zip(("Kohl", "Lütke", "Merten", "Neuhaus"), calls, strict=True)}


def test_voters_are_those_present_and_not_biased_by_name(room, item):
    Recusal.objects.create(item=item, attendance=room["Lütke"])
    Presence.objects.filter(attendance=room["Merten"]).update(last_item=room.items[0])
    assert [str(person) for person in closing.eligible(vote_on(item))] == ["Ktabg. Kohl", "Ktabg. Neuhaus"]


def test_closing_freezes_the_voters(room, item):
    vote = closing.close(vote_on(item, yes=3, no=1, abstain=0))
    room["Merten"].presences.all().delete()
    assert vote.is_closed
    assert vote.voters.count() == 4


def test_closing_twice_changes_nothing(item):
    vote = closing.close(vote_on(item, yes=3, no=1, abstain=0))
    assert closing.close(vote).closed_at == vote.closed_at


def test_counts_that_exceed_the_voters_are_refused_at_the_field(item):
    with pytest.raises(ValidationError) as refusal:
        closing.close(vote_on(item, yes=4, no=1, abstain=0))
    assert refusal.value.message_dict == {"yes": ["5 votes were counted, 4 may vote."]}


def test_a_count_that_leaves_a_voter_out_is_refused(item):
    with pytest.raises(ValidationError, match="3 votes were counted, 4 may vote"):
        closing.close(vote_on(item, yes=3, no=0, abstain=0))


def test_unknown_counts_stay_unknown(item):
    vote = closing.close(vote_on(item))
    assert (vote.yes, vote.no, closing.result(vote)) == (None, None, rules.Result.UNKNOWN)


def test_a_tie_is_rejected(item):
    vote = closing.close(vote_on(item, yes=2, no=2, abstain=0))
    assert closing.result(vote) is rules.Result.REJECTED


def test_another_result_with_a_reason_holds(item):
    vote = closing.close(
        vote_on(item, yes=3, no=1, abstain=0, result_override="rejected", override_reason="Satzung § 7")
    )
    assert closing.result(vote) is rules.Result.REJECTED
    assert closing.counted_result(vote, closing.tally(vote), seats=9) is rules.Result.ADOPTED


def test_unanimity_without_counts_is_adopted(item):
    assert closing.result(closing.close(vote_on(item, only_unanimous=True))) is rules.Result.ADOPTED


def test_the_totals_of_a_roll_call_follow_from_its_ballots(room, item):
    vote = vote_on(item, form="roll_call")
    closing.save_ballots(vote, choices(room, ["yes", "yes", "no", "abstain"]))
    assert closing.tally(closing.close(vote)) == rules.Tally(yes=2, no=1, abstain=1)


def test_ballots_saved_again_replace_those_before(room, item):
    vote = vote_on(item, form="roll_call")
    closing.save_ballots(vote, choices(room, ["yes", "yes", "no", "abstain"]))
    closing.save_ballots(vote, {room["Kohl"].pk: "no"})
    assert list(Ballot.objects.values_list("choice", flat=True)) == ["no"]


def test_a_roll_call_names_who_has_not_voted(room, item):
    vote = vote_on(item, form="roll_call")
    closing.save_ballots(vote, {room["Kohl"].pk: "no", room["Lütke"].pk: "yes"})
    with pytest.raises(ValidationError, match=r"No vote yet from: Ktabg\. Merten, Ktabg\. Neuhaus"):
        closing.close(vote)


def test_a_ballot_of_somebody_absent_is_refused_by_name(room, item):
    Presence.objects.filter(attendance=room["Merten"]).delete()
    with pytest.raises(ValidationError, match=r"Ktabg\. Merten"):
        closing.save_ballots(vote_on(item, form="roll_call"), {room["Merten"].pk: "yes"})


def test_a_ballot_of_somebody_who_turned_out_biased_stops_the_closing(room, item):
    vote = vote_on(item, form="roll_call")
    closing.save_ballots(vote, choices(room, ["yes"] * 4))
    Recusal.objects.create(item=item, attendance=room["Lütke"])
    with pytest.raises(ValidationError, match=r"without a vote at this item: Ktabg\. Lütke"):
        closing.close(vote)


def test_only_a_roll_call_takes_ballots(room, item):
    with pytest.raises(ValidationError, match="Only a roll call"):
        closing.save_ballots(vote_on(item), {room["Kohl"].pk: "yes"})


def test_a_secret_vote_freezes_a_number_and_no_name(item):
    vote = closing.close(vote_on(item, form="secret", yes=3, no=0, abstain=1))
    assert (vote.eligible_count, vote.voters.count()) == (4, 0)


def test_an_election_counts_its_options(item):
    vote = vote_on(item, form="secret", majority="election", abstain=0, invalid=1)
    with pytest.raises(ValidationError, match="Name whom or what"):
        closing.close(vote)
    Option.objects.create(vote=vote, label="Liste A", votes=3)
    Option.objects.create(vote=vote, label="Liste B", votes=1, position=2)
    with pytest.raises(ValidationError, match="5 votes were counted, 4 may vote"):
        closing.close(vote)
    vote.options.filter(label="Liste B").update(votes=0)
    assert closing.close(vote).is_closed


def test_a_vote_against_the_recorded_outcome_does_not_close(item):
    Decision.objects.create(item=item, outcome="adopted")
    with pytest.raises(ValidationError, match="this vote says otherwise"):
        closing.close(vote_on(item, yes=1, no=3, abstain=0))


def test_a_part_vote_may_go_against_the_outcome(item):
    Decision.objects.create(item=item, outcome="adopted")
    assert closing.close(vote_on(item, yes=1, no=3, abstain=0, is_final=False, label="2. Absatz")).is_closed


def test_reopening_lets_a_hand_vote_be_counted_again(item):
    vote = closing.reopen(closing.close(vote_on(item, yes=3, no=1, abstain=0)))
    assert (vote.is_closed, vote.voters.count()) == (False, 0)


def test_reopening_keeps_the_ballots_of_a_roll_call(room, item):
    vote = vote_on(item, form="roll_call")
    closing.save_ballots(vote, choices(room, ["yes"] * 4))
    assert closing.reopen(closing.close(vote)).voters.count() == 4


def test_a_closed_vote_takes_no_ballots(room, item):
    vote = vote_on(item, form="roll_call")
    closing.save_ballots(vote, choices(room, ["yes"] * 4))
    with pytest.raises(ValidationError, match="closed"):
        closing.save_ballots(closing.close(vote), {room["Kohl"].pk: "no"})


def test_a_roll_call_without_ballots_is_not_a_count_of_zero(item):
    assert closing.tally(vote_on(item, form="roll_call")) == rules.Tally()


def test_saving_ballots_costs_the_same_for_one_and_for_many(room, item, django_assert_num_queries):
    vote = vote_on(item, form="roll_call")
    with django_assert_num_queries(9):
        closing.save_ballots(vote, {room["Kohl"].pk: "no"})
    with django_assert_num_queries(9):
        closing.save_ballots(vote, choices(room, ["yes"] * 4))
