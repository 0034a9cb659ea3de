"""The house style in the browser: blocks are moved by buttons and keys, by numbers without JavaScript; a preview."""

import pytest
from playwright.sync_api import Page, expect

from committees.models import HouseStyle
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def profile():
    return cast.county().body.profile


@pytest.fixture
def style(profile, page: Page, login) -> Page:
    login(page, cast.user("admin"))
    page.goto(f"/directory/house-styles/{profile.pk}/")
    return page


def _order(page: Page) -> list[str]:
    return page.locator("[data-block]").evaluate_all("rows => rows.map((row) => row.dataset.block)")


def _button(page: Page, block: str, direction: str):
    return page.locator(f"[data-block={block}] [data-direction={direction}]")


def test_buttons_and_keys_move_a_block_and_keep_the_focus(style):
    _button(style, "attendance", "up").click()
    assert _order(style)[:3] == ["attendance", "head", "opening"]
    # At the top there is no way up any more.
    expect(_button(style, "attendance", "down")).to_be_focused()
    expect(_button(style, "attendance", "up")).to_be_disabled()
    style.keyboard.press("Alt+ArrowDown")
    style.keyboard.press("Alt+ArrowDown")
    assert _order(style)[:3] == ["head", "opening", "attendance"]
    expect(style.locator("[data-announcer]")).to_contain_text("3")
    style.locator("main button.kern-btn--primary").click()
    style.wait_for_load_state()
    assert HouseStyle.objects.get().order[:3] == ["head", "opening", "attendance"]
    assert _order(style)[:3] == ["head", "opening", "attendance"]


@pytest.mark.slow
def test_the_page_is_accessible_also_with_an_error(style, axe, watch):
    axe(style)
    style.fill("[name=accent]", "#ffff00")
    style.locator("main button.kern-btn--primary").click()
    expect(style.locator("[data-error-summary]")).to_be_visible()
    watch.expect("422")
    axe(style)


@pytest.mark.slow
def test_without_javascript_numbers_say_the_order(profile, new_context, login):
    page = new_context(java_script_enabled=False).new_page()
    login(page, cast.user("admin"))
    page.goto(f"/directory/house-styles/{profile.pk}/")
    assert page.locator("[data-direction]:visible").count() == 0
    page.fill("[name=order_annexes]", "1")
    page.locator("main button.kern-btn--primary").click()
    assert _order(page)[:2] == ["annexes", "head"]
    assert HouseStyle.objects.get().order[0] == "annexes"


def test_the_preview_opens_beside_the_form_and_stores_nothing(style):
    style.fill("[name=place]", "Musterstadt")
    button = style.locator("button[value=invitation]")
    assert button.get_attribute("formtarget") == "_blank"
    with style.context.expect_event("response", lambda answer: "/preview/" in answer.url) as answered:
        button.click()
    assert answered.value.status == 200
    assert answered.value.header_value("content-type") == "application/pdf"
    assert style.locator("[name=place]").input_value() == "Musterstadt"
    assert not HouseStyle.objects.exists()
