"""Private notes in the browser: saved while one types, kept without a connection, both texts where two contradict."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from minutes.models import Note
from tests import cast
from tests.publications import freeze

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def watch(watch):
    """A lost connection and a contradiction stand in the console; here they are meant."""
    yield watch
    meant = ("ERR_FAILED", "ERR_INTERNET_DISCONNECTED", "409")
    watch.problems[:] = [problem for problem in watch.problems if not any(word in problem for word in meant)]


@pytest.fixture
def room() -> cast.Room:
    room = cast.session(cast.county(), members=("Kohl",))
    freeze(room.session)
    return room


@pytest.fixture
def councillor(room):
    return cast.user("councillor", person=room["Kohl"].person)


@pytest.fixture
def own(page: Page, room, councillor, login) -> Page:
    login(page, councillor)
    page.goto(reverse("minutes:my-session", args=[room.session.pk]))
    return page


def note(page: Page, place: int = 0):
    """The field of the note on an item, opened by its heading."""
    details = page.locator("details.my-note").nth(place)
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    return details.locator("textarea")


def saved(page: Page) -> None:
    expect(page.locator("desk-status [data-state=saved]")).to_be_visible()


def test_words_are_saved_while_one_types_and_survive_a_lost_connection(own):
    field = note(own)
    field.press_sequentially("Wer zahlt?")
    saved(own)
    own.context.set_offline(True)
    field.press_sequentially(" Und wann?")
    expect(own.locator("desk-status [data-state=offline]")).to_be_visible()
    assert Note.objects.get().text == "Wer zahlt?"
    own.context.set_offline(False)
    own.reload()
    expect(note(own)).to_have_value("Wer zahlt? Und wann?", timeout=15_000)
    saved(own)
    assert Note.objects.get().text == "Wer zahlt? Und wann?"


def test_where_two_pages_contradict_each_other_both_texts_are_shown(own, councillor, room):
    values = {"owner": councillor, "session_key": room.session.pk, "item_key": room.items[0].pk}
    field = note(own)
    Note.objects.create(**values, text="Von zu Hause")
    field.press_sequentially("Aus dem Rathaus")
    conflict = own.locator("[data-conflict]").first
    expect(conflict).to_contain_text("Von zu Hause")
    expect(field).to_have_value("Aus dem Rathaus")
    conflict.locator("[data-keep=both]").click()
    saved(own)
    expect(conflict).to_be_hidden()
    assert Note.objects.get().text == "Von zu Hause\n\nAus dem Rathaus"


def test_without_javascript_the_form_saves(new_context, room, councillor, login):
    page = new_context(java_script_enabled=False).new_page()
    login(page, councillor)
    page.goto(reverse("minutes:my-session", args=[room.session.pk]))
    note(page, 1).fill("Nachfragen")
    page.locator("details.my-note").nth(1).get_by_role("button").click()
    expect(page.locator("details.my-note[open] textarea")).to_have_value("Nachfragen")
    assert Note.objects.get().text == "Nachfragen"
