"""Pages of seats: given, corrected, ended, deleted; contradictions are named where they were typed."""

import datetime

import pytest

from committees.models import Faction, LegislativeTerm, Membership, Person
from tests import cast
from tests.committees.pages import errors, seat, url


@pytest.fixture
def person(place):
    return Person.objects.create(first_name="Kim", last_name="Neu")


def create(browser, place, **entries):
    return browser.post(url("membership-create", place.committee.pk), seat(**entries))


def test_a_clerk_gives_a_seat(clerk, place, person):
    response = create(clerk, place, person=person.pk, faction=place.faction.pk, function="chair")
    row = Membership.objects.get(person=person)
    assert response.url == f"{url('committee-detail', place.committee.pk)}#seat-{row.pk}"
    assert (row.committee, row.faction, row.function, row.has_vote) == (place.committee, place.faction, "chair", True)
    assert (row.start, row.end) == (datetime.date(2026, 1, 1), None)


def test_a_personal_deputy_names_the_member(clerk, place, person):
    member = cast.member(place, "Lütke")
    create(clerk, place, person=person.pk, function="deputy", deputises_for=member.pk)
    assert Membership.objects.get(person=person).deputises_for == member


def test_nobody_else_gives_seats(other_clerk, readers, place, person):
    for browser in (other_clerk, *readers):
        assert create(browser, place, person=person.pk).status_code == 404
    assert not Membership.objects.filter(person=person).exists()


def test_an_overlapping_seat_is_refused_and_names_the_existing_one(clerk, place):
    member = cast.member(place, "Lütke")
    response = create(clerk, place, person=member.person_id, faction=place.faction.pk)
    assert response.status_code == 422
    assert "Lütke, Kim" in errors(response)["start"][0]
    assert "01.11.2025" in errors(response)["start"][0]
    assert 'value="2026-01-01"' in response.content.decode()
    assert f'<option value="{place.faction.pk}" selected>' in response.content.decode()
    assert Membership.objects.count() == 1


@pytest.mark.parametrize(
    ("entries", "field", "sentence"),
    [
        ({"kind": "advisory"}, "has_vote", "Beratende Mitglieder haben kein Stimmrecht."),
        ({"kind": "expert_resident"}, "has_vote", "Beratende Mitglieder haben kein Stimmrecht."),
        ({"deputy_rank": "1"}, "deputy_rank", "Nur eine Vertretung"),
        ({"deputy_rank": "-1", "function": "deputy"}, "deputy_rank", "größer oder gleich 0"),
        ({"end": "2025-12-31"}, "end", "Das Ende darf nicht vor dem Beginn liegen."),
        ({"start": ""}, "start", "zwingend erforderlich"),
        ({"start": "31.02.2026"}, "start", "gültiges Datum"),
        ({"start": "2024-01-01"}, "start", "Das Gremium gibt es erst seit dem 01.11.2025."),
        ({"person": ""}, "person", "zwingend erforderlich"),
        ({"person": "999999"}, "person", "gültige Auswahl"),
        ({"kind": "king"}, "kind", "king"),
    ],
)
def test_a_contradiction_is_named_at_its_field(clerk, place, person, entries, field, sentence):
    response = create(clerk, place, **{"person": person.pk, **entries})
    assert response.status_code == 422
    assert sentence in errors(response)[field][0]
    assert set(errors(response)) == {field}
    assert not Membership.objects.exists()


def test_a_deputy_is_personal_or_ranked(clerk, place, person):
    member = cast.member(place, "Lütke")
    entries = {"function": "deputy", "deputises_for": member.pk, "deputy_rank": "2"}
    response = create(clerk, place, person=person.pk, **entries)
    assert errors(response) == {
        "deputy_rank": ["Eine Vertretung ist entweder persönlich oder hat einen Rang, nicht beides."]
    }


def test_a_deputy_replaces_members_of_the_same_committee_only(clerk, place, person):
    elsewhere = cast.member(cast.county("other"), "Fern")
    response = create(clerk, place, person=person.pk, function="deputy", deputises_for=elsewhere.pk)
    assert response.status_code == 422
    assert "demselben Gremium" in errors(response)["deputises_for"][0]


def test_a_faction_of_another_body_or_time_is_refused(clerk, place, person):
    foreign = cast.county("other").faction
    assert "gültige Auswahl" in errors(create(clerk, place, person=person.pk, faction=foreign.pk))["faction"][0]
    days = {"start": datetime.date(2020, 11, 1), "end": datetime.date(2025, 10, 31)}
    earlier = LegislativeTerm.objects.create(body=place.body, name="2020–2025", **days)
    former = Faction.objects.create(term=earlier, name="Alte", short_name="Alte")
    assert "2020–2025" in errors(create(clerk, place, person=person.pk, faction=former.pk))["faction"][0]


def test_a_seat_is_corrected_but_stays_with_its_person(clerk, place, person):
    row = cast.member(place, "Lütke")
    clerk.post(url("membership-edit", row.pk), seat(row, person=person.pk, function="deputy_chair"))
    row.refresh_from_db()
    assert (row.person.last_name, row.function) == ("Lütke", "deputy_chair")


def test_the_page_of_a_seat_returns_to_where_the_user_came_from(clerk, place):
    row = cast.member(place, "Lütke")
    back = url("person-detail", row.person_id)
    assert clerk.post(f"{url('membership-edit', row.pk)}?next={back}", seat(row)).url == back
    elsewhere = f"{url('membership-edit', row.pk)}?next=https://example.com/"
    assert clerk.post(elsewhere, seat(row)).url.startswith(url("committee-detail", place.committee.pk))


def test_a_seat_ends(clerk, place):
    row = cast.member(place, "Lütke")
    clerk.post(url("membership-end", row.pk), {"end": "2026-06-30"})
    row.refresh_from_db()
    assert row.end == datetime.date(2026, 6, 30)


@pytest.mark.parametrize(("end", "sentence"), [("2025-10-31", "nicht vor dem Beginn"), ("", "erforderlich")])
def test_a_wrong_last_day_is_refused(clerk, place, end, sentence):
    row = cast.member(place, "Lütke")
    response = clerk.post(url("membership-end", row.pk), {"end": end})
    assert response.status_code == 422
    assert sentence in errors(response)["end"][0]


def test_a_seat_does_not_end_before_a_session_that_names_it(clerk, place):
    room = cast.session(place, members=("Lütke",))
    row = room["Lütke"].membership
    response = clerk.post(url("membership-end", row.pk), {"end": "2026-03-10"})
    assert response.status_code == 422
    assert "IntA/1/2026 am 11.03.2026" in errors(response)["end"][0]
    assert clerk.post(url("membership-end", row.pk), {"end": "2026-03-11"}).status_code == 302


def test_an_old_seat_that_sessions_name_can_be_corrected(clerk, place):
    room = cast.session(place, members=("Lütke",))
    row = room["Lütke"].membership
    Membership.objects.filter(pk=row.pk).update(end=cast.DAY)
    row.refresh_from_db()
    other = Faction.objects.create(term=place.term, name="XYZ-Kreistagsfraktion", short_name="XYZ")
    assert clerk.post(url("membership-edit", row.pk), seat(row, faction=other.pk)).status_code == 302
    row.refresh_from_db()
    assert row.faction == other


def test_a_seat_imported_with_contradictions_can_still_be_corrected(clerk, place):
    room = cast.session(place, members=("Lütke",))
    row = room["Lütke"].membership
    Membership.objects.filter(pk=row.pk).update(start="2020-01-01", end="2026-01-31")
    row.refresh_from_db()
    assert clerk.post(url("membership-edit", row.pk), seat(row, kind="expert_citizen")).status_code == 302
    row.refresh_from_db()
    assert row.kind == "expert_citizen"


def test_a_seat_that_sessions_name_is_not_deleted_but_may_be_ended(clerk, place):
    room = cast.session(place, members=("Lütke",))
    row = room["Lütke"].membership
    response = clerk.post(url("membership-delete", row.pk))
    assert response.status_code == 409
    assert "kann nicht gelöscht werden" in response.content.decode()
    assert f'href="{url("membership-end", row.pk)}"' in response.content.decode()
    assert Membership.objects.filter(pk=row.pk).exists()


def test_a_seat_given_by_mistake_is_deleted(clerk, place):
    row = cast.member(place, "Lütke")
    assert clerk.get(url("membership-delete", row.pk)).status_code == 200
    clerk.post(url("membership-delete", row.pk))
    assert not Membership.objects.filter(pk=row.pk).exists()


def test_the_seats_of_other_committees_do_not_exist_for_a_clerk(clerk, place):
    row = cast.member(cast.county("other"), "Fern")
    pages = [url(name, row.pk) for name in ("membership-edit", "membership-end", "membership-delete")]
    assert {clerk.get(page).status_code for page in pages} == {404}
    assert {clerk.post(page).status_code for page in pages} == {404}


@pytest.mark.parametrize("members", [1, 4])
def test_the_form_asks_the_same_for_few_and_many(clerk, place, django_assert_num_queries, members):
    for number in range(members):
        cast.member(place, f"Mitglied{number}")
    with django_assert_num_queries(8):
        clerk.get(url("membership-create", place.committee.pk))
