"""Who may see what, and why: `explain` against the predicates, for every kind of user, one by one and many at once."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from committees import permissions
from committees.models import Committee, Membership, Person, Session, User
from committees.relations import Right, Standing, because
from minutes.desk.guards import drafts_visible_to
from tests import cast

pytestmark = pytest.mark.django_db
BEFORE = cast.DAY - datetime.timedelta(days=1)
MAY = {
    Right.RECORD: lambda user, session: permissions.may_record(user, session.committee),
    Right.READ_DRAFT: permissions.may_read_draft,
    Right.READ_LIVE: permissions.may_read_live,
    Right.READ_INTERNAL: permissions.may_read_internal,
}
ALL = set(Right)
DRAFT = {Right.READ_DRAFT, Right.READ_LIVE, Right.READ_INTERNAL}
MEMBER = {Right.READ_LIVE, Right.READ_INTERNAL}


@pytest.fixture
def place():
    return cast.county()


@pytest.fixture
def room(place):
    return cast.session(place, is_live_for_members=True)


@pytest.fixture
def people(place):
    other = cast.county("other")
    seats = {
        "chair": cast.member(place, "Vorsitz", function="chair"),
        "deputy chair": cast.member(place, "Stellvorsitz", function="deputy_chair"),
        "member": cast.member(place, "Mitglied"),
        "deputy": cast.member(place, "Stellvertretung", function="deputy"),
        "adviser": cast.member(place, "Beratend", kind="advisory", has_vote=False),
        "former member": cast.member(place, "Früher", end=BEFORE),
        "member of another committee": cast.member(other, "Fremd"),
        "chair who is a councillor here": cast.member(place, "Auch", function="chair"),
        "chair who sits here": cast.member(place, "Einfach"),
        "reader who sits here": cast.member(place, "Leser"),
        "former chair": cast.member(place, "Altvorsitz", function="chair", end=BEFORE),
    }
    roles = {"chair": "chair", "deputy chair": "chair", "chair who sits here": "chair", "former chair": "chair"}
    roles |= {"reader who sits here": "reader"}
    people = {name: cast.user(roles.get(name, "councillor"), person=seat.person) for name, seat in seats.items()}
    someone = [Person.objects.create(last_name=f"Person {number}") for number in range(5)]
    people |= {
        "stranger": AnonymousUser(),
        "admin": cast.user("admin"),
        "clerk": cast.user("clerk", place.committee),
        "clerk of another committee": cast.user("clerk", other.committee, person=someone[0]),
        "reader": cast.user("reader"),
        "reader of the committee": cast.user("reader", place.committee, person=someone[1]),
        "councillor with an assigned committee": cast.user("councillor", place.committee, person=someone[2]),
        "shut out": cast.user("clerk", place.committee, person=someone[3]),
        "shut out admin": cast.user("admin", person=someone[4]),
    }
    for name in ("shut out", "shut out admin"):
        people[name].is_active = False
        people[name].save()
    return people


# Nobody else may anything.
EXPECTED = {
    "admin": ALL,
    "clerk": ALL,
    "chair": DRAFT,
    "deputy chair": DRAFT,
    "member": MEMBER,
    "deputy": MEMBER,
    "adviser": MEMBER,
    "chair who is a councillor here": MEMBER,
    "chair who sits here": MEMBER,
    "reader of the committee": {Right.READ_INTERNAL},
}


def test_each_kind_of_user_may_what_is_expected(people, room):
    found = {name: set(permissions.explain(Standing.at(user, room.session))) for name, user in people.items()}
    assert {name: rights for name, rights in found.items() if rights} == EXPECTED


@pytest.mark.parametrize("is_live", [True, False])
def test_explaining_says_what_the_predicates_say(people, room, is_live):
    room.session.is_live_for_members = is_live
    for name, user in people.items():
        explained = permissions.explain(Standing.at(user, room.session))
        assert {right: right in explained for right in Right} == {
            right: may(user, room.session) for right, may in MAY.items()
        }, name


def test_without_leave_members_do_not_read_along(people, room):
    room.session.is_live_for_members = False
    explained = permissions.explain(Standing.at(people["member"], room.session))
    assert set(explained) == {Right.READ_INTERNAL}


def test_what_was_fetched_before_says_the_same_as_what_is_asked_for(people, room, django_assert_num_queries):
    seats = list(Membership.objects.on(cast.DAY).filter(committee=room.session.committee))
    assigned = set(room.session.committee.users.values_list("pk", flat=True))
    users = {user.pk: user for user in User.objects.all()}
    with django_assert_num_queries(0):
        given = {
            pk: permissions.explain(
                Standing(
                    user,
                    room.session.committee,
                    cast.DAY,
                    is_live=True,
                    is_assigned=pk in assigned,
                    seats=[seat for seat in seats if seat.person_id == user.person_id],
                )
            )
            for pk, user in users.items()
        }
    assert given == {pk: permissions.explain(Standing.at(user, room.session)) for pk, user in users.items()}


def test_the_lists_of_sessions_and_committees_follow_the_same_rule(people, room):
    for name, user in people.items():
        explained = permissions.explain(Standing.at(user, room.session))
        recorded = permissions.recorded_committees(user)
        assert recorded.filter(pk=room.session.committee.pk).exists() == (Right.RECORD in explained), name
        drafts = drafts_visible_to(user) if not user.is_anonymous else Session.objects.none()
        assert drafts.filter(pk=room.session.pk).exists() == (Right.READ_DRAFT in explained), name


def test_the_reason_is_said_in_words(people, place, room):
    def why(name, right):
        standing = Standing.at(people[name], room.session)
        return because(permissions.explain(standing)[right], standing)

    Membership.objects.filter(person=people["deputy"].person).update(end="2026-12-31")
    assert why("admin", Right.RECORD) == ["Administration"]
    assert why("clerk", Right.RECORD) == ["Sitzungsdienst des Gremiums"]
    assert why("chair", Right.READ_DRAFT) == ["Vorsitz seit 01.11.2025"]
    assert why("chair", Right.READ_INTERNAL) == ["Vorsitz seit 01.11.2025"]
    assert why("member", Right.READ_INTERNAL) == ["Mitglied seit 01.11.2025"]
    assert why("deputy", Right.READ_LIVE) == ["Vertretung von 01.11.2025 bis 31.12.2026"]
    assert why("reader of the committee", Right.READ_INTERNAL) == ["zugeteiltes Leserecht"]


def test_what_is_known_is_not_asked_again(people, room, django_assert_num_queries):
    committee = Committee.objects.get(pk=room.session.committee_id)
    with django_assert_num_queries(0):
        assert permissions.may_record(people["admin"], committee)
        assert not permissions.may_record(people["member"], committee)
    with django_assert_num_queries(1):
        assert permissions.may_record(people["clerk"], committee)
    # Whether there is a duty in the session, and a seat in the committee.
    with django_assert_num_queries(2):
        assert permissions.may_read_internal(people["chair who sits here"], room.session)
