"""All members at once: everybody present, mark the exceptions."""

import datetime

import pytest
from django.utils import timezone

from committees.models import Attendance, Faction, Person, Presence
from tests import cast
from tests.minutes.desk.pages import closed_vote, texts, url


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Alt", "Berg", "Clemens"))


def _mark(browser, room, *, was="present", **marks):
    data = {}
    for name, mark in marks.items():
        data |= {f"mark-{room[name].pk}": mark, f"was-{room[name].pk}": was}
    return browser.post(url("attendance-list", room.session.pk), data, follow=True)


def _state(attendance):
    stored = Attendance.objects.get(pk=attendance.pk)
    return stored.absence or ("present" if stored.presences.exists() else "")


def test_members_stand_under_their_factions(clerk, place, room):
    other = Faction.objects.create(term=place.term, name="XYZ-Fraktion", short_name="XYZ", position=2)
    cast.attend(room, cast.member(place, "Zander", faction=other))
    cast.attend(room, cast.member(place, "Ohne", faction=None))
    page = clerk.get(url("attendance-list", room.session.pk)).content.decode()
    places = [
        page.index(text) for text in ("ABC-Kreistagsfraktion", "Alt, Kim", "XYZ-Fraktion", "Zander", "Ohne Fraktion")
    ]
    assert places == sorted(places)


def test_marks_are_saved_together(clerk, room):
    _mark(clerk, room, Alt="excused", Berg="unexcused", Clemens="present")
    assert [_state(room[name]) for name in ("Alt", "Berg", "Clemens")] == ["excused", "unexcused", "present"]


def test_an_absence_is_taken_back(clerk, room):
    _mark(clerk, room, Alt="excused")
    _mark(clerk, room, Alt="present", was="excused")
    assert _state(room["Alt"]) == "present"
    assert Presence.objects.filter(attendance=room["Alt"], first_item=None).count() == 1


def test_an_unchanged_mark_leaves_times_alone(clerk, room):
    Presence.objects.filter(attendance=room["Alt"]).update(first_item=room.items[1])
    _mark(clerk, room, Alt="present", Berg="excused")
    assert Presence.objects.get(attendance=room["Alt"]).first_item == room.items[1]


def test_whoever_is_absent_loses_the_duty(clerk, room):
    Attendance.objects.filter(pk=room["Alt"].pk).update(duty="chair")
    response = _mark(clerk, room, Alt="excused")
    assert "Ktabg. Alt ist abwesend und hat deshalb keine Aufgabe mehr." in texts(response.context["messages"])
    assert Attendance.objects.get(pk=room["Alt"].pk).duty == ""


def test_a_member_comes_not_back_beside_the_deputy(clerk, place, room):
    _mark(clerk, room, Alt="excused")
    cast.attend(room, cast.member(place, "Stell", function="deputy"), substitutes_for=room["Alt"])
    response = _mark(clerk, room, Alt="present", was="excused")
    assert response.status_code == 422
    assert "Ktabg. Stell vertritt Ktabg. Alt" in response.content.decode()
    assert _state(room["Alt"]) == "excused"


def test_member_and_deputy_change_places_in_one_step(clerk, place, room):
    _mark(clerk, room, Alt="excused")
    cast.attend(room, cast.member(place, "Stell", function="deputy"), substitutes_for=room["Alt"])
    data = {
        f"mark-{room['Alt'].pk}": "present", f"was-{room['Alt'].pk}": "excused",
        f"mark-{room['Stell'].pk}": "excused", f"was-{room['Stell'].pk}": "present",
    }  # fmt: skip
    assert clerk.post(url("attendance-list", room.session.pk), data).status_code == 302
    assert (_state(room["Alt"]), _state(room["Stell"])) == ("present", "excused")


def test_whoever_voted_was_there(clerk, room):
    closed_vote(room.items[1])
    response = _mark(clerk, room, Alt="excused", Berg="present")
    assert response.status_code == 422
    assert "Ktabg. Alt hat zu TOP 2 abgestimmt." in response.content.decode()
    assert _state(room["Alt"]) == "present"


def test_whoever_was_absent_at_a_vote_does_not_turn_up_afterwards(clerk, room):
    _mark(clerk, room, Alt="excused")
    closed_vote(room.items[1])
    response = _mark(clerk, room, Alt="present", was="excused")
    assert "Ktabg. Alt war bei TOP 2 nicht unter den Stimmberechtigten." in response.content.decode()


def test_a_secret_vote_counts_its_voters(clerk, room):
    closed_vote(room.items[1], form="secret", only_unanimous=False, yes=2, no=1, abstain=0)
    assert _mark(clerk, room, Alt="excused").status_code == 422


def test_an_open_vote_hinders_nothing(clerk, room):
    vote = closed_vote(room.items[1])
    type(vote).objects.filter(pk=vote.pk).update(closed_at=None)
    _mark(clerk, room, Alt="excused")
    assert _state(room["Alt"]) == "excused"


def test_two_clerks_do_not_overwrite_each_other(clerk, room):
    _mark(clerk, room, Alt="excused")
    response = _mark(clerk, room, Alt="unexcused", was="present")
    assert response.status_code == 409
    assert "Jemand anderes hat inzwischen „entschuldigt“ vermerkt." in response.content.decode()
    assert _state(room["Alt"]) == "excused"


def test_marks_of_others_that_i_did_not_touch_stay(clerk, room):
    _mark(clerk, room, Alt="excused")
    _mark(clerk, room, Alt="present", Berg="excused", was="present")
    assert [_state(room[name]) for name in ("Alt", "Berg")] == ["excused", "excused"]


def test_an_unknown_mark_is_refused(clerk, room):
    assert _mark(clerk, room, Alt="somewhere").status_code == 422
    assert _state(room["Alt"]) == "present"


def test_a_session_without_members_says_so(clerk, place):
    session = cast.session(place).session
    page = clerk.get(url("attendance-list", session.pk)).content.decode()
    assert url("attendance-add-member", session.pk) in page


def test_members_who_got_their_seats_later_join_all_at_once(clerk, place):
    session = cast.session(place).session
    for name in ("Alt", "Berg"):
        cast.member(place, name)
    cast.member(place, "Stell", function="deputy")
    address = url("attendance-invite", session.pk)
    assert address in clerk.get(url("attendance-list", session.pk)).content.decode()
    for _twice in range(2):
        assert clerk.post(address).status_code == 302
    assert [str(person) for person in session.attendances.all()] == ["Ktabg. Alt", "Ktabg. Berg"]
    assert Presence.objects.filter(attendance__session=session).count() == 2


def test_members_do_not_join_a_vote_that_is_closed(clerk, place):
    room = cast.session(place, items=1)
    guest = Person.objects.create(last_name="Gast")
    Attendance.objects.create(session=room.session, person=guest, capacity="guest")
    closed_vote(room.items[0])
    cast.member(place, "Alt")
    response = clerk.post(url("attendance-invite", room.session.pk), follow=True)
    assert texts(response.context["messages"]) == [
        "Es wurde ohne die Mitglieder abgestimmt. Öffnen Sie diese Abstimmung zuerst wieder."
    ]
    assert not room.session.attendances.filter(capacity="member").exists()


@pytest.mark.parametrize(("days", "is_said"), [(0, True), (1, False)])
def test_the_quorum_of_a_session_to_come_is_not_judged(clerk, room, days, is_said):
    room.session.date = timezone.localdate() + datetime.timedelta(days=days)
    room.session.save(update_fields=["date"])
    page = clerk.get(url("attendance-list", room.session.pk)).content.decode()
    assert ("Bei der Eröffnung" in page) is is_said


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries(clerk, place, count, django_assert_num_queries):
    room = cast.session(place, members=("Alt", "Berg", "Clemens")[:count])
    with django_assert_num_queries(8):
        clerk.get(url("attendance-list", room.session.pk))


def test_for_others_it_does_not_exist(outsiders, room):
    for browser in outsiders:
        assert browser.get(url("attendance-list", room.session.pk)).status_code == 404
        assert _mark(browser, room, Alt="excused").status_code == 404
    assert _state(room["Alt"]) == "present"
