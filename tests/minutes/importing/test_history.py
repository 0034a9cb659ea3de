"""Imported minutes are kept as publications: once, for each audience, and never over what is recorded here."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from committees.models import AgendaItem, AuditEvent, Session
from minutes import publishing
from minutes.importing import history
from minutes.importing.history import Happened
from minutes.models import Issue, Publication, PublishedMinutes
from minutes.record import Audience
from minutes.record.serialise import canonical_bytes, from_bytes
from minutes.record.values import (
    BodyValue,
    CommitteeValue,
    ItemRecord,
    PartRecord,
    SessionRecord,
    SourceValue,
)
from tests import cast

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def session(place):
    return cast.session(place, items=0).session


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


def item(number: str, *, is_public: bool = True) -> ItemRecord:
    return ItemRecord(
        id=f"i-{number}", number=number, label=f"TOP {number}", title=f"Punkt {number}", is_public=is_public, order=()
    )


def records_of(session: Session, *items: ItemRecord) -> dict[Audience, SessionRecord]:
    committee = session.committee
    found = {}
    for audience in Audience:
        shown = tuple(one for one in items if one.is_public or audience is INTERNAL)
        found[audience] = SessionRecord(
            audience=audience.value,
            session_id=str(session.pk),
            reference=session.reference,
            number=session.number,
            year=session.year,
            date=session.date,
            body=BodyValue(committee.body.key, committee.body.name),
            committee=CommitteeValue(str(committee.pk), committee.name, committee.short_name),
            title="NIEDERSCHRIFT",
            subtitle="über die 1. Sitzung",
            date_text="11.03.2026",
            place_text="",
            is_draft=False,
            parts=(PartRecord("A", "Öffentlicher Teil", True, items=shown),),
            source=SourceValue("text", "0" * 64),
        )
    return found


def keep(session, clerk, *items: ItemRecord, **options):
    kept = history.keep(session, records_of(session, *items), by=clerk, **options)
    return {audience.value: one.happened for audience, one in kept.items()}


def test_each_audience_gets_an_edition_with_its_projection_and_a_note_in_the_chain(session, clerk):
    assert keep(session, clerk, item("1"), item("2", is_public=False)) == {"public": "new", "internal": "new"}
    assert list(Issue.objects.minutes().values_list("kind", "audience").order_by("audience")) == [
        ("import", "internal"),
        ("import", "public"),
    ]
    assert PublishedMinutes.objects.count() == 2
    assert AuditEvent.objects.filter(act="published").count() == 2
    assert b"Punkt 1" in Client().get(Issue.objects.get(audience="public").get_absolute_url()).content


def test_the_same_again_changes_nothing(session, clerk):
    keep(session, clerk, item("1"))
    before = list(Publication.objects.values()), AuditEvent.objects.count()
    assert keep(session, clerk, item("1")) == {"public": Happened.SAME, "internal": Happened.SAME}
    assert (list(Publication.objects.values()), AuditEvent.objects.count()) == before


def test_something_else_is_the_next_edition(session, clerk):
    keep(session, clerk, item("1"))
    assert keep(session, clerk, item("1"), item("2")) == {"public": "changed", "internal": "changed"}
    assert list(
        Publication.objects.filter(audience="public").order_by("edition").values_list("edition", flat=True)
    ) == [
        1,
        2,
    ]
    assert Issue.objects.current().filter(audience="public").get().publication.edition == 2


def test_an_older_edition_is_closed_when_an_item_is_not_public_any_more(session, clerk):
    keep(session, clerk, item("1"), item("2"))
    keep(session, clerk, item("1"), item("2", is_public=False))
    first = Publication.objects.get(audience="public", edition=1)
    assert first.withdrawal.reason
    assert not hasattr(Publication.objects.get(audience="public", edition=2), "withdrawal")


def test_what_was_withdrawn_stays_withdrawn_until_it_is_wanted_again(session, clerk):
    keep(session, clerk, item("1"))
    for publication in Publication.objects.all():
        publishing.withdraw(publication, by=clerk, reason="Datenschutz")
    assert keep(session, clerk, item("1"), item("2")) == {"public": "withdrawn", "internal": "withdrawn"}
    assert not Issue.objects.current().exists()
    assert keep(session, clerk, item("1"), again=True) == {"public": "changed", "internal": "changed"}
    assert Issue.objects.current().count() == 2


def test_without_a_part_for_the_public_its_edition_is_withdrawn(session, clerk):
    keep(session, clerk, item("1"))
    records = records_of(session, item("1", is_public=False))
    history.keep(session, {INTERNAL: records[INTERNAL]}, by=clerk)
    assert not Issue.objects.current().filter(audience="public").exists()


def test_a_session_that_is_recorded_here_is_never_touched(session, clerk):
    AgendaItem.objects.create(session=session, position=1, title="Eröffnung", is_public=True)
    with pytest.raises(ValidationError, match="IntA/1/2026"):
        keep(session, clerk, item("1"))
    assert not Publication.objects.exists()


def test_a_record_of_something_else_or_with_what_is_not_public_is_refused(session, clerk):
    records = records_of(session, item("1", is_public=False))
    wrong = {PUBLIC: replace(records[INTERNAL], audience="public")}
    with pytest.raises(ValueError, match="not public"):
        history.keep(session, wrong, by=clerk)
    with pytest.raises(ValueError, match="not a finished record"):
        history.keep(session, {INTERNAL: replace(records[INTERNAL], session_id="0")}, by=clerk)
    assert not Publication.objects.exists()


def test_a_record_tells_its_source_and_one_without_keeps_its_bytes(session):
    record = records_of(session, item("1"))[PUBLIC]
    assert from_bytes(canonical_bytes(record)) == record
    assert record.source.id == "0" * 64
    own = replace(record, source=None)
    assert b"source" not in canonical_bytes(own)
    assert from_bytes(canonical_bytes(own)) == own
