"""Publishing: what stands in the way, what it freezes, who may read it."""

import datetime
import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from committees.models import Committee
from committees.permissions import may_read_internal
from minutes import documents, workflow
from minutes.documents import PdfEngineMissing
from minutes.models import Publication
from minutes.record.serialise import from_bytes
from tests import cast
from tests.minutes.record import m01
from tests.publications import freeze
from votes.models import Vote


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def room(place):
    """A session of which nothing stands in the way, with a part that is not public."""
    room = cast.session(place, items=2, members=("Kohl",))
    room["Kohl"].duty = "chair"
    room["Kohl"].save()
    room.items[1].is_public = False
    room.items[1].save()
    return room


def test_nothing_stands_in_the_way_of_a_session_with_chair_and_agenda(room):
    assert workflow.obstacles(room.session) == []


def test_a_session_to_come_can_not_be_published(room):
    room.session.date = timezone.localdate() + datetime.timedelta(days=1)
    assert workflow.obstacles(room.session) == ["Die Sitzung hat noch nicht stattgefunden."]


def test_a_session_of_today_can(room):
    room.session.date = timezone.localdate()
    assert workflow.obstacles(room.session) == []


def test_it_needs_an_agenda_and_a_chair(place):
    assert len(workflow.obstacles(cast.session(place, items=0).session)) == 2


def test_each_vote_without_result_is_named(room):
    for item in room.items:
        Vote.objects.create(item=item)
    found = workflow.obstacles(room.session)
    assert len(found) == 2
    assert "Punkt 1" in found[0]
    assert "Punkt 2" in found[1]


def test_obstacles_refuse_to_publish_and_nothing_is_stored(room, clerk):
    Vote.objects.create(item=room.items[0])
    with pytest.raises(ValidationError) as refusal:
        workflow.publish(room.session, by=clerk)
    assert refusal.value.messages == workflow.obstacles(room.session)
    assert not Publication.objects.exists()


def test_a_missing_pdf_engine_leaves_the_old_publication_current(room, clerk, monkeypatch):
    def missing(*args, **kwargs):
        raise PdfEngineMissing("libpango")

    freeze(room.session)
    monkeypatch.setattr(documents, "render", missing)
    with pytest.raises(PdfEngineMissing):
        workflow.publish(room.session, by=clerk)
    assert Publication.objects.current().count() == Publication.objects.count() == 2


def test_each_audience_gets_its_record_with_hash_and_pdf(room, clerk):
    public, internal = workflow.publish(room.session, by=clerk)
    assert [public.audience, internal.audience] == ["public", "internal"]
    assert [len(list(from_bytes(row.record.encode()).items())) for row in (public, internal)] == [1, 2]
    for row in (public, internal):
        assert row.sha256 == hashlib.sha256(row.record.encode()).hexdigest()
        assert row.pdf.startswith(b"%PDF-")
        assert not from_bytes(row.record.encode()).is_draft
        assert (row.published_by, row.reference, row.superseded_at) == (clerk, "IntA/1/2026", None)
        assert row.title == "über die 1. Sitzung des Integrationsausschusses (IntA/1/2026)"


def test_published_again_it_supersedes_and_keeps_the_old_one(room, clerk):
    first, _internal = workflow.publish(room.session, by=clerk)
    room.items[0].title = "Neuer Titel"
    room.items[0].save()
    second, _internal = workflow.publish(room.session, by=clerk)
    first.refresh_from_db()
    assert first.superseded_at == second.published_at
    assert "Neuer Titel" not in first.record
    assert "Neuer Titel" in second.record
    assert Publication.objects.current().filter(session=room.session).count() == 2


def test_a_later_change_of_a_name_does_not_reach_it(room, clerk):
    published, _internal = workflow.publish(room.session, by=clerk)
    person = room["Kohl"].person
    person.last_name = "Neuname"
    person.save()
    published.refresh_from_db()
    assert "Kohl" in published.record
    assert "Neuname" not in published.record


def test_the_model_protocol_can_be_published(db):
    data = m01.create()
    public, internal = workflow.publish(data.session, by=cast.user("admin"))
    assert "vertrauliches Grundstück" in internal.record
    assert "vertrauliches Grundstück" not in public.record


def test_the_list_shows_to_each_visitor_what_the_predicate_allows(place):
    """`visible_to` says in SQL what `may_read_internal` says of one session, for members of now and then."""
    other = cast.county("other")
    days = (cast.DAY, cast.TERM_START - datetime.timedelta(days=1), cast.DAY + datetime.timedelta(days=400))
    Committee.objects.update(start=days[1])
    sessions = [
        cast.session(county, number=number, date=day, year=day.year).session
        for county in (place, other)
        for number, day in enumerate(days, start=1)
    ]
    for session in sessions:
        freeze(session)
    former = cast.member(place, "Früher", end=cast.DAY)
    inactive = cast.user("councillor", person=cast.member(place, "Ruhend").person)
    inactive.is_active = False
    inactive.save()
    users = [
        cast.user("admin"),
        cast.user("clerk", place.committee),
        cast.user("reader", other.committee),
        cast.user("reader", person=cast.member(place, "Leser").person),
        cast.user("councillor", person=cast.member(place, "Kohl").person),
        cast.user("councillor", person=former.person),
        cast.user("chair", person=cast.member(other, "Vorsitz", function="chair").person),
        cast.user("councillor"),
        inactive,
    ]
    for user in users:
        seen = {row.session_id: row.audience for row in Publication.objects.visible_to(user)}
        allowed = {s.pk: "internal" if may_read_internal(user, s) else "public" for s in sessions}
        assert seen == allowed, user
