"""Votes that a sentence within a paragraph tells, and sentences that tell none. All is invented."""

import pytest

from minutes.importers.grammar import told_votes
from tests.minutes.importers.texts import reading_of

BEFORE = "Ktabg. Kohl fragt nach den Kosten.\n\nFrau Ohm dankt den Helfern. "


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Die Niederschrift wurde mit 8 Ja-Stimmen und 3 Enthaltungen genehmigt.", {"yes": 8, "abstain": 3}),
        ("Der Zusatz wird mit 2 Ja-, 17 Nein-Stimmen und 4 Enthaltungen abgelehnt.", {"yes": 2, "no": 17, "abstain": 4}),
        ("Dieser Wunsch wird mit 14 zu neun Stimmen angenommen.", {"yes": 14, "no": 9}),
        ("Der Rat lehnt bei 5 Stimmen dafür und 11 Stimmen dagegen den Umbau der Halle ab.", {"yes": 5, "no": 11}),
        ("Diesem Wunsch schließt sich der Rat einstimmig an.", {"unanimous": True}),
        ("Der Kreistag stellt die Reihenfolge einstimmig fest.", {"unanimous": True}),
    ],
)  # fmt: skip
def test_a_sentence_tells_a_vote(sentence, counts):
    reading = reading_of(BEFORE + sentence)
    assert reading["votes"] == [{"result": sentence, **counts}]
    assert sentence in reading["contributions"][-1]["text"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Rat hat den Bau damals einstimmig beschlossen.",
        "Der Rat beschloss am 12.03.2019 einstimmig den Bau.",
        "Der Fachausschuss wählt einstimmig den Entwurf.",
        "Der Bau sollte mit 8 Ja-Stimmen und 3 Enthaltungen beschlossen werden.",
        "Der Rat stellt einstimmig keine Mängel fest.",
        "Der Rat dankt mit 3 Enthaltungen der Wehr.",
        "Der Rat stimmt dem einstimmig zu.",
        "Der Rat legt die Sitze einstimmig bei 4",
    ],
)
def test_what_is_reported_or_doubtful_stays_a_text(sentence):
    assert told_votes.read(sentence) == []


def test_a_label_without_any_result_is_no_vote():
    assert reading_of(BEFORE + "\n\nAbstimmungsergebnis:").get("votes", []) == []
