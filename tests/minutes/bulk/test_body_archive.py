"""The archive of a body as an export: asked for by administrators, made in the background, fetched as others are."""

import json

import pytest
from django.test import Client

from committees.models import Attachment, AuditEvent, Paper, User
from minutes.bulk import archiving, claims, running
from minutes.importing.archive import Archive
from minutes.models import ExportJob
from tests import cast
from tests.minutes.bulk.exports import archive, files, made, path
from tests.publications import freeze


def ask(owner: User, body, audience: str = "internal") -> ExportJob:
    day = cast.DAY
    return ExportJob.objects.create(
        owner=owner, body=body, audience=audience, since=day, until=day, kinds=[], format="zip", language="en"
    )


@pytest.fixture
def published(place):
    room = cast.session(place, items=1)
    freeze(room.session)
    return place


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_it_is_an_archive_that_can_be_taken_in(published, admin, audience):
    job = made(ask(admin, published.body, audience))
    assert (job.state, job.failure) == ("done", "")
    with Archive(path(job)) as found:
        found.check()
        assert found.manifest["audience"] == audience
        assert found.sha256 == job.sha256
    assert job.done == job.total
    assert files() == [path(job).name]


def test_the_chain_notes_it(published, admin):
    job = made(ask(admin, published.body))
    event = AuditEvent.objects.get(act="exported")
    facts = json.loads(event.facts)
    assert (facts["body"], facts["audience"], facts["sha256"]) == (published.body.pk, "internal", job.sha256)


def test_an_administrator_asks_for_it_in_the_browser(published, admin):
    browser = Client()
    browser.force_login(admin)
    answer = browser.post("/exports/archive/", {"body": published.body.pk, "audience": "public"})
    job = ExportJob.objects.get()
    assert answer.url == job.get_absolute_url()
    browser.post(f"{job.get_absolute_url()}run/")
    download = browser.get(f"{job.get_absolute_url()}download/")
    assert f"lkm-public-{job.created_at:%Y}" in download["Content-Disposition"]
    assert b"".join(download.streaming_content) == path(job).read_bytes()


@pytest.mark.parametrize(
    "data", [{"audience": "public"}, {"body": "x", "audience": "public"}, {"body": 10**30, "audience": "x"}]
)
def test_what_cannot_be_understood_is_asked_again(published, admin, data):
    browser = Client()
    browser.force_login(admin)
    assert browser.post("/exports/archive/", data).status_code == 422
    assert not ExportJob.objects.exists()


def test_a_clerk_cannot_ask_for_it(published, clerk):
    browser = Client()
    browser.force_login(clerk)
    assert browser.post("/exports/archive/", {"body": published.body.pk, "audience": "public"}).status_code == 403
    assert not ExportJob.objects.exists()


def test_who_is_no_administrator_any_more_gets_nothing(published, admin):
    waiting, done = ask(admin, published.body), made(ask(admin, published.body))
    admin.role = "clerk"
    admin.save()
    admin.committees.add(published.committee)
    assert made(waiting).state == "failed"
    browser = Client()
    browser.force_login(admin)
    assert browser.get(f"{done.get_absolute_url()}download/").status_code == 403


def test_cancelled_meanwhile_nothing_is_left(published, admin, monkeypatch):
    monkeypatch.setattr(archiving, "_SECONDS", 0.0)
    job = ask(admin, published.body)
    calls = []

    def beat(self, **values):
        calls.append(values)
        if len(calls) == 5:
            claims.cancel(job)
        return original(self, **values)

    original = claims.Claim.beat
    monkeypatch.setattr(claims.Claim, "beat", beat)
    running.run(job.pk)
    job.refresh_from_db()
    assert job.state == "cancelled"
    assert files() == []


def test_an_upload_that_is_not_there_is_named(published, admin):
    paper = Paper.objects.create(body=published.body, reference="SV-11-0001", title="Vorlage")
    lost = "attachments/00000000-0000-0000-0000-000000000000.pdf"
    Attachment.objects.create(paper=paper, title="Plan", file=lost)
    job = made(ask(admin, published.body))
    assert [row["reference"] for row in job.problems] == [lost]
    assert json.loads(archive(job).read("manifest.json"))["missing"] == [lost]
    browser = Client()
    browser.force_login(admin)
    assert lost in browser.get(job.get_absolute_url()).content.decode()


@pytest.mark.django_db(transaction=True)
def test_signs_of_life_are_seen_while_it_reads_one_moment(monkeypatch):
    monkeypatch.setattr(archiving, "_SECONDS", 0.0)
    admin = cast.user("admin")
    job = ask(admin, cast.county().body)
    seen = []
    original = claims.Claim.beat

    def beat(self, **values):
        original(self, **values)
        seen.append(values.get("done"))

    monkeypatch.setattr(claims.Claim, "beat", beat)
    running.run(job.pk)
    job.refresh_from_db()
    assert job.state == "done", job.failure
    assert len(set(seen)) > 10
