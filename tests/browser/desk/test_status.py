"""What the desk says about itself is true: nothing is called saved that is not, and a dialog waits for its page."""

import pytest
from playwright.sync_api import expect

from committees.models import Presence
from minutes.models import Contribution
from votes.models import Vote

SAID = "⟨Ktabg. Kohaus⟩ spricht."


@pytest.fixture
def watch(watch):
    """Answers of 4xx and requests cut off on purpose stand in the console."""
    yield watch
    meant = ("ERR_FAILED", "ERR_INTERNET_DISCONNECTED", "409", "422")
    watch.problems[:] = [problem for problem in watch.problems if not any(code in problem for code in meant)]


def contradicted(desk) -> None:
    """Make two versions of the first row: one on the screen, one stored by somebody else."""
    row = Contribution.objects.get()
    Contribution.objects.filter(pk=row.pk).update(text="Von anderer Hand.", version=9)
    desk.rows.first.focus()
    desk.keys.text(" Mehr.")
    desk.until("conflict")


@pytest.fixture
def row(room):
    return Contribution.objects.create(item=room.items[0], position=1, kind="note", text="Anfang.")


@pytest.mark.slow
def test_a_vote_does_not_make_an_open_choice_look_saved(desk, row):
    desk.open()
    contradicted(desk)
    desk.keys.press("Alt+e")
    expect(desk.page.locator("#panel-votes")).to_contain_text("einstimmig")
    assert Vote.objects.exists()
    desk.until("conflict")
    desk.keys.press("Alt+a")
    desk.page.get_by_role("dialog").get_by_role("combobox").wait_for()
    desk.keys.press("Escape")
    desk.until("conflict")


@pytest.mark.slow
def test_a_choice_that_waits_elsewhere_names_its_item(desk, row):
    desk.open()
    contradicted(desk)
    desk.keys.press("Alt+n")
    expect(desk.page.locator("#panel-head h1")).to_contain_text("TOP 2")
    desk.until("conflict")
    expect(desk.page.locator("desk-status")).to_contain_text("TOP 1")
    desk.keys.press("Alt+b")
    expect(desk.page.locator("[data-conflict]")).to_contain_text("Von anderer Hand.")


def test_offline_it_counts_the_texts_that_wait(desk):
    desk.page.context.set_offline(True)
    desk.speak("koh", "spricht.")
    desk.until("offline")
    expect(desk.page.locator("desk-status")).to_contain_text("1 Text wartet.")
    desk.keys.press("Enter")
    desk.speak("mer", "auch.")
    expect(desk.page.locator("desk-status")).to_contain_text("2 Texte warten.", timeout=15_000)
    desk.page.context.set_offline(False)
    desk.until("saved")


@pytest.mark.slow
def test_a_refused_dialog_that_is_closed_leaves_no_error_behind(desk):
    desk.keys.press("Alt+a")
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_role("combobox").wait_for()
    desk.keys.press("Control+Enter")
    expect(dialog.locator("[data-error-summary]")).to_be_focused()
    desk.until("error")
    desk.keys.press("Escape")
    desk.until("saved")


@pytest.mark.slow
def test_a_dialog_without_connection_waits_for_its_page_and_takes_no_key_for_the_text(desk, room):
    desk.speak("koh", "spricht.")
    desk.until("saved")
    desk.page.context.set_offline(True)
    desk.keys.press("Alt+a")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Nicht geladen")
    desk.keys.letters("mer")
    desk.page.context.set_offline(False)
    expect(dialog.get_by_role("combobox")).to_be_focused(timeout=15_000)
    expect(dialog.get_by_role("combobox")).to_have_value("")
    desk.keys.letters("mer")
    desk.keys.press("Enter")
    expect(dialog).to_be_hidden()
    assert Presence.objects.get(attendance=room["Merten"]).last_item is not None
    desk.until("saved")
    assert desk.stored() == desk.texts() == [SAID]


def test_the_decision_begins_with_its_text_and_the_keys_say_nothing_else(desk):
    desk.keys.press("Alt+w")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog.locator("[name=resolution]")).to_be_focused()
    desk.keys.press("Escape", "Alt+k")
    expect(dialog).to_contain_text("Tasten am Protokolltisch")
    expect(dialog).not_to_contain_text("Wird geladen")
