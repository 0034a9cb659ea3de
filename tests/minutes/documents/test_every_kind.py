"""Every kind of document as PDF: PDF/A-3a and PDF/UA-1 in one file, its own fonts, its own data, the same each time."""

import io
import itertools
import json
import re
import shutil
import subprocess

import pikepdf
import pytest

from minutes import documents
from minutes.documents import json as json_format
from tests.minutes.documents import reading, samples
from tests.minutes.documents.test_conformance import errors

KINDS = samples.every_kind()


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return {kind: documents.render(record, document=kind, **given).content for kind, (record, given) in KINDS.items()}


def test_there_is_a_sample_of_every_kind():
    assert KINDS.keys() == documents.KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_it_passes_the_matterhorn_checks(kind, made, tmp_path):
    assert errors(made[kind], tmp_path) == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_passes_verapdf(kind, made, tmp_path):
    if not shutil.which("verapdf"):
        pytest.skip("veraPDF is not on the PATH; outloud checks PDF/UA-1, the other tests the entries of PDF/A-3a.")
    path = tmp_path / "document.pdf"
    path.write_bytes(made[kind])
    for flavour in ("3a", "ua1"):
        done = subprocess.run(  # noqa: S603
            ["verapdf", "--flavour", flavour, "--format", "text", str(path)],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout.startswith("PASS"), done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_it_declares_what_it_conforms_to(kind, made):
    with pikepdf.open(io.BytesIO(made[kind])) as file, file.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == str(file.docinfo.Title) != ""
        assert file.Root.Lang == "de"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert file.Root.MarkInfo.Marked
        assert [str(intent.S) for intent in file.Root.OutputIntents] == ["/GTS_PDFA1"]


@pytest.mark.parametrize("kind", KINDS)
def test_its_headings_follow_each_other_without_a_gap(kind, made):
    with pikepdf.open(io.BytesIO(made[kind])) as file:
        levels = [int(role[1]) for role in reading.roles(file) if re.fullmatch("H[1-6]", role)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(level - before <= 1 for before, level in itertools.pairwise(levels)), levels


@pytest.mark.parametrize("kind", KINDS)
def test_each_table_has_header_cells_that_say_what_they_head(kind, made):
    with pikepdf.open(io.BytesIO(made[kind])) as file:
        for table in (element for element in reading.elements(file) if element.S == "/Table"):
            cells = [cell for cell in reading.below(table) if cell.S in ("/TH", "/TD")]
            heads = [cell for cell in cells if cell.S == "/TH"]
            assert heads
            assert {str(cell.A.Scope) for cell in heads} <= {"/Row", "/Column"}


@pytest.mark.parametrize("kind", KINDS)
def test_its_fonts_are_ours_and_embedded(kind, made):
    with pikepdf.open(io.BytesIO(made[kind])) as file:
        things = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary)]
        descriptors = [thing for thing in things if thing.get("/Type") == "/FontDescriptor"]
    assert descriptors
    assert all("/FontFile2" in descriptor for descriptor in descriptors)
    names = {str(descriptor.FontName).split("+")[1] for descriptor in descriptors}
    assert all(re.match(r"Source-(Serif-4|Sans-3)", name) for name in names), names


@pytest.mark.parametrize("kind", KINDS)
def test_it_runs_no_script_and_leads_nowhere_outside(kind, made):
    with pikepdf.open(io.BytesIO(made[kind])) as file:
        keys = {key for thing in file.objects if isinstance(thing, pikepdf.Dictionary) for key in thing}
        actions = {str(thing.S) for thing in file.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S")}
    assert not keys & {"/JS", "/JavaScript", "/OpenAction", "/AA"}
    assert not actions & {"/JavaScript", "/URI", "/Launch", "/SubmitForm"}


@pytest.mark.parametrize("kind", KINDS)
def test_it_carries_its_record_and_the_files_that_were_given(kind, made):
    record, given = KINDS[kind]
    composed = documents.compose(record, document=kind, **given)
    with pikepdf.open(io.BytesIO(made[kind])) as file:
        attached = {name: entry.get_file().read_bytes() for name, entry in file.attachments.items()}
        relations = [str(entry.AFRelationship) for entry in file.Root.AF]
    enclosed = {entry.name: entry.content for entry in given.get("attachments", ())}
    assert attached == {f"{composed.name}.json": json_format.write(composed), **enclosed}
    assert relations.count("/Data") == 1
    assert relations.count("/Supplement") == len(enclosed)
    assert json.loads(attached[f"{composed.name}.json"])["schema"] == composed.record.schema


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_record_gives_the_same_bytes(kind, made):
    record, given = KINDS[kind]
    assert documents.render(record, document=kind, **given).content == made[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_falls_off_the_page(kind, made):
    # Folding marks are drawn, not written.
    assert reading.lines_outside(made[kind], left=25, right=24) == []
