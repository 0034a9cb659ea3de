"""The outbox: what happens when the mail server can't be reached, refuses or breaks off, and to two workers at once."""

import datetime
import smtplib
import socket
import threading
from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from minutes import publishing
from minutes.following import alerts, claims, letters, sending, tasks
from minutes.models import Alert
from tests import cast
from tests.minutes.follow.conftest import follower, session_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(place, coming, clerk) -> Alert:
    """One alert in the outbox."""
    follower(place)
    publishing.publish_agenda(coming.session, by=clerk)
    alerts.look()
    return Alert.objects.get()


@pytest.fixture
def answer(monkeypatch):
    """`answer(error)`: the mail server answers each mail so; `answer(None)`: it takes them again."""
    takes = EmailBackend.send_messages

    def set_up(error: Exception | None) -> None:
        def send(self, messages):
            if error is not None:
                raise error
            return takes(self, messages)

        monkeypatch.setattr(EmailBackend, "send_messages", send)

    return set_up


def after(monkeypatch, **time) -> None:
    later = timezone.now() + datetime.timedelta(**time)
    monkeypatch.setattr(timezone, "now", lambda: later)


def state(alert: Alert) -> str:
    alert.refresh_from_db()
    return alert.state


# The server can't be reached


def test_an_unreachable_server_loses_nothing(waiting, settings, monkeypatch):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = nobody.getsockname()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    for attempt in (1, 2, 3):
        with pytest.raises(CommandError):
            call_command("send_alerts", stdout=StringIO())
        waiting.refresh_from_db()
        assert (waiting.state, waiting.attempts) == ("waiting", attempt)
        assert waiting.due_at - timezone.now() > datetime.timedelta(minutes=2 ** (attempt - 1), seconds=-5)
        after(monkeypatch, hours=3)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert sending.send().sent == 1
    assert (len(mail.outbox), state(waiting)) == (1, "sent")


def test_it_waits_longer_each_time_and_two_hours_at_most():
    minutes = [claims.pause(attempts).total_seconds() / 60 for attempts in (1, 2, 3, 8, 200)]
    assert minutes == [1, 2, 4, 120, 120]


def test_where_nothing_is_due_nobody_connects(place, monkeypatch):
    monkeypatch.setattr(EmailBackend, "open", lambda self: pytest.fail("connected"))
    follower(place)
    assert sending.send() == sending.Outcome()


# It refuses, or breaks off


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"leserin@example.org": (450, b"later")}),
        smtplib.SMTPDataError(451, b"later"),
        smtplib.SMTPSenderRefused(421, b"later", "gremia@localhost"),
        smtplib.SMTPServerDisconnected("gone"),
        TimeoutError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_it_did_not_take_is_the_same_mail_next_time(waiting, answer, monkeypatch, error):
    answer(error)
    for _attempt in range(8):
        assert sending.send().failed == 1
        assert state(waiting) == "waiting"
        assert sending.send() == sending.Outcome()
        after(monkeypatch, hours=3)
    letter = waiting.letter
    answer(None)
    sending.send()
    assert mail.outbox[0].extra_headers["Message-ID"] == f"<{letter}@gremia.example.org>"
    assert state(waiting) == "sent"


def test_after_some_final_refusals_it_is_not_tried_again(waiting, answer, monkeypatch, caplog):
    answer(smtplib.SMTPRecipientsRefused({"leserin@example.org": (550, b"leserin@example.org unknown")}))
    for _attempt in range(sending.MOST_REFUSALS):
        assert state(waiting) == "waiting"
        sending.send()
        after(monkeypatch, hours=3)
    assert state(waiting) == "refused"
    assert "leserin" not in caplog.text


def test_one_refused_address_holds_up_nobody_else(place, waiting, monkeypatch):
    follower(place, email="other@example.org")
    alerts.look()
    takes = EmailBackend.send_messages

    def send(self, messages):
        if messages[0].to == ["leserin@example.org"]:
            raise smtplib.SMTPRecipientsRefused({"leserin@example.org": (550, b"unknown")})
        return takes(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", send)
    outcome = sending.send()
    assert (outcome.sent, outcome.failed) == (1, 1)
    assert [message.to for message in mail.outbox] == [["other@example.org"]]


def test_what_nobody_knows_to_be_sent_is_not_sent_again(waiting, answer, monkeypatch, caplog):
    answer(RuntimeError("Was nun?"))
    assert sending.send().failed == 1
    assert state(waiting) == "handing_over"
    answer(None)
    after(monkeypatch, hours=3)
    assert sending.send() == sending.Outcome()
    assert "not sent again" in caplog.text


def test_a_mail_that_can_not_be_written_waits(waiting, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(letters, "title", lambda issue: 1 / 0)
        assert sending.send().failed == 1
    assert state(waiting) == "waiting"
    after(monkeypatch, hours=3)
    assert sending.send().sent == 1


def test_a_goodbye_that_fails_is_no_matter(waiting, monkeypatch):
    def close(self):
        raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr(EmailBackend, "close", close)
    assert sending.send().sent == 1


# A worker is lost


def test_lost_before_handing_over_the_mail_goes_later(waiting, monkeypatch):
    claim = claims.take(waiting.subscription_id)
    assert sending.send() == sending.Outcome()
    after(monkeypatch, minutes=11)
    assert sending.send().sent == 1
    assert not claim.hand_over()
    assert len(mail.outbox) == 1


def test_lost_while_handing_over_it_is_not_sent_again(waiting, monkeypatch):
    assert claims.take(waiting.subscription_id).hand_over()
    after(monkeypatch, days=2)
    assert (alerts.look(), sending.send()) == (0, sending.Outcome())
    assert state(waiting) == "handing_over"


def test_what_comes_meanwhile_is_another_mail(place, waiting, coming, clerk, monkeypatch):
    claims.take(waiting.subscription_id)
    publishing.publish_agenda(session_on(place, coming.session.date, number=2).session, by=clerk)
    alerts.look()
    assert sending.send().sent == 1
    after(monkeypatch, minutes=11)
    assert sending.send().sent == 1
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] != second.extra_headers["Message-ID"]


# Two at once


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_the_same_moment_send_each_mail_once():
    place = cast.county()
    clerk = cast.user("clerk", place.committee)
    room = session_on(place, timezone.localdate() + datetime.timedelta(days=1), number=1)
    for number in range(12):
        follower(place, email=f"a{number}@example.org")
    publishing.publish_agenda(room.session, by=clerk)
    problems = []
    start = threading.Barrier(3)

    def work() -> None:
        try:
            start.wait()
            alerts.look()
            sending.send()
        except Exception as problem:
            problems.append(problem)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _worker in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert problems == []
    assert sorted(message.to[0] for message in mail.outbox) == sorted(f"a{number}@example.org" for number in range(12))
    assert set(Alert.objects.values_list("state", flat=True)) == {"sent"}


# By a worker beside the site


@pytest.mark.django_db(transaction=True)
def test_publishing_hands_it_to_the_worker(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    place = cast.county()
    clerk = cast.user("clerk", place.committee)
    room = session_on(place, timezone.localdate() + datetime.timedelta(days=1), number=1)
    publishing.publish_agenda(room.session, by=clerk)
    assert [row.task_path for row in DBTaskResult.objects.all()] == ["minutes.following.tasks.tell_followers"]
    later = timezone.now() + datetime.timedelta(hours=3)
    publishing.publish_agenda(room.session, by=clerk, visible_from=later)
    assert DBTaskResult.objects.filter(run_after=later).count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_one_the_request_that_publishes_sends_nothing(settings):
    place = cast.county()
    follower(place)
    room = session_on(place, timezone.localdate() + datetime.timedelta(days=1), number=1)
    publishing.publish_agenda(room.session, by=cast.user("clerk", place.committee))
    assert (mail.outbox, Alert.objects.count()) == ([], 0)
    tasks.tell_followers.call()
    assert len(mail.outbox) == 1
