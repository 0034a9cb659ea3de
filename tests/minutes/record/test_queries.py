"""The record of a session of any length takes the same number of queries."""

import pytest

from committees.models import AgendaItem, Attendance, Membership, Person, Presence
from minutes.models import Contribution, Speaker
from minutes.record import read
from tests.minutes.record import m01
from votes.models import Ballot, Decision, Vote, Voter

QUERIES = 14


@pytest.fixture
def long_session(data):
    """50 items, 30 more roll calls, 84 more contributions, 40 more members from the first new item on."""
    template = data.people["Lütke"].membership
    people = []
    for index in range(40):
        person = Person.objects.create(last_name=f"Mitglied {index}", first_name="Kim")
        membership = Membership.objects.create(
            committee=template.committee, person=person, faction=template.faction, start=template.start
        )
        people.append(
            Attendance.objects.create(session=data.session, person=person, membership=membership, role="Ktabg.")
        )
    items = [
        AgendaItem.objects.create(session=data.session, position=position, title=f"Punkt {position}", is_public=True)
        for position in range(9, 51)
    ]
    Presence.objects.bulk_create(Presence(attendance=attendance, first_item=items[0]) for attendance in people)
    for item in items:
        Decision.objects.create(item=item, outcome="adopted", resolution="Ja.")
        for place in range(2):
            row = Contribution.objects.create(item=item, position=place, text="⟨Ktabg. X⟩ spricht.")
            Speaker.objects.create(contribution=row, attendance=people[place])
        if item.position < 39:
            vote = Vote.objects.create(item=item, form="roll_call")
            voters = Voter.objects.bulk_create(Voter(vote=vote, attendance=attendance) for attendance in people)
            Ballot.objects.bulk_create(Ballot(voter=voter, choice="yes") for voter in voters)
    return data.session


def test_the_model_session_takes_its_queries(data, django_assert_num_queries):
    m01.add_election(data)
    with django_assert_num_queries(QUERIES):
        read(data.session, audience="internal")


def test_a_session_of_fifty_items_takes_no_more(long_session, data, django_assert_num_queries):
    m01.add_election(data)
    with django_assert_num_queries(QUERIES):
        record = read(long_session, audience="internal")
    assert len(list(record.items())) == 50
    assert sum(len(vote.ballots) == 1 for item in record.items() for vote in item.votes) == 30
