"""What documents are called, and how people name the item that they want."""

from dataclasses import replace

import pytest

from minutes import documents
from minutes.documents.items import find_item
from minutes.documents.kinds import compose
from tests.minutes.documents import samples


def by_part(*numbers: str):
    """The protocol with items numbered by part: Ö 1, Ö 2, N 1."""
    part = samples.m01().parts[0]
    items = tuple(
        replace(item, number=number, label=f"TOP {number}") for item, number in zip(part.items, numbers, strict=False)
    )
    parts = (
        replace(part, items=tuple(item for item in items if not item.number.startswith("N"))),
        replace(part, is_public=False, items=tuple(item for item in items if item.number.startswith("N"))),
    )
    return replace(samples.m01(), parts=parts)


@pytest.mark.parametrize("written", ["3", " 3 ", "3\n", "Ö 3", "Ö3", "ö3", "TOP 3", "top3", "TOP Ö 3", "3."])
def test_an_item_is_found_however_its_number_is_written(written):
    assert find_item(samples.m01(), written).id == "item-3"
    assert find_item(by_part("Ö 1", "Ö 2", "Ö 3"), written).id == "item-3"


def test_sub_items_are_found():
    assert find_item(by_part("Ö 1", "Ö 1.1", "Ö 2"), "1.1").id == "item-2"


def test_the_letter_tells_the_parts_apart():
    record = by_part("Ö 1", "Ö 2", "N 1")
    assert find_item(record, "N1").id == "item-3"
    assert find_item(record, "Ö1").id == "item-1"


def test_a_number_of_both_parts_is_asked_back():
    with pytest.raises(documents.AmbiguousItem, match="TOP Ö 1, TOP N 1"):
        find_item(by_part("Ö 1", "Ö 2", "N 1"), "1")


@pytest.mark.parametrize("written", ["99", "", "Ö", "TOP", "N 3", "drei"])
def test_an_unknown_item_is_refused_with_those_there_are(written):
    with pytest.raises(documents.ItemNotFound, match="TOP 1, TOP 2, TOP 3"):
        documents.render(samples.m01(), document="extract", item=written)


def test_a_record_without_items_says_so():
    with pytest.raises(documents.ItemNotFound, match="keine Tagesordnungspunkte"):
        documents.render(replace(samples.m01(), parts=()), document="extract", item="1")


def test_unknown_kinds_and_formats_are_refused_with_those_there_are():
    with pytest.raises(documents.UnknownDocument, match="invitation, agenda, supplement, attendance-list, minutes"):
        documents.render(samples.m01(), document="poster")
    with pytest.raises(documents.UnknownDocument, match="pdf, "):
        documents.render(samples.m01(), document="minutes", format="doc")


def test_the_non_public_part_is_named_after_itself():
    composed = compose(samples.internal(is_draft=True), document="nonpublic")
    assert composed.name == "IntA-7-2026-Niederschrift-nichtoeffentlicher-Teil-Entwurf"
    assert composed.title.startswith("Niederschrift – nichtöffentlicher Teil über die 7. Sitzung")
    assert composed.running_head.endswith(", nichtöffentlicher Teil")


def test_without_a_non_public_part_there_is_no_such_document():
    with pytest.raises(documents.NothingNonPublic, match="nichtöffentlichen Teil"):
        documents.render(samples.m01(), document="nonpublic")


@pytest.mark.parametrize(
    ("reference", "draft", "wanted", "name"),
    [
        ("IntA/7/2026", False, {"document": "minutes"}, "IntA-7-2026-Niederschrift"),
        ("IntA/7/2026", True, {"document": "minutes"}, "IntA-7-2026-Niederschrift-Entwurf"),
        ("IntA/7/2026", False, {"document": "extract", "item": "3"}, "IntA-7-2026-TOP-3-Auszug"),
        ("ÄÖß/7/2026", False, {"document": "minutes"}, "AeOess-7-2026-Niederschrift"),
        ('../"A";\r\n/7', False, {"document": "minutes"}, "A-7-Niederschrift"),
    ],
)
def test_file_names_are_plain_ascii(reference, draft, wanted, name):
    record = replace(samples.m01(is_draft=draft), reference=reference)
    assert compose(record, **wanted).name == name


def test_the_rendered_file_has_its_type_and_ending():
    rendered = documents.render(samples.c00(), document="extract", item="3")
    assert (rendered.filename, rendered.content_type) == ("IntA-4-2016-TOP-3-Auszug.pdf", "application/pdf")
    assert rendered.content.startswith(b"%PDF-1.7")
