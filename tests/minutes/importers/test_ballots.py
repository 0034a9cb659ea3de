"""Ballots whose candidates and numbers stand on one line."""

import pytest

from minutes.importers.grammar import ballots


@pytest.mark.parametrize(
    ("line", "options", "counts"),
    [
        (
            "1. Wahlgang (geheim): Frau Ohm 9 Stimmen, Herr Kohl 8 Stimmen, Enthaltung 1",
            {"Frau Ohm": 9, "Herr Kohl": 8},
            {"abstain": 1},
        ),
        (
            "Zweiter Wahlgang: Frau Ohm 9 Stimmen und 1 ungültige Stimme",
            {"Frau Ohm": 9},
            {"invalid": 1},
        ),
        ("Stichwahl: Ohm: 9, Kohl: 8", {"Ohm": 9, "Kohl": 8}, {}),
    ],
)
def test_each_name_has_its_number(line, options, counts):
    ballot = ballots.read(line)
    assert ballot is not None
    assert (ballot.options, ballot.counts) == (options, counts)


@pytest.mark.parametrize(
    "line", ["1. Wahlgang: 9 Ja, 2 Nein", "Wahl: Frau Ohm dankt den 9 Mitgliedern.", "Stichwahl: siehe Anlage 3"]
)
def test_what_tells_anything_else_is_none(line):
    assert ballots.read(line) is None


def test_the_ballot_may_stand_on_a_line_above_its_numbers():
    assert ballots.heads("1. Wahlgang", "Ohm 21, Kohl 20, Enthaltungen 2")
    assert not ballots.heads("Geheime Wahl:", "Frau Ohm: 8 Ja-Stimmen")
