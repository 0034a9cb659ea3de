"""IntA/4/2016 holds the published item word for word."""

from pathlib import Path

import pytest

from minutes.demo import coesfeld_2016
from minutes.markup import parse, plain
from votes import rules
from votes.closing import eligible, result, tally
from votes.models import Outcome

REFERENCE = Path(__file__).parents[2] / "data" / "minutes-texts" / "c00-coesfeld-original.txt"


@pytest.fixture
def item(coesfeld):
    return coesfeld.items.get(position=3)


@pytest.fixture
def paragraphs():
    """The paragraphs of the published text, as anybody would cut them: what is not empty."""
    return [line for line in REFERENCE.read_text(encoding="utf-8").split("\n") if line.strip()]


def test_the_demo_has_the_published_text_byte_for_byte():
    assert coesfeld_2016.TEXT.read_bytes() == REFERENCE.read_bytes()


def test_it_is_item_3_of_a_session_of_the_earlier_term(coesfeld, item):
    assert item.title == "1. Integrationskonzept des Kreises Coesfeld"
    assert coesfeld.reference == "IntA/4/2016"
    term = coesfeld.committee.body.terms.get(start__lte=coesfeld.date, end__gte=coesfeld.date)
    assert "2014" in term.name


def test_the_debate_has_every_paragraph_letter_for_letter(item, paragraphs):
    said = [plain(parse(contribution.text)) for contribution in item.contributions.all()]
    assert said == paragraphs[5:-2]
    assert len(said) == 13


def test_every_paragraph_has_its_speaker_in_the_role_written_there(item):
    speakers = [str(speaker) for said in item.contributions.all() for speaker in said.speakers.all()]
    assert speakers == [
        "Ausschussvorsitzender Kleerbaum",
        "MA Dreier",
        "Ktabg. Dr. Wenning",
        "MA Dreier",
        "Landrat Dr. Schulze Pellengahr",
        "Ktabg. Lütkecosmann",
        "Ktabg. Bednarz",
        "MA Dreier",
        "Ktabg. Kohaus",
        "Ktabg. Neumann",
        "MA Dreier",
        "Ktabg. Merschhemke",
        "Ausschussvorsitzender Kleerbaum",
    ]


def test_speakers_who_come_later_in_the_sentence_are_marked_where_they_stand(item):
    texts = [contribution.text for contribution in item.contributions.all()]
    assert texts[8].startswith("Positiv äußert sich auch ⟨Ktabg. Kohaus⟩ zum Integrationskonzept.")
    assert texts[9].startswith("Auch ⟨Ktabg. Neumann⟩ sieht das Konzept")


def test_the_resolution_keeps_its_misspelling_and_its_last_character(item, paragraphs):
    assert item.decision.resolution == paragraphs[4]
    assert "verbschiedet" in item.decision.resolution
    assert item.decision.resolution.endswith("werden.\u00a0")


def test_the_resolution_is_recommended_to_main_committee_and_council(item):
    chain = [str(step.committee) for step in item.decision.recommendations.all()]
    assert chain == ["Kreisausschuss", "Kreistag"]


def test_nine_of_nine_voted_for_it(coesfeld, item):
    vote = item.votes.get()
    assert vote.is_closed
    assert tally(vote) == rules.Tally(yes=9, no=0, abstain=0)
    assert len(eligible(vote)) == vote.voters.count() == coesfeld.seats == 9
    assert result(vote) is rules.Result.ADOPTED
    assert (item.decision.outcome, item.decision.outcome_text) == (Outcome.ADOPTED, "ungeändert beschlossen")


def test_what_the_text_does_not_give_is_said_to_be_assumed(coesfeld):
    assert "angenommen" in coesfeld.source_note
    for assumed in ("Tag", "Ort", "Mustermann", "Beispiel", "Vornamen", "Fraktionen"):
        assert assumed in coesfeld.source_note


def test_no_first_name_is_invented_for_a_real_person(coesfeld):
    real = [row.person for row in coesfeld.attendances.all() if row.person.last_name in str(coesfeld_2016.SPEAKERS)]
    assert len(real) == 9
    assert {person.first_name for person in real} == {""}
    assert not any(person.sort_name.endswith(",") for person in real)
