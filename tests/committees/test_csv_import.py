"""Import of people and seats: what a row does, and that it is all or nothing."""

import datetime

import pytest
from django.core import serializers

from committees import csv_format, csv_import
from committees.csv_import import Change
from committees.models import Committee, Faction, LegislativeTerm, Membership, Person
from tests import cast


@pytest.fixture
def place(db):
    return cast.county()


def run(place, found, **options) -> csv_import.Report:
    return csv_import.run(place.committee, found, by=None, **options)


def rows(*lines, headings="Nachname;Vorname;Von"):
    return csv_format.read("\n".join([headings, *lines]))


def problems(place, *lines, headings="Nachname;Vorname;Von"):
    report = run(place, rows(*lines, headings=headings))
    return {outcome.line: " ".join(outcome.problems) for outcome in report.failures}


def contents():
    everything = [*Person.objects.order_by("pk"), *Membership.objects.order_by("pk"), *Committee.objects.order_by("pk")]
    return serializers.serialize("json", everything)


def test_a_new_person_gets_a_seat(place):
    line = "Dr.;Özkan;Rena;w;MA;Verband;r@example.org;ABC;s. B.;stellv. Vorsitz;ja;1.1.2026;31.12.2026"
    headings = "Titel;Nachname;Vorname;Geschlecht;Amt;Organisation;E-Mail;Fraktion;Art;Funktion;Stimmrecht;Von;Bis"
    [outcome] = run(place, rows(line, headings=headings)).outcomes
    seat = Membership.objects.get()
    person = seat.person
    assert (outcome.person, outcome.seat) == (csv_import.NEW, csv_import.NEW)
    assert (person.academic_title, person.last_name, person.first_name, person.gender) == ("Dr.", "Özkan", "Rena", "f")
    assert (person.office, person.detail, person.email) == ("MA", "Verband", "r@example.org")
    assert (seat.committee, seat.faction, seat.kind, seat.function) == (
        place.committee,
        place.faction,
        "expert_citizen",
        "deputy_chair",
    )
    assert (seat.has_vote, seat.start, seat.end) == (True, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))


def test_what_the_file_does_not_say_follows_from_the_rest(place):
    run(place, rows("Lang;Uwe;1.1.2026;beratend", headings="Nachname;Vorname;Von;Art"))
    run(place, rows("Kurz;Uwe;1.1.2026"))
    seats = {seat.person.last_name: (seat.kind, seat.function, seat.has_vote) for seat in Membership.objects.all()}
    assert seats == {"Lang": ("advisory", "member", False), "Kurz": ("council_member", "member", True)}


def test_the_export_imported_again_changes_nothing(place):
    member = cast.member(place, "Lütke", function="chair")
    cast.member(place, "Ersatz", function="deputy", deputises_for=member)
    cast.member(place, "Zweiter", function="deputy", deputy_rank=2)
    cast.member(place, "Solo", faction=None, kind="advisory", has_vote=False)
    cast.member(place, "=Formel", kind="chief_officer", end=datetime.date(2026, 6, 30))
    cast.member(place, "Lütke", has_vote=False)  # a namesake
    before = contents()
    exported = csv_format.write(Membership.objects.all())
    report = run(place, csv_format.read(csv_format.decode(exported.encode())))
    assert [outcome.problems for outcome in report.failures] == []
    assert (len(report.outcomes), report.effects) == (6, [])
    assert contents() == before


def test_the_export_comes_back_whole_in_an_empty_committee(place):
    member = cast.member(place, "Lütke", function="chair")
    cast.member(place, "Ersatz", function="deputy", deputises_for=member, end=datetime.date(2026, 6, 30))
    exported = csv_format.write(Membership.objects.all())
    Membership.objects.exclude(pk=member.pk).delete()
    Membership.objects.all().delete()
    run(place, csv_format.read(csv_format.decode(exported.encode())))
    assert csv_format.write(Membership.objects.all()) == exported


def test_a_dry_run_says_all_and_changes_nothing(place):
    seat = cast.member(place, "Lütke")
    before = contents()
    lines = ["Lütke;Kim;01.11.2025;30.06.2026;Landrat", "Neu;Eva;01.07.2026;;"]
    found = rows(*lines, headings="Nachname;Vorname;Von;Bis;Amt")
    report = csv_import.dry_run(place.committee, found)
    known, new = report.outcomes
    assert contents() == before
    assert (known.person, known.seat) == (csv_import.CHANGED, csv_import.CHANGED)
    assert known.changes == (Change("Amt", "", "Landrat"), Change("Bis", "", "30.06.2026"))
    assert (new.person, new.seat) == (csv_import.NEW, csv_import.NEW)
    assert Change("Von", "", "01.07.2026") in new.changes
    done = run(place, found, expected=report.fingerprint)
    assert done == report
    seat.refresh_from_db()
    assert (seat.person.office, seat.end) == ("Landrat", datetime.date(2026, 6, 30))


def test_one_wrong_line_keeps_all_others_out(place):
    before = contents()
    assert list(problems(place, "Gut;Eva;01.01.2026", "Schlecht;Uwe;gestern")) == [3]
    assert contents() == before


def test_what_differs_from_the_dry_run_is_not_stored(place):
    found = rows("Neu;Eva;01.01.2026")
    shown = csv_import.dry_run(place.committee, found)
    Person.objects.create(first_name="Eva", last_name="Neu")
    report = run(place, found, expected=shown.fingerprint)
    assert report.fingerprint != shown.fingerprint
    assert not Membership.objects.exists()


def test_an_empty_cell_leaves_a_person_alone(place):
    seat = cast.member(place, "Lütke")
    Person.objects.update(office="Landrat", email="l@example.org")
    run(place, rows("Lütke;Kim;01.11.2025;;", headings="Nachname;Vorname;Von;Amt;E-Mail"))
    seat.person.refresh_from_db()
    assert (seat.person.office, seat.person.email) == ("Landrat", "l@example.org")


def test_a_column_that_is_missing_leaves_a_seat_alone(place):
    seat = cast.member(place, "Lütke", function="chair", kind="expert_citizen")
    report = run(place, rows("Lütke;Kim;01.11.2025"))
    assert report.effects == []
    seat.refresh_from_db()
    assert (seat.function, seat.kind, seat.faction) == ("chair", "expert_citizen", place.faction)


def test_a_changed_name_is_found_by_its_number(place):
    seat = cast.member(place, "Lütke")
    line = f"{seat.person_id};Lütke-Ohm;Kim;01.11.2025"
    report = run(place, rows(line, headings="Nr.;Nachname;Vorname;Von"))
    assert report.outcomes[0].changes == (Change("Nachname", "Lütke", "Lütke-Ohm"),)
    seat.person.refresh_from_db()
    assert seat.person.last_name == "Lütke-Ohm"
    assert Person.objects.count() == 1


def test_a_successor_comes_in_the_file_that_ends_the_predecessor(place):
    cast.member(place, "Lütke")
    lines = ["Lütke;Kim;01.07.2026;;Mitglied", "Lütke;Kim;01.11.2025;30.06.2026;Vorsitz"]
    report = run(place, rows(*lines, headings="Nachname;Vorname;Von;Bis;Funktion"))
    assert report.failures == []
    seats = Membership.objects.order_by("start").values_list("function", "end")
    assert list(seats) == [("chair", datetime.date(2026, 6, 30)), ("member", None)]


def test_a_deputy_may_stand_before_the_member(place):
    lines = ["Ersatz;Eva;01.01.2026;Vertretung;Neu, Uwe", "Neu;Uwe;01.01.2026;Mitglied;"]
    report = run(place, rows(*lines, headings="Nachname;Vorname;Von;Funktion;Vertritt"))
    assert [outcome.line for outcome in report.outcomes] == [2, 3]
    assert Membership.objects.get(function="deputy").deputises_for.person.last_name == "Neu"


def test_one_person_deputises_for_two(place):
    for name in ("Erst", "Zweit"):
        cast.member(place, name)
    lines = ["Ersatz;Eva;01.01.2026;Vertretung;Erst, Kim", "Ersatz;Eva;01.01.2026;Vertretung;Zweit, Kim"]
    report = run(place, rows(*lines, headings="Nachname;Vorname;Von;Funktion;Vertritt"))
    assert (report.count("person", csv_import.NEW), report.count("seat", csv_import.NEW)) == (1, 2)
    again = csv_import.dry_run(place.committee, rows(*lines, headings="Nachname;Vorname;Von;Funktion;Vertritt"))
    assert again.effects == []


@pytest.mark.parametrize(
    ("headings", "line", "sentence"),
    [
        ("Nachname;Von", ";01.01.2026", "Der Nachname fehlt."),
        ("Nachname;Von", "Neu;", "Der erste Tag des Sitzes fehlt."),
        ("Nachname;Von", "Neu;31.02.2026", "Von: „31.02.2026“ ist kein Datum."),
        ("Nachname;Von;Bis", "Neu;01.01.2026;31.12.2025", "Das Ende darf nicht vor dem Beginn liegen."),
        ("Nachname;Von", "Neu;01.01.2024", "Von: Das Gremium gibt es erst seit dem 01.11.2025."),
        ("Nachname;Von;Art", "Neu;01.01.2026;König", "Art: „König“ ist unbekannt. Möglich sind: Mandat"),
        ("Nachname;Von;Geschlecht", "Neu;01.01.2026;x", "Geschlecht: „x“ ist unbekannt."),
        ("Nachname;Von;Stimmrecht", "Neu;01.01.2026;vielleicht", "Stimmrecht"),
        ("Nachname;Von;Art;Stimmrecht", "Neu;01.01.2026;beratend;ja", "Beratende Mitglieder haben kein Stimmrecht."),
        ("Nachname;Von;Rang", "Neu;01.01.2026;eins", "Rang: „eins“ ist keine Zahl."),
        ("Nachname;Von;Rang", "Neu;01.01.2026;1", "Nur eine Vertretung"),
        ("Nachname;Von;Fraktion", "Neu;01.01.2026;Nirgends", "Keine Fraktion „Nirgends“"),
        ("Nachname;Von;Funktion;Vertritt", "Neu;01.01.2026;Vertretung;Niemand", "Kein Mitglied „Niemand“"),
        ("Nachname;Von;E-Mail", "Neu;01.01.2026;keine", "E-Mail: Bitte gültige E-Mail-Adresse eingeben."),
        ("Nr.;Nachname;Von", "999999;Neu;01.01.2026", "niemanden mit der Nummer 999999"),
        ("Nr.;Nachname;Von", "zwölf;Neu;01.01.2026", "niemanden mit der Nummer zwölf"),
        ("Nachname;Von", f"{'x' * 81};01.01.2026", "Nachname:"),
        ("Nachname;Vorname;Von", "Lütke;Kim;01.01.2026", "hat ab 01.11.2025 schon einen Sitz"),
    ],
)
def test_a_wrong_line_is_named_with_its_reason(place, headings, line, sentence):
    cast.member(place, "Lütke")
    found = problems(place, line, headings=headings)
    assert list(found) == [2]
    if "schon einen Sitz" in sentence:
        assert "01.11.2025" in found[2]
    else:
        assert sentence in found[2]
    assert Membership.objects.count() == 1


def test_a_number_that_belongs_to_somebody_else_is_refused(place):
    seat = cast.member(place, "Lütke")
    line = f"{seat.person_id};Ganz;Anders;01.01.2026"
    assert "jemand anderes" in problems(place, line, headings="Nr.;Nachname;Vorname;Von")[2]


def test_namesakes_are_told_apart_by_number_mail_or_seat(place):
    Person.objects.create(first_name="Kim", last_name="Lütke", email="a@example.org")
    Person.objects.create(first_name="Kim", last_name="Lütke", email="b@example.org")
    assert "Diesen Namen haben mehrere" in problems(place, "Lütke;Kim;01.01.2026")[2]
    run(place, rows("Lütke;Kim;01.01.2026;b@example.org", headings="Nachname;Vorname;Von;E-Mail"))
    assert Membership.objects.get().person.email == "b@example.org"
    assert run(place, rows("Lütke;Kim;01.01.2026")).effects == []


def test_one_file_does_not_contradict_itself(place):
    lines = ["Neu;Eva;01.01.2026;31.01.2026;MA", "Neu;Eva;01.03.2026;;FBL"]
    found = problems(place, *lines, headings="Nachname;Vorname;Von;Bis;Amt")
    assert found == {3: "Amt: In Zeile 2 steht „MA“ zu derselben Person."}
    assert "Zeile 2 geht es um denselben Sitz" in problems(place, "Neu;Eva;01.01.2026", "Neu;Eva;01.01.2026")[3]


def test_a_faction_is_that_of_the_term_in_which_the_seat_begins(place):
    place.committee.start = datetime.date(2020, 11, 1)
    place.committee.save()
    days = {"start": datetime.date(2020, 11, 1), "end": datetime.date(2025, 10, 31)}
    earlier = LegislativeTerm.objects.create(body=place.body, name="2020–2025", **days)
    former = Faction.objects.create(term=earlier, name=place.faction.name, short_name="ABC")
    lines = ["Alt;Eva;01.12.2020;31.10.2025;ABC", "Neu;Eva;01.12.2025;;abc"]
    run(place, rows(*lines, headings="Nachname;Vorname;Von;Bis;Fraktion"))
    factions = {seat.person.last_name: seat.faction for seat in Membership.objects.all()}
    assert factions == {"Alt": former, "Neu": place.faction}


def test_a_seat_that_a_session_names_is_not_cut_off(place):
    cast.session(place, members=("Lütke",))
    found = problems(place, "Lütke;Kim;01.11.2025;10.03.2026", headings="Nachname;Vorname;Von;Bis")
    assert "IntA/1/2026 am 11.03.2026" in found[2]
