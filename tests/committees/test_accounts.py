"""Logging in by e-mail, closed sign-up, passwords."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.elements import elements

PASSWORD = "a long enough secret"


@pytest.fixture
def clerk(django_user_model):
    return django_user_model.objects.create_user("clerk@example.org", PASSWORD, role="clerk")


def test_a_user_logs_in_by_email(client, clerk):
    response = client.post(reverse("account_login"), {"login": "clerk@example.org", "password": PASSWORD})
    assert (response.status_code, response.url) == (302, reverse("start"))


def test_a_wrong_password_is_refused_formally_and_the_address_stays(client, clerk):
    response = client.post(reverse("account_login"), {"login": "clerk@example.org", "password": "wrong"})
    assert response.status_code == 422
    assert "Die E-Mail-Adresse oder das Passwort ist nicht richtig." in response.content.decode()
    assert elements(response).one("input", name="login")["value"] == "clerk@example.org"


def test_logging_out_asks_first_and_needs_a_post(client, clerk):
    client.force_login(clerk)
    assert "Möchten Sie sich abmelden?" in client.get(reverse("account_logout")).content.decode()
    assert client.post(reverse("account_logout")).url == reverse("start")
    assert client.get(reverse("minutes:session-list")).url.startswith(reverse("account_login"))


def test_nobody_signs_up(client, django_user_model, db):
    data = {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    response = client.post(reverse("account_signup"), data)
    assert "Konten richtet die Verwaltung ein" in response.content.decode()
    assert not django_user_model.objects.exists()


@pytest.mark.parametrize("address", ["email/", "confirm-email/", "login/code/confirm/", "social/"])
def test_what_nobody_uses_of_the_account_pages_does_not_exist(client, clerk, address):
    client.force_login(clerk)
    assert client.get(f"/accounts/{address}").status_code == 404


def test_a_forgotten_password_is_replaced_by_mail(client, clerk):
    asked = client.post(reverse("account_reset_password"), {"email": "clerk@example.org"}, follow=True)
    assert "ist ein Link dorthin unterwegs" in asked.content.decode()
    [message] = mail.outbox
    assert message.subject == "Gremia: Neues Passwort"
    assert "jemand, vermutlich Sie," in message.body
    [link] = re.findall(r"http://testserver(\S+)", message.body)
    page = client.get(link, follow=True)
    form_address = page.redirect_chain[-1][0]
    bad = client.post(form_address, {"password1": PASSWORD, "password2": "another secret"})
    assert bad.status_code == 422
    assert "Bitte geben Sie beide Male dasselbe Passwort ein." in bad.content.decode()
    done = client.post(form_address, {"password1": "one more secret", "password2": "one more secret"}, follow=True)
    assert "Ihr neues Passwort gilt ab sofort." in done.content.decode()
    clerk.refresh_from_db()
    assert clerk.check_password("one more secret")
    assert "Dieser Link ist nicht mehr gültig" in Client().get(link).content.decode()


def test_an_unknown_address_gets_no_mail_and_the_same_answer(client, db):
    response = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"}, follow=True)
    assert "ist ein Link dorthin unterwegs" in response.content.decode()
    assert mail.outbox == []


def test_a_user_changes_the_password(client, clerk):
    client.force_login(clerk)
    data = {"oldpassword": "wrong", "password1": "one more secret", "password2": "one more secret"}
    refused = client.post(reverse("account_change_password"), data)
    assert refused.status_code == 422
    assert "Bitte geben Sie Ihr bisheriges Passwort ein." in refused.content.decode()
    assert client.post(reverse("account_change_password"), {**data, "oldpassword": PASSWORD}).status_code == 302


def test_the_account_pages_speak_formally(client, clerk):
    pages = [client.get(reverse(name)) for name in ("account_login", "account_reset_password", "account_signup")]
    client.force_login(clerk)
    pages += [client.get(reverse(name)) for name in ("account_change_password", "account_logout")]
    pages.append(client.get(reverse("account_inactive")))
    for page in pages:
        assert not re.search(r"\b([Dd]u|[Dd]ein\w*|[Dd]ich|[Dd]ir)\b", page.content.decode())


def test_the_admin_site_sends_visitors_to_the_one_login_page(client, db):
    assert client.get("/admin/login/?next=/admin/").url == f"{reverse('account_login')}?next=%2Fadmin%2F"


def test_the_admin_site_is_closed_to_all_but_administrators(client, clerk):
    client.force_login(clerk)
    assert client.get("/admin/login/").status_code == 403
