"""Who follows, and a session to be announced: tomorrow, with two public items and one that is not."""

import datetime
from types import SimpleNamespace

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from django.utils.html import format_html

from committees.models import Session, User
from minutes import search
from minutes.models import Follower, Issue, Subscription
from tests import cast

START = datetime.time(16, 30)


@pytest.fixture(autouse=True)
def nothing_counted(db):
    """Tests with transactions of their own leave in the table what they counted."""
    caches["default"].clear()


@pytest.fixture(autouse=True)
def site(settings) -> str:
    settings.SITE_URL = "https://gremia.example.org"
    return settings.SITE_URL


@pytest.fixture
def place(db) -> cast.County:
    return cast.county()


@pytest.fixture
def clerk(place) -> User:
    return cast.user("clerk", place.committee)


@pytest.fixture
def coming(place) -> cast.Room:
    return session_on(place, timezone.localdate() + datetime.timedelta(days=1), number=1)


@pytest.fixture
def english(client) -> Client:
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def found_by_words(monkeypatch):
    """A search that finds what has its words in the public record; the real one has tests of its own."""

    def newest(question: search.Question, after: datetime.datetime, limit: int, *, among=None) -> list:
        rows = Issue.objects.current().filter(audience="public", visible_from__gt=after).select_related("committee")
        rows = rows.filter(publication__record__contains=question.text) if question.text else rows.none()
        rows = rows if among is None else rows.filter(pk__in=among)
        return [hit(row, question.text) for row in rows.order_by("-visible_from")[:limit]]

    monkeypatch.setattr(search, "newest", newest)


def hit(issue: Issue, text: str):
    return SimpleNamespace(
        key=f"{issue.kind}-{issue.pk}",
        title=f"Fundstelle in {issue.reference}",
        url=issue.get_absolute_url(),
        committee=issue.committee.name if issue.committee else "",
        date=issue.date,
        snippet=format_html("… <mark>{}</mark> …", text),
        publication_id=issue.pk,
        visible_from=issue.visible_from,
    )


def session_on(place: cast.County, day: datetime.date, *, number: int, items: int = 3, **fields) -> cast.Room:
    values = {"date": day, "year": day.year, "number": number, "scheduled_start": START, "room": "Saal 1"}
    room = cast.session(place, items=items, **{**values, **fields})
    if items > 2:
        room.items[2].title, room.items[2].is_public = "Grundstück am Bach", False
        room.items[2].save()
    return room


def follower(
    place: cast.County | None,
    *,
    email: str = "leserin@example.org",
    rhythm: str = "at_once",
    question: str = "",
    language: str = "en",
    since: datetime.timedelta = datetime.timedelta(hours=1),
) -> Subscription:
    """Somebody who confirmed an hour ago."""
    who, _is_new = Follower.objects.get_or_create(email=email, defaults={"language": language})
    return Subscription.objects.create(
        follower=who,
        committee=place.committee if place else None,
        question=question,
        rhythm=rhythm,
        confirmed_at=timezone.now() - since,
    )


def moved(session: Session, **fields) -> None:
    Session.objects.filter(pk=session.pk).update(**fields)
    session.refresh_from_db()
