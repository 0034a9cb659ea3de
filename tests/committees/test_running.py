"""The course of a session: called and closed at their times, once, and never against the order of the agenda."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from committees import running
from committees.models import AgendaItem
from tests import cast

pytestmark = pytest.mark.django_db


def at(hour, minute, second=0, *, day=cast.DAY):
    return datetime.datetime.combine(day, datetime.time(hour, minute, second), ZoneInfo("Europe/Berlin"))


@pytest.fixture
def room():
    return cast.session(cast.county(), items=3)


def test_the_first_call_opens_the_session(room):
    running.call(room.items[0], at(17, 0, 42))
    room.session.refresh_from_db()
    room.items[0].refresh_from_db()
    assert room.session.opened_at == room.items[0].started_at == at(17, 0)


def test_called_again_the_first_time_stays(room):
    running.call(room.items[0], at(17, 0))
    assert running.call(room.items[0], at(17, 30)).started_at == at(17, 0)


def test_an_item_is_not_called_before_an_earlier_one(room):
    running.call(room.items[0], at(17, 0))
    running.call(room.items[1], at(17, 30))
    with pytest.raises(ValidationError, match="TOP 2"):
        running.call(room.items[2], at(17, 29))


def test_an_item_is_not_called_after_a_later_one(room):
    running.call(room.items[2], at(17, 30))
    with pytest.raises(ValidationError, match="TOP 3"):
        running.call(room.items[1], at(17, 31))


def test_the_first_non_public_item_ends_the_public_part(room):
    AgendaItem.objects.filter(pk=room.items[2].pk).update(is_public=False)
    running.call(room.items[0], at(17, 0))
    running.call(room.items[2], at(18, 2))
    room.session.refresh_from_db()
    assert room.session.public_part_ended_at == at(18, 2)


def test_with_public_items_still_to_come_the_public_part_goes_on(room):
    AgendaItem.objects.filter(pk=room.items[1].pk).update(is_public=False)
    running.call(room.items[0], at(17, 0))
    running.call(room.items[1], at(17, 5))
    room.session.refresh_from_db()
    assert room.session.public_part_ended_at is None


def test_a_session_is_closed_once(room):
    running.call(room.items[0], at(17, 0))
    running.close(room.session, at(18, 10))
    assert running.close(room.session, at(18, 30)).closed_at == at(18, 10)


def test_a_session_that_did_not_begin_can_not_be_closed(room):
    with pytest.raises(ValidationError, match="noch nicht begonnen"):
        running.close(room.session, at(18, 0))


def test_a_session_does_not_end_before_its_last_call(room):
    running.call(room.items[0], at(17, 0))
    running.call(room.items[1], at(17, 40))
    with pytest.raises(ValidationError, match="17:39"):
        running.close(room.session, at(17, 39))


@pytest.mark.parametrize(
    ("opened", "moment", "expected"),
    [
        (None, at(9, 0), True),
        (at(17, 0), at(23, 59), True),
        (at(17, 0), at(1, 30, day=cast.DAY + datetime.timedelta(days=1)), True),
        (at(17, 0), at(17, 0, day=cast.DAY + datetime.timedelta(days=1)), False),
        (None, at(9, 0, day=cast.DAY + datetime.timedelta(days=3)), False),
        (None, at(17, 0, day=cast.DAY - datetime.timedelta(days=1)), False),
    ],
)
def test_the_clock_counts_on_the_day_of_the_session_and_in_the_night_after(room, opened, moment, expected):
    room.session.opened_at = opened
    assert running.is_running(room.session, moment) is expected


def test_a_closed_session_has_no_clock_any_more(room):
    room.session.opened_at, room.session.closed_at = at(17, 0), at(18, 0)
    assert running.is_running(room.session, at(18, 5)) is False
