"""The model protocol, and what tests of a record ask of it."""

import pytest

from minutes.record import read
from tests.minutes.record import m01


@pytest.fixture
def data(db):
    """The rows of the model protocol."""
    return m01.create()


@pytest.fixture
def public(data):
    """Reads the public record anew."""
    return lambda: read(data.session, audience="public")


@pytest.fixture
def internal(data):
    """Reads the internal record anew."""
    return lambda: read(data.session, audience="internal")
