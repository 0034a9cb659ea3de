"""Small worlds."""

import pytest

from tests import cast
from tests.minutes.oparl import worlds


@pytest.fixture
def place(db) -> cast.County:
    return cast.county()


@pytest.fixture
def room(place) -> cast.Room:
    return worlds.session_with_a_secret(place)
