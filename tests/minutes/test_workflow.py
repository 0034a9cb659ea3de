"""The way of the minutes from draft to signed: who may do what in which state, and what each act leaves behind."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from committees import audit
from committees.models import AuditEvent, RuleProfile, Session
from minutes import workflow
from minutes.models import GapReason, Minutes, Remark, SealedRecord, Signature
from minutes.record import Audience
from minutes.record.serialise import from_bytes
from minutes.workflow import State
from tests import cast, ready

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return cast.county()


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def room(place):
    return ready.room(place)


def state(room) -> State:
    return workflow.state(Session.objects.get(pk=room.session.pk))


def acts() -> list[str]:
    return list(AuditEvent.objects.values_list("act", flat=True))


def test_it_begins_as_a_draft(room):
    assert state(room) == State.DRAFT


def test_submitted_it_is_in_review(room, clerk):
    workflow.submit(room.session, by=clerk)
    assert state(room) == State.IN_REVIEW
    assert acts() == ["submitted"]


def test_a_draft_is_not_signed(room, clerk):
    with pytest.raises(ValidationError, match="in Arbeit"):
        workflow.sign(room.session, "chair", by=clerk)
    assert not Signature.objects.exists()


def test_the_first_signature_seals_the_text_for_each_audience(room, clerk):
    workflow.submit(room.session, by=clerk)
    signature = workflow.sign(room.session, "chair", by=clerk)
    assert state(room) == State.IN_SIGNING
    records = {row.audience: row for row in SealedRecord.objects.all()}
    assert records.keys() == {"public", "internal"}
    assert signature.sha256 == records["internal"].sha256
    assert "Grundstück" not in records["public"].record
    assert "Grundstück" in records["internal"].record
    assert not from_bytes(records["internal"].record.encode()).is_draft
    assert Session.objects.get(pk=room.session.pk).sealed_at
    assert acts() == ["submitted", "sealed", "signed"]


def test_the_last_signature_completes_it(room, clerk):
    ready.signed(room, by=clerk)
    assert state(room) == State.SIGNED
    assert Minutes.objects.get().completed_at
    assert acts() == ["submitted", "sealed", "signed", "signed", "completed"]


def test_a_refusal_is_noted_and_completes_it_too(room, clerk):
    workflow.submit(room.session, by=clerk)
    workflow.sign(room.session, "minute_taker", by=clerk)
    row = workflow.refuse(room.session, "chair", by=clerk, reason="Nicht einverstanden mit TOP 1")
    assert (row.is_refused, row.reason) == (True, "Nicht einverstanden mit TOP 1")
    assert state(room) == State.SIGNED


def test_a_refusal_needs_a_reason(room, clerk):
    workflow.submit(room.session, by=clerk)
    with pytest.raises(ValidationError):
        workflow.refuse(room.session, "chair", by=clerk, reason=" ")
    assert state(room) == State.IN_REVIEW


def test_nobody_signs_twice_in_a_role(room, clerk):
    workflow.submit(room.session, by=clerk)
    workflow.sign(room.session, "chair", by=clerk)
    with pytest.raises(ValidationError, match="bereits unterzeichnet"):
        workflow.sign(room.session, "chair", by=clerk)


@pytest.mark.parametrize("role", ["co_signer", "nobody"])
def test_nobody_signs_in_a_role_that_the_profile_does_not_have(room, clerk, role):
    workflow.submit(room.session, by=clerk)
    with pytest.raises(ValidationError):
        workflow.sign(room.session, role, by=clerk)


@pytest.mark.parametrize("days", [-1, 1000])
def test_it_is_signed_between_the_session_and_today(room, clerk, days):
    workflow.submit(room.session, by=clerk)
    with pytest.raises(ValidationError):
        workflow.sign(room.session, "chair", by=clerk, signed_on=cast.DAY + datetime.timedelta(days=days))


def test_with_something_missing_it_is_refused_and_nothing_is_stored(room, clerk):
    Session.objects.filter(pk=room.session.pk).update(place="")
    workflow.submit(room.session, by=clerk)
    with pytest.raises(ValidationError) as refusal:
        workflow.sign(room.session, "chair", by=clerk)
    assert refusal.value.messages == ["Der Ort der Sitzung ist nicht festgehalten."]
    assert not SealedRecord.objects.exists()
    assert not Session.objects.get(pk=room.session.pk).sealed_at


def test_a_reason_lets_a_gap_stay(room, clerk):
    Session.objects.filter(pk=room.session.pk).update(place="")
    workflow.reason_for(room.session, "place", by=clerk, reason="Digitale Sitzung")
    ready.signed(room, by=clerk)
    assert state(room) == State.SIGNED


def test_a_reason_can_be_taken_back(room, clerk):
    Session.objects.filter(pk=room.session.pk).update(place="")
    workflow.reason_for(room.session, "place", by=clerk, reason="Digitale Sitzung")
    workflow.reason_for(room.session, "place", by=clerk, reason="")
    assert not GapReason.objects.exists()
    assert [gap.check for gap in workflow.missing(room.session)] == ["place"]


def test_some_gaps_can_not_stay(room, clerk):
    room["Kohl"].duty = ""
    room["Kohl"].save(update_fields=["duty"])
    with pytest.raises(ValidationError):
        workflow.reason_for(room.session, "chair", by=clerk, reason="Niemand wollte.")


def test_what_is_not_missing_needs_no_reason(room, clerk):
    with pytest.raises(ValidationError):
        workflow.reason_for(room.session, "place", by=clerk, reason="Digitale Sitzung")


def test_taken_back_the_signatures_are_void_and_the_seal_is_broken(room, clerk):
    workflow.submit(room.session, by=clerk)
    workflow.sign(room.session, "chair", by=clerk)
    workflow.take_back(room.session, by=clerk, reason="Zahlendreher in TOP 1")
    assert state(room) == State.DRAFT
    assert not Signature.objects.exists()
    assert not SealedRecord.objects.exists()
    assert [remark.text for remark in Remark.objects.all()] == ["Zahlendreher in TOP 1"]
    assert acts()[-1] == "taken_back"


def test_signed_by_all_it_is_never_taken_back(room, clerk):
    ready.signed(room, by=clerk)
    with pytest.raises(ValidationError, match="unterzeichnet"):
        workflow.take_back(room.session, by=clerk, reason="Zahlendreher")


def test_what_was_signed_stays_when_a_member_marries(room, clerk):
    ready.signed(room, by=clerk)
    before = SealedRecord.objects.get(audience="internal").record
    person = room["Kohl"].person
    person.last_name = "Neuname"
    person.save()
    assert SealedRecord.objects.get(audience="internal").record == before
    assert "Neuname" not in before


def test_the_profile_says_who_signs(room, place, clerk):
    RuleProfile.objects.update(signatories=["chair"])
    workflow.submit(room.session, by=clerk)
    workflow.sign(Session.objects.get(pk=room.session.pk), "chair", by=clerk)
    assert state(room) == State.SIGNED


def test_remarks_are_made_before_it_is_sealed(room, clerk):
    ready.signed(room, by=clerk)
    with pytest.raises(ValidationError):
        workflow.remark(room.session, by=clerk, text="Noch etwas")


def test_settling_twice_is_one_act(room, clerk):
    remark = workflow.remark(room.session, by=clerk, text="Bitte kürzen.")
    workflow.settle(remark, by=clerk)
    workflow.settle(remark, by=clerk)
    assert acts() == ["remarked", "settled"]


def test_the_chain_holds_hashes_of_texts_and_no_text(room, clerk):
    workflow.remark(room.session, by=clerk, text="Vertraulicher Hinweis")
    event = AuditEvent.objects.get()
    assert "Vertraulich" not in event.facts
    assert audit.facts_of(event)["text"] == audit.text_hash("Vertraulicher Hinweis")


def test_both_audiences_are_sealed_at_once(room, clerk):
    ready.signed(room, by=clerk)
    facts = audit.facts_of(AuditEvent.objects.get(act="sealed"))
    assert {name: facts[name] for name in Audience} == {row.audience: row.sha256 for row in SealedRecord.objects.all()}
    assert timezone.now() > Session.objects.get(pk=room.session.pk).sealed_at
