"""What another Gremia serves by OParl keeps all that it carries: agenda, outcomes, votes, members, what was said."""

from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from committees.models import Body, User
from minutes.markup import plain
from minutes.models import (
    Issue,
    Publication,
    PublishedAttendance,
    PublishedBallot,
    PublishedItem,
    PublishedItemPaper,
    PublishedSeat,
    PublishedVote,
)
from minutes.record.serialise import from_bytes
from tests.minutes.importing.oparl.source import import_

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


class OtherGremia:
    """The demo of this very site, under another name: a body of its own name is not imported over it."""

    def __init__(self) -> None:
        self.client = Client()

    def json(self, url: str) -> Any:
        answer = self.client.get(url.removeprefix(settings.SITE_URL.rstrip("/")))
        assert answer.status_code == 200, url
        found = answer.json()
        for one in found.get("data", [found]):
            if one["type"].endswith("/Body"):
                one |= {"name": "Kreis Anderland", "shortName": "AND"}
        return found


@pytest.fixture(scope="module")
def imported(django_db_setup, django_db_blocker):
    """The demo, and beside it what came of reading it: once for all tests, which only look at it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", stdout=StringIO())
        owner = User.objects.get(email="admin@example.org")
        source = f"{settings.SITE_URL.rstrip('/')}/oparl/v1.1/system"
        yield import_(source, owner, OtherGremia())
        transaction.set_rollback(True)


def of(body: str) -> Any:
    return Issue.objects.current().filter(body__key=body, audience="public")


def test_it_is_read_whole(imported):
    assert imported.state == "done", imported.failure
    assert not imported.problems.exists()
    assert {name for found in imported.counts.values() for name in found} == {"new"}
    assert len(imported.counts) == 12


def test_the_same_sessions_papers_and_lists_of_members_can_be_read(imported):
    def told(body: str) -> list:
        kinds = {"minutes": "import"}
        rows = of(body).values_list("kind", "reference", "title", "date")
        return sorted((kinds.get(kind, kind), *more) for kind, *more in rows if kind != "directory")

    assert told("AND") == told("LKM")
    assert len(told("LKM")) > 20
    assert of("AND").filter(kind="directory").count() == of("LKM").filter(kind="directory").count()


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (PublishedItem, ("issue__reference", "number", "label", "title", "outcome", "status", "is_public")),
        (PublishedItemPaper, ("item__issue__reference", "item__number", "reference")),
        (
            PublishedVote,
            ("item__issue__reference", "item__number", "label", "question", "form", "yes", "no", "abstain"),
        ),
        (PublishedVote, ("item__issue__reference", "position", "adopted", "is_final", "is_election", "result")),
        (PublishedBallot, ("vote__item__issue__reference", "name", "choice")),
        (PublishedAttendance, ("issue__reference", "name", "group", "remark", "is_present", "is_member")),
        (PublishedSeat, ("issue__reference", "name", "function", "kind", "faction", "has_vote", "start", "end")),
    ],
)
def test_the_portal_lists_the_same(imported, model, fields):
    def told(body: str) -> list:
        start = fields[0].removesuffix("reference")
        rows = model.objects.filter(**{f"{start}publication__in": of(body).values("pk")})
        return sorted(rows.values_list(*fields), key=str)

    assert told("AND") == told("LKM")
    # The demo publishes no roll call.
    assert told("LKM") or model is PublishedBallot


def records(body: str) -> dict[str, Any]:
    rows = of(body).filter(kind__in=("minutes", "import")).select_related("publication")
    return {row.reference: from_bytes(row.publication.record.encode()) for row in rows}


def words(text: Any) -> list[str]:
    return plain(text).split()


def test_what_was_said_and_resolved_stands_there_word_by_word(imported):
    ours, theirs = records("AND"), records("LKM")
    assert ours.keys() == theirs.keys()
    count = 0
    for reference, record in theirs.items():
        public = [item for item in record.items() if item.is_public]
        for old, new in zip(public, ours[reference].items(), strict=True):
            assert [words(one.text) for one in new.contributions] == [words(one.text) for one in old.contributions]
            assert [one.speaker for one in new.contributions] == [one.speaker for one in old.contributions]
            assert [one.ballots for one in new.votes] == [
                tuple(line for line in one.ballots) for one in _without_people(old, new)
            ]
            if old.decision:
                assert words(new.decision.resolution)[-5:] == words(old.decision.resolution)[-5:] or old.decision.inline
            count += len(old.contributions)
    assert count > 30


def _without_people(old: Any, new: Any) -> Any:
    """The votes of an item with the keys that people have here."""
    from dataclasses import replace

    for vote, ours in zip(old.votes, new.votes, strict=True):
        keys = {voter.name: voter.person_id for line in ours.ballots for voter in line.voters}
        yield replace(
            vote,
            ballots=tuple(
                replace(line, voters=tuple(replace(one, person_id=keys[one.name]) for one in line.voters))
                for line in vote.ballots
            ),
        )


def test_every_page_of_it_can_be_opened(imported):
    client = Client()
    for issue in of("AND").select_related("body"):
        answer = client.get(issue.get_absolute_url())
        assert answer.status_code == 200, issue
    for name in ("meetings", "people", "agenda-items", "files"):
        assert client.get(f"/oparl/v1.1/body/AND/{name}").json()["data"]


def test_nothing_that_is_not_public_there_came_here(imported):
    body = Body.objects.get(key="AND")
    for publication in Publication.objects.filter(body=body, kind="import"):
        assert all(item.is_public for item in from_bytes(publication.record.encode()).items())
