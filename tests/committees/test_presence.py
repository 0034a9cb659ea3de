"""From rows to the people that the rules see."""

import pytest

from committees import presence
from committees.models import Presence, Recusal
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return cast.county()


@pytest.fixture
def room(place):
    return cast.session(place, members=("Kohl", "Lütke", "Merten"))


def names(room, item):
    keys = presence.eligible_keys(item)
    return sorted(name for name, attendance in room.people.items() if attendance.pk in keys)


def test_everybody_present_with_a_vote_is_eligible(room):
    assert names(room, room.items[0]) == ["Kohl", "Lütke", "Merten"]


def test_who_arrives_later_is_eligible_from_that_item_on(room):
    Presence.objects.filter(attendance=room["Merten"]).update(first_item=room.items[1])
    assert names(room, room.items[0]) == ["Kohl", "Lütke"]
    assert names(room, room.items[1]) == ["Kohl", "Lütke", "Merten"]


def test_bias_excludes_for_its_item_only(room):
    Recusal.objects.create(item=room.items[0], attendance=room["Lütke"])
    assert names(room, room.items[0]) == ["Kohl", "Merten"]
    assert names(room, room.items[1]) == ["Kohl", "Lütke", "Merten"]


def test_a_deputy_votes_only_in_the_place_of_a_member(room, place):
    cast.attend(room, cast.member(place, "Schemmer", function="deputy"))
    assert "Schemmer" not in names(room, room.items[0])
    absent = cast.attend(room, cast.member(place, "Ramers"), present=False, absence="excused")
    room["Schemmer"].substitutes_for = absent
    room["Schemmer"].save()
    assert "Schemmer" in names(room, room.items[0])


def test_advisory_members_are_never_eligible(room, place):
    cast.attend(room, cast.member(place, "Crone", kind="advisory", has_vote=False))
    assert "Crone" not in names(room, room.items[0])


def test_the_quorum_counts_members_and_expert_citizens(room, place):
    cast.attend(room, cast.member(place, "Neuhaus", kind="expert_citizen"))
    counted = presence.opening_quorum(room.session, presence.attendees(room.session))
    assert (counted.present, counted.seats, counted.council_members, counted.expert_citizens) == (4, 9, 3, 1)
    assert not counted.is_reached


def test_only_in_committees_council_members_must_outnumber_expert_citizens(place):
    assert presence.must_outnumber(place.committee)
    place.committee.kind = "council"
    assert not presence.must_outnumber(place.committee)


def test_eligible_voters_cost_three_queries(room, django_assert_num_queries):
    item = room.items[0]
    with django_assert_num_queries(3):
        presence.eligible_keys(item)
