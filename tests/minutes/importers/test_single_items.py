"""Extracts of minutes with a single item, or a few: where its number and its title stand. All names are invented."""

import pytest

from tests.minutes.importers.texts import reading_of

SPACED = " ".join("Protokoll")
OPENING = "Frau Ohlsen eröffnet die Runde und begrüßt Gäste aus Unterau."


def items(text: str) -> list[tuple[str, str]]:
    found = reading_of(text)
    return [(item.get("item_number"), item.get("title")) for item in found.get("items", [found])]


@pytest.mark.parametrize("between", ["", "Öffentlicher Teil\n\n", f"Öffentlicher Teil\n\n{OPENING}\n\n"])
def test_the_title_of_the_agenda_may_head_the_first_item_itself(between):
    text = f"Protokoll vom 4.6.2026\n\nKulturrat\n\nTagesordnung\n\n{between}1. Feststellung der Anwesenden\n\nHerr Ehlers zählt alle durch."
    assert items(text) == [("1", "Feststellung der Anwesenden")]
    assert reading_of(text)["items"][0]["contributions"][0]["speaker"] == "Herr Ehlers"


def test_an_extract_leaves_items_out():
    text = (
        "Tagesordnung\n\n1. Eröffnung der Beratung\nHerr Ehlers dankt allen.\n\n\n"
        "7. Wahl der Stimmzähler\nFrau Ohlsen erklärt den Ablauf.\n\n\n8. Mitteilungen der Kämmerei\nHerr Ehlers nennt zwei Zahlen."
    )
    assert [number for number, _title in items(text)] == ["1", "7", "8"]


def test_a_list_within_the_first_item_makes_no_items():
    text = "Tagesordnung\n\n1. Eröffnung der Beratung\n\nHerr Ehlers nennt die Punkte.\n\n1. Zaun am Teich\n\n2. Steg am Teich\n\nFrau Ohlsen dankt ihm."
    assert items(text) == [("1", "Eröffnung der Beratung")]


def test_a_short_sentence_below_the_first_entry_ends_the_agenda():
    text = "Niederschrift\n\nTagesordnung\n\n1.\n\nBerichte\n\nBerichte liegen heute keine vor, sagt man.\n\nHerr Ehlers ist krank.\n\n2.\n\nVerschiedenes\n\nFrau Ohlsen dankt."
    assert items(text) == [("1", "Berichte"), ("2", "Verschiedenes")]


def test_a_page_of_an_item_may_tell_of_an_agenda():
    text = "Beschluss: ungeändert beschlossen\n\nTagesordnung\n\n1. Pacht der Wiese\n\nFrau Ohlsen wünscht, dass dies zuerst kommt."
    assert "items" not in reading_of(text)


def test_an_agenda_stays_one():
    text = "Niederschrift\n\nTagesordnung\n\n1. Eröffnung\n\n2. Anfragen\n\nTOP 1: Eröffnung\n\nHerr Ehlers dankt.\n\nTOP 2: Anfragen\n\nFrau Ohlsen fragt."
    assert [entry["number"] for entry in reading_of(text)["agenda"]] == ["1", "2"]
    assert items(text) == [("1", "Eröffnung"), ("2", "Anfragen")]


@pytest.mark.parametrize(
    "heading",
    [
        "Punkt 3: Steg am Teich",
        "zu TOP 3: Steg am Teich /",
        "TAGESORDNUNGSPUNKT 3:\nSteg am Teich",
        "Zum Top 3 – Steg am Teich",
        "Zu Punkt 3 der TO: (Steg am Teich)",
        "3. Tagesordnungspunkt: Steg am Teich",
        "TOP Nr. 3: Steg am Teich",
        "Pkt. 3: Steg am Teich",
    ],
)
def test_a_single_item_may_stand_below_the_head_of_its_session(heading):
    text = f"Gemeinde Unterau\n\n{SPACED}\n\nüber die 207. Sitzung des Dorfrates Unterau\n\n{heading}\n\nFrau Ohlsen lobt den Entwurf."
    assert items(text) == [("3", "Steg am Teich")]


@pytest.mark.parametrize(
    "title", ["Niederschrift Nr. 4/2026", "Niederschrift über die 62. Sitzung des Dorfrates Unterau"]
)
def test_the_title_may_tell_the_session(title):
    text = f"{title}\n\nüber die Sitzung des Dorfrates Unterau\n\nTOP 1:\n\nNamen der anwesenden\n\nMitglieder\n\nFrau Ohlsen, so heißt es, fehlt."
    assert items(text) == [("1", "Namen der anwesenden Mitglieder")]


def test_an_item_is_announced_among_the_results_of_a_session():
    text = "Ergebnisse der Kreistagssitzung vom 9.9.2026\n\nHinweis: Alle Unterlagen hängen aus.\n\nzu TOP 4: Pacht der Wiese\n\nHerr Ehlers begründet den Preis."
    assert items(text) == [("4", "Pacht der Wiese")]


def test_a_section_mark_may_number_an_item():
    text = "§ 87 - Pacht der Wiese (nichtöffentlich)\nStadtrat Ehlers begründet den Preis."
    assert items(text) == [("87", "Pacht der Wiese")]
    assert reading_of(text)["public"] is False


def test_the_day_of_the_session_right_above_makes_items_of_numbers():
    text = "Sitzung des Rates Unterau vom 7.7.2026\n\n1. Wiese am Teich\n\nSie wird gemäht.\n\n2. Bank am Teich\n\nSie wird gestrichen."
    assert [number for number, _title in items(text)] == ["1", "2"]


def test_who_opens_before_the_list_of_those_present_is_heard():
    text = "Niederschrift\n\nDer Vorsitzende erklärte, dass jeder eine Ladung bekam.\n\nAnwesend:\n\nOhlsen, Petra\n\nTOP 1: Pacht\n\nFrau Ohlsen fragt nach dem Preis.\n\nTOP 2: Ende\n\nHerr Ehlers dankt."
    assert [each["speaker"] for each in reading_of(text)["opening_contributions"]] == ["Vorsitzende"]


def test_rules_of_strokes_are_furniture():
    found = reading_of("Wortprotokoll\n\n-------------\n\nFrau Ohlsen dankt.\n\n/")
    assert found["unread"] == []
    assert [each["speaker"] for each in found["contributions"]] == ["Frau Ohlsen"]
