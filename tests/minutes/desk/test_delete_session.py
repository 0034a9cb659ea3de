"""Deleting a session: only one on which nothing was recorded."""

import pytest

from committees.models import AgendaItem, Attachment, Attendance, Presence, Session, User
from minutes.models import Contribution
from minutes.publishing import publish_agenda
from tests import cast
from tests.minutes.desk.pages import url
from votes.models import Decision, Vote


@pytest.fixture
def room(place) -> cast.Room:
    """A session whose rows hold each other: sub-items, a deputy, a chaired item, stretches."""
    room = cast.session(place, members=("Alt", "Berg"))
    first, second, _third = room.items
    AgendaItem.objects.filter(pk=second.pk).update(parent=first, chaired_by=room["Berg"])
    room["Alt"].presences.all().delete()
    seat = cast.member(place, "Stell", function="deputy")
    deputy = cast.attend(room, seat, present=False, substitutes_for=room["Alt"])
    Presence.objects.create(attendance=deputy, first_item=first, last_item=second)
    return room


def test_it_asks_first(clerk, room):
    page = clerk.get(url("session-delete", room.session.pk)).content.decode()
    assert "IntA/1/2026 löschen?" in page
    assert Session.objects.exists()


def test_it_deletes_agenda_and_attendance_with_the_session(clerk, room):
    assert clerk.post(url("session-delete", room.session.pk)).url == url("session-list")
    for model in (Session, AgendaItem, Attendance, Presence):
        assert not model.objects.exists()


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (lambda room: Contribution.objects.create(item=room.items[2], position=1, text="T"), "Es ist Text erfasst"),
        (lambda room: Vote.objects.create(item=room.items[2]), "Es sind Abstimmungen erfasst"),
        (lambda room: Decision.objects.create(item=room.items[2]), "Es sind Beschlüsse erfasst"),
        (lambda room: Attachment.objects.create(session=room.session, title="A"), "Es sind Anlagen beigefügt"),
        (lambda room: publish_agenda(room.session, by=User.objects.first()), "wurde veröffentlicht"),
    ],
)
def test_it_says_why_not_once_something_is_recorded(clerk, room, record, sentence):
    record(room)
    assert sentence in clerk.get(url("session-delete", room.session.pk)).content.decode()
    assert clerk.post(url("session-delete", room.session.pk)).status_code == 409
    assert Session.objects.exists()


def test_for_others_it_does_not_exist(outsiders, room):
    for browser in outsiders:
        assert browser.post(url("session-delete", room.session.pk)).status_code == 404
    assert Session.objects.exists()
