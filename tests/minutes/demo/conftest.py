"""The demo, loaded once by its command for all tests here that only read it."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from committees.models import Session


@pytest.fixture(scope="package")
def printed(django_db_setup, django_db_blocker):
    """What the command printed. Loading takes seconds; each test runs in a transaction inside this one."""
    out = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", stdout=out)
        yield out.getvalue()
        transaction.set_rollback(True)


@pytest.fixture
def demo(printed, db):
    """The rows of the demo; what a test changes is gone after it."""


@pytest.fixture
def coesfeld(demo):
    return Session.objects.get(committee__short_name="IntA", number=4, year=2016)


@pytest.fixture
def musterland(demo):
    return Session.objects.get(committee__short_name="IntA", number=7, year=2026)
