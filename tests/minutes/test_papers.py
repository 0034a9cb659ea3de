"""Publishing papers: what goes out, and that it stays as it was."""

import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from committees.models import AuditEvent, Paper
from minutes import papers, publishing, verifying
from minutes.guards import FILES
from minutes.models import Issue, Publication, PublishedFile
from minutes.record.announcements import PaperRecord
from minutes.record.serialise import from_bytes
from tests import cast


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def paper(place):
    """A public paper with a public file and one that is not."""
    row = Paper.objects.create(
        body=place.body, reference="SV-11-0001", title="Radweg", kind="motion", originator="SPD", is_public=True
    )
    attach(row, "Karte", b"Karte.", is_public=True)
    attach(row, "Kalkulation", b"Geheim.", position=2)
    return row


def attach(paper, title, content, *, name="datei.txt", **fields):
    return paper.attachments.create(title=title, file=ContentFile(content, name), **fields)


def read(publication) -> PaperRecord:
    return from_bytes(publication.record.encode(), PaperRecord)


def findings() -> list[str]:
    return list(verifying.problems())


def test_it_is_frozen_with_its_public_files_and_no_other(paper, clerk):
    record = read(papers.publish(paper, by=clerk))
    assert (record.reference, record.title, record.kind, record.originator) == ("SV-11-0001", "Radweg", "motion", "SPD")
    [file] = record.files
    assert (file.name, file.size, file.sha256) == ("Karte.txt", 6, hashlib.sha256(b"Karte.").hexdigest())
    assert [bytes(row.content) for row in PublishedFile.objects.all()] == [b"Karte."]
    assert AuditEvent.objects.filter(act="published").count() == 1
    assert findings() == []


def test_what_is_not_public_is_not_published(paper, clerk):
    Paper.objects.update(is_public=False)
    with pytest.raises(ValidationError, match="SV-11-0001"):
        papers.publish(paper, by=clerk)
    assert not Publication.objects.exists()
    assert not PublishedFile.objects.exists()


def test_a_file_that_is_missing_is_named_and_nothing_is_published(paper, clerk):
    file = paper.attachments.get(is_public=True).file
    file.storage.delete(file.name)
    with pytest.raises(ValidationError, match="Karte"):
        papers.publish(paper, by=clerk)
    assert not Publication.objects.exists()


def test_the_same_content_is_stored_once(paper, clerk):
    attach(paper, "Noch einmal", b"Karte.", is_public=True, position=3)
    assert len(read(papers.publish(paper, by=clerk)).files) == 2
    assert PublishedFile.objects.count() == 1


def test_what_changes_afterwards_changes_nothing_that_was_published(paper, clerk):
    publication = papers.publish(paper, by=clerk)
    row = paper.attachments.get(is_public=True)
    row.file.save("neu.txt", ContentFile(b"Andere Karte."))
    paper.title = "Umgehungsstraße"
    paper.save()
    publication.refresh_from_db()
    assert read(publication).title == "Radweg"
    assert bytes(PublishedFile.objects.get(pk=read(publication).files[0].sha256).content) == b"Karte."
    assert papers.publish(paper, by=clerk).edition == 2


def test_a_paper_that_was_published_is_not_deleted(paper, clerk):
    papers.publish(paper, by=clerk)
    with pytest.raises(ProtectedError):
        Paper.objects.get(pk=paper.pk).delete()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE minutes_publishedfile SET content = 'x'",
        "UPDATE minutes_publishedfile SET sha256 = 'x'",
        "DELETE FROM minutes_publishedfile",
    ],
)
def test_the_database_refuses_to_change_a_published_file(paper, clerk, statement):
    papers.publish(paper, by=clerk)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda rows: rows.update(content=b"Andere Karte."), "minutes.publishedfile:"),
        (lambda rows: rows.all().delete(), "minutes.publication:"),
    ],
)
def test_where_the_guard_was_taken_away_a_changed_or_missing_file_is_found(paper, clerk, change, said):
    papers.publish(paper, by=clerk)
    with connection.cursor() as cursor:
        for guard in FILES:
            for statement in guard.drop(connection.vendor):
                cursor.execute(statement)
    change(PublishedFile.objects)
    with connection.cursor() as cursor:
        for guard in FILES:
            for statement in guard.create(connection.vendor):
                cursor.execute(statement)
    [finding] = findings()
    assert finding.startswith(said)


class TestAlongWithAnAgenda:
    """Which papers are offered along with the agenda of their session."""

    @pytest.fixture
    def room(self, place, paper):
        room = cast.session(place, items=2)
        room.items[0].papers.add(paper)
        return room

    def test_public_ones_of_public_items_that_nobody_can_read_yet(self, room, paper, clerk):
        hidden = Paper.objects.create(body=paper.body, reference="SV-11-0002", title="Verkauf")
        of_hidden_item = Paper.objects.create(body=paper.body, reference="SV-11-0003", title="Kauf", is_public=True)
        room.items[0].papers.add(hidden)
        room.items[1].papers.add(of_hidden_item)
        type(room.items[1]).objects.filter(pk=room.items[1].pk).update(is_public=False)
        assert papers.unpublished(room.session) == [paper]
        papers.publish(paper, by=clerk)
        assert papers.unpublished(room.session) == []

    def test_again_when_something_in_it_is_new(self, room, paper, clerk):
        papers.publish(paper, by=clerk)
        attach(paper, "Lageplan", b"Plan.", is_public=True, position=3)
        assert papers.unpublished(room.session) == [paper]

    def test_not_what_was_withdrawn(self, room, paper, clerk):
        publishing.withdraw(papers.publish(paper, by=clerk), by=clerk, reason="Falsche Karte")
        assert papers.unpublished(room.session) == []

    def test_however_many_papers_there_are_it_takes_three_queries(self, room, paper, clerk, django_assert_num_queries):
        for number in range(2, 12):
            more = Paper.objects.create(body=paper.body, reference=f"SV-11-{number:04}", title="Weg", is_public=True)
            room.items[0].papers.add(more)
            papers.publish(more, by=clerk)
        with django_assert_num_queries(3):
            assert papers.unpublished(room.session) == [paper]


def test_withdrawn_before_anybody_could_read_it_the_older_edition_stays(paper, clerk):
    first = papers.publish(paper, by=clerk)
    ahead = papers.publish(paper, by=clerk, visible_from=timezone.now() + timedelta(days=1))
    publishing.withdraw(ahead, by=clerk, reason="Doch nicht")
    assert papers.latest(paper) == first
    assert [row.publication_id for row in Issue.objects.current()] == [first.pk]
