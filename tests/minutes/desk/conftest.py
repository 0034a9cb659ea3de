"""Who tries the pages of the desk: the clerk of the committee, and everybody who may not."""

import pytest
from django.test import Client

from tests import cast


@pytest.fixture
def place(db) -> cast.County:
    return cast.county()


@pytest.fixture
def clerk(place, client) -> Client:
    """A browser in which the clerk of the committee is logged in."""
    client.force_login(cast.user("clerk", place.committee))
    return client


@pytest.fixture
def outsiders(place) -> list[Client]:
    """Browsers of people who may not record the committee: another committee's clerk, a councillor, a reader."""
    elsewhere = cast.county("other").committee
    users = [
        cast.user("clerk", elsewhere),
        cast.user("councillor", person=cast.member(place, "Ratsam").person),
        cast.user("reader", place.committee),
    ]
    browsers = []
    for user in users:
        browser = Client()
        browser.force_login(user)
        browsers.append(browser)
    return browsers
