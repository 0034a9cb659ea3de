"""The world that is searched, and how to ask."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from minutes import search
from tests.minutes.search import corpus


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    """Made once for a module; each test runs in a transaction inside this one."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield corpus.create()
        transaction.set_rollback(True)


@pytest.fixture
def world(made, db) -> corpus.World:
    return made


@pytest.fixture
def ask():
    """`ask("Radweg", kind="item")`: the answer for everybody, or for `user`."""

    def answer(text: str = "", *, user=None, **filters) -> search.Found:
        scope = {"in": filters.pop("scope")} if "scope" in filters else {}
        return search.find(search.Question.of({"q": text, **filters, **scope}), user or AnonymousUser())

    return answer
