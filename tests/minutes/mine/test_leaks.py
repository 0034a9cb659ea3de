"""A private note is read by its owner and by nobody else: on no page, in no file, in no trail."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from committees.models import AuditEvent, Revision, User
from minutes.models import Note
from tests import cast
from tests.minutes.portal.conftest import browser_of
from tests.publications import freeze
from tests.sampling import sampled
from tests.test_leaks import words
from tests.test_security import _pages

SECRET = "Geheimgedanke"


@pytest.fixture
def written(councillor, room, ahead) -> Note:
    """A note on a coming and one on a past item, a deleted one too."""
    freeze(room.session)
    for one, place in ((room, 0), (ahead, 1), (ahead, 2)):
        url = reverse("minutes:my-note", args=[one.session.pk, one.items[place].pk])
        assert councillor.post(url, {"text": f"{SECRET} {place}", "version": 0}).status_code == 302
    councillor.post(reverse("minutes:my-note-delete", args=[Note.objects.get(text__endswith="2").pk]))
    return Note.objects.get(text__endswith="1")


def test_its_owner_reads_it(councillor, written):
    found = _pages(councillor, "/my/")
    assert [url for url, text in found.items() if SECRET in text] != []


@pytest.mark.parametrize("role", sampled(["anonymous", "reader", "councillor", "clerk", "admin"], every=5))
def test_nobody_else_finds_it_on_any_page(written, place, room, role):
    browser = Client()
    if role == "councillor":
        browser.force_login(cast.user(role, person=room["Merten"].person))
    elif role != "anonymous":
        browser.force_login(cast.user(role, place.committee))
    found = _pages(browser, "/")
    assert len(found) > 5
    assert [url for url, text in found.items() if SECRET in text] == []


def test_an_administrator_who_sits_somewhere_does_not_read_it_either(written, place, room, ahead):
    browser = browser_of(cast.user("admin", person=room["Merten"].person))
    for path in ("", "notes/", "notes.txt", f"sessions/{ahead.session.pk}/", f"sessions/{room.session.pk}/"):
        response = browser.get(f"/my/{path}")
        assert response.status_code == 200, path
        assert SECRET not in words(response), path


def test_nobody_else_opens_changes_deletes_or_restores_it(written, colleague, stranger, room, ahead):
    gone = Note.objects.get(deleted_at__isnull=False)
    for browser in (
        colleague,
        stranger,
        browser_of(cast.user("admin", person=cast.member(cast.county("x"), "A").person)),
    ):
        for name, row in (("my-note-delete", written), ("my-note-restore", gone)):
            assert browser.post(reverse(f"minutes:{name}", args=[row.pk])).status_code == 404
        url = reverse("minutes:my-note", args=[written.session_key, written.item_key])
        assert SECRET not in browser.get(url).content.decode()
        browser.post(url, {"text": "Anderes", "version": 1})
    written.refresh_from_db()
    assert written.text == f"{SECRET} 1"
    assert Note.objects.filter(deleted_at__isnull=False).get() == gone


def test_it_is_not_in_the_admin_site(written):
    assert Note not in admin.site._registry
    browser = browser_of(cast.user("admin"))
    assert browser.get("/admin/minutes/note/").status_code == 404


def test_the_page_that_asks_before_an_account_is_deleted_tells_nothing_of_it(written, kohl):
    browser = browser_of(cast.user("admin"))
    url = reverse("admin:committees_user_delete", args=[kohl.pk])
    assert SECRET not in browser.get(url).content.decode()
    browser.post(url, {"post": "yes"})
    assert not User.objects.filter(pk=kohl.pk).exists()
    assert not Note.objects.exists()
    assert SECRET not in str(list(AuditEvent.objects.values()))


def test_no_other_table_has_a_word_of_it(written):
    for model in apps.get_models():
        if model is not Note and model._meta.app_label in ("committees", "votes", "minutes"):
            assert SECRET not in str(list(model._base_manager.values())), model


def test_the_trail_says_nothing(written):
    assert SECRET not in str(list(AuditEvent.objects.values()))
    assert SECRET not in str(list(Revision.objects.values()))
    assert SECRET not in repr(written)
    assert SECRET not in str(written)


def test_no_foreign_key_leads_to_a_note_but_that_of_its_owner():
    related = [field.name for field in Note._meta.get_fields() if field.is_relation]
    assert related == ["owner"]
