"""Somebody signs while somebody types: the desk keeps the words, and says why they are not stored."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from committees.models import Session
from minutes.models import Contribution


@pytest.fixture
def watch(watch):
    """The refusal stands in the console; here it is meant."""
    yield watch
    watch.problems.clear()


def test_what_is_typed_into_a_sealed_session_stays_on_the_page_with_the_reason(new_desk, room):
    item = room.items[0]
    Contribution.objects.create(item=item, position=1, kind="note", text="Der Anfang.")
    desk = new_desk().open()
    Session.objects.filter(pk=room.session.pk).update(sealed_at=timezone.now())
    room.session.refresh_from_db()
    desk.rows.first.fill("Der Anfang, und ein Satz, der nicht verloren gehen darf.")
    desk.until("error")
    expect(desk.page.get_by_text(room.session.lock_reason)).to_be_visible()
    assert desk.texts() == ["Der Anfang, und ein Satz, der nicht verloren gehen darf."]
    assert desk.stored() == ["Der Anfang."]
    desk.page.reload()
    desk.ready()
    assert desk.texts() == ["Der Anfang, und ein Satz, der nicht verloren gehen darf."]
