"""Minutes whose lines were lost, as they are copied from pages: agendas, headings and marks of pages within a line. All names are invented."""

import pytest

from tests.minutes.importers.texts import passages_of, reading_of, words_of

HEAD = "Niederschrift über die Sitzung des Gemeinderates Oberwinkel am 4. Mai 2026\n\n"


def items(text: str) -> list[tuple[str, str]]:
    found = reading_of(text)
    assert words_of(passages_of(found)) == words_of(text)
    return [(item.get("item_number", ""), item.get("title", "")) for item in found.get("items", [])]


AGENDA = (
    "1. Eröffnung der Sitzung 2. Änderung der Satzung für den Badesee 3. Erlass der 4. Änderung der Hauptsatzung "
    "4. Anträge 4.1 Antrag auf Bänke 4.2 Antrag auf Schilder 5. Anfragen Nichtöffentlicher Teil 6. Pacht der Wiese"
)
TITLES = [
    ("1", "Eröffnung der Sitzung"),
    ("2", "Änderung der Satzung für den Badesee"),
    ("3", "Erlass der 4. Änderung der Hauptsatzung"),
    ("4", "Anträge"),
    ("4.1", "Antrag auf Bänke"),
    ("4.2", "Antrag auf Schilder"),
    ("5", "Anfragen"),
    ("6", "Pacht der Wiese"),
]


@pytest.mark.parametrize(
    "lead",
    [
        "Tagesordnung ",
        "Tagesordnung\n\n",
        "Tagesordnung\n\nÖffentliche Sitzung ",
        "Tagesordnung: Öffentlicher Teil: ",
        "Tagesordnung\n\nI. Öffentlicher Teil ",
    ],
)
def test_an_agenda_on_one_line_has_parts_and_levels(lead):
    told = "\n\n".join(f"{number}. {title}\n\nFrau Ohm spricht dazu." for number, title in TITLES)
    found = reading_of(f"{HEAD}{lead}{AGENDA}\n\n{told}")
    assert [(entry["number"], entry["title"]) for entry in found["agenda"]] == TITLES
    assert [entry.get("public") for entry in found["agenda"]][-2:] == [None, False]
    assert [(item["item_number"], item["title"]) for item in found["items"]] == TITLES


def test_the_agenda_has_the_titles_of_sentences_behind_numbers():
    text = (
        f"{HEAD}Tagesordnung {AGENDA}\n\n"
        "Zu TOP 1: Der Bürgermeister Herr Kohl eröffnet die Sitzung und begrüßt die Gäste.\n\n"
        "Zu TOP 2: Frau Ohm beantragt, die Satzung zu vertagen. Abstimmung: 7 Ja-Stimmen 5 Nein-Stimmen\n\n"
        "Zu TOP 3: Der Rat beschließt die Satzung. Abstimmung: 9 Ja-Stimmen 0 Nein-Stimmen\n\n"
        "Zu TOP 4.1: Frau Brenk fragt nach den Kosten.\n\nZu TOP 5: Es liegen keine Anfragen vor."
    )
    assert items(text) == [each for each in TITLES if each[0] in {"1", "2", "3", "4.1", "5"}]


@pytest.mark.parametrize("mark", ["Seite 1 von 3 ", "Seite 2 ", "- 2 - ", "-2", "– 2 – "])
def test_the_mark_of_a_page_may_stand_before_a_heading(mark):
    text = f"{HEAD}TOP 1 Einwohnerfragen\n\nHerr Kohl fragt nach dem Zaun.\n\n{mark}TOP 2 Anfragen\n\nFrau Ohm dankt."
    found = reading_of(text)
    assert [item["title"] for item in found["items"]] == ["Einwohnerfragen", "Anfragen"]
    assert mark.strip() in [each["text"] for each in found["source"]["passages"] if each["place"] == "furniture"]


@pytest.mark.parametrize(
    "line", ["Niederschrift 4/2026, Seite {}", "Rat am 4. Mai 2026 - Seite: {}", "Protokoll S. {}"]
)
def test_a_line_that_counts_the_pages_is_of_no_item(line):
    text = (
        f"{line.format(61)}\n\n{HEAD}TOP 1 Einwohnerfragen\n\nHerr Kohl fragt nach dem Zaun.\n\n"
        f"{line.format(62)}\n\nTOP 2 Anfragen\n\nFrau Ohm dankt.\n\n{line.format(63)}\n\nHerr Kohl auch."
    )
    assert [len(item["contributions"]) for item in reading_of(text)["items"]] == [1, 2]


def test_places_in_papers_are_no_pages():
    text = f"{HEAD}TOP 1 Haushalt\n\nGeändert werden:\n\nAnlage 2, Seite 31\n\nAnlage 3, Seite 12\n\nFrau Ohm dankt."
    assert "furniture" not in {each["place"] for each in reading_of(text)["source"]["passages"]}


WITHIN = (
    "Anwesend: Petra Ohm, Jan Kohl{0}1{1}Eröffnung der Sitzung Die Vorsitzende eröffnet die Sitzung.{0}2{1}Genehmigung "
    "der Niederschrift Die Niederschrift wird mit 9 Ja-Stimmen genehmigt.{0}3{1}Neue Halle am Erlenweg Herr Kohl stellt "
    "den Plan vom 12. Februar vor. Der Rat stimmt mit 8 Ja-Stimmen und 1 Enthaltung zu.{0}4{1}Verschiedenes Frau Brenk "
    "fragt nach dem Zaun. Herr Kohl nennt Punkt 5. Der Rat dankt ihm."
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (" TOP ", " "),
        (" TOP ", ": "),
        (" zu TOP ", ": "),
        (" Tagesordnungspunkt ", " – "),
        (" Zu Punkt ", ": "),
        (" ", ". "),
    ],
)
def test_headings_may_stand_within_a_paragraph(before, after):
    text = HEAD.strip() + " " + WITHIN.format(before, after).replace("Kohl TOP", "Kohl Öffentlicher Teil TOP", 1)
    titles = ["Eröffnung der Sitzung", "Genehmigung der Niederschrift", "Neue Halle am Erlenweg", "Verschiedenes"]
    assert items(text) == [(str(n), title) for n, title in enumerate(titles, 1)]
    assert [len(item["votes"]) for item in reading_of(text)["items"]] == [0, 1, 1, 0]


def test_items_that_a_sentence_names_are_no_headings():
    text = (
        "Frau Ohm fragt, ob TOP 1 Haushalt vertagt wird. Der Vorsitzende verneint dies. Herr Kohl bittet, "
        "TOP 2 Anfragen vorzuziehen und mit TOP 3 Verschiedenes zu verbinden."
    )
    assert "items" not in reading_of(text)


def test_a_list_within_a_sentence_has_no_headings():
    text = "Der Rat beschließt: 1. Wahl und Bericht entfallen. 2. Die Halle wird gebaut. 3. Der Bericht folgt im Mai."
    assert "items" not in reading_of(text)


def test_mere_numbers_that_count_on_have_their_text_on_the_same_line():
    text = (
        "Kurzbericht über die Sitzung des Gemeinderates am 4. Mai 2026\n\n"
        "1. Sanierung der Turnhalle Die Architektin stellt den Plan vor. Der Rat stimmt ihm zu.\n\n"
        "2. Vergabe der Malerarbeiten Der Rat vergibt den Auftrag an die Firma Farbe GmbH zum Preis von 4.310,20 EUR.\n\n"
        "3. Anfragen Frau Brenk fragt nach dem Zaun."
    )
    assert items(text) == [("1", "Sanierung der Turnhalle"), ("2", "Vergabe der Malerarbeiten"), ("3", "Anfragen")]


def test_a_result_or_a_title_may_stand_right_before_the_next_heading():
    text = (
        f"{HEAD}Öffentlicher Teil TOP 1 Eröffnung Die Vorsitzende eröffnet die Sitzung. TOP 2 Wegebau Herr Kohl stellt den "
        "Plan vor. Abstimmungsergebnis: 5 Ja, 1 Nein TOP 3 Pacht TOP 4 Verschiedenes Frau Brenk fragt nach dem Zaun."
    )
    assert items(text) == [("1", "Eröffnung"), ("2", "Wegebau"), ("3", "Pacht"), ("4", "Verschiedenes")]


def test_titles_may_end_the_line_on_which_the_text_before_ends():
    text = (
        "Protokoll der Gemeinderatssitzung vom 12. Mai 2026\n1. Begrüßung\nBürgermeister Kohl begrüßt die Gäste und stellt "
        "die Tagesordnung fest. 2. Protokoll der letzten Sitzung\nDas Protokoll wird genehmigt. 3. Wegebau\nHerr Kohl "
        "stellt die Planung vor. Der Rat stimmt mit 7 Ja-Stimmen zu. 4. Verschiedenes\nFrau Brenk fragt nach dem Zaun."
    )
    titles = ["Begrüßung", "Protokoll der letzten Sitzung", "Wegebau", "Verschiedenes"]
    assert items(text) == [(str(n), title) for n, title in enumerate(titles, 1)]


def test_an_agenda_on_one_line_may_have_the_word_before_each_number():
    agenda = "Tagesordnung TOP 1 Eröffnung TOP 2 Wegebau TOP 3 Anfragen"
    text = f"{HEAD}{agenda}\n\nTOP 1 Eröffnung\n\nFrau Ohm eröffnet.\n\nTOP 2 Wegebau\n\nHerr Kohl fragt.\n\nTOP 3 Anfragen\n\nKeine."
    assert items(text) == [("1", "Eröffnung"), ("2", "Wegebau"), ("3", "Anfragen")]
    assert len(reading_of(text)["agenda"]) == 3


def test_labels_in_the_midst_of_a_paragraph_begin_their_sections():
    text = (
        "Gemeinde Oberwinkel, 11.05.2026 Auszug aus der Niederschrift über die Sitzung des Schulausschusses vom 28.04.2026 - "
        "Öffentlicher Teil TOP: 4. Betreuung an den Grundschulen Vorlagen-Nr. 37/2026 Beschlussempfehlung: Der Ausschuss "
        "empfiehlt dem Rat, eine zweite Gruppe einzurichten. Beratungsergebnis: 14 Ja-Stimmen, 2 Stimmenthaltungen"
    )
    reading = reading_of(text)
    assert (reading["item_number"], reading["title"]) == ("4", "Betreuung an den Grundschulen")
    assert reading["votes"][0] | {"result": ""} == {"result": "", "yes": 14, "abstain": 2}
    assert reading["resolution"] == ["Der Ausschuss empfiehlt dem Rat, eine zweite Gruppe einzurichten."]
    assert words_of(passages_of(reading)) == words_of(text)


def test_what_an_archive_shows_of_a_file_is_furniture():
    record = "Daten\n\nKommune\nOberwinkel\nDateiname\nNiederschrift.pdf\nGröße\n74 kB\n\nInhalt der Datei\n\n"
    text = record + "TOP 3: Zaun am Bach\n\nHerr Kohl fragt nach dem Zaun.\n"
    reading = reading_of(text)
    places = [passage["place"] for passage in reading["source"]["passages"]]
    assert places[:8] == ["furniture"] * 8
    assert [said["speaker"] for said in reading["contributions"]] == ["Herr Kohl"]


def test_numbers_of_pages_at_the_right_go_on_from_page_to_page():
    said = [f"Frau Ohm nennt den {number}. Grund." for number in range(1, 41)]
    lines = ["TOP 3: Zaun", "", *said[:20], f"{'':60}2", *said[20:], f"{'':60}3", "Herr Kohl dankt."]
    places = {each["text"]: each["place"] for each in reading_of("\n".join(lines))["source"]["passages"]}
    assert (places["2"], places["3"]) == ("furniture", "furniture")


def test_numbers_of_a_form_at_the_right_are_no_pages():
    form = f"TOP 3: Zaun\n\nBeschluss:\nDer Zaun wird gebaut.\n\nAbstimmungsergebnis:\nJa:\n{'':60}9\nNein:\n{'':60}10"
    assert "furniture" not in {each["place"] for each in reading_of(form)["source"]["passages"]}
