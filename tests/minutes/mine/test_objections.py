"""Which published minutes are open for objection by somebody, and what became of the own objections."""

import datetime

import pytest
from django.utils import timezone

from committees.models import AgendaItem, RuleProfile
from minutes import correcting, publishing
from minutes.models import Objection
from tests import cast
from tests.clock import stand_at
from tests.corrections import PUBLISHED
from tests.elements import elements
from tests.minutes.portal.conftest import browser_of
from tests.publications import freeze

OBJECT = "/minutes/lkm/IntA/1/2026/object/"
URL = "/my/objections/"


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    stand_at(monkeypatch, PUBLISHED)


@pytest.fixture
def published(room):
    return freeze(room.session)


def listed(browser) -> bool:
    return bool(elements(browser.get(URL)).all("a", href=OBJECT))


def at(monkeypatch, browser, user, days: int) -> None:
    stand_at(monkeypatch, PUBLISHED + datetime.timedelta(days=days))
    browser.force_login(user)


def test_they_are_listed_with_their_last_day_until_it_is_over(monkeypatch, councillor, kohl, published):
    last = timezone.localdate() + datetime.timedelta(days=14)
    assert listed(councillor)
    assert f"{last:%d.%m.%Y}" in councillor.get(URL).content.decode()
    at(monkeypatch, councillor, kohl, 14)
    assert listed(councillor)
    assert councillor.get(OBJECT).status_code == 200
    at(monkeypatch, councillor, kohl, 15)
    assert not listed(councillor)


def test_without_a_limit_they_stay(monkeypatch, councillor, kohl, published):
    RuleProfile.objects.update(objection_days=0)
    at(monkeypatch, councillor, kohl, 400)
    assert listed(councillor)


def test_not_those_that_nobody_can_read(councillor, room):
    assert not listed(councillor)
    for publication in freeze(room.session).values():
        publishing.withdraw(publication, by=publication.published_by, reason="Aus Versehen")
    assert not listed(councillor)


def test_not_those_of_others(stranger, place, room, published):
    assert not listed(stranger)
    clerk = cast.user("clerk", place.committee, person=cast.member(place, "Amt").person)
    assert not listed(browser_of(clerk))


def test_the_own_objections_with_what_became_of_them(councillor, colleague, kohl, place, room, published):
    objection = correcting.raise_objection(room.session, raised_by=kohl.person, text="Ich stimmte dagegen.", by=kohl)
    assert "Ich stimmte dagegen." in councillor.get(URL).content.decode()
    assert "Ich stimmte dagegen." not in colleague.get(URL).content.decode()
    later = cast.session(place, number=2, date=timezone.localdate())
    AgendaItem.objects.filter(pk=later.items[0].pk).update(minutes_of=room.session)
    correcting.decide(objection, outcome=Objection.Outcome.UPHELD, by=kohl, at_item=later.items[0])
    found = councillor.get(URL).content.decode()
    assert "upheld" in found
    assert later.session.reference in found
