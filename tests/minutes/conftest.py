"""Minutes that went all the way, for tests of what proves them."""

import datetime

import pytest
from django.utils import timezone

from committees.models import User
from minutes import correcting, documents, publishing
from minutes.record.serialise import sha256
from tests import cast, ready


@pytest.fixture
def quick_pdf(monkeypatch) -> None:
    """Files that are made at once, another one for each record."""

    def render(record, **options) -> documents.Rendered:
        return documents.Rendered(b"%PDF-1.7 " + sha256(record).encode(), "application/pdf", "minutes.pdf")

    monkeypatch.setattr(documents, "render", render)


@pytest.fixture
def clerk(db) -> User:
    return cast.user("clerk")


@pytest.fixture
def room(clerk, quick_pdf) -> cast.Room:
    """Signed, published for everybody and then for all, corrected, withdrawn, and once more dated ahead."""
    found = ready.signed(ready.room(cast.county()), by=clerk)
    publishing.publish_minutes(found.session, by=clerk, with_internal=False)
    correcting.correct(found.session, by=clerk, text="Statt 3 muss es 4 heißen.", item=found.items[0], is_public=True)
    public, _internal = publishing.publish_minutes(found.session, by=clerk, note="Berichtigung")
    publishing.withdraw(public, by=clerk, reason="Falsche Anlage")
    publishing.publish_minutes(found.session, by=clerk, visible_from=timezone.now() + datetime.timedelta(days=3))
    return found
