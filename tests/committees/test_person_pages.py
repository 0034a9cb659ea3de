"""Pages of people: found by name, entered once, renamed without harm, deleted only if nothing names them."""

import pytest

from committees.models import Person
from tests import cast
from tests.committees.pages import errors, url

ENTRIES = {"first_name": "Rena", "last_name": "Özkan", "academic_title": "", "gender": "f", "office": "", "detail": ""}


def names(response):
    return [person.last_name for person in response.context["page"]]


def test_people_stand_in_the_order_of_their_names(clerk, place):
    for name in ("Zander", "Öder", "von dem Berge", "Ohm"):
        Person.objects.create(last_name=name)
    assert names(clerk.get(url("person-list"))) == ["Öder", "Ohm", "von dem Berge", "Zander"]


@pytest.mark.parametrize(
    ("query", "found"),
    [("öz", ["Özkan"]), ("ÖZKAN rena", ["Özkan"]), ("caritas", ["Lange"]), ("nobody", []), ("", ["Lange", "Özkan"])],
)
def test_people_are_found_by_all_words_of_the_search(clerk, place, query, found):
    Person.objects.create(first_name="Rena", last_name="Özkan")
    Person.objects.create(first_name="Uwe", last_name="Lange", detail="Caritasverband")
    assert names(clerk.get(url("person-list"), {"q": query})) == found


def test_a_long_list_has_pages(clerk, place):
    Person.objects.bulk_create(Person(last_name=f"Name{number:03}") for number in range(120))
    assert names(clerk.get(url("person-list"), {"page": 3})) == [f"Name{number:03}" for number in range(100, 120)]
    assert clerk.get(url("person-list"), {"page": "drei"}).status_code == 200
    assert clerk.get(url("person-list"), {"page": 99}).status_code == 200


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_asks_the_same_for_few_and_many(clerk, place, django_assert_num_queries, count):
    for number in range(count):
        cast.member(place, f"Mitglied{number}")
    with django_assert_num_queries(6):
        assert "Integrationsausschuss" in clerk.get(url("person-list")).content.decode()


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_of_a_person_asks_the_same_for_few_and_many(clerk, place, django_assert_num_queries, count):
    person = cast.member(place, "Lütke").person
    for number in range(1, count):
        elsewhere = cast.county(f"m{number}")
        person.memberships.create(committee=elsewhere.committee, start=cast.TERM_START)
    with django_assert_num_queries(7):
        clerk.get(url("person-detail", person.pk))


def test_a_clerk_enters_a_person(clerk, place):
    response = clerk.post(url("person-create"), ENTRIES)
    person = Person.objects.get()
    assert response.url == url("person-detail", person.pk)
    assert person.sort_name == "Özkan, Rena"


def test_a_person_missing_on_a_form_is_entered_and_taken_back_there(clerk, place):
    back = url("membership-create", place.committee.pk)
    response = clerk.post(f"{url('person-create')}?next={back}", ENTRIES)
    assert response.url == f"{back}?person={Person.objects.get().pk}"
    assert f'<option value="{Person.objects.get().pk}" selected>' in clerk.get(response.url).content.decode()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [("last_name", "", "erforderlich"), ("email", "nirgends", "gültige E-Mail"), ("last_name", "x" * 81, "80")],
)
def test_a_wrong_entry_is_named_at_its_field(clerk, place, field, value, sentence):
    response = clerk.post(url("person-create"), {**ENTRIES, field: value})
    assert response.status_code == 422
    assert sentence in errors(response)[field][0]
    assert 'value="Rena"' in response.content.decode()
    assert not Person.objects.exists()


def test_a_second_person_of_the_same_name_has_to_be_meant(clerk, place):
    Person.objects.create(first_name="Rena", last_name="Özkan", office="MA")
    response = clerk.post(url("person-create"), ENTRIES)
    assert response.status_code == 422
    assert "Rena Özkan, MA" in errors(response)["last_name"][0]
    assert 'type="checkbox" name="is_namesake"' in response.content.decode()
    assert clerk.post(url("person-create"), {**ENTRIES, "is_namesake": "on"}).status_code == 302
    assert Person.objects.filter(last_name="Özkan").count() == 2


def test_a_renamed_person_keeps_the_seats(clerk, place):
    row = cast.member(place, "Lütke")
    clerk.post(url("person-edit", row.person_id), {**ENTRIES, "first_name": "Kim", "last_name": "Lütke-Ohm"})
    row.refresh_from_db()
    assert row.person.last_name == "Lütke-Ohm"


def test_a_person_whom_the_record_names_is_not_deleted(clerk, place):
    room = cast.session(place, members=("Lütke",))
    page = url("person-delete", room["Lütke"].person_id)
    assert "kann nicht gelöscht werden" in clerk.get(page).content.decode()
    response = clerk.post(page)
    assert response.status_code == 409
    assert "Sitze beenden" in response.content.decode()
    assert Person.objects.filter(last_name="Lütke").exists()


def test_a_person_who_logs_in_is_not_deleted(clerk, place):
    person = Person.objects.create(last_name="Login")
    cast.user("reader", person=person)
    response = clerk.post(url("person-delete", person.pk))
    assert response.status_code == 409
    assert "meldet sich hier an" in response.content.decode()
    assert Person.objects.filter(pk=person.pk).exists()


def test_a_person_entered_by_mistake_is_deleted(clerk, place):
    person = Person.objects.create(last_name="Irrtum")
    assert clerk.post(url("person-delete", person.pk)).url == url("person-list")
    assert not Person.objects.exists()


def test_readers_see_nobody(readers, place):
    person = Person.objects.create(last_name="Lange")
    pages = [url(name, person.pk) for name in ("person-detail", "person-edit", "person-delete")]
    for browser in readers:
        assert {browser.get(page).status_code for page in (*pages, url("person-create"))} == {403}
