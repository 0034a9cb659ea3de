"""Every kind of page of the demo: accessible in light and dark, at every width, and silent on the console."""

from collections.abc import Iterable

import pytest
from django.db import connection
from playwright.sync_api import Page

from committees.models import Committee, User
from minutes import documents
from minutes.demo import loading

from . import catalogue

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP = {"width": 1280, "height": 900}
ENLARGED = {"width": 640, "height": 450}  # 1280 × 900 at 200 %
NARROW = {"width": 320, "height": 568}  # 1280 at 400 %, WCAG 1.4.10


@pytest.fixture
def demo(monkeypatch):
    """The whole demo. What its PDF files look like is of no account here, and making them takes longest."""
    file = documents.Rendered(content=b"%PDF-1.7", content_type="application/pdf", filename="minutes.pdf")
    monkeypatch.setattr(documents, "render", lambda *args, **options: file)
    loading.load()


@pytest.fixture
def visit(page: Page, login, axe):
    """`visit(addresses, by=…)`: every page is looked at by somebody, or by nobody who is known."""

    def look(addresses: Iterable[str], *, by: str = "") -> None:
        if by:
            login(page, User.objects.get(email=by))
        for address in addresses:
            response = page.goto(address)
            assert response.status == 200, f"{address}: {response.status}"
            examine(page, axe)

    return look


def examine(page: Page, axe) -> None:
    """Whatever is shown: accessible in both schemes (which differ in colours only), and not too wide when enlarged.

    How a page looks is the same on both databases: on PostgreSQL it is opened, and its console is silent.
    """
    assert page.locator("[hidden]:visible").count() == 0, f"{page.url} shows what it hides"
    if connection.vendor == "postgresql":
        return
    page.emulate_media(color_scheme="light")
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page, only=("color-contrast",))
    for size in (ENLARGED, NARROW):
        page.set_viewport_size(size)
        width = page.evaluate("document.scrollingElement.scrollWidth")
        assert width <= size["width"], f"{page.url} is {width} wide in a window of {size['width']}"
    page.set_viewport_size(DESKTOP)


@pytest.mark.slow
def test_the_pages_of_the_public_and_of_a_councillor(demo, visit):
    visit([*catalogue.of_the_public(), *catalogue.of_a_forgetful_reader()])
    visit(catalogue.of_a_councillor(), by="councillor@example.org")


@pytest.mark.slow
def test_the_pages_of_a_clerk_and_of_an_administrator(demo, visit, page, watch, axe):
    visit(catalogue.of_a_clerk(), by="clerk@example.org")
    import_with_mistakes(page, axe, watch)
    refused_forms(page, axe, watch)
    visit(catalogue.of_an_admin(), by="admin@example.org")
    page.context.add_cookies([{"name": "django_language", "value": "en", "url": page.url}])
    visit(catalogue.in_english())


@pytest.mark.slow
def test_the_pages_of_the_live_desk(demo, visit):
    visit(catalogue.of_the_live_desk(), by="clerk@example.org")


def import_with_mistakes(page: Page, axe, watch) -> None:
    """What a file would change, and a line that can’t be read."""
    committee = Committee.objects.get(short_name="IntA")
    page.goto(f"/directory/committees/{committee.pk}/members/import/")
    table = "Nachname;Vorname;Fraktion;Von\nAhlers;Ute;CDU;01.12.2026\nOhne Tag;Nora;CDU;bald\n"
    page.set_input_files("[name=file]", {"name": "a.csv", "mimeType": "text/csv", "buffer": table.encode()})
    with page.expect_navigation():
        page.locator("main button.kern-btn--primary").click()
    examine(page, axe)
    watch.problems[:] = [problem for problem in watch.problems if "422" not in problem]


def refused_forms(page: Page, axe, watch) -> None:
    """Forms sent empty: each says what is missing."""
    for address in catalogue.forms_to_send_empty():
        page.goto(address)
        with page.expect_response(lambda response: response.request.method == "POST") as answer:
            page.locator("main button.kern-btn--primary").first.click()
        assert answer.value.status == 422, address
        page.wait_for_load_state()
        watch.expect("422")
        examine(page, axe)
