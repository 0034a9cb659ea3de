"""When minutes are due, and the mail that reminds clerks of it."""

import datetime
from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone, translation

from committees.models import RuleProfile, Session
from minutes import deadlines
from minutes.models import Minutes, Objection, Reminder
from tests import cast
from tests.clock import stand_at
from tests.minutes.desk.pages import url
from tests.publications import freeze, seal

pytestmark = pytest.mark.django_db

DUE = cast.DAY + datetime.timedelta(days=21)


@pytest.fixture(autouse=True)
def at(monkeypatch):
    """Sets how many days it is to the day on which the minutes are due; tests begin three days before."""

    def move(days: int) -> None:
        stand_at(monkeypatch, DUE + datetime.timedelta(days=days))

    move(-3)
    return move


@pytest.fixture
def place():
    return cast.county()


@pytest.fixture
def room(place):
    return cast.session(place, items=2, members=("Kohl",))


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


def objection(room, by, text="Frau Muster hat dagegen gestimmt.") -> Objection:
    return Objection.objects.create(
        session=room.session,
        raised_by=room["Kohl"].person,
        raised_on=cast.DAY,
        text=text,
        entered_at=timezone.now(),
        entered_by=by,
    )


def run() -> list[str]:
    """The texts of the mails that the command sends now."""
    before = len(mail.outbox)
    call_command("remind", stdout=StringIO())
    return [message.body for message in mail.outbox[before:]]


def stored(room) -> Session:
    return Session.objects.select_related("committee__body__profile", "minutes").get(pk=room.session.pk)


# When they are due


@pytest.mark.parametrize(("days", "is_over"), [(-3, False), (0, False), (1, True)])
def test_they_are_due_so_many_days_after_the_session(room, at, days, is_over):
    at(days)
    assert deadlines.due(stored(room)) == deadlines.Due(DUE, is_over)


def test_the_profile_says_how_many(room):
    RuleProfile.objects.update(minutes_days=5)
    assert deadlines.due(stored(room)).day == cast.DAY + datetime.timedelta(days=5)


def test_it_says_so(room):
    with translation.override("en"):
        assert str(deadlines.Due(DUE, is_over=False)) == "due on 01.04.2026"
        assert str(deadlines.Due(DUE, is_over=True)) == "overdue since 01.04.2026"


def test_before_the_session_and_after_signing_nothing_is_due(place, room):
    coming = cast.session(place, number=2, date=DUE)
    assert deadlines.due(stored(coming)) is None
    seal(room.session)
    assert deadlines.due(stored(room)) is None


def test_it_takes_no_query(room, django_assert_num_queries):
    session = stored(room)
    with django_assert_num_queries(0):
        deadlines.due(session)


@pytest.mark.parametrize("days", [-3, 1])
def test_the_start_page_and_the_page_of_the_session_show_it(client, room, clerk, at, days):
    at(days)
    client.force_login(clerk)
    for address in ("/", url("session-detail", room.session.pk)):
        page = client.get(address).content.decode()
        assert str(deadlines.Due(DUE, is_over=days > 0)) in page


def test_signed_minutes_show_none(client, room, clerk):
    seal(room.session)
    client.force_login(clerk)
    assert "01.04.2026" not in client.get("/").content.decode()
    assert client.get(url("session-detail", room.session.pk)).context["due"] is None


# The mail


def test_the_clerk_is_reminded_of_what_is_due_soon(room, clerk, settings):
    settings.SITE_URL = "https://gremia.example.org"
    (text,) = run()
    assert "Integrationsausschuss, 11.03.2026: fällig am 01.04.2026" in text
    assert f"https://gremia.example.org/sessions/{room.session.pk}/" in text
    assert mail.outbox[0].to == [clerk.email]
    assert mail.outbox[0].subject == "Gremia: Niederschriften und Einwendungen am 29.03.2026"


@pytest.mark.parametrize(("days", "mails"), [(-8, 0), (-7, 1), (0, 1), (50, 1)])
def test_from_seven_days_before(room, clerk, at, days, mails):
    at(days)
    assert len(run()) == mails


def test_what_is_overdue_is_named_so(room, clerk, at):
    at(2)
    assert "überfällig seit 01.04.2026" in run()[0]


def test_in_review_it_is_still_due(room, clerk):
    Minutes.objects.create(session=room.session, submitted_at=timezone.now())
    assert len(run()) == 1


def test_signed_or_published_it_is_not(place, room, clerk):
    seal(room.session)
    freeze(cast.session(place, number=2).session)
    assert run() == []


def test_objections_that_wait_are_counted_and_not_told(room, clerk):
    seal(room.session)
    objection(room, clerk)
    objection(room, clerk, "Auch falsch.")
    decided = objection(room, clerk, "Zurückgezogen.")
    Objection.objects.filter(pk=decided.pk).update(outcome="withdrawn")
    (text,) = run()
    assert "Niederschrift Integrationsausschuss, 11.03.2026: 2 Einwendungen" in text
    assert "Muster" not in text
    assert "nicht unterzeichnet" not in text


def test_run_twice_a_day_it_sends_one(room, clerk, at):
    assert len(run()) == 1
    assert run() == []
    at(-2)
    assert len(run()) == 1
    assert Reminder.objects.count() == 2


def test_nobody_else_is_reminded(place, room):
    cast.user("admin")
    cast.user("reader", place.committee)
    cast.user("councillor", person=room["Kohl"].person)
    cast.user("clerk", cast.county("other").committee)
    left = cast.user("clerk", place.committee, person=cast.member(place, "Weg").person)
    left.is_active = False
    left.save()
    assert run() == []
    assert not Reminder.objects.exists()


def test_a_mail_that_fails_is_sent_the_next_time(place, room, clerk, monkeypatch):
    other = cast.user("clerk", place.committee, person=cast.member(place, "Zweite").person)
    send = EmailBackend.send_messages

    def refuse_first(self, messages):
        if messages[0].to == [clerk.email]:
            raise OSError("Kein Anschluss")
        return send(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse_first)
    with pytest.raises(CommandError, match=clerk.email):
        run()
    assert [message.to for message in mail.outbox] == [[other.email]]
    assert [row.user for row in Reminder.objects.all()] == [other]
    monkeypatch.setattr(EmailBackend, "send_messages", send)
    run()
    assert [message.to for message in mail.outbox] == [[other.email], [clerk.email]]


@pytest.mark.parametrize("count", [1, 4])
def test_it_takes_the_same_queries_for_any_number(place, room, clerk, django_assert_num_queries, count):
    for number in range(count):
        row = cast.session(place, number=10 + number, members=(f"Kohl {number}",))
        row.people["Kohl"] = row[f"Kohl {number}"]
        objection(row, clerk)
    with django_assert_num_queries(8):
        assert deadlines.remind(clerk)
