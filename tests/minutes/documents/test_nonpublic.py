"""The non-public part as a document of its own: complete, conforming, and without anything of the public part."""

import io
import json

import pikepdf
import pytest

from minutes import documents
from minutes.record.confidential import non_public_part
from minutes.record.serialise import canonical_bytes
from tests.minutes.documents import reading, samples
from tests.minutes.documents.test_conformance import errors

PUBLIC = ("Brücke", "Sprachkurse", "SV-11-0609", "Präsentation", "Einwendungen")


@pytest.fixture(scope="module")
def part() -> bytes:
    return documents.render(samples.internal(), document="nonpublic").content


def test_it_passes_the_matterhorn_checks(part, tmp_path):
    assert errors(part, tmp_path) == []


def test_it_says_that_it_is_pdf_a_3a_and_pdf_ua_1(part):
    with pikepdf.open(io.BytesIO(part)) as file, file.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert reading.outline(file) == [
            "NIEDERSCHRIFT – NICHTÖFFENTLICHER TEIL",
            " Anwesend",
            " Entschuldigt fehlen",
            " Tagesordnung",
            " B. Nichtöffentlicher Teil",
            "  TOP 8 Verkauf am Uferweg",
        ]


@pytest.mark.parametrize("reader", reading.READERS)
def test_everything_of_the_part_is_printed(reader, part):
    printed = reading.joined("\n".join(reader(part)))
    for line in (
        "NIEDERSCHRIFT – NICHTÖFFENTLICHER TEIL",
        "über die 7. Sitzung des Integrationsausschusses (IntA/7/2026)",
        "Beginn der Sitzung:",
        "Lütke, Anna",
        "Das Haus wird verkauft.",
        "Ktabg. Kohl fragt nach dem Preis.",
        "schließt die Sitzung um 18:10 Uhr.",
        "2 Kaufvertrag zu TOP 8",
    ):
        assert reading.joined(line) in printed, line
    assert [word for word in PUBLIC if word in printed] == []


def test_it_carries_its_part_as_data_and_nothing_else(part):
    with pikepdf.open(io.BytesIO(part)) as file:
        ((name, attached),) = file.attachments.items()
        content = attached.get_file().read_bytes()
    assert name == "IntA-7-2026-Niederschrift-nichtoeffentlicher-Teil.json"
    assert content == canonical_bytes(non_public_part(samples.internal()))
    written = json.dumps(json.loads(content), ensure_ascii=False)
    assert [word for word in PUBLIC if word in written] == []
    rendered = documents.render(samples.internal(), document="nonpublic", format="json")
    assert rendered.content == content


def test_the_same_record_gives_the_same_bytes(part):
    assert documents.render(samples.internal(), document="nonpublic").content == part
