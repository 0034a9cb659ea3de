"""Words as they are searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.search import words


@pytest.mark.parametrize(
    "same",
    [
        ("Straße", "Strasse", "STRASSE", "Straßen", "straße"),
        ("Brücke", "Bruecke", "Brucke", "Brücken"),
        ("Radweg", "Radwege", "Radweges", "Radwegen"),
        ("Haus", "Häuser", "Haeuser", "Häusern"),
        ("Zuschuss", "Zuschuß", "Zuschüsse", "Zuschuesse"),
        ("neu", "neue", "neuen", "neuer"),
        ("Café", "Cafe"),
        ("Mu\u0308ller", "Müller", "Mueller"),
        ("Rad\u00adwege", "Radwege"),
    ],
    ids=lambda same: same[0],
)
def test_spellings_and_endings_of_a_word_are_one(same):
    assert len({tuple(words.stems(word)) for word in same}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Müller", "Mühle"), ("Radweg", "Radwegeplan"), ("2026", "2027"), ("Feuer", "Feier")]
)
def test_other_words_are_others(one, other):
    assert words.stems(one) != words.stems(other)


def test_a_name_with_particles_or_a_hyphen_is_all_of_its_words():
    assert words.stems("von der Heide") == ["von", "der", "heid"]
    assert words.stems("Schulze-Pellengahr") == [words.stem_of("Schulze"), words.stem_of("Pellengahr")]


def test_the_number_of_a_paper_is_its_parts_without_endings():
    assert words.stems("SV-11-0612") == ["sv", "11", "0612"]
    assert words.stems("B64n") == ["b64n"]


def test_a_word_with_a_hyphen_is_known_without_it():
    assert words.joined("Kita-Plätze und die E-Mail") == [words.stem_of("Kitaplätze")]


def test_parts_of_a_compound_begin_after_three_letters_and_have_four():
    assert words.parts("radwegeplan", "radwegeplan") == [
        "radwegeplan",
        "wegeplan",
        "egeplan",
        "geplan",
        "eplan",
        "plan",
    ]
    assert words.parts("haus", "haus") == ["haus"]
    assert words.parts("rad", "rad") == []
    assert words.parts("2026", "2026") == []


def test_a_part_keeps_what_makes_it_another_word():
    assert "satzung" in words.parts("gebuhrensatzungen", words.stem_of("gebührensatzungen"))


def test_the_rest_of_a_verb_is_no_part():
    assert "trag" not in words.parts("vertrag", "vertrag")
    assert "halt" not in words.parts("aufhalten", "aufhalt")


@given(st.text(max_size=60))
def test_any_text_becomes_tokens_that_both_databases_keep_as_they_are(text):
    for stem, folded, own_ending, _is_listed in words.known(text):
        assert stem
        assert len(stem) <= words.LONGEST
        for letter in stem + folded + own_ending:
            assert letter.isalnum() or not letter.isascii()
            assert not letter.isspace()


@given(st.text(max_size=80))
def test_the_places_of_words_are_those_of_the_text(text):
    clean = words.clean(text)
    assert [word.stem for word in words.placed(clean)] == words.stems(clean)
    assert all(words.stems(clean[word.start : word.end]) == [word.stem] for word in words.placed(clean))
