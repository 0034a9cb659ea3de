"""A new session: what is proposed, whom it invites, what it takes over."""

import datetime

import pytest
from django.utils import timezone

from committees.models import Attendance, Membership, Presence, Session
from tests import cast
from tests.minutes.desk.pages import url

YEAR = cast.DAY.year


@pytest.fixture
def form_url(place) -> str:
    return f"{url('session-create')}?committee={place.committee.pk}"


def _entries(**entries):
    return {"date": cast.DAY.isoformat(), "scheduled_start": "16:30", "number": "", "seats": "", **entries}


def test_the_only_committee_needs_no_choice(clerk, form_url):
    assert clerk.get(url("session-create")).url == form_url


def test_of_several_committees_one_is_chosen_first(client, place):
    cast.county("other")
    client.force_login(cast.user("admin"))
    response = client.get(url("session-create"))
    assert f"?committee={place.committee.pk}" in response.content.decode()


def test_the_next_number_of_the_year_is_proposed(clerk, place, form_url):
    year = timezone.localdate().year
    cast.session(place, number=4, year=year)
    assert clerk.get(form_url).context["form"]["number"].value() == 5


def test_an_empty_number_becomes_the_next_one_and_seats_come_from_the_committee(clerk, place, form_url):
    cast.session(place, number=2, year=YEAR)
    clerk.post(form_url, _entries())
    session = Session.objects.get(number=3)
    assert (session.year, session.seats) == (YEAR, place.committee.seats)


def test_the_proposed_number_follows_the_year_of_the_day(clerk, place, form_url):
    cast.session(place, number=6, year=2027)
    proposed = clerk.get(form_url).context["form"]["number"].value()
    clerk.post(form_url, _entries(date="2027-02-01", number=proposed))
    assert Session.objects.filter(year=2027, number=7).exists()


def test_it_leads_to_the_page_of_the_session(clerk, form_url):
    response = clerk.post(form_url, _entries())
    assert response.url == url("session-detail", Session.objects.get().pk)


def test_all_members_are_invited_and_count_as_present(clerk, place, form_url):
    cast.member(place, "Rat")
    cast.member(place, "Kundig", kind="expert_citizen")
    cast.member(place, "Leitung", function="chair")
    cast.member(place, "Ersatz", function="deputy")
    cast.member(place, "Gewesen", end=cast.DAY - datetime.timedelta(days=1))
    clerk.post(form_url, _entries())
    people = {row.person.last_name: row for row in Attendance.objects.select_related("person")}
    assert people.keys() == {"Rat", "Kundig", "Leitung"}
    assert {name: row.role for name, row in people.items()} == {
        "Rat": "Ktabg.", "Kundig": "s. B.", "Leitung": "Ktabg."
    }  # fmt: skip
    assert [row.person.last_name for row in people.values() if row.duty == "chair"] == ["Leitung"]
    whole = Presence.objects.filter(first_item=None, last_item=None)
    assert whole.count() == 3


def test_a_chief_officer_is_called_by_the_office(clerk, place, form_url):
    officer = cast.member(place, "Bergkamp", kind="chief_officer")
    officer.person.office = "Landrat"
    officer.person.save()
    clerk.post(form_url, _entries())
    assert Attendance.objects.get(person=officer.person).role == "Landrat"


def test_of_two_chairs_only_one_chairs_the_session(clerk, place, form_url):
    cast.member(place, "Eins", function="chair")
    cast.member(place, "Zwei", function="chair")
    clerk.post(form_url, _entries())
    assert Attendance.objects.filter(duty="chair").count() == 1


def test_the_last_session_lends_place_time_and_standing_items(clerk, place):
    source = cast.session(place, scheduled_start=datetime.time(17))
    Session.objects.update(place="Kreishaus", room="Saal", address="Ring 1")
    first, _second, third = source.items
    for item in (first, third):
        item.is_standing = True
        item.save()
    address = f"{url('session-create')}?from={source.session.pk}"
    form = clerk.get(address).context["form"]
    assert (form["place"].value(), form["room"].value(), form["address"].value()) == ("Kreishaus", "Saal", "Ring 1")
    assert form["scheduled_start"].value() == datetime.time(17)
    clerk.post(address, _entries(date="2026-05-01", standing=[first.pk, third.pk]))
    items = Session.objects.get(number=2).items.order_by("position")
    assert [(item.title, item.position, item.is_public, item.is_standing) for item in items] == [
        ("Punkt 1", 1, True, True),
        ("Punkt 3", 2, True, True),
    ]


def test_standing_items_left_out_stay_out(clerk, place):
    source = cast.session(place)
    source.items[0].is_standing = True
    source.items[0].save()
    clerk.post(f"{url('session-create')}?from={source.session.pk}", _entries())
    assert not Session.objects.get(number=2).items.exists()


def test_a_number_in_use_is_refused_and_everything_typed_stays(clerk, place, form_url):
    cast.session(place, number=3, year=YEAR)
    response = clerk.post(form_url, _entries(number=3, room="Kleiner Saal"))
    text = response.content.decode()
    assert response.status_code == 422
    assert "die nächste freie ist 4" in text
    assert "Kleiner Saal" in text
    assert Session.objects.count() == 1


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({"date": ""}, "date"),
        ({"date": "31.2.2026"}, "date"),
        ({"date": "1999-01-01"}, "date"),
        ({"scheduled_start": "25:00"}, "scheduled_start"),
        ({"seats": "-1"}, "seats"),
        ({"seats": "99999999"}, "seats"),
        ({"number": "x"}, "number"),
        ({"place": "x" * 161}, "place"),
    ],
)
def test_bad_entries_are_named_at_their_field(clerk, form_url, entries, field):
    response = clerk.post(form_url, _entries(**entries))
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not Session.objects.exists()


def test_a_day_may_be_typed_as_germans_do(clerk, form_url):
    clerk.post(form_url, _entries(date="18.11.2026", scheduled_start="16.30"))
    session = Session.objects.get()
    assert (session.date, session.scheduled_start) == (datetime.date(2026, 11, 18), datetime.time(16, 30))


def test_others_create_nothing(place, outsiders, form_url):
    stranger, councillor, reader = outsiders
    assert stranger.post(form_url, _entries()).status_code == 404
    assert councillor.post(form_url, _entries()).status_code == 403
    assert reader.post(form_url, _entries()).status_code == 403
    source = cast.session(place).session
    assert stranger.get(f"{url('session-create')}?from={source.pk}").status_code == 404
    assert Session.objects.count() == 1


def test_nonsense_addresses_are_not_found(clerk):
    assert clerk.get(f"{url('session-create')}?from=nonsense").status_code == 404
    assert clerk.get(f"{url('session-create')}?committee=nonsense").status_code == 404


def test_memberships_decide_by_the_day_of_the_session(clerk, place, form_url):
    Membership.objects.all().delete()
    cast.member(place, "Neu", start=cast.DAY)
    clerk.post(form_url, _entries(date=(cast.DAY - datetime.timedelta(days=1)).isoformat()))
    assert not Attendance.objects.exists()
