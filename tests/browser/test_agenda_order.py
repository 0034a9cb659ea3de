"""The order of the agenda in the browser: arrows, Alt and arrow keys, dragging; the same moves without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from committees.models import AgendaItem
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def room():
    place = cast.county()
    room = cast.session(place, members=("Alt", "Berg"))
    AgendaItem.objects.create(session=room.session, position=4, title="Grundstück")
    return room


@pytest.fixture
def agenda(room, page: Page, login) -> Page:
    login(page, cast.user("clerk", room.session.committee))
    page.goto(f"/sessions/{room.session.pk}/agenda/")
    return page


def _titles(page: Page) -> list[str]:
    return page.locator(".agenda-order__text a").all_text_contents()


def _button(page: Page, title: str, direction: str):
    return page.locator("[data-item]", has=page.get_by_role("link", name=title)).locator(f"[value={direction}]").first


def test_a_button_moves_an_item_and_keeps_the_focus(agenda):
    _button(agenda, "Punkt 3", "up").click()
    expect(agenda.locator("[data-announcer]")).to_have_text("„Punkt 3“ ist jetzt TOP 2.")
    assert _titles(agenda) == ["Punkt 1", "Punkt 3", "Punkt 2", "Grundstück"]
    expect(_button(agenda, "Punkt 3", "up")).to_be_focused()


def test_alt_and_arrow_keys_move_and_indent(agenda):
    _button(agenda, "Punkt 2", "up").focus()
    agenda.keyboard.press("Alt+ArrowDown")
    expect(agenda.locator("[data-announcer]")).to_have_text("„Punkt 2“ ist jetzt TOP 3.")
    agenda.keyboard.press("Alt+ArrowRight")
    expect(agenda.locator("[data-announcer]")).to_have_text("„Punkt 2“ ist jetzt TOP 2.1.")
    agenda.keyboard.press("Alt+ArrowLeft")
    expect(agenda.locator("[data-announcer]")).to_have_text("„Punkt 2“ ist jetzt TOP 3.")


def test_an_item_is_dragged_by_its_handle(agenda):
    handle = agenda.locator("[data-handle]").first.bounding_box()
    target = agenda.locator("[data-item]").nth(2).bounding_box()
    agenda.mouse.move(handle["x"] + 5, handle["y"] + 5)
    agenda.mouse.down()
    agenda.mouse.move(target["x"] + 5, target["y"] + target["height"] - 4, steps=5)
    agenda.mouse.up()
    expect(agenda.locator("[data-announcer]")).to_have_text("„Punkt 1“ ist jetzt TOP 3.")
    assert _titles(agenda) == ["Punkt 2", "Punkt 3", "Punkt 1", "Grundstück"]


def test_without_javascript_the_arrows_work_as_well(room, new_context, login):
    page = new_context(java_script_enabled=False).new_page()
    login(page, cast.user("clerk", room.session.committee))
    page.goto(f"/sessions/{room.session.pk}/agenda/")
    assert page.locator("[data-handle]:visible").count() == 0
    _button(page, "Punkt 1", "down").click()
    assert _titles(page) == ["Punkt 2", "Punkt 1", "Punkt 3", "Grundstück"]
    expect(page.get_by_text("„Punkt 1“ ist jetzt TOP 2.")).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["", "edit/", "agenda/", "agenda/new/", "attendance/", "attendance/add/", "delete/"])
def test_the_pages_of_a_session_are_accessible(agenda, room, axe, name):
    agenda.goto(f"/sessions/{room.session.pk}/{name}")
    axe(agenda)


@pytest.mark.slow
def test_the_pages_of_a_person_and_of_an_item_are_accessible(agenda, room, axe):
    pages = [f"attendance/{room['Alt'].pk}/{name}/" for name in ("edit", "substitute", "remove")]
    pages += [f"items/{room.items[0].pk}/{name}/" for name in ("edit", "recusals", "delete")]
    for address in pages:
        agenda.goto(f"/sessions/{address}")
        axe(agenda)
