"""Who tries the pages of the directory: the clerk of the committee, the administrator, and everybody who may not."""

import pytest
from django.test import Client

from tests import cast


@pytest.fixture
def place(db) -> cast.County:
    return cast.county()


@pytest.fixture
def clerk(place) -> Client:
    """A browser in which the clerk of the committee is logged in."""
    return _browser(cast.user("clerk", place.committee))


@pytest.fixture
def admin(place) -> Client:
    """A browser in which the administrator is logged in."""
    return _browser(cast.user("admin"))


@pytest.fixture
def other_clerk(place) -> Client:
    """A browser in which the clerk of a committee of another body is logged in."""
    elsewhere = cast.county("other")
    return _browser(cast.user("clerk", elsewhere.committee, person=cast.member(elsewhere, "Fern").person))


@pytest.fixture
def readers(place) -> list[Client]:
    """Browsers of people who record nothing: a chair, a councillor, a reader."""
    return [
        _browser(cast.user("chair", person=cast.member(place, "Vorsitz", function="chair").person)),
        _browser(cast.user("councillor", person=cast.member(place, "Ratsam").person)),
        _browser(cast.user("reader", place.committee)),
    ]


def _browser(user) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser
