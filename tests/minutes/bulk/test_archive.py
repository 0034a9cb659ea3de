"""What is in an archive: the chosen documents, a manifest, and a sentence for each that is missing."""

import hashlib
import json

import pytest

from committees import audit
from committees.models import AuditEvent, Committee
from minutes import printing
from minutes.bulk import running
from minutes.models import ExportJob
from tests import cast, ready
from tests.minutes.bulk.exports import archive, ask, files, made, manifest, path
from tests.publications import PDF, freeze
from votes.models import Decision


def published(place, *numbers: int) -> list[cast.Room]:
    rooms = [cast.session(place, number=number) for number in numbers]
    for room in rooms:
        freeze(room.session)
    return rooms


@pytest.fixture
def elsewhere(place) -> cast.County:
    committee = Committee.objects.create(
        body=place.body, name="Kreisausschuss", short_name="KA", seats=9, start=cast.TERM_START
    )
    return cast.County(place.body, place.term, place.faction, committee)


def test_it_holds_the_documents_in_the_order_of_time(place, clerk):
    published(place, 2, 1)
    job = made(ask(clerk, place.committee, format="pdf"))
    assert job.state == "done"
    assert archive(job).namelist() == [
        "IntA-1-2026-Niederschrift.pdf",
        "IntA-2-2026-Niederschrift.pdf",
        "manifest.json",
    ]
    assert archive(job).read("IntA-1-2026-Niederschrift.pdf") == PDF + b"public"
    assert (job.done, job.total, job.documents, job.problems) == (2, 2, 2, [])


def test_the_manifest_says_what_each_file_is(place, clerk):
    [room] = published(place, 1)
    job = made(ask(clerk, place.committee))
    [entry] = manifest(job)
    publication = room.session.publications.get(audience="public")
    assert entry.pop("published_at").startswith(f"{publication.published_at.astimezone():%Y-%m-%d}")
    assert entry == {
        "file": "IntA-1-2026-Niederschrift.json",
        "sha256": hashlib.sha256(archive(job).read(entry["file"])).hexdigest(),
        "record_sha256": publication.sha256,
        "body": "lkm",
        "reference": "IntA/1/2026",
        "kind": "minutes",
        "title": room.session.issues.get(audience="public").title,
        "date": "2026-03-11",
        "audience": "public",
    }


def test_the_row_says_how_large_it_is_and_what_its_hash_is(place, clerk):
    published(place, 1)
    job = made(ask(clerk, place.committee))
    assert job.size == path(job).stat().st_size
    assert job.sha256 == hashlib.sha256(path(job).read_bytes()).hexdigest()
    assert files() == [job.file]


def test_the_same_documents_give_the_same_bytes(place, clerk):
    published(place, 1, 2)
    first, second = (made(ask(clerk, place.committee)) for _time in range(2))
    assert path(first).read_bytes() == path(second).read_bytes()


def test_an_internal_one_has_drafts_and_says_so(place, clerk):
    published(place, 1)
    cast.session(place, number=2)
    job = made(ask(clerk, place.committee, audience="internal"))
    assert [entry["file"] for entry in manifest(job)] == [
        "IntA-1-2026-Niederschrift-nichtoeffentlich.json",
        "IntA-2-2026-Niederschrift-Entwurf-nichtoeffentlich.json",
    ]
    assert [entry["published_at"] == "draft" for entry in manifest(job)] == [False, True]


def test_what_is_not_published_is_named_and_not_packed(place, clerk):
    published(place, 1)
    cast.session(place, number=2)
    job = made(ask(clerk, place.committee))
    assert [entry["reference"] for entry in manifest(job)] == ["IntA/1/2026"]
    assert job.problems == [
        {
            "reference": "IntA/2/2026",
            "kind": "minutes",
            "item": "",
            "sentence": "Nothing of this kind is published of IntA/2/2026.",
        }
    ]


@pytest.mark.parametrize("error", [ValueError("kaputt"), FileNotFoundError("kaputt")])
def test_one_that_fails_does_not_stop_the_rest(place, clerk, monkeypatch, error):
    rooms = published(place, 1, 2, 3)
    make = printing.make

    def breaks(session, **options):
        if session.pk == rooms[1].session.pk:
            raise error
        return make(session, **options)

    monkeypatch.setattr(printing, "make", breaks)
    job = made(ask(clerk, place.committee))
    assert [entry["reference"] for entry in manifest(job)] == ["IntA/1/2026", "IntA/3/2026"]
    assert [(row["reference"], "kaputt" in row["sentence"]) for row in job.problems] == [("IntA/2/2026", False)]
    assert "could not be made" in job.problems[0]["sentence"]


def test_without_a_single_document_there_is_no_archive(place, clerk):
    cast.session(place, number=1)
    job = made(ask(clerk, place.committee))
    assert (job.state, len(job.problems), files()) == ("failed", 1, [])
    assert "none of the documents could be made" in job.failure


def test_a_disk_that_is_full_fails_the_whole(place, clerk, monkeypatch):
    published(place, 1)
    monkeypatch.setattr(running.making, "make", lambda *args: (_ for _ in ()).throw(OSError("No space left")))
    job = made(ask(clerk, place.committee))
    assert (job.state, files()) == ("failed", [])
    assert "could not be written" in job.failure


def test_of_several_committees_each_has_a_folder(place, elsewhere, admin):
    published(place, 1)
    published(elsewhere, 1)
    job = made(ask(admin, place.committee, elsewhere.committee))
    assert archive(job).namelist() == [
        "lkm-IntA/IntA-1-2026-Niederschrift.json",
        "lkm-KA/KA-1-2026-Niederschrift.json",
        "manifest.json",
    ]


def test_committees_of_the_same_name_in_two_bodies_do_not_mix(place, admin):
    other = cast.county("other")
    published(place, 1)
    published(other, 1)
    job = made(ask(admin, place.committee, other.committee))
    assert len({entry["file"] for entry in manifest(job)}) == 2


def test_days_outside_of_the_period_are_left_out(place, clerk):
    published(place, 1)
    freeze(cast.session(place, number=9, date=cast.TERM_START, year=2025).session)
    job = made(ask(clerk, place.committee))
    assert [entry["reference"] for entry in manifest(job)] == ["IntA/1/2026"]


def test_of_a_session_to_come_there_are_no_minutes(place, clerk):
    published(place, 1)
    cast.session(place, number=2, date=cast.DAY.replace(year=2027), year=2027)
    job = made(ask(clerk, place.committee, audience="internal", until=cast.DAY.replace(year=2028)))
    assert (job.total, [entry["reference"] for entry in manifest(job)]) == (1, ["IntA/1/2026"])


def test_extracts_are_of_each_item_that_was_decided_on(place, clerk):
    room = cast.session(place, items=3)
    for item in (room.items[0], room.items[2]):
        Decision.objects.create(item=item, outcome="adopted", resolution="Der Vorschlag wird angenommen.")
    type(room.items[2]).objects.filter(pk=room.items[2].pk).update(is_public=False)
    freeze(room.session)
    job = made(ask(clerk, place.committee, kinds=["extract"]))
    assert [entry["item"] for entry in manifest(job)] == ["Ö 1"]
    [name] = [entry["file"] for entry in manifest(job)]
    assert [item["title"] for part in json.loads(archive(job).read(name))["parts"] for item in part["items"]] == [
        "Punkt 1"
    ]
    both = made(ask(clerk, place.committee, kinds=["extract"], audience="internal"))
    assert len(manifest(both)) == 2


def test_a_kind_that_a_session_lacks_is_named(place, clerk):
    freeze(ready.room(place).session)
    freeze(cast.session(place, number=2).session)
    job = made(ask(clerk, place.committee, kinds=["nonpublic"], audience="internal"))
    assert [entry["reference"] for entry in manifest(job)] == ["IntA/1/2026"]
    assert [row["reference"] for row in job.problems] == ["IntA/2/2026"]


def test_sentences_are_in_the_language_of_who_asked(place, clerk):
    published(place, 1)
    found = [
        made(ask(clerk, place.committee, kinds=["nonpublic"], audience="internal", language=language))
        for language in ("de", "en")
    ]
    assert "nichtöffentlichen Teil" in found[0].problems[0]["sentence"]
    assert "non-public part" in found[1].problems[0]["sentence"]


def test_the_audit_chain_says_who_exported_what(place, clerk):
    published(place, 1)
    cast.session(place, number=2)
    job = made(ask(clerk, place.committee))
    event = AuditEvent.objects.get(act="exported")
    assert (event.actor, event.subject) == (clerk, audit.label(job))
    assert audit.facts_of(event) == {
        "committees": [place.committee.pk],
        "since": "2026-01-01",
        "until": "2026-12-31",
        "kinds": ["minutes"],
        "format": "json",
        "audience": "public",
        "documents": 1,
        "problems": 1,
        "sha256": job.sha256,
    }
    assert list(audit.problems()) == []


def test_an_export_that_fails_is_no_act(place, clerk):
    cast.session(place, number=1)
    made(ask(clerk, place.committee))
    assert not AuditEvent.objects.filter(act="exported").exists()


def test_whoever_lost_the_committee_gets_nothing_of_it(place, clerk):
    published(place, 1)
    job = ask(clerk, place.committee)
    clerk.committees.clear()
    made(job)
    assert (job.state, files()) == ("failed", [])
    assert "no longer" in job.failure


@pytest.mark.parametrize("rows", [1, 3])
def test_the_database_is_asked_as_often_for_each_document(place, clerk, rows, django_assert_num_queries):
    published(place, *range(1, rows + 1))
    job = ask(clerk, place.committee)
    with django_assert_num_queries(23 + 8 * rows):
        running.run(job.pk)


def test_the_row_of_a_finished_export_has_a_file(place, clerk):
    published(place, 1)
    job = made(ask(clerk, place.committee))
    assert ExportJob.objects.get(pk=job.pk).kept_until > job.finished_at
