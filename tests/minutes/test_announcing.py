"""Publishing that a session takes place, and who sits where: what is frozen, what is refused, what nobody reads."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from committees.models import AgendaItem, Committee, Membership, Person, RuleProfile, Session
from minutes import announcing, publishing
from minutes.models import Issue, Publication
from minutes.record.announcements import AgendaRecord, DirectoryRecord
from minutes.record.serialise import from_bytes
from tests import cast
from tests.minutes.verified import findings
from tests.publications import seal


@pytest.fixture
def place(db) -> cast.County:
    return cast.county()


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def room(place) -> cast.Room:
    """A session to come, tomorrow."""
    day = timezone.localdate() + datetime.timedelta(days=1)
    found = cast.session(place, date=day, scheduled_start=datetime.time(16, 30), room="Saal 2", address="Markt 1")
    AgendaItem.objects.filter(pk=found.items[2].pk).update(title="Grundstück am Bach", is_public=False)
    return found


def seats(publication: Publication) -> list:
    return list(from_bytes(publication.record.encode(), DirectoryRecord).seats)


def test_a_notice_says_when_and_where_and_nothing_of_the_agenda(room, clerk):
    made = announcing.publish_notice(room.session, by=clerk)
    record = from_bytes(made.record.encode(), AgendaRecord)
    assert (made.kind, made.audience, made.edition) == ("notice", "public", 1)
    assert (record.reference, record.place_text, record.parts) == ("IntA/1/2026", "Saal 2, Markt 1", ())
    assert timezone.localtime(record.starts_at).time() == datetime.time(16, 30)
    assert "Punkt" not in made.record
    assert "Grundstück" not in made.record


def test_a_session_without_any_item_can_be_announced(room, clerk):
    room.session.items.all().delete()
    assert announcing.publish_notice(room.session, by=clerk).issue.date == room.session.date


def test_another_notice_replaces_the_first(room, clerk):
    first = announcing.publish_notice(room.session, by=clerk)
    Session.objects.filter(pk=room.session.pk).update(room="Saal 3")
    second = announcing.publish_notice(room.session, by=clerk, note="neuer Raum")
    first.issue.refresh_from_db()
    assert (second.edition, first.issue.visible_until) == (2, second.visible_from)
    assert "Saal 2" in first.record
    assert "Saal 3" in second.record


def test_a_sealed_session_is_not_announced(room, clerk):
    seal(room.session)
    with pytest.raises(ValidationError):
        announcing.publish_notice(room.session, by=clerk)
    assert not Publication.objects.exists()


def test_where_the_agenda_is_published_or_dated_ahead_there_is_no_notice(room, clerk):
    agendas = publishing.publish_agenda(
        room.session, by=clerk, visible_from=timezone.now() + datetime.timedelta(days=1)
    )
    with pytest.raises(ValidationError):
        announcing.publish_notice(room.session, by=clerk)
    for row in agendas:
        publishing.withdraw(row, by=clerk, reason="Verlegt")
    assert announcing.publish_notice(room.session, by=clerk).kind == "notice"


def test_a_directory_holds_all_seats_in_the_usual_order(place, clerk):
    second = place.faction.__class__.objects.create(term=place.term, name="ZZZ-Fraktion", short_name="ZZZ", position=2)
    cast.member(place, "Letzte", faction=second)
    cast.member(place, "Älter")
    cast.member(place, "Berater", kind="advisory", has_vote=False, faction=None)
    cast.member(place, "Stellvertreterin", function="deputy_chair", faction=second)
    cast.member(place, "Vorsitz", function="chair", faction=second)
    cast.member(place, "Einzeln", faction=None)
    former = cast.member(place, "Vormals", end=cast.DAY)
    member = cast.member(place, "Beamte", kind="chief_officer", faction=None)
    Person.objects.filter(pk=member.person_id).update(office="Landrat", is_staff_member=True)
    cast.member(place, "Ersatz", function="deputy", deputises_for=former)
    cast.member(place, "Künftig", start=timezone.localdate() + datetime.timedelta(days=1))
    made = announcing.publish_directory(place.committee, by=clerk)
    assert [(seat.name, seat.group) for seat in seats(made)] == [
        ("Vorsitz, Kim", "Vorsitz"),
        ("Stellvertreterin, Kim", "Vorsitz"),
        ("Beamte, Kim", "Mitglieder kraft Amtes"),
        ("Älter, Kim", "ABC-Kreistagsfraktion"),
        ("Letzte, Kim", "ZZZ-Fraktion"),
        ("Einzeln, Kim", "Fraktionslos"),
        ("Berater, Kim", "Beratende Mitglieder"),
        ("Ersatz, Kim", "Stellvertretende Mitglieder"),
        ("Vormals, Kim", "ABC-Kreistagsfraktion"),
    ]
    assert [seat.function for seat in seats(made)] == [
        "Ausschussvorsitzende/r",
        "stellv. Ausschussvorsitzende/r",
        "Landrat",
        "Mitglied",
        "Mitglied",
        "Mitglied",
        "beratendes Mitglied",
        "Vertretung von Vormals, Kim",
        "Mitglied",
    ]
    assert (made.kind, made.committee, made.issue.reference) == ("directory", place.committee, "IntA")


def test_nothing_else_of_a_person_goes_out(place, clerk):
    seat = cast.member(place, "Kohl")
    Person.objects.filter(pk=seat.person_id).update(
        email="kim@example.org", short_code="KKX", detail="privat erreichbar", office="Zeugwart"
    )
    record = announcing.publish_directory(place.committee, by=clerk).record
    for word in ("example.org", "KKX", "privat", "Zeugwart"):
        assert word not in record


def staff(place, name="Dregger", **fields) -> Membership:
    seat = cast.member(place, name, kind="advisory", has_vote=False, faction=None, **fields)
    Person.objects.filter(pk=seat.person_id).update(is_staff_member=True, office="MA", detail="Leiter Sozialamt")
    return seat


def test_staff_stand_by_function_where_the_profile_says_so(place, clerk):
    RuleProfile.objects.update(staff_by_function=True)
    boss, deputy = staff(place), staff(place, "Vossing")
    Membership.objects.filter(pk=deputy.pk).update(function="deputy", deputises_for=boss)
    staff(place, "Sander", end=cast.DAY)
    cast.member(place, "Kohl")
    made = announcing.publish_directory(place.committee, by=clerk)
    for word in ("Dregger", "Vossing", "Sander"):
        assert word not in made.record
    hidden = [seat for seat in seats(made) if not seat.name]
    assert [(seat.person_id, seat.function) for seat in hidden] == [
        ("", "MA (Leiter Sozialamt), Vertretung von MA (Leiter Sozialamt)"),
        ("", "MA (Leiter Sozialamt)"),
        ("", "MA (Leiter Sozialamt)"),
    ]
    assert [seat.name for seat in seats(made) if seat.name] == ["Kohl, Kim"]


def test_a_function_does_not_tell_the_name_either(place, clerk):
    RuleProfile.objects.update(staff_by_function=True)
    Person.objects.filter(pk=staff(place).person_id).update(office="MA Dregger", detail="Stabsstelle DREGGER")
    made = announcing.publish_directory(place.committee, by=clerk)
    assert "dregger" not in made.record.casefold()
    assert seats(made)[0].function == "Mitarbeiter/in der Verwaltung"


def test_staff_stand_by_name_elsewhere_and_offices_by_election_everywhere(place, clerk):
    Person.objects.filter(pk=staff(place, "Terbeck").person_id).update(office="Kreisdirektorin")
    staff(place)
    named = [seat.name for seat in seats(announcing.publish_directory(place.committee, by=clerk))]
    assert named == ["Dregger, Kim", "Terbeck, Kim"]
    RuleProfile.objects.update(staff_by_function=True)
    named = [seat.name for seat in seats(announcing.publish_directory(place.committee, by=clerk))]
    assert named == ["", "Terbeck, Kim"]


def test_who_is_renamed_or_deleted_stays_in_it_as_it_was(place, clerk):
    renamed, deleted = cast.member(place, "Kohl"), cast.member(place, "Merten")
    made = announcing.publish_directory(place.committee, by=clerk)
    Person.objects.filter(pk=renamed.person_id).update(last_name="Neuname")
    person = deleted.person
    deleted.delete()
    person.delete()
    call_command("rebuild", verbosity=0)
    stored = Publication.objects.get(pk=made.pk)
    assert [seat.name for seat in seats(stored)] == ["Kohl, Kim", "Merten, Kim"]
    assert findings() == []


def test_a_committee_that_has_ended_is_published_as_on_its_last_day(place, clerk):
    cast.member(place, "Kohl")
    cast.member(place, "Vormals", end=cast.DAY - datetime.timedelta(days=9))
    Committee.objects.filter(pk=place.committee.pk).update(end=cast.DAY)
    made = announcing.publish_directory(place.committee, by=clerk)
    record = from_bytes(made.record.encode(), DirectoryRecord)
    assert record.date == made.issue.date == cast.DAY
    assert [seat.name for seat in record.current] == ["Kohl, Kim"]
    assert [seat.name for seat in record.former] == ["Vormals, Kim"]


def test_a_committee_in_which_nobody_ever_sat_is_not_published(place, clerk):
    with pytest.raises(ValidationError):
        announcing.publish_directory(place.committee, by=clerk)
    assert not Publication.objects.exists()


def test_both_are_in_the_chain_and_projected_anew(room, place, clerk):
    cast.member(place, "Kohl")
    announcing.publish_notice(room.session, by=clerk)
    announcing.publish_directory(place.committee, by=clerk)
    last = announcing.publish_directory(place.committee, by=clerk)
    publishing.withdraw(last, by=clerk, reason="Falscher Name")
    before = list(Issue.objects.order_by("pk").values())
    call_command("rebuild", verbosity=0)
    assert list(Issue.objects.order_by("pk").values()) == before
    assert len(before) == 3
    assert findings() == []
