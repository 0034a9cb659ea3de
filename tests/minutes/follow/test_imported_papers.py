"""Followers are not sent what was old news when it was imported."""

import datetime

import pytest
from django.utils import timezone

from committees.models import Paper
from minutes.following import alerts
from minutes.models import Alert, ImportedObject
from tests import cast
from tests.minutes.follow.conftest import follower
from tests.minutes.importing.oparl.source import Server, import_, town

pytestmark = pytest.mark.usefixtures("found_by_words")


def import_paper(day: datetime.date) -> None:
    server = Server(town())
    server.objects["Paper"][0]["date"] = day.isoformat()
    run = import_(server.source, cast.user("admin"), server)
    assert run.state == "done", run.failure
    assert Paper.objects.get().publications.count() == 1
    assert ImportedObject.objects.filter(kind="Paper").count() == 1


def told_of() -> int:
    alerts.look()
    return Alert.objects.filter(publication__kind="paper").count()


@pytest.fixture
def searcher(place):
    return follower(None, question="q=Brücke")


def test_an_imported_paper_of_long_ago_is_no_news(searcher):
    import_paper(datetime.date(2004, 2, 1))
    assert told_of() == 0


def test_an_imported_paper_of_these_days_is_news(searcher):
    import_paper(timezone.localdate() - datetime.timedelta(days=3))
    assert told_of() == 1
