"""Contradictions of a text become warnings, and its numbers stay as they are."""

import pytest

from tests.minutes.importers.texts import reading_of

HEAD = "Beschluss: {outcome}\n\nAbstimmung: {counts}\n\nBeschluss:\n\nDem Vorschlag wird zugestimmt.\n\n\nKtabg. Kohl dankt.\n\n\n"
VOTE = "Form der Abstimmung:     offen per Handzeichen\n\nAbstimmungsergebnis:     {result}"


def warnings(outcome: str, counts: str, result: str) -> list[str]:
    found = reading_of(HEAD.format(outcome=outcome, counts=counts) + VOTE.format(result=result))
    return found["warnings"]


@pytest.mark.parametrize(
    ("outcome", "counts", "result", "codes"),
    [
        ("ungeändert beschlossen", "Ja: 9, Nein: 0, Enthaltungen: 0, Befangen: 0", "einstimmig", []),
        ("ungeändert beschlossen", "Ja: 0, Nein: 0, Enthaltungen: 0, Befangen: 0", "einstimmig", ["zero_counts"]),
        (
            "ungeändert beschlossen",
            "Ja: 9, Nein: 2, Enthaltungen: 0, Befangen: 0",
            "einstimmig",
            ["counts_contradict_vote"],
        ),
        ("ungeändert beschlossen", "Ja: 9, Nein: 2", "8 Ja-Stimmen\n\n     2 Nein-Stimmen", ["counts_contradict_vote"]),
        (
            "mehrheitlich beschlossen",
            "Ja: 1, Nein: 17",
            "1 Ja-Stimme\n\n     17 Nein-Stimmen",
            ["outcome_contradicts_result"],
        ),
        ("abgelehnt", "Ja: 3, Nein: 17", "3 Ja-Stimmen\n\n     17 Nein-Stimmen", []),
        ("ungeändert beschlossen", "Ja: 17", "einstimmig", []),
        ("ungeändert beschlossen", "Ja: 9, Nein: 0, Enthaltungen: 8, Befangen: 0", "einstimmig bei 8 Enthaltungen", []),
        ("frisch gebacken", "Ja: 9, Nein: 0", "einstimmig", ["unknown_outcome"]),
    ],
)
def test_a_contradiction_is_told(outcome, counts, result, codes):
    assert warnings(outcome, counts, result) == codes


def test_a_unanimous_vote_with_a_no_is_told():
    found = reading_of(
        "Beschluss:\nDem wird zugestimmt.\n\nAbstimmungsergebnis: Bei 42 Ja-Stimmen, 1 Nein-Stimme und 3 Enthaltungen einstimmig zugestimmt"
    )
    assert found["warnings"] == ["outcome_contradicts_result"]
    [vote] = found["votes"]
    assert (vote["yes"], vote["no"], vote["abstain"]) == (42, 1, 3)


def test_names_that_are_too_few_are_told():
    found = reading_of(
        "Beschluss: abgelehnt\n\nKtabg. Kohl beantragt namentliche Abstimmung.\n\nForm der Abstimmung:   namentlich\n"
        "Abstimmungsergebnis:   3 JA-Stimmen\n                       4 NEIN-Stimmen\n\nMit Ja stimmten:   Bednar, Kohl\n"
        "Mit Nein stimmten:   Lütke, Merten, Neuhaus, Dr. Wende"
    )
    assert found["warnings"] == ["names_contradict_counts"]
    assert found["votes"][0]["by_name"] == {
        "yes": ["Bednar", "Kohl"],
        "no": ["Lütke", "Merten", "Neuhaus", "Dr. Wende"],
    }


def test_a_text_that_is_no_item_is_unread_and_says_so():
    found = reading_of("Im Garten blühen die Rosen.\n\nMorgen wird es regnen.")
    assert found["unread"] == ["Im Garten blühen die Rosen.", "Morgen wird es regnen."]
    assert found["warnings"] == ["unread_paragraph"]
