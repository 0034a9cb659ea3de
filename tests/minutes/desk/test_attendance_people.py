"""Deputies, staff, guests and press on the list, and people taken off it."""

import datetime

import pytest

from committees.models import Attendance, Person, Presence, Recusal
from minutes.models import Contribution, Speaker
from tests import cast
from tests.minutes.desk.pages import closed_vote, save_attendance, stays, url
from votes.models import Voter

KEY = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, items=5, members=("Alt", "Berg"), scheduled_start=datetime.time(16, 30))


def _substitute(browser, room, seat, *rows, member="Alt"):
    data = {"membership": seat.pk} | stays(*rows)
    return browser.post(url("attendance-substitute", room[member].pk), data)


def _add(browser, room, **entries):
    return browser.post(url("attendance-add", room.session.pk), {"capacity": "staff", **entries})


def test_a_deputy_takes_the_seat_and_the_member_is_excused(clerk, place, room):
    seat = cast.member(place, "Stell", function="deputy")
    _substitute(clerk, room, seat)
    deputy = Attendance.objects.get(person=seat.person)
    assert (deputy.substitutes_for, deputy.role, deputy.has_vote) == (room["Alt"], "Ktabg.", True)
    assert deputy.presences.get().first_item is None
    assert Attendance.objects.get(pk=room["Alt"].pk).absence == "excused"
    assert not room["Alt"].presences.exists()


def test_personal_deputies_come_first_then_those_of_the_faction_by_rank(clerk, place, room):
    cast.member(place, "Fern", function="deputy", faction=None, deputy_rank=1)
    cast.member(place, "Zweite", function="deputy", deputy_rank=2)
    cast.member(place, "Erste", function="deputy", deputy_rank=1)
    cast.member(place, "Eigene", function="deputy", deputises_for=room["Alt"].membership)
    choices = clerk.get(url("attendance-substitute", room["Alt"].pk)).context["form"].fields["membership"].choices
    groups = {str(label): [text for _key, text in rows] for label, rows in list(choices)[1:]}
    assert groups == {
        "Persönliche Vertretung": ["Eigene, Kim (ABC)"],
        "Vertretungen": ["Erste, Kim (ABC)", "Zweite, Kim (ABC)", "Fern, Kim"],
    }


def test_an_unexcused_member_stays_unexcused(clerk, place, room):
    save_attendance(clerk, room["Alt"], state="unexcused")
    _substitute(clerk, room, cast.member(place, "Stell", function="deputy"))
    assert Attendance.objects.get(pk=room["Alt"].pk).absence == "unexcused"


def test_a_deputy_sits_there_until_the_member_comes(clerk, place, room):
    save_attendance(clerk, room["Alt"], {"first_item": room.items[2].pk})
    seat = cast.member(place, "Stell", function="deputy")
    refused = _substitute(clerk, room, seat)
    assert refused.status_code == 422
    assert "Ktabg. Stell vertritt Ktabg. Alt, aber beide" in refused.content.decode()
    _substitute(clerk, room, seat, {"last_item": room.items[1].pk})
    assert Presence.objects.get(attendance__person=seat.person).last_item == room.items[1]
    assert Attendance.objects.get(pk=room["Alt"].pk).absence == ""


def test_two_deputies_do_not_sit_in_one_seat(clerk, place, room):
    _substitute(clerk, room, cast.member(place, "Stell", function="deputy"), {"last_item": room.items[1].pk})
    second = cast.member(place, "Zweit", function="deputy")
    refused = _substitute(clerk, room, second, {"first_item": room.items[1].pk})
    assert "würden Ktabg. Alt gleichzeitig vertreten" in refused.content.decode()
    assert _substitute(clerk, room, second, {"first_item": room.items[2].pk}).status_code == 302


def test_a_deputy_does_not_turn_up_at_a_vote_that_is_closed(clerk, place, room):
    save_attendance(clerk, room["Alt"], state="excused")
    closed_vote(room.items[1])
    seat = cast.member(place, "Stell", function="deputy")
    assert _substitute(clerk, room, seat).status_code == 422
    assert _substitute(clerk, room, seat, {"first_item": room.items[2].pk}).status_code == 302


def test_a_member_who_voted_is_not_replaced(clerk, place, room):
    closed_vote(room.items[1])
    response = _substitute(clerk, room, cast.member(place, "Stell", function="deputy"))
    assert "Ktabg. Alt hat zu TOP 2 abgestimmt." in response.content.decode()


def test_a_deputy_has_to_be_chosen(clerk, room):
    response = clerk.post(url("attendance-substitute", room["Alt"].pk), stays())
    assert "membership" in response.context["form"].errors


def test_somebody_of_the_directory_joins(clerk, room):
    person = Person.objects.create(
        first_name="Rita", last_name="Dregger", office="MA", detail="Leiterin", is_staff_member=True
    )
    _add(clerk, room, person=person.pk)
    row = Attendance.objects.get(person=person)
    assert (row.capacity, row.role, row.detail, row.presences.count()) == ("staff", "MA", "Leiterin", 1)


def test_a_new_guest_joins_and_enters_the_directory(clerk, room):
    _add(clerk, room, capacity="guest", last_name="Thöne", role="Frau", detail="Caritasverband", gender="f")
    row = Attendance.objects.get(person__last_name="Thöne")
    assert (row.capacity, row.role, row.detail) == ("guest", "Frau", "Caritasverband")
    assert not row.person.is_staff_member


def test_the_minute_taker_is_named_once(clerk, room):
    _add(clerk, room, last_name="Sander", role="MA", takes_minutes="on")
    assert Attendance.objects.get(duty="minute_taker").person.last_name == "Sander"
    response = _add(clerk, room, last_name="Zweit", takes_minutes="on")
    assert "MA Sander führt schon die Niederschrift." in response.content.decode()


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({}, "person"),
        ({"first_name": "Rita"}, "last_name"),
        ({"last_name": "x" * 81}, "last_name"),
        ({"capacity": "member", "last_name": "Thöne"}, "capacity"),
        ({"person": "999999"}, "person"),
    ],
)
def test_bad_entries_are_named_at_their_field(clerk, room, entries, field):
    response = _add(clerk, room, detail="bleibt stehen", **entries)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert "bleibt stehen" in response.content.decode()
    assert Attendance.objects.count() == 2


def test_either_of_the_directory_or_new(clerk, room):
    person = Person.objects.create(first_name="Rita", last_name="Dregger")
    assert _add(clerk, room, person=person.pk, last_name="Neu").status_code == 422


def test_nobody_joins_twice(clerk, room):
    assert _add(clerk, room, person=room["Alt"].person.pk).status_code == 422


def test_a_missing_member_joins(clerk, place, room):
    seat = cast.member(place, "Neu")
    clerk.post(url("attendance-add-member", room.session.pk), {"membership": seat.pk})
    assert Attendance.objects.get(person=seat.person).has_vote


def test_a_missing_member_does_not_join_a_closed_vote(clerk, place, room):
    closed_vote(room.items[1])
    seat = cast.member(place, "Neu")
    response = clerk.post(url("attendance-add-member", room.session.pk), {"membership": seat.pk})
    assert response.status_code == 422
    assert not Attendance.objects.filter(person=seat.person).exists()


def test_somebody_is_taken_off_the_list_after_asking(clerk, room):
    assert "Ktabg. Alt" in clerk.get(url("attendance-remove", room["Alt"].pk)).content.decode()
    clerk.post(url("attendance-remove", room["Alt"].pk))
    assert not Attendance.objects.filter(pk=room["Alt"].pk).exists()


def _speak(room):
    contribution = Contribution.objects.create(item=room.items[0], position=1, text="⟨Ktabg. Alt⟩ spricht.")
    Speaker.objects.create(contribution=contribution, attendance=room["Alt"])


def _chair_an_item(room):
    item = room.items[0]
    item.chaired_by = room["Alt"]
    item.save()


@pytest.mark.parametrize(
    ("hold", "sentence"),
    [
        (lambda room: closed_vote(room.items[0]), "Ktabg. Alt hat abgestimmt."),
        (_speak, "Ktabg. Alt hat gesprochen."),
        (_chair_an_item, "Ktabg. Alt hat bei einem Punkt den Vorsitz geführt."),
        (
            lambda room: Recusal.objects.create(item=room.items[0], attendance=room["Alt"]),
            "Ktabg. Alt ist als befangen eingetragen.",
        ),
        (
            lambda room: closed_vote(room.items[0], form="secret", only_unanimous=False, yes=2, no=0, abstain=0),
            "war bei einer geheimen Abstimmung stimmberechtigt",
        ),
    ],
)
def test_whoever_took_part_stays_on_the_list(clerk, room, hold, sentence):
    hold(room)
    assert sentence in clerk.get(url("attendance-remove", room["Alt"].pk)).content.decode()
    assert clerk.post(url("attendance-remove", room["Alt"].pk)).status_code == 409
    assert Attendance.objects.filter(pk=room["Alt"].pk).exists()


def test_a_member_with_a_deputy_stays_on_the_list(clerk, place, room):
    _substitute(clerk, room, cast.member(place, "Stell", function="deputy"))
    assert clerk.post(url("attendance-remove", room["Alt"].pk)).status_code == 409


def test_for_others_it_does_not_exist(outsiders, place, room):
    seat = cast.member(place, "Stell", function="deputy")
    for browser in outsiders:
        for name in ("attendance-substitute", "attendance-remove"):
            assert browser.get(url(name, room["Alt"].pk)).status_code == 404
        assert _substitute(browser, room, seat).status_code == 404
        assert browser.post(url("attendance-remove", room["Alt"].pk)).status_code == 404
        for name in ("attendance-add", "attendance-add-member"):
            assert browser.get(url(name, room.session.pk)).status_code == 404
            assert browser.post(url(name, room.session.pk), {}).status_code == 404
    assert Attendance.objects.count() == 2
    assert not Voter.objects.exists()


class TestAGuestDeliveredTwice:
    @pytest.mark.parametrize("is_new", [True, False])
    def test_is_one_person_on_the_list(self, clerk, room, is_new):
        known = Person.objects.create(last_name="Gast", first_name="Gerda")
        entries = {"last_name": "Neu", "first_name": "Nora"} if is_new else {"person": known.pk}
        people = Person.objects.count() + is_new
        answers = [_add(clerk, room, id=KEY, capacity="guest", **entries).status_code for _time in "ab"]
        assert answers == [302, 302]
        assert Person.objects.count() == people
        assert Attendance.objects.get(pk=KEY).person.last_name == ("Neu" if is_new else "Gast")

    def test_the_form_brings_the_key_along(self, clerk, room):
        assert clerk.get(url("attendance-add", room.session.pk)).context["form"]["id"].value()

    def test_the_key_of_another_list_is_a_bad_request(self, clerk, place, room):
        foreign = cast.attend(cast.session(place, number=2), cast.member(place, "Fremd"))
        assert _add(clerk, room, id=foreign.pk, last_name="Neu").status_code == 400
        assert not Person.objects.filter(last_name="Neu").exists()
