"""IntA/7/2026 holds the facts of the model protocol; what follows from them is left to the rules."""

from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from minutes.markup import parse, plain
from minutes.models import Publication
from votes import rules
from votes.closing import eligible, result, tally
from votes.models import Outcome

MODEL = Path(__file__).parents[2] / "data" / "minutes-texts" / "m01-full-niederschrift-MODEL.txt"


def clock(moment):
    return f"{timezone.localtime(moment):%H:%M}"


def names(people):
    return sorted(str(person) for person in people)


def test_it_is_a_draft_of_the_18th_of_november(musterland):
    assert musterland.date == date(2026, 11, 18)
    assert not Publication.objects.filter(session=musterland).exists()


def test_the_times_are_those_of_the_model(musterland):
    pause = musterland.interruptions.get()
    assert clock(musterland.opened_at) == "16:30"
    assert (clock(pause.start), clock(pause.end)) == ("17:20", "17:30")
    assert clock(musterland.public_part_ended_at) == "18:02"
    assert clock(musterland.closed_at) == "18:10"


def test_seven_items_are_public_and_one_is_not(musterland):
    assert [item.is_public for item in musterland.items.all()] == [True] * 7 + [False]


def test_every_title_and_paper_of_the_model_is_there(musterland):
    model = MODEL.read_text(encoding="utf-8")
    for item in musterland.items.prefetch_related("papers"):
        assert item.title in model
        for paper in item.papers.all():
            assert paper.reference in model


def test_every_public_paragraph_is_in_the_model(musterland):
    model = " ".join(MODEL.read_text(encoding="utf-8").split())
    for item in musterland.items.filter(is_public=True):
        for said in item.contributions.all():
            assert plain(parse(said.text)) in model


def test_the_non_public_part_has_something_that_could_leak(musterland):
    secret = musterland.items.get(is_public=False).contributions.get()
    assert secret.text not in MODEL.read_text(encoding="utf-8")


def test_merten_comes_for_item_3_and_bednar_leaves_after_item_5(musterland):
    merten = musterland.attendances.get(person__last_name="Merten").presences.get()
    bednar = musterland.attendances.get(person__last_name="Bednar").presences.get()
    assert (merten.first_item.position, clock(merten.arrived_at)) == (3, "16:52")
    assert (bednar.last_item.position, clock(bednar.left_at)) == (5, "17:55")


def test_schemmer_stands_in_for_ramers(musterland):
    schemmer = musterland.attendances.get(person__last_name="Schemmer")
    assert schemmer.substitutes_for.person.last_name == "Ramers"
    assert schemmer.membership.deputises_for == schemmer.substitutes_for.membership


def test_ramers_and_wiesmann_are_excused(musterland):
    assert names(musterland.attendances.filter(absence="excused")) == ["Ktabg. Ramers", "Ktabg. Wiesmann"]


def test_the_guest_is_there_for_item_2_only(musterland):
    stay = musterland.attendances.get(capacity="guest").presences.get()
    assert stay.first_item.position == stay.last_item.position == 2


@pytest.mark.parametrize(
    ("position", "expected"),
    [(3, rules.Tally(7, 0, 1)), (4, rules.Tally(5, 2, 0)), (5, rules.Tally(4, 4, 0))],
)
def test_the_votes_are_closed_with_the_counts_of_the_model(musterland, position, expected):
    vote = musterland.items.get(position=position).votes.get()
    counted = tally(vote)
    assert vote.is_closed
    assert (counted.yes, counted.no, counted.abstain) == (expected.yes, expected.no, expected.abstain)


def test_eight_may_vote_on_item_3_and_the_biased_one_not_on_item_4(musterland):
    third = musterland.items.get(position=3).votes.get()
    fourth = musterland.items.get(position=4)
    assert names(eligible(third)) == [
        "Ktabg. Bednar",
        "Ktabg. Dr. Wende",
        "Ktabg. Kleinhaus",
        "Ktabg. Lütke",
        "Ktabg. Merten",
        "Ktabg. Schemmer",
        "s. B. Kohl",
        "s. B. Neuhaus",
    ]
    assert fourth.recusals.get().ground == "als Mitglied des Vereinsvorstandes"
    assert set(names(eligible(third))) - set(names(eligible(fourth.votes.get()))) == {"Ktabg. Lütke"}


def test_the_roll_call_ends_in_a_tie_and_rejects_the_motion(musterland):
    item = musterland.items.get(position=5)
    assert result(item.votes.get()) is rules.Result.REJECTED
    assert item.decision.outcome == Outcome.REJECTED
