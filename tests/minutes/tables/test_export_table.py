"""`manage.py export --table`: tables from the command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests import cast
from tests.minutes.portal.register import published_session


@pytest.fixture
def place(db):
    place = cast.county()
    published_session(place, 1)
    return place


@pytest.fixture
def export(tmp_path):
    def run(**options) -> str:
        target = tmp_path / "file"
        call_command(
            "export", **{"table": "votes", "output": str(target), "headings": "keys"} | options, stderr=StringIO()
        )
        return target.read_bytes().decode("utf-8-sig")

    return run


def lines(text: str) -> int:
    return len(text.splitlines()) - 1


def test_a_table_is_written(place, export):
    text = export()
    assert text.startswith("body;committee;session;date;")
    assert lines(text) == 2


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"body": "LKM", "committee": "inta"}, 2),
        ({"body": "other"}, 0),
        ({"since": "2026-03-12"}, 0),
        ({"until": "2026-03-11"}, 2),
        ({"term": "2025–2030"}, 2),
        ({"audience": "internal"}, 2),
    ],
)
def test_of_what_was_chosen(place, tmp_path, options, found):
    target = tmp_path / "file"
    arguments = [f"--{name}={value}" for name, value in options.items()]
    call_command("export", "--table=votes", f"--output={target}", *arguments, stderr=StringIO())
    assert lines(target.read_bytes().decode()) == found


def test_a_committee_that_there_is_not_is_refused(place, export):
    with pytest.raises(CommandError, match="XYZ"):
        export(committee="XYZ")


@pytest.mark.parametrize(
    ("arguments", "known"),
    [(["--table=votes", "--format=pdf"], "csv"), (["--session=IntA/1/2026", "--format=csv"], "pdf")],
)
def test_a_format_that_does_not_fit_is_refused(place, arguments, known):
    with pytest.raises(CommandError, match=known):
        call_command("export", "--output=-", *arguments)
