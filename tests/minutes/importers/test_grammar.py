"""Outcomes, tallies, papers, bodies and procedure, wording by wording."""

import pytest

from minutes.importers.grammar import outcomes, papers, procedure, recommending, tallies

OUTCOMES = {
    "adopted": "ungeändert beschlossen|beschlossen|einstimmig beschlossen|mehrheitlich angenommen|(einstimmig) zugestimmt|genehmigt|"
    "(Einstimmig) empfohlen|ungeändert beschlossen / überwiesen",
    "adopted_amended": "geändert beschlossen|angenommen mit Änderungen|geänderte Empfehlung|geändert zugestimmt",
    "rejected": "abgelehnt|einstimmig abgelehnt|zurückgewiesen|nicht empfohlen|nicht beschlossen|Ablehnung des Antrags",
    "noted": "zur Kenntnis genommen|Kenntnis genommen|Kenntnisnahme|Ohne.|Bericht",
    "deferred": "zurückgestellt|vertagt|vertagt / verbleibt|verschoben|ohne Beschlussfassung geschoben",
    "removed": "abgesetzt|entfällt|zurückgestellt (Vorgang eingestellt)",
    "referred": "verwiesen|an (Fach-)Ausschuss verwiesen/überwiesen|Weiterbehandlung im Rat|weitergeleitet|ohne Votum weiter",
    "withdrawn": "zurückgezogen|zurückgenommen",
    "settled": "erledigt|gilt als behandelt|Mit Stellungnahme einverstanden / erledigt|gegenstandslos|einstimmig – gilt als behandelt",
    "elected": "gewählt|Wahl: Frau X|Herr X gewählt (44 Ja-Stimmen)",
    "multiple": "Mehrfachbeschlüsse|Punkt 3.1: zugestimmt, Punkt 3.2: abgelehnt",
    "none": "Die Verweisung wird abgelehnt|keine Beschlussfassung",
}
TALLIES = {
    "14 JA-Stimmen": {"yes": 14},
    "Ja: 9, Nein: 2, Anwesend: 11": {"yes": 9, "no": 2, "present": 11},
    "dafür: 16 (5 CDU, 4 SPD, 7 GRÜNE)": {"yes": 16},
    "Stimmen dafür 9 Stimmen dagegen 23 Enthaltungen 0": {"yes": 9, "no": 23, "abstain": 0},
    "4 Ja  /  14 Nein  /  0 Enthaltungen": {"yes": 4, "no": 14, "abstain": 0},
    "Bei 37 Ja-Stimmen und drei Enthaltungen mehrheitlich zugestimmt": {"yes": 37, "abstain": 3},
    "Bei Stimmengleichheit (22 JA, 22 Nein) abgelehnt": {"yes": 22, "no": 22},
    "5 Nein-Stimmen, Rest Ja-Stimmen": {"no": 5},
    "einstimmig, 2 Enthaltungen": {"abstain": 2},
    "1 ungültige Stimme": {"invalid": 1},
    "mehrheitlich bei 3 Gegenstimmen und einer Enthaltung": {"no": 3, "abstain": 1},
    "Dafür: 8 Dagegen: 0 Enthaltung: 0": {"yes": 8, "no": 0, "abstain": 0},
    "21:10": {"yes": 21, "no": 10},
    "einstimmig": {},
}


@pytest.mark.parametrize(
    ("code", "wording"), [(code, text) for code, texts in OUTCOMES.items() for text in texts.split("|")]
)
def test_an_outcome_has_its_code(code, wording):
    assert outcomes.code_of(wording) == code


def test_an_unknown_outcome_has_none():
    assert outcomes.code_of("frisch gebacken") is None


def test_a_sentence_is_no_status():
    assert not outcomes.is_status("Der Zuschuss wird beschlossen.")


@pytest.mark.parametrize(("text", "counts"), TALLIES.items())
def test_a_tally_is_counted(text, counts):
    assert tallies.read(text).counts == counts


def test_groups_are_counted():
    assert tallies.read("dagegen: 1 (pro NRW)").groups == {"no": {"pro NRW": 1}}
    assert tallies.read("dafür: 9 (5 CDU, 4 SPD)").groups == {"yes": {"CDU": 5, "SPD": 4}}


def test_numbers_of_papers_are_found_and_dates_are_not():
    text = "Zu SV-9-0777, V/0287/2026, 26/SVV/0337-001, WP 20-25 SV 01/079/1 und Vorlage 126/2015 vom 25.11.2016 (IntA/7/2026)"
    assert papers.find(text) == ["SV-9-0777", "V/0287/2026", "26/SVV/0337-001", "WP 20-25 SV 01/079/1", "126/2015"]


def test_a_chain_of_recommendations_keeps_its_order():
    text = "Der Bauausschuss empfiehlt dem Ausschuss für Schule, Sport und Kultur sowie dem Rat der Stadt Musterstadt, zuzustimmen."
    assert recommending.bodies([text]) == ["Ausschuss für Schule, Sport und Kultur", "Rat der Stadt Musterstadt"]
    assert recommending.bodies(["Beschlussempfehlung an den Rat:"]) == ["Rat"]


def test_bias_is_declared_by_its_subject():
    assert procedure.recusals("Wegen Befangenheit nimmt AM Uhland an Beratung und Abstimmung nicht teil.") == (
        "AM Uhland",
    )
    assert procedure.recusals("Ktabg. Lütke und Ktabg. Merten erklären sich für befangen.") == (
        "Ktabg. Lütke",
        "Ktabg. Merten",
    )
    assert procedure.recusals("Ausschließungsgründe werden nicht angezeigt.") == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ktabg. Merten nimmt ab 16:52 Uhr an der Sitzung teil.", "arrives"),
        ("Ktabg. Bednar verlässt um 17:55 Uhr die Sitzung.", "leaves"),
        ("RM Celik kehrt um 19.10 Uhr in den Sitzungssaal zurück.", "returns"),
        ("s. B. Kohl nimmt nicht mehr an der Sitzung teil.", "leaves"),
    ],
)
def test_who_comes_and_goes(text, kind):
    [move] = procedure.moves(text)
    assert move.kind == kind
