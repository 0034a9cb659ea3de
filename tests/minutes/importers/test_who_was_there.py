"""Who was there, in lines behind labels, and what stands at the end of minutes. All names are invented."""

import pytest

from tests.minutes.importers.texts import reading_of

TOLD = "TOP 1 Bericht\n\nOhm fragt nach dem Zaun.\n\nTOP 2 Anfragen\n\n{}"


def minutes(present: str, end: str = "Kohl dankt dem Bauhof.") -> str:
    return f"Gemeinde Oberwinkel\n\nProtokoll der Sitzung des Rates am 4. Mai 2026\n\n{present}\n\n{TOLD.format(end)}"


def people(text: str, *, absent: bool) -> list[str]:
    groups = reading_of(text)["attendance"]
    return [each["name"] for group in groups if group["absent"] == absent for each in group["people"]]


@pytest.mark.parametrize(
    "present",
    [
        "Anwesend: Bgm. Kohl, Ohm, Frau Witt. Es fehlt: Uhde",
        "Anwesend: Bgm. Kohl, Ohm und Frau Witt\nEntschuldigt: Uhde",
        "Es waren anwesend: Bgm. Kohl, Ohm, Frau Witt\nNicht anwesend: Uhde",
        "Teilnehmer: Bgm. Kohl; Ohm; Frau Witt\nEs fehlt entschuldigt: Uhde",
    ],
)
def test_those_present_stand_behind_a_label(present):
    text = minutes(present)
    assert people(text, absent=False) == ["Bgm. Kohl", "Ohm", "Frau Witt"]
    assert people(text, absent=True) == ["Uhde"]


def test_who_is_listed_speaks_by_the_last_name_alone():
    items = reading_of(minutes("Anwesend: Bgm. Kohl, Ohm, Frau Witt"))["items"]
    assert [each["speaker"] for item in items for each in item["contributions"]] == ["Ohm", "Kohl"]


@pytest.mark.parametrize("present", ["Anwesend: 12 Mitglieder laut Liste", "Anwesend: siehe Anlage"])
def test_a_mere_number_is_no_list(present):
    assert reading_of(minutes(present)).get("attendance", []) == []


@pytest.mark.parametrize(
    "end",
    ["Zur Beurkundung!", "Für die Richtigkeit:", "Verteiler: Rat, Bauhof", "Anlage 1: Anwesenheitsliste", "v. g. u."],
)
def test_what_certifies_the_minutes_is_their_closing(end):
    text = minutes("Anwesend: Kohl, Ohm", f"Kohl dankt dem Bauhof.\n\n{end}\nWitt")
    placed = {each["text"]: each["place"] for each in reading_of(text)["source"]["passages"]}
    assert (placed[end], placed["Kohl dankt dem Bauhof."]) == ("closing", "contribution")


def test_that_nothing_is_asked_is_no_signature():
    text = minutes("Anwesend: Kohl, Ohm", "Keine Wortmeldungen.\n\ngez. Kohl\tgez. Witt\nVorsitz\tProtokoll")
    assert [each["kind"] for each in reading_of(text)["items"][1]["contributions"]] == ["procedure"]
