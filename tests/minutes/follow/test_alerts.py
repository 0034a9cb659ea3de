"""Alerts: who is told of what, once; what a mail says, and what it does not."""

import datetime
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core import mail, signing
from django.core.management import call_command
from django.utils import timezone

from committees.models import Paper
from minutes import announcing, papers, projection, publishing
from minutes.following import alerts, claims, links, subscriptions
from minutes.following.rhythm import due
from minutes.models import Alert, Follower, Publication, Subscription
from tests import cast
from tests.clock import stand_at
from tests.minutes.follow.conftest import follower, moved, session_on
from tests.publications import freeze

pytestmark = pytest.mark.usefixtures("found_by_words")


def run() -> list:
    """The mails that the command sends now."""
    before = len(mail.outbox)
    call_command("send_alerts", stdout=StringIO())
    return mail.outbox[before:]


def subjects() -> list[str]:
    return [message.subject for message in run()]


@pytest.fixture
def agenda(coming, clerk):
    """`agenda()`: publishes the agenda; again, a new edition."""
    return lambda **options: publishing.publish_agenda(coming.session, by=clerk, **options)[0]


# Once


def test_a_follower_of_the_committee_is_told_once(place, coming, agenda):
    follower(place)
    agenda()
    [message] = run()
    assert message.to == ["leserin@example.org"]
    assert message.subject == f"Gremia: Tagesordnung der 1. Sitzung des Integrationsausschusses ({coming.session})"
    assert run() == []
    assert Alert.objects.get().state == "sent"


def test_what_was_there_before_is_no_news(place, agenda):
    agenda()
    follower(place, since=datetime.timedelta())
    assert run() == []


def test_who_has_not_confirmed_is_not_told(place, agenda):
    row = follower(place)
    Subscription.objects.update(confirmed_at=None)
    agenda()
    assert run() == []
    subscriptions.confirm(row, language="en")
    assert run() == []


def test_other_committees_tell_other_followers(place, agenda):
    follower(cast.county("other"))
    agenda()
    assert run() == []


def test_what_is_not_public_is_told_to_nobody(place, coming):
    follower(place)
    publications = freeze(coming.session)
    publishing.withdraw(publications["public"], by=publications["public"].published_by, reason="Irrtum")
    assert run() == []


def test_a_look_that_missed_months_misses_nothing(place, agenda, monkeypatch):
    follower(place)
    run()
    agenda()
    later = timezone.now() + datetime.timedelta(days=100)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert len(run()) == 1


def test_what_was_stored_late_is_not_missed(place, agenda):
    """A publication that took long to be stored became visible before the last look, which could not see it."""
    follower(place)
    publication = agenda()
    Subscription.objects.update(looked_until=timezone.now() + datetime.timedelta(hours=3))
    assert len(run()) == 1
    assert Alert.objects.get().publication == publication


def test_looking_twice_or_projecting_anew_makes_no_second_row(place, agenda):
    follower(place)
    agenda()
    assert (alerts.look(), alerts.look()) == (1, 0)
    Subscription.objects.update(looked_until=None)
    projection.rebuild()
    assert alerts.look() == 0
    assert Alert.objects.count() == 1


def test_old_rows_go_and_nothing_is_told_again(place, agenda, monkeypatch):
    follower(place)
    agenda()
    assert len(run()) == 1
    later = timezone.now() + datetime.timedelta(days=40)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert run() == []
    assert Alert.objects.count() == 0
    assert run() == []


# Dated ahead, changed, withdrawn


def test_dated_ahead_it_is_told_at_its_moment(place, agenda, coming, monkeypatch):
    follower(place)
    agenda(visible_from=timezone.now() + datetime.timedelta(hours=5))
    assert run() == []
    stand_at(monkeypatch, coming.session.date)
    assert len(run()) == 1


def test_who_confirms_before_its_moment_is_told(place, agenda, coming, monkeypatch):
    agenda(visible_from=timezone.now() + datetime.timedelta(hours=5))
    follower(place, since=datetime.timedelta())
    stand_at(monkeypatch, coming.session.date)
    assert len(run()) == 1


def test_a_new_edition_is_told_as_changed(place, agenda):
    follower(place)
    agenda()
    run()
    agenda()
    [subject] = subjects()
    assert subject.endswith("(geändert)")


def test_withdrawn_before_the_mail_goes_it_is_not_told(place, agenda, clerk):
    follower(place)
    publication = agenda()
    alerts.look()
    publishing.withdraw(publication, by=clerk, reason="Irrtum")
    assert run() == []
    assert Alert.objects.get().state == "dropped"


def test_replaced_before_the_mail_goes_only_the_new_edition_is_told(place, agenda):
    follower(place)
    agenda()
    alerts.look()
    agenda()
    [message] = run()
    assert message.body.count("Tagesordnung der 1. Sitzung") == 1
    assert "(geändert)" in message.body


# What it says


@pytest.fixture
def same_second(monkeypatch):
    """A signed word carries its second: the mail and the test sign in the same one."""
    monkeypatch.setattr(signing, "time", SimpleNamespace(time=lambda: 1_800_000_000))


def test_it_tells_title_date_committee_and_address(place, coming, agenda, site, same_second):
    row = follower(place)
    agenda()
    [message] = run()
    for text in (message.body, message.alternatives[0].content):
        assert f"{coming.session.date:%d.%m.%Y}, Integrationsausschuss, Kreis Musterland" in text
        assert f"{site}/minutes/lkm/IntA/1/{coming.session.year}/agenda/" in text
        assert links.to_list(row.follower) in text
        assert "Grundstück" not in text
    assert "Good day," in message.body
    assert message.alternatives[0].mimetype == "text/html"


def test_it_speaks_the_language_of_the_follower(place, agenda):
    follower(place, language="de")
    agenda()
    [message] = run()
    assert '<html lang="de">' in message.alternatives[0].content


def test_mail_programs_can_end_it(place, agenda, same_second):
    row = follower(place)
    agenda()
    [message] = run()
    headers = message.message()
    assert headers["List-Unsubscribe"] == f"<{links.to_end(row)}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["Message-ID"] == f"<{Alert.objects.get().letter}@gremia.example.org>"
    assert headers["Auto-Submitted"] == "auto-generated"


def test_of_a_search_it_tells_the_place(coming, agenda):
    follower(None, question="q=Punkt")
    follower(None, question="q=Grundstück", email="other@example.org")
    agenda()
    [message] = run()
    assert message.subject == "Gremia: 1 publication: Search “Punkt”"
    assert f"Fundstelle in {coming.session}" in message.body
    assert "… Punkt …" in message.body
    assert "mark" not in message.body + message.alternatives[0].content


def test_papers_are_found_by_searches(place, clerk):
    follower(None, question="q=Radwegeplan")
    paper = Paper.objects.create(body=place.body, reference="SV-11-0700", title="Radwegeplan", is_public=True)
    papers.publish(paper, by=clerk)
    assert len(run()) == 1


def test_text_that_is_markup_is_text(place, coming, clerk):
    follower(place)
    type(place.body).objects.update(name="Kreis <b onclick=x>")
    publishing.publish_agenda(coming.session, by=clerk)
    [message] = run()
    assert "<b onclick" not in message.alternatives[0].content
    assert "<b onclick" in message.body


# How often


def test_at_once_several_go_in_one_mail(place, coming, clerk):
    follower(place)
    announcing.publish_notice(coming.session, by=clerk)
    cast.member(place, "Kohl")
    announcing.publish_directory(place.committee, by=clerk)
    [message] = run()
    assert message.subject == "Gremia: 2 publications: Integrationsausschuss"


@pytest.mark.parametrize(
    ("rhythm", "now", "then"),
    [
        ("daily", "2026-11-25 06:59", "2026-11-25 07:00"),
        ("daily", "2026-11-25 07:00", "2026-11-26 07:00"),
        ("weekly", "2026-11-25 12:00", "2026-11-30 07:00"),
        ("weekly", "2026-11-30 06:00", "2026-11-30 07:00"),
        ("weekly", "2026-11-30 08:00", "2026-12-07 07:00"),
        ("at_once", "2026-11-25 12:00", "2026-11-25 12:00"),
        ("daily", "2026-03-28 12:00", "2026-03-29 07:00"),  # the night of summer time
    ],
)
def test_digests_go_in_the_morning(rhythm, now, then):
    now, then = (timezone.make_aware(datetime.datetime.fromisoformat(text)) for text in (now, then))
    assert due(rhythm, now) == then


def test_a_digest_tells_of_all_that_came_since(place, agenda, coming, clerk, monkeypatch):
    stand_at(monkeypatch, datetime.date(2026, 11, 25))
    moved(coming.session, date=datetime.date(2026, 12, 20))
    follower(place, rhythm="daily")
    agenda()
    assert run() == []
    other = session_on(place, datetime.date(2026, 12, 21), number=2)
    publishing.publish_agenda(other.session, by=clerk)
    assert run() == []
    stand_at(monkeypatch, datetime.date(2026, 11, 26))
    [message] = run()
    assert message.subject.startswith("Gremia: 2 publications")
    assert run() == []


def test_another_rhythm_holds_for_what_waits_too(place, agenda):
    row = follower(place, rhythm="weekly")
    agenda()
    assert run() == []
    subscriptions.change(row, "at_once")
    assert len(run()) == 1


def test_ended_nothing_more_is_sent(place, agenda):
    row = follower(place)
    agenda()
    alerts.look()
    subscriptions.end(row)
    assert run() == []
    assert (Alert.objects.count(), Follower.objects.count()) == (0, 0)


def test_ended_while_the_mail_is_written_it_does_not_go(place, agenda):
    row = follower(place)
    agenda()
    alerts.look()
    claim = claims.take(row.pk)
    subscriptions.end(row)
    assert not claim.hand_over()


# Cost


@pytest.mark.parametrize("count", [1, 6])
def test_a_look_takes_the_same_queries_for_any_number(place, agenda, django_assert_num_queries, count):
    for number in range(count):
        follower(place, email=f"a{number}@example.org")
    agenda()
    with django_assert_num_queries(8):
        assert alerts.look() == count
    assert Publication.objects.count() == 2
