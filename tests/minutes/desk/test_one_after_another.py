"""Who writes in a session holds it: what is checked about the room is still true when it is saved."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import cast
from tests.minutes.desk.pages import head, save_attendance, url
from tests.minutes.desk.recording import contribution, decision, vote


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Alt",))


WRITING = {
    "session-edit": lambda browser, room: browser.post(url("session-edit", room.session.pk), head(room.session)),
    "attendance-edit": lambda browser, room: save_attendance(browser, room["Alt"], {"last_item": room.items[1].pk}),
    "recusal-list": lambda browser, room: browser.post(
        url("recusal-list", room.items[0].pk), {"attendance": room["Alt"].pk, "ground": ""}
    ),
    "contribution-add": lambda browser, room: browser.post(
        url("contribution-add", room.items[0].pk), contribution(kind="note")
    ),
    "decision": lambda browser, room: browser.post(url("decision", room.items[0].pk), decision()),
    "vote-add": lambda browser, room: browser.post(url("vote-add", room.items[0].pk), vote(yes=1)),
    "item-delete": lambda browser, room: browser.post(url("item-delete", room.items[2].pk)),
}


@pytest.mark.parametrize("name", WRITING)
def test_a_post_locks_the_session_before_it_reads_it(clerk, room, name):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert WRITING[name](clerk, room).status_code == 302
    reads = [query["sql"] for query in queries if 'FROM "committees_session"' in query["sql"]]
    held = [sql for sql in reads if "FOR NO KEY UPDATE" in sql]
    # SQLite lets one write at a time anyway: every transaction is an immediate one.
    assert bool(held) is connection.features.has_select_for_update


@pytest.mark.parametrize("name", ["session-detail", "agenda", "attendance-list"])
def test_reading_locks_nothing(clerk, room, name):
    with CaptureQueriesContext(connection) as queries:
        assert clerk.get(url(name, room.session.pk)).status_code == 200
    assert not any("FOR NO KEY" in query["sql"] or "FOR UPDATE" in query["sql"] for query in queries)
