"""Pages of committees: whose they are, what they show, how a committee is changed, ended, deleted."""

import datetime

import pytest
from django.utils import timezone

from committees.models import Committee, Membership, RuleProfile
from tests import cast
from tests.committees.pages import errors, url

ENTRIES = {
    "name": "Sportausschuss",
    "short_name": "SpA",
    "kind": "committee",
    "seats": "7",
    "noun": "Ausschuss",
    "gender": "m",
    "chair_title_m": "Vorsitzender",
    "chair_title_f": "Vorsitzende",
    "start": "2026-01-01",
    "end": "",
}


def test_a_clerk_sees_the_committees_that_he_records(clerk, place):
    foreign = cast.county("other").committee
    Committee.objects.filter(pk=foreign.pk).update(name="Fremder Ausschuss")
    page = clerk.get(url("committee-list")).content.decode()
    assert "Integrationsausschuss" in page
    assert "Fremder Ausschuss" not in page
    assert clerk.get(url("committee-detail", foreign.pk)).status_code == 404


def test_an_administrator_sees_all_committees(admin, place):
    cast.county("other")
    rows = admin.get(url("committee-list")).context["current"]
    assert len(rows) == 2


def test_readers_see_no_directory(readers, client, place):
    pages = [url("committee-list"), url("person-list"), url("paper-list"), url("term-list")]
    for browser in readers:
        assert {browser.get(page).status_code for page in pages} == {403}
        assert browser.get(url("committee-detail", place.committee.pk)).status_code == 404
    assert {client.get(page).status_code for page in pages} == {302}


def test_a_committee_shows_members_by_faction_deputies_and_who_left(clerk, place):
    chair = cast.member(place, "Kopf", function="chair")
    cast.member(place, "Anders")
    cast.member(place, "Solo", faction=None, kind="advisory", has_vote=False)
    cast.member(place, "Ersatz", function="deputy", deputises_for=chair)
    cast.member(place, "Alt", end=cast.TERM_START + datetime.timedelta(days=20))
    cast.member(place, "Neu", start=timezone.localdate() + datetime.timedelta(days=20))
    roll = clerk.get(url("committee-detail", place.committee.pk)).context["roll"]
    groups = {name: [seat.person.last_name for seat in seats] for name, seats in roll.groups}
    assert groups == {"ABC-Kreistagsfraktion": ["Kopf", "Anders"], "": ["Solo"]}
    assert [seat.person.last_name for seat in roll.deputies] == ["Ersatz"]
    assert [seat.person.last_name for seat in roll.former] == ["Alt"]
    assert [seat.person.last_name for seat in roll.coming] == ["Neu"]
    assert roll.votes == 2


def test_a_committee_that_has_ended_shows_the_members_of_its_last_day(clerk, place):
    last = cast.TERM_START + datetime.timedelta(days=30)
    cast.member(place, "Zuletzt", end=last)
    cast.member(place, "Früher", end=last - datetime.timedelta(days=1))
    Committee.objects.filter(pk=place.committee.pk).update(end=last)
    response = clerk.get(url("committee-detail", place.committee.pk))
    assert [seat.person.last_name for seat in response.context["roll"].members] == ["Zuletzt"]
    assert "beendet" in response.content.decode()
    assert place.committee in clerk.get(url("committee-list")).context["former"]


def test_the_page_leads_to_the_sessions_of_the_committee(clerk, place):
    page = clerk.get(url("committee-detail", place.committee.pk)).content.decode()
    assert f"/sessions/?committee={place.committee.pk}" in page


@pytest.mark.parametrize("members", [1, 4])
def test_the_page_of_a_committee_asks_the_same_for_few_and_many(clerk, place, django_assert_num_queries, members):
    for number in range(members):
        seat = cast.member(place, f"Mitglied{number}")
        cast.member(place, f"Vertretung{number}", function="deputy", deputises_for=seat)
    with django_assert_num_queries(6):
        clerk.get(url("committee-detail", place.committee.pk))


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_of_committees_asks_the_same_for_few_and_many(admin, place, django_assert_num_queries, count):
    for number in range(1, count):
        cast.county(f"k{number}")
    with django_assert_num_queries(5):
        assert len(admin.get(url("committee-list")).context["current"]) == count


def test_an_administrator_enters_a_committee(admin, place):
    response = admin.post(url("committee-create"), {"body": place.body.pk, **ENTRIES})
    committee = Committee.objects.get(short_name="SpA")
    assert response.url == url("committee-detail", committee.pk)
    assert (committee.name, committee.seats, committee.end) == ("Sportausschuss", 7, None)


def test_a_clerk_changes_no_committee(clerk, place):
    pk = place.committee.pk
    pages = [
        url("committee-create"),
        *(url(name, pk) for name in ("committee-edit", "committee-end", "committee-delete")),
    ]
    assert {clerk.get(page).status_code for page in pages} == {403}
    assert {clerk.post(page).status_code for page in pages} == {403}
    assert Committee.objects.get(pk=pk) == place.committee


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Dieses Feld ist zwingend erforderlich."),
        ("short_name", "Int A", "gültiges Kürzel"),
        ("short_name", "IntA", "schon ein Gremium mit diesem Kurznamen"),
        ("seats", "0", "mindestens einen Sitz"),
        ("seats", "viele", "ganze Zahl"),
        ("start", "gestern", "gültiges Datum"),
        ("end", "2025-12-31", "Das Ende darf nicht vor dem Beginn liegen."),
    ],
)
def test_a_wrong_entry_is_named_at_its_field_and_nothing_typed_is_lost(admin, place, field, value, sentence):
    response = admin.post(url("committee-create"), {"body": place.body.pk, **ENTRIES, field: value})
    assert response.status_code == 422
    found = errors(response)
    assert sentence in " ".join(found.get(field, []) or found.get("__all__", []))
    assert 'value="Vorsitzender"' in response.content.decode()
    assert Committee.objects.count() == 1


def test_the_short_name_stays_once_sessions_are_numbered_with_it(admin, place):
    cast.session(place)
    admin.post(
        url("committee-edit", place.committee.pk),
        {**ENTRIES, "name": "Neuer Name", "start": cast.TERM_START.isoformat()},
    )
    place.committee.refresh_from_db()
    assert (place.committee.name, place.committee.short_name) == ("Neuer Name", "IntA")


def test_an_ended_committee_ends_its_seats_and_keeps_its_sessions(admin, place):
    room = cast.session(place, members=("Lütke",))
    response = admin.post(url("committee-end", place.committee.pk), {"end": "2026-06-30", "ends_seats": "on"})
    assert response.url == url("committee-detail", place.committee.pk)
    place.committee.refresh_from_db()
    assert place.committee.end == datetime.date(2026, 6, 30)
    assert Membership.objects.get(person__last_name="Lütke").end == datetime.date(2026, 6, 30)
    room.session.refresh_from_db()


def test_a_committee_does_not_end_before_a_session(admin, place):
    cast.session(place)
    response = admin.post(url("committee-end", place.committee.pk), {"end": "2026-03-10"})
    assert response.status_code == 422
    assert "IntA/1/2026 am 11.03.2026" in errors(response)["end"][0]
    place.committee.refresh_from_db()
    assert place.committee.end is None


def test_a_committee_with_sessions_is_not_deleted_but_may_be_ended(admin, place):
    cast.session(place)
    page = url("committee-delete", place.committee.pk)
    assert "kann nicht gelöscht werden" in admin.get(page).content.decode()
    response = admin.post(page)
    assert response.status_code == 409
    assert "stattdessen beenden" in response.content.decode()
    assert Committee.objects.filter(pk=place.committee.pk).exists()


def test_a_committee_entered_by_mistake_is_deleted(admin, place):
    response = admin.post(url("committee-delete", place.committee.pk))
    assert response.url == url("committee-list")
    assert not Committee.objects.exists()


def test_without_a_body_the_page_says_what_to_do_first(client, db):
    client.force_login(cast.user("admin"))
    page = client.get(url("committee-create")).content.decode()
    assert "Es gibt noch keine Körperschaft." in page
    assert not RuleProfile.objects.exists()
