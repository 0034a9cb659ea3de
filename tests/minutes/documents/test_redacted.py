"""What was redacted is in no layer of a document: not on the page, not in its data, outline or metadata."""

import io
from dataclasses import replace

import pikepdf
import pymupdf
import pytest

from minutes.documents import pdf
from minutes.markup import parse
from minutes.record.redaction import RedactionValue, redacted
from minutes.record.values import ContributionRecord
from tests.minutes.documents import reading, samples
from tests.minutes.documents.test_conformance import errors

CANARY = "Kanarienvogel"
MARK = "[Text entfernt: personenbezogene Daten]"


@pytest.fixture(scope="module")
def record():
    """The model protocol with the canary in a title, a resolution, a speech, a list and a table."""
    sample = samples.m01(is_draft=False)
    part, item = sample.parts[0], sample.parts[0].items[2]
    text = parse(f"⟨Herr {CANARY}⟩ spricht.\n\n- **{CANARY}**\n- zwei\n\nMitglied:   Vertretung:\nNord\t{CANARY}")
    item = replace(
        item,
        title=f"Antrag von {CANARY}",
        contributions=(ContributionRecord("k-1", "speech", text, f"Herr {CANARY}", "Herr", "person-9"),),
        decision=replace(item.decision, resolution=parse(f"{CANARY} erhält 5 €.")),
    )
    line = replace(part.agenda[2], title=item.title)
    part = replace(
        part, items=(*part.items[:2], item, *part.items[3:]), agenda=(*part.agenda[:2], line, *part.agenda[3:])
    )
    return replace(sample, parts=(part, *sample.parts[1:]))


@pytest.fixture(scope="module")
def files(record) -> dict[str, bytes]:
    """The protocol and the extract, before and after."""
    rows = [
        RedactionValue(kind, target, CANARY, 0, "personenbezogene Daten")
        for kind, target in (("title", "item-3"), ("contribution", "k-1"), ("resolution", "item-3"))
    ]
    safe = redacted(record, rows)
    return {
        "minutes": pdf.render(safe, document="minutes"),
        "extract": pdf.render(safe, document="extract", item="3"),
        "open": pdf.render(record, document="minutes"),
    }


def everything(content: bytes) -> str:
    """Every stream of a file unpacked, and the text of its pages by two readers."""
    with pikepdf.open(io.BytesIO(content)) as file:
        streams = [thing.read_bytes() for thing in file.objects if isinstance(thing, pikepdf.Stream)]
        titles = " ".join([*reading.outline(file), str(file.docinfo)])
    pages = "".join(reading.with_pypdf(content) + reading.with_pymupdf(content))
    raw = b"".join([content, *streams])
    return pages + titles + raw.decode("latin-1") + raw.decode("utf-8", "ignore") + raw.decode("utf-16-be", "ignore")


@pytest.mark.parametrize("document", ["minutes", "extract"])
def test_the_canary_is_in_no_layer(files, document):
    assert CANARY in everything(files["open"])
    found = everything(files[document])
    assert CANARY not in found
    assert "person-9" not in found
    assert MARK in found.replace("\n", " ")


@pytest.mark.parametrize("document", ["minutes", "extract"])
def test_a_redacted_document_passes_the_matterhorn_checks(files, document, tmp_path):
    assert errors(files[document], tmp_path) == []


def test_the_mark_is_framed_and_read_as_words(files):
    with pymupdf.open(stream=files["extract"]) as file:
        assert any(page.search_for("[Text entfernt:") for page in file)
        frames = [drawing for page in file for drawing in page.get_drawings()]
    assert len(frames) >= 4
