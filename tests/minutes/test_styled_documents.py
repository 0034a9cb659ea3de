"""Whoever has a document made, it comes in the house style of the body: drafts, publications, extracts, editions."""

import pytest
from django.test import Client
from django.urls import reverse

from committees.models import HouseStyle
from minutes import documents, printing
from minutes.record import Audience
from tests import cast, ready

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(monkeypatch) -> list[tuple[str, str]]:
    """The kind and the place of dating of each document that is made."""
    found = []

    def render(record, *, document, layout, **options) -> documents.Rendered:
        found.append((document, layout.place))
        return documents.Rendered(b"%PDF-1.7", "application/pdf", "x.pdf")

    monkeypatch.setattr(documents, "render", render)
    return found


@pytest.fixture
def room() -> cast.Room:
    place = cast.county()
    HouseStyle.objects.create(profile=place.body.profile, place="Musterstadt")
    return ready.room(place)


@pytest.fixture
def admin() -> Client:
    browser = Client()
    browser.force_login(cast.user("admin"))
    return browser


@pytest.mark.parametrize("document", ["minutes", "agenda", "invitation", "attendance-list", "collection", "decisions"])
def test_what_is_printed_of_a_session(room, asked, document):
    printing.make(room.session, document=document, audience=Audience.INTERNAL)
    assert asked == [(document, "Musterstadt")]


def test_the_draft_at_the_desk(room, asked, admin):
    assert admin.get(reverse("minutes:document", args=[room.session.pk])).status_code == 200
    assert admin.get(reverse("minutes:extract", args=[room.session.pk, room.items[0].pk])).status_code == 200
    assert asked == [("minutes", "Musterstadt"), ("extract", "Musterstadt")]


def test_what_is_published_an_extract_of_it_and_its_old_edition(room, asked, admin):
    by = cast.user("clerk", room.session.committee)
    (public, *_internal) = ready.published(room, by=by)
    assert set(asked) == {("minutes", "Musterstadt")}
    address = public.issue.get_absolute_url()
    asked.clear()
    assert admin.get(f"{address}items/1/extract.pdf").status_code == 200
    assert asked == [("extract", "Musterstadt")]
    ready.published(room, by=by)
    asked.clear()
    assert admin.get(f"{address}versions/1/minutes.pdf").status_code == 200
    assert asked == [("minutes", "Musterstadt")]
