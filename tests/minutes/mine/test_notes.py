"""Private notes: written beside an item, kept whatever happens, found again, deleted and brought back."""

import datetime
import json
import uuid

import pytest
from django.core.management import call_command
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees import agenda
from committees.models import AgendaItem, Membership
from minutes import publishing
from minutes.mine import notes
from minutes.models import Note
from tests import cast
from tests.elements import elements
from tests.publications import freeze, publisher

TEXT = "Nachfragen: Wer zahlt?"


def url(room: cast.Room, place: int = 0) -> str:
    return reverse("minutes:my-note", args=[room.session.pk, room.items[place].pk])


def write(browser, room, text=TEXT, version=0, place=0):
    return browser.post(url(room, place), {"text": text, "version": version})


def autosave(browser, room, text=TEXT, version=0, place=0, **more):
    sent = {"text": text, "version": version, "id": "x", "kind": "note", "after": None, **more}
    return browser.post(url(room, place), json.dumps(sent), content_type="application/json")


def test_a_note_is_written_with_a_plain_form_and_stands_beside_its_item(councillor, kohl, ahead):
    response = write(councillor, ahead)
    assert response.url == f"/my/sessions/{ahead.session.pk}/#item-{ahead.items[0].pk}"
    note = Note.objects.get()
    assert (note.owner, note.session_key, note.item_key, note.text) == (
        kohl, ahead.session.pk, ahead.items[0].pk, TEXT,
    )  # fmt: skip
    page = councillor.get(f"/my/sessions/{ahead.session.pk}/")
    assert TEXT in page.content.decode()
    assert [form["action"] for form in elements(page).all("form") if "data-own-note" in form] == [
        url(ahead, number) for number in range(3)
    ]


def test_the_form_beside_an_item_carries_its_token(councillor, kohl, ahead):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(kohl)
    page = elements(browser.get(f"/my/sessions/{ahead.session.pk}/"))
    tokens = [attrs["value"] for attrs in page.all("input", name="csrfmiddlewaretoken")]
    assert len(tokens) == 4
    assert browser.post(url(ahead), {"text": TEXT, "csrfmiddlewaretoken": tokens[-1]}).status_code == 302


def test_it_is_saved_while_one_types(councillor, ahead):
    assert autosave(councillor, ahead, "Nach").json()["version"] == 1
    assert autosave(councillor, ahead, "Nachfragen", version=1).json()["version"] == 2
    assert Note.objects.get().text == "Nachfragen"


def test_sent_twice_it_is_kept_once(councillor, ahead):
    for _answer_was_lost in range(2):
        assert autosave(councillor, ahead).status_code == 200
    assert Note.objects.get().version == 1


def test_two_pages_that_write_the_same_note_contradict_each_other(councillor, ahead):
    autosave(councillor, ahead, "Von zu Hause")
    answer = autosave(councillor, ahead, "Aus dem Rathaus")
    assert answer.status_code == 409
    assert answer.json()["stored"]["text"] == "Von zu Hause"
    assert Note.objects.get().text == "Von zu Hause"
    version = answer.json()["stored"]["version"]
    assert autosave(councillor, ahead, "Aus dem Rathaus", version=version).status_code == 200


def test_the_plain_form_shows_both_texts_and_saves_over_when_sent_again(councillor, ahead):
    write(councillor, ahead, "Von zu Hause")
    response = write(councillor, ahead, "Aus dem Rathaus")
    assert response.status_code == 409
    for text in ("Von zu Hause", "Aus dem Rathaus"):
        assert text in response.content.decode()
    version = elements(response).one("input", name="version")["value"]
    assert write(councillor, ahead, "Aus dem Rathaus", version=version).status_code == 302
    assert Note.objects.get().text == "Aus dem Rathaus"


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 20_001])
def test_what_is_no_note_is_refused_with_a_sentence(councillor, ahead, text):
    assert write(councillor, ahead, text).status_code == 422
    answer = autosave(councillor, ahead, text)
    assert answer.status_code == 422
    assert answer.json()["errors"]["text"]
    assert not Note.objects.exists()


@pytest.mark.parametrize(
    "body", ["[]", "{", '{"text": 1, "version": 0}', '{"text": "a"}', '{"text": "a", "version": true}',
             '{"text": "a", "version": -1}', '{"text": "a", "version": 99999999999999999999}'],
)  # fmt: skip
def test_rubbish_is_a_bad_request(councillor, ahead, body):
    assert councillor.post(url(ahead), body, content_type="application/json").status_code == 400


def test_lines_end_as_everywhere_and_nothing_is_lost_between_them(councillor, ahead):
    write(councillor, ahead, "  Eins\r\n\r\nZwei ")
    assert Note.objects.get().text == "Eins\n\nZwei"
    assert autosave(councillor, ahead, "Eins\x00\rZwei", version=1).status_code == 200
    assert Note.objects.get().text == "Eins\nZwei"


def test_only_items_that_one_may_read_can_be_noted(councillor, stranger, room, ahead):
    assert write(stranger, ahead).status_code == 404
    assert autosave(stranger, ahead).status_code == 404
    # Nothing of this session is published.
    assert write(councillor, room).status_code == 404
    assert autosave(councillor, room).status_code == 404
    unknown = reverse("minutes:my-note", args=[ahead.session.pk, uuid.uuid4()])
    assert councillor.post(unknown, {"text": TEXT}).status_code == 404
    crossed = reverse("minutes:my-note", args=[ahead.session.pk, room.items[0].pk])
    assert councillor.post(crossed, {"text": TEXT}).status_code == 404
    assert not Note.objects.exists()


def test_it_stays_with_its_item_when_that_is_moved_and_renumbered(councillor, ahead):
    write(councillor, ahead)
    agenda.move_by(AgendaItem.objects.get(pk=ahead.items[0].pk), 2)
    publishing.publish_agenda(ahead.session, by=publisher())
    found = councillor.get("/my/notes/").content.decode()
    assert TEXT in found
    assert "3 Punkt 1" in found


def test_of_an_item_that_one_may_no_longer_read_the_words_stay_and_the_title_goes(councillor, kohl, ahead):
    write(councillor, ahead)
    Membership.objects.filter(person=kohl.person).update(end=timezone.localdate())
    for publication in ahead.session.publications.all():
        publishing.withdraw(publication, by=publication.published_by, reason="Aus Versehen")
    for path in ("notes/", "notes.txt", f"sessions/{ahead.session.pk}/"):
        found = councillor.get(f"/my/{path}").content.decode()
        assert TEXT in found, path
        assert "Punkt 1" not in found, path
    assert councillor.get(url(ahead)).status_code == 200
    assert write(councillor, ahead, "Weitergedacht", version=1).status_code == 302
    assert autosave(councillor, ahead, "Weiter", version=2).status_code == 200


def test_it_outlives_its_session(councillor, ahead):
    write(councillor, ahead)
    pk = Note.objects.get().pk
    Note.objects.update(session_key=uuid.uuid4(), item_key=uuid.uuid4())
    assert TEXT in councillor.get("/my/notes/").content.decode()
    assert TEXT in councillor.get("/my/notes.txt").content.decode()
    note = Note.objects.get(pk=pk)
    assert councillor.get(reverse("minutes:my-note", args=[note.session_key, note.item_key])).status_code == 200


def test_it_is_deleted_after_a_question_and_can_be_brought_back(councillor, ahead):
    write(councillor, ahead)
    pk = Note.objects.get().pk
    question = reverse("minutes:my-note-delete", args=[pk])
    assert TEXT in councillor.get(question).content.decode()
    assert Note.objects.get().deleted_at is None
    councillor.post(question)
    assert TEXT not in councillor.get(f"/my/sessions/{ahead.session.pk}/").content.decode()
    assert TEXT not in councillor.get("/my/notes.txt").content.decode()
    assert TEXT in councillor.get("/my/notes/").content.decode()
    councillor.post(reverse("minutes:my-note-restore", args=[pk]))
    assert TEXT in councillor.get(f"/my/sessions/{ahead.session.pk}/").content.decode()


def test_brought_back_beside_a_newer_one_both_are_kept(councillor, kohl, ahead):
    write(councillor, ahead, "Alt")
    old = Note.objects.get()
    notes.delete(old)
    write(councillor, ahead, "Neu")
    councillor.post(reverse("minutes:my-note-restore", args=[old.pk]))
    assert Note.objects.get().text == "Neu\n\nAlt"


def test_what_is_typed_on_after_a_deletion_elsewhere_is_kept(councillor, ahead):
    write(councillor, ahead)
    notes.delete(Note.objects.get())
    assert autosave(councillor, ahead, f"{TEXT} Und wann?", version=1).status_code == 200
    assert Note.objects.filter(deleted_at__isnull=True).get().text == f"{TEXT} Und wann?"


def test_after_seven_days_it_is_gone(councillor, ahead):
    write(councillor, ahead)
    Note.objects.update(deleted_at=timezone.now() - datetime.timedelta(days=7, minutes=1))
    pk = Note.objects.get().pk
    assert TEXT not in councillor.get("/my/notes/").content.decode()
    assert councillor.post(reverse("minutes:my-note-restore", args=[pk])).status_code == 404
    call_command("remind")
    assert not Note.objects.exists()


def test_notes_are_found_by_their_words_in_both_cases_of_every_letter(councillor, kohl, ahead):
    for place, text in enumerate(("Übergang klären", "Straße und ÜBERGANG", "Nichts davon")):
        write(councillor, ahead, text, place=place)
    found = councillor.get("/my/notes/", {"q": "übergang"}).content.decode()
    assert "Übergang klären" in found
    assert "Straße und ÜBERGANG" in found
    assert "Nichts davon" not in found
    assert "Straße" in councillor.get("/my/notes/", {"q": "STRASSE übergang"}).content.decode()
    assert "No note has these words" in councillor.get("/my/notes/", {"q": "xyzzy\x00"}).content.decode()


def test_they_are_taken_along_as_text_the_newest_session_first(councillor, room, ahead):
    freeze(room.session)
    write(councillor, room, "Zum vergangenen", place=1)
    write(councillor, ahead, "Zum dritten", place=2)
    write(councillor, ahead, "Zum ersten <b>&", place=0)
    response = councillor.get("/my/notes.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "attachment" in response["Content-Disposition"]
    text = response.content.decode()
    order = [text.index(words) for words in ("Zum ersten <b>&", "Zum dritten", "Zum vergangenen")]
    assert order == sorted(order)
    assert "1 Punkt 1" in text


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("notes/", 11), ("notes/?q=frage", 10), ("notes.txt", 9)])
def test_the_list_takes_the_same_number_of_queries(
    councillor, kohl, place, room, path, queries, count, django_assert_num_queries
):
    for number in range(count):
        day = timezone.localdate() + datetime.timedelta(days=number + 1)
        one = cast.session(place, number=number + 5, date=day, year=day.year)
        publishing.publish_agenda(one.session, by=publisher())
        for item in one.items[: count + 1]:
            Note.objects.create(owner=kohl, session_key=one.session.pk, item_key=item.pk, text=f"Frage {number}")
    with django_assert_num_queries(queries):
        assert "Frage 0" in councillor.get(f"/my/{path}").content.decode()


def test_two_of_one_person_on_an_item_are_refused_by_the_database(kohl, ahead):
    values = {"owner": kohl, "session_key": ahead.session.pk, "item_key": ahead.items[0].pk, "text": TEXT}
    Note.objects.create(**values)
    with pytest.raises(IntegrityError):
        Note.objects.create(**values)
