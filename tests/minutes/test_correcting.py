"""Objections to published minutes, what a later session decides on them, and corrections."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from committees import audit
from committees.models import AuditEvent, Membership, RuleProfile, Session
from minutes import correcting, documents, publishing
from minutes.models import Correction, Issue, Objection, Publication, SealedRecord
from minutes.record import Audience
from minutes.record.serialise import from_bytes
from tests import cast, ready
from tests.clock import stand_at
from tests.corrections import LATER, PUBLISHED, deciding_item, objection

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
TEXT = "Ktabg. Kohl hat dagegen gestimmt."


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """Sets the day; tests begin on the day of the publication."""
    file = documents.Rendered(content=b"%PDF-1.7", content_type="application/pdf", filename="minutes.pdf")
    monkeypatch.setattr(documents, "render", lambda *args, **options: file)
    stand_at(monkeypatch, PUBLISHED)
    return lambda day: stand_at(monkeypatch, day)


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def room(place):
    return ready.room(place)


@pytest.fixture
def member(room):
    return cast.user("councillor", person=room["Kohl"].person)


@pytest.fixture
def published(room, clerk):
    return ready.published(room, by=clerk)


def facts(act: str) -> dict:
    return audit.facts_of(AuditEvent.objects.get(act=act))


def corrections(audience: Audience) -> list:
    """The notes in the newest edition for an audience."""
    publication = Publication.objects.filter(audience=audience.value).order_by("-edition")[0]
    return list(from_bytes(publication.record.encode()).corrections)


def editions() -> list[tuple[str, int]]:
    return sorted(Publication.objects.values_list("audience", "edition"))


@pytest.fixture
def upheld(place, room, member, clerk, published, clock):
    """An objection that the next session found right."""
    row = objection(room, by=member, item=room.items[0])
    item = deciding_item(place, room.session)
    clock(LATER)
    return correcting.decide(row, outcome="upheld", at_item=item, by=clerk)


# Objections


def test_nobody_objects_to_minutes_that_cannot_be_read(room, clerk):
    ready.signed(room, by=clerk)
    with pytest.raises(ValidationError):
        objection(room, by=clerk)
    assert not Objection.objects.exists()


def test_nor_while_they_are_dated_ahead(room, clerk, clock):
    soon = datetime.datetime(2026, 4, 10, 8, tzinfo=datetime.UTC)
    ready.published(room, by=clerk, visible_from=soon)
    with pytest.raises(ValidationError):
        objection(room, by=clerk)
    clock(soon.date())
    assert objection(room, by=clerk).raised_on == soon.date()


def test_an_objection_says_who_when_and_what(room, member, published):
    row = objection(room, by=member, item=room.items[0])
    assert (row.raised_by, row.raised_on, row.is_late) == (room["Kohl"].person, PUBLISHED, False)
    assert (row.outcome, row.entered_by) == ("open", member)
    assert facts("objected")["text"] == audit.text_hash(row.text)


def test_the_chain_holds_no_text(room, member, published):
    objection(room, by=member, text="Das Grundstück von Frau Muster")
    assert not AuditEvent.objects.filter(facts__contains="Muster").exists()


@pytest.mark.parametrize(("days", "is_late"), [(0, False), (14, False), (15, True)])
def test_the_period_counts_from_the_publication(room, clerk, published, clock, days, is_late):
    clock(PUBLISHED + days * DAY)
    assert objection(room, by=clerk).is_late is is_late


def test_after_the_period_a_member_turns_to_the_office(room, member, published, clock):
    clock(PUBLISHED + 15 * DAY)
    with pytest.raises(ValidationError):
        objection(room, by=member)
    assert not Objection.objects.exists()


def test_the_clerk_enters_in_time_what_came_in_time(room, clerk, published, clock):
    clock(PUBLISHED + 30 * DAY)
    assert not objection(room, by=clerk, raised_on=PUBLISHED + 3 * DAY).is_late


def test_a_second_edition_does_not_begin_the_period_anew(room, member, clerk, published, clock):
    clock(PUBLISHED + 10 * DAY)
    publishing.publish_minutes(room.session, by=clerk)
    clock(PUBLISHED + 15 * DAY)
    with pytest.raises(ValidationError):
        objection(room, by=member)


def test_some_profiles_set_no_limit(room, member, published, clock):
    RuleProfile.objects.update(objection_days=0)
    clock(PUBLISHED + 300 * DAY)
    assert not objection(room, by=member).is_late


@pytest.mark.parametrize("day", [PUBLISHED - DAY, PUBLISHED + DAY])
def test_a_day_before_the_publication_or_to_come_is_refused(room, clerk, published, day):
    with pytest.raises(ValidationError) as refusal:
        objection(room, by=clerk, raised_on=day)
    assert "raised_on" in refusal.value.message_dict


def test_an_objection_has_a_text_and_an_item_of_the_session(place, room, clerk, published):
    other = cast.session(place, items=1, number=9)
    for wrong, field in (({"text": " "}, "text"), ({"item": other.items[0]}, "item")):
        with pytest.raises(ValidationError) as refusal:
            objection(room, by=clerk, **wrong)
        assert list(refusal.value.message_dict) == [field]


# Decisions


def test_a_later_session_decides(upheld):
    assert upheld.outcome == "upheld"
    assert upheld.decided_at_item.session.date == LATER
    assert facts("decided")["outcome"] == "upheld"


@pytest.mark.parametrize("outcome", ["upheld", "dismissed"])
def test_a_decision_names_its_item(room, clerk, published, outcome):
    row = objection(room, by=clerk)
    with pytest.raises(ValidationError) as refusal:
        correcting.decide(row, outcome=outcome, by=clerk)
    assert "at_item" in refusal.value.message_dict


def test_withdrawing_needs_no_item(room, clerk, published):
    assert correcting.decide(objection(room, by=clerk), outcome="withdrawn", by=clerk).outcome == "withdrawn"


@pytest.mark.parametrize("outcome", ["open", "", "x"])
def test_other_outcomes_are_none(room, clerk, published, outcome):
    with pytest.raises(ValidationError):
        correcting.decide(objection(room, by=clerk), outcome=outcome, by=clerk)


def _refused(row, item, clerk):
    with pytest.raises(ValidationError) as refusal:
        correcting.decide(row, outcome="dismissed", at_item=item, by=clerk)
    assert "at_item" in refusal.value.message_dict
    assert Objection.objects.get().outcome == "open"


def test_an_item_on_other_minutes_does_not_decide(place, room, clerk, published, clock):
    item = deciding_item(place, cast.session(place, number=7).session)
    clock(LATER)
    _refused(objection(room, by=clerk), item, clerk)


def test_an_earlier_session_does_not_decide(place, room, clerk, published):
    _refused(objection(room, by=clerk), deciding_item(place, room.session, day=cast.DAY - DAY, number=3), clerk)


def test_a_session_to_come_has_not_decided(place, room, clerk, published):
    _refused(objection(room, by=clerk), deciding_item(place, room.session), clerk)


def test_another_committee_does_not_decide(room, clerk, published, clock):
    item = deciding_item(cast.county("other"), room.session)
    clock(LATER)
    _refused(objection(room, by=clerk), item, clerk)


def test_a_second_session_of_the_same_day_is_later(place, room, clerk, published):
    item = deciding_item(place, room.session, day=cast.DAY)
    assert correcting.decide(objection(room, by=clerk), outcome="dismissed", at_item=item, by=clerk).decided_at_item


def test_a_slip_is_mended_until_a_correction_rests_on_it(room, clerk, upheld):
    item = upheld.decided_at_item
    assert correcting.decide(upheld, outcome="dismissed", at_item=item, by=clerk).outcome == "dismissed"
    correcting.decide(upheld, outcome="upheld", at_item=item, by=clerk)
    correcting.correct(room.session, text=TEXT, objection=Objection.objects.get(), by=clerk)
    with pytest.raises(ValidationError):
        correcting.decide(upheld, outcome="dismissed", at_item=item, by=clerk)


# Corrections


def test_the_public_reads_a_new_edition_with_the_note(room, clerk, upheld):
    correcting.correct(room.session, text=TEXT, item=room.items[0], is_public=True, objection=upheld, by=clerk)
    assert editions() == [("internal", 1), ("internal", 2), ("public", 1), ("public", 2)]
    for audience in Audience:
        (note,) = corrections(audience)
        assert note.heading == "Berichtigung vom 06.05.2026 zu TOP 1"
        assert note.date == LATER
    current = Issue.objects.current().filter(audience="public").get()
    assert current.publication.note == "Berichtigung vom 06.05.2026"
    assert facts("corrected")["text"] == audit.text_hash(TEXT)


def test_the_signed_text_stays_as_it_was(room, clerk, upheld):
    before = set(SealedRecord.objects.values_list("audience", "sha256", "record"))
    first = set(Publication.objects.values_list("pk", "sha256", "record"))
    correcting.correct(room.session, text=TEXT, is_public=True, objection=upheld, by=clerk)
    assert set(SealedRecord.objects.values_list("audience", "sha256", "record")) == before
    assert len(before) == 2
    assert first <= set(Publication.objects.values_list("pk", "sha256", "record"))


def test_what_is_not_public_leaves_the_public_edition_alone(room, clerk, upheld):
    correcting.correct(room.session, text=TEXT, objection=upheld, by=clerk)
    assert editions() == [("internal", 1), ("internal", 2), ("public", 1)]
    assert corrections(Audience.PUBLIC) == []
    assert len(corrections(Audience.INTERNAL)) == 1


def test_who_reads_the_public_part_alone_gets_no_other_with_a_public_note(room, clerk):
    ready.published(room, by=clerk, with_internal=False)
    correcting.correct(room.session, text=TEXT, is_public=True, by=clerk)
    assert editions() == [("public", 1), ("public", 2)]


def test_a_non_public_item_is_not_corrected_in_public(room, clerk, published):
    with pytest.raises(ValidationError) as refusal:
        correcting.correct(room.session, text=TEXT, item=room.items[-1], is_public=True, by=clerk)
    assert "is_public" in refusal.value.message_dict
    assert not Correction.objects.exists()


@pytest.mark.parametrize("outcome", ["open", "dismissed", "withdrawn"])
def test_only_what_was_upheld_is_corrected(room, clerk, upheld, outcome):
    Objection.objects.update(outcome=outcome)
    with pytest.raises(ValidationError) as refusal:
        correcting.correct(room.session, text=TEXT, objection=Objection.objects.get(), by=clerk)
    assert "objection" in refusal.value.message_dict


def test_an_objection_is_corrected_once(room, clerk, upheld):
    correcting.correct(room.session, text=TEXT, objection=upheld, by=clerk)
    with pytest.raises(ValidationError):
        correcting.correct(room.session, text=TEXT, objection=upheld, by=clerk)
    assert Correction.objects.count() == 1


def test_a_slip_of_the_pen_is_corrected_without_an_objection(room, clerk, published):
    assert correcting.correct(room.session, text=TEXT, by=clerk).objection is None


def test_what_was_withdrawn_does_not_come_out_again_with_a_note(room, clerk, published):
    for publication in published:
        publishing.withdraw(publication, by=clerk, reason="Ein Name stand darin.")
    with pytest.raises(ValidationError):
        correcting.correct(room.session, text=TEXT, is_public=True, by=clerk)
    assert editions() == [("internal", 1), ("public", 1)]


def test_without_its_pdf_nothing_is_stored(room, clerk, published, monkeypatch):
    def fail(*args, **options):
        raise documents.DocumentError("kaputt")

    monkeypatch.setattr(documents, "render", fail)
    with pytest.raises(documents.DocumentError):
        correcting.correct(room.session, text=TEXT, is_public=True, by=clerk)
    assert not Correction.objects.exists()
    assert not AuditEvent.objects.filter(act="corrected").exists()
    assert editions() == [("internal", 1), ("public", 1)]


def test_a_correction_stays_in_the_database(room, clerk, published):
    row = correcting.correct(room.session, text=TEXT, by=clerk)
    for change in (lambda: Correction.objects.update(text="Anderes"), row.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert Correction.objects.get().text == TEXT


def test_the_preview_is_what_is_published(room, clerk, published):
    row = Correction(session=room.session, item=room.items[-1], text=TEXT, made_on=PUBLISHED)
    seen = correcting.preview(row)
    row.is_public = True
    assert correcting.preview(row) == seen, "the item decides, whatever the row says"
    assert seen[Audience.PUBLIC] is None
    correcting.correct(room.session, item=room.items[-1], text=TEXT, by=clerk)
    assert [seen[Audience.INTERNAL]] == corrections(Audience.INTERNAL)


def test_an_old_session_is_corrected_though_its_people_have_left(place, room, clerk, upheld):
    Membership.objects.filter(committee=place.committee).update(end=cast.DAY)
    type(room["Kohl"].person).objects.update(last_name="Neuname")
    correcting.correct(room.session, text=TEXT, is_public=True, objection=upheld, by=clerk)
    record = from_bytes(Publication.objects.filter(audience="public").order_by("-edition")[0].record.encode())
    assert "Neuname" not in repr(record)
    assert Session.objects.get(pk=room.session.pk).sealed_at


def test_the_chain_is_whole(room, clerk, upheld):
    correcting.correct(room.session, text=TEXT, objection=upheld, by=clerk)
    assert list(audit.problems()) == []
