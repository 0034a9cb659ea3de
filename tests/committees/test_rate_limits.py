"""Attempts to log in are limited: by the address of the client and of the account, for all processes together."""

from io import StringIO

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough secret"


@pytest.fixture
def clerk(django_user_model):
    return django_user_model.objects.create_user("clerk@example.org", PASSWORD, role="clerk")


@pytest.fixture(autouse=True)
def nothing_counted():
    """Tests with transactions of their own leave in the table what they counted."""
    caches["default"].clear()


def attempt(client, email="clerk@example.org", **options):
    entries = {"login": email, "password": options.pop("password", "wrong")}
    return client.post(reverse("account_login"), entries, headers=options)


def test_too_many_attempts_from_one_place_get_the_page_that_says_so(client):
    for number in range(30):
        assert attempt(client, f"nobody{number}@example.org").status_code == 422
    response = attempt(client)
    assert response.status_code == 429
    assert "Zu viele Versuche" in response.content.decode()
    assert "<html" in response.content.decode()


def test_too_many_attempts_on_one_account_are_refused_even_with_the_right_password(client, clerk):
    for _number in range(5):
        assert "nicht richtig" in attempt(client).content.decode()
    response = attempt(client, password=PASSWORD)
    assert response.status_code == 422
    assert "Zu viele gescheiterte Anmeldeversuche. Bitte versuchen Sie" in response.content.decode()


def test_who_logs_in_is_not_counted(client, clerk):
    for _number in range(7):
        assert attempt(client, password=PASSWORD).status_code == 302
        client.logout()


def test_attempts_are_counted_in_the_database_not_in_one_process(client, clerk):
    attempt(client)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM committees_cache")
        assert cursor.fetchone()[0] >= 2


def test_the_migration_alone_makes_the_table():
    """Nobody has to remember `createcachetable`: it finds nothing to do."""
    said = StringIO()
    call_command("createcachetable", stdout=said)
    assert "already exists" in said.getvalue()
    caches["default"].set("key", "value")
    assert caches["default"].get("key") == "value"


def test_without_a_proxy_what_a_client_claims_of_its_address_is_not_believed(client):
    for number in range(30):
        attempt(client, f"nobody{number}@example.org", **{"X-Forwarded-For": f"203.0.113.{number}"})
    assert attempt(client, **{"X-Forwarded-For": "203.0.113.99"}).status_code == 429


def test_behind_a_proxy_each_client_is_counted_for_itself(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(31):
        last = attempt(client, f"nobody{number}@example.org", **{"X-Forwarded-For": "8.8.8.8, 203.0.113.1"})
    assert last.status_code == 429
    assert attempt(client, **{"X-Forwarded-For": "8.8.8.8, 203.0.113.2"}).status_code == 422
