"""The desk for everybody: no violation in any of its states, the focus never lost, readable at 320 px."""

import pytest
from playwright.sync_api import expect

from minutes.models import Contribution
from tests import cast
from tests.sampling import sampled
from votes import closing
from votes.models import Vote

STATES = ("saved", "error", "conflict", "offline", "login")
NARROW = {"width": 320, "height": 568}
WHERE = "document.activeElement?.id || document.activeElement?.closest('[data-row]')?.dataset.row || ''"
# The panels as they would be with one word more: everything in them is new.
SWAP_ALL = """async () => {
    const { swap } = await import("/static/js/desk/swap.js");
    for (const panel of document.querySelectorAll("[id^='panel-']")) {
        swap(panel, panel.innerHTML + `<p hidden>${crypto.randomUUID()}</p>`);
    }
}"""


@pytest.fixture
def watch(watch):
    """Faults stand in the console; here they are meant."""
    yield watch
    meant = ("ERR_FAILED", "ERR_INTERNET_DISCONNECTED", "401", "409", "422")
    watch.problems[:] = [problem for problem in watch.problems if not any(code in problem for code in meant)]


def bring_to(desk, state: str) -> None:
    """Type until the desk is in this state."""
    row = Contribution.objects.create(item=desk.room.items[0], position=1, kind="note", text="Anfang.")
    closing.close(Vote.objects.create(item=desk.room.items[1], yes=8, no=0, abstain=0))
    desk.open()
    if state == "conflict":
        Contribution.objects.filter(pk=row.pk).update(text="Von anderer Hand.", version=9)
    elif state == "error":
        refusal = '{"errors": {"text": ["Zu lang."]}}'
        answer = {"status": 422, "body": refusal, "content_type": "application/json"}
        desk.page.route("**/save/", lambda route: route.fulfill(**answer))
    elif state == "offline":
        desk.page.context.set_offline(True)
    elif state == "login":
        desk.page.context.clear_cookies()
    desk.rows.first.focus()
    desk.keys.press("Control+End")
    desk.keys.text(" Mehr.")
    desk.until(state)


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
@pytest.mark.parametrize("state", sampled(STATES, every=3))
def test_no_state_of_the_desk_has_a_violation(new_desk, axe, state, scheme):
    desk = new_desk(color_scheme=scheme)
    bring_to(desk, state)
    axe(desk.page)
    desk.page.set_viewport_size(NARROW)
    width = desk.page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= NARROW["width"], f"{width} wide"
    if state == "error":
        expect(desk.page.locator("[data-warnings]").first).to_contain_text("Zu lang.")
    assert desk.texts()[0].endswith("Mehr.")


@pytest.mark.slow
def test_the_open_menu_of_a_row_and_the_list_of_people_have_no_violation(desk, axe):
    desk.speak("koh", "spricht.")
    desk.keys.press("Enter")
    desk.until("saved")
    desk.page.locator("[data-row] summary").first.press("Enter")
    axe(desk.page)
    desk.page.locator("[data-row] summary").first.press("Enter")
    desk.page.keyboard.press("Alt+c")
    desk.keys.letters("k")
    axe(desk.page)


@pytest.mark.slow
def test_the_focus_is_never_lost_when_the_panels_change(new_desk, room, place):
    Contribution.objects.create(item=room.items[1], position=1, kind="note", text="Anfang.")
    closing.close(Vote.objects.create(item=room.items[1], yes=8, no=0, abstain=0))
    cast.attend(room, cast.member(place, "Fehlend"), present=False)
    desk = new_desk().open(1)
    stops = desk.page.evaluate(
        "[...document.querySelectorAll('.desk :is(a[href], button, input, select, textarea, summary, [tabindex])')]"
        ".filter((stop) => stop.checkVisibility() && stop.tabIndex >= 0).length"
    )
    assert stops > 20
    desk.page.locator("#step-" + str(room.items[0].pk)).focus()
    for _stop in range(stops):
        before = desk.page.evaluate(f"[{WHERE}, document.activeElement.outerHTML]")
        desk.page.evaluate(SWAP_ALL)
        assert desk.page.evaluate(f"[{WHERE}, document.activeElement.outerHTML]") == before
        desk.keys.press("Tab")
        if desk.page.evaluate("document.activeElement === document.body"):
            break


@pytest.mark.slow
def test_the_focus_is_kept_when_another_clerk_changes_everything(new_desk, room):
    desk = new_desk().open()
    desk.speak("koh", "spricht")
    desk.until("saved")
    focused = desk.page.evaluate(WHERE)
    Contribution.objects.create(item=room.items[0], position=9, kind="note", text="Von anderer Hand.")
    closing.close(Vote.objects.create(item=room.items[0], yes=8, no=0, abstain=0))
    desk.page.evaluate("document.dispatchEvent(new CustomEvent('desk:refresh'))")
    expect(desk.page.locator("#panel-votes")).to_contain_text("einstimmig")
    expect(desk.rows).to_have_count(2)
    assert desk.page.evaluate(WHERE) == focused
    desk.keys.text(" weiter")
    desk.until("saved")
    assert desk.stored() == ["⟨Ktabg. Kohaus⟩ spricht weiter", "Von anderer Hand."]
