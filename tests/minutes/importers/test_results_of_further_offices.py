"""Results in further words and signs of offices: arrows, rests, dashes, legends, brackets. All names are invented."""

import pytest

from minutes.importers.grammar import endings, outcomes, result_lines, tallies
from tests.minutes.importers.texts import reading_of


def decided(text: str) -> tuple[str, list[dict[str, object]]]:
    found = reading_of(text)
    return found["outcome"]["code"], found["votes"]


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("22 Ja   5 Nein   0 Enthaltungen      - angenommen -", {"yes": 22, "no": 5, "abstain": 0}),
        ("16 Ja-Stimmen, 21 Nein-Stimmen, 2 Enthaltungen   (abgelehnt)", {"yes": 16, "no": 21, "abstain": 2}),
        ("9 Ja / 4 Nein / 0 Enth.  -> angenommen", {"yes": 9, "no": 4, "abstain": 0}),
        ("Abstimmungsergebnis (Ja : Nein : Enthaltung):  6 : 0 : 1", {"yes": 6, "no": 0, "abstain": 1}),
        ("4/2/1 (ja/nein/enth.)", {"yes": 4, "no": 2, "abstain": 1}),
        ("11/-/-", {"yes": 11, "no": 0, "abstain": 0}),
        ("Nein – 3", {"no": 3}),
        ("Ja-Stimmen: -13-   Nein-Stimmen: -0-", {"yes": 13, "no": 0}),
        ("11 + 1 Ja-Stimmen, 1 Nein-Stimme", {"yes": 12, "no": 1}),
        ("Stimmen insgesamt: 142   Ja: 118   Nein: 24", {"yes": 118, "no": 24}),
        ("dafür gestimmt: 12", {"yes": 12}),
        ("6 Ja 2 Nein - abgelehnt", {"yes": 6, "no": 2}),
    ],
)
def test_numbers_are_read_whatever_stands_around_them(line, counts):
    assert tallies.read(line).counts == counts


@pytest.mark.parametrize(
    "line",
    [
        "Antrag abgelehnt: 2 Stimmen dafür, 10 dagegen",
        "Keine Gegenstimme, eine Enthaltung, damit angenommen.",
        "5 Nein-Stimmen, Rest Ja-Stimmen",
        "Mit dieser Änderung mit 12 Stimmen dafür und 5 Stimmen dagegen beschlossen.",
    ],
)
def test_such_a_line_is_a_result(line):
    assert result_lines.is_result(line)


def test_the_rest_that_is_for_it_carries_it_though_it_is_not_counted():
    text = "Herr Kohl fragt.\n\nDer Zaun wird gebaut.\n\n5 Nein-Stimmen, Rest Ja-Stimmen"
    assert decided(text) == ("adopted", [{"result": "5 Nein-Stimmen, Rest Ja-Stimmen", "no": 5}])


def test_who_is_biased_is_counted_with_the_vote_above():
    text = "Abstimmung:\nJa-Stimmen: 6\nNein-Stimmen: 0\nBefangen: 1 (Herr Kohl)"
    assert decided(f"Frau Ohm fragt.\n\n{text}")[1] == [{"yes": 6, "no": 0, "recused": 1}]
    told = "Abstimmungsergebnis: 6 Ja, 0 Nein\n\nEs war 1 Mitglied von der Beratung und Abstimmung ausgeschlossen."
    assert decided(f"Frau Ohm fragt.\n\n{told}")[1] == [{"yes": 6, "no": 0, "recused": 1}]


def test_numbers_below_the_heading_of_a_proposal_are_its_vote():
    text = "Frau Ohm fragt.\n\nb) Beschlussvorschlag der Verwaltung\nJa-Stimmen: 12\nNein-Stimmen: 4"
    assert decided(text)[1] == [{"yes": 12, "no": 4}]


@pytest.mark.parametrize(
    ("points", "code"),
    [
        ("a) Sportverein: 1.000 €\n\n13 : 0\n\nb) Chor: zurückgestellt, da der Kostenplan fehlt", "multiple"),
        ("Antrag Nr. 1 (ABC): einstimmig angenommen\n\nAntrag Nr. 2 (XYZ): zurückgezogen", "multiple"),
        ("Punkt 2.1: beschlossen, Punkt 2.2: abgesetzt", "multiple"),
        ("8a) Satzung: einstimmig beschlossen\n\n8b) Ordnung: beschlossen", "adopted"),
    ],
)
def test_points_may_have_outcomes_of_their_own(points, code):
    assert decided(f"TOP 8: Anträge\n\nHerr Kohl erläutert sie.\n\n{points}")[0] == code


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Ohne Beschlussempfehlung an den Kulturausschuss weitergeleitet.", "referred"),
        ("Wird von der Tagesordnung abgesetzt.", "removed"),
        ("Herr Kohl erklärt, seine Gruppe ziehe den Antrag zurück.", "withdrawn"),
        ("Der Antrag wird vom Antragsteller nicht aufrechterhalten.", "withdrawn"),
        ("Da die Versammlung stattfindet, ist der Antrag gegenstandslos.", "settled"),
        ("Der Rat erklärt die Drucksache für erledigt.", "settled"),
        ("Das Thema kommt nach dem Ortstermin wieder auf die Tagesordnung.", "deferred"),
        ("Herr Kohl erklärt, seine Gruppe ziehe den Änderungsantrag zurück.", None),
    ],
)
def test_where_an_item_went_is_told_in_further_words(sentence, code):
    assert endings.code_of(sentence) == code


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Zweite Hilfskraft (abgelehnt)", "rejected"),
        ("Straßenreinigung (geändert beschlossen)", "adopted_amended"),
        ("Parkverbot - vom Antragsteller zurückgezogen", "withdrawn"),
        ("Reinigung des Rathauses (vertagt)", "deferred"),
    ],
)
def test_a_title_may_tell_the_outcome(title, code):
    assert decided(f"TOP 5: {title}\n\nHerr Kohl begründet den Antrag.")[0] == code


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("mit Stimmenmehrheit", "adopted"),
        ("mehrheitlich zugestimmt nach Änderungen", "adopted_amended"),
        ("entgegengenommen", "noted"),
        ("abweichender Beschluss", "adopted_amended"),
    ],
)
def test_a_status_may_be_put_in_further_words(status, code):
    assert outcomes.code_of(status) == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (
            "Die Tagesordnung wird mit der Maßgabe bestätigt, dass Punkt 6 vor Punkt 5 behandelt wird.",
            "adopted_amended",
        ),
        (
            "Die Tagesordnung wurde bestätigt. Unter Sonstiges wurde das Thema Weihnachtsmarkt aufgenommen.",
            "adopted_amended",
        ),
        ("Auch die Tagesordnung wird unverändert angenommen.", "adopted"),
    ],
)
def test_an_agenda_is_approved_as_it_was_or_changed(said, code):
    assert decided(f"TOP 2: Bestätigung der Tagesordnung\n\n{said}")[0] == code


def test_what_a_council_thinks_of_is_adopted_though_it_refuses_something():
    demand = "Der Beirat lehnt die Kürzung ab und fordert die Stadt auf, sie zurückzunehmen. (einstimmig)"
    assert decided(f"TOP 3: Haushalt\n\nFrau Ohm ist enttäuscht.\n\nBeschluss: {demand}")[0] == "adopted"
    refusal = "Der Beirat lehnt den Antrag ab und bittet um Prüfung. (einstimmig)"
    assert decided(f"TOP 3: Antrag\n\nFrau Ohm ist enttäuscht.\n\nBeschluss: {refusal}")[0] == "rejected"


def test_what_shall_be_moved_elsewhere_is_not_put_off():
    resolution = "Der Rat stimmt der Planung zu mit der Bitte, die Engstelle um 20 m zu verschieben."
    assert (
        decided(f"TOP 3: Weg\n\nFrau Ohm fragt.\n\nBeschluss:\n{resolution}\n\nAbstimmung: 5 dafür, 1 dagegen")[0]
        == "adopted"
    )


@pytest.mark.parametrize(
    "resolution",
    [
        "Die Schule erhält den Namen „Am Bach“.",
        "Es werden 20 Garnituren beschafft.",
        "Die Stadt wird Mitglied des Vereins.",
    ],
)
def test_what_is_then_done_right_above_a_vote_is_the_resolution(resolution):
    reading = reading_of(f"TOP 3: Schule\n\nFrau Ohm fragt.\n\n{resolution}\n\nAbstimmungsergebnis: 9 Ja, 2 Nein")
    assert reading["resolution"] == [resolution]


@pytest.mark.parametrize(
    "said", ["Dort fehle die Zufahrt.", "Die Kosten liegen bei 4.000 Euro.", "Sie dankt dem Verein."]
)
def test_what_somebody_goes_on_with_above_a_vote_is_no_resolution(said):
    reading = reading_of(f"TOP 3: Schule\n\nFrau Ohm fragt.\n\n{said}\n\nAbstimmungsergebnis: 9 Ja, 2 Nein")
    assert reading["contributions"][1]["text"] == said
