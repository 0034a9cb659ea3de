"""`manage.py read_minutes`: prints readings, says what can't be read, and touches no database."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from minutes import import_messages
from minutes.importers import Unreadable
from minutes.importers.source import Reason
from tests.minutes.importers.texts import GIVEN


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def run(*arguments: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command("read_minutes", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_it_prints_a_json_list_with_an_object_a_file():
    # Without the mark of pytest-django any question to the database is an error.
    files = sorted(map(str, GIVEN.glob("*.txt")))
    out, err = run(*files, "--json")
    readings = json.loads(out)
    assert [reading["id"] for reading in readings] == [file.rsplit("/", 1)[1].removesuffix(".txt") for file in files]
    assert err == ""


def test_umlauts_are_printed_as_they_are():
    out, _err = run(str(GIVEN / "c04-split-vote.txt"), "--json")
    assert "Kreisbücherei" in out


def test_without_json_it_prints_a_line_a_file_and_the_warnings():
    out, _err = run(str(GIVEN / "c04-split-vote.txt"))
    assert "c04-split-vote.txt: 1 item, 2 contributions, 1 warning" in out
    assert "The counts of the status line are not those of the vote. (1. Absatz)" in out


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match="2 files could not be read"):
        call_command(
            "read_minutes",
            str(empty),
            str(tmp_path / "none.txt"),
            str(GIVEN / "c06-noted.txt"),
            "--json",
            stdout=out,
            stderr=err,
        )
    first, second, third = json.loads(out.getvalue())
    assert first == {"id": "empty", "error": {"code": "empty", "message": "The file holds no text."}}
    assert second["error"]["code"] == "unreadable"
    assert third["outcome"]["code"] == "noted"
    assert "empty.txt: The file holds no text." in err.getvalue()


def test_a_folder_and_a_strange_name_are_refused_with_a_sentence(tmp_path):
    for name in (str(tmp_path), "a\0b"):
        with pytest.raises(CommandError, match="1 file could not be read"):
            run(name)


def test_standard_input_is_read(monkeypatch):
    class Input:
        buffer = io.BytesIO((GIVEN / "c06-noted.txt").read_bytes())

    monkeypatch.setattr("sys.stdin", Input)
    out, _err = run("-", "--json")
    assert json.loads(out)[0]["outcome"] == {"text": "Kenntnis genommen", "code": "noted"}


def test_no_time_is_refused():
    with pytest.raises(CommandError, match="more than 0 seconds"):
        run(str(GIVEN / "c06-noted.txt"), "--seconds", "0")


@pytest.mark.parametrize("reason", Reason.__args__)
def test_every_refusal_has_a_sentence(reason):
    sentence = import_messages.refusal(Unreadable(reason, "X"))
    assert sentence.endswith((".", "X"))
