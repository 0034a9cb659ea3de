"""What minutes lack before they can be signed, as sentences with addresses."""

import datetime

import pytest
from django.utils import timezone

from committees.models import AgendaItem, Attendance, RuleProfile, Session
from minutes import workflow
from minutes.models import Contribution
from tests import cast, ready
from votes import closing
from votes.models import Decision, Option, Vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return cast.county()


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def room(place):
    return ready.room(place)


def codes(room) -> list[str]:
    return [gap.check for gap in workflow.missing(room.session)]


def change(room, **values):
    Session.objects.filter(pk=room.session.pk).update(**values)


def test_nothing_is_missing_from_a_session_that_is_recorded_in_full(room):
    assert workflow.missing(room.session) == []


@pytest.mark.parametrize(
    ("field", "check"),
    [
        ("closed_at", "end"),
        ("place", "place"),
        ("invited_properly", "summons"),
        ("public_part_ended_at", "public_end"),
    ],
)
def test_each_fact_of_the_head_is_wanted(room, field, check):
    change(room, **{field: "" if field == "place" else None})
    assert codes(room) == [check]


def test_without_a_beginning_there_is_no_end(room):
    change(room, opened_at=None, public_part_ended_at=None, closed_at=None)
    assert codes(room) == ["begin", "end", "public_end"]


def test_a_session_to_come_is_not_signed_whatever_the_reason(room, clerk):
    change(room, date=timezone.localdate() + datetime.timedelta(days=1))
    [gap] = [gap for gap in workflow.missing(room.session) if gap.check == "future"]
    assert not gap.may_stay


@pytest.mark.parametrize(("name", "check"), [("Kohl", "chair"), ("Sander", "signer_minute_taker")])
def test_chair_and_minute_taker_are_named(room, name, check):
    Attendance.objects.filter(pk=room[name].pk).update(duty="")
    [gap] = workflow.missing(room.session)
    assert (gap.check, gap.may_stay) == (check, False)


def test_who_else_signs_by_the_profile_is_named(room, place):
    RuleProfile.objects.update(signatories=["chair", "minute_taker", "co_signer"])
    assert codes(room) == ["signer_co_signer"]
    member = cast.attend(room, cast.member(place, "Neu"), duty="co_signer")
    assert member.duty == "co_signer"
    assert codes(room) == []


def test_members_of_whom_nothing_is_recorded_are_named(room, place):
    cast.member(place, "Vergessen")
    cast.attend(room, cast.member(place, "Ungesagt"), present=False)
    cast.attend(room, cast.member(place, "Krank"), present=False, absence="excused")
    [gap] = workflow.missing(room.session)
    assert gap.check == "attendance"
    assert "Ungesagt, Kim; Vergessen, Kim" in gap.sentence


def test_deputies_who_were_not_called_are_not_wanted(room, place):
    cast.member(place, "Ersatz", function="deputy")
    assert codes(room) == []


def test_a_session_without_quorum_says_so(room):
    change(room, seats=9)
    assert codes(room) == ["quorum"]


def test_the_profile_may_do_without_a_check(room):
    change(room, seats=9)
    RuleProfile.objects.update(unchecked=["quorum"])
    assert codes(room) == []


def test_an_empty_agenda_is_no_session(place):
    room = cast.session(place, items=0)
    assert "agenda" in codes(room)


def test_an_item_without_anything_recorded_is_named_with_its_page(room):
    Contribution.objects.filter(item=room.items[0]).delete()
    [gap] = workflow.missing(room.session)
    assert gap.sentence == "TOP 1 Punkt 1: Es ist nichts festgehalten."
    assert gap.address == f"/sessions/{room.session.pk}/items/{room.items[0].pk}/"


def test_a_heading_needs_nothing_of_its_own(room):
    Contribution.objects.filter(item=room.items[0]).delete()
    child = AgendaItem.objects.create(
        session=room.session, position=9, title="Unterpunkt", is_public=True, parent=room.items[0]
    )
    Contribution.objects.create(item=child, position=1, kind="note", text="Text.")
    assert codes(room) == []


def test_an_unclear_speaker_is_named(room):
    Contribution.objects.create(item=room.items[0], position=2, text="⟨Ktabg. Niemand⟩ fragt.")
    assert codes(room) == ["speaker"]


def test_what_is_decided_was_voted_on_and_has_its_wording(room):
    Decision.objects.create(item=room.items[0], outcome="adopted")
    assert codes(room) == ["vote", "wording"]


def test_what_is_rejected_has_no_resolution(room):
    Decision.objects.create(item=room.items[0], outcome="rejected")
    assert codes(room) == ["vote"]


def test_what_was_voted_on_has_its_outcome(room):
    closing.close(Vote.objects.create(item=room.items[0], yes=1, no=0, abstain=0))
    assert codes(room) == ["outcome"]


def test_a_vote_without_result_is_never_signed(room):
    Vote.objects.create(item=room.items[0], yes=1, no=0, abstain=0)
    assert [(gap.check, gap.may_stay) for gap in workflow.missing(room.session)] == [
        ("outcome", True),
        ("open_vote", False),
    ]


def test_an_election_says_how_many_votes_each_got(room):
    Decision.objects.create(item=room.items[0], outcome="elected", resolution="Gewählt.")
    vote = Vote.objects.create(item=room.items[0], form="secret", majority="election")
    Option.objects.create(vote=vote, label="Kohl")
    assert "election" in codes(room)


def test_a_remark_waits_to_be_settled(room, clerk):
    remark = workflow.remark(room.session, by=clerk, text="Bitte kürzen.")
    assert codes(room) == ["remarks"]
    workflow.settle(remark, by=clerk)
    assert codes(room) == []


@pytest.mark.parametrize("items", [3, 30])
def test_it_takes_the_same_queries_for_any_length(place, django_assert_num_queries, items):
    room = ready.room(place, items=items)
    with django_assert_num_queries(14):
        workflow.missing(room.session)
