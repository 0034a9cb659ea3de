"""Where an item went is told in many ways: put off, sent on, withdrawn, settled, also by a resolution that was voted on."""

import pytest

from tests.minutes.importers.texts import reading_of

HEAD = "TOP 4 Antrag auf neue Boote\n\nKtabg. Kohl begründet den Antrag.\n\n"


def outcome(text: str) -> str:
    code: str = reading_of(HEAD + text)["outcome"]["code"]
    return code


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Die Entscheidung wird vertagt. Die Verwaltung soll vorab einen Plan vorlegen.", "deferred"),
        ("Der Punkt wird bis zum Vorliegen der Kosten zurückgestellt.", "deferred"),
        (
            "Der Tagesordnungspunkt wird von der Tagesordnung abgesetzt, weil die Zahlen noch nicht vorliegen.",
            "removed",
        ),
        ("Der Antrag wird an den Hafenausschuss verwiesen.", "referred"),
        ("Auf Wunsch der ABC-Fraktion bis zur nächsten Sitzung vertagt", "deferred"),
        ("Der Vorschlag wird bis zur nächsten Sitzung zurückgestellt.", "deferred"),
        ("Der Beschluss wird zurückgestellt, da die Kalkulation fehlt.", "deferred"),
        ("Der Überweisung wird zugestimmt.", "referred"),
        ("Dem Vertagungsantrag wird zugestimmt.", "deferred"),
        ("Die Vorlage wird in die Sitzung am 22.04.2026 vertagt.", "deferred"),
        ("Der Zurückverweisung wird zugestimmt.", "referred"),
    ],
)
def test_a_resolution_that_passed_says_so(sentence, code):
    assert outcome(f"Beschluss:\n{sentence}\n\nAbstimmungsergebnis:\n11 Ja-Stimmen, 0 Nein-Stimmen") == code
    assert outcome(f"{sentence}\n\nAbstimmungsergebnis:\n11 Ja-Stimmen, 0 Nein-Stimmen") == code


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Nach kurzer Aussprache zieht Dr. Ohm den Antrag zurück.", "withdrawn"),
        ("Abg. Ilg zieht seinen Antrag mit Rücksicht auf das Verfahren zurück.", "withdrawn"),
        ("Ktabg. Kohl zieht die Drucksache zurück, da der Preis nicht feststehe.", "withdrawn"),
        ("Ktabg. Ilg begründet den Antrag und zieht ihn nach der Zusage, bis Mai zu berichten, zurück.", "withdrawn"),
        ("Ktabg. Ilg berichtet, dass der Verein den Antrag vor der Sitzung zurückgezogen hat.", "withdrawn"),
        ("Ktabg. Ilg berichtet, dass der Verein den Antrag nicht zurückgezogen hat.", "none"),
        ("Ktabg. Ilg verteidigt den Antrag und nimmt ihn nicht zurück.", "none"),
        ("Der Landrat erklärt, dass noch Hinweise ausstehen, und nimmt die Vorlage zurück.", "withdrawn"),
        ("Da Frau Ohm fehlt, wird der TOP 4 nicht behandelt und somit zurückgestellt.", "deferred"),
        ("Die Drucksache wird in den Hafenausschuss überwiesen.", "referred"),
        ("Dieser Punkt hat sich durch die Entscheidung zu TOP 3.1 erledigt.", "settled"),
        ("Daraufhin erklärt Frau Ohm den Antrag für erledigt.", "settled"),
        ("Der TOP entfällt.", "removed"),
        ("Der Tagesordnungspunkt wird in die nächste Sitzung geschoben.", "deferred"),
        ("Dem Antrag wurde nicht entsprochen.", "rejected"),
        ("Damit ist der Antrag abgelehnt.", "rejected"),
        ("Wurde zur Kenntnis genommen.", "noted"),
        ("Es besteht Einvernehmen, die Boote zu streichen.", "adopted"),
        ("Es besteht Einvernehmen, TOP 4 und TOP 5 gemeinsam zu beraten.", "none"),
        ("Die Entscheidung über den Antrag wurde vertagt. Zuvor soll der Hafen besichtigt werden.", "deferred"),
        ("Auf Wunsch der ABC in die Fraktionen gezogen", "deferred"),
        ("Verschoben auf die nächste Sitzung", "deferred"),
        ("Einwände werden nicht erhoben; die Niederschrift gilt damit als genehmigt.", "adopted"),
        (
            "Die Ausschussmitglieder verständigen sich einvernehmlich darauf, den Antrag ohne Votum in den Rat zu geben.",
            "referred",
        ),
        ("Der Rat beschließt einstimmig, den Antrag an den Haupt- und Hafenausschuss zu geben.", "referred"),
        ("Die Mitglieder des Rates kommen überein, den Antrag zunächst im Hafenausschuss zu beraten.", "referred"),
        (
            "Frau Ohm regt an, den Antrag in der Maisitzung noch einmal aufzurufen. Die Mitglieder sind damit einverstanden.",
            "deferred",
        ),
        ("Es besteht Einigkeit, dass die Boote schöner werden sollen.", "none"),
        ("Ktabg. Ilg zieht den Änderungsantrag zurück.", "none"),
        ("Ktabg. Ilg zieht den Antrag nicht zurück.", "none"),
        ("Ktabg. Ilg ist damit einverstanden.", "none"),
    ],
)
def test_the_last_sentence_says_so(sentence, code):
    assert outcome(sentence) == code


def test_what_shall_be_taken_off_the_agenda_is_another_item():
    text = "TOP 1 Genehmigung der Tagesordnung\n\nFrau Ohm bittet, TOP 9 von der Tagesordnung abzusetzen.\n\n"
    found = reading_of(text + "Abstimmungsergebnis:\n6 Ja-Stimmen, 0 Nein-Stimmen")
    assert found["outcome"]["code"] == "adopted_amended"


@pytest.mark.parametrize(
    "sentence",
    [
        "Sodann wird die Tagesordnung ohne Änderung beschlossen.",
        "Im Übrigen wird die Tagesordnung in der vorgelegten Form festgestellt.",
    ],
)
def test_below_a_motion_that_failed_the_item_itself_is_decided(sentence):
    text = "TOP 1 Tagesordnung\n\nDie Vorsitzende lässt über den Antrag der Frau Ohm abstimmen, TOP 9 abzusetzen.\n\n"
    failed = "Dieser Antrag wird mehrheitlich abgelehnt: Ja-Stimmen: 3, Nein-Stimmen: 6"
    found = reading_of(f"{text}{failed}\n\n{sentence}")
    assert found["outcome"]["code"] == "adopted"
    assert [(vote["yes"], vote["no"]) for vote in found["votes"]] == [(3, 6)]


def test_taking_note_is_that_also_where_it_was_voted_on():
    text = "Beschluss:\nDer Rat nimmt zur Kenntnis, dass neun Stellen nichts einwenden.\n\nAbstimmungsergebnis: 19 : 0"
    assert outcome(text) == "noted"


def test_what_was_resolved_says_more_than_that_it_was_adopted():
    status = "Beschluss: Zugestimmt mit Mehrheit\n\nAbstimmung: Ja: 9, Nein: 2\n\nBeschluss:\n\n"
    assert reading_of(f"{status}Der Antrag wird an den Hafenausschuss verwiesen.")["outcome"]["code"] == "referred"
    assert reading_of(f"{status}Der Antrag wird im Hafenausschuss erläutert.")["outcome"]["code"] == "adopted"


def test_what_was_voted_on_may_stand_in_the_label_of_the_counts():
    assert outcome("Abstimmung zur Überweisung: Ja: 7 Nein: 0 Enthaltung: 0") == "referred"


def test_a_sentence_behind_the_vote_says_what_was_voted_on():
    motion = "Frau Ohm beantragt, den Punkt zu vertagen.\n\nDie Vorsitzende verweist auf die Fristen.\n\n"
    told = "Der Antrag wurde mit 6 Ja-Stimmen und 4 Nein-Stimmen angenommen. Der Tagesordnungspunkt ist damit vertagt."
    assert outcome(motion + told) == "deferred"


def test_a_status_that_points_to_single_resolutions_gives_way_to_the_only_vote():
    text = "Beschluss: siehe einzelne Beschlüsse\n\nWahl der Ortsvorsteherin:\n\nFrau Ohm wird vorgeschlagen.\n\nJa-Stimmen: 4\nNein-Stimmen: 1\n\nFrau Ohm ist somit zur Ortsvorsteherin gewählt."
    assert reading_of(text)["outcome"]["code"] == "elected"


def test_a_status_may_stand_below_its_label():
    text = (
        "12.04.2026 - 4 Neue Boote\n\nBeschlussart:\nzurückgestellt\nReduzieren\n\nProtokoll:\n\nFrau Ohm fragt nach."
    )
    assert reading_of(text)["outcome"] == {"text": "zurückgestellt", "code": "deferred"}


def test_a_heading_in_the_plural_is_no_outcome():
    text = "Beschluss:\nDem Antrag wird stattgegeben.\n\nAbstimmungsergebnis: 3 : 4\n\nKenntnisnahmen:"
    assert outcome(text) == "rejected"


@pytest.mark.parametrize(
    ("below", "code"),
    [
        ("Vertagt", "deferred"),
        ("Der Beschlussvorschlag wird zurückgezogen.", "withdrawn"),
        ("Damit ist der Antrag abgelehnt.", "rejected"),
    ],
)
def test_what_stands_below_a_resolution_may_undo_it(below, code):
    assert outcome(f"Beschluss:\nDer Rat beschließt den Kauf der Boote.\n\n{below}") == code


@pytest.mark.parametrize(
    ("below", "code"),
    [
        ("Damit ist die Vorlage zurückgestellt.", "deferred"),
        ("Die Vorlage ist in den Hafenausschuss überwiesen.", "referred"),
        ("Damit ist der Beschluss gefasst.", "adopted"),
    ],
)
def test_what_is_found_below_a_vote_says_what_was_voted_on(below, code):
    text = "Die Vorsitzende lässt darüber abstimmen.\n\nAbstimmungsergebnis:\n\nDafür: 4\n\nDagegen: 2\n\n"
    assert outcome(text + below) == code


def test_the_result_at_the_end_of_a_paragraph_is_of_the_sentence_before():
    text = "Der Rat beschließt, den Punkt in den Hafenausschuss zu verweisen. Abstimmungsergebnis: 6 Ja-Stimmen, 4 Nein-Stimmen"
    assert outcome(text) == "referred"


def test_what_is_told_above_a_vote_may_be_another_vote():
    text = (
        "Der Antrag der ABC-Fraktion wird mit 5 Ja-Stimmen und 24 Nein-Stimmen abgelehnt.\n\n"
        "Der Beschlussvorschlag wird mit 28 Ja-Stimmen bei 2 Enthaltungen angenommen."
    )
    assert outcome(text) == "adopted"


def test_motions_of_a_list_with_different_results_are_several_outcomes():
    motion = (
        "P0{} – Antrag der ABC-Fraktion – Boot {}\n\nHerr Kohl begründet den Antrag.\n\nAbstimmungsergebnis:\n\n{}\n\n"
    )
    text = motion.format(1, "A", "5 Ja  /  12 Nein") + motion.format(2, "B", "18 Ja  /  0 Nein")
    assert reading_of("Protokoll:\n\nBeratung des Haushalts\n\n" + text)["outcome"]["code"] == "multiple"


def test_the_title_and_a_word_below_it_make_an_election():
    title = "TOP 6: Wahl der Mitglieder des Hafenausschusses\n\nBeschluss: einstimmig\n\n"
    text = title + "Zu Mitgliedern werden gewählt: Frau Ohm, Herr Kohl."
    assert reading_of(text)["outcome"]["code"] == "elected"


def test_a_sentence_that_names_a_session_is_no_line_of_the_head():
    text = "zu TOP 1.4\nGenehmigung der Niederschrift über die 13. Sitzung am 02.03.2026\n\n"
    told = "Die Niederschrift über die 13. Sitzung am 02.03.2026 wird bei 1 Enthaltung einstimmig genehmigt."
    found = reading_of(text + told)
    assert found["outcome"]["code"] == "adopted"
    assert [vote["abstain"] for vote in found["votes"]] == [1]


def test_nobody_objects_and_so_the_minutes_are_approved():
    text = "TOP 2 Niederschrift\n\nEinwände gegen die Niederschrift werden nicht vorgebracht; sie ist damit genehmigt."
    assert reading_of(text)["outcome"]["code"] == "adopted"


def test_a_resolution_to_put_something_off_may_go_on():
    resolved = "Die Angelegenheit wird zurückgestellt und soll im Mai beraten werden.\n\nDazu wird ein Gast geladen."
    assert outcome(f"Beschluss:\n{resolved}\n\nAbstimmungsergebnis:\n11 Ja-Stimmen, 0 Nein-Stimmen") == "deferred"


@pytest.mark.parametrize(
    "text",
    [
        "Beschluss:\nDer Bericht zu den Booten wird zur Kenntnis genommen.\n\nAbstimmungsergebnis: einstimmig",
        "Der Ausschuss für Boote hat von dem Bericht Kenntnis genommen.",
    ],
)
def test_a_report_is_noted(text):
    assert outcome(text) == "noted"


@pytest.mark.parametrize(
    ("motion", "code"),
    [("Zurückverweisung", "referred"), ("Vertagung", "deferred"), ("Absetzung", "removed")],
)
def test_a_motion_on_the_procedure_that_passed_says_so(motion, code):
    told = f"Der Antrag auf {motion} wird mit 6 Ja-Stimmen und 2 Nein-Stimmen angenommen."
    assert outcome(f"Frau Ohm widerspricht dem.\n\n{told}") == code


def test_a_resolution_of_several_paragraphs_may_send_the_item_on():
    resolution = "Die Vorlage wird an den Hafenausschuss verwiesen.\n\nDer Rat soll danach entscheiden."
    assert outcome(f"Beschluss:\n\n{resolution}\n\nAbstimmungsergebnis: einstimmig") == "referred"


def test_what_is_told_of_next_time_does_not_end_the_item():
    told = "Im Ergebnis der Beratung wird die Vorlage zunächst zurückgestellt. Bis dahin soll ein Plan vorliegen."
    text = f"{told}\n\nSollte der Steg gesperrt bleiben, sprach sich der Ausschuss für eine Fähre aus."
    assert outcome(text) == "deferred"


@pytest.mark.parametrize("item", ["den Tagesordnungspunkt", "den TOP 4", "TOP 4 Antrag auf neue Boote"])
def test_what_was_moved_by_the_number_of_the_item_is_of_the_item(item):
    text = f"Frau Ohm beantragt, {item} von der Tagesordnung abzusetzen.\n\nAbstimmungsergebnis:\nJa: 9\nNein: 2"
    assert outcome(text) == "removed"


def test_what_was_moved_by_the_number_of_another_item_is_not_of_this_one():
    text = "Frau Ohm beantragt, den TOP 7 abzusetzen.\n\nAbstimmungsergebnis:\nJa: 9\nNein: 2"
    assert outcome(text) == "adopted"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Eine Entscheidung wird bis dahin aufgeschoben; der Punkt bleibt auf der Liste.", "deferred"),
        ("Eine Abstimmung unterbleibt, der Punkt wird im Herbst erneut aufgerufen.", "deferred"),
        ("Der Rat ist damit einverstanden, dass der Punkt vertagt wird.", "deferred"),
        ("Der Vertagung wird zugestimmt (9 Ja, 4 Nein).", "deferred"),
        ("Die Bootshalle gilt damit als zurückgezogen. Eine Beschlussfassung entfällt.", "withdrawn"),
        ("Die Vorlage wurde von der Verwaltung zurückgezogen.\n\nFrau Ohm bedauert das.", "withdrawn"),
        ("Der Rat betrachtet die Beschwerde als erledigt.", "settled"),
        ("Der Einspruch ist noch nicht erledigt.", "none"),
        (
            "Man verständigt sich darauf, den Antrag an den Hafenausschuss weiterzugeben, der ihn beraten soll.",
            "referred",
        ),
        ("Der Antrag geht zur weiteren Beratung in den Hafenausschuss.", "referred"),
        ("Der Punkt wird abgesetzt. Das Gutachten fehlt.", "removed"),
    ],
)
def test_a_last_paragraph_says_so_without_a_vote(text, code):
    assert outcome(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "TOP 4 Kauf neuer Boote – abgesetzt –\n\nFrau Ohm teilt mit, die Angebote fehlten noch.",
        "TOP 4 Kauf neuer Boote\n\nDie Vorlage wurde abgesetzt.\n\nFrau Ohm begründet dies mit fehlenden Angeboten.",
    ],
)
def test_an_item_that_was_taken_off_says_so_first(text):
    assert reading_of(text)["outcome"]["code"] == "removed"


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Der Wirtschaftsplan wird vertagt.", "deferred"),
        ("Einvernehmlich auf den 15. Februar vertagt.", "deferred"),
        ("Frau Ohm nimmt die Vorlage von der Tagesordnung, weil die Kalkulation noch geprüft werde.", "removed"),
        ("Der Steg am Weiher wird verschoben oder abgesetzt.", "none"),
    ],
)
def test_whatever_it_is_called_it_went_there(sentence, code):
    assert outcome(sentence) == code


SOME_PUT_OFF = """Beschluss:

1. Die Satzung wird beschlossen.
2. Die Entscheidung über die Gebühren wird bis zur neuen Kalkulation zurückgestellt.

Abstimmungsergebnis:

Ziffer 1: 29 Ja-Stimmen, 0 Nein-Stimmen, 4 Enthaltungen
Ziffer 2 (Zurückstellung): 21 Ja-Stimmen, 12 Nein-Stimmen"""
RESULTS_ABOVE = """Mit 14:0 Stimmen beschlossen:

1. Die Boote werden gekauft.

Mit 5:9 Stimmen abgelehnt:

2. Der Steg wird gebaut."""
RESULTS_OF_PARTS = """Beschluss 1:
Die Boote werden gekauft.
Abstimmung: Ja: 12, Nein: 4
Ergebnis: angenommen

Beschluss 2:
Der Steg wird gebaut.
Abstimmung: Ja: 7, Nein: 9
Ergebnis: abgelehnt"""


@pytest.mark.parametrize("text", [SOME_PUT_OFF, RESULTS_ABOVE, RESULTS_OF_PARTS])
def test_parts_that_ended_differently_are_several_results(text):
    reading = reading_of(HEAD + text)
    assert reading["outcome"]["code"] == "multiple"
    assert len(reading["votes"]) == 2


def test_below_the_numbers_a_sentence_may_say_that_it_was_changed():
    text = "Beschluss: 9 : 5 Stimmen\n\nDer Zuschuss wird mit der Änderung beschlossen, dass er auf 8.000 Euro begrenzt wird."
    assert outcome(text) == "adopted_amended"
