"""Presence, voters and quorum."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committees.rules import (
    Attendee,
    Interval,
    Quorum,
    QuorumKind,
    deputy_conflicts,
    eligible_voters,
    interval_conflicts,
    is_present,
    overlap,
    present_voters,
    quorum,
    quorum_by_position,
)
from tests.committees.rooms import musterland_room

positions = st.integers(min_value=1, max_value=60)
maybe_positions = st.none() | positions
intervals = st.builds(Interval, first=maybe_positions, last=maybe_positions)
counts = st.integers(min_value=0, max_value=80)


@pytest.mark.parametrize(
    ("interval", "position", "expected"),
    [
        (Interval(), None, True),
        (Interval(), 8, True),
        (Interval(first=3), None, False),
        (Interval(first=3), 2, False),
        (Interval(first=3), 3, True),
        (Interval(last=5), None, True),
        (Interval(last=5), 5, True),
        (Interval(last=5), 6, False),
        (Interval(first=2, last=2), 2, True),
        (Interval(first=2, last=2), None, False),
        (Interval(first=1), None, False),
        (Interval(first=5, last=3), 4, False),
    ],
)
def test_a_stay_includes_its_first_and_last_item(interval, position, expected):
    assert interval.contains(position) is expected


def test_somebody_who_comes_back_is_away_in_between():
    stays = (Interval(last=2), Interval(first=5))
    assert [is_present(stays, position) for position in (None, 2, 3, 4, 5, 9)] == [True, True, False, False, True, True]


def test_whoever_has_no_stay_is_absent():
    assert not is_present((), None)
    assert not is_present((), 1)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Interval(), Interval(), True),
        (Interval(last=3), Interval(first=3), True),
        (Interval(last=3), Interval(first=4), False),
        (Interval(first=2, last=4), Interval(first=4, last=6), True),
        (Interval(first=2, last=4), Interval(first=5, last=6), False),
        (Interval(first=6, last=2), Interval(), False),
    ],
)
def test_two_stays_overlap_if_they_share_an_item(a, b, expected):
    assert a.overlaps(b) is expected
    assert overlap((a,), (b,)) is expected


@given(a=intervals, b=intervals)
def test_overlapping_works_both_ways(a, b):
    assert a.overlaps(b) == b.overlaps(a)


@given(a=intervals, b=intervals, position=maybe_positions)
def test_two_people_at_the_same_item_overlap(a, b, position):
    if a.contains(position) and b.contains(position):
        assert a.overlaps(b)


@pytest.mark.parametrize(
    ("stays", "codes"),
    [
        ((Interval(),), []),
        ((Interval(last=2), Interval(first=3)), []),
        ((Interval(first=5), Interval(last=2)), []),
        ((Interval(last=3), Interval(first=3)), ["intervals_overlap"]),
        ((Interval(), Interval(first=3)), ["intervals_overlap"]),
        ((Interval(first=5, last=3),), ["interval_backwards"]),
        ((Interval(first=2, last=6), Interval(first=4), Interval(first=5)), ["intervals_overlap"] * 3),
    ],
)
def test_conflicting_stays_of_one_person_are_reported(stays, codes):
    assert [problem.code for problem in interval_conflicts(stays)] == codes


def test_a_conflict_names_its_items():
    (problem,) = interval_conflicts((Interval(first=3), Interval(last=4)))
    assert problem.params == {"first": None, "last": 4, "other_first": 3, "other_last": None}
    assert not problem.is_warning


def test_a_deputy_beside_the_member_replaced_is_reported_and_has_no_vote():
    room = musterland_room()
    room["Ramers"] = replace(room["Ramers"], intervals=(Interval(first=4),))
    (problem,) = deputy_conflicts(room.values())
    assert (problem.code, problem.params) == ("deputy_beside_member", {"deputy": "Schemmer", "member": "Ramers"})
    assert [person.key for person in present_voters(room.values(), 3) if person.key in ("Ramers", "Schemmer")] == [
        "Schemmer"
    ]
    assert [person.key for person in present_voters(room.values(), 4) if person.key in ("Ramers", "Schemmer")] == [
        "Ramers"
    ]


def test_a_deputy_who_hands_over_to_the_member_is_no_conflict():
    room = musterland_room()
    room["Schemmer"] = replace(room["Schemmer"], intervals=(Interval(last=3),))
    room["Ramers"] = replace(room["Ramers"], intervals=(Interval(first=4),))
    assert deputy_conflicts(room.values()) == ()


def test_two_deputies_in_one_seat_are_reported():
    room = musterland_room()
    room["Graute"] = Attendee("Graute", has_vote=True, substitutes_for="Ramers", intervals=(Interval(first=7),))
    (problem,) = deputy_conflicts(room.values())
    assert problem.code == "two_deputies"
    assert problem.params == {"deputy": "Schemmer", "other": "Graute", "member": "Ramers"}


def test_a_deputy_of_somebody_not_on_the_list_votes():
    deputy = Attendee("Schemmer", has_vote=True, substitutes_for="Ramers")
    assert deputy_conflicts([deputy]) == ()
    assert present_voters([deputy], None) == (deputy,)


def test_advisory_members_and_absent_people_are_no_voters():
    names = {person.key for person in present_voters(musterland_room().values(), 3)}
    assert names == {"Kleinhaus", "Lütke", "Merten", "Dr. Wende", "Bednar", "Schemmer", "Kohl", "Neuhaus"}


def test_the_biased_do_not_vote_in_their_item():
    room = musterland_room().values()
    assert len(present_voters(room, 4)) == 8
    assert "Lütke" not in {person.key for person in eligible_voters(room, 4, {"Lütke"})}
    assert len(eligible_voters(room, 4, {"Lütke"})) == 7


def test_bias_of_somebody_absent_or_advisory_changes_no_number():
    room = musterland_room().values()
    assert quorum(room, 4, seats=9, recused={"Wiesmann", "Crone"}) == quorum(room, 4, seats=9)


@pytest.mark.parametrize(
    ("position", "recused", "entitled", "council", "experts"),
    [
        (None, (), 7, 5, 2),
        (2, (), 7, 5, 2),
        (3, (), 8, 6, 2),
        (4, ("Lütke",), 7, 5, 2),
        (5, (), 8, 6, 2),
        (6, (), 7, 5, 2),
    ],
)
def test_the_model_protocol_counts_its_room(position, recused, entitled, council, experts):
    counted = quorum(musterland_room().values(), position, seats=9, must_outnumber=True, recused=recused)
    assert (counted.entitled, counted.council_members, counted.expert_citizens) == (entitled, council, experts)
    assert counted.recused == len(recused)
    assert counted.is_reached


@pytest.mark.parametrize(
    ("kind", "seats", "present", "recused", "expected"),
    [
        (QuorumKind.MORE_THAN_HALF, 9, 5, 0, True),
        (QuorumKind.MORE_THAN_HALF, 9, 4, 0, False),
        (QuorumKind.MORE_THAN_HALF, 10, 5, 0, False),
        (QuorumKind.MORE_THAN_HALF, 10, 6, 0, True),
        (QuorumKind.MORE_THAN_HALF, 10, 6, 1, False),
        (QuorumKind.MORE_THAN_HALF, 55, 28, 0, True),
        (QuorumKind.MORE_THAN_HALF, 55, 27, 0, False),
        (QuorumKind.AT_LEAST_HALF, 10, 5, 0, True),
        (QuorumKind.AT_LEAST_HALF, 10, 5, 1, False),
        (QuorumKind.AT_LEAST_HALF, 9, 4, 0, False),
        (QuorumKind.AT_LEAST_HALF, 9, 5, 0, True),
        (QuorumKind.AT_LEAST_HALF, 0, 0, 0, False),
    ],
)
def test_q1_enough_of_the_statutory_members_are_entitled(kind, seats, present, recused, expected):
    assert Quorum(present=present, seats=seats, recused=recused, kind=kind).is_reached is expected


@pytest.mark.parametrize(
    ("council", "experts", "surplus"),
    [(5, 2, 0), (4, 4, 1), (3, 4, 2), (1, 0, 0), (0, 1, 2), (0, 0, 0)],
)
def test_q2_council_members_outnumber_expert_citizens(council, experts, surplus):
    counted = Quorum(
        present=6, seats=9, council_members=council, expert_citizens=experts, kind=QuorumKind.MORE_THAN_HALF
    )
    assert counted.is_reached
    strict = replace(counted, must_outnumber=True)
    assert strict.surplus_expert_citizens == surplus
    assert strict.is_reached is (surplus == 0)


def test_q3_the_quorum_is_lost_when_people_leave():
    room = musterland_room()
    for name in ("Kleinhaus", "Dr. Wende"):
        room[name] = replace(room[name], intervals=(Interval(last=5),))
    reached = {
        position: counted.is_reached
        for position, counted in quorum_by_position(
            room.values(), range(3, 8), seats=9, recused_at={7: ("Lütke",)}
        ).items()
    }
    assert reached == {3: True, 4: True, 5: True, 6: True, 7: False}


def test_q4_a_repeated_sitting_needs_no_number_but_somebody():
    assert Quorum(present=2, seats=9, repeated=True).is_reached
    assert not Quorum(present=2, seats=9).is_reached
    assert not Quorum(present=1, seats=9, recused=1, repeated=True).is_reached


def test_changing_one_arrival_changes_every_count_that_depends_on_it():
    room = musterland_room()
    before = quorum_by_position(room.values(), range(1, 9), seats=9)
    room["Merten"] = replace(room["Merten"], intervals=(Interval(first=5),))
    after = quorum_by_position(room.values(), range(1, 9), seats=9)
    changed = {position for position in before if before[position] != after[position]}
    assert changed == {3, 4}
    assert all(after[position].entitled == before[position].entitled - 1 for position in changed)


@given(seats=counts, present=counts, recused=counts)
def test_more_than_half_is_stricter_than_at_least_half(seats, present, recused):
    strict = Quorum(present=present, seats=seats, recused=recused)
    if strict.is_reached:
        assert replace(strict, kind=QuorumKind.AT_LEAST_HALF).is_reached


@given(present=counts, seats=counts, council=counts, experts=counts)
def test_suspending_the_surplus_of_expert_citizens_restores_the_majority(present, seats, council, experts):
    counted = Quorum(
        present=present, seats=seats, council_members=council, expert_citizens=experts, must_outnumber=True
    )
    remaining = experts - min(experts, counted.surplus_expert_citizens)
    assert remaining < council or remaining == 0


@given(stays=st.lists(intervals, max_size=3), position=maybe_positions)
def test_one_person_more_counts_at_most_once(stays, position):
    room = tuple(musterland_room().values())
    guest = Attendee("Neu", has_vote=True, intervals=tuple(stays))
    added = len(present_voters((*room, guest), position)) - len(present_voters(room, position))
    assert added == int(is_present(stays, position))
