"""Exports in the browser: the bar that moves, cancelling, the keyboard, and without JavaScript."""

import datetime
import json
import threading
import time
import zipfile

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from minutes import printing
from minutes.bulk import queues
from minutes.models import ExportJob
from tests import cast
from tests.browser.test_keyboard import enter, tab_to
from tests.minutes.bulk.exports import ask, files
from tests.publications import freeze

pytestmark = pytest.mark.django_db(transaction=True)

NUMBER = 4


@pytest.fixture(autouse=True)
def exports_root(settings, tmp_path):
    settings.EXPORTS_ROOT = tmp_path


@pytest.fixture
def place():
    found = cast.county()
    for number in range(1, NUMBER + 1):
        freeze(cast.session(found, number=number).session)
    return found


@pytest.fixture
def person(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def slow_documents(monkeypatch):
    """Each document takes a while, and a request works on one or two."""
    make = printing.make

    def slowly(session, **options):
        time.sleep(0.7)
        return make(session, **options)

    monkeypatch.setattr(printing, "make", slowly)
    monkeypatch.setattr(queues, "SLICE", 1.0)


@pytest.fixture
def goes_on(monkeypatch):
    """The first document is made at once, the next ones when this is set; each by a request of its own."""
    make, first, event = printing.make, iter([True]), threading.Event()

    def held(session, **options):
        assert next(first, False) or event.wait(60)
        return make(session, **options)

    monkeypatch.setattr(printing, "make", held)
    monkeypatch.setattr(queues, "SLICE", 0.0)
    yield event
    event.set()


@pytest.fixture
def desk(page: Page, login, person) -> Page:
    login(page, person)
    return page


@pytest.mark.slow
def test_from_the_list_to_the_archive_with_the_keyboard(desk, axe, slow_documents, person):
    desk.goto("/exports/")
    tab_to(desk, "main a[href='/exports/new/']")
    enter(desk)
    tab_to(desk, "[name=period]")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowUp")
    tab_to(desk, "[name=kinds][value=minutes]")
    expect(desk.locator(":focus")).to_be_checked()
    tab_to(desk, "[name=format]")
    desk.keyboard.press("ArrowDown")
    tab_to(desk, "main button.kern-btn--primary")
    enter(desk)

    bar = desk.locator("progress")
    expect(bar).to_have_attribute("max", str(NUMBER))
    axe(desk)
    tab_to(desk, "main a[href$='/cancel/']")
    seen = set()
    while desk.locator("progress").count():
        seen.add(desk.evaluate("document.querySelector('progress')?.value"))
        desk.wait_for_timeout(100)
    assert len(seen - {None}) >= 3, seen

    # Who had the focus in what is gone finds the result.
    expect(desk.locator("[data-result]")).to_be_focused()
    expect(desk.locator("[data-announcer]")).to_have_text(desk.locator("[data-result]").inner_text())
    axe(desk)
    desk.keyboard.press("Tab")
    expect(desk.locator(":focus")).to_have_attribute("href", f"/exports/{ExportJob.objects.get().pk}/download/")
    with desk.expect_download() as download:
        desk.keyboard.press("Enter")
    assert download.value.suggested_filename == "IntA-2026-public.zip"
    entries = json.loads(zipfile.ZipFile(download.value.path()).read("manifest.json"))
    assert len(entries) == NUMBER


def test_cancelling_asks_first_and_leaves_nothing(desk, axe, goes_on, place, person):
    job = ask(person, place.committee, language="de")
    desk.goto(job.get_absolute_url())
    expect(desk.locator("progress")).not_to_have_attribute("value", "0", timeout=10_000)
    desk.locator("main a[href$='/cancel/']").click()
    axe(desk)
    desk.locator("main button.kern-btn--primary").click()
    expect(desk.locator("progress")).to_have_count(0)
    expect(desk.locator("[data-result]")).to_be_visible()
    job.refresh_from_db()
    assert job.state == "cancelled"
    # What was being made at that moment is thrown away, too.
    goes_on.set()
    desk.wait_for_timeout(1500)
    assert files() == []


@pytest.mark.slow
def test_what_a_lost_worker_left_goes_on_when_its_page_is_opened(desk, slow_documents, place, person):
    job = ask(person, place.committee, state="running", claim="lost", done=2, total=NUMBER)
    ExportJob.objects.update(heartbeat=timezone.now() - datetime.timedelta(minutes=2))
    desk.goto(job.get_absolute_url())
    expect(desk.locator("[data-result]")).to_be_visible(timeout=20_000)
    job.refresh_from_db()
    assert (job.state, job.documents) == ("done", NUMBER)


@pytest.mark.slow
def test_without_a_connection_the_page_says_so_and_goes_on_later(desk, watch, slow_documents, place, person):
    job = ask(person, place.committee)
    desk.goto(job.get_absolute_url())
    desk.context.set_offline(True)
    expect(desk.locator("[data-trouble]")).to_be_visible()
    desk.context.set_offline(False)
    expect(desk.locator("[data-result]")).to_be_visible(timeout=20_000)
    job.refresh_from_db()
    assert job.state == "done"
    watch.expect("ERR_INTERNET_DISCONNECTED")


@pytest.mark.slow
def test_without_javascript_a_button_begins_it_and_a_link_looks_again(
    new_context, login, slow_documents, place, person
):
    page = new_context(java_script_enabled=False).new_page()
    login(page, person)
    job = ask(person, place.committee)
    page.goto(job.get_absolute_url())
    page.locator(f"main a[href='{job.get_absolute_url()}']").click()
    expect(page.locator("progress")).to_have_attribute("value", "0")
    for _piece in range(NUMBER):
        if not page.locator("progress").count():
            break
        page.locator("main form button").click()
    expect(page.locator("main a[href$='/download/']")).to_be_visible()
