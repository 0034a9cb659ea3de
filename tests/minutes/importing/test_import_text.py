"""`manage.py import text`: a dry run first, each file once, and the same end however often it was interrupted."""

import re

import pytest
from django.core.management import CommandError, call_command

from committees.models import AuditEvent, Person, Session
from minutes.importing.texts import storing
from minutes.models import Issue, Publication, TextImport
from tests import cast
from tests.minutes.importing import place as places

pytestmark = pytest.mark.django_db
TEXTS = places.DATA / "readings"


@pytest.fixture
def place():
    return places.county()


@pytest.fixture(autouse=True)
def admin(place):
    return cast.user("admin")


def run(capsys, *files, **options) -> tuple[str, str]:
    """What is printed to whom."""
    call_command("import", "text", *map(str, files), committee="IntA", **options)
    told = capsys.readouterr()
    return told.out, told.err


def state() -> list:
    """All that an import leaves behind, without keys and times."""
    editions = Publication.objects.order_by("session__year", "session__number", "audience", "edition")
    sessions = {str(pk): reference for pk, reference in ((row.pk, row.reference) for row in Session.objects.all())}
    key = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
    return [
        sorted(sessions.values()),
        [(row.kind, row.audience, row.edition, key.sub("", row.record)) for row in editions],
        list(TextImport.objects.order_by("sha256").values_list("file_name", "sha256", "session__number")),
        Issue.objects.current().count(),
        Person.objects.count(),
    ]


def test_without_apply_nothing_is_stored_and_everything_is_told(capsys):
    out, _err = run(capsys, places.M01)
    assert "IntA/7/2026, 18.11.2026" in out
    assert "7" in out
    assert "Wiesmann, Paul" in out
    assert "--apply" in out
    assert not any(model.objects.exists() for model in (Session, Publication, TextImport))


def test_with_apply_it_is_stored_and_again_changes_nothing(capsys):
    run(capsys, places.M01, apply=True)
    before, events = state(), AuditEvent.objects.count()
    out, _err = run(capsys, places.M01, apply=True)
    assert "IntA/7/2026" in out
    assert (state(), AuditEvent.objects.count()) == (before, events)
    assert Publication.objects.count() == 2


def test_a_file_that_cannot_be_read_or_placed_stops_no_other(capsys, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    single = places.DATA / "minutes-texts" / "c01-unanimous.txt"
    with pytest.raises(CommandError, match="3"):
        run(capsys, empty, tmp_path / "missing.txt", single, places.M01, apply=True)
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in lines] == [str(empty), str(tmp_path / "missing.txt"), str(single)]
    assert Session.objects.count() == 1


def test_what_a_single_item_does_not_say_is_given_with_it(capsys):
    single = places.DATA / "minutes-texts" / "c01-unanimous.txt"
    run(capsys, single, apply=True, number="3/2026", date="2026-03-04", item="4", public=True)
    assert Issue.objects.current().get(audience="public").reference == "IntA/3/2026"


@pytest.mark.parametrize(
    "options",
    [
        {"committee": "XYZ"},
        {"committee": "IntA", "body": "nowhere"},
        {"committee": "IntA", "by": "nobody@example.org"},
        {"committee": "IntA", "seconds": 0},
        {"committee": "IntA", "number": "1/2026", "files": 2},
        {"committee": "IntA", "number": "99999999999999999999/2026"},
        {"committee": "IntA", "number": "0/2026"},
        {"committee": "IntA", "date": "gestern", "number": "1"},
        {"committee": "IntA", "date": "0001-01-01", "number": "1"},
    ],
)
def test_bad_options_are_one_sentence(options, capsys):
    files = [str(places.M01)] * options.pop("files", 1)
    with pytest.raises(CommandError) as error:
        call_command("import", "text", *files, apply=True, **options)
    assert "\n" not in str(error.value)
    assert len(capsys.readouterr().err.splitlines()) <= 1
    assert not Session.objects.exists()


def test_two_committees_of_one_name_need_the_body(capsys):
    cast.county("other")
    with pytest.raises(CommandError, match="--body"):
        run(capsys, places.M01)
    run(capsys, places.M01, body="lkm", apply=True)
    assert Session.objects.get().committee.body.key == "lkm"


def test_files_with_unclear_names_are_refused_if_wanted(capsys):
    with pytest.raises(CommandError):
        run(capsys, places.M01, apply=True, refuse_unclear=True)
    assert "Wiesmann, Paul" in capsys.readouterr().err
    assert not Session.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("killed", [1, 2, 3])
def test_killed_in_the_middle_and_started_again_it_ends_the_same(killed, capsys, tmp_path, monkeypatch):
    files = [places.M01, tmp_path / "eight.txt", tmp_path / "nine.txt"]
    files[1].write_text(places.NON_PUBLIC)
    files[2].write_text(places.NON_PUBLIC.replace("IntA/8/2026", "IntA/9/2026").replace("8. Sitzung", "9. Sitzung"))
    keep, calls = storing.history.keep, []

    def dying(*args, **kwargs):
        calls.append(1)
        kept = keep(*args, **kwargs)
        if len(calls) == killed:
            raise KeyboardInterrupt
        return kept

    monkeypatch.setattr(storing.history, "keep", dying)
    with pytest.raises(KeyboardInterrupt):
        run(capsys, *files, apply=True)
    monkeypatch.undo()
    assert Session.objects.count() == killed - 1
    run(capsys, *files, apply=True)
    after = state()
    assert after[0] == ["IntA/7/2026", "IntA/8/2026", "IntA/9/2026"]
    assert [edition for _kind, _audience, edition, _record in after[1]] == [1] * 6
    run(capsys, *files, apply=True)
    assert state() == after


def test_corrections_made_while_the_file_was_read_are_kept(capsys, monkeypatch, place, admin):
    draft = storing.reading_of(places.M01.read_bytes(), "x")
    storing.new_import(places.M01.read_bytes(), "x.txt", draft, place.committee, by=admin).save()
    read = storing.reading_of

    def slowly(*args, **kwargs):
        found = read(*args, **kwargs)
        TextImport.objects.update(draft={**draft, "begin": "17:00"}, version=2)
        return found

    monkeypatch.setattr(storing, "reading_of", slowly)
    with pytest.raises(CommandError):
        run(capsys, places.M01, apply=True)
    assert (TextImport.objects.get().draft["begin"], Session.objects.count()) == ("17:00", 0)


def test_a_file_that_somebody_else_chose_while_it_was_read_is_refused(capsys, monkeypatch, place, admin):
    read = storing.reading_of

    def slowly(data, *args, **kwargs):
        found = read(data, *args, **kwargs)
        storing.new_import(data, "x.txt", found, place.committee, by=admin).save()
        return found

    monkeypatch.setattr(storing, "reading_of", slowly)
    with pytest.raises(CommandError):
        run(capsys, places.M01, apply=True)
    assert (TextImport.objects.count(), Session.objects.count()) == (1, 0)
