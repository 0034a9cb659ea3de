"""The extract of one item: in the layout and order of the published item of Kreis Coesfeld."""

import datetime
import re
from dataclasses import replace

import pytest

from minutes import documents
from minutes.documents import pdf
from minutes.markup import parse
from minutes.record.values import CorrectionNote
from tests.minutes.documents import reading, samples

DAY = datetime.date(2026, 12, 1)

FURNITURE = re.compile(r"\s*(Integrationsausschuss, 4\. Sitzung am 16\.11\.2016, TOP 3|Seite \d von \d)\s*")


def without_furniture(pages: list[str]) -> str:
    lines = (line for page in pages for line in page.splitlines())
    return "\n".join(line for line in lines if not FURNITURE.fullmatch(line))


@pytest.mark.parametrize("reader", reading.READERS)
def test_the_extract_holds_the_whole_original_in_its_order(reader, extract):
    before, found, after = reading.joined(without_furniture(reader(extract))).partition(reading.joined(samples.C00))
    assert found
    assert "verbschiedet" in found
    assert before == reading.joined(
        "Kreis Coesfeld Der Landrat Auszug aus der Niederschrift über die 4. Sitzung des Integrationsausschusses "
        "(IntA/4/2016) am Mittwoch, 16.11.2016, Kreishaus I, Großer Sitzungssaal TOP 3 1. Integrationskonzept des "
        "Kreises Coesfeld SV-9-0609"
    )
    assert after == reading.joined(
        "Die Übereinstimmung dieses Auszugs mit der Niederschrift wird beglaubigt. Ort, Datum "
        "Unterschrift, Dienstsiegel"
    )


def test_the_debate_stands_before_the_resolution_where_the_record_says_so():
    item = replace(samples.c00_item(), order=("contributions", "decision", "votes"))
    record = samples.c00()
    record = replace(record, resolution_first=False, parts=(replace(record.parts[0], items=(item,)),))
    text = "".join(reading.with_pymupdf(pdf.render(record, document="extract", item="3")))
    assert text.index("Ausschussvorsitzender Kleerbaum erklärt") < text.index("verbschiedet")


def test_an_extract_shows_no_other_item():
    text = "".join(reading.with_pymupdf(pdf.render(samples.m01(), document="extract", item="5")))
    assert "Mit Nein stimmten:" in text
    assert "Brücke" not in text
    assert "Anwesend" not in text


def test_the_extract_of_a_draft_says_so():
    text = reading.with_pymupdf(pdf.render(samples.c00(is_draft=True), document="extract", item="3"))
    assert all("Entwurf" in page for page in text)
    assert "beglaubigt" not in "".join(text)


def test_the_extract_tells_the_corrections_of_its_item_and_no_others():
    notes = (
        CorrectionNote("Berichtigung vom 01.12.2026 zu TOP 5", parse("Es waren 5 Stimmen."), DAY, item_id="item-5"),
        CorrectionNote("Berichtigung vom 01.12.2026 zu TOP 4", parse("Der Verein heißt Steg."), DAY, item_id="item-4"),
    )
    record = replace(samples.m01(is_draft=False), corrections=notes)
    content = pdf.render(record, document="extract", item="5")
    text = "".join(reading.with_pymupdf(content))
    assert "Es waren 5 Stimmen." in text
    assert "Steg" not in text
    assert b"Steg" not in documents.render(record, document="extract", item="5", format="json").content
