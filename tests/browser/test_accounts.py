"""Accounts in the browser: the second factor from its setting up to its removal, each page accessible."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests import cast
from tests.authenticator_app import next_code

from . import catalogue
from .test_pages import examine

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader():
    cache.clear()
    return cast.user("reader")


def log_in(page: Page, user) -> None:
    page.goto(reverse("account_login"))
    page.get_by_label("E-Mail").fill(user.email)
    page.get_by_label("Passwort").fill("geheim-genug-1")
    page.get_by_role("main").get_by_role("button", name="Anmelden").click()


@pytest.mark.slow
def test_a_second_factor_is_required_set_up_asked_for_and_accessible(page: Page, reader, axe, settings, watch):
    settings.MFA_REQUIRED_ROLES = ["reader"]
    log_in(page, reader)
    expect(page.get_by_text("Ihre Rolle verlangt einen zweiten Faktor.")).to_be_visible()
    picture = page.get_by_role("img", name="QR-Code")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    examine(page, axe)
    [secret] = re.findall(r'<code class="secret-key">(\w+)</code>', page.content())
    page.get_by_label("Code").fill(next_code(secret))
    page.get_by_role("button", name="Einrichten").click()
    expect(page.get_by_text("Ihr zweiter Faktor ist eingerichtet.")).to_be_visible()
    examine(page, axe)
    page.get_by_role("main").get_by_role("link", name="Zur Startseite").click()
    expect(page.get_by_role("heading", name="Übersicht")).to_be_visible()
    settings.MFA_REQUIRED_ROLES = []
    for address in catalogue.of_somebody_with_a_second_factor():
        assert page.goto(address).status == 200, address
        examine(page, axe)
    page.context.clear_cookies()
    log_in(page, reader)
    expect(page.get_by_role("heading", name="Zweiter Faktor")).to_be_visible()
    examine(page, axe)
    page.get_by_label("Code").fill(next_code(secret))
    page.get_by_role("main").get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", name="Übersicht")).to_be_visible()
    assert Authenticator.objects.filter(user=reader).count() == 2
