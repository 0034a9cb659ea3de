"""A session that somebody may type, and its first item."""

import pytest

from tests import cast


@pytest.fixture
def room(place):
    return cast.session(place, members=("Kohl", "Merten"))


@pytest.fixture
def item(room):
    return room.items[0]
