"""Who visits the portal, and a session with a non-public part to be published."""

import pytest
from django.test import Client

from tests import cast
from tests.publications import freeze


@pytest.fixture
def place(db) -> cast.County:
    return cast.county()


@pytest.fixture
def room(place) -> cast.Room:
    """A session with two public items and one that is not."""
    room = cast.session(place, items=3, members=("Kohl", "Merten"))
    room.items[2].title, room.items[2].is_public = "Grundstück am Bach", False
    room.items[2].save()
    return room


@pytest.fixture
def published(room) -> dict:
    """The publications of the session, by audience."""
    return freeze(room.session)


@pytest.fixture
def councillor(place, room) -> Client:
    """The browser of somebody who sits in the committee."""
    return browser_of(cast.user("councillor", person=room["Kohl"].person))


@pytest.fixture
def stranger(place) -> Client:
    """The browser of somebody who sits in another committee."""
    return browser_of(cast.user("councillor", person=cast.member(cast.county("other"), "Fremd").person))


def browser_of(user) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser
