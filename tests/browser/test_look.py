"""The look in a browser: accessible in light and dark, at every width, with the keyboard and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.sampling import sampled

SCHEMES = pytest.mark.parametrize("scheme", sampled(["light", "dark"], every=2))
WIDTHS = pytest.mark.parametrize("width", [320, 1280])
PAGES = pytest.mark.parametrize("address", ["/accounts/login/", "/form/"])


@pytest.fixture(autouse=True)
def routes(form_pack, transactional_db):
    """The pages of `tests/form_pack.py` beside those of the site."""


def send_empty_form(page, watch):
    page.goto("/form/")
    with page.expect_console_message(), page.expect_navigation():
        page.get_by_role("button", name="Speichern").first.click()
    watch.expect("422")


@SCHEMES
@PAGES
def test_pages_are_accessible(page, axe, scheme, address):
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    axe(page)


@SCHEMES
def test_a_refused_form_is_accessible(page, axe, watch, scheme):
    page.emulate_media(color_scheme=scheme)
    send_empty_form(page, watch)
    axe(page)


@SCHEMES
@pytest.mark.parametrize(
    ("address", "status"), sampled([("/nowhere/", "404"), ("/forbidden/", "403"), ("/broken/", "500")], every=3)
)
def test_error_pages_are_accessible(page, axe, watch, scheme, address, status):
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    watch.expect(status)
    axe(page)


@SCHEMES
def test_the_chosen_theme_beats_the_device(page, axe, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto("/form/")
    other, label = {"light": ("dark", "Dunkel"), "dark": ("light", "Hell")}[scheme]
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name=label).click()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == other
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    axe(page)


@WIDTHS
@PAGES
def test_no_page_scrolls_sideways(page, width, address):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_tab_offers_to_skip_to_the_content(page):
    page.goto("/form/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Zum Inhalt springen"
    assert page.locator(":focus").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_summary_of_errors_gets_the_focus_and_leads_to_the_input(page, watch):
    send_empty_form(page, watch)
    expect(page.locator("[data-error-summary]").first).to_be_focused()
    page.get_by_role("link", name="Gremium:").click()
    expect(page.locator("#id_committee")).to_be_focused()


def test_an_input_is_announced_with_its_help_and_its_error(page, watch):
    send_empty_form(page, watch)
    described = page.get_by_label("Bezeichnung").evaluate(
        "input => input.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).innerText)"
    )
    assert described == ["So steht sie in der Einladung.", "Dieses Feld ist zwingend erforderlich."]


def test_a_user_logs_in_and_out_without_javascript(new_context, axe, django_user_model):
    django_user_model.objects.create_user("clerk@example.org", "a long enough secret", role="clerk")
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/accounts/login/")
    page.get_by_label("E-Mail-Adresse").fill("clerk@example.org")
    page.get_by_label("Passwort").fill("a long enough secret")
    page.get_by_role("main").get_by_role("button", name="Anmelden").click()
    assert page.get_by_role("banner").get_by_text("clerk@example.org").is_visible()
    page.get_by_role("button", name="Abmelden").click()
    assert page.get_by_role("banner").get_by_role("link", name="Anmelden").is_visible()


def test_motion_is_reduced_on_request(page):
    page.emulate_media(reduced_motion="reduce")
    page.goto("/form/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_print_leaves_out_what_only_a_screen_needs(page):
    page.emulate_media(media="print")
    page.goto("/form/")
    assert not page.get_by_role("banner").is_visible()
    assert not page.get_by_role("contentinfo").is_visible()
    assert page.get_by_role("heading", name="Neue Sitzung").is_visible()
