"""Moving about the sheet by keys: between rows and inside them, rows put between others, deletions taken back."""

import pytest
from playwright.sync_api import expect

from minutes.models import Contribution
from tests.sampling import sampled


@pytest.fixture
def write(desk, room):
    """`write(*texts)`: the item has these paragraphs, and the desk shows them."""

    def make(*texts: str) -> None:
        for position, text in enumerate(texts, start=1):
            Contribution.objects.create(item=room.items[0], position=position, kind="note", text=text)
        desk.open()

    return make


@pytest.mark.parametrize("way", sampled(["keys", "menu"], every=2))
def test_a_row_is_inserted_between_two(desk, write, way):
    write("Eins.", "Drei.")
    if way == "keys":
        desk.rows.first.focus()
        desk.keys.press("Alt+i")
    else:
        desk.page.locator("[data-row] summary").first.press("Enter")
        desk.page.locator("[data-row] [data-act=after]").first.press("Enter")
    expect(desk.page.locator("#next-speaker")).to_be_focused()
    desk.keys.press("Enter")
    desk.keys.text("Zwei.")
    desk.keys.press("Enter")
    desk.until("saved")
    assert desk.stored() == ["Eins.", "Zwei.", "Drei."]


@pytest.mark.slow
def test_a_row_is_inserted_before_the_first(desk, write):
    write("Eins.")
    desk.rows.first.focus()
    desk.keys.press("Alt+Shift+i", "Enter")
    desk.keys.text("Null.")
    desk.keys.press("Enter")
    desk.until("saved")
    assert desk.stored() == ["Null.", "Eins."]


def test_up_and_down_lead_through_the_sheet_and_back_to_the_next_speaker(desk, write):
    write("Eins.", "Zwei.")
    desk.page.keyboard.press("Alt+c")
    desk.keys.press("ArrowUp")
    expect(desk.rows.nth(1)).to_be_focused()
    desk.keys.press("ArrowUp")
    expect(desk.rows.nth(0)).to_be_focused()
    desk.keys.press("Control+End", "ArrowDown")
    expect(desk.rows.nth(1)).to_be_focused()
    desk.keys.press("Control+End", "ArrowDown")
    expect(desk.page.locator("#next-speaker")).to_be_focused()


@pytest.mark.slow
def test_inside_a_long_paragraph_up_and_down_lead_from_line_to_line(desk, write):
    write("Davor.", "Der Ausschuss berät lange. " * 30)
    desk.rows.nth(1).focus()
    desk.keys.press("Control+End")
    place = desk.rows.nth(1).evaluate("text => text.selectionStart")
    desk.keys.press("ArrowUp")
    expect(desk.rows.nth(1)).to_be_focused()
    desk.page.wait_for_function("place => document.activeElement.selectionStart < place", arg=place)
    desk.keys.press("ArrowUp")
    expect(desk.rows.nth(1)).to_be_focused()


@pytest.mark.slow
def test_several_deletions_are_taken_back_one_after_the_other(desk, write):
    write("Eins.", "Zwei.", "Drei.")
    desk.rows.first.focus()
    desk.keys.press("Alt+Delete", "Alt+Delete")
    desk.until("saved")
    assert desk.stored() == ["Drei."]
    desk.keys.press("Alt+u", "Alt+u", "Alt+u")
    desk.until("saved")
    assert desk.texts() == desk.stored() == ["Eins.", "Zwei.", "Drei."]


@pytest.mark.slow
def test_the_preview_follows_the_paragraph_that_is_written(new_desk, write):
    write(*(f"Absatz {number}. " + "Der Ausschuss berät. " * 12 for number in range(12)))
    desk = new_desk(viewport={"width": 1280, "height": 720}).open()
    preview = desk.page.locator("#panel-preview")
    desk.rows.last.focus()
    expect(preview.locator(".contribution").last).to_be_in_viewport()
    desk.rows.first.focus()
    expect(preview.locator(".contribution").first).to_be_in_viewport()
    desk.speak("koh", "spricht zuletzt.")
    desk.until("saved")
    expect(preview.get_by_text("spricht zuletzt.")).to_be_in_viewport()


def test_the_item_is_called_by_one_chord(desk, room):
    desk.keys.press("Alt+j")
    expect(desk.page.locator("#panel-head")).to_contain_text("aufgerufen um")
    room.items[0].refresh_from_db()
    assert room.items[0].started_at is not None
