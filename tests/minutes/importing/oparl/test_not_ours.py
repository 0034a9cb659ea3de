"""What is recorded here, or came from another source, is neither withdrawn nor published over by OParl."""

import datetime
from dataclasses import replace

import pytest
from django.utils import timezone

from committees.models import AgendaItem, Session
from minutes import publishing
from minutes.importing import history
from minutes.models import ImportedObject, ImportRun, Issue, Publication, Withdrawal
from minutes.record import Audience
from minutes.record.announcements import AgendaRecord
from minutes.record.serialise import from_bytes
from minutes.record.values import SourceValue
from tests import cast
from tests.minutes.importing.oparl.source import Server, changed, import_, made, town, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def server() -> Server:
    return Server(town())


@pytest.fixture
def first(admin, server) -> ImportRun:
    run = import_(server.source, admin, server)
    assert run.state == "done", run.failure
    return run


@pytest.fixture
def ahead(admin, server) -> Session:
    """A meeting to come, which the source announced."""
    day = timezone.localdate() + datetime.timedelta(days=30)
    item = made("AgendaItem", "m9-1", number="1", name="Haushalt", public=True)
    council = server.objects["Organization"][0]["id"]
    values = {"name": "12. Sitzung", "meetingState": "eingeladen", "start": f"{day}T17:00:00+01:00"}
    server.objects["Meeting"].append(made("Meeting", "m9", organization=[council], agendaItem=[item], **values))
    assert import_(server.source, admin, server).state == "done"
    return session_of("m9")


def session_of(key: str) -> Session:
    return Session.objects.get(pk=ImportedObject.objects.get(external_id=url("Meeting", key)).row_key)


def text_import(session: Session, admin) -> None:
    """A clerk stores the same minutes from a text, for both audiences."""
    public = history.newest_record(session, Audience.PUBLIC)
    told = replace(public, source=SourceValue("text", "0" * 64))
    records = {Audience.PUBLIC: told, Audience.INTERNAL: replace(told, audience="internal")}
    history.keep(session, records, by=admin)


@pytest.mark.parametrize("end", [{"deleted": True}, {"cancelled": True}])
def test_the_agenda_of_a_session_that_is_recorded_here_outlives_its_end_at_the_source(ahead, admin, server, end):
    AgendaItem.objects.create(session=ahead, title="Haushalt", position=1)
    changed(server.objects, "Meeting", "m9", **end)
    run = import_(server.source, admin, server)
    assert run.counts["Meeting"] == {"skipped": 1}
    assert run.problems.get(kind="Meeting").reason
    assert not Withdrawal.objects.exists()


def test_an_announcement_that_a_clerk_published_outlives_the_end_at_the_source(ahead, admin, server):
    agenda = Publication.objects.get(session=ahead)
    clerk = cast.user("clerk", ahead.committee)
    publishing.freeze(
        replace(from_bytes(agenda.record.encode(), AgendaRecord), title="NACHTRAG"),
        kind=Publication.Kind.AGENDA,
        subject=ahead,
        by=clerk,
    )
    changed(server.objects, "Meeting", "m9", deleted=True)
    run = import_(server.source, admin, server)
    assert run.counts["Meeting"] == {"skipped": 1}
    assert not Withdrawal.objects.exists()


def test_an_announcement_that_only_the_import_made_is_withdrawn(ahead, admin, server):
    changed(server.objects, "Meeting", "m9", deleted=True)
    import_(server.source, admin, server)
    assert Withdrawal.objects.get().publication.session == ahead


def test_minutes_that_were_imported_from_a_text_are_not_published_over(first, admin, server):
    session = session_of("m1")
    text_import(session, admin)
    changed(server.objects, "AgendaItem", "m1-2", result="Abgelehnt")
    run = import_(server.source, admin, server)
    assert run.problems.get(kind="Meeting").is_skipped
    assert history.newest_record(session, Audience.PUBLIC).source.kind == "text"
    assert history.newest_record(session, Audience.INTERNAL).source.kind == "text"


def test_minutes_that_were_imported_from_a_text_outlive_the_meeting_at_the_source(first, admin, server):
    session = session_of("m1")
    text_import(session, admin)
    changed(server.objects, "Meeting", "m1", deleted=True)
    import_(server.source, admin, server)
    assert not Withdrawal.objects.exists()
    assert Issue.objects.current().filter(session=session, audience="public").exists()


def test_minutes_that_somebody_here_withdrew_stay_so_and_the_report_says_it(first, admin, server):
    session = session_of("m1")
    publishing.withdraw(Publication.objects.get(session=session), by=admin, reason="Datenschutz")
    changed(server.objects, "AgendaItem", "m1-2", result="Abgelehnt")
    run = import_(server.source, admin, server)
    assert run.problems.get(kind="Meeting").is_skipped
    assert Publication.objects.filter(session=session).count() == 1
