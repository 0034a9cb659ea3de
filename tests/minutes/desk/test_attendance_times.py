"""One person's times: arrives at an item or at a time, leaves, comes back; what contradicts itself is refused."""

import datetime

import pytest
from django.utils import timezone

from committees.models import AgendaItem, Attendance, Presence, Session
from tests import cast
from tests.minutes.desk.pages import closed_vote, save_attendance, url


@pytest.fixture
def room(place) -> cast.Room:
    room = cast.session(place, items=5, members=("Alt", "Berg"), scheduled_start=datetime.time(16, 30))
    session = room.session
    session.opened_at, session.closed_at = session.moment(datetime.time(16, 30)), session.moment(datetime.time(18, 10))
    session.save()
    return room


def _call(room, number, hour, minute):
    moment = room.session.moment(datetime.time(hour, minute))
    AgendaItem.objects.filter(pk=room.items[number - 1].pk).update(started_at=moment)


def _stays(attendance):
    return [
        (stay.first_item and stay.first_item.position, stay.last_item and stay.last_item.position)
        for stay in Presence.objects.filter(attendance=attendance).select_related("first_item", "last_item")
    ]


def _from(room, number, **entries):
    return {"first_item": room.items[number - 1].pk, **entries}


def _until(room, number, **entries):
    return {"last_item": room.items[number - 1].pk, **entries}


def test_somebody_arrives_at_an_item_with_or_without_time(clerk, room):
    save_attendance(clerk, room["Alt"], _from(room, 3, arrived_at="16:52"))
    assert _stays(room["Alt"]) == [(3, None)]
    assert "ab TOP 3 (16:52 Uhr)" in clerk.get(url("attendance-list", room.session.pk)).content.decode()


def test_a_time_of_arrival_alone_finds_the_next_item_called(clerk, room):
    _call(room, 2, 16, 45)
    _call(room, 3, 16, 55)
    save_attendance(clerk, room["Alt"], {"arrived_at": "16:52"})
    assert _stays(room["Alt"]) == [(3, None)]


def test_without_times_of_the_items_the_item_has_to_be_named(clerk, room):
    response = save_attendance(clerk, room["Alt"], {"arrived_at": "16:52"})
    assert response.status_code == 422
    assert "Nennen Sie den" in response.content.decode()
    assert 'value="16:52"' in response.content.decode()
    assert _stays(room["Alt"]) == [(None, None)]


def test_whoever_leaves_names_the_last_item(clerk, room):
    assert save_attendance(clerk, room["Alt"], {"left_at": "17:55"}).status_code == 422
    save_attendance(clerk, room["Alt"], _until(room, 4, left_at="17:55"))
    assert _stays(room["Alt"]) == [(None, 4)]


def test_somebody_leaves_and_comes_back(clerk, room):
    save_attendance(clerk, room["Alt"], _until(room, 2), _from(room, 4))
    assert _stays(room["Alt"]) == [(None, 2), (4, None)]


def test_all_empty_is_the_whole_session(clerk, room):
    save_attendance(clerk, room["Alt"], _from(room, 3))
    save_attendance(clerk, room["Alt"], {})
    assert _stays(room["Alt"]) == [(None, None)]


def test_the_form_shows_what_is_stored(clerk, room):
    save_attendance(clerk, room["Alt"], _from(room, 3, arrived_at="16:52"))
    formset = clerk.get(url("attendance-edit", room["Alt"].pk)).context["stays"]
    assert formset[0]["first_item"].value() == room.items[2].pk
    assert 'value="16:52"' in str(formset[0]["arrived_at"])
    assert len(formset) == 2


def test_role_detail_and_duty_are_kept(clerk, room):
    save_attendance(clerk, room["Alt"], role="Ausschussvors.", detail="ABC", duty="chair")
    stored = Attendance.objects.get(pk=room["Alt"].pk)
    assert (stored.role, stored.detail, stored.duty) == ("Ausschussvors.", "ABC", "chair")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([{"first": 4, "last": 2}], "Der letzte Punkt liegt vor dem ersten."),
        ([{"last": 3}, {"first": 2}], "Das überschneidet sich mit der Anwesenheit davor."),
        ([{"last": 3}, {"first": 3}], "Das überschneidet sich mit der Anwesenheit davor."),
        ([{"first": 2, "arrived_at": "16:00"}], "Die Sitzung beginnt erst um 16:30 Uhr."),
        ([{"last": 4, "left_at": "18:20"}], "Die Sitzung war schon um 18:10 Uhr zu Ende."),
        (
            [{"first": 2, "arrived_at": "17:00", "last": 3, "left_at": "16:50"}],
            "Geht um 16:50 Uhr, kommt aber erst um 17:00 Uhr.",
        ),
        (
            [{"last": 2, "left_at": "17:30"}, {"first": 4, "arrived_at": "17:10"}],
            "Kommt um 17:10 Uhr wieder, geht aber erst um 17:30 Uhr.",
        ),
    ],
)
def test_stretches_that_contradict_themselves_are_refused_and_stay_typed(clerk, room, rows, sentence):
    typed = []
    for row in rows:
        items = {"first_item": "first", "last_item": "last"}
        typed.append({name: room.items[row.pop(key) - 1].pk for name, key in items.items() if key in row} | row)
    response = save_attendance(clerk, room["Alt"], *typed, detail="bleibt stehen")
    text = response.content.decode()
    assert response.status_code == 422
    assert sentence in text
    assert "bleibt stehen" in text
    assert _stays(room["Alt"]) == [(None, None)]


def test_nobody_arrives_for_an_item_that_was_called_before(clerk, room):
    _call(room, 4, 17, 0)
    response = save_attendance(clerk, room["Alt"], _from(room, 3, arrived_at="17:10"))
    assert "TOP 4 wurde schon um 17:00 Uhr aufgerufen." in response.content.decode()


def test_nobody_stays_for_an_item_that_was_called_later(clerk, room):
    _call(room, 4, 17, 0)
    response = save_attendance(clerk, room["Alt"], _until(room, 4, left_at="16:50"))
    assert "TOP 4 wurde erst um 17:00 Uhr aufgerufen." in response.content.decode()


def test_whoever_voted_was_there(clerk, room):
    closed_vote(room.items[3])
    response = save_attendance(clerk, room["Alt"], _until(room, 3))
    assert response.status_code == 422
    assert "Ktabg. Alt hat zu TOP 4 abgestimmt." in response.content.decode()
    assert _stays(room["Alt"]) == [(None, None)]


def test_what_closed_votes_do_not_touch_may_change(clerk, room):
    closed_vote(room.items[1])
    save_attendance(clerk, room["Alt"], _until(room, 3))
    assert _stays(room["Alt"]) == [(None, 3)]


def test_a_member_does_not_sit_beside_the_deputy(clerk, place, room):
    save_attendance(clerk, room["Alt"], _from(room, 4))
    deputy = cast.attend(
        room, cast.member(place, "Stell", function="deputy"), present=False, substitutes_for=room["Alt"]
    )
    Presence.objects.create(attendance=deputy, last_item=room.items[2])
    response = save_attendance(clerk, room["Alt"], _from(room, 3))
    assert response.status_code == 422
    assert "Ktabg. Stell vertritt Ktabg. Alt" in response.content.decode()
    response = save_attendance(clerk, deputy, _until(room, 4))
    assert "Ktabg. Stell vertritt Ktabg. Alt" in response.content.decode()


def test_absent_people_have_no_times_and_no_duty(clerk, room):
    with_times = save_attendance(clerk, room["Alt"], _from(room, 3), state="excused")
    assert "state" in with_times.context["form"].errors
    with_duty = save_attendance(clerk, room["Alt"], state="excused", duty="chair")
    assert "duty" in with_duty.context["form"].errors
    save_attendance(clerk, room["Alt"], state="excused")
    assert Attendance.objects.get(pk=room["Alt"].pk).absence == "excused"
    assert _stays(room["Alt"]) == []


def test_two_people_do_not_share_a_duty(clerk, room):
    save_attendance(clerk, room["Alt"], duty="chair")
    response = save_attendance(clerk, room["Berg"], duty="chair")
    assert "Ktabg. Alt hat diese Aufgabe schon." in response.content.decode()


def test_a_conflict_changes_nothing(clerk, room):
    save_attendance(clerk, room["Alt"], detail="Anderes")
    response = save_attendance(clerk, room["Alt"], _from(room, 3), version=1, detail="Meins")
    text = response.content.decode()
    assert response.status_code == 409
    assert "Meins" in text
    assert "Anderes" in text
    assert _stays(room["Alt"]) == [(None, None)]


def test_an_item_of_another_session_is_refused(clerk, place, room):
    other = cast.session(place, number=2)
    assert save_attendance(clerk, room["Alt"], {"first_item": other.items[0].pk}).status_code == 422


def test_after_midnight_is_later(clerk, room):
    Session.objects.update(closed_at=None)
    save_attendance(clerk, room["Alt"], _until(room, 4, left_at="00:15"))
    left_at = timezone.localtime(Presence.objects.get(attendance=room["Alt"]).left_at)
    assert left_at.date() == room.session.date + datetime.timedelta(days=1)


def test_for_others_it_does_not_exist(outsiders, room):
    for browser in outsiders:
        assert browser.get(url("attendance-edit", room["Alt"].pk)).status_code == 404
        assert save_attendance(browser, room["Alt"], _from(room, 3)).status_code == 404
    assert _stays(room["Alt"]) == [(None, None)]
