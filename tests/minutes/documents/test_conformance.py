"""The PDF is PDF/A-3a and PDF/UA-1 in one file, carries its own data, and is the same each time."""

import datetime
import hashlib
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import outloud
import pikepdf
import pytest

from minutes import documents
from minutes.documents import pdf
from minutes.markup import parse
from minutes.record.serialise import canonical_bytes, from_bytes, to_json
from tests.minutes.documents import reading, samples

ROOT = Path(__file__).parents[3]


def errors(content: bytes, folder: Path) -> list[str]:
    path = folder / "document.pdf"
    path.write_bytes(content)
    return [
        f"{found.rule} p. {found.page}: {found.message}"
        for found in outloud.check(str(path)).sorted_findings()
        if str(found.severity).lower().endswith("error")
    ]


def test_the_protocol_passes_the_matterhorn_checks(protocol, tmp_path):
    assert errors(protocol, tmp_path) == []


def test_the_extract_passes_the_matterhorn_checks(extract, tmp_path):
    assert errors(extract, tmp_path) == []


def test_the_checker_would_find_an_error(protocol, tmp_path):
    with pikepdf.open(io.BytesIO(protocol)) as broken:
        del broken.Root.StructTreeRoot
        changed = io.BytesIO()
        broken.save(changed)
    assert errors(changed.getvalue(), tmp_path)


def test_a_long_and_odd_protocol_passes_the_matterhorn_checks(long_one, tmp_path):
    assert errors(long_one, tmp_path) == []


@pytest.mark.slow
def test_fifty_items_pass_the_matterhorn_checks(tmp_path):
    content = pdf.render(samples.stress(items=50), document="minutes")
    assert errors(content, tmp_path) == []


def test_it_says_that_it_is_pdf_a_3a_and_pdf_ua_1(protocol):
    with pikepdf.open(io.BytesIO(protocol)) as file, file.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == str(file.docinfo.Title)


def test_language_title_and_colours_are_declared(protocol):
    with pikepdf.open(io.BytesIO(protocol)) as file:
        assert file.Root.Lang == "de"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert file.Root.MarkInfo.Marked
        assert file.docinfo.Title == (
            "Niederschrift über die 7. Sitzung des Integrationsausschusses (IntA/7/2026) (Entwurf)"
        )
        assert [str(intent.S) for intent in file.Root.OutputIntents] == ["/GTS_PDFA1"]


def test_every_font_is_embedded_and_one_of_ours(protocol, extract):
    for content in (protocol, extract):
        with pikepdf.open(io.BytesIO(content)) as file:
            fonts = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary)]
            descriptors = [thing for thing in fonts if thing.get("/Type") == "/FontDescriptor"]
        assert descriptors
        assert all("/FontFile2" in descriptor for descriptor in descriptors)
        names = {str(descriptor.FontName).split("+")[1] for descriptor in descriptors}
        assert all(re.match(r"Source-(Serif-4|Sans-3)", name) for name in names), names


def test_the_bundled_fonts_are_the_ones_of_the_manifest():
    folder = ROOT / "minutes" / "documents" / "assets" / "fonts"
    manifest = json.loads((folder / "MANIFEST.json").read_text())
    bundled = {path.name for path in folder.iterdir()} - {"MANIFEST.json", "fonts.conf"}
    assert bundled == manifest.keys()
    for name, entry in manifest.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == entry["sha256"], name


def test_running_heads_are_no_content(protocol):
    with pikepdf.open(io.BytesIO(protocol)) as file:
        marked = [set(map(int, re.findall(rb"<</MCID (\d+)>>", page.Contents.read_bytes()))) for page in file.pages]
        parents = file.Root.StructTreeRoot.ParentTree.Nums
        for page, mcids in zip(file.pages, marked, strict=True):
            owners = parents[2 * int(page.StructParents) + 1]
            assert mcids == {mcid for mcid, owner in enumerate(owners) if owner is not None}
            assert b"/Pagination" in page.Contents.read_bytes()


def test_header_cells_say_what_they_head(protocol):
    with pikepdf.open(io.BytesIO(protocol)) as file:
        scopes = [str(cell.A.Scope) for cell in reading.elements(file) if cell.S == "/TH"]
    # Two agendas; the one of the non-public part names neither papers nor pages.
    assert scopes.count("/Column") == 6
    assert scopes.count("/Row") == 8


def test_links_are_printed_and_say_where_they_lead(protocol):
    with pikepdf.open(io.BytesIO(protocol)) as file:
        links = [link for page in file.pages for link in page.get("/Annots", ())]
        assert {str(link.Contents) for link in links} == {f"Zu TOP {number}" for number in range(1, 8)}
        assert all(link.F == 4 for link in links)


def test_a_paragraph_that_breaks_over_pages_is_one_element():
    text = "Ein Satz, der sich wiederholt. " * 700
    record = samples.c00()
    item = replace(samples.c00_item(), order=("contributions",), contributions=(samples.speech(text),))
    record = replace(record, parts=(replace(record.parts[0], items=(item,)),))
    with pikepdf.open(io.BytesIO(pdf.render(record, document="extract", item="3"))) as file:
        assert len(file.pages) > 2
        found = list(reading.elements(file))
        assert [str(element.S) for element in found].count("/Part") == 1
        pages = [{str(line.Pg.objgen) for line in element.K} for element in found if element.S == "/P"]
        assert max(map(len, pages)) == len(file.pages)


def test_a_list_that_breaks_over_pages_is_one_element():
    record = samples.c00()
    text = "\n".join(f"{number}) Ein Eintrag unter vielen." for number in range(1, 121))
    decision = replace(samples.c00_item().decision, resolution=parse(text))
    item = replace(samples.c00_item(), order=("decision",), decision=decision)
    record = replace(record, parts=(replace(record.parts[0], items=(item,)),))
    with pikepdf.open(io.BytesIO(pdf.render(record, document="extract", item="3"))) as file:
        found = reading.roles(file)
        assert len(file.pages) > 2
        assert (found.count("L"), found.count("LI")) == (1, 120)


def test_a_table_that_breaks_over_pages_is_one_element():
    with pikepdf.open(io.BytesIO(pdf.render(samples.stress(items=1), document="minutes"))) as file:
        short = reading.roles(file).count("Table")
    record = samples.stress(items=1)
    agenda = record.parts[0].agenda * 90
    record = replace(record, parts=(replace(record.parts[0], agenda=agenda),))
    with pikepdf.open(io.BytesIO(pdf.render(record, document="minutes"))) as file:
        assert reading.roles(file).count("Table") == short


def test_the_protocol_carries_its_record_as_data(protocol):
    record = samples.m01()
    with pikepdf.open(io.BytesIO(protocol)) as file:
        (name,) = file.attachments
        attached = file.attachments[name]
        assert name == "IntA-7-2026-Niederschrift-Entwurf.json"
        assert attached.relationship == pikepdf.Name.Data
        assert attached.get_file().mime_type == "application/json"
        content = attached.get_file().read_bytes()
        assert [str(entry.AFRelationship) for entry in file.Root.AF] == ["/Data"]
    assert content == canonical_bytes(record)
    assert from_bytes(content) == record


def test_the_extract_carries_its_item_and_nothing_else():
    record = samples.m01(is_draft=False)
    with pikepdf.open(io.BytesIO(pdf.render(record, document="extract", item="5"))) as file:
        (attached,) = file.attachments.values()
        data = json.loads(attached.get_file().read_bytes())
    assert [item["id"] for part in data["parts"] for item in part["items"]] == ["item-5"]
    assert data["parts"][0]["items"][0] == to_json(record)["parts"][0]["items"][4]
    assert "Brücke" not in json.dumps(data, ensure_ascii=False)
    assert data["attendance"] == []


def test_the_same_record_gives_the_same_bytes(protocol):
    assert pdf.render(samples.m01(), document="minutes") == protocol


def test_another_process_on_another_day_gives_the_same_bytes(protocol):
    script = (
        "import django, hashlib; django.setup();"
        "from minutes.documents import pdf; from tests.minutes.documents import samples;"
        "print(hashlib.sha256(pdf.render(samples.m01(), document='minutes')).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LANG": "C"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == hashlib.sha256(protocol).hexdigest()


def test_another_record_gives_another_identifier(protocol, final_protocol):
    with pikepdf.open(io.BytesIO(protocol)) as one, pikepdf.open(io.BytesIO(final_protocol)) as two:
        assert bytes(one.trailer.ID[0]) != bytes(two.trailer.ID[0])


def test_the_file_bears_the_date_of_the_session_and_no_other(protocol):
    with pikepdf.open(io.BytesIO(protocol)) as file:
        assert str(file.docinfo.CreationDate) == str(file.docinfo.ModDate) == "D:20261118000000Z"
        today = f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}"
        assert today not in file.Root.Metadata.read_bytes().decode()


def test_the_outline_names_the_parts_and_the_items(protocol):
    with pikepdf.open(io.BytesIO(protocol)) as file:
        assert reading.outline(file) == [
            "NIEDERSCHRIFT",
            " Anwesend",
            " Entschuldigt fehlen",
            " Tagesordnung",
            " A. Öffentlicher Teil",
            "  TOP 1 Einwendungen gegen die Niederschrift über die Sitzung vom 09.09.2026",
            "  TOP 2 Bericht des Kommunalen Integrationszentrums",
            "  TOP 3 1. Integrationskonzept des Kreises Musterland",
            "  TOP 4 Zuschuss an den Verein „Brücke e. V.“",
            "  TOP 5 Antrag der SPD-Kreistagsfraktion vom 02.10.2026: Sprachkurse",
            "  TOP 6 Mitteilungen des Landrats",
            "  TOP 7 Anfragen der Ausschussmitglieder",
        ]


def test_the_json_document_is_the_record():
    record = samples.m01()
    rendered = documents.render(record, document="minutes", format="json")
    assert (rendered.content, rendered.content_type) == (canonical_bytes(record), "application/json")
