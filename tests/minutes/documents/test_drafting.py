"""Drafts bound of pieces: the words of the flowing PDF, one structure, and only what changed is set anew."""

import io
import re
from dataclasses import replace

import pikepdf
import pymupdf
import pytest

from minutes import documents
from minutes.documents import drafting, engine, pdf, pieces
from minutes.documents.kinds import compose
from minutes.documents.layout import MINUTES_BLOCKS, Layout
from minutes.markup import parse
from minutes.record.serialise import canonical_bytes
from tests.minutes.documents import reading, samples
from tests.minutes.documents.test_conformance import errors

FURNITURE = re.compile(r"Integrationsausschuss, 7\. Sitzung am 18\.11\.2026|Entwurf|Seite \d+ von \d+|\d+")


def draft(record=None, **changes) -> bytes:
    return drafting.write(compose(record or replace(samples.m01(), **changes), document="minutes"))


@pytest.fixture(scope="module")
def bound() -> bytes:
    return draft()


@pytest.fixture
def kept(settings):
    """A cache in memory, so that what was set is found again."""
    cache = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "drafting"}
    settings.CACHES = {**settings.CACHES, "documents": cache}


@pytest.fixture
def renders(monkeypatch) -> list[str]:
    """The pages that the engine was asked to set."""
    pages: list[str] = []
    to_pdf = engine.to_pdf
    monkeypatch.setattr(engine, "to_pdf", lambda page, **more: pages.append(page) or to_pdf(page, **more))
    return pages


def words(content: bytes) -> list[str]:
    lines = (line.strip() for page in reading.with_pymupdf(content) for line in page.splitlines())
    return "".join(line for line in lines if not FURNITURE.fullmatch(line)).replace("-", "").split()


def edited(text: str):
    """The model with another first contribution at item 3."""
    record = samples.m01()
    items = list(record.parts[0].items)
    items[2] = replace(items[2], contributions=(replace(items[2].contributions[0], text=parse(text)),))
    return replace(record, parts=(replace(record.parts[0], items=tuple(items)), record.parts[1]))


def test_it_passes_the_matterhorn_checks(bound, tmp_path):
    assert errors(bound, tmp_path) == []


@pytest.mark.slow
def test_a_long_one_passes_the_matterhorn_checks(tmp_path):
    content = draft(samples.stress(items=12))
    assert errors(content, tmp_path) == []
    assert reading.lines_outside(content, left=25, right=24) == []
    assert reading.overlapping(content) == []


def test_it_says_that_it_is_pdf_a_3a_and_pdf_ua_1(bound):
    with pikepdf.open(io.BytesIO(bound)) as file, file.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert [str(intent.S) for intent in file.Root.OutputIntents] == ["/GTS_PDFA1"]


def test_it_has_the_words_of_the_flowing_one_in_their_order(bound):
    assert words(bound) == words(pdf.render(samples.m01(), document="minutes"))


def test_each_item_begins_a_page(bound):
    pages = reading.with_pymupdf(bound)
    assert sum(bool(re.search(r"^TOP \d", page, re.MULTILINE)) for page in pages) == 7


def test_every_page_has_its_head_and_number(bound):
    pages = reading.with_pymupdf(bound)
    for number, page in enumerate(pages, start=1):
        assert f"Seite {number} von {len(pages)}" in page
        assert ("Integrationsausschuss, 7. Sitzung am 18.11.2026" in page) == (number > 1)
        assert "Entwurf" in page


def test_heads_and_numbers_stand_where_the_flowing_one_has_them(bound):
    def places(content: bytes) -> list[tuple[str, int, int]]:
        with pymupdf.open(stream=content) as file:
            spans = [
                span
                for block in file[1].get_text("dict")["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
            ]
        wanted = ("Integrationsausschuss, 7. Sitzung am", "Entwurf", "Seite 2")
        return sorted(
            (text, round(span["origin"][0]), round(span["origin"][1]))
            for span in spans
            for text in wanted
            if span["text"].startswith(text)
        )

    flowing = places(pdf.render(samples.m01(), document="minutes"))
    assert len(flowing) == 3
    for (text, *place), (same, *expected) in zip(places(bound), flowing, strict=True):
        assert text == same
        # A number of other digits begins elsewhere; the hundredths of a point are those of kerning.
        assert abs(place[0] - expected[0]) <= (6 if text.startswith("Seite") else 1)
        assert abs(place[1] - expected[1]) <= 1


def test_the_agenda_names_and_leads_to_the_page_of_each_item(bound):
    pages = reading.with_pypdf(bound)
    start = {
        item: number for number, page in enumerate(pages, 1) for item in re.findall(r"^TOP (\d)", page, re.MULTILINE)
    }
    agenda = reading.joined("".join(pages).split("Tagesordnung")[1].split("B. Nichtöffentlicher Teil")[0])
    with pikepdf.open(io.BytesIO(bound)) as file:
        names = list(file.Root.Names.Dests.Names)
        order = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        ends = {str(name): order[target[0].objgen] for name, target in zip(names[::2], names[1::2], strict=True)}
        links = [str(link.Dest) for page in file.pages for link in page.get("/Annots", ())]
    for item in samples.m01_items():
        assert ends[item.id] == start[item.number]
        line = reading.joined(item.title + "".join(paper.reference for paper in item.papers))
        assert f"{line}{start[item.number]}" in agenda
    assert sorted(set(links)) == [f"item-{number}" for number in range(1, 8)]


def test_its_outline_is_that_of_the_flowing_one(bound):
    flowing = io.BytesIO(pdf.render(samples.m01(), document="minutes"))
    with pikepdf.open(io.BytesIO(bound)) as one, pikepdf.open(flowing) as other:
        assert reading.outline(one) == reading.outline(other)


def test_its_headings_are_those_of_the_flowing_one(bound):
    def headings(content: bytes) -> list[str]:
        with pikepdf.open(io.BytesIO(content)) as file:
            return [role for role in reading.roles(file) if re.fullmatch("H[1-6]|Table|TH", role)]

    assert headings(bound) == headings(pdf.render(samples.m01(), document="minutes"))


def test_every_marked_passage_belongs_to_an_element_of_its_page(bound):
    with pikepdf.open(io.BytesIO(bound)) as file:
        nums = file.Root.StructTreeRoot.ParentTree.Nums
        parents = {int(nums[place]): nums[place + 1] for place in range(0, len(nums), 2)}
        assert len(parents) == len(nums) // 2
        for page in file.pages:
            owners = parents[int(page.obj.StructParents)]
            assert {owner.Pg.objgen for owner in owners if owner is not None} == {page.obj.objgen}


def test_it_carries_the_whole_record(bound):
    with pikepdf.open(io.BytesIO(bound)) as file:
        (attached,) = file.attachments.values()
        assert attached.get_file().read_bytes() == canonical_bytes(samples.m01())
        assert attached.get_file().size == len(canonical_bytes(samples.m01()))


def test_the_same_record_gives_the_same_bytes(bound):
    assert draft() == bound


def test_one_item_that_changed_is_all_that_is_set_anew(kept, renders):
    draft()
    # The beginning, seven items, the end, and the letters of heads and numbers.
    assert len(renders) >= 10
    renders.clear()
    content = draft(edited("⟨Ktabg. Dr. Wende⟩ spricht nun anders."))
    assert len(renders) == 1
    assert "spricht nun anders" in renders[0]
    assert "spricht nun anders" in " ".join("".join(reading.with_pymupdf(content)).split())


def test_an_item_that_grows_moves_the_numbers_of_those_after_it(kept):
    draft()
    content = draft(edited("Ein langer Satz, der sich wiederholt. " * 300))
    pages = reading.with_pypdf(content)
    (seventh,) = [number for number, page in enumerate(pages, 1) if re.search(r"^TOP 7", page, re.MULTILINE)]
    assert re.search(rf"Anfragen der Ausschussmitglieder\s*{seventh}\b", "".join(pages))


def test_what_did_not_change_is_not_set_at_all(kept, renders):
    first = documents.render(samples.m01(is_draft=False), document="minutes").content
    assert len(renders) == 1
    assert documents.render(samples.m01(is_draft=False), document="minutes").content == first
    assert len(renders) == 1
    documents.render(replace(samples.m01(is_draft=False), place_text="Rathaus"), document="minutes")
    assert len(renders) == 2


def test_a_record_without_items_is_bound_as_well(tmp_path):
    content = draft(parts=())
    assert "NIEDERSCHRIFT" in "".join(reading.with_pymupdf(content))
    assert errors(content, tmp_path) == []


def test_a_piece_holds_one_item_and_the_heading_of_its_part():
    cut = pieces.cut(compose(samples.internal(is_draft=True), document="minutes").blocks())
    assert [pieces.has_item(piece) for piece in cut] == [False, *[True] * 8, False]
    assert [pieces.begins_part(piece) for piece in cut] == [False, True, *[False] * 6, True, False]
    whole = tuple(block for piece in cut for block in piece)
    assert whole == compose(samples.internal(is_draft=True), document="minutes").blocks()


def test_an_agenda_that_stands_behind_the_items_leads_to_them_too(tmp_path):
    order = ("items", "agenda", *(name for name in MINUTES_BLOCKS if name not in ("items", "agenda")))
    composed = replace(compose(samples.m01(), document="minutes"), layout=Layout(order=order))
    content = drafting.write(composed)
    assert errors(content, tmp_path) == []
    with pikepdf.open(io.BytesIO(content)) as file:
        names = list(file.Root.Names.Dests.Names)
        order_of = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        ends = {str(name): order_of[target[0].objgen] for name, target in zip(names[::2], names[1::2], strict=True)}
        keys = [int(link.StructParent) for page in file.pages for link in page.get("/Annots", ())]
    assert len(keys) == len(set(keys)) == 7
    assert sorted(ends.values()) == [2, 3, 4, 5, 6, 7, 8]


def test_a_long_running_head_stays_in_its_place():
    record = samples.m01()
    record = replace(record, committee=replace(record.committee, name="Ausschuss für Angelegenheiten " * 6))
    content = draft(record)
    assert reading.lines_outside(content, left=25, right=24) == []
    assert reading.overlapping(content) == []


def test_what_cannot_be_kept_is_made_all_the_same(settings, caplog):
    cache = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": "/proc/nowhere"}
    settings.CACHES = {**settings.CACHES, "documents": cache}
    assert documents.render(samples.c00(), document="extract", item="3").content.startswith(b"%PDF")
    assert "cannot be kept" in caplog.text
