"""What was adopted is not always what had been proposed: the resolution, its result or a vote before it may say so."""

import pytest

from tests.minutes.importers.texts import reading_of

VOTED = "\n\nAbstimmungsergebnis: einstimmig"
DEBATE = "TOP 4 Satzung über die Benutzung der Boote\n\nKtabg. Kohl bittet um eine Änderung.\n\n"


def outcome(text: str) -> str:
    code: str = reading_of(DEBATE + text)["outcome"]["code"]
    return code


@pytest.mark.parametrize(
    "resolution",
    [
        "Der Rat beschließt die Satzung mit der soeben beschlossenen Änderung.",
        "Der Rat beschließt die Satzung mit der Maßgabe, dass § 4 entfällt.",
        "Die so geänderte Satzung wird beschlossen.",
        "Der Rat beschließt den so ergänzten Antrag.",
        "Die Liste wird mit der von Frau Ohm beantragten Änderung beschlossen.",
        "Der Rat stimmt der Vorlage in der geänderten Fassung zu.",
        "Der Rat beschließt die Satzung unter Berücksichtigung des Änderungsantrages.",
    ],
)
def test_a_resolution_says_that_something_was_changed(resolution):
    assert outcome(f"Beschluss:\n{resolution}{VOTED}") == "adopted_amended"


def test_minutes_are_approved_with_something_added():
    text = "TOP 3: Genehmigung des Protokolls\n\nFrau Ohm wünscht den Zusatz, dass sie dagegen war.\n\n"
    assert (
        reading_of(f"{text}Mit diesem Zusatz wird das Protokoll genehmigt.{VOTED}")["outcome"]["code"]
        == "adopted_amended"
    )


@pytest.mark.parametrize(
    "resolution",
    [
        "Der Rat beschließt die 3. Änderung der Satzung.",
        "Der Rat beschließt die geänderte Bootsordnung.",
        "Der Rat beschließt die Satzung mit der 2. Änderung der Gebühren.",
    ],
)
def test_a_change_may_be_what_had_been_proposed(resolution):
    assert outcome(f"Beschluss:\n{resolution}{VOTED}") == "adopted"


def test_the_result_of_the_vote_says_it():
    text = (
        "Beschluss:\nDer Rat beschließt die Satzung.\n\nAbstimmungsergebnis: einstimmig mit der vorgenannten Änderung"
    )
    assert outcome(text) == "adopted_amended"


def test_the_chair_puts_what_was_changed_to_the_vote():
    text = "Die Vorsitzende lässt über den so geänderten Beschlussvorschlag abstimmen.\n\nBeschluss:\nDie Boote werden gestrichen."
    assert outcome(text + VOTED) == "adopted_amended"


def test_an_amendment_passed_before_the_item():
    text = "Änderungsantrag: 8 : 3 Stimmen, damit angenommen.\n\nBeschluss:\nDie Boote werden gestrichen."
    found = reading_of(DEBATE + text + "\n\nAbstimmungsergebnis: 11 : 0")
    assert found["outcome"]["code"] == "adopted_amended"
    assert [(vote["yes"], vote["no"]) for vote in found["votes"]] == [(8, 3), (11, 0)]


def test_an_amendment_that_failed_changed_nothing():
    text = "Änderungsantrag: 3 : 8 Stimmen, damit abgelehnt.\n\nBeschluss:\nDie Boote werden gestrichen."
    assert outcome(text + "\n\nAbstimmungsergebnis: 11 : 0") == "adopted"


def test_a_status_that_says_as_proposed_stays():
    text = "Beschluss: ungeändert beschlossen\n\nBeschluss:\nDer Rat beschließt die Satzung in der geänderten Fassung."
    assert reading_of(text)["outcome"]["code"] == "adopted"


def test_what_is_found_below_the_vote_says_it():
    text = "Abstimmungsergebnis:\n\n6 Ja-Stimmen\n\nDie Satzung ist damit in der geänderten Fassung genehmigt."
    assert outcome(text) == "adopted_amended"


def test_who_moved_it_takes_the_change_over():
    text = "Frau Ohm bittet um eine Ergänzung. Herr Kohl übernimmt dies in den Antrag.\n\nBeschluss:\nDie Boote werden gestrichen."
    assert outcome(text + VOTED) == "adopted_amended"


@pytest.mark.parametrize(
    "told",
    [
        "Die Tagesordnung wurde mit dieser Änderung bestätigt.",
        "Die Tagesordnung wird ohne die zurückgezogene Vorlage beschlossen.",
        "Frau Ohm lässt über die Tagesordnung in berichtigter Form abstimmen.",
        "Die Tagesordnung wird um den Punkt 6. „Boote“ erweitert und so festgestellt.",
    ],
)
def test_the_agenda_was_changed_by_the_last_paragraph(told):
    text = f"TOP 2: Bestätigung der Tagesordnung\n\nFrau Ohm bittet, Punkt 7 zu streichen.\n\n{told}\n\nAbstimmung: Ja: 6, Nein: 0, Enthaltungen: 0"
    assert reading_of(text)["outcome"]["code"] == "adopted_amended"


def test_all_agree_to_another_order_of_the_agenda():
    text = "TOP 1: Eröffnung und Tagesordnung\n\nFrau Ohm schlug vor, Punkt 4 vor Punkt 3 zu behandeln.\n\n"
    assert (
        reading_of(f"{text}Der Rat war mit der neuen Reihenfolge einverstanden.")["outcome"]["code"]
        == "adopted_amended"
    )


def test_what_is_not_changed_was_not_amended():
    text = "TOP 2: Änderungsanträge zur Tagesordnung\n\nFrau Ohm ruft den Antrag zur Abstimmung auf. Drei Abgeordnete stimmen für den Antrag, 11 Abgeordnete dagegen. Die Tagesordnung wird folglich nicht geändert."
    found = reading_of(text)
    assert (found["outcome"]["code"], [(vote["yes"], vote["no"]) for vote in found["votes"]]) == ("rejected", [(3, 11)])


def test_the_agenda_was_changed_by_what_was_voted_on():
    text = "TOP 2: Tagesordnung\n\nFrau Ohm bittet, Punkt 7 zu streichen.\n\nAbstimmung über die geänderte Tagesordnung:\n\nAbstimmungsergebnis Verordnete: 5/1/1\n\nAbstimmungsergebnis Einwohner: 2/0/1"
    assert reading_of(text)["outcome"]["code"] == "adopted_amended"


def test_below_the_vote_on_an_amendment_stands_the_motion_as_changed():
    text = (
        "Änderungsantrag\n\n9 Stimmen dafür, 4 Stimmen dagegen\n\nAntrag in geänderter Fassung\n\n"
        "Die Boote werden gestrichen.\n\n11 Stimmen dafür, 3 Stimmen dagegen"
    )
    assert outcome(text) == "adopted_amended"


def test_a_resolution_that_nothing_heads_says_it_below_a_status():
    text = (
        "TOP 4 Satzung über die Boote\n\nBeschluss: einstimmig beschlossen\n\nAbstimmung: Ja: 9, Nein: 0\n\n"
        "Der Rat beschließt die Satzung mit der Änderung, dass § 4 entfällt.\n\nFrau Ohm erläutert die Gebühren."
    )
    assert reading_of(text)["outcome"]["code"] == "adopted_amended"


def test_what_nothing_heads_may_say_it_in_its_first_sentence():
    text = "Der Rat beschließt die Bootsordnung mit folgenden Änderungen: In § 2 wird „Boot“ durch „Kahn“ ersetzt. § 4 entfällt."
    assert outcome(text + "\n\nAbstimmungsergebnis:\nJa-Stimmen: 9\nNein-Stimmen: 0") == "adopted_amended"


def test_the_opening_of_the_resolution_may_say_it():
    text = "Der Rat fasst bei 2 Enthaltungen folgenden geänderten Beschluss:\n\nDie Boote werden gestrichen."
    assert outcome(text) == "adopted_amended"


@pytest.mark.parametrize(
    "result", ["In der geänderten Fassung einstimmig beschlossen", "In geänderter Form angenommen"]
)
def test_the_result_below_a_motion_may_begin_with_it(result):
    assert outcome(f"Antrag:\nDie Boote werden gestrichen.\n\n{result}") == "adopted_amended"


def test_the_words_of_the_system_say_it():
    assert outcome("Beschluss: einstimmig beschlossen mit Maßgabe") == "adopted_amended"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Auf Wunsch von Frau Ohm wird auf Seite 3 das Wort „alle“ durch „einige“ ersetzt.", "adopted_amended"),
        ("Auf Seite 2 wird der letzte Satz gestrichen.", "adopted_amended"),
        ("Auf Seite 2 wird der letzte Satz nicht gestrichen.", "adopted"),
    ],
)
def test_minutes_that_were_corrected_are_approved_so(said, code):
    text = f"TOP 2: Genehmigung der Niederschrift\n\n{said}\n\nIm Übrigen wird die Niederschrift genehmigt."
    assert reading_of(text)["outcome"]["code"] == code
