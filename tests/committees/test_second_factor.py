"""The second factor: set up, asked for, required by role, reset; and nothing of it where nobody wants it."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from committees import second_factor
from committees.checks import known_roles
from tests import cast
from tests.authenticator_app import next_code, shown
from tests.elements import elements

from .pages import url

PASSWORD = "geheim-genug-1"
SET_UP = reverse("mfa_activate_totp")


@pytest.fixture
def reader(db):
    return cast.user("reader")


def log_in(browser, user, **entries):
    return browser.post(reverse("account_login"), {"login": user.email, "password": PASSWORD, **entries})


def set_up(browser) -> str:
    """Set a second factor up as a reader of the page does; its key."""
    page = browser.get(SET_UP)
    assert page.status_code == 200, page
    [secret] = re.findall(r'<code class="secret-key">(\w+)</code>', page.content.decode())
    response = browser.post(SET_UP, {"code": next_code(secret)})
    assert (response.status_code, response.url) == (302, reverse("mfa_view_recovery_codes"))
    return secret


@pytest.fixture
def secret(reader) -> str:
    """The key of the reader, who has set a second factor up."""
    browser = Client()
    log_in(browser, reader)
    return set_up(browser)


def test_nobody_needs_one_as_long_as_nobody_says_so(client, reader):
    assert log_in(client, reader).url == reverse("start")
    assert client.get(reverse("start")).status_code == 200


def test_one_is_set_up_with_a_picture_and_the_first_code(client, reader):
    log_in(client, reader)
    page = client.get(SET_UP)
    picture = elements(page).one("img", class_="qr-code")
    assert picture["src"].startswith("data:image/svg+xml;base64,")
    wrong = client.post(SET_UP, {"code": "000000"})
    assert wrong.status_code == 422
    assert "Dieser Code ist nicht richtig." in wrong.content.decode()
    set_up(client)
    codes = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert codes.count("<li><code>") == 10
    assert second_factor.is_set_up(reader)
    download = client.get(reverse("mfa_download_recovery_codes"))
    assert len(download.content.decode().split()) == 10


def test_a_wrong_first_code_keeps_the_key(client, reader):
    log_in(client, reader)
    before = client.get(SET_UP).content.decode()
    after = client.post(SET_UP, {"code": "000000"}).content.decode()
    key = r'<code class="secret-key">(\w+)</code>'
    assert re.findall(key, before) == re.findall(key, after)


def test_then_the_password_alone_is_not_enough(client, reader, secret):
    asked = log_in(client, reader)
    assert asked.url == reverse("mfa_authenticate")
    assert "Ihre App gerade anzeigt" in client.get(asked.url).content.decode()
    assert client.get(url("account-list")).url.startswith(reverse("account_login"))
    wrong = client.post(asked.url, {"code": "000000"})
    assert wrong.status_code == 422
    assert client.post(asked.url, {"code": next_code(secret)}).url == reverse("start")
    assert client.get(reverse("mfa_index")).status_code == 200


def test_a_code_is_good_once(client, reader, secret):
    shown_once = next_code(secret)
    log_in(client, reader)
    assert client.post(reverse("mfa_authenticate"), {"code": shown_once}).status_code == 302
    other = Client()
    log_in(other, reader)
    assert other.post(reverse("mfa_authenticate"), {"code": shown_once}).status_code == 422


def test_guessing_codes_is_limited(client, reader, secret):
    log_in(client, reader)
    for _number in range(5):
        assert "nicht richtig" in client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    right = shown(secret)
    refused = client.post(reverse("mfa_authenticate"), {"code": right})
    assert refused.status_code == 422
    assert "Zu viele" in refused.content.decode()


def test_a_recovery_code_helps_once(client, reader, secret):
    [recovery] = Authenticator.objects.filter(type=Authenticator.Type.RECOVERY_CODES)
    spare = recovery.wrap().get_unused_codes()[0]
    log_in(client, reader)
    assert client.post(reverse("mfa_authenticate"), {"code": spare}).status_code == 302
    other = Client()
    log_in(other, reader)
    assert other.post(reverse("mfa_authenticate"), {"code": spare}).status_code == 422


@pytest.mark.django_db(transaction=True)
def test_one_is_removed_and_new_recovery_codes_are_made(client, reader, secret):
    log_in(client, reader)
    client.post(reverse("mfa_authenticate"), {"code": next_code(secret)})
    made = client.post(reverse("mfa_generate_recovery_codes"), follow=True)
    assert "Sie haben neue Wiederherstellungscodes." in made.content.decode()
    assert "Zweiten Faktor entfernen" in client.get(reverse("mfa_deactivate_totp")).content.decode()
    gone = client.post(reverse("mfa_deactivate_totp"), follow=True)
    assert "Ihr zweiter Faktor ist entfernt." in gone.content.decode()
    assert not Authenticator.objects.exists()


class TestRequired:
    """Where the role requires it."""

    @pytest.fixture(autouse=True)
    def required(self, settings):
        settings.MFA_REQUIRED_ROLES = ["reader", "admin"]

    def test_a_login_leads_to_setting_it_up_and_nowhere_else(self, client, reader):
        log_in(client, reader)
        for address in (reverse("start"), reverse("minutes:published-list"), reverse("account_change_password")):
            response = client.get(address)
            assert (response.status_code, response.url) == (302, SET_UP), address
        assert client.post(reverse("account_change_password"), {}).url == SET_UP
        assert "Ihre Rolle verlangt einen zweiten Faktor." in client.get(SET_UP).content.decode()

    def test_after_that_everything_is_open(self, client, reader):
        log_in(client, reader)
        set_up(client)
        assert client.get(reverse("start")).status_code == 200

    def test_language_appearance_and_logging_out_stay_open(self, client, reader):
        log_in(client, reader)
        assert client.post(reverse("set_language"), {"language": "en"}).url == "/"
        assert client.post(reverse("set_theme"), {"theme": "dark"}).url == "/"
        assert client.get(reverse("account_logout")).status_code == 200
        assert client.post(reverse("account_logout")).status_code == 302
        assert client.get(reverse("start")).status_code == 200

    def test_who_logged_in_long_ago_confirms_first_and_comes_back(self, client, reader):
        client.force_login(reader)
        asked = client.get(SET_UP)
        assert asked.url.startswith(reverse("account_reauthenticate"))
        back = client.post(asked.url, {"password": PASSWORD})
        assert back.url == SET_UP
        set_up(client)

    def test_scripts_of_the_desk_get_401(self, client, reader):
        log_in(client, reader)
        for headers in ({"Gremia-Fragment": "1"}, {"Gremia-User": str(reader.pk)}):
            response = client.get(reverse("start"), headers=headers)
            assert (response.status_code, response.json()) == (401, {"login": SET_UP})

    def test_the_admin_site_is_no_way_round(self, client, db):
        log_in(client, cast.user("admin"))
        assert client.get(reverse("admin:index")).url == SET_UP

    def test_other_roles_do_not_notice(self, client, db):
        councillor = cast.user("councillor")
        log_in(client, councillor)
        assert client.get(reverse("start")).status_code == 200

    def test_it_cannot_be_removed(self, client, reader, secret):
        log_in(client, reader)
        client.post(reverse("mfa_authenticate"), {"code": next_code(secret)})
        page = client.get(reverse("mfa_deactivate_totp"))
        assert "Ihre Rolle verlangt einen zweiten Faktor; er kann nicht entfernt werden." in page.content.decode()
        assert client.post(reverse("mfa_deactivate_totp")).status_code == 422
        assert second_factor.is_set_up(reader)

    def test_recovery_codes_alone_are_no_second_factor(self, client, reader):
        Authenticator.objects.create(user=reader, type=Authenticator.Type.RECOVERY_CODES, data={})
        client.force_login(reader)
        assert client.get(reverse("start")).url == SET_UP

    def test_a_page_takes_one_query_more(self, client, reader, secret, django_assert_num_queries, settings):
        client.force_login(reader)
        with django_assert_num_queries(5):
            assert client.get(reverse("account_change_password")).status_code == 200


def test_without_the_setting_a_page_takes_no_more(client, reader, django_assert_num_queries):
    client.force_login(reader)
    with django_assert_num_queries(4):
        assert client.get(reverse("account_change_password")).status_code == 200


def test_a_role_that_does_not_exist_is_an_error_of_the_settings(settings):
    assert known_roles(None) == []
    settings.MFA_REQUIRED_ROLES = ["admin", "clerks"]
    [error] = known_roles(None)
    assert "clerks" in error.msg
    assert "clerk," in error.hint


def test_an_administrator_resets_it_after_a_question_and_all_logins_end(admin, reader, secret):
    elsewhere = Client()
    log_in(elsewhere, reader)
    elsewhere.post(reverse("mfa_authenticate"), {"code": next_code(secret)})
    address = url("second-factor-reset", reader.pk)
    assert "Den zweiten Faktor von" in admin.get(address).content.decode()
    assert second_factor.is_set_up(reader)
    assert admin.post(address).url == url("account-detail", reader.pk)
    assert not Authenticator.objects.exists()
    assert elsewhere.get(reverse("mfa_index")).url.startswith(reverse("account_login"))
    assert log_in(Client(), reader).url == reverse("start")
    assert admin.get(address).status_code == 404


def test_nobody_resets_the_own_one_here(client, place, secret):
    account = cast.user("admin")
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    client.force_login(account)
    assert client.post(url("second-factor-reset", account.pk)).status_code == 404


def test_the_pages_say_sie(client, reader, secret):
    log_in(client, reader)
    pages = [client.get(reverse("mfa_authenticate"))]
    client.post(reverse("mfa_authenticate"), {"code": next_code(secret)})
    names = ("mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes")
    pages += [client.get(reverse(name)) for name in names]
    pages.append(client.get(reverse("mfa_reauthenticate")))
    for page in pages:
        assert page.status_code == 200
        assert not re.search(r"\b([Dd]u|[Dd]ein\w*|[Dd]ich|[Dd]ir)\b", page.content.decode())
