"""Coming and leaving while an item is treated: the usual item, refusals, deputies, and taking it back."""

import datetime

import pytest
from django.utils import timezone

from committees import running
from committees.models import Attendance, Membership, Presence, Revision
from tests import cast
from tests.minutes.desk.pages import closed_vote, texts, url
from tests.minutes.desk.recording import shown


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, items=4, members=("Alt", "Berg", "Clemens"), date=timezone.localdate())


def page(room, number=1):
    return url("movement-add", room.items[number].pk)


def move(clerk, room, who, number=1, **entries):
    """Send the form of an item as it was offered, with this person."""
    form = clerk.get(page(room, number)).context["form"]
    usual = {name: form[name].initial for name in ("first_item", "last_item")}
    return clerk.post(page(room, number), {"who": who, "at": "", **usual, **entries})


def leave(clerk, room, name, number=1, **entries):
    return move(clerk, room, f"leaves:{room[name].pk}", number, **entries)


def come(clerk, room, name, number=1, **entries):
    return move(clerk, room, f"comes:{room[name].pk}", number, **entries)


def said(clerk, response):
    return " ".join(texts(clerk.get(response["Location"]).context["messages"]))


def stays(attendance):
    rows = Presence.objects.filter(attendance=attendance).order_by("pk")
    return [(stay.first_item and stay.first_item.title, stay.last_item and stay.last_item.title) for stay in rows]


def test_who_leaves_before_the_vote_was_there_up_to_the_item_before(clerk, room):
    leave(clerk, room, "Alt")
    assert stays(room["Alt"]) == [(None, "Punkt 1")]


def test_who_leaves_after_the_vote_was_there_for_the_item(clerk, room):
    closed_vote(room.items[1])
    leave(clerk, room, "Alt")
    assert stays(room["Alt"]) == [(None, "Punkt 2")]


def test_who_comes_is_there_from_the_item_on_and_after_its_vote_from_the_next(clerk, room):
    for person in (room["Alt"], room["Berg"]):
        person.presences.all().delete()
        Attendance.objects.filter(pk=person.pk).update(absence="excused")
    come(clerk, room, "Alt")
    closed_vote(room.items[1])
    come(clerk, room, "Berg")
    assert stays(room["Alt"]) == [("Punkt 2", None)]
    assert stays(room["Berg"]) == [("Punkt 3", None)]
    room["Alt"].refresh_from_db()
    assert room["Alt"].absence == ""


def test_who_left_comes_back(clerk, room):
    leave(clerk, room, "Alt", 1)
    come(clerk, room, "Alt", 2)
    assert stays(room["Alt"]) == [(None, "Punkt 1"), ("Punkt 3", None)]


def test_who_comes_for_some_items_is_there_until_the_last_of_them(clerk, room):
    room["Alt"].presences.all().delete()
    response = come(clerk, room, "Alt", until_item=room.items[2].pk)
    assert stays(room["Alt"]) == [("Punkt 2", "Punkt 3")]
    assert "ist von TOP 2 bis TOP 3 anwesend" in said(clerk, response)


def test_who_leaves_for_some_items_is_back_from_the_one_named(clerk, room):
    response = leave(clerk, room, "Alt", again_item=room.items[3].pk)
    assert stays(room["Alt"]) == [(None, "Punkt 1"), ("Punkt 4", None)]
    assert "wieder ab TOP 4" in said(clerk, response)


@pytest.mark.parametrize(("act", "entry", "number"), [("leaves", "again_item", 0), ("comes", "until_item", 0)])
def test_items_in_the_wrong_order_are_refused(clerk, room, act, entry, number):
    if act == "comes":
        room["Alt"].presences.all().delete()
    before = stays(room["Alt"])
    response = move(clerk, room, f"{act}:{room['Alt'].pk}", 2, **{entry: room.items[number].pk})
    assert response.status_code == 422
    assert stays(room["Alt"]) == before


class TestDeliveredTwice:
    """A movement is one movement, however often the network delivers it."""

    def test_a_departure_does_not_bring_the_person_back(self, clerk, room):
        sent = self.form(clerk, room, f"leaves:{room['Alt'].pk}")
        assert [clerk.post(page(room), sent).status_code for _time in "ab"] == [302, 302]
        assert stays(room["Alt"]) == [(None, "Punkt 1")]

    def test_an_arrival_does_not_send_the_person_away(self, clerk, room):
        room["Alt"].presences.all().delete()
        sent = self.form(clerk, room, f"comes:{room['Alt'].pk}")
        assert [clerk.post(page(room), sent).status_code for _time in "ab"] == [302, 302]
        assert stays(room["Alt"]) == [("Punkt 2", None)]

    def test_a_deputy_comes_once(self, clerk, room, place):
        absent = cast.attend(room, cast.member(place, "Fehlend"), present=False)
        deputy = cast.member(place, "Ersatz", function=Membership.Function.DEPUTY, deputises_for=absent.membership)
        sent = self.form(clerk, room, f"substitutes:{deputy.pk}:{absent.pk}")
        assert [clerk.post(page(room), sent).status_code for _time in "ab"] == [302, 302]
        assert stays(deputy.attendances.get()) == [("Punkt 2", None)]

    def test_taken_back_twice_is_taken_back_once(self, clerk, room):
        leave(clerk, room, "Alt")
        revision = Revision.objects.latest("pk")
        for _time in "ab":
            response = clerk.post(url("movement-undo", revision.pk), follow=True)
            assert "Zurückgenommen" in " ".join(texts(response.context["messages"]))
        assert stays(room["Alt"]) == [(None, None)]

    def test_another_departure_of_somebody_away_is_refused(self, clerk, room):
        leave(clerk, room, "Alt")
        response = leave(clerk, room, "Alt", 3)
        assert response.status_code == 422
        assert stays(room["Alt"]) == [(None, "Punkt 1")]

    def form(self, clerk, room, who):
        form = clerk.get(page(room)).context["form"]
        usual = {name: form[name].initial for name in ("first_item", "last_item")}
        return {"who": who, "at": "", **usual}


def test_the_time_of_the_moment_is_offered_while_the_session_runs(clerk, room):
    running.call(room.items[0], timezone.now() - datetime.timedelta(minutes=1))
    offered = clerk.get(page(room)).context["form"]["at"].initial
    assert timezone.now() - offered < datetime.timedelta(minutes=1)


def test_no_time_is_offered_days_later(clerk, place):
    room = cast.session(place, members=("Alt",))
    assert clerk.get(page(room)).context["form"]["at"].initial is None


def test_a_departure_before_a_vote_is_refused_naming_it(clerk, room):
    closed_vote(room.items[2])
    response = leave(clerk, room, "Alt")
    assert response.status_code == 422
    assert "Ktabg. Alt hat zu TOP 3 abgestimmt" in shown(response)
    assert stays(room["Alt"]) == [(None, None)]


@pytest.mark.parametrize(
    ("entries", "field"),
    [({"who": ""}, "who"), ({"who": "niemand"}, "who"), ({"first_item": "x"}, "first_item"), ({"at": "25:00"}, "at")],
)
def test_bad_input_is_named_at_its_field(clerk, room, entries, field):
    response = move(clerk, room, **{"who": f"leaves:{room['Alt'].pk}", **entries})
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert stays(room["Alt"]) == [(None, None)]


class TestDeputies:
    @pytest.fixture
    def absent(self, place, room):
        return cast.attend(room, cast.member(place, "Fehlend"), present=False, absence="excused")

    @pytest.fixture
    def deputy(self, place, absent):
        return cast.member(place, "Ersatz", function=Membership.Function.DEPUTY, deputises_for=absent.membership)

    def test_a_personal_deputy_is_offered_for_who_is_away(self, clerk, room, absent, deputy):
        move(clerk, room, f"substitutes:{deputy.pk}:{absent.pk}")
        attendance = deputy.attendances.get()
        assert attendance.substitutes_for == absent
        assert stays(attendance) == [("Punkt 2", None)]

    def test_nobody_is_offered_for_who_is_there(self, clerk, room, absent, deputy):
        move(clerk, room, f"comes:{absent.pk}")
        offered = clerk.get(page(room)).content.decode()
        assert "Ersatz" not in offered

    def test_the_member_does_not_come_beside_the_deputy(self, clerk, room, absent, deputy):
        move(clerk, room, f"substitutes:{deputy.pk}:{absent.pk}")
        response = move(clerk, room, f"comes:{absent.pk}")
        assert response.status_code == 422
        assert "Ersatz" in shown(response)


class TestTakingBack:
    def undo(self, clerk):
        return clerk.post(url("movement-undo", Revision.objects.latest("pk").pk), follow=True)

    def test_it_puts_back_what_was_before(self, clerk, room):
        room["Alt"].presences.all().delete()
        Attendance.objects.filter(pk=room["Alt"].pk).update(absence="unexcused")
        come(clerk, room, "Alt")
        self.undo(clerk)
        room["Alt"].refresh_from_db()
        assert room["Alt"].absence == "unexcused"
        assert stays(room["Alt"]) == []

    def test_who_was_not_on_the_list_is_off_it_again(self, clerk, room, place):
        absent = cast.attend(room, cast.member(place, "Fehlend"), present=False)
        deputy = cast.member(place, "Ersatz", function=Membership.Function.DEPUTY, deputises_for=absent.membership)
        move(clerk, room, f"substitutes:{deputy.pk}:{absent.pk}")
        self.undo(clerk)
        assert not deputy.attendances.exists()
        assert self.undo(clerk).status_code == 200

    def test_not_if_a_vote_was_closed_on_it(self, clerk, room):
        leave(clerk, room, "Alt")
        closed_vote(room.items[1])
        response = self.undo(clerk)
        assert "Ktabg. Alt" in " ".join(texts(response.context["messages"]))
        assert stays(room["Alt"]) == [(None, "Punkt 1")]

    def test_not_if_the_attendance_was_changed_since(self, clerk, room):
        leave(clerk, room, "Alt")
        revision = Revision.objects.latest("pk")
        come(clerk, room, "Alt", 2)
        response = clerk.post(url("movement-undo", revision.pk), follow=True)
        assert "seither geändert" in " ".join(texts(response.context["messages"]))
        assert len(stays(room["Alt"])) == 2


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries(clerk, place, count, django_assert_num_queries):
    room = cast.session(place, members=("Alt", "Berg", "Clemens")[:count])
    with django_assert_num_queries(10):
        clerk.get(page(room))


def test_for_others_it_does_not_exist(outsiders, room):
    for browser in outsiders:
        assert browser.get(page(room)).status_code == 404
