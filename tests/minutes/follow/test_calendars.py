"""Calendars: read back with a parser, with changes, cancellations, and nothing that is not public."""

import datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.utils import timezone

from minutes import announcing, publishing
from tests import cast
from tests.clock import stand_at
from tests.minutes.follow.conftest import moved, session_on
from tests.publications import freeze

ALL = "/calendar/all.ics"
OF_COMMITTEE = "/calendar/lkm/committees/IntA.ics"


def calendar(client, url: str = ALL) -> icalendar.Calendar:
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(response.content)


def events(client, url: str = ALL) -> list[icalendar.Event]:
    return calendar(client, url).walk("VEVENT")


def event(client, url: str = ALL) -> icalendar.Event:
    [found] = events(client, url)
    return found


@pytest.fixture
def announced(coming, clerk):
    publishing.publish_agenda(coming.session, by=clerk)
    return coming


def test_an_announced_session_stands_in_it_with_its_agenda(client, announced, site):
    found = event(client)
    assert found["UID"] == f"{announced.session.pk}@gremia.example.org"
    assert found["SUMMARY"] == "1. Sitzung des Integrationsausschusses"
    start = datetime.datetime.combine(announced.session.date, datetime.time(16, 30), ZoneInfo("Europe/Berlin"))
    assert found.start == start
    assert found["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert "Saal 1" in found["LOCATION"]
    assert found["STATUS"] == "CONFIRMED"
    assert found["URL"] == f"{site}/minutes/lkm/IntA/1/{announced.session.year}/agenda/"
    assert "Punkt 1" in found["DESCRIPTION"]


def test_nothing_that_is_not_public_stands_in_it(client, announced):
    assert "Grundstück" not in client.get(ALL).content.decode()


def test_it_says_what_the_time_zone_is(client, announced):
    [zone] = calendar(client).walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Berlin"
    berlin = zone.to_tz()
    for month, hours in ((1, 1), (7, 2)):
        moment = datetime.datetime(2026, month, 15, 12, tzinfo=berlin)
        assert moment.utcoffset() == datetime.timedelta(hours=hours)


def test_lines_are_folded_and_ended_as_the_standard_wants_it(client, place, clerk):
    room = session_on(place, timezone.localdate(), number=1, items=1)
    type(room.items[0]).objects.update(title="Wege; Plätze, Brücken\\Stege " + "ü" * 200)
    publishing.publish_agenda(room.session, by=clerk)
    content = client.get(ALL).content
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert "Wege; Plätze, Brücken\\Stege " + "ü" * 200 in event(client)["DESCRIPTION"]


def test_its_times_are_those_of_the_publication(client, announced):
    found = event(client)
    published = announced.session.publications.filter(audience="public").get().visible_from.replace(microsecond=0)
    assert found["LAST-MODIFIED"].dt == found["DTSTAMP"].dt == found["CREATED"].dt == published


def test_a_change_is_the_same_event_with_a_higher_number(client, announced, clerk):
    before = event(client)
    day = announced.session.date + datetime.timedelta(days=7)
    moved(announced.session, date=day, room="Saal 3")
    publishing.publish_agenda(announced.session, by=clerk)
    after = event(client)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.start.date() == day
    assert "Saal 3" in after["LOCATION"]


def test_a_withdrawn_announcement_is_cancelled(client, announced, clerk):
    before = event(client)
    public = announced.session.publications.get(audience="public")
    publishing.withdraw(public, by=clerk, reason="Die Sitzung entfällt")
    after = event(client)
    assert (after["UID"], after["STATUS"]) == (before["UID"], "CANCELLED")
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert "Die Sitzung entfällt" in after["DESCRIPTION"]
    assert "Punkt 1" not in after["DESCRIPTION"]


def test_announced_anew_it_takes_place(client, announced, clerk):
    for row in announced.session.publications.all():
        publishing.withdraw(row, by=clerk, reason="Verlegt")
    cancelled = event(client)
    announcing.publish_notice(announced.session, by=clerk)
    found = event(client)
    assert (found["STATUS"], found["SEQUENCE"] > cancelled["SEQUENCE"]) == ("CONFIRMED", True)
    assert "Die Tagesordnung folgt." in found["DESCRIPTION"]


def test_published_minutes_lead_to_themselves(client, place, clerk, site):
    room = session_on(place, timezone.localdate(), number=1)
    publishing.publish_agenda(room.session, by=clerk)
    freeze(room.session)
    found = event(client)
    assert found["URL"] == f"{site}/minutes/lkm/IntA/1/{room.session.year}/"
    assert found.start.hour == 16


def test_minutes_tell_when_it_was_over(client, place, clerk):
    room = session_on(place, timezone.localdate(), number=1)
    begin = timezone.make_aware(datetime.datetime.combine(room.session.date, datetime.time(16, 35)))
    moved(room.session, opened_at=begin, closed_at=begin + datetime.timedelta(hours=2))
    freeze(room.session)
    found = event(client)
    assert (found.start, found.end) == (begin, begin + datetime.timedelta(hours=2))
    assert found["DTEND"].params["TZID"] == "Europe/Berlin"


def test_minutes_without_a_known_beginning_make_a_whole_day(client, place):
    room = session_on(place, timezone.localdate(), number=1, scheduled_start=None)
    freeze(room.session)
    found = event(client)
    assert (found.start, found["STATUS"]) == (room.session.date, "CONFIRMED")


def test_dated_ahead_it_is_not_in_it_before_its_moment(client, coming, clerk, monkeypatch):
    publishing.publish_agenda(coming.session, by=clerk, visible_from=timezone.now() + datetime.timedelta(hours=2))
    assert events(client) == []
    stand_at(monkeypatch, coming.session.date)
    assert len(events(client)) == 1


def test_of_a_body_and_of_a_committee_are_theirs_only(client, place, announced):
    other = cast.county("other")
    publishing.publish_agenda(session_on(other, announced.session.date, number=9).session, by=cast.user("admin"))
    assert len(events(client)) == 2
    for url in ("/calendar/lkm/all.ics", OF_COMMITTEE):
        assert event(client, url)["UID"].startswith(str(announced.session.pk))
    assert "Integrationsausschuss" in calendar(client, OF_COMMITTEE)["X-WR-CALNAME"]


@pytest.mark.parametrize(
    "url",
    [
        "/calendar/nowhere/all.ics",
        "/calendar/lkm/all.ics",
        "/calendar/lkm/committees/Nix.ics",
        "/calendar/lkm/people/1.ics",
        f"/calendar/lkm/people/{10**30}.ics",
        "/calendar/lkm/committees/IntA.ics",
    ],
)
def test_where_nothing_was_published_there_is_none(client, place, url):
    assert client.get(url).status_code == 404


def test_of_a_person_are_the_sessions_of_published_seats_while_they_last(client, place, clerk):
    today = timezone.localdate()
    seat = cast.member(place, "Kohl", start=today - datetime.timedelta(days=9), end=today - datetime.timedelta(days=1))
    days = [today - datetime.timedelta(days=days) for days in (20, 5, 0)]
    for number, day in enumerate(days, start=1):
        publishing.publish_agenda(session_on(place, day, number=number).session, by=clerk)
    url = f"/calendar/lkm/people/{seat.person_id}.ics"
    assert client.get(url).status_code == 404
    listed = announcing.publish_directory(place.committee, by=clerk)
    assert [found.start.date() for found in events(client, url)] == [days[1]]
    assert "Kohl" in calendar(client, url)["X-WR-CALNAME"]
    publishing.withdraw(listed, by=clerk, reason="Falsch")
    assert client.get(url).status_code == 404


def test_it_begins_with_last_year(client, place, clerk, monkeypatch):
    today = timezone.localdate()
    old = session_on(place, datetime.date(today.year - 2, 12, 31), number=1)
    new = session_on(place, datetime.date(today.year - 1, 1, 1), number=2)
    for room in (old, new):
        publishing.publish_agenda(room.session, by=clerk)
    assert event(client)["UID"].startswith(str(new.session.pk))


def test_of_older_sessions_the_agenda_is_at_the_address(client, place, clerk, monkeypatch):
    stand_at(monkeypatch, datetime.date(2026, 11, 26))
    for number, day in enumerate((datetime.date(2026, 9, 30), datetime.date(2026, 10, 1)), start=1):
        publishing.publish_agenda(session_on(place, day, number=number).session, by=clerk)
    old, new = events(client)
    assert ("Punkt 1" in old["DESCRIPTION"], "Punkt 1" in new["DESCRIPTION"]) == (False, True)
    tag = client.get(ALL)["ETag"]
    stand_at(monkeypatch, datetime.date(2026, 11, 30))
    assert client.get(ALL)["ETag"] == tag
    stand_at(monkeypatch, datetime.date(2026, 12, 1))
    assert client.get(ALL)["ETag"] != tag
    assert [found["SEQUENCE"] for found in events(client)] == [0, 0]


# Conditional requests


def test_unchanged_it_answers_304_after_one_query(client, announced, django_assert_num_queries):
    first = client.get(ALL)
    assert "public" in first["Cache-Control"]
    with django_assert_num_queries(2):  # whether a page is kept, and whether this changed
        second = client.get(ALL, headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 304
    assert client.get(ALL, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304


def test_each_change_is_another_version(client, coming, clerk, monkeypatch):
    tags = {client.get(ALL)["ETag"]}
    made = publishing.publish_agenda(coming.session, by=clerk)
    tags.add(client.get(ALL)["ETag"])
    publishing.publish_agenda(coming.session, by=clerk, visible_from=timezone.now() + datetime.timedelta(hours=1))
    assert client.get(ALL)["ETag"] in tags
    later = timezone.now() + datetime.timedelta(hours=2)
    with monkeypatch.context() as clock:
        clock.setattr(timezone, "now", lambda: later)
        tags.add(client.get(ALL)["ETag"])
    publishing.withdraw(made[0], by=clerk, reason="Verlegt")
    tags.add(client.get(ALL)["ETag"])
    assert len(tags) == 4


@pytest.mark.parametrize("rows", [1, 4])
def test_it_takes_the_same_queries_for_any_number_of_sessions(client, place, clerk, django_assert_num_queries, rows):
    for number in range(1, rows + 1):
        room = session_on(place, timezone.localdate(), number=number)
        publishing.publish_agenda(room.session, by=clerk)
        freeze(room.session)
    listed = announcing.publish_directory(cast.member(place, "Kohl", start=cast.TERM_START).committee, by=clerk)
    person = place.committee.memberships.latest("pk").person_id
    assert listed.record
    for url, queries in ((ALL, 5), ("/calendar/lkm/all.ics", 6), (OF_COMMITTEE, 6)):
        with django_assert_num_queries(queries):
            assert len(events(client, url)) == rows
    with django_assert_num_queries(6):
        assert len(events(client, f"/calendar/lkm/people/{person}.ics")) == rows


def test_it_gives_nobody_a_cookie(client, announced):
    assert client.get(ALL).cookies == {}
