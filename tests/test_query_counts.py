"""However long a session was, its pages take the same number of queries."""

import pytest
from django.test import Client
from django.urls import reverse

from committees.models import AgendaItem, Attendance, Membership, Person, Presence, Recusal
from minutes.models import Contribution, Speaker
from tests import cast
from tests.publications import freeze
from votes import closing
from votes.models import Decision, Vote

SIZES = pytest.mark.parametrize(("items", "members", "roll_calls"), [(5, 9, 3), (50, 40, 30)])


@pytest.fixture
def place(db) -> cast.County:
    return cast.county()


@pytest.fixture
def clerk(place) -> Client:
    browser = Client()
    browser.force_login(cast.user("clerk", place.committee))
    return browser


@pytest.fixture
def room(place, items, members, roll_calls) -> cast.Room:
    """A session: on every item a speech, a vote and a resolution; one came late, one was biased."""
    room = cast.session(place, items=items, seats=members)
    people = _members(room, place, members)
    room.session.attendances.filter(pk=people[0].pk).update(duty="chair")
    Presence.objects.filter(attendance=people[1]).update(first_item=room.items[1])
    Recusal.objects.create(item=room.items[0], attendance=people[2])
    AgendaItem.objects.filter(pk=room.items[-1].pk).update(is_public=False)
    for number, item in enumerate(room.items):
        _speak(item, people[number % members])
        if number < roll_calls:
            _call_the_roll(item)
        else:
            closing.close(Vote.objects.create(item=item, only_unanimous=True))
        Decision.objects.create(item=item, outcome="adopted", resolution="Der Vorschlag wird angenommen.")
    return room


def _members(room: cast.Room, place: cast.County, number: int) -> list[Attendance]:
    persons = Person.objects.bulk_create(Person(first_name="Kim", last_name=f"Mitglied {n}") for n in range(number))
    seat = {"committee": place.committee, "faction": place.faction, "start": cast.TERM_START}
    seats = Membership.objects.bulk_create(Membership(person=person, **seat) for person in persons)
    people = Attendance.objects.bulk_create(
        Attendance(session=room.session, person=row.person, membership=row, role="Ktabg.") for row in seats
    )
    Presence.objects.bulk_create(Presence(attendance=person) for person in people)
    return people


def _speak(item: AgendaItem, person: Attendance) -> None:
    row = Contribution.objects.create(item=item, position=1, text="⟨Ktabg. Mitglied⟩ spricht.")
    Speaker.objects.create(contribution=row, attendance=person)


def _call_the_roll(item: AgendaItem) -> None:
    vote = Vote.objects.create(item=item, form="roll_call")
    closing.save_ballots(vote, {person.pk: "yes" for person in closing.eligible(vote)})
    closing.close(vote)


@SIZES
def test_the_page_of_a_session_takes_fifteen(clerk, room, items, django_assert_num_queries):
    with django_assert_num_queries(15):
        page = clerk.get(reverse("minutes:session-detail", args=[room.session.pk]))
    assert f"Punkt {items}" in page.content.decode()


@SIZES
def test_the_minutes_in_work_take_eighteen(clerk, room, items, django_assert_num_queries):
    with django_assert_num_queries(18):
        page = clerk.get(reverse("minutes:preview", args=[room.session.pk]))
    assert page.content.decode().count('<section class="protocol__item"') == items


@SIZES
def test_published_minutes_take_three(client, room, items, django_assert_num_queries):
    address = freeze(room.session)["public"].issue.get_absolute_url()
    with django_assert_num_queries(3):
        page = client.get(address)
    assert page.content.decode().count('<section class="protocol__item"') == items - 1
