"""Our own error pages, in the reader's language."""

import io
import logging

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.parametrize(
    ("address", "status", "title"),
    [
        ("/nowhere/", 404, "Diese Seite gibt es nicht"),
        ("/forbidden/", 403, "Kein Zugriff"),
        ("/bad/", 400, "Diese Anfrage war nicht verständlich"),
    ],
)
def test_errors_have_pages_of_their_own(client, db, form_pack, address, status, title):
    response = client.get(address)
    assert response.status_code == status
    assert title in response.content.decode()


def test_a_refusal_gives_its_reason(client, db, form_pack):
    assert "Nur die Schriftführung darf das." in client.get("/forbidden/").content.decode()


def test_a_broken_page_apologises_without_the_database(form_pack):
    client = Client(raise_request_exception=False)
    response = client.get("/broken/")
    assert response.status_code == 500
    assert "Etwas ist schiefgegangen" in response.content.decode()
    assert "broken on purpose" not in response.content.decode()


def test_a_broken_page_is_told_on_the_console(db, form_pack, monkeypatch):
    console = io.StringIO()
    monkeypatch.setattr(logging.getLogger("django").handlers[0], "stream", console)
    Client(raise_request_exception=False).get("/broken/")
    assert "broken on purpose" in console.getvalue()


def test_a_form_without_its_security_mark_is_explained(db):
    response = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "clerk@example.org"})
    assert response.status_code == 403
    assert "Das Formular ist abgelaufen" in response.content.decode()


def test_too_many_attempts_have_a_page(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    for _attempt in range(2):
        response = client.post(reverse("account_login"), {"login": "clerk@example.org", "password": "wrong"})
    assert response.status_code == 429
    assert "Zu viele Versuche" in response.content.decode()


def test_error_pages_speak_english_too(client, db, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "This page does not exist" in client.get("/nowhere/").content.decode()
