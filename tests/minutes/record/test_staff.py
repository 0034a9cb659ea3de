"""Staff by function: the public record has no names of employees, and keeps every other word."""

from dataclasses import replace

import pytest

from committees.models import Attendance, RuleProfile
from minutes.markup import parse, plain, units
from minutes.models import Contribution, Speaker
from minutes.record import read
from minutes.record.serialise import canonical_bytes
from minutes.record.staff import SOMEBODY, StaffMember, by_function, function_text, is_elected_office
from minutes.record.values import AttendanceGroup, AttendanceRow, ContributionRecord, SignatureLine, VoterValue
from tests.minutes.documents import samples

DREGGER = StaffMember("p-1", "Dregger", "MA des Jugendamts", first_name="Kim", roles=("MA",))


def written(text, *staff, others=()):
    """What becomes of a text."""
    part = samples.m01().parts[0]
    item = replace(part.items[0], contributions=(ContributionRecord("c", "note", parse(text)),))
    record = replace(samples.m01(), parts=(replace(part, items=(item,)),))
    found = by_function(record, staff or (DREGGER,), others=others)
    return plain(next(found.items()).contributions[0].text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MA Dregger antwortet.", "MA des Jugendamts antwortet."),
        ("Dazu antwortet Dregger.", "Dazu antwortet MA des Jugendamts."),
        ("Herr Dregger und Frau Dregger", "MA des Jugendamts und MA des Jugendamts"),
        ("von Herrn Dregger", "von MA des Jugendamts"),
        ("MA Herr Dr. Kim Dregger", "MA des Jugendamts"),
        ("Prof. Dr. Dregger", "MA des Jugendamts"),
        ("Kim Dregger", "MA des Jugendamts"),
        ("MA\u00a0Dregger", "MA des Jugendamts"),
        ("MA\nDregger", "MA des Jugendamts"),
        ("DREGGER: ja", "MA des Jugendamts: ja"),
        ("Dreggers Bericht", "MA des Jugendamts Bericht"),
        ("Dregger’s Bericht", "MA des Jugendamts Bericht"),
        ("(Dregger)", "(MA des Jugendamts)"),
        ("„Dregger“", "„MA des Jugendamts“"),
        ("⟨MA Dregger⟩ antwortet.", "MA des Jugendamts antwortet."),
        ("MA ⟨Dregger⟩ antwortet.", "MA des Jugendamts antwortet."),
        ("**MA Dregger** antwortet.", "MA des Jugendamts antwortet."),
        ("- MA Dregger\n- 1", "- MA des Jugendamts\n- 1"),
        ("Dreggerstraße", "Dreggerstraße"),
        ("Dregger-Plan", "Dregger-Plan"),
        ("Müller-Dregger", "Müller-Dregger"),
        ("dregger", "dregger"),
        ("Dreggersche Lösung", "Dreggersche Lösung"),
        ("MA antwortet.", "MA antwortet."),
    ],
)
def test_names_in_texts_give_way_to_functions(text, expected):
    assert written(text) == expected


def test_a_speaker_mark_stays_one():
    part = samples.m01().parts[0]
    item = replace(part.items[0], contributions=(ContributionRecord("c", "speech", parse("MA ⟨Dregger⟩ spricht.")),))
    found = by_function(replace(samples.m01(), parts=(replace(part, items=(item,)),)), [DREGGER])
    (spans,) = units(next(found.items()).contributions[0].text)
    assert [(span.kind, span.text) for span in spans] == [("speaker", "MA des Jugendamts"), ("plain", " spricht.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Winter war lang.", "Der Winter war lang."),
        ("MA Winter antwortet.", "MA antwortet."),
        ("Frau Winter antwortet.", "MA antwortet."),
        ("Eva Winter antwortet.", "MA antwortet."),
        ("des Winters", "des Winters"),
    ],
)
def test_an_ordinary_word_is_a_name_only_after_a_role(text, expected):
    assert written(text, StaffMember("p-1", "Winter", "MA", first_name="Eva", roles=("MA",))) == expected


def test_a_word_that_the_record_writes_small_is_ordinary():
    staff = StaffMember("p-1", "Sacht", "MA", roles=("MA",))
    assert written("Sacht beginnt es.", staff) == "MA beginnt es."
    assert written("Ganz sacht. Sacht beginnt es. MA Sacht auch.", staff) == "Ganz sacht. Sacht beginnt es. MA auch."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ktabg. Dregger fragt MA Dregger.", "Ktabg. Dregger fragt MA des Jugendamts."),
        ("Herr Dregger fragt.", "Herr Dregger fragt."),
        ("Kim Dregger antwortet.", "MA des Jugendamts antwortet."),
    ],
)
def test_a_surname_of_somebody_else_too_goes_only_after_role_or_first_name(text, expected):
    assert written(text, others=("Dregger", "Kohl")) == expected


def test_the_genitive_of_one_is_not_the_name_of_another():
    sander = StaffMember("p-1", "Sander", "MA", roles=("MA",))
    assert written("Ktabg. Sanders fragt Sander.", sander, others=("Sanders",)) == "Ktabg. Sanders fragt MA."


def test_two_of_one_surname_are_told_apart_by_what_stands_before():
    staff = (
        StaffMember("p-1", "Dregger", "MA des Jugendamts", first_name="Kim", roles=("MA",)),
        StaffMember("p-2", "Dregger", "FBL (Soziales)", first_name="Eva", roles=("FBL",)),
        StaffMember("p-3", "Dregger", "MA des Sozialamts", first_name="Uwe", roles=("MA",)),
    )
    text = "FBL Dregger, Kim Dregger, MA Dregger, Dregger"
    assert written(text, *staff) == f"FBL (Soziales), MA des Jugendamts, MA, {SOMEBODY}"


def test_surnames_of_several_words_are_found():
    staff = StaffMember("p-1", "von dem Berge", "MA", roles=("MA",))
    assert written("MA von dem\u00a0Berge wohnt auf dem Berge.", staff) == "MA wohnt auf dem Berge."


def test_no_staff_no_change():
    assert by_function(samples.m01(), []) is not None
    assert by_function(samples.m01(), []) == samples.m01()


def test_lists_fields_and_sentences_lose_the_name_and_the_key():
    part = samples.m01().parts[0]
    item = replace(
        part.items[0],
        title="Bericht von MA Dregger",
        rapporteur="MA Dregger",
        before=("MA Dregger übernimmt.",),
        notes=("Auskunft Dregger",),
        contributions=(
            ContributionRecord("c-1", "speech", parse("⟨FBL 2 Dregger⟩ sagt"), "FBL 2 Dregger", "FBL 2", "p-1"),
            ContributionRecord("c-2", "speech", parse("und weiter"), person_id="p-1"),
            ContributionRecord("c-3", "speech", parse("⟨s. B. Kohl⟩ fragt"), "s. B. Kohl", "s. B.", "p-2"),
        ),
    )
    rows = (
        AttendanceRow("MA Dregger (Leiter)", "x", "Schriftführer", "p-1"),
        AttendanceRow("Kohl, Jo", person_id="p-2"),
    )
    record = replace(
        samples.m01(),
        attendance=(AttendanceGroup("Verwaltung", rows),),
        parts=(replace(part, items=(item,), agenda=(replace(part.agenda[0], title=item.title),)),),
        annexes=(replace(samples.m01().annexes[0], title="Folien Dregger"),),
        signatures=(
            SignatureLine("Dregger", "Schriftführer", "Kim Dregger", "p-1"),
            SignatureLine("Kohl", "Vorsitz", "", "p-2"),
        ),
    )
    found = by_function(record, [DREGGER], others=["Kohl"])
    assert found.attendance[0].rows == (AttendanceRow("MA des Jugendamts", "", "Schriftführer", ""), rows[1])
    assert found.signatures == (SignatureLine("Dregger", "Schriftführer", "Kim Dregger", ""), record.signatures[1])
    unsigned = canonical_bytes(replace(found, signatures=())).decode()
    assert [word for word in ("Dregger", "p-1") if word in unsigned] == []
    one, two, three = next(found.items()).contributions
    assert (one.speaker, one.role, one.person_id) == ("MA des Jugendamts", "FBL 2", "")
    assert plain(one.text) == "MA des Jugendamts sagt"
    assert (two.speaker, two.person_id, two.text) == ("", "", parse("und weiter"))
    assert three == item.contributions[2]
    assert (found.body, found.committee, found.place_text) == (record.body, record.committee, record.place_text)


@pytest.mark.parametrize(
    ("role", "detail", "expected"),
    [
        ("MA", "Kommunales Integrationszentrum", "MA des Kommunalen Integrationszentrums"),
        ("MA", "Jugendamt", "MA des Jugendamts"),
        ("MA", "Abteilung Soziales", "MA der Abteilung Soziales"),
        ("MA", "Untere Wasserverwaltung", "MA der Unteren Wasserverwaltung"),
        ("MA", "Fachdienst Jugend und Familie", "MA des Fachdiensts Jugend und Familie"),
        ("MA", "des Jugendamts", "MA des Jugendamts"),
        ("MA", "im Jugendamt", "MA im Jugendamt"),
        ("MA", "Leiter Kommunales Integrationszentrum", "MA (Leiter Kommunales Integrationszentrum)"),
        ("FBL 2", "Arbeit und Soziales", "FBL 2 (Arbeit und Soziales)"),
        ("MA", "", "MA"),
        ("", "", SOMEBODY),
        ("", "Jugendamt", f"{SOMEBODY} des Jugendamts"),
    ],
)
def test_a_function_is_worded_from_role_and_detail(role, detail, expected):
    assert function_text(role, detail) == expected


@pytest.mark.parametrize(
    "role",
    [
        *("Landrat", "Landrätin", "LR", "Bürgermeisterin", "Oberbürgermeister", "Kreisdirektor", "KD", "Stadtdirektor"),
        *("Erster Beigeordneter", "1. Beigeordnete", "Stadtkämmerer", "Kämmerin", "Dezernentin", "Dez. II"),
        "stellv. Landrat",
    ],
)
def test_offices_by_election_are_known(role):
    assert is_elected_office(role)


@pytest.mark.parametrize(
    "role",
    ["MA", "FBL 2", "", "Büroleiter des Landrats", "Bürgermeisterbüro", "Dezernatsleiter", "Direktor", "AL", "OBX"],
)
def test_other_roles_are_none(role):
    assert not is_elected_office(role)


@pytest.fixture
def by_profile(data):
    RuleProfile.objects.update(staff_by_function=True)
    return data


def test_the_public_record_names_offices_by_election_alone(by_profile):
    record = read(by_profile.session, audience="public")
    names = [row.name for group in record.attendance if group.heading == "Verwaltung" for row in group.rows]
    assert names == ["Landrat Dr. Bergkamp", "Dezernentin Althoff", "MA (Leiter Kommunales Integrationszentrum)", "MA"]
    unsigned = canonical_bytes(replace(record, signatures=())).decode()
    gone = [by_profile.people[name].person for name in ("Dregger", "Sander")]
    assert [person.last_name for person in gone if person.last_name in unsigned] == []
    assert [signature.name for signature in record.signatures] == ["Kleinhaus", "Sander"]
    item = record.item(str(by_profile.items[2].pk))
    assert item.rapporteur == "MA (Leiter Kommunales Integrationszentrum)"
    assert item.contributions[0].speaker == "MA (Leiter Kommunales Integrationszentrum)"
    assert "MA (Leiter Kommunales Integrationszentrum) antwortet" in plain(item.contributions[1].text)
    keys = {row.person_id for group in record.attendance for row in group.rows} | {
        one.person_id for item in record.items() for one in item.contributions
    }
    assert keys.isdisjoint(str(person.pk) for person in gone)


def test_members_and_guests_keep_their_names(by_profile):
    Attendance.objects.filter(pk=by_profile.people["Sander"].pk).update(role="Frau")
    written = canonical_bytes(read(by_profile.session, audience="public")).decode()
    names = ("Kleinhaus", "Lütke", "Thöne", "Bergkamp", "Althoff", "Schemmer", "Yildiz")
    assert [name for name in names if name not in written] == []
    with_names = read(by_profile.session, audience="public")
    assert VoterValue("Kohl", str(by_profile.people["Kohl"].person_id)) in [
        voter for item in with_names.items() for vote in item.votes for line in vote.ballots for voter in line.voters
    ]


def test_what_goes_on_for_staff_has_no_key(by_profile):
    row = Contribution.objects.create(item=by_profile.items[7], position=50, text="⟨MA Dregger⟩ beginnt.")
    Speaker.objects.create(contribution=row, attendance=by_profile.people["Dregger"], role="MA")
    Contribution.objects.create(item=by_profile.items[7], position=51, text="Dann endet er.")
    item = read(by_profile.session, audience="public").item(str(by_profile.items[7].pk))
    assert [one.person_id for one in item.contributions[-2:]] == ["", ""]


def test_the_internal_record_and_other_profiles_name_staff(by_profile):
    assert "MA Dregger" in canonical_bytes(read(by_profile.session, audience="internal")).decode()
    RuleProfile.objects.update(staff_by_function=False)
    assert "MA Dregger" in canonical_bytes(read(by_profile.session, audience="public")).decode()
