"""The desk without a mouse: everything is reached, seen and done with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from committees.models import Attendance
from minutes.models import Contribution
from tests import cast
from tests.sampling import sampled
from votes.models import Ballot, Form, Vote

pytestmark = pytest.mark.django_db(transaction=True)

FOCUS = """async () => {
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const middle = [box.left + box.width / 2, box.top + box.height / 2];
    const above = document.elementFromPoint(...middle);
    return {
        text: `${element.tagName} ${element.name || element.innerText || element.id}`,
        isMarked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none",
        isInSight: Boolean(above && (element.contains(above) || above.contains(element)
            || element.labels && [...element.labels].some(label => label.contains(above)))),
    };
}"""


@pytest.fixture
def place():
    return cast.county()


@pytest.fixture
def room(place):
    return cast.session(place, members=("Kleinhaus", "Lütke", "Merten", "Wende"))


@pytest.fixture
def desk(page: Page, login, place, room) -> Page:
    login(page, cast.user("clerk", place.committee))
    return page


def tab_to(page: Page, selector: str, *, key: str = "Tab") -> None:
    """Press Tab until what the selector names has the focus."""
    for _step in range(120):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{key} never leads to {selector} on {page.url}")


def enter(page: Page) -> None:
    """Press the return key and wait for the page that answers."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_logging_in(page, place):
    cast.user("clerk", place.committee)
    page.goto("/accounts/login/")
    tab_to(page, "[name=login]")
    page.keyboard.type("clerk@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type("geheim-genug-1")
    enter(page)
    expect(page.get_by_role("banner")).to_contain_text("clerk@example.org")


def test_skip_links_lead_to_content_and_navigation(desk):
    desk.goto("/")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Tab")
    expect(desk.locator(":focus")).to_be_in_viewport()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.closest('nav') !== null")
    desk.goto("/sessions/")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.closest('main') !== null")


def test_from_the_start_to_an_item(desk, room):
    desk.goto("/")
    tab_to(desk, "header a[href='/sessions/']")
    enter(desk)
    tab_to(desk, "main a[href*='past']")
    enter(desk)
    tab_to(desk, f"main a[href='/sessions/{room.session.pk}/']")
    enter(desk)
    tab_to(desk, f"main a[href$='/items/{room.items[1].pk}/']")
    enter(desk)
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Punkt 2")


def test_moving_an_item_down(desk, room):
    desk.goto(f"/sessions/{room.session.pk}/agenda/")
    tab_to(desk, f"[data-item='{room.items[0].pk}'] a")
    desk.keyboard.press("Alt+ArrowDown")
    expect(desk.locator("[data-announcer]")).to_contain_text("Punkt 1")
    room.items[0].refresh_from_db()
    assert room.items[0].position == 2
    assert desk.evaluate("document.activeElement.closest('[data-item]').dataset.item") == str(room.items[0].pk)


def test_marking_somebody_absent(desk, room):
    desk.goto(f"/sessions/{room.session.pk}/attendance/")
    mark = f"input[type=radio][name$='{room['Lütke'].pk}']"
    tab_to(desk, mark)
    desk.keyboard.press("ArrowDown")
    tab_to(desk, "main button.kern-btn--primary")
    enter(desk)
    assert Attendance.objects.get(pk=room["Lütke"].pk).absence == "excused"


def test_adding_a_contribution(desk, room):
    desk.goto(f"/sessions/{room.session.pk}/items/{room.items[0].pk}/")
    tab_to(desk, "[name=speaker]")
    desk.keyboard.type("Lütke")
    tab_to(desk, "[name=text]")
    desk.keyboard.type("hält das für nötig.")
    tab_to(desk, "#add-contribution button.kern-btn--primary")
    enter(desk)
    expect(desk.locator("#contributions .paragraph")).to_contain_text("hält das für nötig.")
    assert "Lütke" in Contribution.objects.get().text


@pytest.mark.slow
def test_taking_a_roll_call(desk, room):
    vote = Vote.objects.create(item=room.items[0], form=Form.ROLL_CALL)
    desk.goto(f"/sessions/votes/{vote.pk}/roll-call/")
    for choice in ("yes", "no", "abstain", "yes"):
        tab_to(desk, "fieldset.voter input[type=radio]")
        desk.keyboard.press("Space")
        for _step in range(("yes", "no", "abstain").index(choice)):
            desk.keyboard.press("ArrowRight")
    tab_to(desk, "[name=then][value=close]")
    enter(desk)
    expect(desk.locator("main")).to_contain_text("2 JA-Stimmen")
    assert sorted(Ballot.objects.values_list("choice", flat=True)) == ["abstain", "no", "yes", "yes"]


def test_a_refused_form_leads_from_its_summary_to_the_input(desk, room, watch):
    desk.goto(f"/sessions/{room.session.pk}/agenda/new/")
    tab_to(desk, "main button.kern-btn--primary")
    enter(desk)
    expect(desk.locator("[data-error-summary]")).to_be_focused()
    assert desk.evaluate(FOCUS)["isMarked"]
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.locator("[name=title]")).to_be_focused()
    watch.expect("422")


@pytest.mark.parametrize("key", ["Tab", pytest.param("Shift+Tab", marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    "address", sampled(["/sessions/votes/{vote}/roll-call/", "/sessions/{session}/attendance/"], every=2)
)
def test_the_focus_is_marked_and_never_under_a_bar(desk, place, room, address, key):
    for number in range(12):
        cast.attend(room, cast.member(place, f"Mitglied {number}"))
    vote = Vote.objects.create(item=room.items[0], form=Form.ROLL_CALL)
    desk.set_viewport_size({"width": 1280, "height": 600})
    desk.emulate_media(reduced_motion="reduce")
    desk.goto(address.format(session=room.session.pk, vote=vote.pk))
    for _step in range(60):
        desk.keyboard.press(key)
        focus = desk.evaluate(FOCUS)
        if focus["text"].startswith("BODY"):
            break
        assert focus["isMarked"], focus
        assert focus["isInSight"], focus
