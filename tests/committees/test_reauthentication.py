"""Confirming that it is still oneself: asked before an act that counts, and back to it with what was sent."""

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path, reverse

from committees.reauthentication import reauthentication_required
from tests import cast
from tests.authenticator_app import next_code

from .test_second_factor import PASSWORD, log_in, set_up

ADDRESS = "/sign/?item=3"


@reauthentication_required
def sign(request: HttpRequest) -> HttpResponse:
    """An act that counts."""
    if request.method == "POST":
        return HttpResponse(f"signed by {request.user.email}: {request.POST['remark']}")
    return HttpResponse("Sign?")


urlpatterns = [path("sign/", sign), path("", include("minutes.urls"))]


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def chair(db):
    return cast.user("chair")


def wait(browser: Client, seconds: int) -> None:
    """As if the last confirmation lay further back."""
    session = browser.session
    for record in session[AUTHENTICATION_METHODS_SESSION_KEY]:
        record["at"] -= seconds
    session.save()


def test_who_has_just_logged_in_is_not_asked(client, chair):
    log_in(client, chair)
    assert client.get(ADDRESS).content == b"Sign?"


def test_after_some_minutes_the_password_is_asked_for_and_leads_back(client, chair):
    log_in(client, chair)
    wait(client, 301)
    asked = client.get(ADDRESS)
    assert asked.status_code == 302
    assert asked.url == f"{reverse('account_reauthenticate')}?next=%2Fsign%2F%3Fitem%3D3"
    assert "Bitte bestätigen Sie" in client.get(asked.url).content.decode()
    wrong = client.post(asked.url, {"password": "wrong"})
    assert wrong.status_code == 422
    assert client.get(ADDRESS).status_code == 302
    assert client.post(asked.url, {"password": PASSWORD}).url == ADDRESS
    assert client.get(ADDRESS).content == b"Sign?"
    assert client.post("/sign/", {"remark": "einverstanden"}).content == b"signed by chair@example.org: einverstanden"


def test_the_setting_says_how_long_a_confirmation_holds(client, chair, settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 60
    log_in(client, chair)
    wait(client, 50)
    assert client.get(ADDRESS).status_code == 200
    wait(client, 11)
    assert client.get(ADDRESS).status_code == 302


def test_what_was_sent_too_late_is_carried_out_after_the_confirmation_not_before(client, chair):
    log_in(client, chair)
    wait(client, 301)
    asked = client.post("/sign/", {"remark": "einverstanden"})
    assert asked.status_code == 302
    done = client.post(asked.url, {"password": PASSWORD})
    assert done.content == b"signed by chair@example.org: einverstanden"


def test_what_one_sent_is_never_carried_out_as_another(client, chair, db):
    log_in(client, chair)
    wait(client, 301)
    asked = client.post("/sign/", {"remark": "einverstanden"})
    client.post(reverse("account_logout"))
    clerk = cast.user("clerk")
    log_in(client, clerk)
    wait(client, 301)
    done = client.post(asked.url, {"password": PASSWORD})
    assert (done.status_code, done.url) == (302, "/sign/")


def test_a_session_without_a_record_of_its_login_is_asked(client, chair):
    client.force_login(chair)
    assert client.get(ADDRESS).url.startswith(reverse("account_reauthenticate"))


def test_without_a_login_comes_the_login_page(client, db):
    assert client.get("/sign/").url == f"{reverse('account_login')}?next=/sign/"


def test_with_a_second_factor_password_or_code_will_do(client, chair):
    log_in(client, chair)
    secret = set_up(client)
    for _way in range(2):
        wait(client, 301)
        asked = client.get(ADDRESS)
        page = client.get(asked.url)
        assert "Stattdessen mit einem Code" in page.content.decode()
        by_code = asked.url.replace(reverse("account_reauthenticate"), reverse("mfa_reauthenticate"))
        assert "Stattdessen mit dem Passwort" in client.get(by_code).content.decode()
        answer = client.post(by_code, {"code": next_code(secret)})
        assert answer.url == ADDRESS
        assert client.get(ADDRESS).status_code == 200
    wait(client, 301)
    asked = client.get(ADDRESS)
    assert client.post(asked.url, {"password": PASSWORD}).url == ADDRESS


def test_a_login_with_a_code_counts_as_well(client, chair):
    log_in(client, chair)
    secret = set_up(client)
    other = Client()
    log_in(other, chair)
    other.post(reverse("mfa_authenticate"), {"code": next_code(secret)})
    assert other.get(ADDRESS).content == b"Sign?"


def test_guessing_the_password_is_limited(client, chair):
    log_in(client, chair)
    wait(client, 301)
    asked = client.get(ADDRESS)
    for _number in range(10):
        last = client.post(asked.url, {"password": "wrong"})
    assert last.status_code == 422
    assert client.post(asked.url, {"password": "wrong"}).status_code == 429
