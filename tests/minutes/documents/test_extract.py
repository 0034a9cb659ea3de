"""The extract of one item: in the layout and order of the published item of Kreis Coesfeld."""

import re
from dataclasses import replace

import pytest

from minutes.documents import pdf
from tests.minutes.documents import reading, samples

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
    assert after == ""


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
