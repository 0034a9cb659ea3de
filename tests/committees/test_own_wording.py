"""The words of a house for opening and end: facts in place of names in braces, and never a broken sentence."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committees import own_wording, wording
from committees.own_wording import CLOSING_PLACEHOLDERS, OPENING_PLACEHOLDERS, Sitting
from committees.rules import Quorum
from committees.wording import Chair, GenderedName, Opening

SITTING = Sitting(GenderedName("Integrationsausschuss", "m"), 7, date(2026, 11, 18))
FACTS = Opening(
    chair=Chair("Ausschussvorsitzender", "Kleinhaus", "m"),
    committee=GenderedName("Ausschuss", "m"),
    opened_at=time(16, 30),
    invited_properly=True,
    quorum=Quorum(present=7, seats=9),
    is_unopposed=True,
    recusal_items=("4",),
    recusal_norm="§ 31 GO NRW",
)
UNKNOWN = replace(FACTS, invited_properly=None, quorum=None, is_unopposed=False, recusal_items=None)


def opening(text: str, facts: Opening = FACTS) -> str:
    return own_wording.opening(text, facts, SITTING)


def closing(text: str) -> str:
    return own_wording.closing(text, FACTS.chair, SITTING, at=time(18, 10))


def test_without_own_words_gremia_words_it():
    assert opening("") == wording.opening_paragraph(FACTS)
    assert closing("") == "Der Ausschussvorsitzende schließt die Sitzung um 18:10 Uhr."


def test_names_in_braces_become_facts():
    text = "Um {Uhrzeit} eröffnet {Vorsitz} die {Nummer}. Sitzung {des Ausschusses} am {Datum}; {Ausschuss} tagt."
    assert opening(text) == (
        "Um 16:30 Uhr eröffnet der Ausschussvorsitzende Kleinhaus die 7. Sitzung des Integrationsausschusses am "
        "18.11.2026; der Integrationsausschuss tagt."
    )


def test_a_value_that_begins_a_sentence_is_capitalised():
    assert closing("{Vorsitz} dankt. {Vorsitz} schließt.\n\n{Ausschuss} geht.") == (
        "Der Ausschussvorsitzende Kleinhaus dankt. Der Ausschussvorsitzende Kleinhaus schließt.\n\n"
        "Der Integrationsausschuss geht."
    )


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Einladung", "Er stellt fest, dass zu der Sitzung form- und fristgerecht eingeladen wurde."),
        ("Beschlussfähigkeit", "Er stellt fest, dass der Ausschuss beschlussfähig ist (7 von 9 "),
        ("Feststellungen", "eingeladen wurde und der Ausschuss beschlussfähig ist (7 von 9 "),
        ("Widerspruch", "Hiergegen erhebt sich kein Widerspruch."),
        ("Befangenheit", "Ausschließungsgründe nach § 31 GO NRW werden zu TOP 4 angezeigt."),
    ],
)
def test_sentences_stand_for_what_may_be_unknown_and_are_left_out_then(name, sentence):
    assert sentence in opening(f"Es geht los. {{{name}}} Wir beginnen.")
    assert opening(f"Es geht los. {{{name}}} Wir beginnen.", UNKNOWN) == "Es geht los. Wir beginnen."


def test_that_nothing_was_declared_is_said_only_where_it_is_known():
    assert "werden nicht angezeigt" in opening("{Befangenheit}", replace(FACTS, recusal_items=()))
    assert "angezeigt" not in opening("Los. {Befangenheit}", replace(FACTS, recusal_items=None))


def test_where_nothing_remains_gremia_words_it():
    assert opening("{Befangenheit}", UNKNOWN) == wording.opening_paragraph(UNKNOWN)


def test_what_means_nothing_stays_as_it_was_typed():
    assert closing("Ende {vorsitz} { Uhrzeit } {} {Befangenheit} {offen") == (
        "Ende {vorsitz} { Uhrzeit } {} {Befangenheit} {offen"
    )
    assert own_wording.unknown_placeholders("{Vorsitz} {vorsitz} {}", CLOSING_PLACEHOLDERS) == ["vorsitz", ""]


def test_a_name_in_braces_in_a_value_is_no_placeholder():
    facts = replace(FACTS, chair=Chair("Vorsitzende", "{Uhrzeit}", "f"))
    assert opening("{Vorsitz} eröffnet.", facts) == "Die Vorsitzende {Uhrzeit} eröffnet."


def test_blanks_that_keep_words_together_stay():
    assert closing("Nach §\u00a07 ist   Schluss.") == "Nach §\u00a07 ist Schluss."


def test_the_placeholders_are_those_that_have_a_value():
    assert tuple(own_wording.opening_values(FACTS, SITTING)) == OPENING_PLACEHOLDERS
    assert tuple(own_wording.closing_values(FACTS.chair, SITTING, at=None)) == CLOSING_PLACEHOLDERS


@given(st.text(alphabet="{}VorsitzUh. \n*-ä⟨⟩", max_size=60))
def test_whatever_is_typed_there_is_an_opening(text):
    assert opening(text).strip()
    assert opening(text, UNKNOWN).strip()
