"""The demo moves to another, empty Gremia: every public page is the same there, and its proofs hold."""

from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction

from committees.models import AuditEvent, User
from minutes import publishing
from minutes.models import Issue, Publication
from minutes.portal.genuine import Verdict, examine
from minutes.tables.choosing import EVERYBODY
from tests.minutes.importing import moving
from tests.minutes.importing.crawling import crawl
from tests.minutes.verified import execute, findings, tampered
from tests.publications import freeze

# A small body moves in test_archive.py.
pytestmark = pytest.mark.slow
DOCUMENTS = ("/minutes/LKM/IntA/4/2016/items/1/extract.pdf", "/minutes/LKM/KT/1/2025/items/2/extract.pdf")
OTHER: set[str] = set()
"""Addresses whose bytes are allowed to differ: none."""


@pytest.fixture(scope="module")
def moved(django_db_setup, django_db_blocker, tmp_path_factory):
    """What stood at each public address before; tests are where it stands now, each in a transaction inside this."""
    folder = tmp_path_factory.mktemp("move")
    with django_db_blocker.unblock(), transaction.atomic():
        with moving.gone(folder / "old"):
            call_command("demo", stdout=StringIO())
            _history()
            before = crawl(*DOCUMENTS)
            pdfs = {row.pk: bytes(row.pdf) for row in Publication.objects.exclude(pdf_sha256="")}
            archive = moving.exported(folder / "archive.zip")
        with moving.gone(folder / "new"):
            moving.imported(archive)
            yield {"before": before, "pdfs": pdfs, "archive": archive, "folder": folder}
        transaction.set_rollback(True)


@pytest.fixture
def here(moved, db):
    return moved


def _history() -> None:
    """What the demo has none of: a withdrawal, and an edition that follows another one."""
    admin = User.objects.filter(role="admin").first()
    shown = Issue.objects.current().filter(audience="public")
    agenda = shown.filter(kind="agenda").order_by("pk").first()
    publishing.withdraw(agenda.publication, by=admin, reason="Die Sitzung fällt aus.")
    session = shown.filter(kind="minutes").order_by("pk").first().session
    freeze(session)


def test_every_public_address_answers_the_same_bytes(here):
    before, after = here["before"], crawl(*DOCUMENTS)
    assert before.keys() == after.keys()
    assert {path for path in before if before[path] != after[path]} == OTHER


def test_the_walk_reaches_all_kinds_of_pages(here):
    paths = here["before"]
    beginnings = ("/minutes/LKM/", "/people/", "/papers/LKM/", "/bodies/LKM/", "/calendar/", "/feeds/", "/decisions/")
    beginnings += ("/statistics/", "/oparl/v1.1/meeting/", "/oparl/v1.1/person/", "/tables/", "/search/", "/sitemap-")
    assert [start for start in beginnings if not any(path.startswith(start) for path in paths)] == []
    assert {*DOCUMENTS} <= {path for path, (status, _content) in paths.items() if status == 200}
    assert any("/versions/" in path for path in paths)
    assert 410 in {status for status, _content in paths.values()}
    assert len(paths) > 800


def test_a_pdf_of_the_old_machine_is_still_genuine(here):
    verdicts = []
    for key, content in here["pdfs"].items():
        answer = examine(SimpleUploadedFile("minutes.pdf", content), EVERYBODY)
        publication = Publication.objects.get(pk=key)
        if publication.audience == "public":
            assert answer.issue.pk == key
            verdicts.append(answer.verdict)
        else:
            assert answer.verdict == Verdict.UNKNOWN
    assert set(verdicts) == {Verdict.GENUINE, Verdict.SUPERSEDED}


def test_everything_is_proved_and_one_event_tells_of_it(here):
    assert findings() == []
    [event] = AuditEvent.objects.all()
    assert event.act == "archive_imported"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE minutes_publication SET note = 'anders'",
        "UPDATE minutes_withdrawal SET reason = 'anders'",
        "UPDATE minutes_signature SET is_on_paper = NOT is_on_paper",
        "UPDATE minutes_correction SET text = 'anders'",
        "UPDATE minutes_minutes SET completed_at = submitted_at",
        "DELETE FROM minutes_withdrawal",
    ],
)
def test_what_is_changed_afterwards_is_found(here, change):
    assert tampered(lambda: execute(change)) != []


def test_it_can_be_exported_again_and_tells_the_same(here, tmp_path):
    again = moving.exported(tmp_path / "again.zip")
    old, new = moving.files(here["archive"]), moving.files(again)
    assert old.keys() == new.keys()
    names = [{row["id"]: row["name"] for row in moving.rows(path, "accounts")} for path in (here["archive"], again)]
    who = (
        "saved_by",
        "made_by",
        "settled_by",
        "given_by",
        "entered_by",
        "submitted_by",
        "published_by",
        "withdrawn_by",
    )
    for path in old:
        if path.startswith("data/") and path != "data/accounts.jsonl":
            name = path.removeprefix("data/").removesuffix(".jsonl")
            told = [
                [
                    {key: known.get(value) if key in who else value for key, value in row.items()}
                    for row in moving.rows(archive, name)
                ]
                for archive, known in zip((here["archive"], again), names, strict=True)
            ]
            assert told[0] == told[1], name


def test_the_work_goes_on(here):
    """New keys are new, and what came along can be withdrawn and published again."""
    admin = User.objects.create_user("admin@example.org", role="admin")
    issue = Issue.objects.current().filter(audience="public", kind="minutes").order_by("pk").first()
    freeze(issue.session)
    publishing.withdraw(issue.session.publications.order_by("-pk").first(), by=admin, reason="Versehen")
    assert findings() == []
