"""Pages of legislative terms and factions."""

import pytest

from committees.models import Faction, LegislativeTerm
from tests import cast
from tests.committees.pages import errors, url


def test_only_administrators_keep_terms(clerk, place):
    pages = [
        url("term-list"),
        url("term-create"),
        url("term-edit", place.term.pk),
        url("faction-create", place.term.pk),
        url("faction-edit", place.faction.pk),
        url("faction-delete", place.faction.pk),
    ]
    assert {clerk.get(page).status_code for page in pages} == {403}
    assert {clerk.post(page).status_code for page in pages} == {403}


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_asks_the_same_for_few_and_many(admin, place, django_assert_num_queries, count):
    for number in range(1, count):
        cast.county(f"k{number}")
    with django_assert_num_queries(6):
        assert "ABC-Kreistagsfraktion" in admin.get(url("term-list")).content.decode()


def test_an_administrator_enters_a_term_and_its_factions(admin, place):
    days = {"start": "2020-11-01", "end": "2025-10-31"}
    assert admin.post(url("term-create"), {"body": place.body.pk, "name": "2020–2025", **days}).status_code == 302
    term = LegislativeTerm.objects.get(name="2020–2025")
    for name in ("Erste", "Zweite"):
        position = admin.get(url("faction-create", term.pk)).context["form"]["position"].value()
        admin.post(url("faction-create", term.pk), {"name": name, "short_name": name, "position": position})
    assert list(term.factions.values_list("name", "position")) == [("Erste", 1), ("Zweite", 2)]


@pytest.mark.parametrize(
    ("entries", "field", "sentence"),
    [
        ({"start": "2026-01-01"}, "start", "überschneidet sich mit „2025–2030“"),
        ({"name": "2025–2030"}, "name", "schon eine Wahlperiode"),
        ({"end": "2019-01-01"}, "end", "nicht vor dem Beginn"),
    ],
)
def test_a_wrong_term_is_refused(admin, place, entries, field, sentence):
    data = {"body": place.body.pk, "name": "Neu", "start": "2020-11-01", "end": "", **entries}
    if field != "start":
        data["end"] = data["end"] or "2025-10-31"
    response = admin.post(url("term-create"), data)
    assert response.status_code == 422
    assert sentence in errors(response)[field][0]


def test_a_faction_has_its_name_once_in_a_term(admin, place):
    data = {"name": place.faction.name, "short_name": "X", "position": "1"}
    response = admin.post(url("faction-create", place.term.pk), data)
    assert response.status_code == 422
    assert list(errors(response)) == ["name"]


def test_a_faction_with_seats_is_not_deleted(admin, place):
    cast.member(place, "Lütke")
    assert admin.post(url("faction-delete", place.faction.pk)).status_code == 409
    assert Faction.objects.filter(pk=place.faction.pk).exists()
    empty = Faction.objects.create(term=place.term, name="Leer", short_name="L")
    assert admin.post(url("faction-delete", empty.pk)).status_code == 302
