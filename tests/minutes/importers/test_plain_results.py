"""Results as most offices write them: a sentence or a line, in whatever order. All is invented."""

import pytest

from minutes.importers.grammar import result_lines, stances
from tests.minutes.importers.texts import reading_of

HEAD = "TOP 4 Antrag auf neue Boote\n\nRatsherr Kohl begründet den Antrag.\n\n"


def result(text: str) -> tuple[str, list[dict[str, int]]]:
    """Outcome, and the numbers of each vote."""
    found = reading_of(HEAD + text)
    numbers = [{kind: vote[kind] for kind in ("yes", "no", "abstain") if kind in vote} for vote in found["votes"]]
    return found["outcome"]["code"], [each for each in numbers if each]


@pytest.mark.parametrize(
    ("text", "code", "counts"),
    [
        (
            "Frau Ohm wird mit 17 Ja-Stimmen, keiner Nein-Stimme und einer Enthaltung zur Vorsitzenden gewählt.",
            "elected",
            {"yes": 17, "no": 0, "abstain": 1},
        ),
        (
            "Auf Frau Ohm entfallen bei geheimer Wahl 14 Ja-Stimmen und 10 Nein-Stimmen. Sie ist damit gewählt.",
            "elected",
            {"yes": 14, "no": 10},
        ),
        (
            "Für den Vorschlag stimmen 7 Mitglieder, dagegen ebenfalls 7, ein Mitglied enthält sich. Der Vorschlag ist damit abgelehnt.",
            "rejected",
            {"yes": 7, "no": 7, "abstain": 1},
        ),
        (
            "Für den Antrag stimmten 16 Räte, dagegen 9. Enthaltungen: 0.\n\nDer Antrag ist damit angenommen.",
            "adopted",
            {"yes": 16, "no": 9, "abstain": 0},
        ),
        (
            "In namentlicher Abstimmung haben 23 Mitglieder mit Ja und 11 mit Nein gestimmt, Enthaltungen: 0.",
            "adopted",
            {"yes": 23, "no": 11, "abstain": 0},
        ),
        (
            "Der Rat lehnt den Antrag ab (dafür: 9, dagegen: 16, Enthaltungen: 2).",
            "rejected",
            {"yes": 9, "no": 16, "abstain": 2},
        ),
        ("Dem Antrag wird bei je einer Gegenstimme und Enthaltung zugestimmt.", "adopted", {"no": 1, "abstain": 1}),
        ("Abstimmungsergebnis: Ja 7 Nein -- Enthaltung --", "adopted", {"yes": 7, "no": 0, "abstain": 0}),
        ("Gegen zwei Stimmen angenommen.", "adopted", {"no": 2}),
        (
            "Der Rat faßt mit 12 gegen 1 Stimme den\n\nBeschluß:\n\nDie Boote werden gekauft.",
            "adopted",
            {"yes": 12, "no": 1},
        ),
        (
            "Beschlussfassung:\n\nMehrheitlich angenommen bei 2 Gegenstimmen und 1 Enthaltung.",
            "adopted",
            {"no": 2, "abstain": 1},
        ),
        ("Ja 8, Nein 0, Enthaltung 1 – genehmigt", "adopted", {"yes": 8, "no": 0, "abstain": 1}),
    ],
)
def test_numbers_and_outcome_of_a_vote(text, code, counts):
    assert result(text) == (code, [counts])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Beschluss einstimmig.", "adopted"),
        ("Die Vorgeschlagenen werden durch einstimmigen Beschluss gewählt.", "elected"),
        ("Ratsherr Kohl sieht seinen Antrag als erledigt an.", "settled"),
        (
            "Ratsherr Kohl zieht den Antrag im Namen der Fraktion zurück. Er werde im Herbst erneut gestellt.",
            "withdrawn",
        ),
        ("Die Tagesordnungspunkte 4 und 5 werden vertagt.", "deferred"),
    ],
)
def test_outcome_without_numbers(text, code):
    assert result(text) == (code, [])


def test_minutes_count_as_approved():
    text = "TOP 2 Niederschrift der 3. Sitzung\n\nEs gibt keine Anmerkungen, sie gilt als genehmigt."
    assert reading_of(text)["outcome"]["code"] == "adopted"


@pytest.mark.parametrize("points", [("a)", "b)"), ("Ziffer 1", "Ziffer 2"), ("1.", "2.")])
def test_points_with_different_results(points):
    first, second = points
    text = f"{first} Das Boot wird gekauft.\n\nAbstimmungsergebnis: 12 : 0\n\n{second} Der Steg wird gebaut.\n\nAbstimmungsergebnis: 3 : 9"
    assert result(text.replace("Ziffer 1 ", "Ziffer 1: ").replace("Ziffer 2 ", "Ziffer 2: ")) == (
        "multiple",
        [{"yes": 12, "no": 0}, {"yes": 3, "no": 9}],
    )


def test_an_agenda_is_changed_where_nobody_objects():
    text = "TOP 1 Tagesordnung\n\nFrau Ohm schlägt vor, Punkt 9 abzusetzen. Der Rat ist damit einverstanden."
    assert reading_of(text)["outcome"]["code"] == "adopted_amended"


def test_who_moved_something_takes_over_a_change():
    text = "Frau Ohm teilt mit, dass ihre Fraktion die Änderung übernehme.\n\nBeschluss:\n\nEin Boot wird gekauft.\n\nEinstimmig"
    assert result(text)[0] == "adopted_amended"


@pytest.mark.parametrize(
    "text",
    [
        "Gegen diesen Antrag spricht Frau Ohm. Das Thema werde seit drei Jahren vertagt.",
        "Abgelehnt worden sei dagegen der Spiegel am Bach.",
        "Bei einem Hochwasser wären 64 Gebäude betroffen.",
    ],
)
def test_what_only_begins_like_a_result_is_none(text):
    assert not result_lines.is_result(text)


def test_a_sentence_with_two_numbers_is_no_stance():
    assert stances.read("Für die Vorlage stimmten 16 Räte, dagegen 9. Enthaltungen: 0") is None


def test_a_label_may_be_broken_over_two_lines():
    line = "Die Vorsitzende stellt den Antrag zur Abstimmung. Der Antrag wird abgelehnt (Ja-\nStimmen: 8, Nein-Stimmen: 27)."
    assert result(line) == ("rejected", [{"yes": 8, "no": 27}])
