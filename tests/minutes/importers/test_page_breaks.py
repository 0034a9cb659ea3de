"""What a page has at its edge, where a sentence goes on over it. All names are invented."""

import pytest

from tests.minutes.importers.texts import reading_of

HEAD = "Gemeinde Oberwinkel\n\nNiederschrift über die Sitzung des Gemeinderates am 4. Mai 2026\n\nAnwesend: Petra Ohm, Jan Kohl\n\n"
FIRST = "Herr Kohl berichtet über den Stand der Arbeiten am Weiher und kündigt an, dass die"
EDGES = (
    "- 2 -",
    "Seite 2 von 4",
    "Gemeinde Oberwinkel, Gemeinderat               Seite 2",
    "Sitzung des Gemeinderates am 4. Mai 2026                        2",
    "Niederschrift des Gemeinderates vom 04.05.2026\nSeite 2",
    "____________________________________\nOberwinkel, Rat 3/2026, Blatt 2",
)


def text_with(edge: str, second: str = "Bänke im Juni kommen.") -> str:
    return f"{HEAD}TOP 1 Bericht\n\n{FIRST}\n\n{edge}\n\n{second}\n\nTOP 2 Anfragen\n\nFrau Ohm fragt nach dem Zaun am Hof."


def places(text: str) -> dict[str, str]:
    return {each["text"]: each["place"] for each in reading_of(text)["source"]["passages"]}


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("second", ["Bänke im Juni kommen.", "ersten Bänke im Juni kommen."])
def test_a_sentence_goes_on_over_the_edge_of_a_page(edge, second):
    found = places(text_with(edge, second))
    assert found[f"{FIRST} {second}"] == "contribution"
    assert {found[line] for line in edge.split("\n")} == {"furniture"}


@pytest.mark.parametrize("line", ["TOP 2 Zaun am Hof", "Abstimmungsergebnis: 7 Ja, 2 Nein", "Frau Ohm widerspricht."])
def test_headings_results_and_speech_beside_the_number_of_a_page_stay(line):
    text = text_with(f"{line}\n- 2 -", "Herr Kohl dankt.").replace(FIRST, "Herr Kohl berichtet.")
    assert places(text)[line] != "furniture"


def test_the_head_of_a_table_comes_again_on_the_next_page():
    head = "Lfd.   Vortrag und Beratung\nNr.    Beschluss"
    text = f"{HEAD}{head}\n\n81     Weg am Bach\n       Herr Kohl trägt vor.\n\nBlatt 2\n{head}\n\n82     Anfragen\n       Frau Ohm fragt nach.\n\n83     Verschiedenes\n       Frau Ohm dankt."
    found = reading_of(text)
    assert [item["title"] for item in found["items"]] == ["Weg am Bach", "Anfragen", "Verschiedenes"]
    assert [each["place"] for each in found["source"]["passages"] if "Vortrag" in each["text"]][1] == "furniture"
