"""Results beside a text, behind it, within its brackets, or by the label of the motion. All names are invented."""

import pytest

from minutes.importers.grammar import counted_lists, decisions, result_lines, tallies
from tests.minutes.importers.texts import reading_of


def item(told: str) -> dict:
    head = "Niederschrift\nüber die Sitzung des Bauausschusses am 4. Mai 2026\n\nTOP 3: Ausbau der Gartenstraße\n\nHerr Kohl fragt nach den Kosten.\n\n"
    return reading_of(f"{head}{told}\n\nTOP 4: Anfragen\n\nFrau Ohm fragt etwas.\n")["items"][0]


def said(told: str) -> list[str]:
    return [each["text"] for each in item(told)["contributions"][1:]]


@pytest.mark.parametrize(
    ("told", "code", "vote"),
    [
        ("Der Markt tritt dem Verband bei.             15 : 0", "adopted", {"yes": 15, "no": 0}),
        ("Auftrag an die Firma Brenk\t4 ja / 0 nein", "adopted", {"yes": 4, "no": 0}),
        ("Der Plan wird in dieser Form beschlossen. – 6 : 1 Stimmen –", "adopted", {"yes": 6, "no": 1}),
        ("Beschluss: Die Gemeinde versichert das Fest. 5 dafür, 1 Enthaltung.", "adopted", {"yes": 5, "abstain": 1}),
        ("Beschluss: Ablehnung, 17 Stimmen gegen den Antrag, 1 Stimme dafür", "rejected", {"yes": 1, "no": 17}),
        ("Beschluss: Zustimmung unter der Auflage einer Pflanzung, 16 : 1", "adopted", {"yes": 16, "no": 1}),
        ("Beschluß (18 Stimmen dafür, keine dagegen):\nDer Zaun wird gebaut.", "adopted", {"yes": 18, "no": 0}),
        ("Abstimmung über die Überweisung: 6/0/0", "referred", {"yes": 6, "no": 0, "abstain": 0}),
    ],
)
def test_the_numbers_and_what_they_decide(told, code, vote):
    found = item(told)
    assert found["outcome"]["code"] == code
    numbers = {name: found["votes"][0][name] for name in ("yes", "no", "abstain") if name in found["votes"][0]}
    assert numbers == vote


def test_a_status_with_numbers_below_the_debate_is_the_result():
    found = item("genehmigt Ja 7 Nein 0 Enthaltung 1 Befangen 0")
    assert found["outcome"]["code"] == "adopted"
    assert {"yes": 7, "no": 0, "abstain": 1}.items() <= (found["counts"] or found["votes"][0]).items()


def test_numbers_within_a_sentence_are_those_of_its_vote():
    decision = decisions.read("Die Tagesordnung wird einstimmig (6/0/0) bestätigt.")
    assert decision is not None
    assert decision.counts == {"yes": 6, "no": 0, "abstain": 0}


@pytest.mark.parametrize("line", ["Zustimmung um 16:30 Uhr", "Zustimmung um 16.30 Uhr", "Ablehnung um 20 Uhr"])
def test_a_time_is_no_number_of_votes(line):
    assert tallies.read(line).counts == {}


def test_a_time_in_a_column_of_its_own_is_no_result():
    assert result_lines.cell_at_end("Beginn der Sitzung          18:30")[1] == ""


def test_the_number_in_the_name_of_a_party_counts_nothing():
    found = counted_lists.read("• 9 Zustimmungen: ABC (6), Bündnis 90/Die Grünen (2), Verein am Weiher e.V. (1)")
    assert found is not None
    assert (found.kind, found.number) == ("yes", 9)
    assert found.by_group == {"ABC": 6, "Bündnis 90/Die Grünen": 2, "Verein am Weiher e.V.": 1}


@pytest.mark.parametrize(
    ("status", "code"),
    [("Kenntnisnahme", "noted"), ("Behandlung im Fachausschuss", "referred"), ("Vertagt", "deferred")],
)
def test_a_status_may_stand_where_a_resolution_would(status, code):
    found = item(f"Beschluss:\n{status}\n\nAbstimmungsergebnis:\nKeine Abstimmung\n\nFrau Brenk dankt für den Bericht.")
    assert found["outcome"]["code"] == code


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Der Bericht dient zur Kenntnis.", "noted"),
        ("Herr Rühl erklärt, dass sich der Antrag erübrigt habe, und zieht ihn zurück.", "withdrawn"),
        ("Beschluss-Nr. 24/2026:     Das Protokoll wird bei 3 Enthaltungen einstimmig\nbestätigt.", "adopted"),
    ],
)
def test_what_became_of_it_in_further_words(told, code):
    assert item(told)["outcome"]["code"] == code


@pytest.mark.parametrize(
    "told",
    [
        "Die geheime Wahl brachte folgendes Ergebnis:\nFranz Ohm    9 Stimmen\nMaria Kohl       6 Stimmen",
        "Beschluss wie Vorlage 12/2026.\n17 Ja, 0 Nein, 0 Enthaltungen",
        "Beschlüsse werden in der 1. Lesung nicht gefasst.",
        "Herr Brandl hat wegen persönlicher Beteiligung nach Art. 49 GO nicht mitgestimmt.",
    ],
)
def test_nobody_says_what_belongs_to_the_vote(told):
    assert all(each["kind"] == "procedure" for each in item(told)["contributions"][1:])


def test_what_somebody_says_in_the_first_person_is_no_resolution():
    told = "Stadtverordnete Brenk (ABC):\n\nMeine Fraktion stimmt zu.\n\nAbstimmung über die Vorlage: 11 Ja-Stimmen, 3 Nein-Stimmen"
    assert "Meine Fraktion stimmt zu." in said(told)


@pytest.mark.parametrize(
    "line",
    [
        "Es stimmten dafür: 9, dagegen: 2, Enthaltungen: 1",
        "Abgestimmt wurde wie folgt: Ja 9, Nein 2, Enthaltung 1",
        "Die Abstimmung ergab folgendes Ergebnis: 9 Ja, 2 Nein, 1 Enthaltung",
        "Gesamtstimmen 12 - Ja 9 - Nein 2 - Enthaltung 1",
        "(mehrheitlich, 9:2, 1 Enth.)",
        "Anw. 12   Ja 9   Nein 2   Enthaltung 1",
    ],
)
def test_what_goes_before_the_numbers_is_none_of_them(line):
    assert {"yes": 9, "no": 2, "abstain": 1}.items() <= tallies.read(line).counts.items()


@pytest.mark.parametrize(
    "behind",
    [
        "Mit 9 Ja-Stimmen, 2 Nein-Stimmen und 1 Enthaltung angenommen.",
        "Abstimmung: 9:2:1",
        "Zustimmung: 9 Ablehnung: 2 Enthaltung: 1",
        "anwesend 12, dafür 9, dagegen 2, Enthaltung 1",
        "(mehrheitlich, 9:2, 1 Enth.)",
    ],
)
def test_numbers_behind_a_resolution_are_all_read(behind):
    found = item(f"Beschluss: Der Ausschuss beschließt den Ausbau der Gartenstraße. {behind}")
    numbers = [{name: vote.get(name) for name in ("yes", "no", "abstain")} for vote in found["votes"]]
    assert {"yes": 9, "no": 2, "abstain": 1} in numbers


def test_numbers_above_the_resolution_and_whether_it_passed_below_it_are_one_vote():
    found = item("Beschluss 3 : 6\nDie Stelle wird geschaffen. – abgelehnt –")
    assert found["outcome"]["code"] == "rejected"
    assert found["votes"] == [{"result": "abgelehnt", "yes": 3, "no": 6}]


def test_numbers_below_the_resolution_end_it():
    found = item(
        "Beschluss:\n\nDer Zaun wird gebaut.\n\nBeschluss mit 9 gegen 2 Stimmen bei 1 Enthaltung\n\nFrau Brenk dankt."
    )
    assert found["resolution"] == ["Der Zaun wird gebaut."]
    assert found["votes"][0]["yes"] == 9


def test_resolutions_with_numbers_have_a_vote_each():
    told = (
        "Beschluss Nr. 33-1/2026: Der Rat beschließt die Rechnung.\n\nAbstimmung:   Ja: 16   Nein: 0   Enth.: 0\n\n"
        "Beschluss Nr. 33-2/2026: Der Vorsitzenden wird Entlastung erteilt.\n\nAbstimmung:   Ja: 13   Nein: 0   Enth.: 2"
    )
    assert [(vote["yes"], vote["abstain"]) for vote in item(told)["votes"]] == [(16, 0), (13, 2)]


def test_resolutions_of_which_one_failed_end_differently():
    told = "Beschluss 1: Das Gebiet wird verkleinert.\nAbstimmung: 11 : 4\n\nBeschluss 2: Es wird gestrichen.\nAbstimmung: 5 : 10"
    assert item(told)["outcome"]["code"] == "multiple"


@pytest.mark.parametrize(
    "told",
    [
        "Abstimmung in geänderter Fassung: 9 / 0 / 0 (Ja / Nein / Enthaltung)",
        "Geänderte Beschlussempfehlung: Die Miete wird auf 14 € festgesetzt.\nDafür: 4  Dagegen: 1  Enth.: 1",
    ],
)
def test_that_it_was_changed_may_stand_in_the_label(told):
    assert item(told)["outcome"]["code"] == "adopted_amended"


def test_what_slashes_part_is_read_from_the_line_below():
    assert item("Abstimmung:    Ja / Nein / Enthaltung\n18  /  3   /  2")["votes"] == [
        {"yes": 18, "no": 3, "abstain": 2}
    ]


def test_a_resolution_that_is_told_last_is_behind_its_vote():
    found = item(
        "Sodann beschloss der Kreistag mit 15 Ja-Stimmen gegen 7 Nein-Stimmen:\n\nDer Haushalt wird beschlossen."
    )
    assert found["resolution"] == ["Der Haushalt wird beschlossen."]
    assert (found["votes"][0]["yes"], found["votes"][0]["no"]) == (15, 7)


def test_tables_may_be_drawn_with_signs_for_it():
    told = (
        "Beschluss:\nDer Zaun wird gebaut.\n\nAbstimmung:\n\n┌────┬──────┬────────────┐\n│ Ja │ Nein │ Enthaltung │\n"
        "├────┼──────┼────────────┤\n│ 7  │ 2    │ 0          │\n└────┴──────┴────────────┘"
    )
    assert item(told)["votes"] == [{"yes": 7, "no": 2, "abstain": 0}]


def test_a_motion_to_put_off_that_passed_puts_off_though_somebody_spoke_against_it():
    told = (
        "Frau Brenk stellt den Geschäftsordnungsantrag, den Punkt bis nach der Sommerpause zu vertagen.\n\n"
        "Herr Aalders spricht dagegen.\n\nDem Geschäftsordnungsantrag wird mit 8 gegen 3 Stimmen stattgegeben."
    )
    assert item(told)["outcome"]["code"] == "deferred"


def test_a_motion_on_the_procedure_that_passed_adopts_nothing_else():
    told = "Frau Brenk beantragt geheime Abstimmung.\n\nDer Geschäftsordnungsantrag wird angenommen."
    assert item(told)["outcome"]["code"] == "none"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Der Haupt- und Finanzausschuss verweist den Teilplan zur weiteren Beratung in die Fraktionen.", "referred"),
        ("Frau Brenk wird bei eigener Stimmenthaltung in den Schulausschuss gewählt.", "elected"),
        ("Hiermit war der Rat mit 9 Stimmen gegen 5 Stimmen einverstanden.", "adopted"),
        ("Die Vorsitzende stellt fest, dass Frau Brenk am 26.05.2026 gewählt worden ist.", "none"),
    ],
)
def test_what_bodies_did_in_further_words(told, code):
    assert item(told)["outcome"]["code"] == code


def test_those_against_it_in_a_bracket_do_not_refuse_it():
    found = item("Beschluss: Der Beirat stimmt der Planung zu. (mehrheitlich bei 2 Gegenstimmen und 1 Enthaltung)")
    assert found["outcome"]["code"] == "adopted"


def test_how_a_motion_of_the_debate_ended_is_one_vote():
    told = (
        "Beschluss:\n\nFrau Brenk beantragt, die Beratung zu vertagen. Mit 17 zu elf Stimmen wird dies so beschlossen."
    )
    assert len(item(told)["votes"]) == 1
