"""Published sessions with votes, as the lists and figures of the portal are tried on them."""

from committees.models import Session
from tests import cast
from tests.publications import freeze
from votes import closing
from votes.models import Decision, Vote


def decide(room: cast.Room, number: int, *, outcome: str = "adopted", **counts) -> Vote:
    """A resolution with a counted vote on an item of a session."""
    item = room.items[number - 1]
    Decision.objects.create(item=item, outcome=outcome, resolution="Der Vorschlag wird angenommen.")
    return Vote.objects.create(item=item, **{"yes": 5, "no": 2, "abstain": 1, **counts})


def call_the_roll(room: cast.Room, number: int, **choices: str) -> Vote:
    """A roll call on an item: what each called, by last name."""
    vote = Vote.objects.create(item=room.items[number - 1], form="roll_call")
    people = {person.person.last_name: person for person in closing.eligible(vote)}
    closing.save_ballots(vote, {people[name].pk: choice for name, choice in choices.items()})
    closing.close(vote)
    return vote


def published_session(place: cast.County, number: int, **fields) -> Session:
    """A small session with two decisions, published."""
    room = cast.session(place, items=2, number=number, **fields)
    decide(room, 1)
    decide(room, 2, yes=7, no=0, abstain=0)
    freeze(room.session)
    return room.session
