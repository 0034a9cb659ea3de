"""Who may do what: the cast against each predicate."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from committees import permissions
from committees.models import Person
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return cast.county()


@pytest.fixture
def room(place):
    return cast.session(place)


@pytest.fixture
def people(place):
    other = cast.county("other").committee
    chair = cast.member(place, "Kleinhaus", function="chair")
    councillor = cast.member(place, "Lütke")
    former = cast.member(place, "Alt", end=cast.DAY - datetime.timedelta(days=1))
    return {
        "stranger": AnonymousUser(),
        "admin": cast.user("admin"),
        "clerk": cast.user("clerk", place.committee),
        "clerk of another committee": cast.user(
            "clerk", other, person=Person.objects.create(first_name="Kim", last_name="Fern")
        ),
        "chair": cast.user("chair", person=chair.person),
        "councillor": cast.user("councillor", person=councillor.person),
        "former councillor": cast.user("councillor", person=former.person),
        "reader of the committee": cast.user("reader", place.committee),
    }


def allowed(people, predicate):
    return {name for name, user in people.items() if predicate(user)}


def test_only_administrators_administer(people):
    assert allowed(people, permissions.may_administer) == {"admin"}


def test_clerks_record_their_committees(people, place):
    assert allowed(people, lambda user: permissions.may_record(user, place.committee)) == {"admin", "clerk"}


def test_drafts_are_for_those_who_record_and_for_the_chair(people, room):
    assert allowed(people, lambda user: permissions.may_read_draft(user, room.session)) == {"admin", "clerk", "chair"}


def test_the_non_public_part_is_for_members_of_that_day_and_assigned_readers(people, room):
    assert allowed(people, lambda user: permissions.may_read_internal(user, room.session)) == {
        "admin",
        "clerk",
        "chair",
        "councillor",
        "reader of the committee",
    }


def test_the_disabled_may_nothing(people, room):
    for user in people.values():
        user.is_active = False
    assert allowed(people, lambda user: permissions.may_read_internal(user, room.session)) == set()
    assert allowed(people, permissions.may_record_somewhere) == set()
