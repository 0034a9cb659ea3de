"""Results that are told along: in openings, within relative clauses, behind a status that says nothing, of other items."""

import pytest

from minutes.importers.grammar import resolving
from minutes.importers.reading import page_head
from minutes.importers.source import Paragraph
from tests.minutes.importers.texts import reading_of


def decided(text: str) -> tuple[str, list[dict[str, object]]]:
    found = reading_of(text)
    return found["outcome"]["code"], found["votes"]


@pytest.mark.parametrize(
    ("opening", "vote"),
    [
        (
            "Folgende Empfehlung wird bei 14 Ja-Stimmen einstimmig gefasst:",
            {"result": "bei 14 Ja-Stimmen einstimmig", "unanimous": True, "yes": 14},
        ),
        ("Es wird einstimmig folgender Beschluss gefasst:", {"result": "einstimmig", "unanimous": True}),
        ("Der Rat beschließt daraufhin mit 22 Ja-Stimmen und einer Nein-Stimme:", {"yes": 22, "no": 1}),
        (
            "Beschluss: Auf Wunsch der Anlieger wird der Plan mit 8 Ja-Stimmen und 3 Nein-Stimmen wie folgt beschlossen:",
            {"yes": 8, "no": 3},
        ),
    ],
)
def test_openings_of_resolutions_tell_all_numbers(opening, vote):
    code, (found,) = decided(f"{opening}\n\nDer Zaun wird gebaut.")
    assert code == "adopted"
    assert vote.items() <= found.items()


def test_what_a_committee_resolves_stands_below_its_opening():
    found = reading_of("Der Bauausschuss empfiehlt:\n\nDer Zaun wird gebaut und\n\na) gestrichen;\n\nb) vermietet.")
    assert found["resolution"][0] == "Der Bauausschuss empfiehlt:"
    assert len(found["resolution"]) == 4
    turned = reading_of("Zum Schluss beschloss der Gemeinderat:\n\na) Der Zaun bleibt.\n\nb) Der Steg wird gesperrt.")
    assert (len(turned["resolution"]), turned["outcome"]["code"]) == (3, "adopted")
    assert not resolving.opens("Der Bauausschuss empfiehlt den Zaun, weil er schön ist.")


def test_a_result_may_stand_in_a_relative_clause_and_as_a_noun():
    text = (
        "Frau Uhde stellt den Plan zur Abstimmung, der einstimmig ohne Gegenstimmen angenommen wird.\n\n"
        "Die Zustimmung erfolgt auch hier einstimmig."
    )
    assert [vote["unanimous"] for vote in decided(text)[1]] == [True, True]


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Der Änderungsantrag verfällt bei 9 Ja- und 11 Nein-Stimmen sowie 2 Enthaltungen der Ablehnung.", (9, 11)),
        ("Der Antrag findet mit 4 Ja-Stimmen und 9 Nein-Stimmen keine Mehrheit.", (4, 9)),
    ],
)
def test_what_fails_is_told_in_many_words(sentence, counts):
    (vote,) = decided(f"Wortprotokoll\n\nFrau Uhde lässt abstimmen. {sentence}")[1]
    assert (vote["yes"], vote["no"]) == counts


def test_numbers_may_be_followed_by_what_they_were_for():
    assert decided("Beschluss: 8 Ja-Stimmen, 3 Nein-Stimmen, für den Zusatz")[0] == "adopted"
    assert decided("Beschluss: Es bleibt bei 17 Bäumen, 1 Bank, für die Schule")[1] == []


def test_a_status_that_says_nothing_is_decided_by_its_numbers():
    text = "Beschluss: Mit Debatte - mit folgendem Abstimmungsergebnis:\n\nAbstimmung: Ja: {}, Nein: {}"
    assert decided(text.format(10, 25))[0] == "rejected"
    assert decided(text.format(25, 10))[0] == "adopted"


def test_a_status_may_name_the_vote_as_an_adjective():
    assert decided("Beschluss: Einstimmiger Beschluss")[0] == "adopted"
    assert decided("Beschluss: Einstimmiger Beschluss (geändert)")[0] == "adopted_amended"


def test_what_had_been_changed_is_adopted_with_changes():
    text = "Die geänderte Tagesordnung wurde einstimmig mit 26 Ja-Stimmen bestätigt."
    assert decided(text)[0] == "adopted_amended"


def test_what_was_granted_is_adopted():
    assert decided("Beschluss:\n\nDem Antrag wird zugestimmt.")[0] == "adopted"
    assert decided("Beschluss:\n\nDer Antrag wird abgelehnt.")[0] == "rejected"
    assert decided("Beschluss:\n\nDem Antrag wird nicht zugestimmt.")[0] == "rejected"
    assert decided("Beschluss:\n\nDem Antrag wird teilweise nicht zugestimmt.")[0] == "none"


def test_a_refusal_that_was_adopted_rejects_the_item():
    assert decided("Beschluss:\n\nDer Antrag wird abgelehnt.\n\nAbstimmungsergebnis: 12 : 6")[0] == "rejected"
    assert decided("Beschluss:\n\nDer Antrag wird abgelehnt.\n\nAbstimmungsergebnis: 6 : 12")[0] == "rejected"
    consent = "Beschluss:\n\nDas gemeindliche Einvernehmen wird nicht erteilt.\n\nAbstimmungsergebnis: 11 : 4"
    assert decided(consent)[0] == "adopted"
    assert decided("Beschluss:\n\nDem Wunsch wird nicht entsprochen.\n\nAbstimmungsergebnis: 12 : 0")[0] == "rejected"
    assert decided("Beschluss:\n\nDem Antrag wird zugestimmt.\n\nAbstimmungsergebnis: 12 : 6")[0] == "adopted"


def test_a_resolution_that_puts_off_was_adopted_and_leaves_the_item_open():
    text = "Beschluss:\n\nDer Bau des Steges wird {}, bis die Kosten bekannt sind.\n\nAbstimmungsergebnis: einstimmig"
    assert decided(text.format("zurückgestellt"))[0] == "deferred"
    assert decided(text.format("nicht zurückgestellt"))[0] == "adopted"


def test_a_ratio_behind_the_full_stop_is_the_vote():
    code, (found,) = decided("Beschluss: Das Einvernehmen wird erteilt. 9 : 4")
    assert (code, found["yes"], found["no"]) == ("adopted", 9, 4)
    assert decided("Beschluss: Der Plan im Maßstab 1 : 500 wird gebilligt.")[1] == []


def test_another_item_that_falls_out_is_not_this_one():
    text = "Wortprotokoll\n\nFrau Uhde informiert über Änderungen:\n\n- TOP {} entfällt"
    assert decided(text.format(2))[0] == "none"


def test_the_page_begins_below_the_prose_of_its_site():
    site = ["Unser Rat", "Er ist für die ganze Gemeinde da. Er tagt oft.", "Oberau: 13"]
    page = ["Auszug - Fragen der Einwohner", "Sitzung des Rates Oberau", "TOP: Ö 6", "Gremium: Rat Oberau"]
    lines = [Paragraph(text, 1, number, gap=1, indent=0) for number, text in enumerate([*site, *page])]
    assert page_head.ends_site(lines) == range(3, 5)
    found = reading_of("\n\n".join([*site, *page, "Wortprotokoll", "Frau Uhde fragt nach dem Zaun."]))
    assert (found["item_number"], found["title"]) == ("Ö 6", "Fragen der Einwohner")


def test_pictures_that_were_copied_as_text_say_nothing():
    assert reading_of("![]() |\n\nWortprotokoll\n\nFrau Uhde fragt nach dem Zaun.")["unread"] == []


def test_a_title_that_is_open_goes_on_on_the_next_line():
    found = reading_of(
        "Niederschrift\n\nüber die 3. Sitzung des Rates Oberau am 04.05.2026\n\nAnwesend sind:\n\nUhde, Anna\n\n"
        "TOP 1\n\nFeststellung der Einladung und der\n\nBeschlussfähigkeit\n\nDer Vorsitzende stellt dies fest.\n\n"
        "TOP 2\n\nVerschiedenes\n\nFrau Uhde fragt nach dem Zaun.\n"
    )
    assert [item["title"] for item in found["items"]] == [
        "Feststellung der Einladung und der Beschlussfähigkeit",
        "Verschiedenes",
    ]


@pytest.mark.parametrize("label", ["Abstimmung:", "Abstimmungsergebnis:"])
def test_a_form_with_its_numbers_above_the_words_is_not_read_one_row_too_low(label):
    cells = ["7", "Stimmen dafür", "0", "Stimmen dagegen", "2", "Stimmenthaltungen"]
    code, votes = decided("Der Rat beschließt den Plan.\n\n" + "\n\n".join([label, *cells]))
    assert code == "adopted"
    assert [(vote["yes"], vote["no"], vote["abstain"]) for vote in votes] == [(7, 0, 2)]


def test_a_number_above_the_first_word_of_a_form_is_never_given_to_the_next():
    text = (
        "Der Rat beschließt den Plan.\n\nAbstimmung:\n\n7\n\nStimmen dafür\n\n0\n\nStimmen dagegen\n\nErgebnis unklar"
    )
    _code, votes = decided(text)
    assert all(vote.get("yes") in (None, 7) and vote.get("no") in (None, 0) for vote in votes)
