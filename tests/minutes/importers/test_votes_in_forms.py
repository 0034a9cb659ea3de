"""Votes in the forms of other councils: a form with the size of the body, votes by group, numbers with slashes. All is invented."""

import pytest

from tests.minutes.importers.texts import reading_of

DEBATE = "Ktabg. Kohl dankt der Verwaltung.\n\n"
FORM = (
    ("gesetzl. Anzahl der Vertreter:", 11),
    ("davon anwesend:", 9),
    ("Ja-Stimmen:", 7),
    ("Nein-Stimmen:", 1),
    ("Stimmenenthaltungen:", 1),
)
COUNTED = {"yes": 7, "no": 1, "abstain": 1}


def votes(text: str) -> list[dict]:
    return reading_of(DEBATE + text)["votes"]


@pytest.mark.parametrize("between", ["   ", "        .", " ", "\n\n"])
def test_a_form_is_one_vote_and_the_size_of_the_body_is_no_result(between):
    rows = "\n\n".join(f"{label}{between}{number}" for label, number in FORM)
    assert votes(f"Abstimmungsergebnis:\n\n{rows}") == [COUNTED]


def test_the_size_of_the_body_is_kept_as_a_note():
    rows = "\n\n".join(f"{label} {number}" for label, number in FORM)
    notes = reading_of(f"{DEBATE}Abstimmungsergebnis:\n\n{rows}")["notes"]
    assert [note["text"] for note in notes] == ["gesetzl. Anzahl der Vertreter: 11", "davon anwesend: 9"]


def test_groups_vote_apart_on_a_line_each_or_on_one():
    apart = "Abstimmung Kreistagsmitglieder: 8/1/2\n\nAbstimmung Beratende Bürger: 3/0/1"
    expected = [
        {"label": "Kreistagsmitglieder", "yes": 8, "no": 1, "abstain": 2},
        {"label": "Beratende Bürger", "yes": 3, "no": 0, "abstain": 1},
    ]
    assert votes(apart) == votes(apart.replace("\n\n", " ") + " |") == expected


def test_a_numbered_vote_keeps_its_number():
    assert votes("Abstimmung II: 6 x Ja-Stimmen, 2 x Nein-Stimmen") == [{"label": "Abstimmung II", "yes": 6, "no": 2}]


@pytest.mark.parametrize("said", ["Mit 6 : 9 Stimmen abgelehnt.", "Mit 6 zu 9 Stimmen abgelehnt"])
def test_a_ratio_within_the_words_is_counted(said):
    assert votes(said) == [{"result": said, "yes": 6, "no": 9}]


@pytest.mark.parametrize("line", ["Abstimmung Donnerstag: 19:30", "Abstimmung Donnerstag: siehe Anlage 3/1"])
def test_what_is_no_tally_is_no_vote(line):
    assert not any({"yes", "no"} & vote.keys() for vote in votes(line))


def test_lines_of_one_group_each_are_not_the_numbers_of_all():
    text = (
        "Beschluss:\n\nDer Zaun wird gebaut.\n\nAbstimmungsergebnis:\n\nABC: 5 Ja, 1 Enthaltung\nXYZ-Fraktion: 4 Nein\n"
    )
    (found,) = reading_of(text)["votes"]
    assert found["by_group"] == {"yes": {"ABC": 5}, "abstain": {"ABC": 1}, "no": {"XYZ-Fraktion": 4}}
    assert not {"yes", "no", "abstain"} & found.keys()


def test_cells_of_a_page_may_be_empty():
    rows = ("&nbsp;|Ja|Nein|Enthaltungen", "ABC|6|&nbsp;|1", "XYZ|&nbsp;|3|&nbsp;", "Gesamt|6|3|1")
    table = "".join(f"<tr><td>{row.replace('|', '</td><td>')}</td></tr>" for row in rows)
    page = f"<p>Beschluss:</p><p>Der Steg wird gebaut.</p><p>Abstimmungsergebnis:</p><table>{table}</table>"
    assert reading_of(f"<html><body>{page}</body></html>")["votes"] == [
        {"yes": 6, "no": 3, "abstain": 1, "by_group": {"yes": {"ABC": 6}, "no": {"XYZ": 3}, "abstain": {"ABC": 1}}}
    ]


def test_a_line_of_the_head_that_tells_the_numbers_of_the_vote_is_no_second_one():
    text = "beschlossen\n\nJa: 10, Nein: 4\n\nSachvortrag:\n\nDer Bach ist zu tief.\n\nBeschluss:\n\nDer Steg wird gebaut.\n\n"
    assert reading_of(f"{text}Abstimmungsergebnis: dafür: 10\n\ndagegen: 4")["votes"] == [{"yes": 10, "no": 4}]


@pytest.mark.parametrize(
    "label", ["Befangen", "Enthaltung wg. Befangenheit", "Stimmenthaltungen wegen Befangenheit", "Befangenheit"]
)
@pytest.mark.parametrize("size", ["Gesetzliche Anzahl: 14 + 1", "Anzahl der Stadträte: 14"])
def test_who_was_biased_and_the_mayor_beside_the_members_are_no_abstentions(label, size):
    form = f"Abstimmungsergebnis:\n\n{size}\n\nZahl der anwesenden Stadträte: 9\n\nBürgermeister: 1\n\nJa-Stimmen: 7\n\nNein-Stimmen: 1\n\nEnthaltung: 1\n\n{label}: 1"
    found = reading_of(f"Beschluss:\n\nDer Stadtrat vergibt den Auftrag.\n\n{form}")
    assert len(found["votes"]) == 1
    assert {**(found["counts"] or {}), **found["votes"][0]} == {**COUNTED, "recused": 1}
    assert found["contributions"] == []


@pytest.mark.parametrize("line", ["Befangen: 1, Stimmberechtigte: 9, Stimmen dafür: 9", "Befangen: 1, Ja: 9"])
def test_a_line_of_numbers_may_begin_with_who_was_biased(line):
    found = reading_of(f"Beschluss:\n\nDer Zaun wird gebaut.\n\n{line}")
    assert (found["votes"][0]["yes"], found["counts"]["recused"]) == (9, 1)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Sodann fasst der Rat bei 4 Gegenstimmen folgenden", {"no": 4}),
        (
            "Daraufhin fasst der Ausschuss für Bau mit 7 Ja-Stimmen bei 2 Enthaltungen folgenden:",
            {"yes": 7, "abstain": 2},
        ),
        ("Danach beschließt der Rat mit 7 Ja-Stimmen folgende Empfehlung:", {"yes": 7}),
    ],
)
def test_the_resolution_may_stand_above_the_sentence_that_opens_it(opening, expected):
    found = reading_of(f"Beschluss:\n\nDer Markt wird verlegt.\n\n\n\n{DEBATE}{opening}")
    assert [{key: vote.get(key) for key in expected} for vote in found["votes"]] == [expected]
    assert found["outcome"]["code"] == "adopted"


CLOSE = """Abstimmungsergebnis:

Ja     Nein Enthaltung
ABC  5      -       -
DEF 3      -       1
Bündnis 90 - 2 -
Gesamt    8      2      1"""
WITH_GAPS = """Abstimmungsergebnis:

                         Ja      Nein      Enthaltung
ABC                       5
DEF                       3                    1
GHI                                 2
Gesamt                    8         2          1"""


@pytest.mark.parametrize("table", [CLOSE, WITH_GAPS])
def test_the_sum_of_a_table_counts_however_its_columns_stand(table):
    [vote] = reading_of(f"TOP 3 Zaun\n\nBeschluss:\nDer Zaun wird gebaut.\n\n{table}")["votes"]
    assert (vote["yes"], vote["no"], vote["abstain"]) == (8, 2, 1)


def test_of_a_row_that_lost_its_empty_cells_nothing_is_entered():
    [vote] = reading_of(f"TOP 3 Zaun\n\nBeschluss:\nDer Zaun wird gebaut.\n\n{WITH_GAPS}")["votes"]
    assert "GHI" not in str(vote.get("by_group"))


def test_who_voted_how_may_have_its_number_in_brackets():
    text = "TOP 3 Zaun\n\nBeschluss-Nr. 27/2026: Der Rat beschließt den Zaun.\n\nNamentliche Abstimmung:\nJa (2): Kohl, Fr. Ohm\nNein (1): Uhde\nEnthaltung (1): Fr. Merten"
    reading = reading_of(text)
    [vote] = reading["votes"]
    assert (vote["yes"], vote["no"], vote["abstain"]) == (2, 1, 1)
    assert reading["resolution"] == ["Der Rat beschließt den Zaun."]


def test_a_ticked_box_says_how_was_voted_beside_blanks_for_numbers():
    form = "[X] einstimmig   [ ] mit Stimmenmehrheit   Ja ____   Nein ____   Enthaltung ____"
    text = f"TOP 3 Zaun\n\nBeschluss:\nDer Zaun wird gebaut.\n\nAbstimmungsergebnis:\n{form}"
    [vote] = reading_of(text)["votes"]
    assert (vote["result"], vote["unanimous"]) == ("einstimmig", True)
