"""Where somebody is logged in: the list, and ending the others."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from committees.views.logins import device
from tests import cast

LOGINS = reverse("account_logins")
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1"


@pytest.fixture
def reader(db):
    return cast.user("reader")


def logged_in(user, user_agent=FIREFOX) -> Client:
    browser = Client(headers={"user-agent": user_agent})
    entries = {"login": user.email, "password": "geheim-genug-1"}
    assert browser.post(reverse("account_login"), entries).status_code == 302
    return browser


def test_each_login_is_listed_with_its_device_and_this_one_is_marked(reader):
    logged_in(reader, IPHONE)
    page = logged_in(reader).get(LOGINS).content.decode()
    assert "Firefox, Windows" in page
    assert "Safari, iPhone" in page
    assert page.count("diese Anmeldung") == 1


def test_the_others_are_ended_and_this_one_stays(reader):
    other, this = logged_in(reader), logged_in(reader)
    done = this.post(LOGINS, follow=True)
    assert "Überall sonst sind Sie abgemeldet." in done.content.decode()
    assert other.get(LOGINS).url.startswith(reverse("account_login"))
    assert this.get(LOGINS).status_code == 200
    assert "Alle anderen Anmeldungen beenden" not in this.get(LOGINS).content.decode()


def test_nobody_sees_or_ends_what_belongs_to_others(reader):
    clerk = logged_in(cast.user("clerk"), IPHONE)
    browser = logged_in(reader)
    assert "iPhone" not in browser.get(LOGINS).content.decode()
    browser.post(LOGINS)
    assert clerk.get(LOGINS).status_code == 200


def test_what_has_ended_is_not_listed(reader):
    logged_in(reader, IPHONE).logout()
    assert "iPhone" not in logged_in(reader).get(LOGINS).content.decode()


def test_a_new_password_ends_the_others_in_the_list_too(reader):
    logged_in(reader, IPHONE)
    browser = logged_in(reader)
    entries = {"oldpassword": "geheim-genug-1", "password1": "noch-geheimer-2", "password2": "noch-geheimer-2"}
    assert browser.post(reverse("account_change_password"), entries).status_code == 302
    page = browser.get(LOGINS).content.decode()
    assert "Firefox, Windows" in page
    assert "iPhone" not in page


def test_a_login_from_before_the_list_is_in_it(client, reader):
    client.force_login(reader)
    assert not UserSession.objects.exists()
    assert "diese Anmeldung" in client.get(LOGINS).content.decode()


@pytest.mark.parametrize("number", [1, 8])
def test_the_list_takes_six_queries(reader, number, django_assert_num_queries):
    for _number in range(number):
        browser = logged_in(reader)
    with django_assert_num_queries(6):
        page = browser.get(LOGINS)
    assert page.content.decode().count("Firefox, Windows") == number


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [(FIREFOX, "Firefox, Windows"), (EDGE, "Edge, Windows"), (IPHONE, "Safari, iPhone"), ("", "unbekanntes Gerät")],
)
def test_a_device_is_named_as_people_name_it(user_agent, name):
    assert device(user_agent) == name
