"""What a closed vote holds fast in the database, whoever writes: who was there, who was biased, who called what."""

import datetime

import pytest
from django.db import IntegrityError
from django.utils import timezone

from committees.models import AgendaItem, Attendance, Membership, Presence, Recusal, Session
from tests import cast
from votes import closing
from votes.models import Ballot, Decision, Option, Vote, Voter

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return cast.county()


@pytest.fixture
def room(place):
    return cast.session(place, members=("Kohl", "Lütke", "Merten"))


@pytest.fixture
def item(room):
    return room.items[1]


def refused(sentence):
    return pytest.raises(IntegrityError, match=sentence)


def roll_call(room, item):
    vote = Vote.objects.create(item=item, form="roll_call")
    closing.save_ballots(vote, {person.pk: "yes" for person in room.people.values()})
    return vote


def establish(room, item, **fields):
    return closing.close(Vote.objects.create(item=item, **{"yes": 3, "no": 0, "abstain": 0, **fields}))


def test_who_voted_does_not_leave_before_the_vote(room, item):
    establish(room, item)
    with refused("hat zu diesem Punkt abgestimmt"):
        Presence.objects.filter(attendance=room["Lütke"]).update(last_item=room.items[0])


def test_who_voted_is_not_marked_absent(room, item):
    establish(room, item)
    room["Lütke"].presences.all().delete()
    with refused("hat zu diesem Punkt abgestimmt"):
        Attendance.objects.filter(pk=room["Lütke"].pk).update(absence="excused")


def test_who_voted_keeps_the_place_of_the_member_replaced(room, place, item):
    room["Lütke"].presences.all().delete()
    deputy = cast.attend(room, cast.member(place, "Stell", function="deputy"), substitutes_for=room["Lütke"])
    establish(room, item)
    with refused("hat zu diesem Punkt abgestimmt"):
        Attendance.objects.filter(pk=deputy.pk).update(substitutes_for=None)


def test_times_after_the_vote_may_change(room, item):
    establish(room, item)
    Presence.objects.filter(attendance=room["Lütke"]).update(last_item=room.items[1])
    room["Merten"].presences.all().delete()
    Presence.objects.create(attendance=room["Merten"])


@pytest.mark.parametrize("form", ["show_of_hands", "secret"])
def test_nobody_turns_up_at_a_vote_that_is_closed(room, place, item, form):
    late = cast.attend(room, cast.member(place, "Spät"), present=False)
    establish(room, item, form=form)
    Presence.objects.create(attendance=late, first_item=room.items[2])
    with refused("nachträglich"):
        Presence.objects.filter(attendance=late).update(first_item=item)


def test_a_guest_may_turn_up_afterwards(room, item, place):
    establish(room, item)
    cast.attend(room, cast.member(place, "Rat", kind="advisory", has_vote=False))


def test_a_listening_deputy_gets_no_seat_at_a_vote_that_is_closed(room, place, item):
    room["Lütke"].presences.all().delete()
    listener = cast.attend(room, cast.member(place, "Stell", function="deputy"))
    establish(room, item, yes=2)
    with refused("nachträglich"):
        Attendance.objects.filter(pk=listener.pk).update(substitutes_for=room["Lütke"])


@pytest.mark.parametrize("change", [{"has_vote": False}, {"function": "deputy"}])
def test_a_seat_that_voted_does_not_lose_its_vote_afterwards(room, item, change):
    establish(room, item)
    with refused("hat zu diesem Punkt abgestimmt"):
        Membership.objects.filter(pk=room["Lütke"].membership_id).update(**change)


def test_a_seat_gets_no_vote_at_a_vote_that_is_closed(room, place, item):
    adviser = cast.attend(room, cast.member(place, "Rat", has_vote=False))
    establish(room, item)
    with refused("nachträglich"):
        Membership.objects.filter(pk=adviser.membership_id).update(has_vote=True)


def test_a_seat_that_voted_may_end_and_take_the_chair(room, item):
    establish(room, item)
    Membership.objects.filter(pk=room["Lütke"].membership_id).update(
        function="chair", end=cast.DAY + datetime.timedelta(days=1)
    )


def test_bias_is_not_passed_on_after_the_vote(room, item):
    recusal = Recusal.objects.create(item=item, attendance=room["Lütke"])
    establish(room, item, yes=2)
    with refused("ohne die befangene Person"):
        Recusal.objects.filter(pk=recusal.pk).update(item=room.items[0])


@pytest.mark.parametrize(("old", "new"), [(1, 9), (3, 0)])
def test_no_item_passes_one_that_was_voted_on(room, item, old, new):
    establish(room, item)
    with refused("Reihenfolge"):
        AgendaItem.objects.filter(pk=room.items[old - 1].pk).update(position=new)


def test_a_voted_item_keeps_its_place(room, item):
    establish(room, item)
    with refused("Reihenfolge"):
        AgendaItem.objects.filter(pk=item.pk).update(position=9)


def test_items_behind_the_last_vote_may_move(room, item):
    establish(room, item)
    AgendaItem.objects.filter(pk=room.items[2].pk).update(position=9)


def test_a_roll_call_does_not_close_over_the_ballot_of_somebody_else(room, place, item):
    vote = roll_call(room, item)
    room["Lütke"].presences.all().delete()
    cast.attend(room, cast.member(place, "Spät"))
    with refused("stimmt nicht mit der Anwesenheit"):
        Vote.objects.filter(pk=vote.pk).update(closed_at=timezone.now())


def test_a_ballot_stays_with_its_closed_vote(room, item):
    closing.close(roll_call(room, item))
    other = Vote.objects.create(item=room.items[0], form="roll_call")
    voter = Voter.objects.create(vote=other, attendance=room["Lütke"])
    ballot = Ballot.objects.get(voter__vote__item=item, voter__attendance=room["Lütke"])
    with refused("festgestellt"):
        Ballot.objects.filter(pk=ballot.pk).update(voter=voter)


def test_a_voter_stays_with_the_closed_vote(room, item):
    closing.close(roll_call(room, item))
    other = Vote.objects.create(item=room.items[0], form="roll_call")
    with refused("festgestellt"):
        Voter.objects.filter(vote__item=item, attendance=room["Lütke"]).update(vote=other)


def test_an_option_stays_with_its_closed_election(room, item):
    election = Vote.objects.create(item=item, form="secret", majority="election", abstain=0)
    option = Option.objects.create(vote=election, label="Kohl", votes=3)
    closing.close(election)
    other = Vote.objects.create(item=room.items[0], majority="election")
    with refused("festgestellt"):
        Option.objects.filter(pk=option.pk).update(vote=other)


def test_the_lot_falls_on_an_option_of_the_same_election(room, item):
    one, other = (Vote.objects.create(item=row, majority="plurality") for row in room.items[:2])
    option = Option.objects.create(vote=one, label="Kohl")
    with refused("Los"):
        Vote.objects.filter(pk=other.pk).update(drawn_option=option)


def test_seats_do_not_change_against_a_decision_that_needed_their_majority(room, item):
    Session.objects.filter(pk=room.session.pk).update(seats=5)
    establish(room, item, majority="absolute")
    Decision.objects.create(item=item, outcome="adopted")
    with refused("widerspricht dem Beschluss"):
        Session.objects.filter(pk=room.session.pk).update(seats=6)


def test_only_unanimous_is_no_way_around_the_ballots(room, item):
    vote = roll_call(room, item)
    with refused("namentlich"):
        Vote.objects.filter(pk=vote.pk).update(only_unanimous=True)
