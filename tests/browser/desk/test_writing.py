"""Typing contributions: few keys, nothing lost on the way, nothing there twice."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from minutes.models import Contribution, Speaker, TextModule
from tests import cast

TEXT = "hält die Seiten 65 ff. für entscheidend."


def test_a_contribution_of_a_known_speaker_costs_at_most_six_keys(new_desk, room, place, figure):
    for number in range(32):
        cast.attend(room, cast.member(place, f"Mitglied {number}"))
    desk = new_desk().open()
    desk.page.keyboard.press("Alt+c")
    desk.keys.letters("koh")
    desk.keys.press("Enter")
    desk.keys.text(TEXT)
    desk.keys.press("Enter")
    desk.until("saved")
    figure(f"a contribution among 40 members: {desk.keys.pressed} keys beyond its text")
    assert desk.keys.pressed <= 6
    assert desk.stored() == [f"⟨Ktabg. Kohaus⟩ {TEXT}"]
    assert Speaker.objects.get().attendance == room["Kohaus"]
    expect(desk.page.locator("#next-speaker")).to_be_focused()


@pytest.mark.slow
def test_enter_alone_goes_on_speaking(desk):
    desk.speak("koh", "spricht.")
    desk.keys.press("Enter", "Enter")
    desk.keys.text("Er spricht weiter.")
    desk.keys.press("Enter")
    desk.until("saved")
    assert desk.stored() == ["⟨Ktabg. Kohaus⟩ spricht.", "Er spricht weiter."]


def test_what_is_typed_saves_itself(desk):
    desk.speak("koh", "spricht noch")
    desk.until("saved")
    assert desk.stored() == ["⟨Ktabg. Kohaus⟩ spricht noch"]
    desk.keys.text(" immer")
    desk.until("saved")
    # The panels follow within the five seconds in which the desk asks for news.
    expect(desk.page.locator("#panel-preview")).to_contain_text("spricht noch immer", timeout=15_000)
    assert desk.stored() == ["⟨Ktabg. Kohaus⟩ spricht noch immer"]


@pytest.mark.slow
def test_one_more_speaker_is_marked_inside_a_text(desk, room):
    desk.page.keyboard.press("Alt+c")
    desk.keys.press("Enter")
    desk.keys.text("Positiv äußert sich auch @")
    desk.keys.letters("lüt")
    desk.keys.press("Enter")
    desk.keys.text(".")
    desk.keys.press("Enter")
    desk.until("saved")
    assert desk.stored() == ["Positiv äußert sich auch ⟨Ktabg. Lütke⟩."]
    assert Speaker.objects.get().attendance == room["Lütke"]


@pytest.mark.slow
def test_a_digit_is_a_standard_sentence_and_a_code_a_module(new_desk, room):
    body = room.session.committee.body
    TextModule.objects.create(body=body, code="bericht", digit=3, text="{TOP}: Der Bericht wird zur Kenntnis genommen.")
    TextModule.objects.create(body=body, code="dank", kind="speech", text="dankt für den Vortrag.")
    desk = new_desk().open()
    desk.page.keyboard.press("Alt+c")
    desk.keys.press("3")
    desk.keys.letters("mer")
    desk.keys.press("Enter")
    desk.keys.letters("/dank")
    desk.keys.press("Tab", "Enter")
    desk.until("saved")
    assert desk.stored() == ["TOP 1: Der Bericht wird zur Kenntnis genommen.", "⟨Ktabg. Merten⟩ dankt für den Vortrag."]


@pytest.mark.slow
def test_placeholders_stand_for_item_person_and_vote_and_the_own_module_goes_first(new_desk, room):
    body = room.session.committee.body
    text = "{Funktion} {Person} zu {TOP} {Titel}: {Abstimmung}."
    TextModule.objects.create(body=body, code="alles", digit=1, text="Für alle.")
    desk = new_desk()
    TextModule.objects.create(owner=desk.user, code="alles", digit=2, text=text)
    desk.open()
    desk.keys.press("Alt+e")
    expect(desk.page.locator("#panel-preview")).to_contain_text("einstimmig")
    desk.speak("koh", "spricht.")
    desk.keys.press("Enter")
    desk.until("saved")
    desk.open()
    desk.page.keyboard.press("Alt+c")
    desk.keys.press("2")
    desk.until("saved")
    assert desk.stored()[-1] == "Ktabg. ⟨Ktabg. Kohaus⟩ zu TOP 1 Punkt 1: einstimmig."
    expect(desk.page.get_by_role("button", name="1 alles")).to_have_count(0)


@pytest.mark.slow
def test_a_placeholder_that_nothing_is_known_for_is_selected_to_be_typed_over(new_desk, room):
    body = room.session.committee.body
    TextModule.objects.create(body=body, code="schluss", digit=9, text="{Person} beantragt den Schluss der Debatte.")
    desk = new_desk().open()
    desk.page.keyboard.press("Alt+c")
    desk.keys.press("9")
    expect(desk.rows.first).to_be_focused()
    desk.keys.text("Die Fraktion")
    desk.keys.press("Enter")
    desk.until("saved")
    assert desk.stored() == ["Die Fraktion beantragt den Schluss der Debatte."]


def test_rows_are_split_joined_moved_deleted_and_brought_back(desk, room):
    for position, text in enumerate(("Eins zwei.", "Drei."), start=1):
        Contribution.objects.create(item=room.items[0], position=position, kind="note", text=text)
    desk.open()
    desk.rows.nth(0).focus()
    for _letter in "Eins":
        desk.keys.press("Control+Home") if _letter == "E" else None
    for _step in range(5):
        desk.keys.press("ArrowRight")
    desk.keys.press("Alt+Enter")
    desk.until("saved")
    assert desk.stored() == ["Eins", "zwei.", "Drei."]
    desk.keys.press("Alt+Backspace")
    desk.until("saved")
    assert desk.stored() == ["Eins zwei.", "Drei."]
    desk.keys.press("Alt+ArrowDown")
    desk.until("saved")
    assert desk.stored() == ["Drei.", "Eins zwei."]
    desk.keys.press("Alt+Delete")
    desk.until("saved")
    assert desk.stored() == ["Drei."]
    desk.keys.press("Alt+u")
    desk.until("saved")
    assert desk.stored() == ["Drei.", "Eins zwei."]


def test_offline_words_stay_and_are_sent_later(desk, watch):
    desk.page.context.set_offline(True)
    desk.speak("koh", "spricht im Funkloch.")
    desk.keys.press("Enter")
    desk.until("offline")
    assert desk.stored() == []
    desk.page.context.set_offline(False)
    desk.until("saved")
    assert desk.stored() == ["⟨Ktabg. Kohaus⟩ spricht im Funkloch."]
    watch.expect("ERR_INTERNET_DISCONNECTED")


def test_a_closed_tab_loses_nothing(desk, watch):
    desk.page.context.set_offline(True)
    desk.speak("koh", "spricht")
    desk.until("offline")
    desk.keys.text(" noch")
    desk.page.close()
    desk.page = desk.page.context.new_page()
    desk.page.context.set_offline(False)
    desk.open()
    expect(desk.page.locator("[data-row] .entry__state")).to_have_attribute("data-state", "saved")
    assert desk.texts() == desk.stored() == ["⟨Ktabg. Kohaus⟩ spricht noch"]
    watch.expect("ERR_INTERNET_DISCONNECTED")


def test_two_clerks_on_one_text_both_see_both_and_one_chooses(new_desk, room, axe, watch):
    row = Contribution.objects.create(item=room.items[0], position=1, kind="note", text="Anfang.")
    first, second = new_desk().open(), new_desk().open()
    first.rows.first.focus()
    first.keys.press("Control+End")
    first.keys.text(" Der erste Satz.")
    first.until("saved")
    second.rows.first.focus()
    Contribution.objects.filter(pk=row.pk).update(text="Anfang. Von anderer Hand.", version=9)
    second.keys.press("Control+End")
    second.keys.text(" Der zweite Satz.")
    second.until("conflict")
    conflict = second.page.locator("[data-conflict]")
    expect(conflict).to_contain_text("Der zweite Satz.")
    expect(conflict).to_contain_text("Von anderer Hand.")
    axe(second.page)
    conflict.locator("[data-choose=both]").click()
    second.until("saved")
    [stored] = second.stored()
    assert "Der zweite Satz." in stored
    assert "Von anderer Hand." in stored
    watch.expect("409")


@pytest.mark.parametrize("fault", ["doubled", "answer lost"])
def test_requests_may_come_twice_and_answers_get_lost(desk, fault, watch):
    counted = {"saves": 0}

    def doubled(route):
        route.fetch()
        route.fulfill(response=route.fetch())

    def lost(route):
        counted["saves"] += 1
        response = route.fetch()
        if counted["saves"] % 2:
            route.abort()
        else:
            route.fulfill(response=response)

    desk.page.route("**/save/", doubled if fault == "doubled" else lost)
    desk.speak("koh", "spricht")
    desk.page.wait_for_timeout(900)
    desk.keys.text(" und spricht")
    desk.keys.press("Enter")
    desk.until("saved")
    desk.page.unroute("**/save/")
    assert desk.stored() == ["⟨Ktabg. Kohaus⟩ spricht und spricht"]
    if fault == "answer lost":
        watch.expect("ERR_FAILED")
        watch.expect("409")


def test_what_another_clerk_writes_appears_without_taking_the_caret(new_desk, room):
    first = new_desk().open()
    first.speak("koh", "spricht")
    first.until("saved")
    Contribution.objects.create(item=room.items[0], position=7, kind="note", text="Von anderer Hand.")
    first.page.evaluate("document.dispatchEvent(new CustomEvent('desk:refresh'))")
    expect(first.rows).to_have_count(2)
    first.keys.text(" weiter")
    first.until("saved")
    assert first.stored() == ["⟨Ktabg. Kohaus⟩ spricht weiter", "Von anderer Hand."]


def test_the_next_item_is_one_chord_and_notes_the_time(desk, room):
    desk.page.keyboard.press("Alt+n")
    expect(desk.page.locator("#panel-head h1")).to_contain_text("TOP 2")
    expect(desk.page.locator("#next-speaker")).to_be_focused()
    assert desk.page.url.endswith(reverse("minutes:desk-item", args=[room.session.pk, room.items[1].pk]))
    room.items[1].refresh_from_db()
    assert room.items[1].started_at is not None


def test_offline_the_next_item_takes_words_as_well(desk, room, watch):
    desk.page.context.set_offline(True)
    desk.page.keyboard.press("Alt+n")
    expect(desk.page.locator("#panel-head")).to_contain_text("Noch nicht geladen")
    desk.speak("mer", "spricht ohne Netz.")
    desk.keys.press("Enter")
    desk.page.context.set_offline(False)
    desk.until("saved")
    expect(desk.page.locator("#panel-head")).to_contain_text("aufgerufen um", timeout=15_000)
    assert desk.stored(1) == ["⟨Ktabg. Merten⟩ spricht ohne Netz."]
    watch.expect("ERR_INTERNET_DISCONNECTED")
