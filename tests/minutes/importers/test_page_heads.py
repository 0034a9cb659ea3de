"""What stands above the debate of an item: labels without a text, menus and rows of facts, as the systems print them."""

import pytest

from minutes.importers import read
from tests.minutes.importers.texts import reading_of


def item_of(text):
    [item] = read(text.encode(), "item").items
    return item


def spoken(item):
    return [(each.kind, each.speaker) for each in item.contributions]


def test_a_debate_below_an_empty_label_is_no_resolution():
    item = item_of(
        "Beschluss:\n\n \n\nHerr Bürgermeister Kohl eröffnet die Sitzung und begrüßt alle Anwesenden.\n\n"
        "Er weist auf den Imbiss hin.\n\nGegen die Tagesordnung erhebt sich kein Widerspruch.\n"
    )
    assert spoken(item) == [
        ("speech", "Herr Bürgermeister Kohl"),
        ("continuation", "Herr Bürgermeister Kohl"),
        ("procedure", None),
    ]
    assert (item.resolution, item.votes, item.outcome.code) == ((), (), "none")


def test_the_chair_opens_a_debate_below_an_empty_label():
    assert spoken(item_of("Beschluss:\n\nDer Vorsitzende begrüßt die Gäste.\n\nFrau Frey dankt.\n")) == [
        ("speech", "Vorsitzende"),
        ("speech", "Frau Frey"),
    ]


def test_a_resolution_may_name_people():
    for text in (
        "Der Bürgermeister wird beauftragt, den Vertrag zu kündigen.",
        "Der Bürgermeister berichtet dem Ausschuss jährlich über den Stand.",
        "Herr Kohl wird zum stellvertretenden Schriftführer bestellt.",
        "Frau Frey vertritt die Gemeinde in der Versammlung.",
    ):
        item = item_of(f"Beschluss:\n\n{text}\n\nAbstimmungsergebnis: einstimmig\n")
        assert (item.resolution, spoken(item), item.outcome.code) == ((text,), [], "adopted")


MENU = "Wortprotokoll\nBeschluss\nAbstimmungsergebnis\n\n"


def test_a_menu_of_the_sections_is_no_row_of_labels():
    item = item_of(f"TOP: Ö 4.2\n{MENU}Es sprechen RM Kohl und RM Frey.\n\nHerr Ohm antwortet, man prüfe dies.\n")
    assert spoken(item) == [("speech", "RM Kohl + RM Frey"), ("speech", "Herr Ohm")]
    assert (item.votes, item.resolution, item.unread) == ((), (), ())
    assert [passage.text for passage in item.passages if passage.place == "furniture"] == MENU.split()


def test_labels_in_a_row_with_a_result_below_them_are_labels():
    item = item_of(f"{MENU}einstimmig\n")
    assert [vote.is_unanimous for vote in item.votes] == [True]


def test_a_label_with_the_bar_of_a_menu_behind_it_is_a_label():
    item = item_of("Auszug - Eröffnung\n|\nWortprotokoll |\nDer Vorsitzende eröffnet die Sitzung.\nFrau Frey dankt.\n")
    assert spoken(item) == [("speech", "Vorsitzende"), ("speech", "Frau Frey")]
    assert (item.title, item.unread) == ("Eröffnung", ())


@pytest.mark.parametrize("gap", [" ", "    "])
def test_facts_of_a_row_are_read_whatever_parts_them(gap):
    item = item_of(
        f"Auszug - Zuschuss an den Verein\nTOP: Ö 4.2\nGremium: Rat der Stadt Musterstadt{gap}Beschlussart: abgelehnt\n"
        f"Datum: Do, 12.03.2026{gap}Status: öffentlich/nichtöffentlich\n\nFrau Frey dankt.\n"
    )
    assert (item.number, item.title, item.committee) == ("Ö 4.2", "Zuschuss an den Verein", "Rat der Stadt Musterstadt")
    assert (item.meeting_date, item.outcome.text, item.outcome.code) == ("2026-03-12", "abgelehnt", "rejected")
    assert (item.is_public, spoken(item)) == (True, [("speech", "Frau Frey")])


def test_an_extract_is_of_one_item_whatever_numbers_stand_in_it():
    item = item_of(
        "Auszug - Zuschuss an den Verein\nTOP: Ö 4.2\n\nFrau Frey dankt.\n\nZu Punkt 4.\n\nHerr Ohm stimmt zu.\n"
    )
    assert (item.number, item.title) == ("Ö 4.2", "Zuschuss an den Verein")


def test_a_status_below_its_label_is_no_resolution():
    item = item_of("Beschluss:\nungeändert beschlossen\nReduzieren\n\nDer Bauausschuss hat der Vorlage zugestimmt.\n")
    assert (item.outcome.text, item.outcome.code) == ("ungeändert beschlossen", "adopted")
    assert (item.resolution, spoken(item)) == ((), [("procedure", None)])


def test_a_sentence_below_a_label_is_the_resolution():
    item = item_of("Beschluss:\n\nDer Zuschuss wird abgelehnt.\n\nAbstimmungsergebnis: einstimmig\n")
    assert item.resolution == ("Der Zuschuss wird abgelehnt.",)


def test_a_page_begins_with_day_number_and_title():
    item = item_of("02.11.2026 - 4.14 Satzung über Spielplätze der Stadt\n\nBeschluss: vertagt\n\nFrau Frey dankt.\n")
    assert (item.meeting_date, item.number, item.title) == ("2026-11-02", "4.14", "Satzung über Spielplätze der Stadt")
    assert item.outcome.code == "deferred"


def test_lines_of_the_site_may_stand_above_the_head_of_a_page():
    text = "Rat und Bezirke\n\n05.10.2026 - 10.1 Anfrage zum Zaun\n\nGrunddaten\n\n- TOP:\n\n- Ö 10.1\n\n- Datum:\n\n- Mo., 05.10.2026\n\n- Uhrzeit:\n\n- 15:00\n\n- Beratung:\n\n- öffentlich\n\nWortprotokoll\n\nHerr Kohl dankt."
    found = reading_of(text)
    assert (found["item_number"], found["title"], found["meeting_date"]) == ("10.1", "Anfrage zum Zaun", "2026-10-05")
    assert [each["speaker"] for each in found["contributions"]] == ["Herr Kohl"]
    assert found["unread"] == []


def test_a_head_may_have_lost_its_number():
    found = reading_of("TOP Ö : Einwohnerfragestunde\n\nHerr Kohl eröffnete die Fragestunde.")
    assert (found["title"], found["public"]) == ("Einwohnerfragestunde", True)
    assert [each["speaker"] for each in found["contributions"]] == ["Herr Kohl"]


def test_bars_of_a_table_may_stand_between_number_and_title():
    found = reading_of(
        "TOP 1\n|\nEröffnung\nProtokoll:\nHerr Kohl dankt.\n|\n|\nTOP 2\n|\nAnfragen\nProtokoll:\nFrau Ohm fragt.\n"
    )
    assert [(item["item_number"], item["title"]) for item in found["items"]] == [("1", "Eröffnung"), ("2", "Anfragen")]


def test_a_resolution_taken_from_the_minutes_has_head_number_and_title():
    text = """Unterau, den 04.11.2026

Stadt Unterau

Beschluss
aus der Sitzung des Bootsausschusses der Stadt Unterau am 19.09.2026
Öffentliche Sitzung

3.        Neuer Steg
          hier: Lage am Teich        212/2026

Danach heißt Vorsitzender Ehlers (ABC) Frau Ohlsen willkommen.

Beschluss:
Der Bootsausschuss beschließt, einen Steg zu bauen."""
    found = reading_of(text)
    assert (found["item_number"], found["resolution"]) == ("3", ["Der Bootsausschuss beschließt, einen Steg zu bauen."])
    assert [each["speaker"] for each in found["contributions"]] == ["Vorsitzender Ehlers"]


def test_the_parts_of_an_item_may_be_numbered():
    item = item_of(
        "I. Beschlussvorschlag\n\nDer Steg wird gebaut.\n\nII. Diskussion\n\nFrau Frey dankt.\n\n"
        "III. Tatsächlicher Beschluss\n\nDer Steg wird im Mai gebaut.\n\nAbstimmungsergebnis: einstimmig"
    )
    assert item.resolution == ("Der Steg wird im Mai gebaut.",)
    assert spoken(item) == [("speech", "Frau Frey")]


def test_labels_of_facts_may_be_joined():
    item = item_of("Sachverhalt/Begründung/Rechtslage:\n\nDie Verwaltung schlägt vor, den Steg zu bauen.\n")
    assert (item.contributions, item.facts) == ((), ("Die Verwaltung schlägt vor, den Steg zu bauen.",))


def test_no_resolution_begins_with_a_question():
    item = item_of("Beschluss:\n\nEs wird die Frage gestellt, wann der Steg gebaut wird.\n")
    assert (item.resolution, item.outcome.code) == ((), "none")
