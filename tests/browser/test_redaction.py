"""Redacting in a browser: what is selected with keyboard or mouse becomes the passage, and is saved after a preview."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from minutes.models import Contribution, Redaction
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def room():
    room = cast.session(cast.county(), members=("Alt",))
    Contribution.objects.create(item=room.items[0], position=1, text="⟨Ktabg. Alt⟩ nennt Frau Muster.")
    return room


@pytest.fixture
def form(room, page: Page, login) -> Page:
    login(page, cast.user("clerk", room.session.committee))
    page.goto(reverse("minutes:redaction-add", args=[room.session.pk, room.items[0].pk]))
    return page


def test_shift_and_arrow_keys_choose_the_passage(form):
    form.get_by_label("Wortbeitrag 1: Ktabg. Alt").focus()
    form.keyboard.press("Control+Home")
    for _ in range(len("Ktabg. Alt nennt ")):
        form.keyboard.press("ArrowRight")
    for _ in range(len("Frau Muster")):
        form.keyboard.press("Shift+ArrowRight")
    expect(form.locator("[data-redact-status]")).to_have_text("Als Textstelle übernommen: Frau Muster")
    expect(form.get_by_label("Textstelle")).to_have_value("Frau Muster")
    form.get_by_role("button", name="Vorschau").click()
    expect(form.locator(".redact__preview .redacted")).to_have_text("[Text entfernt: personenbezogene Daten]")
    form.get_by_role("button", name="Schwärzung speichern").click()
    expect(form.get_by_text("Die Textstelle ist geschwärzt.")).to_be_visible()
    row = Redaction.objects.get()
    assert (row.kind, row.passage) == ("contribution", "Frau Muster")


def test_the_text_itself_can_not_be_changed(form):
    text = form.get_by_label("Wortbeitrag 1: Ktabg. Alt")
    text.focus()
    form.keyboard.type("Neu")
    form.keyboard.press("Control+A")
    form.keyboard.press("Delete")
    form.keyboard.press("Control+X")
    expect(text).to_have_value("Ktabg. Alt nennt Frau Muster.")


def test_a_double_click_chooses_a_word(form):
    text = form.get_by_label("Titel")
    text.dblclick(position={"x": 30, "y": 20})
    expect(form.get_by_label("Textstelle")).to_have_value("Punkt")
    expect(form.locator("[name=place]")).to_have_value(f"title:{form.url.rstrip('/').rsplit('/', 1)[-1]}")
