"""What goes wrong in a meeting room: the server dies, and everything at once. Afterwards each word is there, once."""

import random
import re
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session as LoginSession
from django.test import Client
from playwright.sync_api import Error, Page, Route, expect

from minutes.models import Contribution
from tests import process

RIVAL = "Von anderer Hand."
READY = re.compile("saved|conflict")
SENTENCES = tuple(f"Satz {number} steht hier, und er steht hier nur einmal." for number in range(1, 13))


@pytest.fixture
def watch(watch):
    """Faults stand in the console; here they are meant."""
    yield watch
    watch.problems.clear()


@pytest.fixture
def server(room, tmp_path):
    with process.served(tmp_path) as server:
        yield server


def log_in_again(desk) -> None:
    client = Client()
    client.force_login(desk.user)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": value, "domain": "127.0.0.1", "path": "/"}
    desk.page.context.add_cookies([cookie])


@pytest.fixture
def away(server, new_desk):
    """A desk at the process of its own, which can be killed."""
    desk = new_desk()
    log_in_again(desk)
    desk.page.goto(f"{server.url}/sessions/{desk.room.session.pk}/desk/{desk.room.items[0].pk}/")
    desk.ready()
    return desk


def settled(page: Page) -> None:
    """Everything that can be sent is sent."""
    expect(page.locator("desk-status")).to_have_attribute("data-state", "saved", timeout=30_000)
    expect(page.locator("[data-row] [data-state=unsaved]")).to_have_count(0, timeout=30_000)


def test_the_server_is_killed_and_started_again_while_somebody_types(server, away):
    away.speak("koh", "spricht, während ")
    away.page.wait_for_timeout(700)
    server.kill()
    away.keys.text("der Server neu startet, ")
    away.until("offline")
    away.keys.text("und hört nicht auf.")
    away.keys.press("Enter")
    away.speak("mer", "spricht danach.")
    server.start()
    settled(away.page)
    assert away.stored() == [
        "⟨Ktabg. Kohaus⟩ spricht, während der Server neu startet, und hört nicht auf.",
        "⟨Ktabg. Merten⟩ spricht danach.",
    ]
    assert away.texts() == away.stored()


class Faults:
    """Faults in an order that chance decides; `mend` ends them all, `choose` ends what two clerks wrote at once."""

    def __init__(self, desk, server, chance: random.Random) -> None:
        self.desk, self.server, self.chance = desk, server, chance
        self.log: list[str] = []
        self.rivals = 0

    def one(self) -> None:
        lasting = [self.offline, self.expire, self.double, self.lose]
        passing = [self.kill, self.reload, self.close, self.rival, self.mend]
        fault = self.chance.choice([*lasting, *passing])
        self.log.append(fault.__name__)
        fault()

    def offline(self) -> None:
        self.desk.page.context.set_offline(True)

    def kill(self) -> None:
        self.server.kill()
        self.server.start()

    def reload(self) -> None:
        self.desk.page.context.set_offline(False)
        self.desk.page.reload()

    def close(self) -> None:
        """Close the tab in mid-sentence, and open the desk in another one."""
        context, address = self.desk.page.context, self.desk.page.url
        context.set_offline(False)
        self.desk.page.close()
        self.desk.page = self.desk.keys.page = context.new_page()
        self.desk.page.goto(address)

    def rival(self) -> None:
        """Another clerk writes on in the paragraph that was saved last."""
        row = Contribution.objects.exclude(text__contains=RIVAL).order_by("saved_at").last()
        if row is not None:
            text, version = f"{row.text} {RIVAL}", row.version + 1
            read = Contribution.objects.filter(pk=row.pk, version=row.version)
            self.rivals += read.update(text=text, version=version)

    def choose(self) -> int:
        """Take the own text wherever two stand side by side; both are there to be read. How many there were."""
        count = 0
        while (conflict := self.desk.page.locator("[data-conflict]:visible").first).count():
            assert "Satz" in conflict.locator("[data-mine]").inner_text()
            assert RIVAL in conflict.locator("[data-theirs]").inner_text()
            conflict.locator("[data-choose=mine]").press("Enter")
            self.desk.page.wait_for_timeout(500)
            count += 1
        return count

    def expire(self) -> None:
        LoginSession.objects.all().delete()

    def double(self) -> None:
        self.desk.page.unroute("**/save/")
        self.desk.page.route("**/save/", _doubled)

    def lose(self) -> None:
        self.desk.page.unroute("**/save/")
        self.desk.page.route("**/save/", _lost)

    def mend(self) -> None:
        log_in_again(self.desk)
        self.desk.page.unroute("**/save/")
        self.desk.page.context.set_offline(False)


def _doubled(route: Route) -> None:
    try:
        route.fetch()
        response = route.fetch()
    except Error:
        _gone(route.abort)
    else:
        _gone(lambda: route.fulfill(response=response))


def _lost(route: Route) -> None:
    with suppress(Error):
        route.fetch()
    _gone(route.abort)


def _gone(act: Callable[[], None]) -> None:
    """The page that asked may have been left meanwhile."""
    with suppress(Error):
        act()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_whatever_goes_wrong_in_whatever_order_each_sentence_is_there_once(server, away, seed, figure):
    chance = random.Random(seed)  # noqa: S311 - no secret
    faults = Faults(away, server, chance)
    for sentence in SENTENCES:
        if chance.random() < 0.6:
            faults.one()
        # A page that is loaded without a login is a login page; typing goes on where the desk is.
        if away.page.locator("[data-entry]").count() == 0:
            faults.mend()
            away.page.goto(f"{server.url}/sessions/{away.room.session.pk}/desk/{away.room.items[0].pk}/")
            away.ready()
        away.page.keyboard.press("Alt+c")
        away.page.keyboard.press("Enter")
        for word in sentence.split(" "):
            away.page.keyboard.type(f"{word} ")
            away.page.wait_for_timeout(chance.randrange(0, 120))
        if chance.random() < 0.7:
            away.page.keyboard.press("Enter")
    faults.mend()
    away.page.evaluate("document.dispatchEvent(new CustomEvent('desk:login'))")
    expect(away.page.locator("desk-status")).to_have_attribute("data-state", READY, timeout=30_000)
    chosen = faults.choose()
    settled(away.page)
    stored = [row.text.strip() for row in Contribution.objects.order_by("position")]
    figure(f"faults, seed {seed}: {', '.join(faults.log)}; {len(stored)} rows, {chosen} choices")
    kept = [text for text in stored if RIVAL in text]
    assert len(kept) == faults.rivals - chosen
    assert sorted(text.replace(RIVAL, "").strip() for text in stored) == sorted(SENTENCES)
    # What another clerk wrote last comes with the next question of the page.
    deadline = time.monotonic() + 30
    while sorted(text.strip() for text in away.texts()) != sorted(stored) and time.monotonic() < deadline:
        away.page.wait_for_timeout(200)
    assert sorted(text.strip() for text in away.texts()) == sorted(stored)
