"""The chain of what was done."""

import threading

import pytest
from django.db import connection, transaction
from django.urls import reverse

from committees import audit, invitations, second_factor
from committees.models import AuditEvent, User
from tests import cast


@pytest.fixture
def clerk(db):
    return cast.user("clerk")


def test_each_event_holds_the_hash_of_the_one_before(clerk):
    events = [audit.note("submitted", clerk, by=clerk, count=number) for number in range(3)]
    assert [event.number for event in events] == [1, 2, 3]
    assert [event.previous for event in events] == ["", events[0].sha256, events[1].sha256]
    assert audit.head() == events[2].sha256
    assert list(audit.problems()) == []


def test_read_again_it_has_the_same_hash(clerk):
    event = audit.note("submitted", clerk, by=None, text="ä „Ü“", number=None, flag=True)
    stored = AuditEvent.objects.get(pk=event.pk)
    assert audit.digest(stored) == event.sha256 == stored.sha256
    assert audit.facts_of(stored) == {"text": "ä „Ü“", "number": None, "flag": True}


def test_without_events_it_has_no_end(db):
    assert audit.head() == ""
    assert list(audit.problems()) == []


def test_an_act_that_fails_leaves_no_event(clerk):
    with pytest.raises(RuntimeError), transaction.atomic():
        _note_and_fail(clerk)
    audit.note("submitted", clerk, by=clerk)
    assert list(AuditEvent.objects.values_list("number", flat=True)) == [1]
    assert list(audit.problems()) == []


def _note_and_fail(clerk):
    audit.note("submitted", clerk, by=clerk)
    raise RuntimeError


def test_it_is_proved_in_a_fixed_number_of_queries(clerk, django_assert_num_queries):
    for number in range(30):
        audit.note("submitted", clerk, by=clerk, count=number)
    with django_assert_num_queries(2):
        assert list(audit.problems()) == []


@pytest.mark.django_db(transaction=True)
def test_many_who_write_at_once_make_one_chain():
    clerk = cast.user("clerk")

    def write() -> None:
        try:
            for number in range(5):
                audit.note("submitted", clerk, by=clerk, count=number)
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert list(AuditEvent.objects.order_by("number").values_list("number", flat=True)) == list(range(1, 21))
    assert list(audit.problems()) == []


def test_what_administrators_do_with_accounts_is_noted(client, db):
    place = cast.county()
    administrator = cast.user("admin")
    client.force_login(administrator)
    clerk = cast.user("clerk", place.committee)
    form = {"email": clerk.email, "role": "reader", "is_active": "on", "committees": [place.committee.pk]}
    assert client.post(reverse("admin:committees_user_change", args=[clerk.pk]), form).status_code == 302
    second_factor.reset(clerk, by=administrator)
    invitations.invite(User.objects.create(email="neu@example.org", role="clerk", password="!"), by=administrator)
    assert [event.act for event in AuditEvent.objects.all()] == ["changed", "second_factor_reset", "invited"]
    assert {event.actor for event in AuditEvent.objects.all()} == {administrator}
    facts = audit.facts_of(AuditEvent.objects.first())
    assert (facts["before"], facts["after"]) == ({"role": "clerk"}, {"role": "reader"})
    assert list(audit.problems()) == []
