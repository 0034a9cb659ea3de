"""The browser: Chromium against a live server, strict about consoles, foreign hosts and accessibility."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import BrowserContext, Page

HERE = Path(__file__).parent
AXE = HERE.parent / "vendor/axe-core/axe.min.js"
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of Chromium, rather of its headless shell, which needs half the processor time without windows to draw.

    Without one the browser tests are skipped, or fail where CI=true promises one.
    """
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    sentence = (
        "Chromium is missing, so the browser tests cannot run; on Debian: apt-get install chromium-headless-shell"
    )
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(autouse=True)
def needs_chromium(chromium: str) -> None:
    """Asked before a database or a server is made for nothing."""


@pytest.fixture(scope="session", autouse=True)
def database_beside_the_event_loop(chromium: str, django_db_setup, playwright):
    """Playwright keeps an event loop in this thread; Django would take that for asynchronous code.

    While the loop runs, this thread has a database connection of its own (asgiref keeps one a context), which nobody
    else closes; and the server's threads give theirs back after each answer. PostgreSQL drops no database in use.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        patch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
        yield
        connections.close_all()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict, chromium: str) -> dict:
    return {
        **browser_type_launch_args,
        "executable_path": chromium,
        "headless": True,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--lang=de-DE",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict, live_server) -> dict:
    """`page.goto("/…")` leads to the live server; the visitor is a German one."""
    return {
        **browser_context_args,
        "base_url": live_server.url,
        "locale": "de-DE",
        "timezone_id": settings.TIME_ZONE,
    }


@dataclass
class Watch:
    """What a browser must not do: write errors to the console, raise, or ask another host than ours."""

    host: str
    problems: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("console", lambda message: message.type == "error" and self.problems.append(message.text))
        context.on("weberror", lambda error: self.problems.append(str(error.error)))
        context.on("request", lambda request: self._check(request.url))

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob", "about"} and parts.netloc != self.host:
            self.problems.append(f"request to another host: {url}")

    def expect(self, text: str) -> None:
        """Take back the problems that contain `text`; Chromium writes each answer of 4xx to the console."""
        expected = [problem for problem in self.problems if text in problem]
        assert expected, f"no problem contains {text!r}: {self.problems}"
        self.problems[:] = [problem for problem in self.problems if text not in problem]


@pytest.fixture
def watch(live_server):
    """The watch over every context of the test, which fails with what it has seen; see `Watch.expect`."""
    watch = Watch(host=urlsplit(live_server.url).netloc)
    yield watch
    assert watch.problems == []


@pytest.fixture
def new_context(watch: Watch, new_context: Callable[..., BrowserContext]) -> Callable[..., BrowserContext]:
    """pytest-playwright's factory, each context under the watch: also for a second user or no JavaScript."""

    def make(**options) -> BrowserContext:
        context = new_context(**options)
        watch.over(context)
        return context

    return make


@pytest.fixture
def login(live_server) -> Callable[[Page, object], None]:
    """`login(page, user)`: the session of a user who is logged in, without the detour over the form."""

    def log_in(page: Page, user: object) -> None:
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])

    return log_in


@pytest.fixture(scope="session")
def axe() -> Callable[..., None]:
    """`axe(page)`: fails with what axe-core finds against WCAG 2.2 AA and its best practices, or `only=` some rules."""
    source = AXE.read_text(encoding="utf-8")

    def check(page: Page, *, only: tuple[str, ...] = ()) -> None:
        if not page.evaluate("'axe' in window"):
            page.evaluate(source)
        options = {**AXE_OPTIONS, "runOnly": {"type": "rule", "values": only}} if only else AXE_OPTIONS
        violations = page.evaluate("options => axe.run(document, options)", options)["violations"]
        found = [
            f"{violation['id']}: {violation['help']}\n    {node['target']}\n    {node['html'][:200]}"
            for violation in violations
            for node in violation["nodes"]
        ]
        assert not found, f"{page.url}\n" + "\n".join(found)

    return check
