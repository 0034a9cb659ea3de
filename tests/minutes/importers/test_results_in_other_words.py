"""Results in the openings of resolutions, at the ends of paragraphs, in tables and in sentences. All names are invented."""

import pytest

from tests.minutes.importers.texts import reading_of


def decided(text: str) -> tuple[str, list[dict[str, object]]]:
    found = reading_of(text)
    return found["outcome"]["code"], found["votes"]


@pytest.mark.parametrize(
    ("opening", "vote"),
    [
        ("Einstimmig fasste der Rat folgenden\n\nBeschluss:", {"result": "Einstimmig", "unanimous": True}),
        (
            "Der Rat beschließt mehrheitlich (21 Ja-Stimmen, 2 Nein-Stimmen):",
            {"result": "mehrheitlich", "yes": 21, "no": 2},
        ),
        ("Der Bauausschuss fasst einstimmig folgenden Beschluss:", {"result": "einstimmig", "unanimous": True}),
    ],
)
def test_the_opening_of_a_resolution_may_tell_its_result(opening, vote):
    found = reading_of(f"{opening}\n\nDer Zaun wird gebaut.\n\nFrau Ohm dankt allen.")
    assert (found["outcome"]["code"], found["votes"], found["resolution"]) == (
        "adopted",
        [vote],
        ["Der Zaun wird gebaut."],
    )


def test_a_result_may_stand_at_the_end_of_a_paragraph():
    assert decided(
        "Herr Kohl erläutert den Plan.\n\nSodann wird dem Plan zugestimmt. Abstimmungsergebnis: Einstimmig"
    ) == (
        "adopted",
        [{"result": "Einstimmig", "unanimous": True}],
    )


def test_the_label_of_a_result_may_tell_what_was_voted_on():
    votes = decided("Herr Kohl stellt einen Antrag.\n\nAbstimmung zum Antrag: einstimmig")[1]
    assert votes == [{"label": "Antrag", "result": "einstimmig", "unanimous": True}]


def test_a_label_may_name_a_part_by_its_letter():
    text = "Beschluss:\n\nA. Der Zaun wird gebaut.\n\nB. Das Tor auch.\n\nAbstimmungsergebnis zu A: bei 3 Gegenstimmen angenommen"
    assert decided(text) == ("adopted", [{"result": "bei 3 Gegenstimmen angenommen", "no": 3, "label": "A"}])


def test_a_row_of_a_table_may_hold_the_label_and_the_result():
    text = "Frau Ohm lässt abstimmen.\n\n| Abstimmungsergebnis: | mehrheitlich beschlossen |\n\n| Ja 17 |\n\n| Nein 6 |"
    assert decided(text) == ("adopted", [{"result": "mehrheitlich beschlossen", "yes": 17, "no": 6}])


def test_numbers_belong_to_the_result_above_them():
    text = "Beschluss:\n\nMehrheitlich angenommen\n\nJa-Stimme/n: 9   Nein-Stimme/n: 4   Enthaltung/en: 1\n\nDer Zaun wird gebaut."
    found = reading_of(text)
    assert found["votes"] == [{"result": "Mehrheitlich angenommen", "yes": 9, "no": 4, "abstain": 1}]


def test_a_bracket_may_say_that_all_were_of_one_mind():
    assert decided("Beschluss:\n\nDer Zaun wird gebaut.\n\nAbstimmungsergebnis:\n\nJa-Stimmen: 17 (einstimmig)") == (
        "adopted",
        [{"result": "Ja-Stimmen: 17 (einstimmig)", "unanimous": True, "yes": 17}],
    )


@pytest.mark.parametrize(("words", "code"), [("einstimmig dafür", "adopted"), ("mehrheitlich dagegen", "rejected")])
def test_all_or_most_may_be_for_or_against_it(words, code):
    assert (
        decided(f"Beschluss: Abstimmungsergebnis: {words}\n\nBeschlussvorschlag:\n\nDer Zaun wird gebaut.")[0] == code
    )


@pytest.mark.parametrize(
    ("cells", "vote"),
    [
        ("Ja-Stimmen: 14 Anwesend: 16 Nein-Stimmen 2 Pers._Beteiligt: 0", {"yes": 14, "no": 2, "recused": 0}),
        ("Ja-Stimmen: 13 Mitgliederzahl: 17 Nein-Stimmen: 3 Anwesend: 16", {"yes": 13, "no": 3}),
        ("12 für 1 gegen_den_Beschluss", {"yes": 12, "no": 1}),
    ],
)
def test_those_present_may_stand_in_the_cells_of_a_form(cells, vote):
    form = "\n\n".join(cell.replace("_", " ") for cell in cells.split())
    text = f"Beschluss:\n\nDer Zaun wird gebaut.\n\nAbstimmungsergebnis:\n\n{form}"
    assert decided(text) == ("adopted", [vote])
    assert reading_of(text)["unread"] == []


def test_cells_of_a_form_need_no_label_above_them():
    form = "\n\nJa:\n\n{}\n\nNein:\n\n{}"
    text = "Frau Ohm lässt abstimmen." + form.format(9, 12) + "\n\nSodann folgt der Plan." + form.format(15, 6)
    assert decided(text)[1] == [{"yes": 9, "no": 12}, {"yes": 15, "no": 6}]


def test_what_is_not_said_of_the_first_number_is_yes():
    opening = "Der Bauausschuss empfiehlt mit 8 Stimmen, 2 Gegenstimmen und einer Enthaltung:"
    assert reading_of(f"{opening}\n\nDer Zaun wird gebaut.")["votes"] == [{"yes": 8, "no": 2, "abstain": 1}]
    told = "Dieser Antrag wird mit 7 Ja-Stimmen zu 12 Nein-Stimmen abgelehnt."
    assert decided(f"Frau Ohm beantragt, den Zaun zu streichen.\n\n{told}")[1] == [{"result": told, "yes": 7, "no": 12}]


def test_the_outcome_may_stand_in_the_list_of_facts():
    text = "- Gremium:\n\n- Bauausschuss\n\n- Status:\n\n- öffentlich\n\n- Beschluss:\n\n- geändert beschlossen\n\nWortprotokoll\n\nHerr Kohl fragt nach."
    assert reading_of(text)["outcome"] == {"text": "geändert beschlossen", "code": "adopted_amended"}


def test_numbers_may_stand_below_all_heads():
    text = "Beschluss:\n\nDer Zaun wird gebaut.\n\nAnwesend\n\nFür\n\nGegen\n\nden Beschluss\n\n20\n\n11\n\n9"
    assert decided(text) == ("adopted", [{"yes": 11, "no": 9}])
    assert reading_of(text)["unread"] == []


def test_what_was_proposed_and_followed_is_the_outcome():
    text = "Frau Ohm schlägt vor, den Tagesordnungspunkt zu {}. Dieser Antrag wird mit 11 zu neun Stimmen angenommen."
    assert decided(text.format("vertagen"))[0] == "deferred"
    assert decided(text.format("verschieben")) == ("deferred", [{"result": text.split(". ")[1], "yes": 11, "no": 9}])
    assert decided(text.format("vertagen").replace("wird mit", "wird nicht mit"))[0] == "none"


def test_a_vote_that_failed_may_be_told_so_by_somebody():
    text = "Herr Kohl schlägt Frau Ohm vor.\n\nAbstimmung II: 3 x Ja-Stimmen, 2 x Nein-Stimmen\n\nHerr Fels stellt fest, dass die nötige Mehrheit fehle."
    assert decided(text)[0] == "rejected"


@pytest.mark.parametrize(
    ("sentence", "vote"),
    [
        (
            "Die Mitglieder des Stadtrates sprechen sich mit 7-Stimmen und 4 Nein-Stimmen für den Tausch aus.",
            {"yes": 7, "no": 4},
        ),
        ("In geheimer Wahl entfielen auf Frau Ohm 6 Ja-Stimmen und 2 Enthaltungen.", {"yes": 6, "abstain": 2}),
        (
            "Dem Wahlvorschlag, der Frau Ohm zum Inhalt hat, wird mit 30 Ja-Stimmen und 3 Enthaltungen zugestimmt.",
            {"yes": 30, "abstain": 3},
        ),
        (
            "Der Gemeinderat bestätigte einstimmig den vom Bauausschuss am 9.1.2026 gewählten Standort.",
            {"unanimous": True},
        ),
    ],
)
def test_sentences_tell_votes(sentence, vote):
    assert decided(f"Frau Ohm erläutert die Sache.\n\n{sentence}")[1] == [{"result": sentence, **vote}]


def test_the_votes_told_in_paragraphs_decide_an_item_without_another():
    one, two = (
        "Dem Antrag wird einstimmig zugestimmt.",
        "Der zweite Antrag wird mit 3 Ja-Stimmen und 9 Nein-Stimmen abgelehnt.",
    )
    assert decided(f"Frau Ohm berichtet. {one}")[0] == "adopted"
    assert decided(f"Frau Ohm berichtet. {two}")[0] == "rejected"
    assert decided(f"Frau Ohm berichtet. {one} {two}")[0] == "multiple"


def test_a_request_to_speak_is_no_vote():
    assert decided("Herr Kohl berichtet.\n\nMit einer Wortmeldung wurde bemängelt, dass niemand lüfte.") == (
        "none",
        [],
    )


@pytest.mark.parametrize("where", ["in die Fraktionen zur Beratung", "an den Fachausschuss", "in den Ausschuss"])
def test_what_goes_back_is_referred(where):
    assert decided(f"Beschluss: zurück {where}\n\nFrau Ohm berichtet.")[0] == "referred"


def test_another_item_that_was_withdrawn_is_not_this_one():
    assert decided("Frau Ohm begrüßt alle.\n\nDer TOP 4 wurde vom Antragsteller zurückgezogen.")[0] == "none"
    assert decided("Frau Ohm begrüßt alle.\n\nDer Antrag wurde vom Antragsteller zurückgezogen.")[0] == "withdrawn"


def test_candidates_of_a_ballot_have_their_names():
    text = "Frau Ohm lässt wählen.\n\nWahlvorschlag I      Petra Ohm      17 Stimmen\nWahlvorschlag II      Jan Kohl      14 Stimmen"
    assert decided(text)[1] == [{"options": {"Petra Ohm": 17, "Jan Kohl": 14}}]
    invalid = "Geheime Wahl:\n\nFrau Petra Ohm: 8 Ja-Stimmen\nHerr Jan Kohl: 6 Ja-Stimmen und 2 ungültige Stimmen"
    assert decided(invalid)[1][0]["options"] == {"Frau Petra Ohm": 8, "Herr Jan Kohl": 6}


def test_what_was_elected_elsewhere_is_no_election_of_this_item():
    text = "Die Bürgermeisterin teilte mit, dass die Wehr neu gewählt hat. Zum Kommandanten wurde Jan Kohl neu gewählt.\n\nFrau Ohm dankte ihm."
    assert decided(text)[0] == "none"


def test_amounts_within_a_resolution_belong_to_it():
    found = reading_of(
        "Beschluss:\n\nBeschlossen werden:\n\nGrundgebühr\n\n31.208,75 €\n\n-1,5 %\n\nAbstimmung: 17:0:0"
    )
    assert found["resolution"] == ["Beschlossen werden:", "Grundgebühr", "31.208,75 €", "-1,5 %"]
    assert found["unread"] == []


def test_how_many_could_vote_is_no_result():
    text = "Herr Kohl beantragt dies.\n\nStimmberechtigte:\n\n11\n\nJa-Stimmen: 5\n\nNein-Stimmen: 5\n\nEnthaltungen: 1"
    assert decided(text)[1] == [{"yes": 5, "no": 5, "abstain": 1}]
    assert reading_of(text)["unread"] == []


@pytest.mark.parametrize(
    ("motion", "code"),
    [("die Vertagung der Vorlage", "deferred"), ("die Absetzung des Punktes", "removed"), ("den Zaun", "adopted")],
)
def test_the_only_vote_may_be_on_the_procedure(motion, code):
    text = f"Auf Antrag von Rh. Kohl lässt der Vorsitzende über {motion} abstimmen:\n\ndafür: 15 (9 ABC, 6 XYZ)\n\ndagegen: 2 (XYZ)"
    assert decided(text)[0] == code
    assert decided(text.replace("dafür: 15 (9 ABC, 6 XYZ)", "dafür: 1 (ABC)"))[0] in {"none", "rejected"}


def test_numbers_of_a_form_stand_below_all_of_its_words():
    text = "Beschluss:\n\nDer Zaun wird gebaut.\n\nAbstimmungsergebnis\n\neinstimmige Annahme\n\neinstimmige Ablehnung\n\nJa-Stimmen\n\n18\n\nNein-Stimmen\n\n27"
    # Nothing is ticked: the words are those of the form, and the numbers decide.
    assert decided(text) == ("rejected", [{"yes": 18, "no": 27}])
    assert reading_of(text)["warnings"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Nach einer Pause nehmen die Ausschussmitglieder den Plan zur Kenntnis.",
        "Ohne Aussprache wird der Bericht zur Kenntnis genommen.",
    ],
)
def test_noting_may_be_told_in_any_order(sentence):
    assert decided(f"Frau Ohm erläutert den Plan.\n\n{sentence}")[0] == "noted"
    assert decided(f"Frau Ohm erläutert den Plan. {sentence}")[0] == "noted"


def test_a_bare_result_needs_no_label():
    found = reading_of("TOP 1 Genehmigung des Protokolls\n\nEinstimmig genehmigt.\n\nTOP 2 Anfragen\n\nFrau Ohm fragt.")
    assert [item["outcome"]["code"] for item in found["items"]] == ["adopted", "none"]


def test_what_is_settled_may_be_told_so():
    assert decided("Frau Ohm zieht den Schluss.\n\nDer Antrag gilt somit als erledigt.")[0] == "settled"
    assert (
        decided(
            "Frau Ohm zieht den Schluss.\n\nDer Antrag von Herrn Kohl, der schon beraten wurde, ist nicht erledigt."
        )[0]
        == "none"
    )


def test_a_resolution_that_recommends_another_holds_both():
    first, second = (
        "Der Bauausschuss empfiehlt dem Rat, nachfolgenden Beschluss zu fassen.",
        "Der Rat beschließt, dass der Zaun gebaut wird.",
    )
    found = reading_of(f"Beschluss:\n\n{first}\n\n{second}\n\nAbstimmungsergebnis: einstimmig")
    assert found["resolution"] == [first, second]


def test_the_number_of_a_part_counts_nothing():
    text = "Frau Ohm stellt den Antrag vor.\n\nDer Rat stimmt dem Vorschlag einstimmig zu, dem Punkt 2 bei Enthaltung der ABC-Fraktion."
    [vote] = decided(text)[1]
    assert vote["unanimous"]
    assert "abstain" not in vote


def test_prose_ends_the_annexes():
    found = reading_of(
        "Herr Kohl dankt.\n\nAnlagen\n\n21-1967 Plan (86 KB)\n\nDie ABC-Fraktion übernimmt den Vorschlag, das Konzept wie folgt zu ergänzen:"
    )
    assert found["annexes"] == ["21-1967 Plan (86 KB)"]
    assert [each["speaker"] for each in found["contributions"]] == ["Herr Kohl", "ABC-Fraktion"]


NOTATIONS = """
15 Ja-Stimmen, 2 Nein-Stimmen, 1 Enthaltung => 15 2 1
15:2:1 => 15 2 1
15 : 2 => 15 2 -
mit 15 gegen 2 Stimmen => 15 2 -
mit acht zu drei Stimmen bei 1 Enthaltung => 8 3 1
Ja 15 Nein 2 Enth. 1 => 15 2 1
Anwesend: 17 Für: 15 Gegen: 2 => 15 2 -
mit fünfzehn Ja-Stimmen und zwei Gegenstimmen => 15 2 -
15 J, 2 N, 1 E => 15 2 1
15x Ja, 2x Nein, 1x Enthaltung => 15 2 1
Für den Beschluss: 15 Gegen den Beschluss: 2 => 15 2 -
15 Stimmen für, 2 Stimmen gegen den Antrag => 15 2 -
16 Für-, 3 Gegenstimmen => 16 3 -
14 (ja) 2 (nein) 1 (Enthaltung) => 14 2 1
14 Ja-Stimmen/2 Gegenstimmen/1 Enthaltung => 14 2 1
14 Ja- Stimmen, 2 Nein- Stimmen, 1 Enthal- tung => 14 2 1
17 : 0 angenommen => 17 0 -
Ja-Stimmen: 7, Nein-Stimmen: -, Enthaltungen: - => 7 0 0
ohne Gegenstimmen bei einer Enthaltung => - 0 1
mit 2 Gegenstimmen => - 2 -
Mehrheit bei 2 Gegenstimmen => - 2 -
einstimmig bei einundzwanzig Ja-Stimmen => 21 - -
""".strip().splitlines()


@pytest.mark.parametrize(
    "before", ["Frau Ohm dankt.\n\nAbstimmungsergebnis: ", "Beschluss:\n\nDer Zaun wird gebaut.\n\n"]
)
@pytest.mark.parametrize("line", NOTATIONS)
def test_counts_are_read_in_any_usual_notation(line, before):
    text, expected = line.split(" => ")
    code, [vote] = decided(before + text)
    assert [str(vote.get(kind, "-")) for kind in ("yes", "no", "abstain")] == expected.split()
    assert code == "adopted"


@pytest.mark.parametrize(
    ("told", "code", "counts"),
    [
        (
            "Der Antrag verfehlt mit 6 Ja- und 6 Nein-Stimmen die erforderliche Mehrheit.",
            "rejected",
            {"yes": 6, "no": 6},
        ),
        ("Die Abstimmung erbrachte 14 Ja- und 5 Nein-Stimmen.", "adopted", {"yes": 14, "no": 5}),
        (
            "Die Vorsitzende stellt fest, dass der Antrag mit 14 : 5 Stimmen angenommen ist.",
            "adopted",
            {"yes": 14, "no": 5},
        ),
        ("Dieser Beschluss erging mit 9 gegen 2 Stimmen.", "adopted", {"yes": 9, "no": 2}),
        ("Beschluss: einstimmig bei einer Stimmenthaltung", "adopted", {"abstain": 1}),
        ("Der Rat wählt Frau Ohm mit 9 Stimmen zur Schiedsfrau.", "elected", {"yes": 9}),
    ],
)
def test_a_vote_is_told_in_other_words(told, code, counts):
    found = reading_of(f"TOP 4 Bau eines Steges\n\nHerr Kohl fragt nach dem Steg.\n\n{told}")
    kinds = ("yes", "no", "abstain")
    votes = [{kind: vote[kind] for kind in kinds if kind in vote} for vote in found["votes"] or [found["counts"]]]
    assert (found["outcome"]["code"], votes) == (code, [counts])


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Der Antragsteller hat den Antrag vor der Sitzung zurückgezogen.", "withdrawn"),
        ("Ohne Beschluss zur Kenntnis genommen.", "noted"),
        ("Von den Ausführungen wird Kenntnis genommen.", "noted"),
        ("Die Niederschrift wird mit einer Änderung auf Seite 4 einstimmig genehmigt.", "adopted_amended"),
    ],
)
def test_an_item_ends_in_other_words(told, code):
    found = reading_of(f"TOP 4 Bau eines Steges\n\nHerr Kohl fragt nach dem Steg.\n\n{told}")
    assert found["outcome"]["code"] == code


BESCHLUSS = "TOP 4 Bau eines Steges\n\nBeschluss:\nDer Rat beschließt den Bau eines Steges.\n\n"


@pytest.mark.parametrize(
    ("result", "counts"),
    [
        ("(Abstimmungsergebnis: 14:0)", {"yes": 14, "no": 0}),
        ("Stimmberechtigte: 13 Ja-Stimmen: 12 Nein-Stimmen: Stimmenthaltungen: 1 Befangen:", {"yes": 12, "abstain": 1}),
        (
            "gesetzl. Anzahl der Mitglieder: 9 davon besetzte Mandate: 9 davon anwesend: 8 Ja-Stimmen: 8 Nein-Stimmen: - Enthaltungen: -",
            {"yes": 8, "no": 0, "abstain": 0},
        ),
        ("Mit allen 14 Stimmen angenommen.", {"yes": 14}),
        ("Mit 14 von 14 Stimmen angenommen.", {"yes": 14}),
    ],
)
def test_a_form_may_tell_more_and_less_than_the_numbers(result, counts):
    [vote] = reading_of(BESCHLUSS + result)["votes"]
    assert {kind: vote[kind] for kind in ("yes", "no", "abstain") if kind in vote} == counts


def test_a_motion_that_passed_without_numbers_says_where_the_item_went():
    text = "TOP 4 Stege\n\nHerr Kohl fragt nach dem Steg.\n\nDer Antrag auf Absetzung des Tagesordnungspunktes wird einstimmig angenommen."
    assert reading_of(text)["outcome"]["code"] == "removed"


def test_whoever_holds_an_office_is_elected():
    text = "TOP 4 Stege\n\nDie Beigeordnete wird mit 14 Ja-Stimmen und 3 Nein-Stimmen gewählt."
    assert reading_of(text)["outcome"]["code"] == "elected"
