"""A county with a clerk, and a folder for exports that is empty at first."""

import pytest

from committees.models import User
from tests import cast


@pytest.fixture(autouse=True)
def exports_root(settings, tmp_path):
    settings.EXPORTS_ROOT = tmp_path / "exports"
    return settings.EXPORTS_ROOT


@pytest.fixture
def place(db) -> cast.County:
    return cast.county()


@pytest.fixture
def clerk(place) -> User:
    return cast.user("clerk", place.committee)


@pytest.fixture
def admin(db) -> User:
    return cast.user("admin")
