"""Resolutions that stand there without a result: adopted, with a warning that says so."""

import pytest

from tests.minutes.importers.texts import reading_of

SAID = "\n\n\nKtabg. Kohl dankt der Verwaltung."


@pytest.mark.parametrize(
    "text",
    [
        "Beschluss:\n\nDie Verwaltung baut am Weiher einen Zaun aus Holz.",
        "Es ergeht folgender Beschluss:\n\n1. Die Pacht wird gesenkt.\n\n2. Der Steg bleibt gesperrt.",
        "Beschluss:\n\nDas Angebot der Firma wird nicht verlängert, weil der Preis zu hoch ist.",
    ],
)
def test_what_was_resolved_is_adopted_and_to_be_looked_at(text):
    found = reading_of(text + SAID)
    assert found["outcome"] == {"text": None, "code": "adopted"}
    assert found["warnings"] == ["outcome_not_told"]


@pytest.mark.parametrize(
    "text",
    [
        "Beschlussvorschlag:\n\nDie Verwaltung baut am Weiher einen Zaun aus Holz.",
        "Beschlussempfehlung an den Rat:\n\nDie Verwaltung baut am Weiher einen Zaun aus Holz.",
        "Wahl des Beirates:\n\nDie Liste der Bewerber hängt im Rathaus aus.",
        "Beschluss:\n\nEs wurde kein Beschluss gefasst, die Fraktionen beraten weiter.",
        "Beschluss:\n\nDer Steg am Weiher wird verschoben oder abgesetzt.",
        "Beschluss:\n\nsiehe Anlage",
    ],
)
def test_what_is_proposed_refused_or_missing_has_no_outcome(text):
    found = reading_of(text + SAID)
    assert found["outcome"] == {"text": None, "code": "none"}
    assert "outcome_not_told" not in found["warnings"]


def test_a_vote_says_more_than_the_resolution():
    found = reading_of("Beschluss:\n\nDer Zaun am Weiher wird gebaut.\n\nAbstimmungsergebnis: 3 Ja, 9 Nein" + SAID)
    assert found["outcome"]["code"] == "rejected"
    assert found["warnings"] == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Der Gemeinderat beschließt, den Zaun am Weiher zu streichen.", "adopted"),
        ("Nach kurzer Aussprache setzt der Ortsgemeinderat die Pacht wie vorgetragen fest.", "adopted"),
        ("Die Mitglieder des Beirates stimmen den Änderungen zu.", "adopted"),
        ("Das Anliegen der Anlieger, auf den Zaun zu verzichten, wird abgelehnt. Gebaut wird im März.", "rejected"),
        (
            "Der\nAusschuss für Soziales beauftragt die Verwaltung, den Zaun zu streichen. Darüber ist zu berichten.",
            "adopted",
        ),
        ("Die Niederschrift wurde ohne Änderungen angenommen!", "adopted"),
    ],
)
def test_a_decision_that_a_sentence_tells_without_its_vote_counts_as_well(sentence, code):
    found = reading_of("Wortprotokoll\n\nKtabg. Kohl dankt der Verwaltung.\n\n" + sentence)
    assert found["outcome"] == {"text": None, "code": code}
    assert found["warnings"] == ["outcome_not_told"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Gemeinderat hatte beschlossen, den Zaun am Weiher zu streichen.",
        "Der Gemeinderat beschließt den Zaun nicht.",
        "Der Zaun wurde im März gestrichen und der Auftrag erteilt.",
        "Die Tagesordnung wird mit neun Punkten festgestellt.",
        "Ktabg. Kohl stimmt dem Antrag zu.",
        "Die Verwaltung setzt die Pacht fest.",
        "Der Antrag solle, so die Anlieger, genehmigt werden.",
    ],
)
def test_what_is_told_of_others_or_of_another_day_decides_nothing(sentence):
    found = reading_of("Wortprotokoll\n\nKtabg. Kohl dankt der Verwaltung.\n\n" + sentence)
    assert found["outcome"]["code"] == "none"


def test_an_agenda_that_is_found_is_adopted_where_the_item_is_about_it():
    found = reading_of("TOP 3 Feststellung der Tagesordnung\n\nDie Tagesordnung wird mit neun Punkten festgestellt.")
    assert found["outcome"]["code"] == "adopted"
