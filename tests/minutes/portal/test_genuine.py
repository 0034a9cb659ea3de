"""“Is this document genuine?” answers right, for whoever asks, and keeps nothing."""

import datetime
import http.client
import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from pypdf import PdfReader

from minutes import publishing
from minutes.models import Publication
from tests import cast, process, ready
from tests.minutes.portal.conftest import browser_of

URL = "/genuine/"


@pytest.fixture
def clerk(db):
    return cast.user("admin")


@pytest.fixture
def signed(clerk, quick_pdf):
    return ready.signed(ready.room(cast.county()), by=clerk)


@pytest.fixture
def first(signed, clerk):
    """The public and the internal edition 1."""
    return publishing.publish_minutes(signed.session, by=clerk)


def ask(content: bytes | None, browser: Client | None = None) -> tuple[int, str]:
    """Status and verdict: a name, or the error at the field."""
    document = {} if content is None else {"document": SimpleUploadedFile("a.pdf", content, "application/pdf")}
    with override("en"):
        response = (browser or Client()).post(URL, document, headers={"Accept-Language": "en"})
    return response.status_code, response.context["answer"].verdict if response.context["answer"] else "refused"


def changed(content: bytes) -> bytes:
    """The same with one bit of one byte turned, past the first line."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def test_the_published_file_is_genuine(first):
    assert ask(bytes(first[0].pdf)) == (200, "genuine")


def test_with_one_byte_changed_it_is_unknown(first):
    assert ask(changed(bytes(first[0].pdf))) == (200, "unknown")


def test_an_older_edition_is_superseded(first, signed, clerk):
    old = bytes(first[0].pdf)
    publishing.publish_minutes(signed.session, by=clerk, note="Berichtigung")
    newest = Publication.objects.filter(audience="public").order_by("-edition").first()
    # The quick files of two editions with the same record are alike; the newest of them is what they are.
    assert ask(old) == (200, "genuine" if bytes(newest.pdf) == old else "superseded")


def test_a_foreign_file_is_unknown(first):
    assert ask(b"%PDF-1.7 of somebody else") == (200, "unknown")


@pytest.mark.parametrize("content", [b"", b"no PDF", None])
def test_what_is_no_document_is_refused_at_the_field(first, content):
    assert ask(content) == (422, "refused")


def test_an_internal_file_is_known_to_those_entitled_alone(first, signed):
    internal = bytes(first[1].pdf)
    councillor = browser_of(cast.user("councillor", person=signed["Kohl"].person))
    stranger = browser_of(cast.user("councillor", person=cast.member(cast.county("other"), "Fremd").person))
    assert ask(internal) == (200, "unknown")
    assert ask(internal, stranger) == (200, "unknown")
    assert ask(internal, councillor) == (200, "genuine")


def test_a_withdrawn_one_is_told_so(first, clerk):
    publishing.withdraw(first[0], by=clerk, reason="Falsche Anlage")
    assert ask(bytes(first[0].pdf)) == (200, "withdrawn")


def test_one_dated_ahead_is_unknown_before_its_time(signed, clerk, monkeypatch):
    moment = timezone.now() + datetime.timedelta(days=3)
    public, _internal = publishing.publish_minutes(signed.session, by=clerk, visible_from=moment)
    assert ask(bytes(public.pdf)) == (200, "unknown")
    monkeypatch.setattr(timezone, "now", lambda: moment + datetime.timedelta(seconds=1))
    assert ask(bytes(public.pdf)) == (200, "genuine")


def test_asking_stores_nothing(first, tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    before = Publication.objects.count()
    assert ask(b"%PDF-" + b"x" * 3_000_000) == (200, "unknown")
    assert list(tmp_path.iterdir()) == []
    assert Publication.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_a_file_of_200_megabytes_is_refused_politely_and_kept_nowhere(tmp_path, monkeypatch):
    """Over a socket, as a browser sends it, and with a token as a browser has."""
    monkeypatch.setenv("TMPDIR", str(tmp_path / "kept"))
    (tmp_path / "kept").mkdir()
    size, head = (
        200 * 1024 * 1024,
        b'--x\r\nContent-Disposition: form-data; name="document"; filename="a.pdf"\r\n\r\n%PDF-',
    )
    with process.served(tmp_path) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        connection.request("GET", URL)
        page = connection.getresponse()
        cookie = page.getheader("Set-Cookie", "").split(";")[0]
        assert page.status == 200
        page.read()
        connection.putrequest("POST", URL)
        connection.putheader("Content-Type", "multipart/form-data; boundary=x")
        connection.putheader("Content-Length", str(len(head) + size))
        connection.putheader("Cookie", cookie)
        connection.endheaders()
        connection.send(head)
        block = bytes(1024 * 1024)
        for _number in range(200):
            connection.send(block)
        answer = connection.getresponse()
        content = answer.read().decode()
        assert answer.status == 413
        assert "60 MB" in content
        assert re.search(r"<h1", content)
        kept = [path.stat().st_size for path in (tmp_path / "kept").rglob("*") if path.is_file()]
        assert sum(kept) < 1_000_000
        assert "Traceback" not in server.log
    connection.close()


def test_an_older_edition_says_on_each_page_that_it_is_old(db):
    clerk = cast.user("admin")
    found = ready.signed(ready.room(cast.county(), items=14), by=clerk)
    first, _internal = publishing.publish_minutes(found.session, by=clerk)
    publishing.publish_minutes(found.session, by=clerk, with_internal=False, note="Berichtigung")
    answer = Client().get("/minutes/lkm/IntA/1/2026/versions/1/minutes.pdf")
    assert answer.status_code == 200
    pages = PdfReader(BytesIO(b"".join(answer) if answer.streaming else answer.content)).pages
    assert len(pages) > 1
    marked = ["berholt" in page.extract_text() or "ersetzt" in page.extract_text() for page in pages]
    assert all(marked)
    assert "Überholt" in Client().get("/minutes/lkm/IntA/1/2026/versions/").content.decode() or first.edition == 1
