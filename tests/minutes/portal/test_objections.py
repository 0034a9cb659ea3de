"""Members object to published minutes from the page on which they read them."""

import datetime

import pytest
from django.urls import reverse

from committees.models import RuleProfile, User
from minutes import publishing
from minutes.models import Objection
from tests import cast
from tests.clock import stand_at
from tests.corrections import PUBLISHED
from tests.elements import elements
from tests.minutes.portal.conftest import browser_of

URL = "/minutes/lkm/IntA/1/2026/"
OBJECT = f"{URL}object/"
TEXT = "Ich habe dagegen gestimmt."


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    stand_at(monkeypatch, PUBLISHED)


@pytest.fixture
def after(monkeypatch, councillor):
    """Some days after the publication, for a councillor who has logged in again."""

    def move(days: int) -> None:
        stand_at(monkeypatch, PUBLISHED + datetime.timedelta(days=days))
        councillor.force_login(User.objects.get(role="councillor"))

    return move


def link(browser):
    return elements(browser.get(URL)).all("a", href=OBJECT)


def test_the_page_leads_members_there_and_nobody_else(client, councillor, stranger, published):
    assert link(councillor)
    assert not link(client)
    assert not link(stranger)


def test_a_member_objects(councillor, room, published):
    response = councillor.post(OBJECT, {"item": str(room.items[2].pk), "text": TEXT})
    assert response.url == URL
    row = Objection.objects.get()
    assert (row.raised_by, row.item, row.text) == (room["Kohl"].person, room.items[2], TEXT)
    assert TEXT in councillor.get(OBJECT).content.decode()


def test_the_objection_is_not_published(client, councillor, stranger, published):
    councillor.post(OBJECT, {"text": TEXT})
    for browser in (client, stranger):
        assert TEXT not in browser.get(URL).content.decode()
    assert stranger.get(OBJECT).status_code == 403


def test_one_member_does_not_read_what_another_objects(councillor, room, published):
    councillor.post(OBJECT, {"text": TEXT})
    other = browser_of(cast.user("councillor", person=room["Merten"].person))
    assert TEXT not in other.get(OBJECT).content.decode()


def test_others_are_refused(client, stranger, published):
    assert stranger.post(OBJECT, {"text": TEXT}).status_code == 403
    assert "/login/" in client.post(OBJECT, {"text": TEXT}).url
    assert not Objection.objects.exists()


@pytest.mark.parametrize("entries", [{"text": ""}, {"text": TEXT, "item": "x"}])
def test_what_is_wrong_is_said(councillor, published, entries):
    response = councillor.post(OBJECT, entries)
    assert response.status_code == 422
    assert not Objection.objects.exists()


def test_after_the_period_there_is_no_way_and_no_link(councillor, published, after):
    after(14)
    assert link(councillor)
    after(15)
    assert not link(councillor)
    assert councillor.get(OBJECT).status_code == 200
    response = councillor.post(OBJECT, {"text": TEXT})
    assert response.status_code == 422
    assert TEXT in response.content.decode()
    assert not Objection.objects.exists()


def test_without_a_limit_there_always_is(councillor, published, after):
    RuleProfile.objects.update(objection_days=0)
    after(400)
    assert link(councillor)


def test_where_nothing_is_published_there_is_nothing(councillor, room):
    assert councillor.get(OBJECT).status_code == 404


def test_withdrawn_minutes_answer_with_their_reason(councillor, published, after):
    after(1)
    for publication in published.values():
        publishing.withdraw(publication, by=publication.published_by, reason="Aus Versehen")
    assert councillor.get(OBJECT).status_code == 410


def test_who_sat_there_later_may_not(place, room, published):
    newcomer = cast.member(place, "Neu", start=cast.DAY + datetime.timedelta(days=1))
    assert browser_of(cast.user("councillor", person=newcomer.person)).get(OBJECT).status_code == 403


def test_the_address_is_the_one_of_the_protocol(published):
    names = {"body": "lkm", "committee": "IntA", "number": 1, "year": 2026}
    assert reverse("minutes:objection-raise", kwargs=names) == OBJECT
