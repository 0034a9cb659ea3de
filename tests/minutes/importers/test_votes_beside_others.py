"""Votes that sentences tell beside the counts of an item, elections told by verbs, roll calls, forms. All is invented."""

import pytest

from minutes.importers.grammar import elections, groups, told_votes, voting_verbs
from tests.minutes.importers.texts import reading_of

STATUS = "Beschluss: ungeändert beschlossen\n\nAbstimmung: Ja: 12, Nein: 5\n\n"


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        (
            "Frau Ohm verliest: Für Herrn Kohl stimmten 21 Mitglieder, 6 Mitglieder stimmten dagegen und zwei enthielten sich. Ein Wahlzettel war ungültig.",
            [{"yes": 21, "no": 6, "abstain": 2, "invalid": 1}],
        ),
        ("Mit Ja stimmten elf, mit Nein stimmten 4.", [{"yes": 11, "no": 4}]),
        ("Neun Räte waren dafür, acht waren dagegen.", [{"yes": 9, "no": 8}]),
        ("Die A-Liste stimmte dafür, die B-Liste dagegen.", []),
        ("Herr Kohl fragt, warum 3 dagegen stimmten.", []),
    ],
)
def test_verbs_tell_who_voted_how(text, votes):
    assert voting_verbs.read(text) == votes


def test_an_election_by_verbs_is_a_vote_and_its_outcome():
    told = "Frau Ohm verliest das Ergebnis: Für Herrn Kohl stimmten 21 Mitglieder, 6 stimmten dagegen. Zwei Stimmzettel wurden für ungültig erklärt."
    reading = reading_of(f"{told}\n\nDer Kreistag wählt Herrn Kohl zum Vorsitzenden des Kreistages.")
    assert reading["votes"] == [{"result": told, "yes": 21, "no": 6, "invalid": 2}]
    assert reading["outcome"]["code"] == "elected"


def test_what_is_reported_of_an_election_is_no_vote():
    assert told_votes.read("Im vorigen Jahr stimmten 21 Mitglieder dafür, 6 stimmten dagegen.") == []


def test_a_vote_on_the_procedure_stands_beside_the_counts_of_the_item():
    text = STATUS + "RM Kohl stellt den Antrag auf geheime Abstimmung.\n\nDem Antrag wird mit 6 Stimmen entsprochen."
    reading = reading_of(text)
    assert reading["counts"] == {"yes": 12, "no": 5}
    assert reading["votes"] == [{"result": "Dem Antrag wird mit 6 Stimmen entsprochen.", "yes": 6}]
    assert reading["outcome"]["code"] == "adopted"
    assert reading["warnings"] == []


def test_votes_stand_in_the_order_of_the_text():
    text = (
        "Ktabg. Kohl begründet den Zusatz.\n\nDer Zusatz wird mit 4 Ja-Stimmen und 9 Nein-Stimmen abgelehnt.\n\n"
        "Beschluss:\n\nDie Brücke wird gebaut.\n\nAbstimmungsergebnis: 10 Ja-Stimmen, 3 Nein-Stimmen"
    )
    votes = reading_of(text)["votes"]
    assert [(vote["yes"], vote["no"]) for vote in votes] == [(4, 9), (10, 3)]


def test_the_same_numbers_told_twice_are_one_vote():
    text = "Der Rat stimmt dem Bau mit 10 Ja-Stimmen und 3 Nein-Stimmen zu.\n\nAbstimmungsergebnis: 10 Ja-Stimmen, 3 Nein-Stimmen"
    assert len(reading_of(text)["votes"]) == 1


def test_numbers_below_a_sentence_are_those_of_its_vote():
    text = "Ktabg. Kohl fragt nach.\n\nDer Rat stimmt dem Ablauf einstimmig zu.\n\nAbstimmungsergebnis: 9-0-0"
    (vote,) = reading_of(text)["votes"]
    assert (vote["yes"], vote["no"], vote["abstain"], vote["unanimous"]) == (9, 0, 0, True)


def test_noting_below_the_label_of_a_result_is_no_vote():
    reading = reading_of("Keine Fragen.\n\nAbstimmungsergebnis:\n\nZur Kenntnis genommen.")
    assert reading["outcome"]["code"] == "noted"
    assert reading.get("votes", []) == []


def test_how_was_voted_below_the_heading_of_a_resolution():
    reading = reading_of("Beschluss:\n\nMehrheitlich beschlossen.\n\nDer Brunnen bleibt stehen.")
    assert reading["resolution"] == ["Der Brunnen bleibt stehen."]
    assert [vote["result"] for vote in reading["votes"]] == ["Mehrheitlich beschlossen."]


def test_an_opening_of_a_resolution_behind_another_sentence():
    text = (
        STATUS
        + "In § 2 entfällt der letzte Satz. So geändert fasst der Rat bei 12 Ja-Stimmen und 5 Nein-Stimmen folgenden Beschluss:\n\nDie Satzung wird erlassen."
    )
    reading = reading_of(text)
    assert reading["resolution"] == ["Die Satzung wird erlassen."]
    assert [(vote["yes"], vote["no"]) for vote in reading["votes"]] == [(12, 5)]


def test_a_status_of_the_session_is_none_of_the_item():
    text = "- TOP:\n- Ö 3\n- Gremium:\n- Bauausschuss\n- Status:\n- öffentlich (Protokoll zur Kenntnis genommen)\n\nHerr Kohl fragt nach dem Zaun."
    assert reading_of(text)["outcome"]["code"] == "none"


def test_a_column_that_only_one_office_has_spoils_no_counts():
    reading = reading_of(
        "Beschluss: ungeändert beschlossen\n\nAbstimmung: Ja: 8, Nein: 1, Vertreten: 2\n\nHerr Kohl fragt."
    )
    assert reading["counts"] == {"yes": 8, "no": 1}
    assert reading.get("votes", []) == []


def test_a_roll_call_in_rows():
    text = (
        STATUS
        + "Herr Kohl fragt nach.\n\nRM Kohl        JA\n\nRM Ohm      Nein\n\nRV Uhde      Enthaltung\n\nRM Lenz      JA"
    )
    (vote,) = reading_of(text)["votes"]
    assert vote["by_name"] == {"yes": ["RM Kohl", "RM Lenz"], "no": ["RM Ohm"], "abstain": ["RV Uhde"]}


def test_two_rows_are_no_roll_call():
    assert reading_of("Herr Kohl fragt nach.\n\nRM Kohl      JA\n\nRM Ohm      Nein").get("votes", []) == []


def test_a_sentence_in_cells():
    text = "Herr Kohl fragt nach.\n\nAnwesend:\n\n14\n\nmit\n\n9\n\ngegen\n\n5\n\nStimmen"
    (vote,) = reading_of(text)["votes"]
    assert (vote["yes"], vote["no"]) == (9, 5)


def test_a_form_that_nobody_filled_in_is_no_vote():
    text = "Herr Kohl fragt nach.\n\nAbstimmungsergebnis:\n\nGesetzliche Anzahl der Mitglieder des ganzen Rates: ……\n\nDavon anwesend ……"
    assert reading_of(text).get("votes", []) == []


@pytest.mark.parametrize(
    ("text", "by_group"),
    [
        (
            "Zustimmung: A-Liste (7), B-Liste (2) Ablehnung: C-Liste (3)",
            {"yes": {"A-Liste": 7, "B-Liste": 2}, "no": {"C-Liste": 3}},
        ),
        ("Zustimmung: A-Liste (7), alle anderen dagegen", {}),
        ("Zustimmung: allgemein", {}),
    ],
)
def test_lists_of_groups_with_their_votes(text, by_group):
    assert groups.listed(text) == by_group


@pytest.mark.parametrize(
    ("bracket", "number", "found"),
    [
        ("5 ABC 2 XYZ", 7, {"ABC": 5, "XYZ": 2}),
        ("5 ABC 2 XYZ", 9, {}),
        ("ABC, XYZ", 2, {"ABC": 1, "XYZ": 1}),
        ("ABC, XYZ", 5, {}),
        ("2 ABC, 1 pro Dorf", 3, {"ABC": 2, "pro Dorf": 1}),
    ],
)
def test_groups_in_a_bracket_add_up(bracket, number, found):
    assert groups.in_bracket(bracket, number) == found


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Frau Ohm nimmt die Wahl an.", True),
        ("Herr Kohl stellte fest, Frau Ohm sei damit zur Schriftführerin gewählt.", True),
        ("Herr Kohl stellt fest, dass damit Frau Ohm gewählt worden ist.", True),
        ("Frau Ohm nimmt die Wahl nicht an.", False),
        ("Frau Ohm wurde vor Jahren gewählt.", False),
    ],
)
def test_an_election_is_certain_where_it_is_accepted_or_found(text, certain):
    assert elections.is_certain(text) is certain
