"""A sentence that looks like a vote, in an item for which none was read, is pointed out."""

import pytest

from tests.minutes.importers.texts import reading_of

SAID = "Wortprotokoll\n\nKtabg. Kohl dankt der Verwaltung.\n\n"


def is_pointed_out(text: str) -> bool:
    return "vote_not_read" in reading_of(text)["warnings"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Über den Steg am Weiher kam man so überein: Ja, mit 4 : 7 Stimmen.",
        "Zum Steg ergaben sich, wie üblich ohne Aussprache, 4 Ja und 7 Nein.",
        "Der Steg blieb einmütig außen vor.",
    ],
)
def test_where_none_was_read_somebody_should_look(sentence):
    found = reading_of(SAID + sentence)
    assert (found["votes"], found["counts"], found["outcome"]["code"]) == ([], None, "none")
    assert found["warning_details"] == [{"code": "vote_not_read", "about": sentence}]


@pytest.mark.parametrize(
    "text",
    [
        SAID + "Der Antrag wird mit 7 Ja-Stimmen und 2 Nein-Stimmen angenommen.",
        SAID + "Der Kreistag hatte den Steg im Vorjahr mit 20 Ja-Stimmen und 3 Nein-Stimmen abgelehnt.",
        SAID + "Am Weiher stehen 4 Bänke, 7 Pappeln und 2 Stege.",
        "Sachverhalt:\n\nZum Steg ergaben sich 4 Ja und 7 Nein.\n\nWortprotokoll\n\nKtabg. Kohl dankt der Verwaltung.",
    ],
)
def test_what_was_read_is_reported_or_counts_no_votes_is_not_pointed_out(text):
    assert not is_pointed_out(text)


def test_a_resolution_beside_a_vote_that_was_not_read_is_not_taken_as_adopted():
    found = reading_of("Beschluss:\n\nDer Steg am Weiher wird gebaut.\n\nZum Steg ergaben sich 4 Ja und 7 Nein.")
    assert found["outcome"]["code"] == "none"
    assert "vote_not_read" in found["warnings"]


def test_numbers_and_labels_in_cells_that_no_form_explains_are_pointed_out():
    cells = "3\n\n8\n\n0\n\nJa\n\nNein\n\nEnthaltung"
    found = reading_of(f"Beschluss:\n\nDer Steg am Weiher wird gebaut.\n\n\n{cells}")
    assert (found["votes"], found["outcome"]["code"]) == ([], "none")
    assert "vote_not_read" in found["warnings"]
