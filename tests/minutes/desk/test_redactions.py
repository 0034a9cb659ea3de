"""Redactions at the desk: chosen, previewed, saved, taken back; refused at the field with a sentence."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from committees.models import AgendaItem, Recusal, Session
from minutes.models import Contribution, Redaction
from minutes.record import read
from minutes.record.redaction import RedactionValue, redacted
from minutes.record.serialise import canonical_bytes
from minutes.redactions import of_session
from tests import cast
from tests.elements import elements
from tests.minutes.desk.pages import url
from votes.models import Decision

MARK = "[Text entfernt: personenbezogene Daten]"


@pytest.fixture
def room(place) -> cast.Room:
    room = cast.session(place, members=("Alt", "Berg"))
    room.text = Contribution.objects.create(
        item=room.items[0], position=1, text="⟨Ktabg. Alt⟩ nennt Frau Muster.\n\nFrau Muster wohnt dort."
    )
    Decision.objects.create(item=room.items[0], outcome="adopted", resolution="Frau Muster erhält 5 €.")
    Recusal.objects.create(item=room.items[0], attendance=room["Berg"], ground="als Nachbar der Frau Muster")
    return room


def address(room):
    return url("redaction-add", room.session.pk, room.items[0].pk)


def entries(room, **changed):
    place = f"contribution:{room.text.pk}"
    return {"place": place, "passage": "Frau Muster", "occurrence": "", "ground": "personal", "norm": "", **changed}


def preview(browser, room, **changed):
    return browser.post(address(room), {**entries(room, **changed), "preview": "1"})


def save(browser, room, **changed):
    """Look at the preview, then save what it showed."""
    shown = preview(browser, room, **changed)
    digest = elements(shown).one("input", name="previewed")["value"]
    return browser.post(address(room), {**entries(room, **changed), "previewed": digest, "save": "1"})


def stored(room, **changed):
    values = {"kind": "contribution", "target": room.text.pk, "passage": "Frau Muster", "ground": "personal"}
    by = cast.user("clerk", person=cast.member(cast.county("by"), "Schreiber").person)
    return Redaction.objects.create(session=room.session, made_by=by, **{**values, **changed})


def public(room):
    return redacted(read(room.session, audience="public"), of_session(room.session))


def test_the_texts_of_the_item_are_shown_with_what_can_be_chosen(clerk, room):
    page = clerk.get(address(room))
    texts = {area["data-place"] for area in elements(page).all("textarea") if "data-place" in area}
    key = str(room.items[0].pk)
    assert texts == {f"title:{key}", f"ground:{key}", f"resolution:{key}", f"contribution:{room.text.pk}"}
    assert texts == {option["value"] for option in elements(page).all("option")} - {""}
    assert "Ktabg. Alt nennt Frau Muster.\n\nFrau Muster wohnt dort." in page.content.decode()


def test_nothing_is_saved_before_it_was_previewed(clerk, room):
    for button in ("preview", "save"):
        page = clerk.post(address(room), {**entries(room), button: "1"}).content.decode()
        assert f"{MARK}</span> wohnt dort." in page
        assert not Redaction.objects.exists()


def test_what_was_previewed_is_saved(clerk, room):
    response = save(clerk, room, norm="§ 4 DSG NRW")
    assert response["Location"] == url("redaction-list", room.session.pk)
    (row,) = Redaction.objects.all()
    assert (row.kind, row.target, row.passage, row.occurrence) == ("contribution", room.text.pk, "Frau Muster", 0)
    assert of_session(room.session) == (
        RedactionValue("contribution", str(room.text.pk), "Frau Muster", 0, "personenbezogene Daten, § 4 DSG NRW"),
    )
    assert "Frau Muster" not in str(public(room).item(str(room.items[0].pk)).contributions)
    assert "Frau Muster" in Contribution.objects.get().text


def test_another_entry_than_the_previewed_one_is_shown_first(clerk, room):
    digest = elements(preview(clerk, room)).one("input", name="previewed")["value"]
    page = clerk.post(address(room), {**entries(room, passage="Muster"), "previewed": digest, "save": "1"})
    assert page.status_code == 200
    assert "nicht die der letzten Vorschau" in page.content.decode()
    assert not Redaction.objects.exists()


def test_sent_twice_it_is_saved_once(clerk, room):
    save(clerk, room)
    assert save(clerk, room).status_code == 302
    assert Redaction.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "passage"), [("title", "Punkt"), ("ground", "als Nachbar der Frau Muster"), ("resolution", "Frau Muster")]
)
def test_each_text_of_the_item_can_be_redacted(clerk, room, kind, passage):
    save(clerk, room, place=f"{kind}:{room.items[0].pk}", passage=passage)
    assert f"{MARK}" in canonical_bytes(public(room)).decode()


def test_one_occurrence_can_be_chosen(clerk, room):
    save(clerk, room, occurrence="2")
    assert "nennt Frau Muster." in canonical_bytes(public(room)).decode()
    assert Redaction.objects.get().occurrence == 2


def test_the_preview_says_where_else_the_passage_stands(clerk, room):
    page = preview(clerk, room).content.decode()
    assert "Die Textstelle steht noch in anderen Texten: TOP 1." in " ".join(page.split())
    assert "steht noch in anderen Texten" not in preview(clerk, room, passage="wohnt dort").content.decode()


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"passage": ""}, "passage", "Dieses Feld ist zwingend erforderlich."),
        ({"passage": " \n "}, "passage", "Dieses Feld ist zwingend erforderlich."),
        ({"passage": "⟨⟩"}, "passage", "Nennen Sie die Textstelle, die entfernt werden soll."),
        ({"passage": "Herr Niemand"}, "passage", "Die Textstelle steht nicht in diesem Text."),
        ({"passage": "dort. " * 30}, "passage", "Die Textstelle ist länger als der Text."),
        ({"passage": "Frau Muster.\r\n\r\nFrau"}, "passage", "Die Textstelle geht über mehrere Absätze"),
        ({"occurrence": "3"}, "occurrence", "Die Textstelle kommt dort nur 2-mal vor."),
        ({"passage": "wohnt", "occurrence": "2"}, "occurrence", "Die Textstelle kommt dort nur einmal vor."),
        ({"occurrence": "0"}, "occurrence", "größer oder gleich 1"),
        ({"place": ""}, "place", "Dieses Feld ist zwingend erforderlich."),
        ({"place": "title:gone"}, "place", "keine gültige Auswahl"),
        ({"ground": "other"}, "norm", "Nennen Sie den anderen Grund."),
        ({"ground": "whim"}, "ground", "keine gültige Auswahl"),
        ({"norm": "§" * 121}, "norm", "höchstens 120 Zeichen"),
    ],
)
def test_what_can_not_be_done_is_refused_at_its_field(clerk, room, changed, field, sentence):
    response = preview(clerk, room, **changed)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert sentence in response.content.decode()
    assert not Redaction.objects.exists()


def test_what_was_typed_is_still_there(clerk, room):
    page = preview(clerk, room, passage="Herr Niemand", norm="§ 30 VwVfG", occurrence="7").content.decode()
    assert "Herr Niemand" in page
    assert "§ 30 VwVfG" in page
    assert elements(preview(clerk, room, occurrence="7")).one("input", name="occurrence")["value"] == "7"


def test_what_overlaps_another_redaction_is_refused(clerk, room):
    stored(room)
    response = preview(clerk, room, passage="Muster wohnt")
    assert response.status_code == 422
    assert "Das überschneidet sich mit der Schwärzung „Frau Muster“." in response.content.decode()


def test_a_redaction_that_fails_is_no_obstacle_for_another(clerk, room):
    stored(room, passage="Niemand")
    assert save(clerk, room).status_code == 302


def test_the_list_names_what_keeps_minutes_from_being_published(clerk, room):
    stored(room)
    stored_before = clerk.get(url("redaction-list", room.session.pk)).content.decode()
    assert "TOP 1 · Wortbeitrag" in stored_before
    assert "nichts veröffentlicht werden" not in stored_before
    Contribution.objects.update(text="Das steht jetzt anders da.")
    page = clerk.get(url("redaction-list", room.session.pk)).content.decode()
    assert "Die Textstelle steht nicht in diesem Text." in page
    assert "nichts veröffentlicht werden" in page
    Contribution.objects.all().delete()
    page = clerk.get(url("redaction-list", room.session.pk)).content.decode()
    assert "Der Text steht nicht mehr in der öffentlichen Niederschrift." in page


def test_what_is_not_public_needs_no_redaction(clerk, room):
    AgendaItem.objects.update(is_public=False)
    assert clerk.get(address(room)).status_code == 404
    assert clerk.post(address(room), entries(room)).status_code == 404
    assert (
        "keine öffentlichen Tagesordnungspunkte" in clerk.get(url("redaction-list", room.session.pk)).content.decode()
    )


def test_it_is_taken_back_after_asking(clerk, room):
    row = stored(room)
    page = clerk.get(url("redaction-remove", room.session.pk, row.pk))
    assert "Frau Muster" in page.content.decode()
    assert Redaction.objects.exists()
    response = clerk.post(url("redaction-remove", room.session.pk, row.pk))
    assert response["Location"] == url("redaction-list", room.session.pk)
    assert not Redaction.objects.exists()


def test_one_of_another_session_is_not_found(clerk, place, room):
    other = cast.session(place, number=2)
    row = stored(room)
    assert clerk.post(url("redaction-remove", other.session.pk, row.pk)).status_code == 404
    assert clerk.get(url("redaction-add", other.session.pk, room.items[0].pk)).status_code == 404
    assert Redaction.objects.exists()


def test_others_do_not_find_the_pages(outsiders, room):
    row = stored(room)
    for browser in outsiders:
        for page in (
            url("redaction-list", room.session.pk),
            address(room),
            url("redaction-remove", room.session.pk, row.pk),
        ):
            assert browser.get(page).status_code == browser.post(page, entries(room)).status_code == 404
    assert Redaction.objects.count() == 1


@pytest.mark.parametrize("number", [1, 12])
def test_the_list_takes_its_queries_however_long_it_is(clerk, room, number, django_assert_num_queries):
    for count in range(number):
        stored_text = Contribution.objects.create(item=room.items[1], position=10 + count, text=f"Frau Muster {count}")
        row = Redaction(session=room.session, kind="contribution", target=stored_text.pk, passage="Muster")
        row.made_by = cast.user("clerk", person=cast.member(cast.county(f"k{count}"), "Schreiber").person)
        row.save()
    with django_assert_num_queries(19):
        page = clerk.get(url("redaction-list", room.session.pk))
    assert page.content.decode().count("Muster</q>") == number


def test_the_page_of_an_item_takes_its_queries(clerk, room, django_assert_num_queries):
    with django_assert_num_queries(19):
        clerk.get(address(room))


@pytest.mark.parametrize(
    "values", [{"passage": ""}, {"ground": "other"}], ids=["empty passage", "other ground without words"]
)
def test_the_database_refuses_what_says_nothing(room, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        stored(room, **values)


def test_the_database_keeps_each_once(room):
    row = stored(room)
    with pytest.raises(IntegrityError), transaction.atomic():
        Redaction.objects.create(
            session=room.session, kind=row.kind, target=row.target, passage=row.passage, made_by=row.made_by
        )


def test_it_goes_with_its_session(place):
    room = cast.session(place, number=9)
    by = cast.user("clerk", place.committee)
    Redaction.objects.create(session=room.session, kind="title", target=uuid.uuid4(), passage="x", made_by=by)
    Session.objects.filter(pk=room.session.pk).delete()
    assert not Redaction.objects.exists()


@pytest.mark.parametrize(
    ("ground", "norm", "text"),
    [
        ("personal", "", "personenbezogene Daten"),
        ("secret", "§ 30 VwVfG", "Betriebs- oder Geschäftsgeheimnis, § 30 VwVfG"),
        ("confidential", "", "Verschwiegenheitspflicht"),
        ("other", "Urheberrecht", "Urheberrecht"),
    ],
)
def test_the_mark_gives_the_ground_in_the_language_of_the_record(ground, norm, text):
    assert Redaction(ground=ground, norm=norm).ground_text == text
