"""The head of a session: times in order, interruptions inside, nobody's text overwritten."""

import datetime

import pytest
from django.utils import timezone

from committees.models import AgendaItem, Interruption, Session
from tests import cast
from tests.minutes.desk.pages import breaks, head, save_attendance, url


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Alt", "Berg"), scheduled_start=datetime.time(16, 30))


def _save(browser, meeting, **entries):
    return browser.post(url("session-edit", meeting.session.pk), head(meeting.session, **entries))


def _clock(moment):
    return timezone.localtime(moment).strftime("%d.%m. %H:%M")


def test_times_of_day_become_moments_of_the_day(clerk, room):
    response = _save(clerk, room, begin="16:31", public_end="18:02", end="18:10")
    assert response.url == url("session-detail", room.session.pk)
    session = Session.objects.get()
    assert [_clock(moment) for moment in (session.opened_at, session.public_part_ended_at, session.closed_at)] == [
        "11.03. 16:31",
        "11.03. 18:02",
        "11.03. 18:10",
    ]


def test_after_midnight_is_the_next_day(clerk, room):
    _save(clerk, room, begin="20:00", end="00:45")
    assert _clock(Session.objects.get().closed_at) == "12.03. 00:45"


def test_the_form_shows_what_is_stored(clerk, room):
    _save(clerk, room, begin="16:31", end="18:10", room="Saal", invited_properly="true", opening_unopposed="on")
    page = clerk.get(url("session-edit", room.session.pk)).content.decode()
    for text in ('value="16:31"', 'value="18:10"', 'value="Saal"', 'value="2026-03-11"'):
        assert text in page
    session = Session.objects.get()
    assert (session.invited_properly, session.opening_unopposed) == (True, True)


def test_interruptions_are_kept_and_removed(clerk, room):
    times = {"begin": "16:30", "end": "18:10"}
    _save(clerk, room, **times, **breaks(("17:20", "17:30"), ("", "")))
    assert str(Interruption.objects.get()) == "17:20 – 17:30"
    _save(clerk, room, **times, **breaks(("", "")))
    assert not Interruption.objects.exists()


@pytest.mark.parametrize(
    ("entries", "field", "sentence"),
    [
        ({"begin": "16:30", "end": "15:00"}, "end", "Die Sitzung hat erst um 16:30 Uhr begonnen."),
        ({"end": "18:00"}, "begin", "Geben Sie an, wann die Sitzung begonnen hat."),
        ({"begin": "16:30", "public_end": "16:00"}, "public_end", "Die Sitzung hat erst um 16:30 Uhr begonnen."),
        ({"begin": "16:30", "public_end": "18:30", "end": "18:00"}, "public_end", "war schon um 18:00 Uhr zu Ende"),
        ({"begin": "viertel"}, "begin", ""),
        ({"seats": "0"}, "seats", ""),
        ({"date": ""}, "date", ""),
    ],
)
def test_times_out_of_order_are_refused_and_stay_typed(clerk, room, entries, field, sentence):
    response = _save(clerk, room, place="Kreishaus", **entries)
    assert response.status_code == 422
    assert sentence in " ".join(response.context["form"].errors[field])
    assert "Kreishaus" in response.content.decode()
    assert Session.objects.get().place == ""


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("16:00", "16:40")], "Die Unterbrechung beginnt vor der Sitzung."),
        ([("17:30", "17:20")], "muss nach ihrem Beginn enden"),
        ([("17:50", "18:20")], "Die Unterbrechung endet nach der Sitzung."),
        ([("17:00", "17:30"), ("17:20", "17:40")], "überschneidet sich mit der Unterbrechung davor"),
        ([("17:00", "")], "hat einen Beginn und ein Ende"),
    ],
)
def test_interruptions_outside_or_overlapping_are_refused(clerk, room, rows, sentence):
    response = _save(clerk, room, begin="16:30", end="18:10", **breaks(*rows))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Interruption.objects.exists()


def test_the_session_cannot_begin_after_somebody_arrived(clerk, room):
    _save(clerk, room, begin="16:30")
    save_attendance(clerk, room["Alt"], {"first_item": room.items[1].pk, "arrived_at": "16:52"})
    response = _save(clerk, room, begin="17:00")
    assert response.status_code == 422
    assert "Ktabg. Alt ist um 16:52 Uhr gekommen oder gegangen." in response.content.decode()


def test_the_session_cannot_end_before_somebody_left(clerk, room):
    _save(clerk, room, begin="16:30")
    save_attendance(clerk, room["Alt"], {"last_item": room.items[1].pk, "left_at": "17:55"})
    response = _save(clerk, room, begin="16:30", end="17:30")
    assert "Ktabg. Alt ist um 17:55 Uhr gekommen oder gegangen." in " ".join(response.context["form"].errors["end"])


def test_a_day_with_recorded_times_does_not_move(clerk, room):
    AgendaItem.objects.filter(pk=room.items[0].pk).update(started_at=room.session.moment(datetime.time(17)))
    response = _save(clerk, room, date="2026-03-12")
    assert "date" in response.context["form"].errors


def test_begin_and_end_move_with_the_day(clerk, room):
    _save(clerk, room, begin="16:30", end="18:00")
    _save(clerk, room, date="2026-03-12", begin="16:30", end="18:00")
    session = Session.objects.get()
    assert (_clock(session.opened_at), session.year) == ("12.03. 16:30", 2026)


def test_a_number_in_use_is_refused(clerk, place, room):
    cast.session(place, number=2)
    response = _save(clerk, room, number=2)
    assert "die nächste freie ist 3" in " ".join(response.context["form"].errors["number"])


def test_a_conflict_shows_both_texts_and_saving_again_wins(clerk, room):
    read = head(room.session, room="Mein Saal")
    _save(clerk, room, room="Anderer Saal")
    response = clerk.post(url("session-edit", room.session.pk), read)
    text = response.content.decode()
    assert response.status_code == 409
    assert "Mein Saal" in text
    assert "Anderer Saal" in text
    assert Session.objects.get().room == "Anderer Saal"
    again = read | {"version": response.context["form"]["version"].value()}
    clerk.post(url("session-edit", room.session.pk), again)
    assert Session.objects.get().room == "Mein Saal"


def test_changed_interruptions_conflict_as_well(clerk, room):
    read = head(room.session, begin="16:30") | breaks(("17:00", "17:10"))
    _save(clerk, room, begin="16:30", room="Anderer Saal")
    assert clerk.post(url("session-edit", room.session.pk), read).status_code == 409
    assert not Interruption.objects.exists()


@pytest.mark.parametrize("missing", ["version", "breaks-TOTAL_FORMS"])
def test_a_form_that_is_not_ours_is_refused(clerk, room, missing):
    data = head(room.session)
    del data[missing]
    assert clerk.post(url("session-edit", room.session.pk), data).status_code == 422


def test_for_others_it_does_not_exist(outsiders, room):
    for browser in outsiders:
        assert browser.get(url("session-edit", room.session.pk)).status_code == 404
        assert _save(browser, room, room="X").status_code == 404
