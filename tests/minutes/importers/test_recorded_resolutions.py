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
        "Beschluss:\n\nDem Vorschlag der Anlieger wird nicht gefolgt.",
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
