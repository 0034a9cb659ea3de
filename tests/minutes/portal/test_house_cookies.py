"""No cookie until a reader chooses a language or a theme, or logs in; and what does without a token is safe without."""

from collections import deque
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client, RequestFactory
from django.urls import URLPattern, get_resolver, reverse

from minutes import announcing, publishing
from minutes.models import HousePage
from minutes.origin import is_from_here
from tests.elements import elements
from tests.publications import freeze, publisher

pytestmark = pytest.mark.django_db

CHOICES = [("set_language", {"language": "en"}, "django_language"), ("set_theme", {"theme": "dark"}, "theme")]


def walk(browser: Client) -> list[str]:
    """Every page and file that a reader reaches by links from the start page, but for the login."""
    seen, ahead = {"/"}, deque(["/"])
    while ahead:
        address = ahead.popleft()
        response = browser.get(address)
        assert response.status_code == 200, address
        assert not response.cookies, f"{address} sets {response.cookies}"
        assert "Set-Cookie" not in response.headers
        if "text/html" not in response["Content-Type"]:
            continue
        for attrs in elements(response).all("a"):
            parts = urlsplit(urljoin(address, attrs.get("href", "")))
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            is_ours = parts.scheme in ("", "http") and not parts.netloc and not path.startswith("/accounts/")
            # The form for barriers is one page, whatever page it is about.
            if is_ours and path.partition("?about=")[0] not in {one.partition("?about=")[0] for one in seen}:
                seen.add(path)
                ahead.append(path)
    return sorted(seen)


def test_a_reader_gets_no_cookie_from_any_public_page(place, room):
    announcing.publish_directory(place.committee, by=publisher())
    publishing.publish_agenda(room.session, by=publisher())
    freeze(room.session)
    for key in HousePage.Key.values:
        HousePage.objects.create(key=key, text_de="Text.", is_published=True)
    browser = Client()
    seen = walk(browser)
    assert {"/genuine/", "/privacy/", "/minutes/lkm/IntA/1/2026/items/1/", "/accessibility/"} <= set(seen)
    assert any(path.startswith("/accessibility/report/") for path in seen)
    for path in ("/nowhere/", "/robots.txt", "/sitemap.xml", "/accessibility/report/sent/"):
        assert not browser.get(path).cookies, path


@pytest.mark.parametrize(("name", "entries", "cookie"), CHOICES)
def test_a_choice_sets_its_cookie_and_no_other(name, entries, cookie):
    browser = Client(enforce_csrf_checks=True)
    response = browser.post(reverse(name), entries, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code == 302
    assert set(response.cookies) == {cookie}
    assert response.cookies[cookie]["httponly"]
    assert response.cookies[cookie]["samesite"] == "Lax"
    assert response.cookies[cookie]["max-age"] == 365 * 24 * 60 * 60
    assert not browser.get("/").cookies


@pytest.mark.parametrize(("name", "entries", "cookie"), CHOICES)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Referer": "https://evil.example/http://testserver/"},
    ],
)
def test_a_choice_that_another_site_sends_is_refused(name, entries, cookie, headers):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(reverse(name), entries, headers=headers).status_code == 403
    assert cookie not in browser.cookies


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://behind.a.proxy.example"},
        {"Origin": "http://testserver"},
        {"Origin": "https://trusted.example"},
        {"Referer": "http://testserver/minutes/"},
    ],
)
def test_what_is_from_here(settings, headers):
    settings.CSRF_TRUSTED_ORIGINS = ["https://trusted.example"]
    assert is_from_here(RequestFactory().post("/language/", headers=headers))


def test_only_these_forms_do_without_a_token():
    def views(patterns):
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                yield pattern
            else:
                yield from views(pattern.url_patterns)

    found = [
        view.name for view in views(get_resolver().url_patterns) if getattr(view.callback, "needs_no_token", False)
    ]
    of_alerts = ["follow-change", "follow-confirm", "follow-mail"]
    assert sorted(found) == ["barrier-report", *of_alerts, "genuine", "set_language", "set_theme"]


def test_every_other_form_still_needs_its_token():
    browser = Client(enforce_csrf_checks=True)
    entries = {"login": "a@example.org", "password": "x"}
    response = browser.post(reverse("account_login"), entries, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code == 403
