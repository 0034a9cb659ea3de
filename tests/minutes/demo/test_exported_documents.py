"""The documents of the demo as `manage.py export` writes them, read as a person or a program reads a PDF."""

import re
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from minutes import documents
from minutes.models import Publication
from tests.minutes.documents import reading
from tests.minutes.documents.reading import joined
from tests.minutes.documents.test_conformance import errors

TEXTS = Path(__file__).parents[2] / "data" / "minutes-texts"
ORIGINAL = (TEXTS / "c00-coesfeld-original.txt").read_text()
MODEL = (TEXTS / "m01-full-niederschrift-MODEL.txt").read_text()

READERS = pytest.mark.parametrize("reader", reading.READERS)
EXTRACT_FURNITURE = re.compile(r"\s*(Integrationsausschuss, 4\. Sitzung am 16\.11\.2016, TOP 3|Seite \d von \d)\s*")
# In the model, not in the document: the line to write on.
BLANK_LINE = re.compile(r"_{5,}")


@pytest.fixture
def export(demo, tmp_path):
    """Runs the command and returns the bytes that it wrote."""

    def run(session: str, **options: str) -> bytes:
        path = tmp_path / "document.pdf"
        call_command("export", session=session, output=str(path), stderr=StringIO(), **options)
        return path.read_bytes()

    return run


@READERS
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_the_extract_is_the_original_between_its_heading_and_its_foot(export, reader, audience):
    pages = reader(export("IntA/4/2016", document="extract", item="3", audience=audience))
    lines = [line for page in pages for line in page.splitlines() if not EXTRACT_FURNITURE.fullmatch(line)]
    before, original, after = joined("\n".join(lines)).partition(joined(ORIGINAL))
    assert original
    assert before.startswith(joined("Kreis Musterland Der Landrat"))
    assert joined("Auszug aus der Niederschrift") in before
    assert before.endswith(joined("TOP 3 1. Integrationskonzept des Kreises Coesfeld"))
    assert len(before) < 400
    assert after.startswith(joined("Die Übereinstimmung dieses Auszugs mit der Niederschrift wird beglaubigt."))
    assert after.endswith(joined("Unterschrift, Dienstsiegel"))


@pytest.mark.parametrize("number", ["3", "Ö3", "Ö 3"])
def test_the_item_is_named_as_people_write_it(export, number):
    text = "".join(reading.with_pymupdf(export("IntA/4/2016", document="extract", item=number)))
    assert "verbschiedet" in text


@READERS
def test_every_line_of_the_model_stands_in_the_minutes(export, reader):
    text = joined("".join(reader(export("IntA/7/2026", audience="public"))))
    # A heading that is set as one needs no colon.
    cells = [
        joined(cell).rstrip(":")
        for line in MODEL.splitlines()
        for cell in re.split(r"\s{2,}", BLANK_LINE.sub("", line))
    ]
    assert len(cells) > 120
    # What stands twice in the model has to stand twice in the document.
    missing = {cell for cell, times in Counter(filter(None, cells)).items() if text.count(cell) < times}
    assert missing == set()


def test_the_items_of_the_model_come_in_its_order(export):
    text = joined("".join(reading.with_pymupdf(export("IntA/7/2026", audience="public"))))
    headings = [joined(line.split("   SV-")[0]) for line in MODEL.splitlines() if re.match(r"TOP \d ", line)]
    places = [text.rindex(heading) for heading in headings]
    assert len(places) == 7
    assert places == sorted(places)


@pytest.mark.slow
@pytest.mark.parametrize("document", sorted(documents.KINDS))
def test_every_kind_passes_the_matterhorn_checks(export, document, tmp_path):
    supplemented = Publication.objects.filter(kind=Publication.Kind.AGENDA).order_by("edition").last().session
    session = {"supplement": supplemented.reference, "correction": "SozA/3/2024"}.get(document, "IntA/7/2026")
    options = {"item": "5"} if "item" in documents.KINDS[document].takes else {}
    assert errors(export(session, document=document, audience="internal", **options), tmp_path) == []
