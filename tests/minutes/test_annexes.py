"""The files of annexes: published with the minutes, for the audience that reads the annex."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client

from committees.models import Attachment
from minutes import publishing, verifying
from minutes.models import Publication, PublishedFile
from minutes.record.serialise import from_bytes
from tests import cast, ready
from tests.publications import seal

URL = "/minutes/lkm/IntA/1/2026/"


@pytest.fixture
def room(db):
    room = ready.room(cast.county())
    annex(room, 1, "Übersicht", b"Karte.", is_public=True)
    annex(room, 2, "Nur auf Papier", None, is_public=True)
    annex(room, 3, "Gutachten", b"Geheim.")
    return room


@pytest.fixture
def clerk(room):
    return cast.user("clerk", room.session.committee)


@pytest.fixture
def published(room, clerk):
    ready.signed(room, by=clerk)
    return {row.audience: row for row in publishing.publish_minutes(room.session, by=clerk)}


def annex(room, position, title, content, **fields):
    file = ContentFile(content, "anlage.txt") if content else ""
    return Attachment.objects.create(session=room.session, position=position, title=title, file=file, **fields)


def files(publication) -> dict[str, str]:
    record = from_bytes(publication.record.encode())
    return {annex.number: annex.file.name for annex in record.annexes if annex.file}


def test_each_audience_gets_the_files_of_its_annexes(published):
    assert files(published["public"]) == {"1": "Anlage 1.txt"}
    assert files(published["internal"]) == {"1": "Anlage 1.txt", "3": "Anlage 3.txt"}
    assert sorted(bytes(row.content) for row in PublishedFile.objects.all()) == [b"Geheim.", b"Karte."]
    assert list(verifying.problems()) == []


def test_everybody_gets_the_public_one_and_nothing_else(published):
    response = Client().get(f"{URL}annexes/1/")
    assert response.content == b"Karte."
    assert response["Content-Disposition"] == 'attachment; filename="Anlage 1.txt"'
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert [Client().get(f"{URL}annexes/{number}/").status_code for number in (2, 3, 4)] == [404, 404, 404]
    page = Client().get(URL).content.decode()
    assert 'href="annexes/1/"' in page
    assert "annexes/2/" not in page


def test_those_entitled_get_the_others_too(published, room):
    browser = Client()
    browser.force_login(cast.user("councillor", person=room["Kohl"].person))
    assert browser.get(f"{URL}annexes/3/").content == b"Geheim."
    assert browser.get(f"{URL}annexes/3/?audience=public").status_code == 404


def test_it_is_the_file_of_the_day_whatever_becomes_of_the_one_in_the_storage(published):
    file = Attachment.objects.get(title="Übersicht").file
    file.storage.delete(file.name)
    assert Client().get(f"{URL}annexes/1/").content == b"Karte."


def test_a_missing_file_is_named_and_nothing_is_published(room, clerk):
    seal(room.session)
    file = Attachment.objects.get(title="Gutachten").file
    file.storage.delete(file.name)
    with pytest.raises(ValidationError, match="Gutachten"):
        publishing.publish_minutes(room.session, by=clerk)
    assert not Publication.objects.exists()


def test_withdrawn_its_file_is_gone(published, clerk):
    publishing.withdraw(published["public"], by=clerk, reason="Aus Versehen")
    assert Client().get(f"{URL}annexes/1/").status_code == 410
