"""Votes as other councils write them: groups with digits, other labels, other tables. All names are invented."""

import time

import pytest

from minutes.importers.grammar import motions, tallies
from tests.minutes.importers.texts import reading_of

DEBATE = "Ktabg. Kohl dankt der Verwaltung.\n\n"


def votes(text: str) -> list[dict]:
    return reading_of(DEBATE + text)["votes"]


@pytest.mark.parametrize(
    ("bracket", "groups"),
    [
        ("4 CDU, 2 BÜNDNIS 90/DIE GRÜNEN, 7 FDP", {"CDU": 4, "BÜNDNIS 90/DIE GRÜNEN": 2, "FDP": 7}),
        ("Bündnis 90/Die Grünen: 3, CDU: 4", {"Bündnis 90/Die Grünen": 3, "CDU": 4}),
        ("5 B90/Grüne; 1 Liste 21", {"B90/Grüne": 5, "Liste 21": 1}),
        ("CDU 5 und SPD 4", {"CDU": 5, "SPD": 4}),
        ("OB, 4 CDU, 1 s. B.", {"OB": 1, "CDU": 4, "s. B.": 1}),
        ("CDU 5 SPD 4", {}),
        ("5 CDU 4 SPD", {}),
    ],
)
def test_names_of_groups_may_have_digits(bracket, groups):
    assert tallies.read(f"dagegen: 13 ({bracket})").groups == ({"no": groups} if groups else {})


def test_a_line_of_a_vote_keeps_its_number_whatever_its_bracket_says():
    [vote] = votes("dafür: 2 (UWG)\n\ndagegen: 13 (5 CDU 4 SPD und andere)\n\nEnth.: 1 (Herr Wolke)")
    assert (vote["yes"], vote["no"], vote["abstain"]) == (2, 13, 1)
    assert vote["by_group"] == {"yes": {"UWG": 2}, "abstain": {"Herr Wolke": 1}}
    assert vote["result"] == "dagegen: 13 (5 CDU 4 SPD und andere)"


def test_a_bracket_may_go_on_below():
    [vote] = votes("dafür: 9 (5 CDU, 2 SPD,\n\n        2 Bündnis 90/Die Grünen)\n\nEnth.: 1 (FDP)")
    assert vote == {
        "yes": 9,
        "abstain": 1,
        "by_group": {"yes": {"CDU": 5, "SPD": 2, "Bündnis 90/Die Grünen": 2}, "abstain": {"FDP": 1}},
    }


def test_a_bracket_that_is_never_closed_loses_no_number():
    reading = reading_of(DEBATE + "dafür: 9 (5 CDU, 2 SPD,\n\nKtabg. Merten fragt nach.")
    assert reading["votes"] == [{"result": "dafür: 9 (5 CDU, 2 SPD,", "yes": 9}]
    assert reading["contributions"][-1]["speaker"] == "Ktabg. Merten"


def test_groups_that_are_not_the_number_are_told():
    reading = reading_of(DEBATE + "dafür: 9 (5 CDU, 2 Bündnis 90/Die Grünen)")
    assert reading["warnings"] == ["groups_contradict_counts"]
    assert reading["votes"][0]["yes"] == 9


@pytest.mark.parametrize("filling", ["a 90/", "a90 ", "Liste 21 ", "5 B90/Grüne, ", "und 5 "])
def test_long_brackets_take_no_time(filling):
    start = time.perf_counter()
    tallies.read(f"dafür: 9 ({filling * 60})")
    tallies.read(f"dafür: 9 {filling * 2_000}")
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    "label",
    "Abst.-Erg.|Abst.Erg.|Abst. Ergebnis|Abst.-Ergebn.|Abstimmungserg.|Abstimmungs-Ergebnis|Abstimm.-Erg.|Abst.|Abstimmergebnis|"
    "Abstimmungsverhältnis|Stimmverhältnis|Stimmenverhältnis|Stimmenverteilung".split("|"),
)
def test_a_result_is_known_by_its_abbreviated_label(label):
    reading = reading_of(DEBATE + f"{label}: 1 dafür, 7 dagegen - somit abgelehnt.\n\nKtabg. Merten fragt nach.")
    [vote] = reading["votes"]
    assert (vote["yes"], vote["no"]) == (1, 7)
    assert [each["speaker"] for each in reading["contributions"]] == ["Ktabg. Kohl", "Ktabg. Merten"]
    assert reading["outcome"]["code"] == "rejected"


def test_every_result_of_several_is_a_vote():
    text = "Teil A wird aufgerufen.\n\nAbst.-Erg.: einstimmig dafür\n\nTeil B wird aufgerufen.\n\nAbst.-Erg.: einstimmig dafür"
    assert [vote["unanimous"] for vote in votes(text)] == [True, True]


def test_for_and_against_are_the_yes_and_no_of_one_vote():
    text = (
        "Für die Vertagung: 9 Stimmen\n\nGegen die Vertagung: 6 Stimmen\n\nFür die Dringlichkeit: 5 Stimmen\n\n"
        "Gegen die Dringlichkeit: 9 Stimmen\n\nEnthaltungen: 1 Stimme"
    )
    assert votes(text) == [
        {"label": "Vertagung", "yes": 9, "no": 6},
        {"label": "Dringlichkeit", "yes": 5, "no": 9, "abstain": 1},
    ]


@pytest.mark.parametrize(
    ("text", "vote"),
    [
        ("12 Stimmen für den Antrag\n\n6 Stimmen gegen den Antrag", {"label": "Antrag", "yes": 12, "no": 6}),
        ("Für den Antrag vom 3.5.2026: keine\n\nGegen den Antrag vom 3.5.2026: 12", {"yes": 0, "no": 12}),
        ("Für Herrn Lohse: 12 Stimmen\n\nGegen Herrn Lohse: 9 Stimmen", {"label": "Herrn Lohse", "yes": 12, "no": 9}),
        ("Für Herrn Lohse: 12 Stimmen\n\nFür Frau Kuhn: 9 Stimmen", {"options": {"Für Herrn Lohse": 12, "Für Frau Kuhn": 9}}),
        (
            "Für den Wahlvorschlag der CDU: 12 Stimmen\n\nFür den Wahlvorschlag der SPD: 9 Stimmen\n\nEnthaltungen: 2",
            {"options": {"Für den Wahlvorschlag der CDU": 12, "Für den Wahlvorschlag der SPD": 9}, "abstain": 2},
        ),
        ("Für die Bürgervereinigung: 4 Stimmen\n\nFür die CDU: 7 Stimmen", {"options": {"Für die Bürgervereinigung": 4, "Für die CDU": 7}}),
        ("Für Vorschlag A: 4 Stimmen\n\nFür Vorschlag B: 7 Stimmen", {"options": {"Für Vorschlag A": 4, "Für Vorschlag B": 7}}),
    ],
)  # fmt: skip
def test_numbers_for_several_things_are_options(text, vote):
    [found] = votes("Wahlergebnis:\n\n" + text)
    assert found == {**({"label": "Antrag vom 3.5.2026"} if "3.5." in text else {}), **vote}


def test_a_second_number_against_the_same_is_a_contradiction():
    reading = reading_of(
        DEBATE + "Für den Antrag: 3 Stimmen\n\nGegen den Antrag: 4 Stimmen\n\nGegen den Antrag: 5 Stimmen"
    )
    assert reading["votes"] == [{"label": "Antrag", "yes": 3, "no": 4}]
    assert reading["warnings"] == ["counts_contradict_vote"]


def test_a_ballot_on_one_proposal_elects():
    text = "Für den Wahlvorschlag: 21 Stimmen\n\nGegen den Wahlvorschlag: 6 Stimmen\n\nEnthaltungen: 1\n\nUngültige Stimmen: keine"
    reading = reading_of(DEBATE + text)
    assert reading["votes"] == [{"label": "Wahlvorschlag", "yes": 21, "no": 6, "abstain": 1, "invalid": 0}]
    assert reading["outcome"] == {"text": None, "code": "elected"}


@pytest.mark.parametrize("text", ["Für die Arbeit der Verwaltung danken alle.", "Für die Schule gibt es 9 Plätze."])
def test_a_sentence_about_something_is_no_vote(text):
    assert votes(text) == []


def outcome(text: str) -> str:
    return reading_of(DEBATE + text)["outcome"]["code"]


LIST = (
    "A16 – Antrag der SPD-Fraktion – Sitzbänke am Weiher\n\nKtabg. Merten erläutert den Antrag.\n\n"
    "Abstimmungsergebnis:\n\nmehrheitlich abgelehnt\n\n\nA17 – Antrag der CDU-Fraktion – Papierkörbe\n\nDie CDU-Fraktion zieht ihn zurück."
)


def test_a_vote_on_one_motion_of_a_list_is_not_that_on_the_item():
    reading = reading_of(DEBATE + LIST)
    assert reading["votes"] == [{"result": "mehrheitlich abgelehnt"}]
    assert reading["outcome"] == {"text": None, "code": "none"}


def test_the_vote_on_the_item_after_a_list_of_motions_is_its_outcome():
    assert (
        outcome(LIST + "\n\nBeschluss:\n\nDer Haushalt wird beschlossen.\n\nAbstimmungsergebnis: einstimmig")
        == "adopted"
    )
    assert outcome(LIST + "\n\nGesamtabstimmung:\n\nAbstimmungsergebnis: einstimmig") == "adopted"


def test_a_motion_may_be_the_item():
    text = "Antrag der SPD-Fraktion – Sitzbänke am Weiher\n\nKtabg. Merten erläutert ihn.\n\nAbstimmungsergebnis:\n\nmehrheitlich abgelehnt"
    assert outcome(text) == "rejected"


@pytest.mark.parametrize(
    "before",
    [
        "Der Vorsitzende lässt über den Vertagungsantrag von Ktabg. Merten abstimmen.",
        "Änderungsantrag der FDP-Fraktion",
        "Beschluss über den Vertagungsantrag",
        "Ktabg. Merten regt an, die Sache als erledigt zu behandeln.\n\nDer Vorsitzende lässt darüber abstimmen.",
    ],
)
@pytest.mark.parametrize("result", ["Abstimmungsergebnis: 3 Ja, 9 Nein", "dafür: 9 (5 CDU, 4 SPD)"])
def test_a_vote_on_procedure_or_on_an_amendment_is_not_that_on_the_item(before, result):
    reading = reading_of(DEBATE + before + "\n\n" + result)
    assert len(reading["votes"]) == 1
    assert reading["outcome"] == {"text": None, "code": "none"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Geschäftsordnungsantrag wird mit Stimmenmehrheit angenommen.", "none"),
        ("Die Verweisung in den Bauausschuss wird einstimmig abgelehnt.", "none"),
        ("Abstimmungsergebnis:\n\nIn geheimer Wahl mit 9 Ja-Stimmen angenommen", "adopted"),
        ("Der Vorsitzende lässt über die Vorlage mit dem Änderungsantrag abstimmen.\n\nAbstimmungsergebnis: einstimmig", "adopted"),
        ("Der Vorsitzende lässt hierüber abstimmen.\n\nAbstimmungsergebnis: einstimmig", "adopted"),
    ],
)  # fmt: skip
def test_what_is_voted_on_is_told_by_its_words(text, code):
    assert outcome(text) == code


def test_a_heading_about_a_postponement_postpones_nothing():
    reading = reading_of(
        DEBATE
        + "Beschluss über den Vertagungsantrag\n\nMehrheitliche Ablehnung:\n\nJa-Stimmen: 7\n\nNein-Stimmen: 9\n\n"
        "Ktabg. Merten dankt.\n\nBeschluss:\n\nDer Bericht wird erbeten.\n\nAbstimmungsergebnis:\n\nJa-Stimmen: 12\n\nNein-Stimmen: 4"
    )
    assert [(vote.get("label"), vote["yes"], vote["no"]) for vote in reading["votes"]] == [
        ("Beschluss über den Vertagungsantrag", 7, 9),
        (None, 12, 4),
    ]
    assert reading["outcome"]["code"] == "adopted"


def test_votes_on_motions_do_not_contradict_the_status():
    text = "Beschluss: ungeändert beschlossen\n\nDem Plan wird zugestimmt.\n\n\nKtabg. Kohl dankt.\n\nErgänzungsantrag der FDP-Fraktion\n\nAbstimmungsergebnis: 3 Ja, 9 Nein"
    reading = reading_of(text)
    assert (reading["outcome"]["code"], reading["warnings"]) == ("adopted", [])


@pytest.mark.parametrize("filling", ["über den ", "a ", "über den Vertagungsantrag ", "Antrag der "])
def test_long_texts_about_motions_take_no_time(filling):
    start = time.perf_counter()
    for words in (filling * 500, "darüber " * 500):
        motions.is_put_to_vote(words, words)
        motions.is_heading(words[:180])
        motions.is_named(words)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("row", "code", "counts"),
    [
        ("| Einstimmig beschlossen | Ja 17 Nein 0 Anwesend 17 |", "adopted", {"yes": 17, "no": 0, "present": 17}),
        ("| Mehrheitlich abgelehnt | Ja 5 Nein 12 Anwesend 17 |", "rejected", {"yes": 5, "no": 12, "present": 17}),
        ("| Zur Kenntnis genommen | Anwesend 17 |", "noted", {"present": 17}),
        ("Einstimmig beschlossen      Ja 17  Nein 0  Anwesend 17", "adopted", {"yes": 17, "no": 0, "present": 17}),
        ("| Einstimmig beschlossen | Ja 16 Nein 0 Anwesend 17 Persönlich beteiligt 1 |", "adopted", {"yes": 16, "no": 0, "recused": 1, "present": 17}),
    ],
)  # fmt: skip
def test_a_row_of_results_is_outcome_and_counts(row, code, counts):
    reading = reading_of(
        f"Beschluss:\n\nMit der Niederschrift besteht Einverständnis.\n\n{row}\n\nGemeinderat Obermaier dankt."
    )
    assert (reading["outcome"]["code"], reading["counts"], reading["votes"]) == (code, counts, [])
    assert reading["resolution"] == ["Mit der Niederschrift besteht Einverständnis."]
    assert reading["warnings"] == []


def test_several_rows_of_results_are_votes():
    reading = reading_of(
        "Beschluss 1:\n\nDer Plan wird gebilligt.\n\n| Einstimmig beschlossen | Ja 17 Nein 0 Anwesend 17 |\n\n"
        "Beschluss 2:\n\nDer Weg wird verlegt.\n\n| Mehrheitlich abgelehnt | Ja 5 Nein 12 Anwesend 17 |"
    )
    assert [(vote["yes"], vote["no"]) for vote in reading["votes"]] == [(17, 0), (5, 12)]
    assert "Anwesend 17" in reading["votes"][0]["result"]
    assert (reading["outcome"], reading["counts"]) == ({"text": None, "code": "multiple"}, None)


BAVARIAN = """Zweiter Bürgermeister Obermaier eröffnet um 19:00 Uhr die öffentliche Sitzung des Marktgemeinderates.

1 Genehmigung der Niederschrift

Einwendungen wurden keine vorgebracht.

Beschluss:

Mit der Niederschrift besteht Einverständnis.

| Einstimmig beschlossen | Ja 17 Nein 0 Anwesend 17 |

2 Bauanträge

2.1 Errichtung eines Wintergartens am Mühlweg

Marktgemeinderätin Wimmer lobt die Gestaltung.

9 Stellplätze sind nachgewiesen

Beschluss:

Das gemeindliche Einvernehmen wird erteilt.

| Mehrheitlich beschlossen | Ja 15 Nein 2 Anwesend 17 |

3 Bekanntgaben

| Zur Kenntnis genommen | Anwesend 17 |
"""


def test_items_have_a_mere_number_where_no_agenda_was():
    reading = reading_of(BAVARIAN)
    assert [(item["item_number"], item["title"], item["outcome"]["code"]) for item in reading["items"]] == [
        ("1", "Genehmigung der Niederschrift", "adopted"),
        ("2", "Bauanträge", "none"),
        ("2.1", "Errichtung eines Wintergartens am Mühlweg", "adopted"),
        ("3", "Bekanntgaben", "noted"),
    ]
    assert reading["items"][2]["counts"] == {"yes": 15, "no": 2, "present": 17}
    assert reading["unread"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Beschluss:\n\n1 Weg am Bach\n\n2 Steg am Weiher\n\nAbstimmungsergebnis: einstimmig",
        "Ktabg. Kohl nennt Orte.\n\n1 Weg am Bach\n\n2 Steg am Weiher\n\nBeschluss:\n\nSo geschieht es.\n\nAbstimmungsergebnis: einstimmig",
        "Ktabg. Kohl dankt.\n\n1 Antrag der CDU-Fraktion\n\nAbstimmungsergebnis: einstimmig\n\n2 Antrag der SPD-Fraktion\n\nAbstimmungsergebnis: einstimmig",
        "TOP: 4\n\n1 Weg am Bach\n\nAbstimmungsergebnis: einstimmig\n\n2 Steg am Weiher\n\nAbstimmungsergebnis: einstimmig",
        "Ktabg. Kohl dankt.\n\n1 Stimme\n\nAbstimmungsergebnis: einstimmig\n\n2 Stimmen\n\nAbstimmungsergebnis: einstimmig",
    ],
)
def test_what_is_numbered_in_an_item_is_no_item(text):
    assert "items" not in reading_of(text)


@pytest.mark.parametrize(
    ("rest", "vote"),
    [
        ("8 : 10  (Antrag damit abgelehnt).", {"result": "8 : 10 (Antrag damit abgelehnt).", "yes": 8, "no": 10}),
        ("17 : 0", {"yes": 17, "no": 0}),
        ("12 : 3 Stimmen, angenommen", {"result": "12 : 3 Stimmen, angenommen", "yes": 12, "no": 3}),
    ],
)
def test_a_ratio_below_the_label_of_a_decision_is_a_vote(rest, vote):
    reading = reading_of(DEBATE + f"Beschluss:  {rest}\n\nGemeinderat Obermaier fragt nach.")
    assert (reading["votes"], reading["resolution"]) == ([vote], [])
    assert reading["contributions"][-1]["speaker"] == "Gemeinderat Obermaier"


def test_a_time_with_words_is_no_ratio():
    assert tallies.read("17:05 (Beginn der Aussprache)").counts == {}


def test_options_may_tell_their_seats():
    reading = reading_of(
        DEBATE
        + "Liste A / B: 16 Stimmen, 6 Sitze\n\nListe C: 6 Stimmen, 2 Sitze\n\nListe D: 2 Stimmen\n\nUngültig: 1 Stimme\n\n"
        "Ktabg. Merten dankt."
    )
    [vote] = reading["votes"]
    assert (vote["options"], vote["invalid"]) == ({"Liste A / B": 16, "Liste C": 6, "Liste D": 2}, 1)
    assert "6 Sitze" in vote["result"]
    assert reading["contributions"][-1]["speaker"] == "Ktabg. Merten"


def test_one_line_with_votes_in_a_debate_is_no_ballot():
    assert votes("Zum Vergleich die Wahl von 2020: 160 Stimmen\n\nKtabg. Merten dankt.") == []


def table(*cells: str) -> dict:
    return reading_of(
        DEBATE + "Abstimmungsergebnis:\n\n" + "\n\n".join(cells) + "\n\nKtabg. Merten dankt für die Beratung."
    )


def test_a_table_with_one_cell_a_line_is_read_where_it_is_whole():
    reading = table("CDU", "SPD", "Summe", "Ja-Stimmen", "5", "2", "7", "Nein-Stimmen", "0", "3", "3")
    assert reading["votes"] == [
        {"yes": 7, "no": 3, "by_group": {"yes": {"CDU": 5, "SPD": 2}, "no": {"CDU": 0, "SPD": 3}}}
    ]
    assert reading["unread"] == []
    assert reading["contributions"][-1]["speaker"] == "Ktabg. Merten"


def test_where_a_cell_is_missing_only_a_sum_that_fits_is_entered():
    reading = table("CDU", "SPD", "FDP", "Summe", "Ja-Stimmen", "5", "2", "7", "Nein-Stimmen", "Enthaltungen", "7")
    assert reading["votes"] == [{"yes": 7}]
    assert reading["unread"] == ["5", "2", "7"]
    assert reading["warnings"] == ["unread_paragraph"]


def test_numbers_of_a_table_that_contradict_each_other_are_told():
    reading = table("CDU", "SPD", "Summe", "Ja-Stimmen", "5", "2", "8")
    assert reading["votes"][0]["yes"] == 8
    assert reading["warnings"] == ["groups_contradict_counts"]
    reading = table("CDU", "SPD", "FDP", "Summe", "Ja-Stimmen", "5", "2", "7", "Ja-Stimmen", "5", "3", "8")
    assert reading["votes"] == [{"yes": 7}]
    assert "counts_contradict_vote" in reading["warnings"]


REFERRED = "Der FDP-Antrag vom 12.03.2026 wird an den Bauausschuss verwiesen."


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        (REFERRED, "referred"),
        ("Die Eingabe gem. § 9 der Satzung wird an zwei Gremien (Sportausschuss, Ältestenrat) verwiesen.", "referred"),
        ("Der Tagesordnungspunkt wird auf die nächste Sitzung vertagt.", "deferred"),
        ("Die Vorlage wird von der Verwaltung zurückgezogen.", "withdrawn"),
        ("Der Tagesordnungspunkt wird nicht vertagt.", "none"),
        ("Der Änderungsantrag wird an den Bauausschuss verwiesen.", "none"),
        ("Die Vorlage wird, soweit sie Ziffer 2 betrifft, zurückgestellt.", "none"),
        ("Der Antrag werde an den Bauausschuss verwiesen.", "none"),
        ("Der Antrag wird an den Bauausschuss verwiesen. Danach wird beraten.", "none"),
        ("Es wird beantragt, dass die Vorlage vertagt wird.", "none"),
    ],
)
@pytest.mark.parametrize("where", ["resolution", "debate"])
def test_a_plain_sentence_may_tell_where_an_item_went(sentence, code, where):
    text = f"Beschluss:\n\n{sentence}\n\n\nKtabg. Kohl dankt." if where == "resolution" else DEBATE + sentence
    assert reading_of(text)["outcome"] == {"text": None, "code": code}


@pytest.mark.parametrize(
    "text",
    [
        f"Beschlussvorschlag:\n\n{REFERRED}\n\n\nKtabg. Kohl dankt.",
        f"Beschlussempfehlung an den Rat:\n\n{REFERRED}\n\n\nKtabg. Kohl dankt.",
        f"Beschluss:\n\n{REFERRED}\n\nDie Verwaltung wird beauftragt, zu berichten.\n\n\nKtabg. Kohl dankt.",
        f"{DEBATE}{REFERRED}\n\nKtabg. Merten fragt nach.",
    ],
)
def test_what_is_only_proposed_or_not_the_end_is_no_outcome(text):
    assert reading_of(text)["outcome"]["code"] == "none"


def test_a_vote_says_more_than_the_sentence():
    text = f"Beschluss:\n\n{REFERRED}\n\nAbstimmungsergebnis: 3 Ja, 9 Nein"
    assert reading_of(text)["outcome"]["code"] == "rejected"


def test_a_committee_takes_note():
    assert outcome("Der Sportausschuss nimmt Kenntnis.") == "noted"


@pytest.mark.parametrize(
    ("text", "vote", "code"),
    [
        ("Abstimmungsergebnis: Für den Antrag 5 Stimmen, gegen den Antrag 9 Stimmen, 1 Enthaltung", {"label": "Antrag", "yes": 5, "no": 9, "abstain": 1}, "rejected"),
        ("Beschluss: einstimmig 17 : 0", {"result": "einstimmig 17 : 0", "unanimous": True, "yes": 17, "no": 0}, "adopted"),
        ("Beschluss: (17:0)", {"yes": 17, "no": 0}, "adopted"),
        ("Beschluss:\n\nDem Plan wird zugestimmt.\n\n17 : 0 Stimmen", {"yes": 17, "no": 0}, "adopted"),
        ("Abst.-Erg.: einst.", {"result": "einst.", "unanimous": True}, "adopted"),
        ("Abst.-Erg.: mehrh. bei 2 Gegenst.", {"result": "mehrh. bei 2 Gegenst.", "no": 2}, "adopted"),
        ("Abstimmungsergebnis zum Änderungsantrag der A-Fraktion: 9 Ja, 5 Nein", {"label": "Änderungsantrag der A-Fraktion", "yes": 9, "no": 5}, "none"),
    ],
)  # fmt: skip
def test_a_result_may_be_short_or_told_in_one_line(text, vote, code):
    reading = reading_of(DEBATE + text)
    assert (reading["votes"], reading["outcome"]["code"]) == ([vote], code)


def test_noted_without_a_vote_is_not_referred():
    assert (
        reading_of("Beschlussart: zur Kenntnis genommen / ohne Votum\n\nKtabg. Kohl dankt.")["outcome"]["code"]
        == "noted"
    )


@pytest.mark.parametrize(
    "filling", ["einstimmig ", "mit - ", "1 : 1 ", "Für den Antrag 5 Stimmen, ", "Der Antrag wird ", "CDU = "]
)
def test_long_lines_of_results_take_no_time(filling):
    start = time.perf_counter()
    reading_of(f"Beschluss: {filling * 30}\n\nAbstimmungsergebnis: {filling * 300}\n\n{filling * 20}\n\n{filling * 15}")
    assert time.perf_counter() - start < 2
