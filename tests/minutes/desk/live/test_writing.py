"""Saving while a clerk types: once however often it is sent, never over somebody else's words, and quickly."""

import uuid

import pytest
from django.urls import reverse

from committees.models import Recusal, Revision
from minutes.models import Contribution, Speaker
from minutes.record import Audience, read
from tests import cast

from .typed import post, save, texts, written

pytestmark = pytest.mark.django_db


# New rows


def test_a_new_row_stands_at_the_end(clerk, item):
    written(item, "Erster.")
    answer = save(clerk, item, text="Zweiter.").json()
    assert answer["version"] == 1
    assert texts(item) == ["Erster.", "Zweiter."]


def test_it_stands_behind_the_row_that_it_names_or_first(clerk, item):
    first = written(item, "Erster.")
    written(item, "Dritter.")
    save(clerk, item, text="Zweiter.", after=str(first.pk))
    save(clerk, item, text="Nullter.", after="")
    save(clerk, item, text="Letzter.", after=str(uuid.uuid4()))
    assert texts(item) == ["Nullter.", "Erster.", "Zweiter.", "Dritter.", "Letzter."]


def test_it_knows_who_saved_it(clerk, item):
    save(clerk, item)
    row = Contribution.objects.get()
    assert row.saved_by.role == "clerk"
    assert row.saved_at is not None


def test_delivered_twice_it_is_one_row(clerk, item):
    key = str(uuid.uuid4())
    answers = [save(clerk, item, id=key).json()["version"] for _time in range(2)]
    assert answers == [1, 1]
    assert Contribution.objects.count() == 1


# Changes


def test_a_change_names_the_version_it_read_and_gets_the_next(clerk, item):
    row = written(item)
    assert save(clerk, item, id=str(row.pk), version=1, text="Text. Mehr.").json()["version"] == 2
    assert texts(item) == ["Text. Mehr."]


@pytest.mark.parametrize("text", ["Text. Mehr.", "⟨Ktabg. Kohl⟩ sagt mehr."])
def test_a_change_delivered_twice_is_one_change(clerk, item, text):
    row = written(item)
    answers = [save(clerk, item, id=str(row.pk), version=1, text=text).json()["version"] for _time in range(2)]
    assert answers == [2, 2]


def test_a_change_of_an_older_version_gets_the_text_that_is_stored(clerk, item):
    row = written(item, "Der andere Text.", version=3)
    answer = save(clerk, item, id=str(row.pk), version=2, text="Mein Text.")
    assert answer.status_code == 409
    assert answer.json()["stored"]["text"] == "Der andere Text."
    assert answer.json()["stored"]["version"] == 3
    assert texts(item) == ["Der andere Text."]


def test_a_quick_save_that_comes_in_between_is_a_conflict(clerk, item, monkeypatch):
    row = written(item)
    usual = Contribution.save_version

    def overtaken(self, **options):
        Contribution.objects.filter(pk=self.pk).update(text="Der andere Text.", version=2)
        return usual(self, **options)

    monkeypatch.setattr(Contribution, "save_version", overtaken)
    answer = save(clerk, item, id=str(row.pk), version=1, text="Mein Text.", checkpoint=True)
    assert answer.status_code == 409
    assert answer.json()["stored"]["text"] == "Der andere Text."


def test_line_ends_are_those_of_the_record_and_the_rest_is_kept_letter_for_letter(clerk, item):
    save(clerk, item, text="Eins\r\n\r\n„zwei“ \u00a0<drei> & **vier**  ")
    assert texts(item) == ["Eins\n\n„zwei“ \u00a0<drei> & **vier**  "]


def test_a_change_of_the_kind_is_kept(clerk, item):
    row = written(item)
    save(clerk, item, id=str(row.pk), version=1, kind="note")
    row.refresh_from_db()
    assert (row.kind, row.version) == ("note", 2)


# Speakers


def test_a_mark_makes_a_speaker(clerk, item, room):
    save(clerk, item, text="⟨Ktabg. Kohl⟩ fragt. ⟨Ktabg. Merten⟩ antwortet.")
    rows = Speaker.objects.order_by("position").values_list("position", "attendance", "role")
    assert list(rows) == [(1, room["Kohl"].pk, "Ktabg."), (2, room["Merten"].pk, "Ktabg.")]


def test_words_are_kept_when_a_mark_names_nobody(clerk, item, room):
    answer = save(clerk, item, text="⟨Ktabg. Unbekannt⟩ fragt. ⟨Ktabg. Merten⟩ antwortet.").json()
    assert "Unbekannt" in answer["warnings"][0]
    assert list(Speaker.objects.values_list("position", "attendance")) == [(2, room["Merten"].pk)]


def test_the_record_does_not_give_the_words_of_one_to_another(clerk, item, room):
    save(clerk, item, text="⟨Ktabg. Unbekannt⟩ fragt. ⟨Ktabg. Merten⟩ antwortet.")
    [part] = read(room.session, audience=Audience.INTERNAL).parts
    [contribution] = part.items[0].contributions
    assert contribution.speaker == "Ktabg. Unbekannt"
    assert contribution.person_id == ""


def test_who_is_biased_is_no_speaker_but_may_declare_it(clerk, item, room):
    Recusal.objects.create(item=item, attendance=room["Kohl"], ground="als Nachbar")
    refused = save(clerk, item, text="⟨Ktabg. Kohl⟩ spricht.").json()
    assert "als Nachbar" in refused["warnings"][0]
    assert not Speaker.objects.exists()
    assert save(clerk, item, kind="procedure", text="⟨Ktabg. Kohl⟩ erklärt sich befangen.").json()["warnings"] == []
    assert Speaker.objects.count() == 1


def test_a_mark_that_changes_changes_the_speaker(clerk, item, room):
    key = str(uuid.uuid4())
    save(clerk, item, id=key, text="⟨Ktabg. Kohl⟩ spricht.")
    save(clerk, item, id=key, version=1, text="⟨Ktabg. Merten⟩ spricht.")
    assert [speaker.attendance for speaker in Speaker.objects.all()] == [room["Merten"]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("⟨Ktabg. Kohl⟩ spricht.", "⟨Ktabg. Merten⟩ spricht."),
        ("⟨Ktabg. Kohl⟩ und ⟨Ktabg. Merten⟩.", "⟨Ktabg. Merten⟩ und ⟨Ktabg. Kohl⟩."),
        ("⟨Ktabg. Kohl⟩ spricht.", "⟨Ktabg. Kohl⟩ und ⟨Ktabg. Kohl⟩ sprechen."),
        ("⟨Ktabg. Kohl⟩ spricht.", "Niemand spricht."),
        ("⟨KtabgX Kohl⟩ spricht.", "⟨Ktabg. Kohl⟩ spricht."),
        ("Niemand spricht.", "⟨Ktabg. Kohl⟩ spricht."),
    ],
)
def test_no_change_of_marks_is_overlooked_by_the_quick_way(clerk, item, before, after):
    key = str(uuid.uuid4())
    save(clerk, item, id=key, text=before)
    save(clerk, item, id=key, version=1, text=after)
    wanted = [mark for mark in ("Kohl", "Merten") if mark in after]
    found = Speaker.objects.order_by("position").values_list("attendance__person__last_name", flat=True)
    assert sorted(set(found)) == wanted
    assert len(found) == after.count("⟨")


# Deleting, bringing back, moving


def test_deleting_keeps_a_revision(clerk, item):
    row = written(item, "Weg damit.")
    answer = post(clerk, "contribution-remove", row.pk, version=1)
    revision = Revision.objects.get(pk=answer.json()["revision"])
    assert (revision.reason, revision.content["text"]) == ("deleted", "Weg damit.")
    assert texts(item) == []


def test_deleting_twice_is_deleting_once(clerk, item):
    row = written(item)
    answers = [post(clerk, "contribution-remove", row.pk, version=1).json() for _time in range(2)]
    assert answers[0] == answers[1]
    assert Revision.objects.count() == 1


def test_what_somebody_changed_meanwhile_is_not_deleted(clerk, item):
    row = written(item, "Neuer Text.", version=2)
    answer = post(clerk, "contribution-remove", row.pk, version=1)
    assert answer.status_code == 409
    assert texts(item) == ["Neuer Text."]


def test_what_somebody_deleted_meanwhile_is_not_brought_back_unasked(clerk, item):
    row = written(item)
    post(clerk, "contribution-remove", row.pk, version=1)
    answer = save(clerk, item, id=str(row.pk), version=1, text="Text. Mehr.")
    assert answer.status_code == 409
    assert answer.json()["stored"] is None
    assert answer.json()["deleted"]["by"]
    assert save(clerk, item, id=str(row.pk), version=1, text="Text. Mehr.", restore=True).status_code == 200
    assert texts(item) == ["Text. Mehr."]


def test_a_late_copy_of_the_first_save_does_not_bring_a_deleted_row_back(clerk, item):
    key = str(uuid.uuid4())
    save(clerk, item, id=key)
    post(clerk, "contribution-remove", key, version=1)
    assert save(clerk, item, id=key).status_code == 409
    assert texts(item) == []


def test_a_row_moves_behind_another_or_to_the_beginning(clerk, item):
    rows = [written(item, text) for text in "ABC"]
    post(clerk, "contribution-place", rows[0].pk, after=str(rows[2].pk))
    assert texts(item) == ["B", "C", "A"]
    post(clerk, "contribution-place", rows[2].pk, after="")
    assert texts(item) == ["C", "B", "A"]
    post(clerk, "contribution-place", rows[2].pk, after=str(uuid.uuid4()))
    assert texts(item) == ["C", "B", "A"]


def test_what_is_brought_back_stands_where_it_stood(clerk, item):
    rows = [written(item, text) for text in "ABC"]
    for row in rows[:2]:
        post(clerk, "contribution-remove", row.pk, version=1)
    save(clerk, item, id=str(rows[1].pk), version=1, text="B", restore=True)
    save(clerk, item, id=str(rows[0].pk), version=1, text="A", restore=True, after="")
    assert texts(item) == ["A", "B", "C"]


def test_what_comes_back_before_the_row_that_it_follows_stands_where_it_stood(clerk, item):
    rows = [written(item, text) for text in "ABC"]
    for row in rows[:2]:
        post(clerk, "contribution-remove", row.pk, version=1)
    save(clerk, item, id=str(rows[1].pk), version=1, text="B", restore=True, after=str(rows[0].pk))
    save(clerk, item, id=str(rows[0].pk), version=1, text="A", restore=True, after="")
    assert texts(item) == ["A", "B", "C"]


# Checkpoints


def test_a_checkpoint_keeps_the_text_once(clerk, item):
    key = str(uuid.uuid4())
    save(clerk, item, id=key, checkpoint=True)
    save(clerk, item, id=key, version=1, checkpoint=True)
    save(clerk, item, id=key, version=1, text="Anders.", checkpoint=True)
    assert [revision.content["text"] for revision in Revision.objects.all()] == ["Anders.", "Text."]


def test_a_save_between_checkpoints_keeps_none(clerk, item):
    save(clerk, item)
    assert not Revision.objects.exists()


def test_a_choice_between_two_texts_is_kept_as_such(clerk, item):
    row = written(item, version=2)
    save(clerk, item, id=str(row.pk), version=2, text="Gewählt.", chosen=True)
    kept = Revision.objects.order_by("pk").values_list("reason", "content__text")
    assert list(kept) == [("written", "Text."), ("chosen", "Gewählt.")]


# Refusals


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"text": " \n"}, "text"), ({"text": "x" * 100_001}, "text"), ({"kind": "song"}, "kind")],
)
def test_what_can_not_be_kept_is_refused_at_its_field(clerk, item, fields, field):
    answer = save(clerk, item, **fields)
    assert answer.status_code == 422
    assert answer.json()["errors"][field]


@pytest.mark.parametrize(
    "fields",
    [{"id": "x"}, {"version": "1"}, {"version": -1}, {"version": True}, {"text": 1}, {"after": "x"}, {"kind": None}],
)
def test_what_no_desk_sends_is_a_bad_request(clerk, item, fields):
    assert save(clerk, item, **fields).status_code == 400


@pytest.mark.parametrize("body", ["", "[]", "{", "1"])
def test_what_is_no_object_is_a_bad_request(clerk, item, body):
    url = reverse("minutes:contribution-save", args=[item.pk])
    assert clerk.post(url, body, content_type="application/json").status_code == 400


def test_the_key_of_a_row_elsewhere_is_not_answered_with_its_text(clerk, item):
    foreign = written(cast.session(cast.county("other")).items[0], "Geheim.")
    answer = save(clerk, item, id=str(foreign.pk), version=1, text="Neu.")
    assert answer.status_code == 404
    assert "Geheim" not in answer.content.decode()
    foreign.refresh_from_db()
    assert foreign.text == "Geheim."


@pytest.mark.parametrize("name", ["contribution-save", "contribution-remove", "contribution-place"])
def test_the_clerk_of_another_committee_is_told_nothing(client, item, name):
    elsewhere = cast.county("other")
    client.force_login(cast.user("clerk", elsewhere.committee))
    row = written(item, "Geheim.")
    key = item.pk if name == "contribution-save" else row.pk
    answer = post(client, name, key, id=str(row.pk), version=1, kind="speech", text="Neu.", after="")
    assert answer.status_code == 404
    assert texts(item) == ["Geheim."]
