"""What somebody typed becomes clauses, whatever it is."""

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes import search
from minutes.search.parsing import MOST, parse

ODD = st.text(
    st.sampled_from("ab ÄßéÖ*-\"„“()':;,.%_^{}[]<>|&!~=+\\/#$@\x00\x01²ﬁ١०漢字\u0301\u200b\n\t") | st.characters()
)


def clauses(text: str) -> list[str]:
    """Short: `radweg`, `-bau`, `"auf der heid"`, `rad*`."""
    return [
        ("-" if c.is_excluded else "")
        + (f'"{" ".join(c.stems)}"' if c.is_quoted or not c.is_word else c.stems[0])
        + ("*" if c.is_prefix else "")
        for c in parse(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Radwege Haushalt", ["radweg", "haushalt"]),
        ('"Freiwillige Feuerwehr"', ['"freiwill feuerwehr"']),
        ("„Freiwillige Feuerwehr“ Einsatz", ['"freiwill feuerwehr"', "einsatz"]),
        ("Schule -Förderschule", ["schul", "-forderschul"]),
        ('Schule -"neue Schule"', ["schul", '-"neu schul"']),
        ("Digital*", ["digital*"]),
        ("Zuschuss für den Radweg", ["zuschuss", "radweg"]),
        ("der", ["der"]),
        ('"der"', ['"der"']),
        ("SV-11-0612", ['"sv 11 0612"']),
        ("- Radweg", ["radweg"]),
        ("Radweg Radwege", ["radweg", "radweg"]),
        ("Radweg Radweg", ["radweg"]),
        ('"nie geschlossen', ['"nie geschloss"']),
        ("*", []),
        ("-", []),
        ('""', []),
        ("", []),
    ],
)
def test_clauses(text, expected):
    assert clauses(text) == expected


def test_there_are_a_dozen_clauses_at_most():
    assert len(parse(" ".join(f"w{number}" for number in range(100)))) == MOST


@given(ODD)
def test_any_text_is_a_question(text):
    for clause in parse(text):
        assert clause.stems


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ODD)
def test_no_text_is_an_error_of_the_database(world, text):
    found = search.find(search.Question.of({"q": f"Radweg {text}"}), AnonymousUser())
    assert found.total >= 0
    search.suggestions(text)


@pytest.mark.parametrize(
    "text",
    [
        '" OR words:radweg',
        "radweg) OR (kosten",
        "radweg NEAR kosten",
        "words:radweg",
        "'; DROP TABLE minutes_publicentry; --",
        "radweg & !kosten",
        "_kperson",
        "=radweg",
        "~bauer",
        "_all",
    ],
)
def test_signs_of_the_databases_mean_nothing(world, text):
    """Each is searched as the words in it: what they would select is not found by them alone."""
    found = search.find(search.Question.of({"q": text}), AnonymousUser())
    plain = "".join(letter if letter.isalnum() or letter == "-" else " " for letter in text)
    assert {hit.key for hit in found.hits} == {
        hit.key for hit in search.find(search.Question.of({"q": plain}), AnonymousUser()).hits
    } or '"' in text


class TestAddress:
    def test_a_question_and_its_address_are_the_same(self):
        data = {"q": "Radweg -Bau", "committee": "3", "kind": "item", "since": "2026-01-01", "order": "date"}
        question = search.Question.of(data)
        assert question.query_string == "?q=Radweg+-Bau&committee=3&kind=item&since=2026-01-01&order=date"
        assert not question.problems

    def test_what_is_the_default_is_not_in_it(self):
        assert search.Question.of(
            {"q": " Radweg ", "page": "3", "order": "relevance", "in": "public"}
        ).query_string == ("?q=Radweg")

    @pytest.mark.parametrize(
        "data",
        [
            {"committee": "x"},
            {"committee": "9" * 30},
            {"committee": "-1"},
            {"speaker": "²"},
            {"kind": "nonsense"},
            {"outcome": "nonsense"},
            {"since": "yesterday"},
            {"until": "2026-02-30"},
            {"order": "size"},
            {"in": "secret"},
            {"q": "a" * 500},
            {"since": "2027-01-01", "until": "2026-01-01"},
        ],
    )
    def test_rubbish_is_named_and_left_out(self, data):
        question = search.Question.of(data)
        assert len(question.problems) == 1
        assert search.Question.of({"page": "x" * 99}).page == 1
