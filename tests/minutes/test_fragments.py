"""A page inside a page: the content alone, addresses and messages as data, 401 instead of the login page."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session as LoginSession
from django.urls import reverse

from committees.models import Attendance
from tests import cast

pytestmark = pytest.mark.django_db
FRAGMENT = {"HTTP_GREMIA_FRAGMENT": "1"}


@pytest.fixture
def room():
    return cast.session(cast.county(), members=("Kohl",))


@pytest.fixture
def clerk(client, room):
    client.force_login(cast.user("clerk", room.session.committee))
    return client


def test_a_fragment_is_the_page_without_its_frame(clerk, room):
    url = reverse("minutes:vote-add", args=[room.items[0].pk])
    page, fragment = clerk.get(url).content.decode(), clerk.get(url, **FRAGMENT).content.decode()
    assert "<html" in page
    assert "<html" not in fragment
    assert 'name="yes"' in fragment


def test_it_says_that_its_content_depends_on_the_header(clerk, room):
    response = clerk.get(reverse("minutes:vote-add", args=[room.items[0].pk]), **FRAGMENT)
    assert "Gremia-Fragment" in response["Vary"]


def test_where_a_page_would_lead_on_a_fragment_tells_where_and_what_was_said(clerk, room):
    url = reverse("minutes:attendance-add", args=[room.session.pk])
    response = clerk.post(url, {"first_name": "Eva", "last_name": "Gast", "capacity": "guest"}, **FRAGMENT)
    assert Attendance.objects.filter(person__last_name="Gast").exists()
    assert response.status_code == 200
    assert response.json()["location"] == reverse("minutes:attendance-list", args=[room.session.pk])
    assert "Gast" in response.json()["messages"][0]["text"]


def test_what_was_said_once_is_not_said_again(clerk, room):
    url = reverse("minutes:attendance-add", args=[room.session.pk])
    clerk.post(url, {"first_name": "Eva", "last_name": "Gast", "capacity": "guest"}, **FRAGMENT)
    assert (
        "steht auf der Liste"
        not in clerk.get(reverse("minutes:attendance-list", args=[room.session.pk])).content.decode()
    )


def test_without_login_a_fragment_is_refused_and_told_where_to_log_in(client, room):
    response = client.get(reverse("minutes:vote-add", args=[room.items[0].pk]), **FRAGMENT)
    assert response.status_code == 401
    assert response.json()["login"].startswith(reverse("account_login"))


def test_the_refusal_of_an_old_login_does_not_end_the_new_one(clerk, room):
    LoginSession.objects.all().delete()
    response = clerk.get(reverse("minutes:vote-add", args=[room.items[0].pk]), **FRAGMENT)
    assert response.status_code == 401
    # Its answer may come after another page has logged in again, whose cookie it would take away.
    assert settings.SESSION_COOKIE_NAME not in response.cookies


def test_logging_out_clears_the_cookie(clerk):
    assert clerk.post(reverse("account_logout")).cookies[settings.SESSION_COOKIE_NAME].value == ""


def test_bad_input_comes_back_as_the_form_with_its_errors(clerk, room):
    url = reverse("minutes:attendance-add", args=[room.session.pk])
    response = clerk.post(url, {"last_name": "", "capacity": "guest"}, **FRAGMENT)
    assert response.status_code == 422
    assert "<html" not in response.content.decode()
