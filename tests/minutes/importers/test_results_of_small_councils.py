"""How small councils write what they decided, and what was changed before. All names are invented."""

import pytest

from minutes.importers.grammar import labels
from tests.minutes.importers.texts import reading_of

HEAD = "TOP 4 Neue Boote für den See\n\n"


def decided(text: str, head: str = HEAD) -> tuple[str, list[dict[str, int]]]:
    found = reading_of(head + text)
    votes = [{kind: vote[kind] for kind in ("yes", "no", "abstain") if kind in vote} for vote in found["votes"]]
    return found["outcome"]["code"], votes


def test_the_number_of_a_resolution_may_stand_before_its_numbers():
    text = "Die Wacht erhält 350 €.\nBeschluss Nr. 92/2026   13 : 0\n\nDem Verein werden 200 € bewilligt. Beschluss Nr. 93/2026 12 : 1"
    assert decided(text) == ("adopted", [{"yes": 13, "no": 0}, {"yes": 12, "no": 1}])


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Der BA stimmt dem Kauf mit 4 Gegenstimmen zu.", ("adopted", [{"no": 4}])),
        ("Da noch keine Zahlen vorlagen, hat der Rat die Beratung auf Mai vertagt.", ("deferred", [])),
        ("Der Kauf wurde mit 7 zu 4 Stimmen auf zwei Boote beschränkt.", ("adopted", [{"yes": 7, "no": 4}])),
        (
            "Der Geschäftsordnungsantrag wird mit 17 : 30 Stimmen bei 2 Enthaltungen abgelehnt.",
            ("none", [{"yes": 17, "no": 30, "abstain": 2}]),
        ),
        (
            "Die Beschlüsse a) und b) ergingen einstimmig, Beschluss c) bei 11 Ja-Stimmen und 4 Nein-Stimmen.",
            ("adopted", [{"yes": 11, "no": 4}]),
        ),
        ("Der Antrag wird in den Fachausschuss Umwelt verwiesen.", ("referred", [])),
        ("Wird einstimmig genehmigt.", ("adopted", [{}])),
        ("Die Spende der Bank wird angenommen. Einstimmig.", ("adopted", [{}])),
        ("Dem Kauf wird zugestimmt.\nAbstimmung 11 : 1 (GR Ohm)", ("adopted", [{"yes": 11, "no": 1}])),
        ("Der Vorschlag fand keine Zustimmung (3 Ja, 9 Nein).", ("rejected", [{"yes": 3, "no": 9}])),
        ("Zustimmung 9:0", ("adopted", [{"yes": 9, "no": 0}])),
        ("Der Rat genehmigt die Niederschrift der 3. Sitzung vom 3. Mai ohne Änderungen.", ("adopted", [])),
        ("Der Rat erkennt die Niederschrift der Sitzung vom 3. Mai an und genehmigt sie.", ("adopted", [])),
        ("Die Niederschrift vom 3.5.2026 wurde in der Sitzung am 4.6.2026 genehmigt.", ("none", [])),
        ("Der Rat erkennt die Arbeit der Helfer an.", ("none", [])),
        ("Dem Kauf von zwei Booten wurde zugestimmt.", ("adopted", [])),
        ("Die Antwort wurde schriftlich verteilt.", ("none", [])),
    ],
)
def test_a_sentence_decides(sentence, told):
    assert decided(sentence) == told


def test_a_result_in_brackets_without_those_who_were_for_it():
    text = "Beschluss:\nDer Rat stimmt dem Kauf zu.\n(bei 2 Gegenstimmen und 1 Enthaltung)"
    assert decided(text) == ("adopted", [{"no": 2, "abstain": 1}])


def test_of_two_printed_results_the_mark_stands_behind_its_own():
    text = "Beschluss:\nZwei Boote werden gekauft.\nAbstimmungsergebnis:   Angenommen  {}   Abgelehnt  {}"
    assert decided(text.format("X", ""))[0] == "adopted"
    assert decided(text.format("", "X"))[0] == "rejected"


def test_numbers_may_say_that_somebody_was_elected():
    head = "TOP 5 Wahl eines Mitglieds für den Beirat\n\n"
    text = "Vorgeschlagen ist Frau Brenk. Offene Wahl.\n\n7 Ja-Stimmen – gewählt"
    assert decided(text, head) == ("elected", [{"yes": 7}])


def test_a_motion_that_changes_the_agenda_passed():
    head = "TOP 2 Feststellung der Tagesordnung\n\n"
    text = "Herr Kohl beantragt, TOP 7 vor TOP 5 zu behandeln.\n\n{}"
    assert decided(text.format("Einstimmig angenommen."), head)[0] == "adopted_amended"
    refused = "Ja-Stimmen: 2\nNein-Stimmen: 4\n\nDer Antrag ist abgelehnt. Die Tagesordnung wird unverändert bestätigt."
    assert decided(text.format(refused), head)[0] == "adopted"


def test_what_was_moved_into_a_text_passed_before_it():
    text = (
        "Frau Ohm beantragt, in die Stellungnahme aufzunehmen, dass der See gesperrt wird.\n\nangenommen mit 5 : 2 Stimmen\n\n"
        "Beschluss:\nDer Erweiterung wird zugestimmt.\nangenommen mit 6 : 1 Stimmen"
    )
    assert decided(text) == ("adopted_amended", [{"yes": 5, "no": 2}, {"yes": 6, "no": 1}])


def test_below_the_vote_on_an_amendment_the_motion_itself_is_voted_on():
    text = (
        "Frau Ohm lässt über den Änderungsantrag abstimmen.\n\nÄnderungsantrag:\n\n10 Stimmen dafür, 4 Stimmen dagegen\n\n"
        "Antrag\nin geänderter Fassung zu beschließen:\nDie Verwaltung wird gebeten, drei Boote zu kaufen.\nEinstimmig"
    )
    assert decided(text)[0] == "adopted_amended"


def test_what_a_member_proposed_failed_before_the_body_decided():
    text = (
        "Der Vorschlag von Ratsmitglied Kohl wird mit 2 Ja-Stimmen bei 3 Nein-Stimmen abgelehnt.\n\n"
        "Der Rat beschließt mit 4 Ja-Stimmen und 1 Enthaltung, die Mittel aufzuteilen."
    )
    assert decided(text)[0] == "adopted"


def test_the_numbers_of_the_system_and_a_sentence_outweigh_its_word():
    text = (
        "Beschluss: ungeändert beschlossen\nAbstimmung: Ja: 4, Nein: 11\n\nBeschluss:\n\nDie Straße wird gesperrt.\n\n"
        "Abstimmungsergebnis: 4 Ja, 11 Nein\n\nDamit ist der Antrag abgelehnt."
    )
    found = reading_of(text)
    assert found["outcome"] == {"text": "ungeändert beschlossen", "code": "rejected"}
    assert "outcome_contradicts_result" in found["warnings"]


def test_a_decision_may_stand_below_the_facts_of_an_item_without_a_debate():
    text = "Sachverhalt:\nDie Wacht braucht ein Boot.\nDer Rat befürwortet den Kauf und beauftragt die Verwaltung mit dem Antrag."
    assert decided(text) == ("adopted", [])


def test_who_was_elected_may_stand_behind_the_verb():
    head = "TOP 7 Wahl der Schöffen\n\n"
    assert decided("Gewählt wurden Frau Brenk (10 Stimmen) und Herr Maier (8 Stimmen).", head)[0] == "elected"


@pytest.mark.parametrize("marks", [("a)", "b)", "c)"), ("1.", "2.", "3."), ("I.", "II.", "III.")])
def test_the_parts_of_an_item_may_be_points(marks):
    first, second, third = marks
    text = (
        f"TOP 4 Antrag des Vereins\n\n{first} Sachverhalt:\n\nDer Verein bittet um den Erlass der Miete.\n\n"
        f"{second} Beschluss:\n\nDer Rat lehnt den Antrag ab.\n\n{third} Abstimmungsergebnis:\n\nEinstimmig"
    )
    found = reading_of(text)
    assert (found["outcome"]["code"], found["resolution"]) == ("rejected", ["Der Rat lehnt den Antrag ab."])
    assert found["facts"] == ["Der Verein bittet um den Erlass der Miete."]


def test_a_row_of_numerals_heads_nothing():
    assert labels.read("1. I. " * 5_000 + "Beschluss:") is None


def test_how_many_were_biased_stands_below_the_result():
    text = "Beschluss:\nDer Zaun wird gebaut.\n\nAbstimmungsergebnis:\n{}"
    found = reading_of(text.format("Einstimmige Annahme\nSonderinteresse: 1"))
    assert [(vote["unanimous"], vote["recused"]) for vote in found["votes"]] == [(True, 1)]
    form = (
        "Gesetzliche Anzahl: 14 + 1\nBürgermeister: 1\nJa-Stimmen: 10\nNein-Stimmen: 1\nEnthaltung wg. Befangenheit: 1"
    )
    found = reading_of(text.format(form))
    assert [(vote["yes"], vote["no"], vote["recused"]) for vote in found["votes"]] == [(10, 1, 1)]
    assert found["contributions"] == []


def test_the_opening_of_a_resolution_may_lack_its_noun():
    text = "Beschluss:\nDer Markt wird verlegt.\n\nFrau Ohm sagt einen Bericht zu.\n\nSodann fasst der Rat bei 4 Gegenstimmen folgenden"
    found = reading_of(text)
    assert ([vote.get("no") for vote in found["votes"]], found["resolution"]) == ([4], ["Der Markt wird verlegt."])
