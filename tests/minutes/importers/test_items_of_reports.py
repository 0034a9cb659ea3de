"""Where items begin in reports, published resolutions, pasted pages and extracts. All names are invented."""

import pytest

from tests.minutes.importers.texts import passages_of, reading_of, words_of


def items(text: str) -> list[tuple[str, str]]:
    found = reading_of(text)
    assert words_of(passages_of(found)) == words_of(text)
    return [(item.get("item_number", ""), item["title"]) for item in found.get("items", [])]


def codes(text: str) -> list[str]:
    return [item["outcome"]["code"] for item in reading_of(text)["items"]]


RESOLUTION = (
    "Beschluss-Nr. OW/{number}/2026:\n{title}\n{text}\nGesetzliche Anzahl der Mitglieder: 8+1\ndavon anwesend 7+1\n"
    "| Abstimmungsergebnis: | ||\n| {yes} Ja-Stimmen | {no} Nein-Stimmen | 0 Enthaltungen |\n\n"
)


def test_published_resolutions_are_items_below_their_numbers():
    first = {"number": 41, "title": "Beitritt zum Ohmverband", "text": "Der Rat beschließt den Beitritt.", "yes": 8}
    second = {"number": 42, "title": "Verkauf des Kahns", "text": "Der Kahn wird für 400 € verkauft.", "yes": 3}
    text = "Beschlüsse der Sitzung des Gemeinderates Oberwinkel vom 14.09.2026\n\n"
    text += RESOLUTION.format(no=0, **first) + RESOLUTION.format(no=5, **second)
    assert items(text) == [
        ("", "Beschluss-Nr. OW/41/2026: Beitritt zum Ohmverband"),
        ("", "Beschluss-Nr. OW/42/2026: Verkauf des Kahns"),
    ]
    assert codes(text) == ["adopted", "rejected"]


def test_the_number_of_one_resolution_heads_no_item():
    text = "Beschluss-Nr. 12/2026\nDer Rat beschließt den Zaun.\nAbstimmungsergebnis: 8 Ja, 0 Nein"
    assert "items" not in reading_of(text)


def test_pages_of_a_site_that_lost_their_heads_are_items():
    page = "Bürgerinfo - Stadt Oberwinkel\n{}\n||||||||||\n"
    text = page.format("Frau Ohm stellt fest, dass geladen wurde.") + page.format(
        "Herr Kohl fragte nach dem Zaun.\nAbstimmungsergebnis: 8/0/1"
    )
    assert [number for number, _title in items(text)] == ["", ""]
    assert codes(text) == ["none", "adopted"]


def test_titles_above_labels_are_items_where_results_end_them():
    block = "{}\nSachverhalt:\nFrau Ohm stellt die Pläne vor.\nBeschluss:\nDer Rat stimmt dem zu.\n{}\n"
    text = block.format("Umbau des Bauhofs", "Mehrheitlich beschlossen - Ja 11 Nein 3 Anwesend 14")
    text += block.format("Bericht der Bücherei", "Zur Kenntnis genommen - Anwesend 14")
    text += block.format("Antrag auf einen Automaten", "Abgelehnt - Ja 5 Nein 9 Anwesend 14")
    assert [title for _number, title in items(text)] == [
        "Umbau des Bauhofs",
        "Bericht der Bücherei",
        "Antrag auf einen Automaten",
    ]
    assert codes(text) == ["adopted", "noted", "rejected"]


def test_a_line_may_announce_the_items_of_a_report():
    text = (
        "In der Sitzung vom 18.07.2026 hat der Gemeinderat wie folgt beschlossen:\nBelag der Albgasse\n"
        "Acht Firmen wurden angeschrieben. Der Gemeinderat hat den Auftrag einstimmig vergeben.\n"
        "Zuschuss an den Ruderclub\nDa keine Kosten vorlagen, hat der Gemeinderat die Entscheidung vertagt.\n"
        "Bürgerfragestunde\nEs wurden keine Fragen gestellt."
    )
    assert [title for _number, title in items(text)] == [
        "Belag der Albgasse",
        "Zuschuss an den Ruderclub",
        "Bürgerfragestunde",
    ]
    assert codes(text) == ["adopted", "deferred", "none"]


def test_headlines_of_a_report_may_be_sentences():
    text = (
        "Gemeindeblatt lesen\n\nÖffentliche Sitzung des Technischen Ausschusses am 14. März 2026\n\n"
        "Bürgermeister Ohm begrüßte elf Zuhörer im Saal.\n\nAufstockung am Bach findet keine Zustimmung\n\n"
        "Frau Kohl stellte das Haus vor.\nBei drei Ja-Stimmen und sechs Nein-Stimmen wurde das Einvernehmen versagt.\n\n"
        "Neue Fenster für die Schule\n\nOhne Aussprache vergab der Ausschuss den Auftrag einstimmig.\n\n"
        "Wünsche und Anfragen\n\nHerr Brenk erkundigte sich nach dem Baubeginn."
    )
    assert [title for _number, title in items(text)] == [
        "Aufstockung am Bach findet keine Zustimmung",
        "Neue Fenster für die Schule",
        "Wünsche und Anfragen",
    ]
    assert codes(text) == ["rejected", "adopted", "none"]


def test_an_extract_from_the_middle_has_its_numbers_alone():
    text = (
        "Beschluss: mehrheitlich angenommen\n\n9.2\n\nGebühren des Friedhofs\n\nHerr Kohl fragt nach den Kosten.\n\n"
        "Beschluss:\n\nDie Satzung wird neu gefasst.\n\nAbstimmungsergebnis: 28 Ja, 2 Nein\n\n"
        "9.3\n\nKörbe für die Altstadt\n\nBeschluss:\n\nVon neuen Körben wird abgesehen."
    )
    assert items(text) == [("9.2", "Gebühren des Friedhofs"), ("9.3", "Körbe für die Altstadt")]


def test_the_part_that_is_not_public_begins_again_from_one():
    text = (
        "Ergebnisse der Sitzung des Gemeinderates am 23.09.2026\n\nöffentlicher Teil:\n\n1. Einwohnerfragestunde\n"
        "Es wurde nichts gefragt.\n\n2. Ausbau der Schule\nDer Rat beschloss den Ausbau.\nAbstimmungsergebnis: einstimmig\n\n"
        "3. Mitteilungen\nFrau Ohm informierte über das Fest.\n\nnichtöffentlicher Teil:\n\n1. Grundstücksangelegenheiten\n"
        "Dem Erwerb eines Ackers wurde zugestimmt.\n\n2. Personalangelegenheiten\nDer Einstellung wurde zugestimmt."
    )
    assert [number for number, _title in items(text)] == ["1", "2", "3", "1", "2"]
    assert [item["public"] for item in reading_of(text)["items"]] == [True, True, True, False, False]
    assert codes(text)[3:] == ["adopted", "adopted"]


def test_chapters_may_leave_numbers_out_and_share_a_line_with_their_first_item():
    text = (
        "Protokoll\n\nüber die Sitzung des Bezirksausschusses am 13.11.2026\n\n1 Allgemeines 1.1 Ladung und Beschlussfähigkeit\n\n"
        "Frau Ohm eröffnet die Sitzung.\n\n1.2 Genehmigung der Tagesordnung\n\nDie ergänzte Tagesordnung wird einstimmig genehmigt.\n\n"
        "2 Anhörungen\n\n2.1 Programm des Hauses\n\nHerr Kohl stellt es vor. Der BA nimmt Kenntnis.\n\n"
        "2.2.4 Fällung am Bach\n\nDer BA stimmt der Fällung mit 4 Gegenstimmen zu."
    )
    numbers = [number for number, _title in items(text)]
    assert numbers == ["1", "1.1", "1.2", "2", "2.1", "2.2.4"]
    assert codes(text)[2:] == ["adopted_amended", "none", "noted", "adopted"]


def test_roman_chapters_need_formal_items_only_somewhere():
    text = (
        "Protokoll der 14. Sitzung am 20.10.2026\nI. Allgemeines\n1. Begrüßung\nDie Sitzung ist eröffnet.\n"
        "2. Genehmigung der Protokolle\nDem Protokoll wird zugestimmt.\nII. Anträge\n1. Mehr Ständer am Markt\n"
        "Der Antrag wird\nmehrheitlich angenommen (14:6)\nIII. Unterrichtungen\n1. Baustelle am Bach\nzur Kenntnis genommen"
    )
    assert [number for number, _title in items(text)] == ["I", "I.1", "I.2", "II", "II.1", "III", "III.1"]
    assert codes(text)[4:] == ["adopted", "none", "noted"]


AGENDA = (
    "Protokoll der Sitzung des Ortsbeirates vom 14.03.2026\n\nFestgestellte Tagesordnung\n\n1. Begrüßung, Ladung\n"
    "2. Bestätigung des Protokolls\n3. 01299/2026 Entgelte für Boote\n4. Sonstiges\n\nProtokoll\n\n"
)


def test_the_titles_of_numbers_with_zu_need_not_be_those_of_the_agenda():
    text = AGENDA + (
        "zu 1      Eröffnung der Sitzung\n\nFrau Ohm eröffnet sie.\n\nzu 2      Protokoll\n\nEs wurde bestätigt.\n\n"
        "zu 3      Vorlage 01299/2026\n          Entgelte für Boote\n\nHerr Kohl fragt.\n\nzu 4      Sonstiges\n\nNichts."
    )
    assert [number for number, _title in items(text)] == ["1", "2", "3", "4"]


def test_short_results_may_stand_right_behind_the_numbers():
    text = AGENDA + (
        "zu 1. Einstimmige Festsetzung der Tagesordnung ( 5 / 0 / 0 )\n\nzu 2. Mehrheitliche Bestätigung ( 4 / 0 / 1 )\n\n"
        "zu 3. Die Vorlage wurde abgelehnt (1 /3 /1)\n\nzu 4. Herr Kohl verwies auf das Fest am Bach."
    )
    assert [number for number, _title in items(text)] == ["1", "2", "3", "4"]
    assert codes(text) == ["adopted", "adopted", "rejected", "none"]


def test_a_chapter_between_marked_items_is_an_item():
    text = (
        "Niederschrift\n\nüber die 14. Sitzung der Bezirksvertretung\n\n\n1. Regularien\n\nzu TOP 1.1\nBenennung\n\n"
        "Frau Ohm wird benannt.\n\n\n2. Einwohnerfragestunde\n\nHerr Kohl fragt nach dem Kanal.\n\n\n3. Berichte\n\n"
        "zu TOP 3.1\nRadweg am Bach\n\nFrau Ohm stellt die Planung vor."
    )
    assert [number for number, _title in items(text)] == ["1.1", "2", "3", "3.1"]


def test_the_page_of_one_item_may_name_others():
    text = (
        "15.03.2026 - 2 Feststellung der Anwesenheit\n\nFrau Ohm eröffnet die Sitzung.\n\nRederecht haben:\n\n"
        "Zum TOP 4.3 Stellplatzsatzung von Frau Brenk.\n\nZum TOP 4.5 Kita am Bach\n\nHerr Kohl dankt."
    )
    assert "items" not in reading_of(text)


def test_a_report_without_a_formal_title_tells_decisions_below_lines_that_stand_apart():
    text = (
        "Gemeinderatssitzung vom 02.03.2026\n\nLiebe Leute,\n\nes gibt viel zu berichten.\n\nGrundschule\n\n"
        "Frau Ohm stellte einen Antrag.\n\nDer Antrag wurde einstimmig angenommen.\n\nHochwasser\n\n"
        "Das Büro Brenk stellte seine Zahlen vor.\n\nSkaterpark\n\nMit 8:4 Stimmen wurde der Bau beschlossen."
    )
    assert [title for _number, title in items(text)] == ["Grundschule", "Hochwasser", "Skaterpark"]
    assert codes(text) == ["adopted", "none", "adopted"]


def test_numbers_may_have_letters_and_words_of_their_own():
    agenda = "A 1 Eröffnung\nA 2 Bauleitplanung\nA 2.1 Plan am See\nB 1 Grundstücke"
    text = (
        f"Niederschrift\n\nSitzung des Bauausschusses\n\nTagesordnung\n\n{agenda}\n\nVerlauf\n\nA 1 Eröffnung\nFrau Ohm eröffnet.\n\n"
        "A 2 Bauleitplanung\n\nA 2.1 Plan am See\nDer Punkt wird in der nächsten Sitzung erneut aufgerufen.\n\nB 1 Grundstücke\nEs wird nichts verkauft."
    )
    assert [number for number, _title in items(text)] == ["A 1", "A 2", "A 2.1", "B 1"]
    assert codes(text)[2] == "deferred"
    text = "Protokoll der Sitzung vom 12. Mai 2026\n\nPunkt I: Bürgerfragen\nKeine.\n\nPunkt II: Haushalt\nFrau Ohm trägt vor."
    assert [number for number, _title in items(text)] == ["I", "II"]


def test_resolutions_counted_from_one_are_items_if_they_have_titles():
    text = (
        "Beschlüsse aus der Sitzung des Marktgemeinderates vom 12.05.2026\n\n"
        "Beschluss 1:\n{}Der Kanal wird gebaut.\nJa 14 Nein 1\n\nBeschluss 2:\n{}Der Antrag wird abgelehnt.\nJa 6 Nein 9"
    )
    assert [title for _number, title in items(text.format("Vergabe\n", "Tempo 30\n"))] == [
        "Beschluss 1: Vergabe",
        "Beschluss 2: Tempo 30",
    ]
    assert "items" not in reading_of(text.format("", ""))


def test_bullets_may_stand_before_the_titles_of_a_report():
    text = (
        "Sitzung des Gemeinderates Oberwinkel am 12. Mai 2026 - Kurzbericht\n\n• Bürgerfragestunde\nKeine Fragen.\n\n"
        "• Bauanträge\nDer Gemeinderat stimmt der Garage einstimmig zu.\n\n• Verschiedenes\nBürgermeister Kohl dankt der Wehr."
    )
    assert [title for _number, title in items(text)] == ["Bürgerfragestunde", "Bauanträge", "Verschiedenes"]


def test_a_sentence_may_stand_behind_the_colon_of_a_title():
    text = (
        "Ergebnisse der Sitzung vom 12.05.2026\n\nTOP 1 Baugesuche: Allen drei Gesuchen wurde einstimmig zugestimmt.\n\n"
        "TOP 2 Zuschuss des Vereins: Der Antrag wurde mit 3:9 Stimmen abgelehnt."
    )
    assert items(text) == [("1", "Baugesuche"), ("2", "Zuschuss des Vereins")]
    assert codes(text) == ["adopted", "rejected"]


def test_numbers_alone_have_the_titles_of_the_agenda():
    text = (
        "Niederschrift der Sitzung vom 12.05.2026\n\nTagesordnung:\n1. Eröffnung\n2. Protokollkontrolle\n3. Sonstiges\n\n"
        "Zu 1.\nBM Kohl begrüßt die Anwesenden.\n\nZu 2.\nEs gibt keine Einwände.\n\nZu 3.\nGV Ohm fragt nach der Lampe."
    )
    assert items(text) == [("1", "Eröffnung"), ("2", "Protokollkontrolle"), ("3", "Sonstiges")]


def test_motions_below_their_item_may_have_numbers_of_a_further_level():
    text = (
        "Protokoll über die Sitzung vom 12.05.2026\n\nTOP 1 - Begrüßung\nOV Kohl begrüßt alle.\n\nTOP 2 - Anträge\n\n"
        "2.1 Antrag der ABC: Bank am See\n\nFrau Ohm begründet ihn.\n\n2.2 Antrag der DEF: Parkverbot\n\n"
        "Abstimmung: 2 Ja, 5 Nein"
    )
    assert [number for number, _title in items(text)] == ["1", "2", "2.1", "2.2"]
    assert codes(text)[2:] == ["none", "rejected"]


def test_published_resolutions_may_be_numbered_within_their_year():
    text = (
        "Beschlüsse der Gemeindevertretung Oberwinkel vom 12.05.2026\n\nBeschluss GV 05-2026\nDie Gemeindevertretung beschließt den Haushalt.\n"
        "Abstimmungsergebnis: 8 Ja-Stimmen, 0 Nein-Stimmen\n\nBeschluss GV 06-2026\nDie Gemeindevertretung lehnt den Antrag ab.\n"
        "Abstimmungsergebnis: 9 Ja-Stimmen, 0 Nein-Stimmen"
    )
    assert codes(text) == ["adopted", "rejected"]


ALONE = (
    "{head}{a}\nBeitritt zum Ohmverband\nDer Gemeinderat hat den Beitritt beschlossen.\n\n"
    "{b}\nDer Gemeinderat beschließt die Satzung über die Hundesteuer.\n\nAbstimmungsergebnis: 7 Ja-Stimmen, 2 Nein-Stimmen\n\n"
    "{c}\nWahl der Schiedsperson\nDer Gemeinderat hat Frau Ilse Brenk zur Schiedsperson gewählt.\n\n"
    "{d}\nDer Gemeinderat nimmt den Bericht zur Kenntnis.\n"
)
NUMBERS = ("{}/11/2026", "S 13/26{}/26", "BV-04{}-2026", "GR {}/2026:")


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "head",
    [
        "",
        "Beschlüsse der Sitzung des Gemeinderates vom 14.09.2026\n\n",
        "Beschlüsse aus der 9. Sitzung des Gemeinderates\n\n14.09.2026\n\n",
        "Am 14.09.2026 wurden folgende Beschlüsse gefasst:\n\nÖffentlicher Teil:\n\n",
    ],
)
def test_numbers_of_published_resolutions_may_stand_alone(head, number):
    text = ALONE.format(head=head, **{key: number.format(n) for n, key in enumerate("abcd", 4)})
    assert [title for _, title in items(text)] == [
        "Beitritt zum Ohmverband",
        number.format(5),
        "Wahl der Schiedsperson",
        number.format(7),
    ]
    assert codes(text) == ["adopted", "adopted", "elected", "noted"]


@pytest.mark.parametrize("number", ["12/2026", "V 13/26"])
def test_numbers_of_papers_alone_head_no_items(number):
    text = f"TOP 4: Anträge\n\n{number}\n\n{number.replace('1', '2')}\n\nFrau Ohm fragt nach dem Zaun.\n\nDer Antrag wird abgelehnt."
    assert items(text) == []


def test_published_resolutions_may_each_tell_their_session():
    page = "Beschluss Nr. {}/2026\n- {} -\nRatssitzung am: Montag, 14.09.2026\nBearbeiter: Herr Kohl\n\nBeschluss:\nDer Rat stimmt zu.\n\nJa-Stimmen: {}\nNein-Stimmen: 1\n\n"
    text = (
        f"Seite 3 Amtliches\n\n{page.format(41, 'Beitritt zum Ohmverband', 8)}{page.format(42, 'Verkauf des Kahns', 7)}"
    )
    assert [title[:20] for _, title in items(text)] == ["Beschluss Nr. 41/202", "Beschluss Nr. 42/202"]
    assert codes(text) == ["adopted", "adopted"]


REPORT = (
    "{lead}\n\n{mark}Kindergarten\n\nBürgermeister Kohl stellte den Bedarf vor. Der Gemeinderat stimmte ihm zu.\n\n"
    "{mark}Feuerwehr\n\nBei zwei Gegenstimmen beschloss der Rat die Anschaffung. Die Kosten trägt der Verband.\n\n"
    "{mark}Verschiedenes\n\nGemeinderätin Ohm fragte nach dem Zaun."
)


@pytest.mark.parametrize("mark", ["", "* ", "• ", "► "])
@pytest.mark.parametrize(
    "lead",
    [
        "Aus dem Gemeinderat\n\nIn der Sitzung am 12. Mai 2026 behandelte der Gemeinderat folgende Punkte:",
        "Der Gemeinderat befasste sich in seiner Sitzung am 12.05.2026 mit folgenden Themen:",
        "Aus der Gemeinderatssitzung vom 12. Mai 2026",
    ],
)
def test_bullets_and_announcements_head_the_items_of_a_report(lead, mark):
    found = items(REPORT.format(lead=lead, mark=mark))
    assert [title for _, title in found] == ["Kindergarten", "Feuerwehr", "Verschiedenes"]


def test_decisions_need_not_be_the_last_sentence_of_a_report():
    text = REPORT.format(lead="Kurz notiert aus der Sitzung des Gemeinderats vom 12. Mai 2026", mark="")
    text = text.replace("Verschiedenes", "Neuer Zaun am See")
    text = text.replace("Gemeinderätin Ohm fragte nach dem Zaun", "Der Gemeinderat nahm den Bericht zur Kenntnis")
    assert len(items(text)) == 3


def test_a_sentence_may_stand_behind_the_colon_of_a_mere_number():
    text = (
        "Protokoll der Gemeinderatssitzung vom 12.05.2026\n\n"
        "1. Protokollgenehmigung: Das Protokoll wird einstimmig genehmigt.\n"
        "2. Bauantrag Erlenweg 4: Herr Kohl fragt nach der Zufahrt. Dem Antrag wird zugestimmt.\n"
        "3. Wasserleitung: Der Auftrag wird vergeben."
    )
    assert items(text) == [("1", "Protokollgenehmigung"), ("2", "Bauantrag Erlenweg 4"), ("3", "Wasserleitung")]


def test_how_was_voted_on_points_heads_no_items():
    text = (
        "Beschluss:\n\n1. Der Zaun wird gebaut.\n\n2. Das Tor wird gestrichen.\n\n"
        "Abstimmung:\n\nzu 1. Einstimmige Annahme\n\nzu 2. Mehrheitliche Annahme"
    )
    assert items(text) == []
