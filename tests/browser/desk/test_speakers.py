"""Who speaks: found by a few letters of whatever the clerk knows about a person."""

import pytest
from playwright.sync_api import expect

from committees.models import Attendance, Person
from minutes.models import Speaker
from tests import cast

# What is typed, and who stands first then.
FOUND = {
    "koh": "Ktabg. Kohaus",
    "aydin": "Ktabg. Dr. Aydın",
    "dr ay": "Ktabg. Dr. Aydın",
    "lutke": "Ktabg. Lütke",
    "qx": "Ktabg. Merten",
    "vors": "Ausschussvorsitzende",
    "abc bed": "Ktabg. Bednar",
    "jugend": "Dezernent Amtmann",
    "dez": "Dezernent Amtmann",
    "gast": "Herr Fern",
}


def test_a_speaker_is_found_by_name_role_code_faction_or_office(new_desk, room, place):
    doctor = cast.attend(room, cast.member(place, "Aydın")).person
    Person.objects.filter(pk=doctor.pk).update(academic_title="Dr.")
    Person.objects.filter(last_name="Merten").update(short_code="QX")
    Attendance.objects.filter(pk=room["Neuhaus"].pk).update(duty=Attendance.Duty.CHAIR)
    for name, role, capacity, detail in (
        ("Amtmann", "Dezernent", "staff", "Leiter Jugendamt"),
        ("Fern", "Herr", "guest", "Gastredner"),
    ):
        person = Person.objects.create(last_name=name, first_name="Kim")
        values = {"role": role, "capacity": capacity, "detail": detail}
        Attendance.objects.create(session=room.session, person=person, **values).presences.create()
    desk = new_desk().open()
    desk.page.keyboard.press("Alt+c")
    for typed, name in FOUND.items():
        desk.page.locator("#next-speaker").fill(typed)
        expect(desk.page.locator("[data-entry] [aria-selected=true]")).to_contain_text(name)


def test_members_who_are_there_come_first_and_those_who_are_not_last(new_desk, room, place):
    absent = cast.attend(room, cast.member(place, "Zobel"), present=False)
    staff = Person.objects.create(last_name="Zorn", first_name="Kim")
    Attendance.objects.create(session=room.session, person=staff, role="MA", capacity="staff").presences.create()
    cast.attend(room, cast.member(place, "Zoller"))
    desk = new_desk().open()
    desk.page.keyboard.press("Alt+c")
    desk.keys.letters("zo")
    options = desk.page.locator("[data-entry] [role=option] span:first-child")
    expect(options).to_have_text(["Ktabg. Zoller", "MA Zorn", f"{absent}", "Neuer Gast …"])


@pytest.mark.slow
def test_the_role_follows_the_person_is_changed_in_the_text_and_offered_from_then_on(desk, room):
    desk.speak("koh", "spricht.")
    desk.keys.press("Control+Home", "ArrowRight")
    for _letter in "Ktabg.":
        desk.keys.press("Delete")
    desk.keys.text("Berichterstatter")
    desk.keys.press("Enter")
    desk.until("saved")
    assert Speaker.objects.get().role == "Berichterstatter"
    expect(desk.page.locator("#panel-preview")).to_contain_text("Berichterstatter Kohaus spricht.")
    desk.speak("berichte", "spricht noch einmal.")
    desk.keys.press("Enter")
    desk.until("saved")
    assert desk.stored()[1] == "⟨Berichterstatter Kohaus⟩ spricht noch einmal."
