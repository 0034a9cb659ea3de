"""The demo, loaded and read once, and small worlds for what changes."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from tests import cast
from tests.minutes.oparl import api


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Loading takes seconds; the tests of a module only read it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", stdout=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def everything(demo, django_db_blocker) -> api.Crawl:
    with django_db_blocker.unblock():
        return api.crawl()


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
