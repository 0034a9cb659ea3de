"""The database lets no wrong vote pass, whoever writes."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from committees.models import Presence, Recusal
from tests import cast
from votes.models import Ballot, Decision, Option, Vote, Voter

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    return cast.session(cast.county(), members=("Kohl", "Lütke", "Merten", "Neuhaus"))


@pytest.fixture
def item(room):
    return room.items[1]


def refused(sentence):
    return pytest.raises(IntegrityError, match=sentence)


def vote_on(item, **fields):
    return Vote.objects.create(item=item, **fields)


def entitle(vote, *people):
    return [Voter.objects.create(vote=vote, attendance=person) for person in people]


def close(vote, **fields):
    Vote.objects.filter(pk=vote.pk).update(closed_at=timezone.now(), **fields)


def closed_vote(room, item, **fields):
    vote = vote_on(item, **fields)
    entitle(vote, *room.people.values())
    close(vote)
    return vote


def test_the_absent_have_no_vote(room, item):
    Presence.objects.filter(attendance=room["Lütke"]).update(last_item=room.items[0])
    with refused("anwesend, stimmberechtigt und nicht befangen"):
        entitle(vote_on(item), room["Lütke"])


def test_the_biased_have_no_vote(room, item):
    Recusal.objects.create(item=item, attendance=room["Lütke"])
    with refused("nicht befangen"):
        entitle(vote_on(item), room["Lütke"])


def test_advisory_members_have_no_vote(room, item):
    seat = room["Lütke"].membership
    seat.kind, seat.has_vote = "advisory", False
    seat.save()
    with refused("stimmberechtigt"):
        entitle(vote_on(item), room["Lütke"])


def test_a_deputy_who_replaces_nobody_has_no_vote(room, item):
    seat = room["Lütke"].membership
    seat.function = "deputy"
    seat.save()
    with refused("stimmberechtigt"):
        entitle(vote_on(item), room["Lütke"])


def test_nobody_votes_twice(room, item):
    vote = vote_on(item, form="roll_call")
    voter, *_ = entitle(vote, room["Lütke"])
    Ballot.objects.create(voter=voter, choice="yes")
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(voter=voter, choice="no")
    with pytest.raises(IntegrityError):
        entitle(vote, room["Lütke"])


def test_a_secret_vote_stores_no_name(room, item):
    with refused("keine Namen"):
        entitle(vote_on(item, form="secret"), room["Lütke"])


def test_a_vote_with_names_does_not_turn_secret(room, item):
    vote = vote_on(item, form="roll_call")
    entitle(vote, room["Lütke"])
    with refused("keine Namen"):
        Vote.objects.filter(pk=vote.pk).update(form="secret")


def test_only_a_roll_call_has_ballots(room, item):
    voter, *_ = entitle(vote_on(item), room["Lütke"])
    with refused("namentlichen"):
        Ballot.objects.create(voter=voter, choice="yes")


def test_a_roll_call_does_not_close_before_everybody_voted(room, item):
    vote = vote_on(item, form="roll_call")
    voters = entitle(vote, *room.people.values())
    for voter in voters[1:]:
        Ballot.objects.create(voter=voter, choice="yes")
    with refused("fehlen Stimmen"):
        close(vote)


def test_a_vote_does_not_close_with_a_voter_left_out(room, item):
    vote = vote_on(item, yes=3)
    entitle(vote, room["Kohl"], room["Lütke"], room["Merten"])
    with refused("stimmt nicht mit der Anwesenheit"):
        close(vote)


@pytest.mark.parametrize("counts", [{"yes": 5}, {"yes": 4, "no": 1}, {"yes": 3, "no": 0, "abstain": 0}])
def test_counts_that_do_not_match_the_voters_are_refused(room, item, counts):
    with refused("Summe der Stimmen"):
        closed_vote(room, item, **counts)


@pytest.mark.parametrize("counts", [{}, {"yes": 3}, {"yes": 3, "no": 1, "abstain": 0}, {"yes": 3, "no": 0}])
def test_counts_may_be_unknown_but_not_wrong(room, item, counts):
    assert closed_vote(room, item, **counts)


def test_a_secret_vote_closes_with_the_number_of_voters(room, item):
    vote = vote_on(item, form="secret", yes=3, no=0, abstain=1)
    with refused("Stimmberechtigten"), transaction.atomic():
        close(vote, eligible_count=5)
    close(vote, eligible_count=4)


def test_an_election_does_not_count_more_votes_than_voters(room, item):
    vote = vote_on(item, form="secret", majority="election", abstain=0)
    Option.objects.create(vote=vote, label="Liste A", votes=3)
    Option.objects.create(vote=vote, label="Liste B", votes=2, position=2)
    with refused("Summe der Stimmen"):
        close(vote, eligible_count=4)


def test_a_closed_vote_keeps_its_facts(room, item):
    vote = closed_vote(room, item, yes=3, no=1, abstain=0)
    with refused("festgestellt"), transaction.atomic():
        Vote.objects.filter(pk=vote.pk).update(yes=1, no=3)
    Vote.objects.filter(pk=vote.pk).update(closed_at=None)
    Vote.objects.filter(pk=vote.pk).update(yes=1, no=3)


def test_bias_is_not_declared_after_voting(room, item):
    closed_vote(room, item, yes=4, no=0, abstain=0)
    with refused("schon abgestimmt"):
        Recusal.objects.create(item=item, attendance=room["Lütke"])


CONTRADICTIONS = [
    ("adopted", {"yes": 2, "no": 2, "abstain": 0}),
    ("adopted_amended", {"yes": 1, "no": 3, "abstain": 0}),
    ("rejected", {"yes": 3, "no": 1, "abstain": 0}),
    ("adopted", {"yes": 4, "no": 0, "abstain": 0, "majority": "absolute"}),
    ("adopted", {"yes": 4, "no": 0, "abstain": 0, "majority": "two_thirds_seats"}),
    ("adopted", {"yes": 2, "no": 1, "abstain": 1, "majority": "two_thirds_votes", "puts_rejection": True}),
    ("adopted", {"yes": 3, "no": 1, "abstain": 0, "majority": "unanimous_list"}),
    ("adopted", {"yes": 3, "no": 1, "abstain": 0, "result_override": "rejected", "override_reason": "Losentscheid"}),
]


@pytest.mark.parametrize(("outcome", "fields"), CONTRADICTIONS)
def test_an_outcome_against_the_result_is_refused_without_a_reason(room, item, outcome, fields):
    closed_vote(room, item, **fields)
    with refused("widerspricht dem Beschluss"), transaction.atomic():
        Decision.objects.create(item=item, outcome=outcome)
    Decision.objects.create(item=item, outcome=outcome, outcome_reason="So festgestellt durch den Vorsitz")


@pytest.mark.parametrize(("outcome", "fields"), CONTRADICTIONS)
def test_a_vote_against_the_outcome_does_not_close(room, item, outcome, fields):
    Decision.objects.create(item=item, outcome=outcome)
    with refused("widerspricht dem Beschluss"):
        closed_vote(room, item, **fields)


@pytest.mark.parametrize(
    ("outcome", "fields"),
    [
        ("adopted", {"yes": 3, "no": 1, "abstain": 0}),
        ("rejected", {"yes": 2, "no": 2, "abstain": 0}),
        ("rejected", {"yes": 3, "no": 1, "abstain": 0, "puts_rejection": True}),
        ("adopted", {}),
        ("adopted", {"only_unanimous": True}),
        ("noted", {"yes": 1, "no": 3, "abstain": 0}),
        ("adopted", {"yes": 1, "no": 3, "abstain": 0, "is_final": False}),
    ],
)
def test_an_outcome_that_agrees_is_accepted(room, item, outcome, fields):
    closed_vote(room, item, **fields)
    Decision.objects.create(item=item, outcome=outcome)


def test_the_outcome_follows_the_ballots_of_a_roll_call(room, item):
    vote = vote_on(item, form="roll_call")
    for voter, choice in zip(entitle(vote, *room.people.values()), ("yes", "yes", "no", "no"), strict=True):
        Ballot.objects.create(voter=voter, choice=choice)
    close(vote)
    with refused("widerspricht dem Beschluss"):
        Decision.objects.create(item=item, outcome="adopted")
