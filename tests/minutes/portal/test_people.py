"""People of public life: who has a page and who has none, seats, attendance and roll calls as they were published."""

import pytest

from committees.models import Attendance, Person
from minutes import announcing, publishing
from tests import cast
from tests.elements import elements
from tests.minutes.portal.register import call_the_roll
from tests.publications import freeze, publisher

URL = "/people/"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def names(response) -> list[str]:
    return [attrs["href"] for attrs in elements(response).all("a", class_="entries__title")]


def of(person: Person, path: str = "") -> str:
    return f"{URL}{person.pk}/{path}"


@pytest.fixture(autouse=True)
def english(client):
    client.cookies["django_language"] = "en"


@pytest.fixture
def listed(place, room):
    """The members of the committee, published."""
    return announcing.publish_directory(place.committee, by=publisher())


@pytest.fixture
def called(room):
    """A public roll call and one that is not, published."""
    call_the_roll(room, 1, Kohl="yes", Merten="no")
    call_the_roll(room, 3, Kohl="no", Merten="no")
    return freeze(room.session)


def test_empty_it_says_so(client, db):
    assert "Nobody’s seat has been published yet" in text(client.get(URL))


def test_without_a_published_seat_or_ballot_nobody_has_a_page(client, room, published):
    for person in Person.objects.all():
        for path in ("", "attendance/", "votes/"):
            assert client.get(of(person, path)).status_code == 404
    assert names(client.get(URL)) == []


@pytest.mark.parametrize("number", [0, 4711, 10**30])
def test_where_nobody_is_there_is_no_page(client, db, number):
    assert client.get(f"{URL}{number}/").status_code == 404


def test_with_a_published_seat_there_is_one(client, room, listed):
    page = text(client.get(of(room["Kohl"].person)))
    assert "Kohl, Kim" in page
    assert "ABC-Kreistagsfraktion" in page
    assert "since 01.11.2025" in page
    assert names(client.get(URL)) == [of(room["Kohl"].person), of(room["Merten"].person)]


def test_former_seats_stay(client, place, room):
    former = cast.member(place, "Vormals", end=cast.DAY)
    announcing.publish_directory(place.committee, by=publisher())
    page = text(client.get(of(former.person)))
    assert "Former seats" in page
    assert "01.11.2025 – 11.03.2026" in page


def test_the_administration_and_guests_have_none(client, place, room):
    staff = cast.member(place, "Amtsrat", kind="advisory", has_vote=False)
    Person.objects.filter(pk=staff.person_id).update(is_staff_member=True)
    guest = Person.objects.create(first_name="Kim", last_name="Gast")
    Attendance.objects.create(session=room.session, person=guest, capacity="guest", role="Frau")
    call_the_roll(room, 1, Kohl="yes", Merten="no")
    announcing.publish_directory(place.committee, by=publisher())
    freeze(room.session)
    assert client.get(of(staff.person)).status_code == 404
    assert client.get(of(guest)).status_code == 404
    assert "Amtsrat" not in text(client.get(URL))
    assert "Gast" not in text(client.get(URL))


def test_a_public_roll_call_makes_a_page_too(client, room, called):
    page = text(client.get(of(room["Merten"].person)))
    assert "Punkt 1" in page
    assert "Grundstück am Bach" not in page
    assert of(room["Merten"].person) in names(client.get(URL))


def test_a_roll_call_that_is_not_public_makes_none(client, room):
    call_the_roll(room, 3, Kohl="no", Merten="no")
    freeze(room.session)
    assert client.get(of(room["Kohl"].person)).status_code == 404
    assert names(client.get(URL)) == []


def test_who_is_entitled_reads_the_other_roll_call_marked(room, called, councillor, stranger):
    path = of(room["Merten"].person, "votes/")
    page = text(councillor.get(path))
    assert "Grundstück am Bach" in page
    assert "badge--warning" in page
    assert "Grundstück am Bach" not in text(stranger.get(path))


def test_withdrawn_the_page_is_gone(client, room, called, listed):
    publishing.withdraw(listed, by=publisher(), reason="Fehler")
    assert client.get(of(room["Kohl"].person)).status_code == 200
    publishing.withdraw(called["public"], by=publisher(), reason="Fehler")
    for path in ("", "attendance/", "votes/"):
        assert client.get(of(room["Kohl"].person, path)).status_code == 404


def test_attendance_is_counted_and_listed_by_session(client, place, room, listed):
    freeze(room.session)
    second = cast.session(place, number=2)
    seat = room["Kohl"].membership
    cast.attend(second, seat, present=False, absence="excused")
    freeze(second.session)
    page = text(client.get(of(room["Kohl"].person)))
    assert '<td class="numeric">2</td><td class="numeric">1</td>' in page
    sessions = text(client.get(of(room["Kohl"].person, "attendance/")))
    assert sessions.count('<a class="entries__title"') == 2
    assert sessions.count("badge--success") == 1


def test_names_and_committees_choose(client, place, room, listed):
    assert names(client.get(f"{URL}?q=mert")) == [of(room["Merten"].person)]
    assert names(client.get(f"{URL}?q=niemand")) == []
    assert len(names(client.get(f"{URL}?committee={place.committee.pk}"))) == 2
    assert names(client.get(f"{URL}?committee=99")) == []


def test_names_are_sorted_without_titles_and_umlauts_as_their_vowels(client, place, room):
    for name in ("Öztürk", "Otto", "Zander", "Amsel"):
        cast.member(place, name)
    Person.objects.filter(last_name="Amsel").update(academic_title="Dr.")
    announcing.publish_directory(place.committee, by=publisher())
    people = {of(person): person.last_name for person in Person.objects.all()}
    found = [people[url] for url in names(client.get(URL))]
    assert found == ["Amsel", "Kohl", "Merten", "Otto", "Öztürk", "Zander"]


@pytest.mark.parametrize("path", ["?page=x&committee=x&q=%00", "?committee=" + "9" * 30])
def test_rubbish_is_no_mistake(client, room, listed, path):
    assert client.get(URL + path).status_code == 200
    for name in ("attendance/", "votes/"):
        assert client.get(of(room["Kohl"].person, name) + path + "&year=99999").status_code == 200


@pytest.mark.parametrize("members", [1, 12])
def test_the_list_takes_five_queries_for_any_number(client, place, django_assert_num_queries, members):
    for number in range(members):
        cast.member(place, f"Mitglied {number}")
    announcing.publish_directory(place.committee, by=publisher())
    with django_assert_num_queries(5):
        assert len(names(client.get(URL))) == members


@pytest.mark.parametrize("sessions", [1, 4])
@pytest.mark.parametrize(("path", "queries"), [("", 4), ("attendance/", 5), ("votes/", 5)])
def test_a_page_takes_the_same_queries_for_any_number(
    client, place, room, listed, django_assert_num_queries, sessions, path, queries
):
    for number in range(2, 2 + sessions):
        one = cast.session(place, number=number)
        for name in ("Kohl", "Merten"):
            cast.attend(one, room[name].membership)
        call_the_roll(one, 1, Kohl="yes", Merten="no")
        freeze(one.session)
    with django_assert_num_queries(queries):
        assert client.get(of(room["Kohl"].person, path)).status_code == 200
