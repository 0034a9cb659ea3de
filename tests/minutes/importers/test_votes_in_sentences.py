"""Numbers of votes in sentences and short results, in more of the ways in which offices write them."""

import pytest

from tests.minutes.importers.texts import reading_of

HEAD = "TOP 4 Bau eines Steges\n\n"
BESCHLUSS = HEAD + "Beschluss:\nDer Rat beschließt den Bau eines Steges.\n\n"
KINDS = ("yes", "no", "abstain", "recused")


def votes(text: str) -> list[dict[str, int]]:
    return [{kind: vote[kind] for kind in KINDS if kind in vote} for vote in reading_of(text)["votes"]]


@pytest.mark.parametrize(
    ("result", "counts"),
    [
        (
            "Der Antrag wird gegen vier Stimmen der ABC-Fraktion bei Enthaltung einer Stimme angenommen.",
            {"no": 4, "abstain": 1},
        ),
        ("Der Rat stimmt dem Antrag bei Enthaltung zweier Mitglieder zu.", {"abstain": 2}),
        ("Einstimmig (12)", {"yes": 12}),
        ("Einstimmig mit 12 Stimmen", {"yes": 12}),
        ("Mit 10 Stimmen bei 2 Enthaltungen angenommen.", {"yes": 10, "abstain": 2}),
        ("Der Rat lehnt den Antrag mit 10 Stimmen bei 2 Enthaltungen ab.", {"abstain": 2}),
        ("(12/2/0)", {"yes": 12, "no": 2, "abstain": 0}),
        ("Gesetzliche Mitgliederzahl: 15 davon anwesend: 13 Ja-Stimmen: 12 Nein-Stimmen: 1", {"yes": 12, "no": 1}),
        ("Der Antrag, dass ein Steg gebaut wird, wird mit 16 Ja-Stimmen angenommen.", {"yes": 16}),
        ("Abstimmungsergebnis: mehrheitlich angenommen (12/3/0)", {"yes": 12, "no": 3, "abstain": 0}),
        ("Beschlossen mit 12 Ja-Stimmen gegen 3 Nein-Stimmen bei 2 Enthaltungen.", {"yes": 12, "no": 3, "abstain": 2}),
        ("Mit neun Ja-Stimmen, zwei Gegenstimmen und einer Enthaltung", {"yes": 9, "no": 2, "abstain": 1}),
        ("Mit 12 Stimmen angenommen, 3 Gegenstimmen", {"yes": 12, "no": 3}),
        ("12 gegen 3", {"yes": 12, "no": 3}),
        ("6 Ja, 2 Nein, 0 Enth. - angenommen", {"yes": 6, "no": 2, "abstain": 0}),
        ("Stimmenzahl: 6 dafür, 2 dagegen", {"yes": 6, "no": 2}),
        ("Abstimmungsergebnis:      Ja: 10      Nein: -      Enthaltung: -", {"yes": 10, "no": 0, "abstain": 0}),
        ("Mehrheitlich mit 5 Stimmen (ABC, XYZ) gegen 2 Stimmen (LMN) zugestimmt.", {"yes": 5, "no": 2}),
        ("ohne Gegenstimme, ohne Enthaltung", {"no": 0, "abstain": 0}),
        (
            "26 Ja-Stimmen (Bündnis 90/Die Grünen, ABC, KTA Ohm)\n43 Gegenstimmen (XYZ, LMN/Freie)",
            {"yes": 26, "no": 43},
        ),
        ("Abstimmung über die geänderte DS 9/2026: 5/1/0 empfohlen", {"yes": 5, "no": 1, "abstain": 0}),
    ],
)
def test_a_result_below_a_resolution(result, counts):
    assert votes(BESCHLUSS + result) == [counts]


@pytest.mark.parametrize(
    ("sentence", "counts", "code"),
    [
        (
            "Für den Antrag des Abg. Ilg stimmen 5 Abgeordnete, dagegen 8 bei 1 Enthaltung. Der Antrag ist damit abgelehnt.",
            {"yes": 5, "no": 8, "abstain": 1},
            "rejected",
        ),
        ("Die Bezirksvertretung Hafen-West beschließt mit 9 Ja-Stimmen, den Steg zu bauen.", {"yes": 9}, "adopted"),
        (
            "Der Stadtrat Oberau überweist die Eingabe bei einer Enthaltung einstimmig an den Hafenausschuss.",
            {"abstain": 1},
            "referred",
        ),
        ("Abg. Ilg wird mit 13 Stimmen bei einer Enthaltung gewählt.", {"yes": 13, "abstain": 1}, "elected"),
        ("Der Rat hat den Bau des Steges mit 9 : 2 Stimmen beschlossen.", {"yes": 9, "no": 2}, "adopted"),
        (
            "Sein Antrag, hierfür 10.000 € einzustellen, erhält 30 Ja-Stimmen und 6 Nein-Stimmen.",
            {"yes": 30, "no": 6},
            "adopted",
        ),
        (
            "Die GV nimmt den Bericht zur Kenntnis und beschließt mehrheitlich bei 2 Gegenstimmen den Umbau.",
            {"no": 2},
            "adopted",
        ),
        (
            "Herr Kohl bittet um Vertagung. Mit 17 zu elf Stimmen wird dies so beschlossen.",
            {"yes": 17, "no": 11},
            "deferred",
        ),
        (
            "Nach Abschluss der Aussprache ergeht mit 9 Ja-Stimmen folgender Beschluss:\nDer Steg wird gebaut.",
            {"yes": 9},
            "adopted",
        ),
        ("Der Antrag wird\nmehrheitlich angenommen (14:6)", {"yes": 14, "no": 6}, "adopted"),
        ("Beschluss 21:0:\nDer Steg wird gebaut.", {"yes": 21, "no": 0}, "adopted"),
        ("Der Rat beschließt mit 9 Ja-Stimmen, den Steg zu bauen.2", {"yes": 9}, "adopted"),
        ("Die Vergabe an die Firma Grimm erfolgte mit 9 Ja-Stimmen.", {"yes": 9}, "adopted"),
        ("Der Gemeinderat ist mit 9 : 3 Stimmen dafür.", {"yes": 9, "no": 3}, "adopted"),
        ("Der Gemeinderat ist mit 3 : 9 Stimmen dagegen.", {"yes": 3, "no": 9}, "rejected"),
        ("Beschluss (12:0): Der Steg wird gebaut.", {"yes": 12, "no": 0}, "adopted"),
        ("Sodann ergeht mit 9 : 2 Stimmen folgender Beschluss:\nDer Steg wird gebaut.", {"yes": 9, "no": 2}, "adopted"),
        ("Dem Bauantrag wird das Einvernehmen erteilt. 9:0", {"yes": 9, "no": 0}, "adopted"),
        ("Der Rat beschließt den Bau des Steges. (9/0/1)", {"yes": 9, "no": 0, "abstain": 1}, "adopted"),
        ("Frau Ohm wird mit 9 Stimmen zur Vorsitzenden gewählt.", {"yes": 9}, "elected"),
        (
            "Der Rat empfiehlt mit Mehrheit gegen die Stimme des Herrn Rm Kohl (ABC), folgenden Beschluss zu fassen:\nDer Steg wird gebaut.",
            {"no": 1},
            "adopted",
        ),
        (
            "Der Antrag wird bei 8 Befürwortungen, 1 Gegenstimme und 2 Enthaltungen angenommen.",
            {"yes": 8, "no": 1, "abstain": 2},
            "adopted",
        ),
        ("Der Antrag wird mit 9/12/2 abgelehnt.", {"yes": 9, "no": 12, "abstain": 2}, "rejected"),
        ("Der Rat genehmigt das Protokoll mit 5 Stimmen bei 1 Enthaltung.", {"yes": 5, "abstain": 1}, "adopted"),
    ],
)
def test_a_sentence_tells_vote_and_outcome(sentence, counts, code):
    found = reading_of(HEAD + "Frau Ohm fragt nach den Kosten.\n\n" + sentence)
    assert votes(HEAD + "Frau Ohm fragt nach den Kosten.\n\n" + sentence) == [counts]
    assert found["outcome"]["code"] == code


@pytest.mark.parametrize("gap", ["\n", "\n\n", " "])
def test_each_sentence_that_tells_a_vote_is_one(gap):
    failed = (
        "Der Rat lehnt den Änderungsantrag mehrheitlich gegen die Stimmen der ABC-Fraktion bei drei Enthaltungen ab."
    )
    passed = "Der Rat stimmt dem Antrag mehrheitlich gegen zwei Stimmen aus der XYZ-Fraktion zu."
    text = HEAD + "Frau Ohm fragt nach den Kosten.\n\n" + failed + gap + passed
    assert votes(text) == [{"abstain": 3}, {"no": 2}]
    assert reading_of(text)["outcome"]["code"] == "adopted"


def test_numbers_below_a_sentence_that_agree_with_it_are_of_the_same_vote():
    text = HEAD + "Der Ausschuss genehmigte das Protokoll einstimmig bei 1 Stimmenthaltung.\n\n"
    assert votes(text + "Abstimmungsergebnis: Ja: 12 Nein: 0 Enthaltung: 1") == [{"yes": 12, "no": 0, "abstain": 1}]


def test_a_count_on_the_next_line_belongs_to_the_open_sentence():
    text = (
        "TOP 4 Bau eines Steges\n\n"
        "Frau Ohm stellt anhand eines Lageplans zwei Entwürfe für den Steg am Weiher vor. Der\n"
        "erste sieht Holz vor, der zweite Stahl und eine Treppe, die bis zum Wasser hinab\n"
        "führen soll.\n\n"
        "Der Ausschuss empfiehlt dem Gemeinderat mit 6 Ja- und 2 Nein-Stimmen bei\n"
        "1 Enthaltung, den Entwurf 1 umzusetzen.\n"
    )
    assert votes(text) == [{"yes": 6, "no": 2, "abstain": 1}]


def test_who_was_biased_is_counted_in_the_block_of_the_vote():
    text = BESCHLUSS + "Abstimmungsergebnis:\n\nJa-Stimmen: 8\n\nNein-Stimmen: 1\n\nBefangen: 1"
    assert votes(text) == [{"yes": 8, "no": 1, "recused": 1}]


def test_the_vote_told_last_decides():
    text = HEAD + (
        "Herr Kohl stellt den Antrag, den Steg zu streichen.\n\n"
        "Dieser Antrag wurde mit 4:9 Stimmen abgelehnt.\n\n"
        "Frau Ohm ruft sodann den Beschlussantrag zur Abstimmung auf; er wird mit 11:2 Stimmen angenommen."
    )
    assert votes(text) == [{"yes": 4, "no": 9}, {"yes": 11, "no": 2}]
    assert reading_of(text)["outcome"]["code"] == "adopted"


def test_motions_of_groups_come_before_what_the_body_resolves():
    text = HEAD + (
        "1.) Der Antrag der Gruppe ABC zu Nr. 1 wurde bei 14 Ja-Stimmen mit 27 Gegenstimmen abgelehnt.\n\n"
        "Der Kreistag beschloss mehrheitlich bei 4 Gegenstimmen die Richtlinie."
    )
    assert reading_of(text)["outcome"]["code"] == "adopted"


def test_a_status_left_open_gives_way_to_the_votes():
    text = "Beschluss: (offen)\n\nDas Protokoll wird in der geänderten Fassung mit 8 Ja-Stimmen genehmigt."
    assert reading_of(text)["outcome"]["code"] == "adopted_amended"


def test_not_recommended_is_rejected():
    text = "Beschluss: nicht zur Beschlussfassung empfohlen\nAbstimmung: Ja: 3, Nein: 6, Enthaltungen: 1"
    assert reading_of(text)["outcome"]["code"] == "rejected"


def test_numbers_of_groups_without_a_sum_are_no_counts():
    assert votes(BESCHLUSS + "Abstimmungsergebnis: 7 ABC, 3 XYZ dafür, 5 LMN dagegen") == [{}]


def test_that_all_agree_may_be_found_by_the_chair():
    found = reading_of(HEAD + "Frau Ohm fragt nach den Kosten.\n\nDer Vorsitzende stellt Einstimmigkeit fest.")
    assert [vote["unanimous"] for vote in found["votes"]] == [True]
    assert found["outcome"]["code"] == "adopted"


def test_parts_that_are_told_one_by_one_may_differ():
    text = HEAD + (
        "Frau Ohm bittet um Einzelabstimmung.\n\n"
        "Die Bezirksversammlung stimmt Ziffer 1 mit 9 Ja-Stimmen zu. Sie lehnt Ziffer 2 mit 3 Ja-Stimmen und 9 Nein-Stimmen ab."
    )
    assert votes(text) == [{"yes": 9}, {"yes": 3, "no": 9}]
    assert reading_of(text)["outcome"]["code"] == "multiple"


def test_a_motion_that_failed_and_the_agenda_are_no_parts():
    text = "TOP 2 Änderungen zur Tagesordnung\n\n" + (
        "Frau Ohm beantragt, Punkt 9 abzusetzen. Der Antrag wird mit 4 Ja-Stimmen gegen 7 Nein-Stimmen abgelehnt. "
        "Die Tagesordnung wird sodann einstimmig festgestellt."
    )
    assert reading_of(text)["outcome"]["code"] == "adopted"


def test_a_result_right_below_the_heading_of_a_motion():
    text = "TOP 4 Mittagessen\n\nHerr Kohl begründete den Antrag.\n\nAntrag\n\nMit 1 Stimme dafür und 7 Stimmen dagegen abgelehnt"
    assert votes(text) == [{"yes": 1, "no": 7}]
    assert reading_of(text)["outcome"]["code"] == "rejected"


def test_whoever_stands_up_for_something_is_no_vote():
    text = (
        HEAD
        + "Abstimmung: Ja: 7, Nein: 1, Enthaltungen: 2\n\nMit Mehrheit tritt der Rat dafür ein, den Steg zu erhalten."
    )
    assert [vote for vote in votes(text) if vote] == []


def test_what_somebody_moved_before_is_refused_by_the_committee():
    text = (
        HEAD
        + "Herr Kohl beantragt, den Steg zu lassen. Dies wird vom Ausschuss bei 4 Ja- und 7 Nein-Stimmen abgelehnt.\n\n"
        + "Beschluss:\nDer Ausschuss empfiehlt mehrheitlich mit 8 Ja-Stimmen bei 3 Enthaltungen, den Steg zu bauen."
    )
    assert votes(text) == [{"yes": 4, "no": 7}, {"yes": 8, "abstain": 3}]
    assert reading_of(text)["outcome"]["code"] == "adopted"


def test_all_numbers_of_an_opening_are_read():
    text = HEAD + "Der Kreistag beschließt bei 6 Gegenstimmen und 3 Stimmenthaltungen:\n\n1. Der Steg wird gebaut."
    assert votes(text) == [{"no": 6, "abstain": 3}]


def test_whoever_is_against_something_gives_no_result():
    text = HEAD + "Gegen eine Verschiebung des Steges wendet sich StR Dr. Ohm (ABC), da er morsch sei."
    assert votes(text) == []


def test_a_label_in_the_place_of_a_status_says_nothing():
    text = (
        "TOP 4 Stege\n\nBeschluss: Abstimmungsergebnis:\n\nBeschluss:\nEs werden Stege gebaut.\n\n"
        "Abstimmungsergebnis zu Ziffer 1: 14 : 39\n\nAbstimmungsergebnis zu Ziffer 2: 31 : 22"
    )
    assert reading_of(text)["outcome"]["code"] == "multiple"


@pytest.mark.parametrize(
    ("text", "counts", "code"),
    [
        (
            "Ziffer 1: einstimmig angenommen\n\nZiffer 2: mit 9 : 2 Stimmen angenommen\n\nZiffer 3: mit 2 : 9 Stimmen abgelehnt",
            [{}, {"yes": 9, "no": 2}, {"yes": 2, "no": 9}],
            "multiple",
        ),
        ("Beschluss mit 9 : 2 Stimmen:\nDer Steg wird gebaut.", [{"yes": 9, "no": 2}], "adopted"),
        (
            "Beschluss: 12/2026\n\nDer Rat beschließt den Steg.\n\n9 Ja-Stimmen\n2 Nein-Stimmen\n0 Enthaltungen",
            [{"yes": 9, "no": 2, "abstain": 0}],
            "adopted",
        ),
        (
            "Bei der Abstimmung über den Antrag gibt es 9 Ja-Stimmen, 2 Nein-Stimmen und 1 Enthaltung.",
            [{"yes": 9, "no": 2, "abstain": 1}],
            "adopted",
        ),
    ],
)
def test_parts_numbers_of_decisions_and_results_are_told_apart(text, counts, code):
    assert (votes(HEAD + text), reading_of(HEAD + text)["outcome"]["code"]) == (counts, code)


@pytest.mark.parametrize(
    ("text", "counts", "code"),
    [
        (
            "Nach Aussprache beschloss der Rat die Satzung mit der Änderung, dass § 4 entfällt, bei 7 Ja-Stimmen und 1 Gegenstimme.",
            [{"yes": 7, "no": 1}],
            "adopted_amended",
        ),
        (
            "Auf Antrag von Frau Ohm wird die Tagesordnung um Punkt 7 erweitert und so einstimmig bestätigt.",
            [{}],
            "adopted_amended",
        ),
        ("Der Beschluss wird einhellig gefasst.", [{}], "adopted"),
        (
            "Antrag der ABC, die Erhöhung auf fünf vom Hundert zu begrenzen: 29 Gegenstimmen, somit abgelehnt.",
            [{"no": 29}],
            "rejected",
        ),
        (
            "Antrag der Verwaltung, bei 12 Gegenstimmen und 2 Enthaltungen faßt der Kreistag folgenden Beschluß:\n\nDer Steg wird gebaut.",
            [{"no": 12, "abstain": 2}],
            "adopted",
        ),
        (
            "Herr Kohl beantragte einen Zaun. Der Antrag wurde mit 5 Ja- und 11 Nein-Stimmen abgelehnt. "
            "Anschließend wurde der Vorschlag des Ortschaftsrates mit 12 Ja-Stimmen bei 4 Gegenstimmen angenommen.",
            [{"yes": 5, "no": 11}, {"yes": 12, "no": 4}],
            "adopted",
        ),
    ],
)
def test_what_is_changed_moved_and_decided_in_one_breath(text, counts, code):
    assert (votes(HEAD + text), reading_of(HEAD + text)["outcome"]["code"]) == (counts, code)


def test_a_number_that_ends_a_line_counts_what_the_next_one_names():
    told = "Abstimmungsergebnis: mit 3 Ja-Stimmen (ABC, XYZ, LMN) und 6\nNein-Stimmen (DEF, GHI) abgelehnt"
    assert votes(BESCHLUSS + told) == [{"yes": 3, "no": 6}]


def test_the_vote_of_one_who_is_named_is_one():
    assert votes(BESCHLUSS + "Abstimmungsergebnis: mit Mehrheit gegen die Stimme von Frau Ohm beschlossen") == [
        {"no": 1}
    ]
    assert votes(BESCHLUSS + "Abstimmungsergebnis: mit Mehrheit gegen die Stimme der ABC-Fraktion beschlossen") == [{}]


def test_what_the_numbers_count_may_stand_behind_them():
    assert votes(BESCHLUSS + "Abstimmungsergebnis: 5 : 0 : 1 (J : N : E)") == [{"yes": 5, "no": 0, "abstain": 1}]


def test_votes_on_points_in_a_row_are_read_each():
    told = "Zu Beschlussvorschlag Nr. 1.: Ja-Stimmen: 7 Nein-Stimmen: 0 Zu Beschlussvorschlag Nr. 2.: Ja-Stimmen: 6 Nein-Stimmen: 1"
    assert votes(BESCHLUSS + f"Abstimmungsergebnis: {told}") == [{"yes": 7, "no": 0}, {"yes": 6, "no": 1}]


def test_what_somebody_moved_is_no_part_of_the_item():
    refused = "Der Antrag der Kreistagsabgeordneten Ohm wird mit 3 : 8 Stimmen abgelehnt."
    found = reading_of(
        f"{HEAD}Abg. Ohm beantragt, zu warten.\n\n{refused}\n\nDie Vorlage wird mit 9 : 2 Stimmen angenommen."
    )
    assert (found["outcome"]["code"], len(found["votes"])) == ("adopted", 2)


def test_numbers_and_the_sentence_below_them_say_more_than_the_status():
    status = (
        "Beschluss: ungeändert beschlossen\n\nAbstimmung: Ja: 4, Nein: 11\n\nBeschluss:\n\nDer Steg wird gebaut.\n\n"
    )
    below = "Abstimmungsergebnis: 4 gegen 11 Stimmen\n\nAufgrund des Abstimmungsergebnisses ist der Antrag abgelehnt."
    assert reading_of(status + below)["outcome"]["code"] == "rejected"
