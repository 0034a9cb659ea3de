"""Reading with less: without JavaScript, without motion, on paper."""

import pytest
from playwright.sync_api import Page, expect

from committees.models import User
from minutes.models import Contribution
from tests import cast, publications

pytestmark = pytest.mark.django_db(transaction=True)

MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
    const style = getComputedStyle(element);
    const longest = list => Math.max(...list.split(",").map(parseFloat));
    return longest(style.transitionDuration) > 0.001 || longest(style.animationDuration) > 0.001;
}).map(element => element.outerHTML.slice(0, 100))"""


@pytest.fixture
def room():
    place = cast.county()
    cast.user("clerk", place.committee)
    return cast.session(place, members=("Lütke", "Merten"))


@pytest.fixture
def protocol(room) -> str:
    """The address of published minutes."""
    return publications.freeze(room.session)["public"].issue.get_absolute_url()


@pytest.fixture
def reader(new_context) -> Page:
    return new_context(java_script_enabled=False).new_page()


def test_minutes_are_found_and_read(reader, protocol):
    reader.goto("/")
    reader.get_by_role("region", name="Neueste Niederschriften").get_by_role("link").first.click()
    assert reader.url.endswith(protocol)
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Niederschrift")
    reader.get_by_role("navigation", name="Tagesordnung").get_by_role("link").nth(1).click()
    expect(reader.get_by_role("heading", name="Punkt 2")).to_be_in_viewport()
    reader.locator("article a.protocol__number").first.click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Punkt 1")
    reader.locator("a[rel=next]").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Punkt 2")


def test_the_language_is_chosen_for_the_page_that_is_read(reader, protocol):
    reader.goto(protocol)
    reader.get_by_role("button", name="English").click()
    assert reader.url.endswith(protocol)
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    expect(reader.get_by_role("link", name="Minutes (PDF)")).to_be_visible()
    expect(reader.locator("article")).to_have_attribute("lang", "de")


def test_the_appearance_is_chosen_for_the_page_that_is_read(reader, protocol):
    reader.goto(protocol)
    reader.get_by_role("button", name="Dunkel").click()
    assert reader.url.endswith(protocol)
    expect(reader.locator("html")).to_have_attribute("data-kern-theme", "dark")
    expect(reader.get_by_role("button", name="Dunkel")).to_have_attribute("aria-pressed", "true")


def test_a_clerk_reads_and_orders_the_agenda(reader, login, room):
    login(reader, User.objects.get(role="clerk"))
    reader.goto(f"/sessions/{room.session.pk}/")
    expect(reader.locator("main")).to_contain_text("Punkt 3")
    reader.get_by_role("link", name="Tagesordnung ändern").click()
    reader.locator(f"[data-item='{room.items[0].pk}'] button[value=down]").click()
    expect(reader.locator("[data-item]").first).to_contain_text("Punkt 2")


def test_a_more_menu_opens(reader, login, room):
    Contribution.objects.create(item=room.items[0], text="Der Bericht liegt vor.", position=1)
    login(reader, User.objects.get(role="clerk"))
    reader.goto(f"/sessions/{room.session.pk}/items/{room.items[0].pk}/")
    reader.locator(".more summary").click()
    expect(reader.get_by_role("link", name="Davor einfügen")).to_be_visible()


def test_nothing_moves_where_motion_is_reduced(page, protocol):
    page.emulate_media(reduced_motion="reduce")
    for address in ("/", "/minutes/", "/accounts/login/", protocol):
        page.goto(address)
        assert page.evaluate(MOVING) == []


def test_paper_shows_the_minutes_and_nothing_to_press(page, protocol):
    page.emulate_media(media="print")
    page.goto(protocol)
    expect(page.get_by_role("heading", name="Punkt 1")).to_be_visible()
    for selector in ("header.site-head", "footer.site-foot", ".breadcrumb", "main .kern-btn"):
        assert page.locator(selector).count() > 0
        assert not any(found.is_visible() for found in page.locator(selector).all()), selector
