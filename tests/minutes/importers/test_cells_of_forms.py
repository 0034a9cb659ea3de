"""Forms of results as a product of labels and layouts: whatever a clerk's template prints, the numbers are the same. All is invented."""

from itertools import product

import pytest

from tests.minutes.importers.texts import reading_of

RESOLUTION = "Beschluss:\n\nDer Steg am Weiher wird erneuert.\n\n\n"
NUMBERS = ("9", "2", "1")
COUNTED = {"yes": 9, "no": 2, "abstain": 1}
LABELS = (
    ("Ja", "Nein", "Enthaltung"),
    ("JA-Stimmen", "NEIN-Stimmen", "Enthaltungen"),
    ("Jastimmen", "Neinstimmen", "Stimmenthaltungen"),
    ("dafür", "dagegen", "Enthaltungen"),
    ("Für den Beschluss", "Gegen den Beschluss", "Stimmenthaltungen"),
    ("Für", "Gegen", "Enthaltung"),
    ("Zustimmungen", "Ablehnungen", "Stimmenthaltungen"),
    ("Anzahl der Ja-Stimmen", "Anzahl der Nein-Stimmen", "Anzahl der Enthaltungen"),
    ("Ja-St.", "Nein-St.", "Enth."),
)
LAYOUTS = {
    "a line each": "{a}: {x}|{b}: {y}|{c}: {z}",
    "a line each, filled in": "{a}: _{x}_|{b}: _{y}_|{c}: _{z}_",
    "a line each, the number first": "{x} {a}|{y} {b}|{z} {c}",
    "by turns": "{a}|{x}|{b}|{y}|{c}|{z}",
    "by turns, the number first": "{x}|{a}|{y}|{b}|{z}|{c}",
    "a colon before the number": "{a}|: {x}|{b}|: {y}|{c}|: {z}",
    "as the columns of a page fell": "{a}|: {x}|{b}|{c}|: {y}|: {z}",
    "all labels, all numbers": "{a}|{b}|{c}|{x}|{y}|{z}",
    "columns": "{a}      {b}      {c}|{x}      {y}      {z}",
    "rules": "¦ {a} ¦ {b} ¦ {c} ¦|¦ {x} ¦ {y} ¦ {z} ¦",
    "one row": "{a}:   {x}      {b}:   {y}      {c}:   {z}",
}


def form(layout: str, labels: tuple[str, ...], numbers: tuple[str, ...] = NUMBERS, between: str = "\n\n") -> str:
    values = dict(zip("abcxyz", (*labels, *numbers), strict=True))
    return LAYOUTS[layout].format(**values).replace("|", between).replace("¦", "|")


def read(text: str) -> tuple[str, list[dict]]:
    reading = reading_of(RESOLUTION + text)
    votes = [{name: value for name, value in vote.items() if name != "label"} for vote in reading["votes"]]
    return reading["outcome"]["code"], votes


@pytest.mark.parametrize(("layout", "labels"), list(product(LAYOUTS, LABELS)), ids=lambda value: str(value)[:24])
def test_a_form_below_its_head_is_one_vote(layout, labels):
    assert read(f"Abstimmungsergebnis:\n\n{form(layout, labels)}") == ("adopted", [COUNTED])
    assert read(f"Abstimmungsergebnis:\n{form(layout, labels, between=chr(10))}") == ("adopted", [COUNTED])


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_those_present_and_recused_do_not_move_the_numbers(layout):
    rows = f"Anwesend: 12\n\n{form(layout, LABELS[1])}\n\nBefangen: 0"
    _, [vote] = read(f"Abstimmungsergebnis:\n\n{rows}")
    assert {name: vote[name] for name in COUNTED} == COUNTED


@pytest.mark.parametrize("head", ["Abstimmung: ", "Abstimmungsergebnis: "])
@pytest.mark.parametrize("layout", ["a line each", "by turns", "all labels, all numbers"])
def test_a_form_may_begin_behind_its_head(head, layout):
    assert read(head + form(layout, LABELS[0])) == ("adopted", [COUNTED])


@pytest.mark.parametrize("layout", ["a line each", "by turns", "all labels, all numbers", "columns", "one row"])
def test_a_form_without_a_head_is_read_where_it_can_be_nothing_else(layout):
    assert read(form(layout, LABELS[1])) == ("adopted", [COUNTED])


@pytest.mark.parametrize("rows", ["9|Ja|2|Nein|1|Enthaltung", "9|2|1|Ja|Nein"])
def test_numbers_above_labels_without_a_head_are_nobodys(rows):
    assert read(rows.replace("|", "\n\n"))[1] == []


def test_labels_and_numbers_that_do_not_come_out_even_are_not_paired():
    _, votes = read("Abstimmungsergebnis:\n\nJa\n\nNein\n\nEnthaltung\n\n9\n\n2")
    assert not any({"yes", "no"} & vote.keys() for vote in votes)


def test_a_cell_that_was_left_blank_is_no_number():
    assert read("Abstimmungsergebnis:\n\nJa:\n\n9\n\nNein:\n\n2\n\nEnthaltungen:\n\nBefangen:\n\n0")[1] == [
        {"yes": 9, "no": 2, "recused": 0}
    ]


@pytest.mark.parametrize("nothing", ["0", "-", "keine", "./."])
def test_a_dash_in_a_cell_is_a_zero(nothing):
    rows = form("by turns", LABELS[1], ("12", nothing, nothing))
    assert read(f"Abstimmungsergebnis:\n\n{rows}") == ("adopted", [{"yes": 12, "no": 0, "abstain": 0}])


def test_what_a_form_prints_to_be_ticked_counts_where_it_is_ticked():
    printed = "Abstimmungsergebnis:\n\nEinstimmig\n\n{0}\n\nZustimmungen\n\n{1}\n\nAblehnungen\n\n{2}"
    code, [vote] = read(printed.format("X", "./.", "./."))
    assert (code, vote["unanimous"], vote["result"]) == ("adopted", True, "Einstimmig")
    assert read(printed.format("./.", "3", "8")) == ("rejected", [{"yes": 3, "no": 8}])


@pytest.mark.parametrize("boxes", ["☐ einstimmig ☒ mehrheitlich", "[ ] einstimmig [x] mehrheitlich"])
def test_words_of_an_empty_box_say_nothing(boxes):
    code, [vote] = read(f"Abstimmungsergebnis: {boxes} Ja: 9 Nein: 2 Enthaltung: 1")
    assert code == "adopted"
    assert "unanimous" not in vote
    assert {name: vote[name] for name in COUNTED} == COUNTED


def test_a_form_that_was_not_filled_in_decides_nothing():
    text = RESOLUTION.replace("Beschluss:", "Sachverhalt:") + "Abstimmungsergebnis\n\nDafür: 0, Dagegen: 0"
    assert reading_of(text)["outcome"]["code"] == "none"


@pytest.mark.parametrize(("numbers", "code"), [("Ja: 7, Nein: 3", "adopted"), ("Ja: 3, Nein: 7", "rejected")])
def test_numbers_of_the_system_alone_tell_the_outcome(numbers, code):
    reading = reading_of(f"Abstimmung: {numbers}\n\nBeschlussvorschlag:\n\nDer Steg am Weiher wird erneuert.")
    assert reading["outcome"]["code"] == code


HEADS = (
    "Abstimmungsverhalten:",
    "Votum:",
    "Gesamtabstimmung:",
    "Abstimmungsergebnis (offen):",
    "Abstimmungsergebnisse:",
    "Abstimmungsergebnis im Rat:",
    "Beratungsergebnis:",
    "Die Abstimmung ergab folgendes Ergebnis:",
    "Beschluss und Abstimmungsergebnis:",
)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_a_result_may_stand_behind_or_below_a_head_of_whatever_words(head, between):
    code, [vote] = read(f"{head}{between}9 Ja-Stimmen, 2 Nein-Stimmen, 1 Enthaltung")
    assert (code, {name: vote[name] for name in COUNTED}) == ("adopted", COUNTED)


@pytest.mark.parametrize("head", ["Votum:", "Abstimmungsverhalten:", "Ergebnis der Beschlussfassung:"])
def test_a_head_without_a_result_is_no_vote(head):
    assert read(f"{head} Ktabg. Kohl verweist auf die Beratung im Bauausschuss.")[1] == []


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("mit 12 : 0 Stimmen", {"yes": 12, "no": 0}),
        ("abgelehnt mit 2 : 9 Stimmen", {"yes": 2, "no": 9}),
        ("mit 9 Stimmen gegen 2 Stimmen", {"yes": 9, "no": 2}),
        ("einstimmig mit 12 Ja-Stimmen", {"yes": 12}),
        ("9 : 2 bei 1 Enthaltung", COUNTED),
        ("J: 9, N: 2, E: 1", COUNTED),
        ("Ja/Nein/Enthaltung: 9/2/1", COUNTED),
        ("mehrheitlich angenommen: 9 Ja, 2 Nein, 1 Enthaltung", COUNTED),
    ],
)
def test_numbers_in_a_notation_of_their_own_are_counts_and_no_options(said, counts):
    code, [vote] = read(f"Abstimmungsergebnis: {said}")
    assert code == ("adopted" if counts["yes"] > counts.get("no", 0) else "rejected")
    assert "options" not in vote
    assert {name: vote[name] for name in counts} == counts


GROUPS = {"yes": {"ABC": 5, "XYZ": 4}, "no": {"ABC": 0, "XYZ": 2}, "abstain": {"ABC": 1, "XYZ": 0}}


@pytest.mark.parametrize(
    "row", ["{0}      {1}      {2}      {3}", "| {0} | {1} | {2} | {3} |", "{0}\n\n{1}\n\n{2}\n\n{3}"]
)
def test_a_row_for_each_group_is_no_number_of_the_vote(row):
    rows = [("Fraktion", "Ja", "Nein", "Enth."), ("ABC", "5", "0", "1"), ("XYZ", "4", "2", "0"), ("Summe", *NUMBERS)]
    table = "\n\n".join(row.format(*cells) for cells in rows)
    assert read(f"Abstimmungsergebnis:\n\n{table}") == ("adopted", [{**COUNTED, "by_group": GROUPS}])


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Nein (2): Abt, Ilg", {"no": 2, "by_name": {"no": ["Abt", "Ilg"]}}),
        ("2 Nein-Stimmen: XYZ (2)", {"no": 2, "by_group": {"no": {"XYZ": 2}}}),
        ("Nein-Stimmen: 3 ABC 1, XYZ 2", {"no": 3, "by_group": {"no": {"ABC": 1, "XYZ": 2}}}),
        ("Nein (5): Abt, Ilg", {"no": 5}),
    ],
)
def test_who_is_listed_behind_a_number_is_kept_where_it_adds_up(line, kept):
    assert read(f"Abstimmungsergebnis:\n\nJa-Stimmen: 9\n\n{line}")[1] == [{"yes": 9, **kept}]


def test_a_name_its_group_and_how_it_voted_may_be_cells_of_a_row():
    rows = "| Abt, Uwe | ABC | Ja |\n\n| Ilg, Eva | XYZ | Nein |\n\n| Roth, Ina | ABC | Ja |"
    assert read(rows)[1] == [{"by_name": {"yes": ["Abt, Uwe", "Roth, Ina"], "no": ["Ilg, Eva"]}}]


@pytest.mark.parametrize(("word", "code"), [("angenommen", "adopted"), ("abgelehnt", "rejected")])
@pytest.mark.parametrize(
    "others", ["bei Ablehnung der ABC-Fraktion", "bei Zustimmung der ABC-Fraktion und 1 Enthaltung"]
)
def test_the_last_word_between_dashes_decides_not_how_a_group_voted(others, word, code):
    assert read(f"- {others} mehrheitlich {word}-")[0] == code


PRINTED = "Abstimmungsergebnis\n\neinstimmige Annahme\n\neinstimmige Ablehnung\n\nJa-Stimmen\n\nNein-Stimmen\n\n{0}Vertagung\n\n{1}Ohne Votum"


def test_a_printed_form_with_nothing_in_it_is_no_vote():
    assert read(PRINTED.format("", ""))[1] == []


def test_what_is_ticked_may_be_no_vote_but_what_became_of_the_item():
    assert read(PRINTED.format("Kenntnisnahme\n\nx\n\n", "")) == ("noted", [])
    assert read(PRINTED.format("", "x\n\n")) == ("deferred", [])


def test_groups_that_did_not_vote_so_may_be_a_stroke():
    line = "Zustimmung:ABC (7), XYZ (4) Ablehnung:/ Enthaltung:/ |"
    assert read(f"Abstimmungsergebnis: einstimmig angenommen\n\n{line}")[1] == [
        {"result": "einstimmig angenommen", "unanimous": True, "by_group": {"yes": {"ABC": 7, "XYZ": 4}}}
    ]


def test_cells_of_a_printed_sentence_may_end_in_the_rule_of_a_table():
    assert read("Anwesend: |\n\n15 |\n\n/ mit |\n\n8 |\n\ngegen |\n\n7 |\n\nStimmen |") == (
        "adopted",
        [{"yes": 8, "no": 7}],
    )


def test_a_form_of_zeros_is_no_vote_and_says_so():
    reading = reading_of(RESOLUTION + "Abstimmungsergebnis\n\nDafür: 0, Dagegen: 0")
    assert reading["votes"] == []
    assert "zero_counts" in reading["warnings"]


def test_the_result_may_end_the_resolution():
    text = "Beschluss: Der Steg am Weiher wird erneuert. Abstimmungsergebnis:einstimmig angenommen"
    assert reading_of(text)["votes"] == [{"result": "einstimmig angenommen", "unanimous": True}]


def test_who_speaks_where_a_result_was_to_stand_told_none():
    text = "Abstimmungsergebnis\n\nKtabg. Kohl erklärt, dass seine Fraktion das Thema weiter begleiten werde."
    assert read(text)[1] == []


@pytest.mark.parametrize("told", ["Abstimmungsergebnis im Ortsrat: einstimmig", "Ja\n\n45\n\nNein\n\n12"])
def test_what_the_facts_tell_was_counted_elsewhere(told):
    assert reading_of(f"Sachverhalt:\n\n{told}\n\n{RESOLUTION}")["votes"] == []


TABLE = "Ja|Nein|Enthaltungen|ABC|7||1|DEF|4|||GHI||2||XYZ|1|1|1|Gesamt:|12|3|2"


def test_sums_of_a_table_whose_empty_cells_are_lost_are_read_where_its_rows_make_them():
    cells = [cell or " " for cell in TABLE.split("|")]
    votes = reading_of(f"{RESOLUTION}Abstimmungsergebnis:\n\n" + "\n\n".join(cells))["votes"]
    assert [{kind: vote[kind] for kind in ("yes", "no", "abstain")} for vote in votes] == [
        {"yes": 12, "no": 3, "abstain": 2}
    ]


def test_sums_that_no_rows_make_are_nobodys():
    cells = [cell or " " for cell in TABLE.replace("|7|", "|9|").split("|")]
    reading = reading_of(f"{RESOLUTION}Abstimmungsergebnis:\n\n" + "\n\n".join(cells))
    assert not any({"yes", "no", "abstain"} & vote.keys() for vote in reading["votes"])
    assert "vote_not_read" in reading["warnings"]
