"""Coming, leaving and bias at the desk: few keys, the time of the moment, refused where a vote says otherwise."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from committees.models import Membership, Presence, Recusal
from committees.running import call
from tests import cast
from votes import closing
from votes.models import Vote


def test_a_departure_costs_six_keys_and_is_taken_back_by_one_button(desk, room, figure, axe):
    desk.page.keyboard.press("Alt+n")
    expect(desk.page.locator("#panel-head h1")).to_contain_text("TOP 2")
    desk.keys.press("Alt+a")
    expect(desk.page.get_by_role("dialog").get_by_role("combobox").first).to_be_focused()
    axe(desk.page)
    desk.keys.letters("koh")
    desk.keys.press("Enter")
    presence = desk.page.locator("#panel-presence")
    expect(presence).to_contain_text("7 von 9")
    figure(f"a departure: {desk.keys.pressed} keys")
    assert desk.keys.pressed <= 6
    stay = Presence.objects.get(attendance=room["Kohaus"])
    assert stay.last_item == room.items[0]
    assert stay.left_at is not None
    presence.get_by_role("button", name="Rückgängig").click()
    expect(presence).to_contain_text("8 von 9")
    assert Presence.objects.get(attendance=room["Kohaus"]).last_item is None


@pytest.mark.slow
def test_a_deputy_takes_the_seat_of_who_is_away(desk, place, room):
    absent = cast.attend(room, cast.member(place, "Fehlend"), present=False)
    deputy = cast.member(place, "Ersatz", function=Membership.Function.DEPUTY, deputises_for=absent.membership)
    desk.open()
    desk.keys.press("Alt+a")
    desk.keys.letters("ers")
    desk.keys.press("Enter")
    expect(desk.page.locator("#panel-presence")).to_contain_text("9 von 9")
    assert deputy.attendances.get().substitutes_for == absent


def test_a_departure_that_a_vote_contradicts_is_refused_naming_it(desk, room, watch):
    call(room.items[0], timezone.now())
    closing.close(Vote.objects.create(item=room.items[1], yes=8, no=0, abstain=0))
    desk.open()
    desk.keys.press("Alt+a")
    desk.keys.letters("koh")
    desk.keys.press("Enter")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_contain_text("TOP 2")
    expect(dialog.locator("[data-error-summary]")).to_be_focused()
    assert Presence.objects.get(attendance=room["Kohaus"]).last_item is None
    watch.expect("422")


def test_bias_moves_a_person_out_of_debate_quorum_and_vote(desk, room):
    desk.keys.press("Alt+r")
    desk.keys.letters("koh")
    desk.keys.press("Enter")
    desk.keys.text("als Vorsitzender des Vereins")
    desk.keys.press("Enter")
    page = desk.page
    expect(page.locator("#panel-presence")).to_contain_text("7 von 9")
    expect(page.locator("#panel-votes")).to_contain_text("7 Personen sind stimmberechtigt")
    expect(page.locator("#panel-preview")).to_contain_text("als Vorsitzender des Vereins")
    desk.speak("koh", "spricht trotzdem.")
    desk.keys.press("Enter")
    desk.until("saved")
    expect(page.locator("[data-row] .entry__warning")).to_contain_text("befangen")


@pytest.mark.slow
def test_a_guest_is_put_on_the_list_while_typing(desk):
    page = desk.page
    page.keyboard.press("Alt+c")
    desk.keys.letters("erika neu")
    desk.keys.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("[name=last_name]")).to_have_value("neu")
    dialog.locator("[name=role]").fill("Frau")
    desk.keys.press("Control+Enter")
    expect(desk.rows.last).to_be_focused()
    desk.keys.text("stellt das Projekt vor.")
    desk.keys.press("Enter")
    desk.until("saved")
    assert desk.stored() == ["⟨Frau neu⟩ stellt das Projekt vor."]


def test_what_is_typed_before_the_dialog_has_its_page_is_not_lost_nor_is_the_last_enter(desk, room):
    held = []
    desk.page.route("**/recusals/", lambda route: held.append(route), times=1)
    # A busy machine may ask for the page later than all keys are pressed.
    with desk.page.expect_request("**/recusals/"):
        desk.keys.press("Alt+r")
        desk.keys.letters("koh")
        desk.keys.press("Enter")
        desk.keys.text("als Vorsitzender")
        desk.keys.press("Enter")
    desk.page.wait_for_timeout(100)
    [route] = held
    route.continue_()
    expect(desk.page.locator("#panel-presence")).to_contain_text("7 von 9")
    assert Recusal.objects.get().ground == "als Vorsitzender"
