"""Many clerks type at once, each in a session of their own: no error, and every word is there."""

import json
import threading
import time
import uuid
from dataclasses import dataclass, field
from http.client import HTTPConnection

import pytest
from django.conf import settings
from django.test import Client

from tests import cast, process

CLERKS = 20
SECONDS = 60
SENTENCE = "Die Verwaltung berichtet über den Stand der Beratungen und beantwortet die Fragen der Mitglieder. "


@dataclass
class Typist:
    """A clerk's browser, as far as it saves: a new paragraph every ten saves, one save for every few letters."""

    port: int
    cookie: str
    token: str
    item: uuid.UUID
    state_url: str
    texts: dict[str, str] = field(default_factory=dict)
    answers: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def type_for(self, seconds: float) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            key, version, text = str(uuid.uuid4()), 0, ""
            for _step in range(10):
                text += SENTENCE[len(text) % len(SENTENCE) :][:12]
                version = self._save(connection, key, version, text)
                self.texts[key] = text
                time.sleep(0.3)
        connection.close()

    def _save(self, connection: HTTPConnection, key: str, version: int, text: str) -> int:
        body = json.dumps({"id": key, "version": version, "kind": "note", "text": text, "after": None})
        started = time.monotonic()
        connection.request("POST", f"/sessions/items/{self.item}/contributions/save/", body, self._headers())
        answer = connection.getresponse()
        content = answer.read()
        self.seconds.append(time.monotonic() - started)
        self.answers.append(answer.status)
        return json.loads(content)["version"] if answer.status == 200 else version

    def stored(self) -> dict[str, str]:
        """What the server says is stored at the item."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", self.state_url, headers=self._headers())
        rows = json.loads(connection.getresponse().read())["contributions"]
        connection.close()
        return {row["id"]: row["text"] for row in rows}

    def _headers(self) -> dict[str, str]:
        return {
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={self.cookie}; csrftoken={self.token}",
            "X-CSRFToken": self.token,
            "Content-Type": "application/json",
            "Gremia-Fragment": "1",
        }


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_twenty_clerks_type_for_a_minute_and_every_word_is_there(tmp_path, figure):
    places = [cast.county(f"kreis-{number}") for number in range(CLERKS)]
    rooms = [cast.session(place) for place in places]
    cookies = [_cookie(place) for place in places]
    with process.served(tmp_path) as server:
        typists = [
            Typist(
                server.port,
                cookie,
                token="t" * 32,
                item=room.items[0].pk,
                state_url=f"/sessions/{room.session.pk}/desk/{room.items[0].pk}/state/",
            )
            for room, cookie in zip(rooms, cookies, strict=True)
        ]
        threads = [threading.Thread(target=typist.type_for, args=(SECONDS,)) for typist in typists]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        answers = [status for typist in typists for status in typist.answers]
        seconds = sorted(second for typist in typists for second in typist.seconds)
        figure(
            f"{len(answers)} saves by {CLERKS} clerks in {SECONDS} s; "
            f"median {seconds[len(seconds) // 2] * 1000:.0f} ms, slowest {seconds[-1] * 1000:.0f} ms"
        )
        assert set(answers) == {200}
        assert len(answers) > CLERKS * SECONDS
        for typist in typists:
            assert typist.stored() == typist.texts
        assert "Traceback" not in server.log


def _cookie(place: cast.County) -> str:
    """The login of a clerk of the place."""
    person = cast.member(place, "Amt").person
    browser = Client()
    browser.force_login(cast.user("clerk", place.committee, person=person))
    return browser.cookies[settings.SESSION_COOKIE_NAME].value
