"""Every request is delivered twice, as by a network that repeats: all acts of the desk are there once."""

import pytest
from playwright.sync_api import expect

from committees.models import Attendance, Person, Presence, Recusal
from tests import cast
from votes.models import Ballot, Decision, Vote


@pytest.fixture
def desk(new_desk, room, place):
    """A desk whose every POST reaches the server twice; the browser sees the second answer."""
    cast.attend(room, cast.member(place, "Fehlend"), present=False, absence="excused")
    desk = new_desk().open()

    def twice(route) -> None:
        if route.request.method == "POST":
            route.fetch()
            route.fulfill(response=route.fetch())
        else:
            route.continue_()

    desk.page.route("**/*", twice)
    return desk


@pytest.fixture
def dialog(desk):
    return desk.page.get_by_role("dialog")


def test_rows_are_written_moved_deleted_and_brought_back_once(desk):
    desk.page.keyboard.press("Alt+c")
    for sentence in ("Eins.", "Zwei.", "Drei."):
        desk.keys.press("Enter")
        desk.keys.text(sentence)
        desk.keys.press("Enter")
    desk.until("saved")
    desk.keys.press("ArrowUp", "Alt+ArrowUp")
    desk.until("saved")
    assert desk.stored() == desk.texts() == ["Eins.", "Drei.", "Zwei."]
    desk.keys.press("Alt+Delete")
    desk.until("saved")
    assert desk.stored() == ["Eins.", "Zwei."]
    desk.keys.press("Alt+u")
    desk.until("saved")
    assert desk.stored() == desk.texts() == ["Eins.", "Drei.", "Zwei."]


@pytest.mark.slow
def test_people_come_leave_and_are_biased_once(desk, dialog, room):
    desk.open(1)
    presence = desk.page.locator("#panel-presence")
    for letters, result in (("koh", "7 von 9"), ("fehl", "8 von 9")):
        desk.keys.press("Alt+a")
        expect(dialog.get_by_role("combobox").first).to_be_focused()
        desk.keys.letters(letters)
        desk.keys.press("Enter")
        expect(presence).to_contain_text(result)
    assert Presence.objects.get(attendance=room["Kohaus"]).last_item is not None
    desk.keys.press("Alt+r")
    expect(dialog.get_by_role("combobox").first).to_be_focused()
    desk.keys.letters("mer")
    desk.keys.press("Enter")
    desk.keys.text("als Nachbar")
    desk.keys.press("Enter")
    expect(presence).to_contain_text("7 von 9")
    assert Recusal.objects.get().ground == "als Nachbar"
    presence.get_by_role("button", name="Rückgängig").press("Enter")
    expect(presence).to_contain_text("6 von 9")
    expect(desk.page.locator("[data-notes]")).to_contain_text("Zurückgenommen")


@pytest.mark.slow
def test_a_guest_is_one_person(desk, dialog):
    before = Person.objects.count()
    desk.page.keyboard.press("Alt+c")
    desk.keys.letters("erika neu")
    desk.keys.press("Enter")
    expect(dialog.locator("[name=last_name]")).to_be_focused()
    desk.keys.press("Control+Enter")
    expect(desk.rows.last).to_be_focused()
    desk.keys.text("stellt das Projekt vor.")
    desk.keys.press("Enter")
    desk.until("saved")
    assert Person.objects.count() == before + 1
    assert Attendance.objects.filter(person__last_name="neu").count() == 1
    assert desk.stored() == ["⟨neu⟩ stellt das Projekt vor."]


@pytest.mark.slow
def test_votes_and_the_decision_are_there_once(desk, dialog):
    votes = desk.page.locator("#panel-votes")
    desk.keys.press("Alt+v", "n")
    expect(dialog.locator("[data-total=yes]")).to_have_text("8")
    desk.keys.press("2", "n", "Enter", "Enter")
    expect(votes).to_contain_text("namentlich")
    expect(dialog).to_be_hidden()
    desk.keys.press("Alt+v", "z")
    expect(dialog.locator("[name=yes]")).to_be_focused()
    desk.keys.press("5", "Tab", "3", "Tab", "0")
    desk.keys.press("Control+Enter")
    expect(votes).to_contain_text("5 JA-Stimmen")
    desk.keys.press("Alt+w")
    expect(dialog.locator("[name=resolution]")).to_be_focused()
    desk.keys.text("Der Zuschuss wird gewährt.")
    desk.keys.press("Control+Enter")
    expect(desk.page.locator("#panel-decision")).to_contain_text("Der Zuschuss wird gewährt.")
    desk.keys.press("Alt+n")
    expect(desk.page.locator("#panel-head h1")).to_contain_text("TOP 2")
    desk.keys.press("Alt+e")
    expect(votes).to_contain_text("einstimmig")
    assert Vote.objects.count() == 3
    assert all(vote.is_closed for vote in Vote.objects.all())
    assert Ballot.objects.count() == 8
    assert Decision.objects.get().resolution == "Der Zuschuss wird gewährt."
