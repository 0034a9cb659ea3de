"""Questions with the hits that are expected of them, in order where it matters: the same on both databases."""

import pytest

from minutes.search import postgresql
from tests.minutes.search.corpus import names

ROAD = {"decision UmA/2/2026 1", "item UmA/2/2026 1", "plan", "cost", "bridge"}
BUDGET = {"decision UmA/4/2021 1", "item UmA/4/2021 1", "budget", "school", "fire"}
WASTE = {"decision UmA/2/2026 2", "item UmA/2/2026 2", "waste", "bau"}
NEED = {"decision JHA/1/2025 1", "item JHA/1/2025 1", "kita", "need"}
GRANT = {"decision JHA/1/2025 2", "item JHA/1/2025 2", "grant", "heath"}
PLAN, FEES = "paper SV-11-0612", "paper SV-11-0700"

QUERIES = [
    # Endings, umlauts and ß in whatever spelling
    ("Radweg", ROAD | {PLAN}),
    ("radwege", ROAD | {PLAN}),
    ("Radwegeplans", ROAD | {PLAN}),
    ("Zuschüsse", GRANT | {"budget"}),
    ("Zuschuesse", GRANT | {"budget"}),
    ("Zuschuß", GRANT | {"budget"}),
    ("Brücke", GRANT | {"bridge"}),
    ("Bruecke", GRANT | {"bridge"}),
    ("Brucke", GRANT | {"bridge"}),
    ("Straße", {"bridge", "plan"}),
    ("STRASSE", {"bridge", "plan"}),
    ("Schlosspark", {"tree"}),
    ("Schloßpark", {"tree"}),
    ("giessen", {"tree"}),
    ("Großmann", {"person Großmann, Ida"}),
    ("Grossmann", {"person Großmann, Ida"}),
    # Compounds and their parts
    ("Haushalt", BUDGET | {"decision JHA/1/2025 2", "cost"}),
    ("Haushaltsplan", BUDGET),
    ("Hauptstrasse", {"plan"}),
    ("Satzung", {FEES, "decision UmA/2/2026 2"}),
    ("Planung", NEED),
    ("Gebühr", WASTE | {FEES}),
    ("Schule", {"school", "grant"}),
    ("Kosten", {PLAN, "cost", "waste"}),
    ("Kitaplätze", {"kita"}),
    ("Kita-Plätze", {"kita"}),
    ("Plätze", {"kita", "need"}),
    ("Kinder", NEED),
    ("Wald", {"kita", "heath"}),
    ("Hochwasserschutz", set()),
    # Names
    ("Müller", {"person Müller, Ute", "plan", "kita"}),
    ("Mueller", {"person Müller, Ute", "plan", "kita"}),
    ("Bauer", {"person Bauer, Jo", "waste", "fire", "bau"}),
    ("Schulze-Pellengahr", {"need"}),
    ("Pellengahr", {"need"}),
    ("de Vries", {"tree"}),
    ("Heide", {"person von der Heide, Kim", "cost", "grant", "heath"}),
    ("von der Heide", {"person von der Heide, Kim", "cost", "grant", "heath"}),
    ("Müller Radwege", {"plan"}),
    # Phrases, exclusions, beginnings, numbers
    ('"von der Heide"', {"person von der Heide, Kim", "cost", "grant"}),
    ("„Freiwillige Feuerwehr“", {"fire"}),
    ('"Feuerwehr Freiwillige"', set()),
    ('"zur Kenntnis"', {"decision JHA/1/2025 1"}),
    ("Schule -Förderschule", {"grant"}),
    ('Radweg -"Radwegeplans"', {PLAN} & set()),
    ("Heide -Zuschuss", {"person von der Heide, Kim", "cost"}),
    ("Hoch*", {"cost", "fire"}),
    ("Bedarfs*", NEED),
    ("SV-11-0612", {PLAN}),
    ("0612", {PLAN}),
    ("12.000 Euro", {"decision JHA/1/2025 2"}),
    ("Zuschuss für die Schule", {"grant"}),
]


@pytest.mark.parametrize(("text", "expected"), QUERIES, ids=[text for text, _expected in QUERIES])
def test_what_is_found(world, ask, text, expected):
    found = ask(text)
    assert set(names(found)) == expected
    assert found.total == len(expected)
    assert not found.is_capped


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Müller", "person Müller, Ute"),
        ("Bauer", "person Bauer, Jo"),
        ("Bau", "bau"),
        ("von der Heide", "person von der Heide, Kim"),
        ("Radwegeplan", "decision UmA/2/2026 1"),
        ("Gebührensatzung", FEES),
        ("Haushalt", "decision UmA/4/2021 1"),
        ("Zuschuss Schulsozialarbeit", "grant"),
    ],
)
def test_what_comes_first(world, ask, text, first):
    assert names(ask(text))[0] == first


def test_a_name_in_a_row_comes_before_its_words_apart(world, ask):
    order = names(ask("von der Heide"))
    assert order.index("heath") > order.index("cost")


def test_newest_first_is_by_day(world, ask):
    days = [hit.date for hit in ask("Haushalt", order="date").hits]
    assert days == sorted(days, reverse=True)
    assert days[0].year == 2026


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Radwge", "Radwege"),
        ("Haushaltspaln", "Haushaltsplan"),
        ("Feurwehr", "Feuerwehr"),
        ("Hcohwasser", "Hochwasser"),
        ("Pelengahr", "Pellengahr"),
        ("Integrationsrat", ""),
        ("xyz", ""),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(world, ask, typed, meant):
    found = ask(typed)
    assert (found.instead.text if found.instead else "") == meant
    assert bool(found.hits) == bool(meant)
    assert found.missing == typed
    if meant:
        assert names(found) == names(ask(meant))


def test_of_several_words_the_one_that_is_nowhere_is_replaced(world, ask):
    found = ask("Müller Radwge")
    assert found.instead.text == "Müller Radwege"
    assert names(found) == ["plan"]


@pytest.mark.parametrize("few", [0, 3])
def test_a_year_alone_is_a_question(world, ask, monkeypatch, few):
    """Also where the database looks through it some months at a time."""
    monkeypatch.setattr(postgresql, "_FEW", few)
    year = {"since": "2026-01-01", "until": "2026-12-31"}
    days = {hit.date.year for hit in ask(**year).hits}
    assert days == {2026}
    with_words = names(ask("Radweg", **year))
    assert with_words != []
    assert set(names(ask("Radweg", **year))) <= set(names(ask("Radweg")))


@pytest.mark.parametrize(("text", "expected"), QUERIES, ids=[text for text, _expected in QUERIES])
def test_looked_for_month_by_month_it_is_the_same(world, ask, monkeypatch, text, expected):
    monkeypatch.setattr(postgresql, "_FEW", 0)
    assert set(names(ask(text))) == expected


class TestFilters:
    def test_each_filter_leaves_what_it_says(self, world, ask):
        umwelt = world.committees["UmA"].pk
        assert set(names(ask("Zuschuss", committee=umwelt))) == {"budget"}
        assert set(names(ask("Radweg", kind="paper"))) == {PLAN}
        assert set(names(ask("Heide", speaker=102))) == {"person von der Heide, Kim", "cost", "grant"}
        assert set(names(ask(outcome="adopted"))) == {"decision UmA/2/2026 1", "decision JHA/1/2025 2"}
        assert set(names(ask("Haushalt", since="2022-01-01"))) == {"cost", "decision JHA/1/2025 2"}
        assert set(names(ask("Haushalt", until="2021-11-24"))) == BUDGET
        assert set(names(ask("Haushalt", until="2021-11-23"))) == set()
        assert set(names(ask("Haushalt", since="2021-01-01", until="2021-12-31"))) == BUDGET

    def test_filters_together_leave_what_all_say(self, world, ask):
        found = ask(
            "Plan", kind="decision", outcome="adopted", committee=world.committees["UmA"].pk, since="2026-01-01"
        )
        assert names(found) == ["decision UmA/2/2026 1"]

    def test_a_filter_that_nothing_has_leaves_nothing(self, world, ask):
        assert names(ask("Radweg", committee=999_999)) == []
        assert names(ask(speaker=999_999)) == []

    def test_filters_alone_are_a_question_and_minus_words_are_none(self, world, ask):
        assert set(names(ask(kind="person"))) == {
            f"person {name}" for name in ("Müller, Ute", "von der Heide, Kim", "Bauer, Jo", "Großmann, Ida")
        }
        assert ask("-Radweg").question.is_empty
        assert set(names(ask("-Radwegeplan", kind="paper"))) == {FEES}
        assert names(ask()) == []

    def test_the_counts_of_a_filter_are_what_it_leaves(self, world, ask):
        found = ask("Haushalt")
        assert {facet.name for facet in found.facets} == {"kind", "committee", "year", "speaker", "outcome"}
        for facet in found.facets:
            for choice in facet.choices:
                data = dict(pair.split("=") for pair in choice.query_string[1:].split("&"))
                assert ask(data.pop("q"), **data).total == choice.hits, (facet.name, choice.name)

    def test_a_chosen_value_can_be_left_again(self, world, ask):
        found = ask("Haushalt", kind="decision")
        [choice] = [choice for facet in found.facets for choice in facet.choices if choice.is_chosen]
        assert choice.query_string == "?q=Haushalt"


def test_hits_say_where_they_stand(world, ask):
    [hit] = [hit for hit in ask("Kosten").hits if hit.kind == "contribution" and hit.url.endswith("#c-cost")]
    assert hit.url == "/minutes/lkm/UmA/2/2026/items/1/#c-cost"
    assert (hit.committee, hit.speaker) == ("Ausschuss für Umwelt und Verkehr", "Ktabg. von der Heide")
    assert "hält die <mark>Kosten</mark> für den Haushalt" in hit.snippet
    [paper] = ask("0612").hits
    assert paper.url == "/papers/lkm/SV-11-0612/"
    assert ask("Großmann").hits[0].url == "/bodies/lkm/committees/UmA/"


def test_a_compound_is_marked_as_a_whole_and_a_phrase_in_its_place_alone(world, ask):
    assert "<mark>Straßenbrücke</mark>" in next(hit for hit in ask("Brücke").hits if "bridge" in hit.url).snippet
    snippet = next(hit for hit in ask('"den Haushalt"').hits).snippet
    assert snippet.count("<mark>") == 2


def test_suggestions_go_on_with_what_was_typed(world):
    from minutes import search

    assert search.suggestions("Radw") == ["Radwegeplans", "Radwege"] or "Radwege" in search.suggestions("Radw")
    assert search.suggestions("Müller Haush")[0].startswith("Müller Haushalt")
    assert search.suggestions("schloss") == ["Schloßpark"]
    assert search.suggestions("ra") == search.suggestions("xyzxyz") == search.suggestions("") == []
