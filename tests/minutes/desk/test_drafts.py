"""The minutes as they stand: preview, PDF, data, extract."""

import hashlib
import json
import uuid
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from committees.models import Person
from minutes.documents import PdfEngineMissing, engine
from tests import cast
from tests.minutes.record import m01
from tests.minutes.record.test_queries import long_session
from tests.publications import seal

__all__ = ["long_session"]


@pytest.fixture
def data(db):
    """The rows of the model protocol."""
    return m01.create()


@pytest.fixture
def recorder(client, data):
    """The browser of the clerk who records the model session, who is a person of the directory."""
    client.force_login(cast.user("clerk", data.session.committee, person=data.people["Sander"].person))
    return client


def words(response) -> str:
    """The text of a PDF, page by page."""
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages)


def url(name: str, data, *more: object) -> str:
    return reverse(f"minutes:{name}", args=[data.session.pk, *more])


def test_the_preview_shows_all_of_it_as_a_draft(recorder, data):
    page = recorder.get(url("preview", data)).content.decode()
    assert "<strong>Entwurf.</strong>" in page
    assert "vertrauliches Grundstück" in page
    assert "einstimmig bei 1 Enthaltung" in page


def test_signed_by_all_it_is_no_draft(recorder, data):
    seal(data.session)
    assert "<strong>Entwurf.</strong>" not in recorder.get(url("preview", data)).content.decode()
    assert "Entwurf" not in words(recorder.get(url("document", data)))


def test_signed_it_says_how_to_check_that_it_is_genuine(recorder, data):
    seal(data.session)
    text = " ".join(words(recorder.get(url("document", data))).split())
    record = json.loads(recorder.get(url("document-json", data)).content)
    canonical = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert hashlib.sha256(canonical).hexdigest() in text.replace(" ", "")
    assert "/genuine/" in text.replace(" ", "")


def test_signed_it_stays_as_it_was_signed(recorder, data):
    seal(data.session)
    before = recorder.get(url("document-json", data)).content
    Person.objects.update(last_name="Neuname")
    assert recorder.get(url("document-json", data)).content == before


def test_the_pdf_of_a_draft_says_so(recorder, data):
    response = recorder.get(url("document", data))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="IntA-7-2026-Niederschrift-Entwurf.pdf"'
    assert "Entwurf" in words(response)
    assert "Grundstück" in words(response)


def test_the_extract_holds_its_item_only(recorder, data):
    text = words(recorder.get(url("extract", data, data.items[3].pk)))
    assert "Integrationskonzept" in text
    assert "Sprachkurse" not in text


def test_the_data_of_the_whole_and_of_an_item(recorder, data):
    whole = json.loads(recorder.get(url("document-json", data)).content)
    one = json.loads(recorder.get(url("extract-json", data, data.items[3].pk)).content)
    assert [len(part["items"]) for part in whole["parts"]] == [7, 1]
    assert [item["title"] for part in one["parts"] for item in part["items"]] == [data.items[3].title]


def test_an_item_of_another_session_has_no_extract_here(recorder, data):
    other = cast.session(cast.county("other"))
    assert recorder.get(url("extract", data, other.items[0].pk)).status_code == 404
    assert recorder.get(url("extract", data, uuid.uuid4())).status_code == 404


@pytest.mark.parametrize("name", ["preview", "document", "document-json"])
def test_only_who_records_and_the_chair_may_read_it(client, data, name):
    chair = data.people["Kleinhaus"].person
    member = data.people["Lütke"].person
    expected = {
        cast.user("admin"): 200,
        cast.user("chair", person=chair): 200,
        cast.user("councillor", person=member): 404,
        cast.user("reader", data.session.committee): 404,
        cast.user("clerk", cast.county("other").committee): 404,
    }
    for user, status in expected.items():
        client.force_login(user)
        assert client.get(url(name, data)).status_code == status, user
    client.logout()
    assert client.get(url(name, data)).status_code == 302


@pytest.mark.parametrize("name", ["preview", "document-json"])
def test_no_browser_keeps_a_draft(recorder, data, name):
    assert "no-store" in recorder.get(url(name, data))["Cache-Control"]


def test_without_the_pdf_engine_there_is_a_sentence_and_503(recorder, data, monkeypatch):
    def missing():
        raise PdfEngineMissing("libpango")

    monkeypatch.setattr(engine, "_weasyprint", missing)
    response = recorder.get(url("document", data))
    assert response.status_code == 503
    assert "Pango" in response.content.decode()


# Savepoint, login, user with person, the session in work, 14 for the record, end of the savepoint.
QUERIES = 19


def test_the_preview_takes_its_queries(recorder, data, django_assert_num_queries):
    m01.add_election(data)
    with django_assert_num_queries(QUERIES):
        recorder.get(url("preview", data))


@pytest.mark.usefixtures("long_session")
def test_fifty_items_forty_members_and_thirty_roll_calls_take_no_more(recorder, data, django_assert_num_queries):
    m01.add_election(data)
    with django_assert_num_queries(QUERIES):
        response = recorder.get(url("preview", data))
    assert response.content.decode().count('<section class="protocol__item"') == 50
