"""The letterhead in a PDF: logo with its words, lines, colour, foot; the file stays PDF/A-3a and PDF/UA-1."""

import io
import re

import outloud
import pikepdf
import pymupdf
import pytest
from django.utils.html import escape

from committees import logos
from committees.models import HouseStyle, house_style
from minutes import documents
from minutes.documents import specimen
from minutes.documents.layout import BLACK, MINUTES_BLOCKS, Layout, Logo
from minutes.documents.letterhead import fits_foot, footer_html, layout_css, letterhead_html
from tests.committees.pictures import KINDS, SHIELD
from tests.minutes.documents import reading

TEXT = "Wappen: Schild & „Berg“ <Musterland>"
SENDER = ("Musterstraße 7, 40000 Musterstadt", "Telefon 02000 10-0")
FOOTER = ("Sparkasse Musterland", "IBAN DE00 0000 0000 0000 0000 00", "Dritte Zeile", "Vierte Zeile")


def logo(content: bytes) -> Logo:
    kept, kind = logos.cleaned(content)
    return Logo(kept, kind, TEXT)


def printed(layout: Layout) -> bytes:
    record = specimen.record("Kreis Musterland", "Der Landrat", specimen.Wordings())
    return specimen.printed(record, layout, document="minutes").content


def letter(layout: Layout) -> bytes:
    record = specimen.invitation("Kreis Musterland", "Der Landrat")
    return specimen.printed(record, layout, document="invitation").content


def errors(content: bytes, folder) -> list[str]:
    path = folder / "document.pdf"
    path.write_bytes(content)
    found = outloud.check(str(path)).sorted_findings()
    return [f"{row.rule}: {row.message}" for row in found if str(row.severity).lower().endswith("error")]


@pytest.mark.parametrize("make", [printed, letter])
@pytest.mark.parametrize("picture", [SHIELD, KINDS["transparent"]], ids=["svg", "png"])
def test_a_document_with_everything_passes_the_matterhorn_checks_and_says_what_the_logo_shows(picture, make, tmp_path):
    content = make(Layout(sender=SENDER, footer=FOOTER, logo=logo(picture), accent="#1f4e79"))
    assert errors(content, tmp_path) == []
    with pikepdf.open(io.BytesIO(content)) as file, file.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("3", "A", "1")
        figures = [element for element in reading.elements(file) if element.S == "/Figure"]
        assert [str(figure.Alt) for figure in figures] == [TEXT]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_png_is_printed(name):
    with pymupdf.open(stream=printed(Layout(logo=logo(KINDS[name])))) as file:
        assert len(file[0].get_images()) == 1
        assert all(mask == 0 for _xref, mask, *_more in file[0].get_images())


def test_the_same_layout_gives_the_same_bytes():
    layout = Layout(sender=SENDER, logo=logo(SHIELD), accent="#1f4e79")
    assert printed(layout) == printed(layout)
    assert printed(layout) != printed(Layout(sender=SENDER, logo=logo(SHIELD), accent="#7a1f1f"))


def test_the_logo_stands_beside_the_lines_and_covers_nothing():
    with pymupdf.open(stream=printed(Layout(sender=SENDER, logo=logo(KINDS["colours"])))) as file:
        (box,) = [pymupdf.Rect(info["bbox"]) for info in file[0].get_image_info()]
        words = [pymupdf.Rect(word[:4]) for word in file[0].get_text("words")]
    assert box.x1 == pytest.approx(file_width() - 24 * 72 / 25.4, abs=1)
    assert not any(box.intersects(word) for word in words)


def file_width() -> float:
    return 210 * 72 / 25.4


def test_the_foot_stands_on_the_first_page_alone_below_the_text_and_beside_the_number():
    with pymupdf.open(stream=letter(Layout(footer=FOOTER))) as file:
        pages = [page.get_text("words") for page in file]
    foot = [word for word in pages[0] if word[1] > 271 * 72 / 25.4]
    assert " ".join(word[4] for word in foot if word[0] < 300) == " ".join(FOOTER)
    assert max(word[3] for word in foot) < 292 * 72 / 25.4
    assert max(word[2] for word in foot if word[4] != "von") <= file_width() - 24 * 72 / 25.4 + 1
    assert not any("Sparkasse" in word[4] for page in pages[1:] for word in page)


@pytest.mark.parametrize("make", [printed, letter])
def test_the_widest_letterhead_covers_nothing(make):
    wide, foot = ("W" * 90,) * 8, ("W" * 43,) * 4
    assert all(map(fits_foot, foot))
    content = make(Layout(sender=wide, footer=foot, logo=logo(SHIELD), place="W" * 60))
    assert reading.overlapping(content) == []
    assert reading.lines_outside(content, left=25, right=24) == []


def test_a_line_that_is_too_wide_for_the_foot_is_known_before():
    assert fits_foot("Sparkasse Musterland · IBAN DE00 0000 0000 0000 0000 00 · BIC MUSTERXX000 · USt-ID DE000000000")
    assert not fits_foot("W" * 90)
    assert not fits_foot("\U0001f600" * 40)


def test_a_plain_layout_has_no_rules_of_its_own():
    assert layout_css(Layout()) == ""
    assert footer_html(Layout()) == ""
    assert "<img" not in letterhead_html(Layout(), body="Kreis", office="")


def test_the_accent_colours_title_and_rules():
    sheet = layout_css(Layout(accent="#1f4e79"))
    assert set(re.findall(r"#[0-9a-f]{6}", sheet)) == {"#1f4e79"}
    with pymupdf.open(stream=printed(Layout(accent="#1f4e79"))) as file:
        spans = [
            span for block in file[0].get_text("dict")["blocks"] for line in block["lines"] for span in line["spans"]
        ]
    coloured = {span["text"] for span in spans if span["color"] == 0x1F4E79}
    assert coloured == {"NIEDERSCHRIFT"}
    assert {span["color"] for span in spans} == {0, 0x1F4E79}


@pytest.mark.parametrize("text", ['"><script>', "</p><p>", "{{ x }}", "&amp;"])
def test_nothing_typed_becomes_markup(text):
    layout = Layout(sender=(text,), footer=(text,), logo=Logo(logos.cleaned(SHIELD)[0], "image/svg+xml", text))
    html = letterhead_html(layout, body=text, office=text, running_head=text) + footer_html(layout)
    assert "<script" not in html
    assert html.count("<p>") + html.count("<p ") == 4
    assert html.count(escape(text)) == 6


def test_the_blocks_of_the_layout_are_those_that_a_house_can_order():
    assert house_style.MINUTES_BLOCKS == MINUTES_BLOCKS
    assert HouseStyle().accent == BLACK


def test_the_sample_has_something_in_each_block():
    record = specimen.record("Kreis Musterland", "Der Landrat", specimen.Wordings())
    assert all(
        [
            record.head,
            record.attendance,
            record.opening,
            record.parts[0].agenda,
            record.parts[0].items[0].votes[0].ballots,
            record.closing,
            record.signatures,
            record.corrections,
            record.annexes,
        ]
    )


def test_the_sample_speaks_in_the_words_of_the_house():
    words = specimen.Wordings("{Vorsitz} eröffnet.", "Schluss.", ("minute_taker", "co_signer"), {"co_signer": "Zeugin"})
    text = reading.joined(
        "".join(
            reading.with_pymupdf(
                specimen.printed(specimen.record("K", "", words), Layout(), document="minutes").content
            )
        )
    )
    assert "DieAusschussvorsitzendeBirkholzeröffnet." in text
    assert "Schluss." in text
    assert "WiebuschTönniesSchriftführerZeugin" in text or "WiebuschSchriftführerTönniesZeugin" in text


def test_a_draft_that_is_bound_of_pieces_is_in_the_style_of_the_house_too(tmp_path):
    layout = Layout(sender=SENDER, logo=logo(SHIELD), accent="#1f4e79")
    record = specimen.record("Kreis Musterland", "Der Landrat", specimen.Wordings())
    content = documents.render(record, document="minutes", layout=layout, bound=True).content
    assert errors(content, tmp_path) == []
    with pymupdf.open(stream=content) as file:
        spans = [
            span
            for page in file
            for block in page.get_text("dict")["blocks"]
            if "lines" in block
            for line in block["lines"]
            for span in line["spans"]
        ]
    assert {span["text"] for span in spans if span["color"] == 0x1F4E79} == {"NIEDERSCHRIFT", "A. Öffentlicher Teil"}
