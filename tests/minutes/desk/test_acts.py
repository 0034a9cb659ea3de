"""Acts at the desk that change what was decided, or the session itself, are events of the audit chain."""

import ast
from pathlib import Path

import pytest
from django.urls import reverse

import minutes.desk
from committees import audit
from committees.models import AuditEvent, Recusal, Session
from tests import cast
from tests.minutes.desk.pages import head
from votes import closing
from votes.models import Vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def clerk(client, place):
    client.force_login(cast.user("clerk", place.committee))
    return client


@pytest.fixture
def room(place):
    return cast.session(place, members=("Kohl", "Merten"))


def url(name, *args) -> str:
    return reverse(f"minutes:{name}", args=args)


def told() -> list[tuple[str, str]]:
    """Act and row of each event, oldest first; all of them by the clerk."""
    events = list(AuditEvent.objects.select_related("actor").order_by("number"))
    assert {event.actor.role for event in events} <= {"clerk"}
    return [(event.act, event.subject) for event in events]


def test_a_result_is_told_of_when_it_is_established_and_taken_back(clerk, room):
    vote = Vote.objects.create(item=room.items[0], yes=2, no=0, abstain=0)
    clerk.post(url("vote-close", vote.pk))
    clerk.post(url("vote-close", vote.pk))
    clerk.post(url("vote-reopen", vote.pk))
    clerk.post(url("vote-reopen", vote.pk))
    assert told() == [("vote_closed", audit.label(vote)), ("vote_reopened", audit.label(vote))]
    facts = audit.facts_of(AuditEvent.objects.get(act="vote_closed"))
    assert (facts["yes"], facts["no"], facts["item"]) == (2, 0, str(room.items[0].pk))


def test_a_result_that_is_refused_is_not_told_of(clerk, room):
    vote = Vote.objects.create(item=room.items[0], yes=7, no=0, abstain=0)
    assert clerk.post(url("vote-close", vote.pk)).status_code == 422
    assert told() == []


def test_the_pages_of_the_desk_establish_results_in_one_place():
    """Of all modules of the desk only `results` calls what closes a vote; so none can do it without an event."""
    assert callable(closing.close)
    assert callable(closing.reopen)
    found = {
        path.name
        for path in Path(minutes.desk.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("closing.close", "closing.reopen")
    }
    assert found == {"results.py"}


def test_who_is_biased_is_told_of_and_who_no_longer_is(clerk, room):
    sent = {"attendance": room["Kohl"].pk, "ground": "als Nachbar"}
    clerk.post(url("recusal-list", room.items[0].pk), sent)
    clerk.post(url("recusal-list", room.items[0].pk), sent)
    recusal = Recusal.objects.get()
    clerk.post(url("recusal-remove", recusal.pk))
    assert told() == [("created", audit.label(recusal)), ("deleted", audit.label(recusal))]


def test_a_session_is_told_of_from_beginning_to_end(clerk, place):
    page = url("session-create")
    clerk.post(f"{page}?committee={place.committee.pk}", {"date": "2026-03-11", "scheduled_start": "18:00"})
    session = Session.objects.get()
    edit = url("session-edit", session.pk)
    assert clerk.post(edit, head(session, place="Kreishaus")).status_code == 302
    clerk.post(url("session-delete", session.pk))
    assert told() == [(act, audit.label(session)) for act in ("created", "changed", "deleted")]
    assert audit.facts_of(AuditEvent.objects.get(act="changed"))["after"]["place"] == "Kreishaus"


def test_a_session_that_is_refused_is_not_told_of(clerk, place):
    page = f"{url('session-create')}?committee={place.committee.pk}"
    assert clerk.post(page, {"date": "", "scheduled_start": "18:00"}).status_code == 422
    assert told() == []
