"""Items that are numbered without an agenda before them, and tables that head them. All names are invented."""

import pytest

from tests.minutes.importers.texts import reading_of


def items(text: str) -> list[tuple[str, str]]:
    return [(item["item_number"], item["title"]) for item in reading_of(text).get("items", [])]


def test_a_report_of_a_session_numbers_its_items():
    text = (
        "Aus der Gemeinderatssitzung vom 6. Mai 2026\n\n1. Bauanträge\nEinem Carport in Oberwinkel wurde zugestimmt.\n\n"
        "2. Fortschreibung des Lärmplanes\nFrau Ohm erläuterte den Plan."
    )
    assert items(text) == [("1", "Bauanträge"), ("2", "Fortschreibung des Lärmplanes")]


def test_formal_items_need_no_head_before_them():
    text = (
        "1. Verpflichtung der Ratsmitglieder\nBürgermeister Ohm verpflichtete sie.\n"
        "2. Wahl der Beigeordneten\nGewählt wurde Frau Kohl.\n3. Änderung der Hauptsatzung\nDer Entwurf lag vor."
    )
    assert [number for number, _title in items(text)] == ["1", "2", "3"]


def test_points_that_somebody_makes_are_no_items():
    text = "Anfragen\n\n1. Spielplatz\nHerr Kohl fragt nach dem Zaun.\n\n2. Sanierung der Brücke\nFrau Ohm fragt nach den Kosten."
    assert items(text) == []
    assert items(f"Wortprotokoll\n\n{text}") == []


def test_a_number_may_stand_above_its_title():
    text = (
        "Niederschrift über die Sitzung der Gemeindevertretung am 3.2.2026\n\n1.\n\nBeratung und Beschlussfassung zum Zaun\n\n"
        "Beschluss:\n\nDer Zaun wird gebaut.\n\nAbstimmung: 17:0:0\n\n2.\n\nBeratung und Beschlussfassung zum Tor\n\nBeschluss:\n\nDas Tor bleibt."
    )
    assert items(text) == [
        ("1", "Beratung und Beschlussfassung zum Zaun"),
        ("2", "Beratung und Beschlussfassung zum Tor"),
    ]
    assert reading_of(text)["items"][0]["votes"][0] == {"yes": 17, "no": 0, "abstain": 0}


@pytest.mark.parametrize(
    "heading", ["2.Ö   Freiwillige Feuerwehr", "TOP - 2. Freiwillige Feuerwehr", "Zu TOP 2: | Freiwillige Feuerwehr |"]
)
def test_marks_and_bars_belong_to_a_heading(heading):
    first = heading.replace("2", "1").replace("Freiwillige Feuerwehr", "Bürgerfragestunde")
    text = (
        f"Bericht über die Sitzung am 5.5.2026\n\n{first}\n\nEs wurde nichts gefragt.\n\n{heading}\n\nHerr Kohl dankt."
    )
    assert [title for _number, title in items(text)] == ["Bürgerfragestunde", "Freiwillige Feuerwehr"]


def test_a_table_lists_the_items_and_each_is_headed_by_a_row():
    row = "Gremium Sitzung Sitzungsdatum ö / nö Beratungstyp TOP-Nr.\nStadtrat 4. Sitzung des Stadtrates 06.05.2026 ö {}\n\n"
    text = (
        "Datum: 06.05.2026\nGremium: Stadtrat\nÖffentliche Sitzung, 19:00 Uhr bis 20:00 Uhr\n\nTOP-Nr. Bezeichnung\n1 Begrüßung\n2 Neubau am Bach\n"
        f"3 Verschiedenes\n\nzum Seitenanfang\n\n1. Begrüßung\n\n{row.format(1)}Sachverhalt\n\nSiehe Folie.\n\nzum Seitenanfang\n\n2. Neubau am Bach\n\n"
        f"{row.format(2)}Beschluss\n\nDem Plan wird zugestimmt.\n\nAbstimmungsergebnis\nDafür: 12, Dagegen: 0\n\nzum Seitenanfang"
    )
    found = reading_of(text)
    assert items(text) == [("1", "Begrüßung"), ("2", "Neubau am Bach")]
    assert [entry["title"] for entry in found["agenda"]] == ["Begrüßung", "Neubau am Bach", "Verschiedenes"]
    assert found["items"][1]["votes"] == [{"yes": 12, "no": 0}]
    assert found["items"][0]["contributions"] == []


def test_the_title_of_an_agenda_may_head_the_items_themselves():
    text = (
        "Gemeindevertretung vom 11.06.2026\n\nTagesordnung\n\nÖffentlicher Teil\n\n1. Begrüßung und Feststellung der Beschlussfähigkeit\n\n"
        "Bürgermeister Ohm eröffnet um 19.00 Uhr und stellt fest, dass der Rat beschließen kann.\n\n"
        "2. Einwohnerfragestunde\n\nFrau Kohl fragt nach dem Weg."
    )
    assert [number for number, _title in items(text)] == ["1", "2"]


def test_entries_without_full_stops_are_no_wrapped_lines():
    long = "Beratung und Beschlussfassung über den Neubau eines Gerätehauses am Bach und der Zufahrt"
    text = f"Sitzung des Rates\n\nTOP-Nr. Bezeichnung\n1 {long}\n2 {long} zum Hof\n2.1 {long}\n3 Verschiedenes\n\n1. {long}\n\nHerr Kohl dankt."
    assert [entry["number"] for entry in reading_of(text)["agenda"]] == ["1", "2", "2.1", "3"]


def test_an_agenda_may_have_its_numbers_above_the_titles():
    opening = "Vorsitzender Kohl eröffnet die Sitzung um 19:30 Uhr."
    text = (
        "Niederschrift\n\nder 9. Sitzung der Gemeindevertretung\n\nAnwesend: 16 Mitglieder\n\nOhm, Petra\n\nTagesordnung\n\n1.\n\nBegrüßung\n\n2.\n\n"
        f"Mitteilungen\n\nSitzungsverlauf\n\n{opening}\n\n1.\n\nBegrüßung\n\nFrau Ohm begrüßt alle.\n\n2.\n\nMitteilungen\n\nHerr Fels teilt mit, dass er geht."
    )
    found = reading_of(text)
    assert items(text) == [("1", "Begrüßung"), ("2", "Mitteilungen")]
    assert [entry["title"] for entry in found["agenda"]] == ["Begrüßung", "Mitteilungen"]
    assert found["opening"] == [opening]
    assert [each["speaker"] for each in found["opening_contributions"]] == ["Vorsitzender Kohl"]
    assert [each["speaker"] for item in found["items"] for each in item["contributions"]] == ["Frau Ohm", "Herr Fels"]


def test_a_mark_and_a_number_may_stand_alone_above_a_title():
    text = "Protokoll\n\nSitzung des Rates vom 8.5.2026\n\nÖ 1\n\nBestätigung der Tagesordnung\n\nFrau Ohm dankt.\n\nÖ 2.1 - 17-0204\n\nVorschläge\n\nHerr Kohl fragt."
    assert items(text) == [("Ö 1", "Bestätigung der Tagesordnung"), ("Ö 2.1", "Vorschläge")]
    assert reading_of(text)["items"][1]["papers"] == ["17-0204"]


def test_a_protocol_may_have_a_single_item():
    text = "Protokoll\n\nSitzung des Hauptausschusses vom 5.7.2026\n\nÖ 1\n\nUmbenennung von Straßen\n\nHerr Kohl fragt nach."
    assert items(text) == [("Ö 1", "Umbenennung von Straßen")]
    assert reading_of(text)["meeting_date"] == "2026-07-05"


def test_numbers_and_titles_may_stand_in_rows_of_a_table():
    told = "Frau Ohm eröffnet die Sitzung.\n| 2. | Mitteilungen |\nHerr Kohl teilt mit, dass er geht.\n| 3. | Anfragen |\nFrau Fels fragt nach."
    assert items(f"am 11.06.2026, um 19:00 Uhr,\n| 1. | Eröffnung der Sitzung |\n{told}") == [
        ("1", "Eröffnung der Sitzung"),
        ("2", "Mitteilungen"),
        ("3", "Anfragen"),
    ]


def test_numbers_and_titles_may_stand_in_cells_below_the_title():
    told = "Tagesordnung:\n1.) |\nBegrüßung |\nFrau Ohm begrüßt alle.\n2.) |\nBericht des Ortsvorstehers\n|\nHerr Kohl berichtet vom Hof."
    assert items(f"Ortsbeirat vom 11.06.2026\n{told}") == [("1", "Begrüßung"), ("2", "Bericht des Ortsvorstehers")]


def test_the_heading_of_a_part_may_head_the_items():
    told = "1. Neues Mitglied\n\nFrau Ohm rückt nach. Sie wird verpflichtet.\n\n2. Zaun am Hof\n\nHerr Kohl berichtet, dass er steht."
    assert items(f"Aus dem Rat am 11.06.2026\n\nÖffentlicher Teil:\n\n{told}") == [
        ("1", "Neues Mitglied"),
        ("2", "Zaun am Hof"),
    ]
    assert items("A. Öffentlicher Teil") == []
    # Points of a resolution are no items.
    assert items(f"Beschluss:\n\nÖffentlicher Teil\n\n{told}") == []


def test_each_with_a_decision_of_its_own_they_are_items_whatever_they_are_called():
    vote = "Beschluss:\nSo wird es gemacht.\nAbstimmungsergebnis: 9 : 2"
    text = f"Gemeinderatssitzung\nDienstag, 12.05.2026\n\n1. Neue Bänke am Weiher\n{vote}\n\n2. Gebühren für das Weinfest\n{vote}"
    assert items(text) == [("1", "Neue Bänke am Weiher"), ("2", "Gebühren für das Weinfest")]
    assert items(text.replace("Gemeinderatssitzung\nDienstag, 12.05.2026", "Wortprotokoll")) == []


def test_items_may_be_referred_to_by_their_numbers():
    text = "Niederschrift vom 4.5.2026\n\nZu 1 Steg am Weiher\n\nFrau Ohm berichtet.\n\nZu 2 Neue Schilder\n\nHerr Kohl dankt."
    assert items(text) == [("1", "Steg am Weiher"), ("2", "Neue Schilder")]


def test_what_looked_like_an_agenda_may_be_the_items():
    text = "Niederschrift\n\nTagesordnung\n\nÖffentlicher Teil:\n\nSamtgemeinderat\n\n11. Sitzung\n\n1. Genehmigung der Niederschrift\n\nSie wird einstimmig genehmigt.\n\n2. Steg am Weiher\n\nFrau Ohm berichtet."
    assert items(text) == [("1", "Genehmigung der Niederschrift"), ("2", "Steg am Weiher")]


def test_items_below_an_announcement_of_resolutions_have_points():
    text = (
        "Unter dem Vorsitz von Herrn Ohm findet am 4.5.2026 eine Sitzung des Rates statt.\nIn dieser Sitzung werden folgende Beschlüsse gefasst:\nöffentlich\n"
        "| 1. | Mitteilungen |\n| 1.1. | Neue Schilder |\nDie Schilder sind da.\n| 1.2. | Zaun |\nDer Zaun steht.\n| 2. | Steg am Weiher |\nHerr Kohl fragt nach dem Steg."
    )
    assert [number for number, _title in items(text)] == ["1", "1.1", "1.2", "2"]


def test_until_when_somebody_was_there_is_no_heading():
    text = "Gemeinderatssitzung am 12.5.2026\n\nAnwesend sind: Herr Ohm, bis einschließlich\n\nTOP 2 (20.55 Uhr)\n\n1. Genehmigung der Niederschrift\nSie liegt vor.\n\n2. Steg\nHerr Kohl dankt."
    assert [number for number, _title in items(text)] == ["1", "2"]


def test_a_formal_item_that_the_agenda_lost_is_found_where_its_number_follows():
    agenda = "1. Tagesordnung\n\nÖffentliche Sitzung:\n\n1. Steg am Weiher\n\n2. Neue Bänke\n\nSeite 2 3. Anfragen\n\nBeschlüsse\n\n"
    held = "1. Steg am Weiher\n\nFrau Ohm berichtet.\n\n2. Neue Bänke\n\nBeschluss: Die Bänke kommen. 9 : 4\n\n3. Anfragen\n\nHerr Kohl fragt nach dem Zaun."
    assert items(f"Sitzungsniederschrift\n\n{agenda}{held}") == [
        ("1", "Steg am Weiher"),
        ("2", "Neue Bänke"),
        ("3", "Anfragen"),
    ]
    assert [
        number
        for number, _title in items(
            f"Sitzungsniederschrift\n\n{agenda}{held.replace('3. Anfragen', '3. Zaun am Weiher')}"
        )
    ] == ["1", "2"]


def test_who_closes_the_session_is_told_with_the_closing():
    found = reading_of(
        "Niederschrift über die 3. Sitzung des Bauausschusses am 4. Mai 2026\n\nTOP 1 Anfragen\n\nFrau Ohm fragt nach dem Weg.\n\nTOP 2 Verschiedenes\n\n"
        "Herr Kohl dankt den Helfern.\n\nDie Vorsitzende Fels schließt um 20.10 Uhr die Sitzung.\n\ngez. Fels"
    )
    assert [each["speaker"] for each in found["closing_contributions"]] == ["Vorsitzende Fels"]
    assert [each["speaker"] for each in found["items"][1]["contributions"]] == ["Herr Kohl"]


def test_who_closes_the_session_in_an_item_of_its_own_speaks_there():
    found = reading_of(
        "Niederschrift über die 3. Sitzung des Bauausschusses am 4. Mai 2026\n\nTOP 1 Anfragen\n\nFrau Ohm fragt nach dem Weg.\n\n"
        "TOP 2 Schließung der Sitzung\n\nDie Vorsitzende Fels schließt um 20.10 Uhr die Sitzung.\n\ngez. Fels"
    )
    assert [each["speaker"] for each in found["items"][1]["contributions"]] == ["Vorsitzende Fels"]
    assert found["closing"] == ["gez. Fels"]
