"""`manage.py audit`: lists, proves whole, and prints where the chain ends."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from committees import audit
from committees.models import AuditEvent
from minutes import publishing, workflow
from minutes.models import Issue
from tests import cast, ready
from tests.minutes.verified import findings

pytestmark = pytest.mark.usefixtures("quick_pdf")


def said(*args) -> str:
    out = StringIO()
    call_command("audit", *args, stdout=out)
    return out.getvalue()


def test_all_that_was_done_is_whole(room):
    assert findings() == []
    assert str(AuditEvent.objects.count()) in said("--verify")
    assert audit.head() in said("--verify")


def test_an_empty_database_is_whole(db):
    assert findings() == []


def test_signatures_that_became_void_are_whole_too(clerk):
    found = ready.room(cast.county())
    workflow.submit(found.session, by=clerk)
    workflow.sign(found.session, "chair", by=clerk)
    workflow.take_back(found.session, by=clerk, reason="Tippfehler")
    assert findings() == []
    workflow.settle(found.session.remarks.get(), by=clerk)
    ready.signed(found, by=clerk)
    assert findings() == []


def test_an_agenda_and_a_refused_signature_are_whole(clerk):
    found = ready.room(cast.county())
    publishing.publish_agenda(found.session, by=clerk)
    workflow.submit(found.session, by=clerk)
    workflow.refuse(found.session, "chair", by=clerk, reason="Ich war anderer Meinung.")
    workflow.sign(found.session, "minute_taker", by=clerk)
    assert findings() == []


def test_it_prints_the_end_of_the_chain(room):
    assert said("--head").strip() == audit.head()


def test_it_lists_the_last_events_the_newest_last(room):
    lines = said("--last", "2").splitlines()
    assert len(lines) == 2
    assert lines[-1].endswith(audit.head())
    assert "published" in lines[-1]
    assert len(said().splitlines()) == AuditEvent.objects.count()


def test_it_wants_a_sensible_number(db):
    with pytest.raises(CommandError):
        said("--last", "0")


def test_what_is_not_whole_ends_with_status_1(room):
    Issue.objects.all().delete()
    with pytest.raises(CommandError) as refusal:
        said("--verify")
    assert refusal.value.returncode == 1
