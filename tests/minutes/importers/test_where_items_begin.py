"""Where items begin, however minutes number them, with an agenda and without. All names are invented."""

import pytest

from tests.minutes.importers.texts import passages_of, reading_of, words_of

TITLES = (
    "Eröffnung der Sitzung und Feststellung der Beschlussfähigkeit",
    "Einwohnerfragestunde",
    "Neubau einer Lagerhalle am Erlenweg",
    "Antrag der Freien Liste auf einen Zuschuss für den Sportverein",
    "Verschiedenes",
)
BODIES = (
    "Vorsitzende Ohm eröffnet die Sitzung um 19.00 Uhr.",
    "Herr Aalders fragt nach dem Weg am Bach. Die Vorsitzende sagt eine Antwort zu.",
    "Frau Brenk stellt den Plan vor.\n\nBeschluss:\nDer Rat stimmt dem Neubau zu.\nAbstimmungsergebnis: 9 Ja, 1 Nein",
    "Herr Kohl begründet den Antrag.\n\nBeschluss:\nDer Verein erhält 500 Euro.\nAbstimmungsergebnis: einstimmig",
    "Frau Ohm dankt dem Bauhof.",
)
HEAD = (
    "Gemeinde Oberwinkel\n\nNiederschrift\nüber die Sitzung des Gemeinderates am 4. Mai 2026\n\nBeginn: 19.00 Uhr\n\n"
    "Anwesend:\nPetra Ohm\nJan Kohl\nUwe Aalders\n\n"
)
MARKED = (
    "TOP {n}: {t}",
    "zu {n}\n{t}",
    "zu {n}.\n\n{t}",
    "TOP 0{n} {t}",
    "TOP A {n} {t}",
    "TOP I.{n} {t}",
    "TO.PUNKT {n}\n{t}",
    "TOP {n} ö  {t}",
    "**TOP {n}: {t}**",
    "{n}. Tagesordnungspunkt\n{t}",
    "Zu {n}. der Tagesordnung: {t}",
    "TOP {n} ö.T.\n{t}",
    "TOP {n} n.ö.T. {t}",
    "{n}. TOP {t}",
    "Beratungsgegenstand {n}: {t}",
    "Verhandlungsgegenstand Nr. {n}: {t}",
    "Zu Ziff. {n} der TO: {t}",
    "Nr. {n} der Tagesordnung\n{t}",
    "Zum {n}. Tagesordnungspunkt:\n{t}",
    "Tagesordnungspunkt {n} - öffentlich -\n{t}",
    "T.O.P. {n}: {t}",
    "19.0{n} Uhr – TOP {n}: {t}",
    "[TOP {n}] {t}",
    "Zu Ö {n}    {t}",
    "TOP {n} öffentlicher Teil\n{t}",
)
MERE = (
    "{n}. {t}",
    "{n}.\n{t}",
    "{n}.) |\n{t} |",
    "{n}. {t}:",
    "({n}) {t}",
    "{n} - {t}",
    "8{n}. {t}",
    "§ 8{n} {t}",
    "§ 8{n}\n{t}",
    "Nr. {n}: {t}",
    "zu {n} {t}",
    "Ad {n}) {t}",
    "A.{n} {t}",
    "I/{n} {t}",
    "1.{n} {t}",
    "2.{l}. {t}",
    "**{n}. {t}**",
    "{n}. {t}\n----------",
    "{n}/2026 {t}",
    "Nr. {n}/2026\n{t}",
    "{l}) {t}",
    "Ziff. {n}: {t}",
)


def headed(form: str, n: int, title: str) -> str:
    return form.format(n=n, t=title, l="abcde"[n - 1])


def minutes(form: str, agenda: str = "") -> str:
    listed = "\n".join(headed(agenda, n, title).replace("\n", " ") for n, title in enumerate(TITLES, start=1))
    told = "\n\n".join(
        f"{headed(form, n, title)}\n\n{body}"
        for n, (title, body) in enumerate(zip(TITLES, BODIES, strict=True), start=1)
    )
    return HEAD + (f"Tagesordnung:\n{listed}\n\n" if agenda else "") + told


def titles(text: str) -> list[str]:
    return [item.get("title", "") for item in reading_of(text).get("items", [])]


def numbers(text: str) -> list[str]:
    return [item.get("item_number", "") for item in reading_of(text).get("items", [])]


@pytest.mark.parametrize("form", [*MARKED, *(form for form in MERE if form != "2.{l}. {t}"), "{t}"])
def test_headings_are_found_without_an_agenda(form):
    assert titles(minutes(form)) == [*TITLES]


@pytest.mark.parametrize("form", [*MARKED, *MERE, "{t}"])
def test_an_agenda_is_told_from_the_items(form):
    text = minutes(form, agenda="{n}. {t}")
    assert titles(text) == [*TITLES]
    assert [entry["title"] for entry in reading_of(text)["agenda"]] == [*TITLES]


@pytest.mark.parametrize("form", MERE)
def test_an_agenda_may_number_as_the_headings_do(form):
    assert titles(minutes(form, agenda=form)) == [*TITLES]


@pytest.mark.parametrize("form", ["TOP {n}: {t}", "{n}. {t}"])
def test_an_agenda_without_a_title_is_known_by_its_entries_coming_again(form):
    text = minutes(form, agenda=form).replace("Tagesordnung:\n", "Der Rat beschloss, den Ablauf so zu lassen:\n")
    assert titles(text) == [*TITLES]
    assert len(reading_of(text)["agenda"]) == len(TITLES)


@pytest.mark.parametrize(
    ("form", "written"),
    [("A.{n} {t}", "A.2"), ("2.{l}. {t}", "2.b"), ("§ 8{n} {t}", "82"), ("I/{n} {t}", "I/2"), ("TOP 0{n} {t}", "02")],
)
def test_numbers_stay_as_written(form, written):
    assert numbers(minutes(form, agenda=form))[1] == written


def test_titles_may_differ_from_the_agenda_in_a_word():
    agenda = "Tagesordnung:\n1. Eröffnung\n2. Errichtung einer Lagerhalle\n3. Verschiedenes\n\n"
    text = f"{HEAD}{agenda}1. Eröffnung\n\nDie Vorsitzende begrüßt alle.\n\n2. Lagerhalle am Erlenweg\n\nDer Bau wird vertagt.\n\n3. Verschiedenes\n\nHerr Kohl dankt."
    assert titles(text) == ["Eröffnung", "Lagerhalle am Erlenweg", "Verschiedenes"]


def test_items_stand_below_their_parent_though_the_agenda_does_not_list_them():
    text = (
        f"{HEAD}TOP 1: Begrüßung\n\nDie Vorsitzende begrüßt alle.\n\nTOP 2: Bauanträge\n\n2.1 Carport am Bach 3\nDem Bau wird zugestimmt.\n\n"
        "2.2 Wintergarten am Bach 5\nHerr Kohl fragt nach der Grenze.\n\nTOP 3: Verschiedenes\n\nFrau Ohm dankt."
    )
    assert numbers(text) == ["1", "2", "2.1", "2.2", "3"]


def test_chapters_of_a_text_are_no_items():
    text = (
        f"{HEAD}TOP 1: Begrüßung\n\nDie Vorsitzende begrüßt alle.\n\nTOP 2: Konzept für die Wege\n\n1. Anlass\n\nDie Wege sind alt.\n\n2. Ziele\n\n"
        "2.1 Sichere Wege\n\nAlle sollen sicher gehen.\n\nTOP 3: Verschiedenes\n\nFrau Ohm dankt."
    )
    assert numbers(text) == ["1", "2", "3"]


def test_an_extract_with_a_column_of_numbers_leaves_some_out():
    text = (
        f"{HEAD}4       Annahme einer Schenkung\n\n6       Anfragen\n\n6.1     Anfrage der Freien Liste: Leere Läden\n        AN/0041/2026\n\n"
        "        Herr Kohl fragt nach.\n\n8       Anträge\n\n8.2     Antrag der Grünen Liste: Mehr Bänke\n        1182/2026\n\n"
        "        Beschluss:\n        Vier Bänke werden aufgestellt.\n\n        Abstimmungsergebnis:\n        Einstimmig zugestimmt."
    )
    assert numbers(text) == ["4", "6", "6.1", "8", "8.2"]
    items = reading_of(text)["items"]
    assert [item["papers"] for item in items if item.get("papers")] == [["AN/0041/2026"], ["1182/2026"]]
    assert [said["speaker"] for said in items[2]["contributions"]] == ["Herr Kohl"]


@pytest.mark.parametrize("word", ["zu 0", "zu TOP ", ""])
def test_numbers_alone_may_stand_before_the_text(word):
    agenda = "Tagesordnung:\n01 Eröffnung\n02 Bericht\n03 Verkauf einer Wiese\n\n"
    if word != "zu 0":
        agenda = agenda.replace("\n0", "\n")
    text = (
        f"{HEAD}{agenda}{word}1 Die Vorsitzende eröffnet die Sitzung.\n\n{word}2 Frau Ohm berichtet über den Löschteich.\n\n"
        f"{word}3 Der Verkauf wird beschlossen.\nAbstimmung: 7 Ja-Stimmen 0 Nein-Stimmen"
    )
    assert titles(text) == ["Eröffnung", "Bericht", "Verkauf einer Wiese"]
    assert reading_of(text)["items"][2]["votes"] == [{"yes": 7, "no": 0}]


def test_points_referred_to_are_no_items():
    text = (
        "Beschluss: einstimmig beschlossen\nBeschlussvorschlag\n\nZu 1)\n\nDer Rat stimmt dem Weg zu.\n\nZu 2)\n\nDer Rat vertagt den Zaun.\n\n"
        "Frau Ohm fragt nach den Kosten."
    )
    assert "items" not in reading_of(text)
    assert "items" not in reading_of(
        "Herr Kohl fragt nach dem Zaun.\n\nZu 1: Im Mai.\n\nZu 2: Für 500 Euro.\n\nZu 3: Nein."
    )


def test_titles_need_a_session_of_which_is_told():
    told = "Weg am Bach\n\nDer Weg wurde erneuert.\n\nZaun am Hof\n\nDer Zaun steht.\n\nTor am Markt\n\nDas Tor fehlt."
    assert titles(
        f"Aus der Sitzung des Gemeinderates vom 4. Mai 2026\n\n{told}\n\nVerschiedenes\n\nFrau Ohm dankt."
    ) == [
        "Weg am Bach",
        "Zaun am Hof",
        "Tor am Markt",
        "Verschiedenes",
    ]
    assert titles(told) == []
    assert titles(f"TOP: 7\nBetreff: Mitteilungen\n\n{told}") == []
    assert (
        titles(f"Wortprotokoll\n\nMitteilungen\n\nDas Tor fehlt.\n\n{told}\n\nVerschiedenes\n\nFrau Ohm dankt.") == []
    )


def test_lines_without_a_full_stop_are_titles_where_nothing_is_wrapped():
    text = (
        "Niederschrift über die Sitzung des Gemeinderates Oberwinkel vom 14.09.2026\nBürgermeisterin Ohm eröffnet die Sitzung um 19:00 Uhr. Sie stellt fest, dass alle Mitglieder geladen wurden.\n"
        "1 Genehmigung der Niederschrift über die letzte öffentliche Sitzung\nBeschluss:\nDie Niederschrift wird genehmigt.\nEinstimmig beschlossen\n"
        "2 Nutzung einer Scheune als Wohnung in der Gemarkung Unterwinkel, Flurstück 87\nGemeinderätin Brenk ist von der Beratung und Abstimmung ausgeschlossen.\nBeschluss:\nDer Nutzung wird zugestimmt.\nEinstimmig beschlossen\n"
        "3 Antrag der Freien Liste auf eine Bürgerstunde vor jeder Sitzung des Rates\nGemeinderat Kohl begründet den Antrag.\nBeschluss:\nDie Stunde findet statt.\nMehrheitlich abgelehnt\n"
    )
    assert numbers(text) == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("below", "papers", "title"),
    [
        ("(Drucks. Nr. 15-1307/2026)", ["15-1307/2026"], "Fahrradbügel am Bahnhof"),
        ("Beschlussvorlage - 18/2026", ["18/2026"], "Fahrradbügel am Bahnhof"),
        ("hier: Vergabe der Arbeiten", [], "Fahrradbügel am Bahnhof hier: Vergabe der Arbeiten"),
        ("beratend", [], "Fahrradbügel am Bahnhof"),
    ],
)
def test_what_stands_right_below_a_heading_is_of_the_heading(below, papers, title):
    text = f"{HEAD}TOP 1: Begrüßung\n\nFrau Ohm begrüßt alle.\n\nTOP 2: Fahrradbügel am Bahnhof\n{below}\n\nHerr Kohl dankt."
    item = reading_of(text)["items"][1]
    assert (item["title"], item.get("papers", [])) == (title, papers)
    assert len(item["contributions"]) == 1


@pytest.mark.parametrize(
    "end",
    [
        "Ende der öffentlichen Sitzung: 20.40 Uhr",
        "Petra Ohm                                 Jan Kohl\nBürgermeisterin                           Schriftführer",
        "Petra Ohm\nBürgermeisterin\n\nJan Kohl\nSchriftführer",
        "Datenstand vom 12.05.2026 08:42 Uhr",
    ],
)
def test_the_end_of_the_minutes_is_of_no_item(end):
    text = f"{minutes('TOP {n}: {t}')}\n\n{end}"
    found = reading_of(text)
    assert "\n".join(found["closing"]).split() == end.split()
    assert [said["speaker"] for said in found["items"][-1]["contributions"]] == ["Frau Ohm"]


def test_what_pages_repeat_is_of_no_item():
    page = "Gemeinde Oberwinkel, Rat am 4. Mai 2026\n\nAusdruck vom: 19.05.2026\nSeite: {}/4\n\n"
    first, second, third = BODIES[:3]
    text = f"{HEAD}{page.format(1)}TOP 1: {TITLES[0]}\n\n{first}\n\n{page.format(2)}TOP 2: {TITLES[1]}\n\n{second} Auch der Zaun am\n\n{page.format(3)}alten Hof fehlt.\n\nTOP 3: {TITLES[2]}\n\n{third}\n\n{page.format(4)}"
    found = reading_of(text)
    assert [len(item["contributions"]) for item in found["items"]] == [1, 1, 1]
    assert found["items"][1]["contributions"][0]["text"].endswith("Auch der Zaun am alten Hof fehlt.")
    assert words_of(passages_of(found)) != []


LONG = "Genehmigung der Niederschrift über die zwölfte Sitzung des Gemeinderates Oberwinkel vom"


@pytest.mark.parametrize("form", ["TOP {n}: {t}", "{n}. {t}", "{n}       {t}", "§ 8{n} {t}"])
def test_a_day_on_the_next_line_begins_no_item(form):
    long = headed(form, 2, LONG)
    text = minutes(form, agenda=form).replace(headed(form, 2, TITLES[1]), f"{long}\n3. März 2026 im Rathaus")
    text += "\n\nDie Zuhörer bitten darum, ihnen die Pläne für den neuen Weg am\nBach zu zeigen, sobald sie von den Planern geändert worden sind."
    assert titles(text)[1:3] == [f"{LONG} 3. März 2026 im Rathaus", TITLES[2]]


def test_a_title_goes_on_beside_its_number():
    text = (
        f"{HEAD}1       Einwohnerfragestunde\n\n        Niemand fragt etwas.\n\n2       Antrag der Freien Liste auf mehr Bänke an den Wegen,\n"
        "        die zum Bach führen\n\n        Der Antrag wird vertagt.\n\n3       Verschiedenes\n\n        Herr Kohl dankt."
    )
    assert titles(text)[1] == "Antrag der Freien Liste auf mehr Bänke an den Wegen, die zum Bach führen"


def test_text_may_stand_right_behind_the_title_that_the_agenda_has():
    text = minutes("{n}. {t}", agenda="{n}. {t}").replace(
        f"3. {TITLES[2]}\n\n", f"3. {TITLES[2]} Frau Ohm fragt nach. ", 2
    )
    assert titles(text) == [*TITLES]


def test_the_number_of_an_entry_below_another_does_not_end_the_agenda():
    agenda = "Tagesordnung:\n1. Wahlen\n1.1 Wahlen\n2. Anfragen\n3. Wahlen\n\n"
    text = f"{HEAD}{agenda}1. Wahlen\n\nFrau Ohm erklärt sie.\n\n2. Anfragen\n\nHerr Kohl fragt."
    assert len(reading_of(text)["agenda"]) == 4


@pytest.mark.parametrize("form", [*MARKED, *MERE, "{t}"])
def test_no_word_is_lost_where_items_begin(form):
    text = minutes(form, agenda="{n}. {t}")
    assert words_of(passages_of(reading_of(text))) == words_of(text)


def test_rows_of_tables_head_the_items_in_whatever_order():
    text = """Niederschrift über die 3. Sitzung des Rates am 12. Mai 2026

| 1. | Eröffnung |

Der Vorsitzende eröffnet die Sitzung.

| 4. | Vorstellung des Steges |

Frau Ohm stellt den Steg vor.

| 2. | Wahl |

Herr Kohl wird einstimmig gewählt.

| 3. | Anfragen |

Herr Ilg fragt nach dem Weg."""
    items = reading_of(text)["items"]
    assert [(item["item_number"], item["title"]) for item in items] == [
        ("1", "Eröffnung"),
        ("4", "Vorstellung des Steges"),
        ("2", "Wahl"),
        ("3", "Anfragen"),
    ]


def test_rows_that_come_again_as_headings_are_the_agenda():
    rows = "".join(f"| TOP {n} | {title} |\n| - Beratung und Beschluss - |\n" for n, title in enumerate(TITLES, 1))
    text = minutes("TOP {n} {t}", agenda="{n}").replace("\n".join("12345"), rows)
    assert titles(text) == [*TITLES]
    assert [entry["title"] for entry in reading_of(text)["agenda"]] == [*TITLES]


@pytest.mark.parametrize(
    "announcement",
    [
        "Zu dieser Sitzung wurde ordnungsgemäß mit folgender Tagesordnung eingeladen:",
        "Der Rat einigt sich auf folgende geänderte Tagesordnung:",
        "Die Einladung vom 24.04.2026 enthielt nachstehende Tagesordnung:",
    ],
)
def test_a_sentence_may_announce_the_agenda(announcement):
    text = minutes("{n}.\n{t}", agenda="{n}. {t}").replace("Tagesordnung:", announcement)
    assert titles(text) == [*TITLES]
    assert [entry["title"] for entry in reading_of(text)["agenda"]] == [*TITLES]


def test_an_entry_may_be_called_agenda():
    text = minutes("{n}.\n{t}", agenda="{n}.\n{t}").replace(TITLES[1], "Tagesordnung")
    text = text.replace("\n2. Tagesordnung", "\n2.\nTagesordnung").replace("Tagesordnung:", "Es wurde eingeladen:")
    assert titles(text) == [TITLES[0], "Tagesordnung", *TITLES[2:]]


@pytest.mark.parametrize(("form", "title"), [("0{n}. {t}", "Neue Bänke"), ("{n}. {t}", "Bericht der Bürgermeisterin")])
def test_an_item_that_was_taken_off_leaves_its_number_out(form, title):
    text = minutes(form).replace(headed(form, 5, TITLES[4]), form.format(n=7, t=title))
    assert [number.lstrip("0") for number in numbers(text)] == ["1", "2", "3", "4", "7"]


def test_points_that_leave_numbers_out_are_no_items():
    text = minutes("{n}. {t}").replace(BODIES[4], "Gekauft werden:\n\n7. Zwei Anhänger\n\n9. Ein Mähwerk")
    assert titles(text) == [*TITLES]


def test_another_session_of_the_same_day_begins_again_from_one():
    other = "Rat\nSitzungstag: Montag, 4. Mai 2026\nSitzungsbeginn: 20:00 Uhr\n\n01 Bekanntgaben\n\nHerr Kohl dankt."
    assert numbers(f"{minutes('0{n} {t}')}\n\n{other}") == ["01", "02", "03", "04", "05", "01"]


def test_marks_of_a_wiki_leave_the_lines_of_a_text():
    text = minutes("0{n} {t}").replace("Gemeinde Oberwinkel", "Oberwinkel<ref>Quelle: Amt</ref> und<ref>Blatt</ref>")
    assert titles(text) == [*TITLES]


@pytest.mark.parametrize("form", ["{n}. {t}", "TOP {n} {t}", "§ {n} {t}"])
def test_titles_may_stand_in_capitals(form):
    capitals = [title.upper() for title in TITLES]
    text = minutes(form)
    for title in TITLES:
        text = text.replace(title, title.upper())
    assert titles(text) == capitals


@pytest.mark.parametrize("line", ["==========", "-----", "__________"])
def test_titles_without_numbers_may_have_a_line_drawn_below(line):
    assert titles(minutes(f"{{t}}\n{line}")) == [*TITLES]


def test_items_below_who_was_there_and_the_title_of_the_minutes():
    text = HEAD + "Schriftführung:\nFrau Wolter\n\nProtokoll:\n\nÖffentlicher Teil\n\n"
    text += "\n\n".join(f"zu {n} {t}\n\n{b}" for n, (t, b) in enumerate(zip(TITLES, BODIES, strict=True), 1))
    assert [item["item_number"] for item in reading_of(text)["items"]] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("numbers", [("17.", "18."), ("3.", "4."), ("6", "7"), ("5.", "5.1", "5.2")])
def test_an_extract_begins_with_any_number_and_tells_of_no_session(numbers):
    titles = ("Dringlichkeitsantrag zum Dach der Turnhalle", "Zustand der Schulhöfe", "Wege am Bach")
    bodies = (
        "Frau Brenk stellt den Plan vor.",
        "Herr Kohl fragt nach dem Zaun.",
        "Herr Aalders hält die Wege für schmal.\n\nEinstimmig beschlossen",
    )
    parts = list(zip(numbers, titles, bodies, strict=False))
    text = "\n\n".join(f"{number} {title}\n\n{body}" for number, title, body in parts)
    items = reading_of(text)["items"]
    assert [item["item_number"] for item in items] == [number.rstrip(".") for number in numbers]
    assert [len(item["contributions"]) for item in items] == [1] * len(numbers)


def test_chapters_of_a_paper_are_no_items():
    text = (
        "1. Ausgangslage\n\nDas Dach ist alt.\n\n2. Kosten\n\nEs kostet 40.000 Euro.\n\n3. Ausblick\n\nEs wird gebaut."
    )
    assert "items" not in reading_of(text)


def test_resolutions_that_open_the_text_are_items_each():
    text = (
        "Beschluss-Nr. 47/09/2026\nVergabe der Stützmauer\n\nHerr Kohl berichtet von sechs Angeboten.\n\n"
        "Abstimmung: 13 Ja    0 Nein    1 Enthaltung\n\n"
        "Beschluss-Nr. 48/09/2026\nNachtrag zum Winterdienst\n\nFrau Brenk ist dagegen.\n\n"
        "Abstimmung: 12 Ja    2 Nein    0 Enthaltungen\n"
    )
    assert [item["votes"][0]["yes"] for item in reading_of(text)["items"]] == [13, 12]


def test_points_of_an_item_with_votes_of_their_own_are_no_items():
    text = (
        "Auszug - Zuschüsse an Vereine\n\nTOP: Ö 4\nGremium: Finanzausschuss Beschlussart: geändert beschlossen\n\n"
        "Punkt 1\n\nErhöhung für die Tafel\n\nHerr Kohl: Das ist nötig.\n\n"
        "Abstimmung Finanzausschuss:   2 Ja    6 Nein    1 Enthaltung\n\nabgelehnt\n\n"
        "Punkt 2\n\nStreichung für die Schausteller\n\nFrau Brenk: Der Verein ist aufgelöst.\n\n"
        "Abstimmung Finanzausschuss:   7 Ja    0 Nein    2 Enthaltungen\n\nangenommen\n"
    )
    reading = reading_of(text)
    assert [vote["yes"] for vote in reading["votes"]] == [2, 7]
    assert reading["outcome"]["code"] == "adopted_amended"


def test_amounts_that_are_listed_twice_are_no_agenda():
    points = "1) 600,- Euro für den Umzug\n2) 450,- Euro für die Chronik\n3) 200,- Euro für Blumen\n"
    text = (
        f"Wortprotokoll\nFrau Brenk trug vor, dafür seien\n{points}gedacht.\nHerr Kohl sprach sich dafür aus.\n"
        f"Beschluss:\nDie Mittel werden wie folgt verwendet:\n{points}Abstimmungsergebnis:\neinstimmig\n"
    )
    reading = reading_of(text)
    assert "items" not in reading
    assert reading["resolution"][-1] == "3) 200,- Euro für Blumen"


# Numbers as minutes have them: with levels, chapters without a heading, items left out, put off, or parted by letters.
RUNS = (
    ("1", "2", "2.1", "2.2", "3"),
    ("1", "2.1", "2.2", "3", "4"),
    ("1", "2", "3", "4.1", "6"),
    ("1", "2", "4", "3", "5"),
    ("1", "2", "5", "6", "7"),
    ("1", "2", "3a", "3b", "4"),
)
# Between head and items in the minutes of several systems.
HEADS = (
    HEAD,
    "Gemeinde Oberwinkel\n\nNiederschrift\nöffentliche Sitzung des Gemeinderates\n\nSitzungstermin: Montag, 04.05.2026\n"
    "Sitzungsende: 19:25 Uhr\n\nAnwesende:\nHerr Jan Kohl\nFrau Petra Ohm\n\nAbwesende:\nFrau Eva Thelen\n- entschuldigt -\n\n"
    "als Schriftführerin:\nFrau Wolter\n\nProtokoll:\n\nÖffentlicher Teil\n\n",
    "Protokoll der Sitzung der Gemeindevertretung Oberwinkel vom 04.05.2026\n\nAnwesend: BM Ohm, GV Kohl, GV Aalders\n"
    "Gäste: 3 Einwohner\nBeginn: 19.30 Uhr, Ende: 21.05 Uhr\nProtokoll: Frau Wolter\n\n",
)


@pytest.mark.parametrize("run", RUNS, ids=" ".join)
@pytest.mark.parametrize(
    "form", ["TOP {n}: {t}", "zu {n} {t}", "zu {n}\n{t}", "{n}. {t}", "{n} {t}", "{n}.\n{t}", "Ö {n} {t}"]
)
def test_numbers_may_skip_and_turn_back(run, form):
    body = "\n\n".join(
        form.format(n=number, t=title) + f"\n\n{said}" for number, title, said in zip(run, TITLES, BODIES, strict=True)
    )
    for head in HEADS:
        items = reading_of(head + body)["items"]
        assert [item["item_number"].removeprefix("Ö ") for item in items] == list(run)
        assert [item["title"] for item in items] == [*TITLES]


def test_a_chapter_that_is_an_item_stands_between_items_with_a_word():
    text = HEAD + (
        "1. Regularien\n\nzu TOP 1.2\nFeststellung der Tagesordnung\n\nDie Tagesordnung wird einstimmig festgestellt.\n\n"
        "2. Einwohnerfragestunde\n\nHerr Aalders fragt nach dem Steg.\n\n"
        "3. Finanzen\n\nzu TOP 3.1\nZuschuss an den Verein\n\nHerr Kohl ist dafür.\n"
    )
    items = {item["item_number"]: item for item in reading_of(text)["items"]}
    assert [said["speaker"] for said in items["2"]["contributions"]] == ["Herr Aalders"]
    assert [said["speaker"] for said in items["3.1"]["contributions"]] == ["Herr Kohl"]


def test_items_below_a_long_list_of_who_was_there():
    there = "\n".join(f"Herr Jan Kohl{letter}" for letter in "abcdefghijklmnopqrstuvwxyzäöüabcdefghijklmnopqrst")
    text = HEAD.replace("Petra Ohm\n", f"Petra Ohm\n{there}\n")
    text += (
        "Frau Ohm eröffnet die Sitzung und heißt die Anwesenden willkommen.\n\n1 Anregungen\n\n1.1 Zebrastreifen an der Schule\n\nBeschluss:\nDer Rat dankt.\n\nAbstimmungsergebnis:\nEinstimmig zugestimmt.\n\n"
        "2 Anträge\n\n2.1 Antrag auf Kontrolle der Radwege\n\nFrau Brenk begründet den Antrag.\n"
    )
    assert [item["item_number"] for item in reading_of(text)["items"]] == ["1", "1.1", "2", "2.1"]


@pytest.mark.parametrize("form", ["{n} {said}", "{n}. {said}", "{n}\n{said}"])
def test_numbers_of_two_levels_below_enquiries_are_items_though_they_have_no_title(form):
    said = ("Herr Aalders fragt, ob der Zaun erneuert wird.", "Frau Brenk erkundigt sich nach dem Steg.")
    points = "\n\n".join(form.format(n=f"5.{number}", said=each) for number, each in enumerate(said, 1))
    text = minutes("TOP {n}: {t}").replace("Frau Ohm dankt dem Bauhof.", points)
    found = reading_of(text)
    assert [item["item_number"] for item in found["items"]][5:] == ["5.1", "5.2"]
    assert [each["speaker"] for item in found["items"][5:] for each in item["contributions"]] == [
        "Herr Aalders",
        "Frau Brenk",
    ]
    assert words_of(passages_of(found)) == words_of(text)


def test_numbers_of_two_levels_in_a_text_are_no_items():
    text = minutes("TOP {n}: {t}").replace(
        "Frau Brenk stellt den Plan vor.",
        "Frau Brenk stellt vor:\n\n3.1 Die Halle wird größer.\n\n3.2 Sie wird teurer.",
    )
    assert len(reading_of(text)["items"]) == 5


def test_who_speaks_below_a_title_of_its_own_line_is_no_part_of_it():
    text = (
        HEAD
        + "1.\nEröffnung der Sitzung\nVorsitzende Ohm eröffnet die Sitzung um 19.00 Uhr.\n2.\n"
        + (
            "Antrag der Freien Liste auf Anlegung eines Gehweges an der Straße nach Sülz\n"
            "Gemeindevertreter Kohl begründet den Antrag mit dem Schulweg der Kinder aus dem Dorf.\n"
            "Abstimmungsergebnis: Ja: 2, Nein: 5\n3.\nVerschiedenes\nFrau Ohm dankt dem Bauhof.\n"
        )
    )
    items = reading_of(text)["items"]
    assert [item["item_number"] for item in items] == ["1", "2", "3"]
    assert [said["speaker"] for said in items[1]["contributions"]] == ["Gemeindevertreter Kohl"]


@pytest.mark.parametrize(
    "numbers",
    [
        ("A 1", "A 2", "A 3", "B 1", "B 2"),
        ("I.1", "I.2", "I.3", "I.3.1", "II.1"),
        ("3.", "4.", "5.", "5.1", "5.2"),
        ("1.", "2.", "2.2", "2.1", "3."),
    ],
)
def test_numbers_may_have_chapters_and_levels_written_otherwise(numbers):
    body = "\n\n".join(
        f"{number}   {title}\n\n{text}" for number, title, text in zip(numbers, TITLES, BODIES, strict=True)
    )
    assert [item["title"] for item in reading_of(HEAD + body)["items"]] == [*TITLES]


def test_below_roman_chapters_items_have_the_number_of_the_chapter():
    text = "Niederschrift zur 3. Sitzung des Rates am 04.05.2026\n\nI.   Eröffnung\n\nFrau Ohm eröffnet die Sitzung.\n\nII.  Beschlüsse\n\n"
    text += "II.1 Zaun am Bach\n\nHerr Kohl fragt.\n\nII.2 Neue Bänke\n\nHerr Kohl dankt.\n\nIII. Anfragen\n\nIII.1 Anfragen der Räte\n\nFrau Ohm fragt."
    assert [item["item_number"] for item in reading_of(text)["items"]] == ["I", "II", "II.1", "II.2", "III", "III.1"]


def test_a_title_may_begin_with_a_number_of_its_own():
    text = HEAD + "\n\n".join(
        f"{number}.      {title}\n\n{body}"
        for number, (title, body) in enumerate(zip(("1. Nachtragshaushalt", *TITLES[1:]), BODIES, strict=True), 1)
    )
    assert reading_of(text)["items"][0]["title"] == "1. Nachtragshaushalt"


def test_points_of_the_page_of_one_item_are_no_items():
    text = (
        "Beschluss: Mehrfachbeschlüsse\n\nBeschluss:\n\n1. Der Zaun wird gebaut.\n\n2. Das Tor bleibt.\n\n\nFrau Ohm fragt.\n\n\n"
        "zu Punkt 1\n\nAbstimmungsergebnis:     8 Ja-Stimmen, 1 Nein-Stimme\n\nzu Punkt 2\n\nAbstimmungsergebnis:     3 Ja-Stimmen, 5 Nein-Stimmen"
    )
    reading = reading_of(text)
    assert [vote["label"] for vote in reading["votes"]] == ["zu Punkt 1", "zu Punkt 2"]
    assert [each["speaker"] for each in reading["contributions"]] == ["Frau Ohm"]


PLAIN_TITLES = ("Zuschuss für den Chor", "Anbau am Gerätehaus", "Neue Laternen am Weiher")
PRESENT = (
    "Ortsrat Oberwinkel\n\nProtokoll der Sitzung vom 4. Mai 2026\n\nAnwesend: Jan Kohl, Petra Ohm, Uwe Aalders\nBeginn: 19 Uhr\n\n",
    "Ortsrat Oberwinkel\n\nProtokoll der Sitzung vom 4. Mai 2026\n\nAnwesend:\nJan Kohl\nPetra Ohm\nUwe Aalders\n\n",
)


@pytest.mark.parametrize("head", PRESENT)
@pytest.mark.parametrize("form", ["{n}. {t}", "{n}) {t}", "§ 8{n} {t}", "{l}) {t}", "{t}\n-----"])
def test_whatever_titles_are_called_they_are_items_below_those_present(head, form):
    told = [f"{headed(form, n, title)}\nHerr Kohl dankt dem Rat." for n, title in enumerate(PLAIN_TITLES, start=1)]
    assert titles(head + "\n\n".join(told)) == [*PLAIN_TITLES]


@pytest.mark.parametrize("form", ["{}:", "Betreff: {}"])
def test_titles_may_have_a_colon(form):
    told = [f"{form.format(title)}\nHerr Kohl dankt dem Rat." for title in (*PLAIN_TITLES, "Verschiedenes")]
    assert titles(PRESENT[0] + "\n\n".join(told)) == [*PLAIN_TITLES, "Verschiedenes"]


def test_a_number_may_stand_with_that_of_its_paper_above_the_title():
    text = f"{HEAD}1. Eröffnung\n\nDie Vorsitzende begrüßt alle.\n\n2. 17/0214/2026\nBau einer Brücke\n\nHerr Kohl dankt.\n\n3. Anfragen\n\nKeine."
    assert titles(text) == ["Eröffnung", "Bau einer Brücke", "Anfragen"]
    assert reading_of(text)["items"][1]["papers"] == ["17/0214/2026"]


def test_letters_below_a_number_are_items_right_below_it_and_points_below_its_debate():
    points = "3 a) Dachgaube\n\nHerr Kohl hat nichts dagegen.\n\n3 b) Werbetafel\n\nFrau Ohm ist dagegen.\n\n"
    text = "{}TOP 2: Bericht\n\nHerr Kohl berichtet.\n\nTOP 3: Baugesuche\n\n{}{}TOP 4: Anfragen\n\nKeine."
    assert numbers(text.format(HEAD, "", points)) == ["2", "3", "3 a", "3 b", "4"]
    assert numbers(text.format(HEAD, "Herr Aalders stellt beides vor.\n\n", points)) == ["2", "3", "4"]


def test_extracts_in_a_row_repeat_their_head():
    head = "Gemeinde Oberwinkel\nAuszug aus der Niederschrift des Rates vom 4. Mai 2026\nöffentlich                         TOP {}\n\n"
    told = "Gegenstand:     {}\n\nFrau Ohm dankt.\n\n"
    line = "." * 60 + "\n"
    text = line.join(head.format(n) + told.format(title) for n, title in enumerate(PLAIN_TITLES, start=1))
    assert titles(text) == [*PLAIN_TITLES]
    again = [each["text"] for each in reading_of(text)["source"]["passages"] if each["place"] == "furniture"]
    assert again.count("Gemeinde Oberwinkel") == 2
