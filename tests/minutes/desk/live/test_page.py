"""The live desk: the item that runs, panels that are asked for anew, and times noted once."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from committees.models import AgendaItem, Session
from minutes.models import Contribution
from tests import cast
from tests.elements import elements

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    """A session of today, not opened yet."""
    return cast.session(cast.county(), items=3, members=("Kohl", "Merten"), date=timezone.localdate())


@pytest.fixture
def clerk(client, room):
    client.force_login(cast.user("clerk", room.session.committee))
    return client


def desk(room, item=None):
    return (
        reverse("minutes:desk-item", args=[room.session.pk, item.pk])
        if item
        else reverse("minutes:desk", args=[room.session.pk])
    )


def state(room, item):
    return reverse("minutes:desk-state", args=[room.session.pk, item.pk])


def call(room, item):
    return reverse("minutes:item-call", args=[room.session.pk, item.pk])


def _ago(room, minutes):
    """A moment before now, on the day of the session also where midnight lies between."""
    at = timezone.now() - datetime.timedelta(minutes=minutes)
    if timezone.localdate(at) < room.session.date:
        Session.objects.filter(pk=room.session.pk).update(date=timezone.localdate(at))
    return at


def test_it_opens_at_the_first_item(clerk, room):
    assert elements(clerk.get(desk(room))).one("div", class_="desk")["data-item"] == str(room.items[0].pk)


def test_it_opens_at_the_item_that_runs(clerk, room):
    clerk.post(call(room, room.items[0]))
    clerk.post(call(room, room.items[1]))
    assert elements(clerk.get(desk(room))).one("div", class_="desk")["data-item"] == str(room.items[1].pk)


def test_a_session_without_items_leads_to_its_agenda(clerk, room):
    AgendaItem.objects.all().delete()
    assert clerk.get(desk(room))["Location"] == reverse("minutes:agenda", args=[room.session.pk])


def test_an_item_of_another_session_is_not_found(clerk, room):
    other = cast.session(cast.county("other"))
    assert clerk.get(desk(room, other.items[0])).status_code == 404
    assert clerk.get(state(room, other.items[0])).status_code == 404
    assert clerk.post(call(room, other.items[0])).status_code == 404


def test_the_state_says_nothing_as_long_as_nothing_changed(clerk, room):
    first = clerk.get(state(room, room.items[0]))
    assert set(first.json()["panels"]) == {
        "panel-agenda", "panel-presence", "panel-head", "panel-decision", "panel-votes", "panel-preview",
    }  # fmt: skip
    again = clerk.get(state(room, room.items[0]), HTTP_IF_NONE_MATCH=first["ETag"])
    assert again.status_code == 304
    assert again.content == b""


def test_the_state_speaks_when_somebody_wrote(clerk, room):
    first = clerk.get(state(room, room.items[0]))
    Contribution.objects.create(item=room.items[0], position=1, kind="note", text="Neu.")
    again = clerk.get(state(room, room.items[0]), HTTP_IF_NONE_MATCH=first["ETag"])
    assert [row["text"] for row in again.json()["contributions"]] == ["Neu."]
    assert "Neu." in again.json()["panels"]["panel-preview"]


def test_a_call_notes_the_time_on_the_day_of_the_session(clerk, room):
    clerk.post(call(room, room.items[0]))
    room.items[0].refresh_from_db()
    assert room.items[0].started_at is not None
    assert "aufgerufen um" in clerk.get(desk(room, room.items[0])).content.decode()


def test_a_call_that_is_told_later_keeps_its_time(clerk, room):
    at = _ago(room, 7)
    clerk.post(call(room, room.items[0]), {"at": at.isoformat()})
    room.items[0].refresh_from_db()
    assert room.items[0].started_at == at.replace(second=0, microsecond=0)


@pytest.mark.parametrize("sent", ["", "gestern", "2026-13-45T99:99", "2100-01-01T00:00:00Z", "2026-03-11T10:00"])
def test_a_time_that_can_not_be_is_now(clerk, room, sent):
    clerk.post(call(room, room.items[0]), {"at": sent})
    room.items[0].refresh_from_db()
    assert timezone.now() - room.items[0].started_at < datetime.timedelta(minutes=2)


def test_minutes_written_days_later_note_no_times(clerk, room):
    Session.objects.filter(pk=room.session.pk).update(date=timezone.localdate() - datetime.timedelta(days=3))
    assert clerk.post(call(room, room.items[0])).status_code == 302
    room.items[0].refresh_from_db()
    assert room.items[0].started_at is None


def test_a_call_out_of_order_goes_on_and_says_why_no_time_was_noted(clerk, room):
    clerk.post(call(room, room.items[0]), {"at": _ago(room, 10).isoformat()})
    clerk.post(call(room, room.items[2]), {"at": _ago(room, 5).isoformat()})
    response = clerk.post(call(room, room.items[1]), follow=True)
    assert "Die Uhrzeit wurde nicht vermerkt." in response.content.decode()
    assert response.redirect_chain[-1][0] == desk(room, room.items[1])


def test_the_agenda_says_how_far_each_item_is(clerk, room):
    clerk.post(call(room, room.items[0]))
    clerk.post(call(room, room.items[1]))
    steps = elements(clerk.get(desk(room))).found
    states = [
        attrs["data-state"]
        for tag, attrs in steps
        if tag == "a" and "data-item-link" in attrs and "data-state" in attrs
    ]
    assert states == ["treated", "running", "open"]


def test_closing_asks_first_and_names_what_is_missing(clerk, room):
    clerk.post(call(room, room.items[0]))
    url = reverse("minutes:session-close", args=[room.session.pk])
    assert "TOP 2 Punkt 2: noch nichts protokolliert" in clerk.get(url).content.decode()
    clerk.post(url)
    room.session.refresh_from_db()
    assert room.session.closed_at is not None


def test_closing_what_did_not_begin_is_refused_in_words(clerk, room):
    response = clerk.post(reverse("minutes:session-close", args=[room.session.pk]), follow=True)
    assert "noch nicht begonnen" in response.content.decode()
