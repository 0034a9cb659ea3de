"""Results as most offices write them: a sentence or a line, in whatever order. All is invented."""

import pytest

from minutes.importers.grammar import result_lines, stances
from tests.minutes.importers.texts import reading_of

HEAD = "TOP 4 Antrag auf neue Boote\n\nRatsherr Kohl begründet den Antrag.\n\n"


def result(text: str) -> tuple[str, list[dict[str, int]]]:
    """Outcome, and the numbers of each vote."""
    found = reading_of(HEAD + text)
    numbers = [{kind: vote[kind] for kind in ("yes", "no", "abstain") if kind in vote} for vote in found["votes"]]
    return found["outcome"]["code"], [each for each in numbers if each]


@pytest.mark.parametrize(
    ("text", "code", "counts"),
    [
        (
            "Frau Ohm wird mit 17 Ja-Stimmen, keiner Nein-Stimme und einer Enthaltung zur Vorsitzenden gewählt.",
            "elected",
            {"yes": 17, "no": 0, "abstain": 1},
        ),
        (
            "Auf Frau Ohm entfallen bei geheimer Wahl 14 Ja-Stimmen und 10 Nein-Stimmen. Sie ist damit gewählt.",
            "elected",
            {"yes": 14, "no": 10},
        ),
        (
            "Für den Vorschlag stimmen 7 Mitglieder, dagegen ebenfalls 7, ein Mitglied enthält sich. Der Vorschlag ist damit abgelehnt.",
            "rejected",
            {"yes": 7, "no": 7, "abstain": 1},
        ),
        (
            "Für den Antrag stimmten 16 Räte, dagegen 9. Enthaltungen: 0.\n\nDer Antrag ist damit angenommen.",
            "adopted",
            {"yes": 16, "no": 9, "abstain": 0},
        ),
        (
            "In namentlicher Abstimmung haben 23 Mitglieder mit Ja und 11 mit Nein gestimmt, Enthaltungen: 0.",
            "adopted",
            {"yes": 23, "no": 11, "abstain": 0},
        ),
        (
            "Der Rat lehnt den Antrag ab (dafür: 9, dagegen: 16, Enthaltungen: 2).",
            "rejected",
            {"yes": 9, "no": 16, "abstain": 2},
        ),
        ("Dem Antrag wird bei je einer Gegenstimme und Enthaltung zugestimmt.", "adopted", {"no": 1, "abstain": 1}),
        ("Abstimmungsergebnis: Ja 7 Nein -- Enthaltung --", "adopted", {"yes": 7, "no": 0, "abstain": 0}),
        ("Gegen zwei Stimmen angenommen.", "adopted", {"no": 2}),
        (
            "Der Rat faßt mit 12 gegen 1 Stimme den\n\nBeschluß:\n\nDie Boote werden gekauft.",
            "adopted",
            {"yes": 12, "no": 1},
        ),
        (
            "Beschlussfassung:\n\nMehrheitlich angenommen bei 2 Gegenstimmen und 1 Enthaltung.",
            "adopted",
            {"no": 2, "abstain": 1},
        ),
        ("Ja 8, Nein 0, Enthaltung 1 – genehmigt", "adopted", {"yes": 8, "no": 0, "abstain": 1}),
        (
            "Das Boot wird gekauft.\n\n7 Ja-Stimmen, -- Nein-Stimmen, -- Enthaltungen",
            "adopted",
            {"yes": 7, "no": 0, "abstain": 0},
        ),
        ("Abstimmung: 13 Stimmen dafür, -0- Stimmen dagegen", "adopted", {"yes": 13, "no": 0}),
        (
            "Das Boot wird gekauft.\n\nInsgesamt: 40 Ja, 8 Nein, 6 Enthaltungen",
            "adopted",
            {"yes": 40, "no": 8, "abstain": 6},
        ),
        ("Der Antrag wird mit 15 Ja- gegen 7 Nein-Stimmen angenommen.", "adopted", {"yes": 15, "no": 7}),
        (
            "Für den Antrag stimmen 4, gegen den Antrag 11 Mitglieder. Er ist abgelehnt.",
            "rejected",
            {"yes": 4, "no": 11},
        ),
        ("Mit Ja stimmen 14, mit Nein 2 Mitglieder.", "adopted", {"yes": 14, "no": 2}),
        ("Zwölf Mitglieder stimmen zu, ein Mitglied enthält sich.", "adopted", {"yes": 12, "abstain": 1}),
        ("Die Auszählung ergibt 8 Ja-Stimmen und 4 Nein-Stimmen.", "adopted", {"yes": 8, "no": 4}),
        ("Der Rat beschloß den Kauf mit 12 Ja-Stimmen gegen 5 Nein-Stimmen.", "adopted", {"yes": 12, "no": 5}),
        ("Mit 7 gegen 2 Stimmen erläßt der Gemeinderat die Satzung.", "adopted", {"yes": 7, "no": 2}),
    ],
)
def test_numbers_and_outcome_of_a_vote(text, code, counts):
    assert result(text) == (code, [counts])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Beschluss einstimmig.", "adopted"),
        ("Die Vorgeschlagenen werden durch einstimmigen Beschluss gewählt.", "elected"),
        ("Ratsherr Kohl sieht seinen Antrag als erledigt an.", "settled"),
        (
            "Ratsherr Kohl zieht den Antrag im Namen der Fraktion zurück. Er werde im Herbst erneut gestellt.",
            "withdrawn",
        ),
        ("Die Tagesordnungspunkte 4 und 5 werden vertagt.", "deferred"),
        (
            "Nach kurzer Beratung besteht Einvernehmen, die Beschlussfassung zu vertagen. Bis Mai sollen Vorschläge vorliegen.",
            "deferred",
        ),
        ("Ohne den Bericht sieht sich der Ausschuss dazu nicht in der Lage und vertagt den Antrag.", "deferred"),
        ("Frau Ohm setzt den Punkt deshalb von der Tagesordnung ab.", "removed"),
        ("Der Steg ist gebaut; der Antrag gilt als zurückgezogen.", "withdrawn"),
        ("Ratsherr Kohl ist damit einverstanden, dass sich der Antrag erledigt hat.", "settled"),
        ("Der Ausschuss erklärt die Petition für erledigt.", "settled"),
        ("Frau Ohm ist gewählt.", "elected"),
    ],
)
def test_outcome_without_numbers(text, code):
    assert result(text) == (code, [])


def test_minutes_count_as_approved():
    text = "TOP 2 Niederschrift der 3. Sitzung\n\nEs gibt keine Anmerkungen, sie gilt als genehmigt."
    assert reading_of(text)["outcome"]["code"] == "adopted"


@pytest.mark.parametrize("points", [("a)", "b)"), ("Ziffer 1", "Ziffer 2"), ("1.", "2.")])
def test_points_with_different_results(points):
    first, second = points
    text = f"{first} Das Boot wird gekauft.\n\nAbstimmungsergebnis: 12 : 0\n\n{second} Der Steg wird gebaut.\n\nAbstimmungsergebnis: 3 : 9"
    assert result(text.replace("Ziffer 1 ", "Ziffer 1: ").replace("Ziffer 2 ", "Ziffer 2: ")) == (
        "multiple",
        [{"yes": 12, "no": 0}, {"yes": 3, "no": 9}],
    )


def test_an_agenda_is_changed_where_nobody_objects():
    text = "TOP 1 Tagesordnung\n\nFrau Ohm schlägt vor, Punkt 9 abzusetzen. Der Rat ist damit einverstanden."
    assert reading_of(text)["outcome"]["code"] == "adopted_amended"


def test_who_moved_something_takes_over_a_change():
    text = "Frau Ohm teilt mit, dass ihre Fraktion die Änderung übernehme.\n\nBeschluss:\n\nEin Boot wird gekauft.\n\nEinstimmig"
    assert result(text)[0] == "adopted_amended"


@pytest.mark.parametrize(
    "text",
    [
        "Gegen diesen Antrag spricht Frau Ohm. Das Thema werde seit drei Jahren vertagt.",
        "Abgelehnt worden sei dagegen der Spiegel am Bach.",
        "Bei einem Hochwasser wären 64 Gebäude betroffen.",
    ],
)
def test_what_only_begins_like_a_result_is_none(text):
    assert not result_lines.is_result(text)


def test_a_sentence_with_two_numbers_is_no_stance():
    assert stances.read("Für die Vorlage stimmten 16 Räte, dagegen 9. Enthaltungen: 0") is None


def test_a_label_may_be_broken_over_two_lines():
    line = "Die Vorsitzende stellt den Antrag zur Abstimmung. Der Antrag wird abgelehnt (Ja-\nStimmen: 8, Nein-Stimmen: 27)."
    assert result(line) == ("rejected", [{"yes": 8, "no": 27}])


def test_each_ballot_has_its_numbers():
    text = "1. Wahlgang: 6 Ja-Stimmen, 6 Nein-Stimmen. Die Mehrheit ist nicht erreicht.\n\n2. Wahlgang: 7 Ja-Stimmen, 5 Nein-Stimmen. Frau Ohm ist gewählt und nimmt die Wahl an."
    assert result(text) == ("elected", [{"yes": 6, "no": 6}, {"yes": 7, "no": 5}])


def test_what_is_put_apart_may_differ():
    text = "Gebühr A (40 €): 17 Ja, 3 Nein, 0 Enthaltungen = angenommen\n\nGebühr B (60 €): 8 Ja, 12 Nein, 0 Enthaltungen = abgelehnt"
    assert result(text) == ("multiple", [{"yes": 17, "no": 3, "abstain": 0}, {"yes": 8, "no": 12, "abstain": 0}])


def test_a_report_is_noted_by_vote():
    text = "Beschluss:\n\nDer Rat nimmt vom Ergebnis der Prüfung Kenntnis.\n\nAbstimmungsergebnis: 14 Ja-Stimmen, 0 Nein-Stimmen"
    assert result(text) == ("noted", [{"yes": 14, "no": 0}])
