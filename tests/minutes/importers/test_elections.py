"""Elections and decisions that are told in sentences, without a label. All names are invented."""

import pytest

from minutes.importers.grammar import decided, elections
from tests.minutes.importers.texts import reading_of

DEBATE = "Ktabg. Kohl dankt der Verwaltung.\n\n"


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Auf Frau Ohm entfallen elf Stimmen, auf Herrn Lohse sechs und auf Frau Kuhn zwei Stimmen.", {"Frau Ohm": 11, "Herrn Lohse": 6, "Frau Kuhn": 2}),
        ("Es entfallen auf Frau Ohm 8 gültige Stimmen bei dieser Wahl.", {"Frau Ohm": 8}),
        ("Es wird gewählt. Frau Ohm erhält 12 Stimmen, Herr Lohse 9 Stimmen.", {"Frau Ohm": 12, "Herr Lohse": 9}),
        ("Frau Ohm hat die Stimmen gezählt.", {}),
        ("Auf Antrag von Frau Ohm werden zwei Stimmen geprüft.", {}),
        ("Auf die Gemeinde entfallen 10 Euro.", {}),
    ],
)  # fmt: skip
def test_sentences_tell_who_has_how_many_votes(text, shares):
    assert elections.shares(text) == shares


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Damit wird RM Ohm einstimmig zur Vorsitzenden gewählt.", True),
        ("Frau Ohm nimmt die Wahl für dieses Amt an.", True),
        ("Der Vorsitzende stellt fest, dass Frau Ohm zur Schriftführerin gewählt ist.", True),
        ("Herr Lohse wird mit 12 Stimmen zum Stellvertreter gewählt.", True),
        ("Gewählt wird Abg. Ohm.", True),
        ("Gewählt ist damit Petra Ohm.", True),
        ("Gewählt wird Variante B.", False),
        ("Dem Wahlvorschlag der ABC-Fraktion wird mit 9 Ja-Stimmen zugestimmt.", True),
        ("Der Wahlvorschlag wird einstimmig angenommen.", True),
        ("Der Wahlvorschlag wird nicht angenommen.", False),
        ("Damit ist Frau Ohm nicht gewählt.", False),
        ("Herr Lohse fragt, ob Frau Ohm gewählt wird.", False),
        ("Somit ist niemand gewählt und es folgt eine Stichwahl.", False),
        ("Herr Lohse schlägt vor, dass sie zur Vorsitzenden gewählt wird.", False),
    ],
)
def test_that_somebody_is_elected_is_known_by_its_words(text, told):
    assert elections.is_told(text) is told


def test_the_chair_finds_the_election_of_somebody():
    assert elections.is_certain("Frau Ohm stellt die Wahl des Stadtrats Kohl fest.")
    assert not elections.is_certain("Frau Ohm stellt fest, dass keine Wahl nötig ist.")


def test_an_election_told_by_its_slips():
    reading = reading_of(
        DEBATE + "Es wird geheim gewählt.\n\n9 Stimmzettel liegen in der Urne.\n\n2 Stimmzettel waren ungültig.\n\n"
        "Damit entfallen auf Frau Ohm 7 Stimmen.\n\nFrau Ohm nimmt die Wahl an."
    )
    assert reading["outcome"]["code"] == "elected"
    assert reading["votes"] == [{"options": {"Frau Ohm": 7}, "invalid": 2}]


def test_an_election_told_in_one_paragraph_keeps_that():
    said = "Alle Stimmzettel sind gültig. Auf Frau Ohm entfallen neun Stimmen, auf Herrn Lohse vier."
    reading = reading_of(
        DEBATE + said + "\n\nDer Vorsitzende stellt fest, dass Frau Ohm zur Stellvertreterin gewählt ist."
    )
    assert reading["outcome"]["code"] == "elected"
    assert reading["votes"] == [{"options": {"Frau Ohm": 9, "Herrn Lohse": 4}}]
    assert said in [each["text"] for each in reading["contributions"]]


def test_the_conclusion_of_a_vote_tells_of_an_election():
    reading = reading_of(
        DEBATE + "Abstimmungsergebnis: Einstimmig\n\nDamit wird RM Ohm einstimmig zur Vorsitzenden gewählt."
    )
    assert reading["outcome"]["code"] == "elected"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Ortsrat stimmt dem Antrag einstimmig zu.", "adopted"),
        (
            "Der Beirat stimmt dem Plan einstimmig zu, dem Anhang bei Enthaltung der A-Fraktion.",
            "adopted",
        ),
        ("Der Bauausschuss nimmt den Vorschlag vom 3.5.2026 mehrheitlich an.", "adopted"),
        ("Der Rat lehnt den Antrag mehrheitlich ab.", "rejected"),
        ("Der Ausschuss erklärt sich mit diesem Vorgehen einstimmig einverstanden.", "adopted"),
        ("Der Rat stimmt dem Antrag nicht einstimmig zu.", None),
        ("Herr Kohl stimmt dem Antrag einstimmig zu.", None),
        ("Der Rat stimmt einstimmig zu. Danach dankt Herr Kohl.", None),
    ],
)
def test_a_body_tells_how_it_decided(text, code):
    assert decided.code_of(text) == code
    reading = reading_of(DEBATE + text)
    assert reading["outcome"]["code"] == (code or "none")
    assert len(reading["votes"]) == (code is not None)


def test_a_date_does_not_end_the_sentence_of_a_result():
    [vote] = reading_of(DEBATE + "Die Niederschrift vom 4.5.2026 wird einstimmig genehmigt.")["votes"]
    assert vote["unanimous"] is True


@pytest.mark.parametrize("line", ["13 : 0", "(13 : 0)", "13:0"])
def test_two_numbers_alone_are_for_and_against(line):
    reading = reading_of(DEBATE + f"Dem Plan wird zugestimmt.\n\n{line}")
    assert reading["votes"] == [{"yes": 13, "no": 0}]
    assert reading["outcome"]["code"] == "adopted"


@pytest.mark.parametrize("line", ["13:04", "1:42:17", "1 : 500"])
def test_a_time_or_a_scale_is_no_vote(line):
    assert reading_of(DEBATE + f"Herr Kohl zeigt den Plan.\n\n{line}")["votes"] == []


def test_that_an_item_comes_onto_the_agenda_does_not_decide_the_item():
    text = "Es wird beantragt, den Punkt „Zaun am Bach“ mit in die Tagesordnung aufzunehmen. Dem wird zugestimmt.\n\n13 : 0"
    reading = reading_of(DEBATE + text)
    assert reading["votes"] == [{"yes": 13, "no": 0}]
    assert reading["outcome"]["code"] == "none"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Beschluss:\n\nDie Angelegenheit wird vertagt.\n\nAbstimmungsergebnis:\n\neinstimmig", "deferred"),
        ("Beschluss:\n\nDie Angelegenheit wird nicht vertagt.\n\nAbstimmungsergebnis:\n\neinstimmig", "adopted"),
        ("Beschluss:\n\nDie Angelegenheit wird vertagt.\n\nAbstimmungsergebnis:\n\n3 Ja, 9 Nein", "rejected"),
        ("Die Vorlage wurde auf den Herbst vertagt (siehe TOP 4).", "deferred"),
    ],
)
def test_what_was_adopted_may_be_to_defer(text, code):
    assert reading_of(DEBATE + text)["outcome"]["code"] == code


def test_who_moves_something_before_a_vote_speaks():
    reading = reading_of(
        DEBATE + "Ktabg. Merten beantragt eine Stelle für den Wald:\n\nAbstimmungsergebnis:\n\nJa 1  Nein 7"
    )
    assert reading["contributions"][-1]["speaker"] == "Ktabg. Merten"
    assert reading["votes"] == [{"yes": 1, "no": 7}]


def test_that_nobody_objects_is_no_vote():
    text = "Gegen den Vorschlag von Herrn Kohl, dass die Wiese am Bach als erste beraten wird, erhob sich kein Widerspruch."
    reading = reading_of("Protokoll:\n\nDer Vorsitzende begrüßte die Gäste.\n\n" + text)
    assert reading["votes"] == []


@pytest.mark.parametrize(
    ("text", "code", "counts"),
    [
        ("Frau Ohm gibt bekannt, dass 19 Ja-Stimmen gezählt wurden und Herr Lohse somit zum Stellvertreter gewählt ist.", "elected", {"yes": 19}),
        ("Der Vorsitzende stellt fest, dass der Antrag mit 12 Ja-Stimmen und 3 Nein-Stimmen angenommen ist.", "adopted", {"yes": 12, "no": 3}),
        ("Der Vorsitzende stellt fest, dass der Antrag mit 4 Ja-Stimmen und 9 Nein-Stimmen abgelehnt ist.", "rejected", {"yes": 4, "no": 9}),
    ],
)  # fmt: skip
def test_a_vote_may_be_told_only_by_the_chair(text, code, counts):
    reading = reading_of(DEBATE + text)
    assert reading["outcome"]["code"] == code
    [vote] = reading["votes"]
    assert {name: vote[name] for name in counts} == counts
    assert reading["contributions"][-1]["kind"] == "speech"


def test_a_vote_is_not_told_twice():
    text = "12 Ja-Stimmen, 3 Nein-Stimmen\n\nDer Vorsitzende stellt fest, dass der Antrag mit 12 Ja-Stimmen angenommen ist."
    assert len(reading_of(DEBATE + text)["votes"]) == 1


def test_a_report_that_was_not_given_has_no_outcome():
    text = "TOP 1 Eröffnung\n\nFrau Ohm begrüßt die Gäste.\n\nTOP 2 Bericht der Verwaltung\n\nentfällt."
    assert reading_of(text)["items"][1]["outcome"]["code"] == "none"


@pytest.mark.parametrize(
    ("text", "vote"),
    [
        ("Beschluss: Ja 12 Nein 3", {"yes": 12, "no": 3}),
        ("Für: 14\n\nGegen: 1", {"yes": 14, "no": 1}),
    ],
)
def test_a_resolution_and_its_vote_may_be_one_line(text, vote):
    reading = reading_of(DEBATE + text)
    assert reading["votes"] == [vote]
    assert reading["outcome"]["code"] == "adopted"


@pytest.mark.parametrize(
    ("text", "vote"),
    [
        ("Der Gemeinderat beschließt einstimmig, den Zaun zu bauen.", {"unanimous": True}),
        ("Der Gemeinderat beschließt mit 12 : 3 Stimmen, den Zaun zu bauen.", {"yes": 12, "no": 3}),
        ("Der Bauausschuss empfiehlt dem Rat mehrheitlich, den Zaun zu bauen.", {}),
    ],
)
def test_a_resolution_and_its_vote_may_be_one_sentence(text, vote):
    reading = reading_of(DEBATE + text)
    assert reading["votes"] == [{"result": text, **vote}]
    assert reading["outcome"]["code"] == "adopted"


def test_a_resolution_with_a_line_for_its_vote_has_one_vote():
    text = "Der Gemeinderat beschließt einstimmig, den Zaun zu bauen.\n\nAbstimmungsergebnis: 12 Ja, 0 Nein"
    assert reading_of(DEBATE + text)["votes"] == [{"yes": 12, "no": 0}]


def test_a_point_may_be_put_off():
    text = "Der Tagesordnungspunkt wird auf die nächste Sitzung verschoben."
    assert reading_of(DEBATE + text)["outcome"]["code"] == "deferred"


@pytest.mark.parametrize(
    ("resolution", "elects"),
    [
        ("Der Rat wählt Frau Ohm zur Vorsitzenden.", True),
        ("Der Rat wählt auf Vorschlag der ABC-Fraktion Frau Petra Ohm.", True),
        ("Die Gemeindevertretung wählt einstimmig Herrn Dr. Kohl.", True),
        ("Der Rat wählt Variante 2.", False),
        ("Der Ausschuss wählt den Standort am Markt.", False),
    ],
)
def test_a_resolution_elects_a_person(resolution, elects):
    text = f"Beschluss:\n{resolution}\n\nAbstimmungsergebnis: einstimmig"
    assert elections.elects(resolution) is elects
    assert (reading_of(text)["outcome"]["code"] == "elected") is elects
