"""CSV of people and seats: how files are read and written."""

import datetime

import pytest

from committees import csv_format
from committees.csv_format import UnreadableFile
from tests import cast

PLAIN = "Nachname;Von\nMüller;01.11.2025\n"


@pytest.mark.parametrize(
    "content",
    [PLAIN.encode(), PLAIN.encode("utf-8-sig"), PLAIN.encode("cp1252"), PLAIN.replace("\n", "\r\n").encode()],
)
def test_utf_8_and_windows_1252_are_read(content):
    [row] = csv_format.read(csv_format.decode(content))
    assert (row["Nachname"], row["Von"], row["Bis"], row.line) == ("Müller", "01.11.2025", "", 2)


def test_commas_are_recognised():
    [row] = csv_format.read('Nachname,Vorname,Von\n"von dem Berge",Ute,2025-11-01\n')
    assert (row.name, row["Von"]) == ("von dem Berge, Ute", "2025-11-01")


def test_lines_are_counted_as_in_the_file():
    rows = csv_format.read('Nachname;Von;Organisation\n\n"A";1.1.2026;"zwei\nZeilen"\n;;\nB;1.1.2026\n')
    assert [(row["Nachname"], row.line) for row in rows] == [("A", 3), ("B", 6)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "leer"),
        ("\n \n", "leer"),
        ("Nachname;Von\n", "keine Zeile"),
        ("Vorname;Von\nA;1.1.2026\n", "„Nachname“ fehlt"),
        ("Nachname\nA\n", "„Von“ fehlt"),
        ("Nachname;Von;Schuhgröße\nA;1.1.2026;43\n", "„Schuhgröße“"),
        ("Nachname;Von;Von\nA;1.1.2026;x\n", "kommt doppelt vor"),
        ("Nachname;Von\nA;1.1.2026;zu viel\n", "Zeile 2 hat mehr Zellen"),
        ('Nachname;Von\n"A;1.1.2026\n', "Anführungszeichen"),
    ],
)
def test_what_is_no_such_list_is_refused_with_the_reason(text, sentence):
    with pytest.raises(UnreadableFile, match=sentence):
        csv_format.read(text)


@pytest.mark.parametrize("content", [PLAIN.encode("utf-16"), b"\x00\x01", b"PK\x03\x04\x00\x00", b"\x81\x8d"])
def test_what_is_no_text_is_refused(content):
    with pytest.raises(UnreadableFile, match="keine Textdatei"):
        csv_format.decode(content)


def test_what_is_too_large_is_refused():
    with pytest.raises(UnreadableFile, match="zu groß"):
        csv_format.decode(b"x" * (csv_format.MAX_BYTES + 1))
    with pytest.raises(UnreadableFile, match="zu viele Zeilen"):
        csv_format.read("Nachname;Von\n" + "A;1.1.2026\n" * (csv_format.MAX_ROWS + 1))


@pytest.mark.parametrize("text", ["1.11.2025", "01.11.2025", "2025-11-01"])
def test_days_are_read_as_germans_and_machines_write_them(text):
    assert csv_format.day(text) == datetime.date(2025, 11, 1)
    assert csv_format.day("") is None


@pytest.mark.parametrize("text", ["1.11.25", "31.02.2025", "heute", "11/01/2025", "1.11", "1.2.3.4", "a.b.2025"])
def test_anything_else_is_no_day(text):
    with pytest.raises(ValueError, match="no day"):
        csv_format.day(text)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["=1+1", "+49", "-1", "@SUM", "'=1", "''@x", "O'Hara", "'t Hooft", "Semi;kolon", 'An"führung']
)
def test_no_cell_begins_like_a_formula_and_each_comes_back_as_it_was(name):
    seat = cast.member(cast.county(), name)
    text = csv_format.write([seat])
    [row] = csv_format.read(csv_format.decode(text.encode()))
    assert row["Nachname"] == name
    assert not any(cell.lstrip('"').startswith(("=", "+", "-", "@")) for cell in text.splitlines()[1].split(";"))


@pytest.mark.django_db
def test_the_file_is_made_for_german_spreadsheets():
    text = csv_format.write([cast.member(cast.county(), "Lütke", function="chair", has_vote=True)])
    assert text.startswith("\ufeffNr.;Titel;Vorname;Nachname;")
    assert ";ABC-Kreistagsfraktion;Mandat;Vorsitz;ja;;;01.11.2025;\r\n" in text
