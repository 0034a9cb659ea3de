"""A councillor with sessions behind and ahead, and the own pages of this and that user."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import User
from minutes import publishing
from tests import cast
from tests.minutes.portal.conftest import browser_of
from tests.publications import publisher


@pytest.fixture
def place(db) -> cast.County:
    return cast.county()


@pytest.fixture
def room(place) -> cast.Room:
    """A past session with two public items and one that is not."""
    room = cast.session(place, members=("Kohl", "Merten"))
    room.items[2].title, room.items[2].is_public = "Grundstück am Bach", False
    room.items[2].save()
    return room


@pytest.fixture
def ahead(place, room) -> cast.Room:
    """A session to come, with its agenda published."""
    day = timezone.localdate() + datetime.timedelta(days=10)
    room = cast.session(place, number=2, date=day, year=day.year)
    publishing.publish_agenda(room.session, by=publisher())
    return room


@pytest.fixture
def kohl(room) -> User:
    return cast.user("councillor", person=room["Kohl"].person)


@pytest.fixture
def councillor(kohl) -> Client:
    """The browser of somebody who sits in the committee, in English."""
    return in_english(browser_of(kohl))


@pytest.fixture
def colleague(room) -> Client:
    """Somebody else who sits there."""
    return in_english(browser_of(cast.user("councillor", person=room["Merten"].person)))


@pytest.fixture
def stranger(db) -> Client:
    """Somebody who sits in another committee."""
    elsewhere = cast.county("other")
    return in_english(browser_of(cast.user("councillor", person=cast.member(elsewhere, "Fremd").person)))


def in_english(browser: Client) -> Client:
    browser.cookies["django_language"] = "en"
    return browser
