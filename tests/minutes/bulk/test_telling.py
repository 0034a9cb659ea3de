"""The mail when an export is over."""

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from minutes.bulk import claims, running
from tests import cast
from tests.minutes.bulk.exports import ask, made
from tests.publications import freeze


@pytest.fixture
def room(place) -> cast.Room:
    found = cast.session(place, number=1)
    freeze(found.session)
    return found


def test_it_tells_numbers_and_the_address(place, clerk, room, settings):
    settings.SITE_URL = "https://gremia.example.org"
    cast.session(place, number=2)
    job = made(ask(clerk, place.committee))
    [message] = mail.outbox
    assert (message.to, message.subject) == ([clerk.email], "Gremia: Your export is finished")
    assert "it holds one document." in message.body
    assert "One document is not in it" in message.body
    assert f"https://gremia.example.org/exports/{job.pk}/" in message.body
    assert f"{timezone.localtime(job.kept_until):%d.%m.%Y}" in message.body


def test_it_tells_nothing_of_what_is_in_it(place, clerk, room):
    made(ask(clerk, place.committee))
    text = mail.outbox[0].body + mail.outbox[0].subject
    assert [word for word in ("IntA", "Integrationsausschuss", "Niederschrift", "Punkt") if word in text] == []


def test_one_that_failed_is_told_of_too(place, clerk):
    cast.session(place, number=1)
    job = made(ask(clerk, place.committee))
    [message] = mail.outbox
    assert message.subject == "Gremia: Your export has failed"
    assert str(job.pk) in message.body


def test_of_one_that_was_cancelled_no_mail_is_sent(place, clerk, room):
    job = ask(clerk, place.committee)
    claims.cancel(job)
    running.run(job.pk)
    assert mail.outbox == []


def test_a_mail_that_can_not_be_sent_does_not_matter_to_the_export(place, clerk, room, monkeypatch, caplog):
    def refuse(self, messages):
        raise OSError("Kein Anschluss")

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    assert made(ask(clerk, place.committee)).state == "done"
    assert "could not be sent" in caplog.text


def test_whoever_was_shut_out_gets_no_mail(place, clerk, room):
    job = ask(clerk, place.committee)
    type(clerk).objects.filter(pk=clerk.pk).update(is_active=False)
    assert made(job).state == "failed"
    assert mail.outbox == []
