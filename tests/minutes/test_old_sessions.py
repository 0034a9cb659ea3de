"""Former members, changed names and ended committees never block an old session."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from committees.models import Committee, Membership, Person, RuleProfile, User
from minutes import workflow
from minutes.record.facts import Audience
from minutes.record.read import read
from tests import cast
from tests.minutes.desk.pages import head, stays
from votes.models import Vote

LAST_DAY = cast.DAY + datetime.timedelta(days=20)


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def old(place):
    """A session of a committee that has ended since, with a member who left and one who married."""
    room = cast.session(place, members=("Bleibt", "Geht", "Ledig"))
    Membership.objects.filter(person__last_name="Geht").update(end=cast.DAY)
    Person.objects.filter(last_name="Ledig").update(last_name="Verheiratet")
    Membership.objects.filter(end__isnull=True).update(end=LAST_DAY)
    Committee.objects.filter(pk=place.committee.pk).update(end=LAST_DAY)
    room.session.refresh_from_db()
    return room


@pytest.fixture
def clerk(place) -> Client:
    browser = Client()
    browser.force_login(cast.user("clerk", place.committee))
    return browser


def test_it_opens(clerk, old):
    pages = ["session-detail", "session-edit", "agenda", "attendance-list"]
    answers = {name: clerk.get(reverse(f"minutes:{name}", args=[old.session.pk])) for name in pages}
    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(pages, 200)
    assert "Geht" in answers["attendance-list"].content.decode()
    assert "Verheiratet" in answers["attendance-list"].content.decode()


def test_it_is_edited(clerk, old):
    address = reverse("minutes:session-edit", args=[old.session.pk])
    assert clerk.post(address, head(old.session, room="Kleiner Saal")).status_code == 302
    old.session.refresh_from_db()
    assert old.session.room == "Kleiner Saal"


def test_it_is_read(old):
    record = read(old.session, audience=Audience.INTERNAL)
    names = str(record.attendance)
    assert all(name in names for name in ("Bleibt", "Geht", "Verheiratet"))


def test_its_seats_can_still_be_corrected(clerk, old):
    seat = old["Geht"].membership
    seat.refresh_from_db()
    address = reverse("committees:membership-edit", args=[seat.pk])
    entries = {
        "kind": "expert_citizen",
        "function": "member",
        "has_vote": "on",
        "faction": seat.faction_id,
        "start": seat.start.isoformat(),
        "end": seat.end.isoformat(),
    }
    assert clerk.post(address, entries).status_code == 302
    seat.refresh_from_db()
    assert seat.kind == "expert_citizen"


def test_it_is_voted_on_and_published(clerk, old):
    vote = Vote.objects.create(item=old.items[0], form="roll_call")
    data = {f"voter_{person.pk}": "yes" for person in old.people.values()} | {"version": 1, "then": "close"}
    assert clerk.post(reverse("minutes:roll-call", args=[vote.pk]), data).status_code == 302
    entries = {"version": 1, "state": "present", "role": "Vors.", "detail": "", "duty": "chair"} | stays()
    assert clerk.post(reverse("minutes:attendance-edit", args=[old["Geht"].pk]), entries).status_code == 302
    recorder = User.objects.get(role="clerk")
    RuleProfile.objects.update(signatories=["chair"])
    workflow.submit(old.session, by=recorder)
    for gap in workflow.missing(old.session):
        workflow.reason_for(old.session, gap.code, by=recorder, reason="Nicht überliefert.")
    workflow.sign(old.session, "chair", by=recorder, is_on_paper=True)
    assert clerk.post(reverse("minutes:publish", args=[old.session.pk]), {"with_internal": "all"}).status_code == 302
    page = Client().get(reverse("minutes:published", args=["lkm", "IntA", 1, 2026])).content.decode()
    assert "Mit Ja stimmten" in page
    assert "Verheiratet" in page


def test_it_is_exported(old, tmp_path):
    path = tmp_path / "minutes.json"
    call_command("export", session="IntA/1/2026", format="json", output=str(path), stderr=StringIO())
    assert "Verheiratet" in path.read_text()
