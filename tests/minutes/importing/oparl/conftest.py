"""Who imports."""

import pytest

from committees.models import User
from tests import cast


@pytest.fixture
def admin(db) -> User:
    return cast.user("admin")
