"""Whole minutes as web pages and word processors give them away: cells, drawn lines, run-in headings. All names are invented."""

import pytest

from tests.minutes.importers.texts import reading_of


def items(text: str) -> list[tuple[str, str]]:
    return [(item["item_number"], item["title"]) for item in reading_of(text).get("items", [])]


def outcomes(text: str) -> list[str]:
    return [item["outcome"]["code"] for item in reading_of(text)["items"]]


def test_items_are_headed_by_tables_whose_cells_stand_line_by_line():
    table = "Gremium\n|\nSitzung\n|\nSitzungsdatum\n|\nö / nö\n|\nLfd. BV-Nr. |\nRat\n|\n5. Sitzung des Rates\n|\n11.06.2026\n|\nö\n|\n{} |\n"
    text = (
        f"48. Anerkennung der Tagesordnung\n\n{table.format(48)}Beschluss\n\nAbstimmungsergebnis\n\nDafür: 0, Dagegen: 0\n\nzum Seitenanfang\n\n"
        f"49. Steg am Weiher\n\n{table.format(49)}Beschluss\n\nDer Steg wird erneuert.\n\nAbstimmungsergebnis\n\nDafür: 9, Dagegen: 3\n\nzum Seitenanfang\n\n"
        f"50. Sonstiges\n\n{table.format(50)}"
    )
    assert [number for number, _title in items(text)] == ["48", "49", "50"]
    # A form that was not filled in decides nothing.
    assert outcomes(text)[:2] == ["none", "adopted"]


def test_numbers_and_titles_in_cells_with_a_bar_below_each():
    listed = [
        ("1", "Feststellung der Ladung und der\nTagesordnung"),
        ("2", "Bericht der Ortsvorsteherin"),
        ("3.1", "Neue Schilder\nam Weiher"),
    ]
    agenda = "".join(f"{number}\n|\n{title}\n|\n" for number, title in listed)
    bodies = [
        "Alles bleibt, wie es ist.",
        "Frau Ohm berichtet.",
        "Beschluss:\nDie Schilder kommen.\nAbstimmungsergebnis:\nJa 4, Nein 1, Enthaltung 0",
    ]
    held = "".join(f"{number} .\n|\n{title}\n|\n{body}\n" for (number, title), body in zip(listed, bodies, strict=True))
    text = f"Niederschrift\n3. Sitzung des\nOrtsbeirates Oberwinkel\nAnwesend sind:\nFrau Vera Ohm\n|\nOrtsvorsteherin\n|\nTagesordnung:\n{agenda}Protokoll:\nÖffentlicher Teil\n{held}"
    assert items(text) == [(number, title.replace("\n", " ")) for number, title in listed]
    assert outcomes(text) == ["none", "none", "adopted"]


def test_an_agenda_may_be_a_table_without_a_title():
    text = (
        "Der Vorsitzende, Bürgermeister Jörn Ahrens, eröffnete die Sitzung.\n| 1) | Beitritt zum Wegeverband |\n| 2) | Prüfung der Kasse |\n| 3) | Marktgebühren |\n"
        "| b) Beratung hinter verschlossener Tür | |\n| 4) | Verpachtung |\n1) Beitritt zum Wegeverband\nDer Rat stimmte dem Beitritt einstimmig zu.\n"
        "2) Prüfung der Kasse\nFrau Kohl prüfte sie.\n3) Marktgebühren\nAbstimmung: 12 dafür, 11 dagegen"
    )
    assert [number for number, _title in items(text)] == ["1", "2", "3"]
    assert [entry["title"] for entry in reading_of(text)["agenda"]][-1] == "Verpachtung"


@pytest.mark.parametrize(
    ("line", "title", "below"),
    [
        ("TOP 2 – Anfragen Herr Kohl fragt nach dem Poller am Weiher.", "Anfragen", "Herr Kohl fragt nach dem Poller am Weiher."),
        ("TOP 2 - Anbau der Halle Sachlage: Die Halle ist zu klein.", "Anbau der Halle", "Sachlage: Die Halle ist zu klein."),
        ("TOP 2 – Bericht der Wehr Bürgermeister Witt lobt die Helfer vom Fest.", "Bericht der Wehr", "Bürgermeister Witt lobt die Helfer vom Fest."),
    ],
)  # fmt: skip
def test_a_heading_that_lost_its_line_is_parted_from_its_text(line, title, below):
    text = f"TOP 1 – Begrüßung\n\nAlle sind da.\n\n{line}\n\nTOP 3 – Sonstiges\n\nNichts."
    assert [found for _number, found in items(text)] == ["Begrüßung", title, "Sonstiges"]
    assert below in [passage["text"] for passage in reading_of(text)["source"]["passages"]]


def test_how_the_agenda_was_changed_is_no_heading():
    text = (
        "Der Vorsitzende bittet um diese Folge:\n\nTOP 1.3 Beiträge für die Krippe wird zu TOP 2. Neu ist TOP 6 Vergaben.\n\n"
        "TOP 1 Bauleitplanung\n\nDer Plan hängt aus.\n\nTOP 2 Beiträge für die Krippe\n\nAbstimmung: einstimmig"
    )
    assert [number for number, _title in items(text)] == ["1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "Aus der Sitzung des Gemeinderates am 5.3.2026:\n\nöffentlicher Teil:\n\n1. Anbau der Wache;\n\nFrau Ohm zeigt ihre Skizze.",
        "Verlauf\n\nA) öffentlicher Teil\n| TOP 1: | Anbau der Wache |\nFrau Ohm zeigt ihre Skizze.",
        "Kurzbericht\n\nAn der Reihe waren folgende Punkte:\n\n1. Anbau der Wache\n\nFrau Ohm zeigt ihre Skizze.",
    ],
)
def test_a_session_may_have_one_item(text):
    assert items(text) == [("1", "Anbau der Wache")]


def test_two_formal_items_are_enough_where_a_line_is_drawn_above_them():
    text = (
        f"Niederschrift über die 9. Sitzung am 19.3.2026\nAnwesenheit:\nFrau Ohm\nHerr Kohl\nI. Öffentliche Sitzung\n{'_' * 60}\n1.\n"
        "Begrüßung\nFrau Ohm begrüßt die Gäste aus der Nachbarstadt und alle anderen, die gekommen sind.\n2.\nÄnderung der Tagesordnung\nNiemand will sie ändern."
    )
    assert items(text) == [("1", "Begrüßung"), ("2", "Änderung der Tagesordnung")]


def test_a_sentence_that_sums_up_does_not_end_the_list_of_those_present():
    text = (
        "Anwesend:\nBürgermeisterin Ina Kohl\nVon den 20 Gemeinderäten sind 18 anwesend (Gemeinderat Witt ab TOP 2)\nHauptamtsleiter Uwe Ohm\n"
        "TOP 1 Anfragen\nEs gab keine.\nTOP 2 Sonstiges\nNichts."
    )
    places = {passage["text"]: passage["place"] for passage in reading_of(text)["source"]["passages"]}
    assert places["Hauptamtsleiter Uwe Ohm"] == "attendance"


def test_items_may_be_numbered_in_roman_with_others_below_them():
    text = (
        "Protokoll der Ratssitzung vom 5. März 2026\n\nI. Eröffnung\n\nRatsfrau Ohm eröffnet die Sitzung.\n\nII. Mitteilungen\n\nEs gibt keine.\n\n"
        "III. Vorlagen der Verwaltung\n\n1. Anbau der Halle\n\nFrau Kohl lobt ihn.\n\nAbstimmung: 21 dafür, 8 dagegen\n\n2. Winterdienst\n\nDie Vorlage wird vertagt.\n\n"
        "IV. Anträge\n\n1. Antrag der SPD: Mehr Poller\n\nFrau Kohl lehnt sie ab.\n\nAbstimmung: 10 dafür, 20 dagegen\n\nV. Verschiedenes\n\nNichts."
    )
    assert [number for number, _title in items(text)] == ["I", "II", "III", "III.1", "III.2", "IV", "IV.1", "V"]
    assert outcomes(text)[3:] == ["adopted", "deferred", "none", "rejected", "none"]


def test_chapters_of_a_report_are_no_items():
    text = (
        "TOP 3 Bericht\n\nI. Ausgangslage\n\nDie Halle ist alt.\n\nII. Planung\n\nSie wird neu.\n\nIII. Kosten\n\nViel."
    )
    assert items(text) in ([], [("3", "Bericht")])


def test_names_alone_before_a_colon_speak_where_others_have_their_party_there():
    text = (
        "TOP 1: Fragestunde\n\nReuter (CSU): Was wird aus dem Turm?\n\nOhm: Er wird geprüft.\n\nBothe (SPD): Wer zahlt?\n\nVorschlag: Alle legen zusammen.\n\n"
        "TOP 2: Sonstiges\n\nNichts."
    )
    said = [(each["speaker"], each["kind"]) for each in reading_of(text)["items"][0]["contributions"]]
    assert said[:3] == [("Reuter", "speech"), ("Ohm", "speech"), ("Bothe", "speech")]
    assert "Vorschlag" not in [speaker for speaker, _kind in said]


@pytest.mark.parametrize(
    ("decision", "code", "vote"),
    [
        ("Der Poller wird versetzt. (einstimmig)", "adopted", {"result": "einstimmig", "unanimous": True}),
        ("Der Poller wird versetzt. (3 Ja, 9 Nein)", "rejected", {"yes": 3, "no": 9}),
        ("Der Poller wird versetzt. (13 : 0)", "adopted", {"yes": 13, "no": 0}),
    ],
)
def test_a_result_in_brackets_behind_a_resolution(decision, code, vote):
    item = reading_of(f"Beschluss: {decision}")
    assert item["outcome"]["code"] == code
    assert item["votes"] == [vote]


def test_a_ratio_within_a_resolution_is_no_vote():
    assert not reading_of("Beschluss: Der Plan wird gezeichnet (1 : 5)").get("votes")


def test_the_strength_of_factions_is_no_ballot():
    item = reading_of(
        "TOP 1 Feststellungen\n\nDie Beschlussfähigkeit wird mit 28 Anwesenden festgestellt.\nCDU-Fraktion:          9 Stimmen\nSPD-Fraktion:          8 Stimmen"
    )
    assert not item.get("votes")
    assert item["outcome"]["code"] == "none"


def test_numbered_decisions_with_different_results():
    text = "Beschluss-Nr. 26/02/01\nDer Rat kauft den Turm.\nAbstimmung: 28 Ja / 0 Nein\nBeschluss-Nr. 26/02/02\nDer Rat kauft die Mühle.\nAbstimmung: 3 Ja / 21 Nein"
    assert reading_of(text)["outcome"]["code"] == "multiple"


def test_the_cells_of_the_table_may_stand_below_each_other_without_bars():
    table = "Gremium\nArt\nDatum\nStatus\nNr.\nRat Oberau\nRatssitzung\n14.10.2026\nö\n{}\nVortrag/Diskussionsverlauf\n"
    text = (
        f"Datum:\nMontag, 14. Oktober 2026\nGremium:\nRat Oberau\nzum Seitenanfang\n1. Steg am Weiher\n{table.format(1)}Frau Ohm dankt.\nBeschluss 1\nDer Steg wird gebaut.\n"
        f"Abstimmungsergebnis\nDafür: 9, Dagegen: 0\nBeschluss 2\nDie Bänke bleiben.\nAbstimmungsergebnis\nDafür: 8, Dagegen: 1\nzum Seitenanfang\n2. Verschiedenes\n{table.format(2)}Herr Kohl fragt nach dem Zaun."
    )
    found = reading_of(text)
    assert items(text) == [("1", "Steg am Weiher"), ("2", "Verschiedenes")]
    assert [(vote["yes"], vote["no"]) for vote in found["items"][0]["votes"]] == [(9, 0), (8, 1)]
    assert [each["text"] for each in found["items"][1]["contributions"]] == ["Herr Kohl fragt nach dem Zaun."]
