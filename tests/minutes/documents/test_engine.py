"""The PDF engine: nothing from elsewhere, nothing left behind, and a clear word where it can't run."""

import gc
import os
import sys

import pytest

from minutes import documents
from minutes.documents import engine
from tests.minutes.documents import samples


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/x.css",
        "file:///etc/passwd",
        engine.ASSETS.as_uri() + "/../pdf.py",
        engine.ASSETS.as_uri() + "/%2e%2e/pdf.py",
        "data:text/css,p{}",
        "data:image/svg+xml;base64,PHN2Zy8+",
        "data:image/png,abc",
    ],
)
def test_only_our_own_files_are_read(url):
    with pytest.raises(ValueError, match="Not a file of this application"):
        engine._own_files_only(url)


def test_our_own_files_are_read():
    assert engine._own_files_only(engine.ASSETS.as_uri() + "/document.css").read().startswith(b"/*")


def test_a_picture_that_the_page_holds_is_read():
    response = engine._own_files_only("data:image/png;base64,iVBORw0KGgo=")
    assert response.read() == b"\x89PNG\r\n\x1a\n"
    assert response.content_type == "image/png"


def test_a_picture_that_is_not_spelled_rightly_is_refused():
    with pytest.raises(ValueError, match="base64"):
        engine._own_files_only("data:image/png;base64,???")


def test_rendering_leaves_environment_and_garbage_collector_as_they_were(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    before = dict(os.environ)
    documents.render(samples.c00(), document="extract", item="3")
    assert dict(os.environ) == before
    assert gc.isenabled()


def test_a_missing_pango_is_one_sentence_that_says_what_to_install(monkeypatch, tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    with pytest.raises(documents.PdfEngineMissing, match="apt install libpango") as refused:
        documents.render(samples.c00(), document="extract", item="3")
    assert "libpango-1.0-0" in refused.value.detail


def test_json_needs_no_engine(monkeypatch, tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError()")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    assert documents.render(samples.c00(), document="minutes", format="json").content
