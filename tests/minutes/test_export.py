"""`manage.py export`: documents of a session from the command line."""

import json
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from committees.models import Person
from tests import cast
from tests.publications import PDF, freeze


@pytest.fixture
def room(db):
    """A session with two public items and one that is not."""
    room = cast.session(cast.county(), items=3, members=("Kohl",))
    room.items[2].title, room.items[2].is_public = "Grundstück am Bach", False
    room.items[2].save()
    return room


@pytest.fixture
def export(tmp_path):
    """Runs the command and returns the bytes that it wrote."""

    def run(**options) -> bytes:
        target = tmp_path / "file"
        call_command("export", **{"session": "IntA/1/2026", "output": str(target), **options}, stderr=StringIO())
        return target.read_bytes()

    return run


def words(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def refusal(**options) -> str:
    """The sentence with which the command refuses."""
    with pytest.raises(CommandError) as error:
        call_command("export", **{"session": "IntA/1/2026", "output": "-", **options})
    return str(error.value)


def test_a_draft_is_exported_and_says_so(room, export):
    text = words(export())
    assert "Punkt 1" in text
    assert "Entwurf" in text


def test_the_public_record_is_what_one_gets_without_asking(room, export):
    assert "Bach" not in words(export())
    assert "Bach" in words(export(audience="internal"))


def test_published_minutes_are_the_file_that_was_published(room, export):
    freeze(room.session)
    assert export() == PDF + b"public"
    assert export(audience="internal") == PDF + b"internal"


def test_published_data_are_the_frozen_record(room, export):
    publication = freeze(room.session)["public"]
    Person.objects.update(last_name="Neuname")
    assert export(format="json").decode() == publication.record


def test_an_extract_of_published_minutes_is_no_draft(room, export):
    freeze(room.session)
    text = words(export(document="extract", item="2"))
    assert "Punkt 2" in text
    assert "Entwurf" not in text


@pytest.mark.parametrize("item", ["2", "Ö2", "Ö 2"])
def test_the_item_is_named_with_or_without_its_letter(room, export, item):
    data = json.loads(export(document="extract", item=item, format="json"))
    assert [row["title"] for part in data["parts"] for row in part["items"]] == ["Punkt 2"]


def test_an_item_of_the_non_public_part(room, export):
    data = json.loads(export(document="extract", item="N3", format="json", audience="internal"))
    assert [row["title"] for part in data["parts"] for row in part["items"]] == ["Grundstück am Bach"]


def test_to_standard_output(room, capsysbinary):
    call_command("export", session="IntA/1/2026", format="json", output="-")
    assert json.loads(capsysbinary.readouterr().out)["reference"] == "IntA/1/2026"


@pytest.mark.parametrize("reference", ["lkm:IntA/1/2026", "LKM:inta/1/2026", "inta/1/2026", " IntA/1/2026 "])
def test_the_reference_may_name_the_body_and_ignores_case(room, export, reference):
    assert json.loads(export(session=reference, format="json"))["reference"] == "IntA/1/2026"


def test_an_ambiguous_reference_lists_the_sessions(room, export):
    cast.session(cast.county("other"))
    sentence = refusal()
    assert "lkm:IntA/1/2026, other:IntA/1/2026" in sentence
    assert json.loads(export(session="other:IntA/1/2026", format="json"))["body"]["key"] == "other"


@pytest.mark.parametrize("reference", ["IntA/2/2026", "IntA/1/2025", "KT/1/2026", "other:IntA/1/2026"])
def test_an_unknown_session_is_named(room, reference):
    assert refusal(session=reference) == f"Es gibt keine Sitzung {reference}."


@pytest.mark.parametrize("reference", ["", "IntA", "IntA/7", "IntA/x/2026", "a:b:IntA/1/2026", "IntA/1/26"])
def test_what_is_no_reference_is_explained(room, reference):
    assert "IntA/7/2026" in refusal(session=reference)


def test_an_unknown_item_lists_those_that_there_are(room):
    assert "TOP 1, TOP 2" in refusal(document="extract", item="9")


def test_the_public_extract_of_a_hidden_item_does_not_exist(room):
    assert "Bach" not in refusal(document="extract", item="3")


def test_an_extract_needs_an_item_and_only_an_extract_has_one(room):
    assert "--item" in refusal(document="extract")
    assert "--item" in refusal(item="1")


def test_a_path_that_can_not_be_written_is_named(room, tmp_path):
    target = tmp_path / "nowhere" / "file.pdf"
    assert str(target) in refusal(output=str(target), format="json")
    assert not target.parent.exists()


@pytest.mark.parametrize("option", [{"document": "poem"}, {"audience": "all"}, {"format": "doc"}])
def test_an_unknown_choice_is_refused(room, option):
    (name, value) = next(iter(option.items()))
    with pytest.raises(CommandError, match=value):
        call_command("export", "--session", "IntA/1/2026", "--output", "-", f"--{name}", value)
