"""The page of a session: what it tells, to whom, in how many queries."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import AgendaItem, Attendance, Presence, Session
from minutes.models import Contribution
from tests import cast
from tests.minutes.desk.pages import closed_vote, url
from votes.models import Ballot, Decision, Vote, Voter


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Alt", "Berg", "Clemens", "Deich", "Ems"))


def _text(browser, session) -> str:
    return " ".join(browser.get(url("session-detail", session.pk)).content.decode().split())


def test_it_numbers_the_agenda_in_both_parts(clerk, room):
    AgendaItem.objects.create(session=room.session, position=4, title="Grundstück", is_public=False)
    text = _text(clerk, room.session)
    assert text.index("Öffentlicher Teil") < text.index("Punkt 1") < text.index("Nichtöffentlicher Teil")
    assert text.index("Nichtöffentlicher Teil") < text.index("Grundstück")


def test_it_says_what_is_recorded_and_what_is_missing(clerk, room):
    first, second, third = room.items
    Contribution.objects.create(item=first, position=1, text="Text")
    Decision.objects.create(item=second, outcome="adopted")
    Vote.objects.create(item=third)
    lines = [line for part in clerk.get(url("session-detail", room.session.pk)).context["parts"] for line in part.lines]
    assert [line.missing for line in lines] == [
        [],
        ["Ergebnis ohne Abstimmung"],
        ["Ergebnis nicht festgestellt", "Beschluss fehlt"],
    ]
    assert lines[0].facts == ["1 Absatz"]
    assert lines[1].outcome


def test_nothing_is_missing_before_the_day(clerk, place):
    room = cast.session(place, date=datetime.date(2090, 1, 1), year=2090)
    assert "noch nichts protokolliert" not in _text(clerk, room.session)


def test_it_counts_the_quorum_at_the_opening(clerk, room):
    text = _text(clerk, room.session)
    assert "5 von 9 stimmberechtigten Mitgliedern" in text
    assert "Bei der Eröffnung beschlussfähig" in text
    Presence.objects.filter(attendance=room["Alt"]).delete()
    assert "Bei der Eröffnung nicht beschlussfähig" in _text(clerk, room.session)


def test_it_names_who_is_missing_and_who_replaces_whom(clerk, place, room):
    room["Alt"].presences.all().delete()
    Attendance.objects.filter(pk=room["Alt"].pk).update(absence="excused")
    cast.attend(room, cast.member(place, "Stell", function="deputy"), substitutes_for=room["Alt"])
    text = _text(clerk, room.session)
    assert "Ktabg. Alt" in text
    assert "vertreten durch Ktabg. Stell" in text


def test_it_leads_to_everything_that_can_be_changed(clerk, room):
    text = _text(clerk, room.session)
    for name in ("session-edit", "agenda", "attendance-list", "session-delete"):
        assert url(name, room.session.pk) in text
    assert f"{url('session-create')}?from={room.session.pk}" in text


def test_the_chair_reads_and_changes_nothing(place, room):
    chair = cast.member(place, "Vorsitz", function="chair")
    browser = Client()
    browser.force_login(cast.user("chair", person=chair.person))
    text = _text(browser, room.session)
    assert "Punkt 1" in text
    for name in ("session-edit", "agenda", "attendance-list", "session-delete"):
        assert url(name, room.session.pk) not in text
        assert browser.get(url(name, room.session.pk)).status_code == 404


def test_a_chair_who_did_not_chair_on_that_day_sees_nothing(place, room):
    chair = cast.member(place, "Vorsitz", function="chair", end=cast.DAY - datetime.timedelta(days=1))
    browser = Client()
    browser.force_login(cast.user("chair", person=chair.person))
    assert browser.get(url("session-detail", room.session.pk)).status_code == 404


def test_for_others_it_does_not_exist(outsiders, room):
    for browser in outsiders:
        assert browser.get(url("session-detail", room.session.pk)).status_code == 404
    assert Client().get(url("session-detail", room.session.pk)).status_code == 302


@pytest.mark.parametrize(("items", "votes"), [(5, 3), (50, 30)])
def test_number_of_queries_for_short_and_long_sessions(clerk, place, items, votes, django_assert_num_queries):
    place.committee.seats = 40
    place.committee.save()
    room = cast.session(place, items=items, members=tuple(f"Mitglied {number}" for number in range(40)))
    for number, item in enumerate(room.items):
        Contribution.objects.create(item=item, position=1, text="Text")
        Decision.objects.create(item=item)
        if number < votes:
            vote = Vote.objects.create(item=item, form="roll_call")
            voters = Voter.objects.bulk_create(Voter(vote=vote, attendance=person) for person in room.people.values())
            Ballot.objects.bulk_create(Ballot(voter=voter, choice="yes") for voter in voters)
    with django_assert_num_queries(15):
        response = clerk.get(url("session-detail", room.session.pk))
    assert response.status_code == 200


def test_a_closed_vote_needs_its_resolution(clerk, room):
    closed_vote(room.items[0])
    assert "Beschluss fehlt" in _text(clerk, Session.objects.get(pk=room.session.pk))


def test_a_session_to_come_is_neither_published_nor_judged(clerk, place):
    day = timezone.localdate() + datetime.timedelta(days=1)
    text = _text(clerk, cast.session(place, date=day).session)
    assert "Veröffentlichen" not in text
    assert "beschlussfähig" not in text
