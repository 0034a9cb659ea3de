"""DOCX as Word's users meet it, read with python-docx, which had no part in writing it."""

import datetime
import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from minutes.documents import docx as writer
from minutes.documents.characters import legible
from minutes.documents.layout import Layout, Logo
from minutes.documents.tree import Cell, Entries, Group, Heading, Paragraph, Prose, Run, Table, cell, paragraph
from minutes.markup import Paragraph as MarkupParagraph
from minutes.markup import Span, parse
from tests.minutes.documents import trees


def opened(document) -> docx.document.Document:
    return docx.Document(io.BytesIO(writer.write(document)))


@pytest.fixture(scope="module")
def protocol() -> docx.document.Document:
    return opened(trees.minutes())


def texts(document) -> list[str]:
    return [one.text for one in document.paragraphs]


def found(document, start: str):
    """The first paragraph that starts so."""
    return next(one for one in document.paragraphs if one.text.startswith(start))


def level(style) -> int:
    """The level of the heading style that a style is or is based on, else 0."""
    while style is not None:
        if re.fullmatch("Heading [1-5]", style.name):
            return int(style.name[-1])
        style = style.base_style
    return 0


def test_it_names_title_issuer_and_date_but_not_the_moment_of_writing(protocol):
    properties = protocol.core_properties
    assert properties.title == trees.minutes().full_title
    assert properties.title.endswith("(IntA/7/2026) (Entwurf)")
    assert properties.author == "Kreis Musterland"
    assert properties.language == "de-DE"
    assert properties.created == properties.modified == datetime.datetime(2026, 11, 18, tzinfo=datetime.UTC)


def test_it_is_german_and_hyphenated(protocol):
    [language] = protocol.styles.element.xpath("w:docDefaults//w:lang")
    assert language.get(qn("w:val")) == "de-DE"
    assert protocol.settings.element.xpath("w:autoHyphenation")


def test_its_headings_are_headings_of_word(protocol):
    headings = [(level(one.style), one.text) for one in protocol.paragraphs if level(one.style)]
    assert headings[:3] == [(1, "NIEDERSCHRIFT"), (2, "Anwesend"), (3, "Vorsitz")]
    assert (3, "TOP 3\t1. Integrationskonzept des Kreises Musterland\tSV-11-0612") in headings
    assert (4, "Beschluss:") in headings


def test_its_styles_are_named_after_what_they_are_for(protocol):
    used = {one.style.name for one in protocol.paragraphs}
    assert {"Gremia Issuer", "Gremia Session", "Gremia Movement Indented", "Gremia Resolution Indented"} <= used
    speakers = [run.text for one in protocol.paragraphs for run in one.runs if run.style.name == "Gremia Speaker"]
    assert speakers[:2] == ["MA Dregger", "s. B. Neuhaus"]
    assert protocol.styles["Gremia Speaker"].font.bold


def test_the_mark_stands_after_the_letterhead_and_on_each_further_page(protocol):
    assert texts(protocol)[:4] == ["Kreis Musterland", "Der Landrat", "Entwurf", "NIEDERSCHRIFT"]
    [section] = protocol.sections
    assert section.header.paragraphs[0].text == "Integrationsausschuss, 7. Sitzung am 18.11.2026\tEntwurf"
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""


def test_each_page_is_numbered_by_fields(protocol):
    for footer in (protocol.sections[0].footer, protocol.sections[0].first_page_footer):
        fields = footer.paragraphs[0]._p.xpath("w:fldSimple/@w:instr")
        assert fields == ["PAGE", "NUMPAGES"]


def test_the_sheet_has_the_margins_of_the_stylesheet(protocol):
    [section] = protocol.sections
    lengths = (section.page_width, section.page_height, section.left_margin, section.right_margin, section.top_margin)
    assert [round(length.mm) for length in lengths] == [210, 297, 25, 24, 27]


def test_the_heading_of_a_table_comes_again_and_no_row_is_torn(protocol):
    agenda = protocol.tables[0]
    assert [one.text for one in agenda.rows[0].cells] == ["TOP", "Gegenstand", "Vorlage"]
    assert agenda.rows[0]._tr.xpath("w:trPr/w:tblHeader")
    assert not agenda.rows[1]._tr.xpath("w:trPr/w:tblHeader")
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for table in protocol.tables for row in table.rows)


def test_page_numbers_that_word_does_not_know_are_left_out_also_below_a_wide_cell():
    page = cell("", "page", page_of="key")
    table = Table(
        rows=((cell("1"), cell("Thema", span=2), page), (cell("2"), cell("a"), cell("b"), page)),
        header=(cell("TOP"), cell("Gegenstand"), cell("Vorlage"), cell("Seite", "page")),
        widths=(19, 0, 24, 9),
        paged=3,
    )
    [table] = opened(trees.of(table)).tables
    assert [[one.text for one in row.cells] for row in table.rows] == [
        ["TOP", "Gegenstand", "Vorlage"],
        ["1", "Thema", "Thema"],
        ["2", "a", "b"],
    ]
    assert sum(column.width.mm for column in table.columns) == pytest.approx(161, abs=0.1)


def test_an_agenda_line_leads_to_its_item(protocol):
    body = protocol.element.body
    anchors = body.xpath(".//w:hyperlink/@w:anchor")
    names = body.xpath(".//w:bookmarkStart/@w:name")
    assert len(anchors) == 7
    assert set(anchors) == set(names)
    assert len(set(body.xpath(".//w:bookmarkStart/@w:id"))) == len(names)
    heading = body.xpath(f".//w:p[w:bookmarkStart/@w:name='{anchors[2]}']")[0]
    assert "".join(heading.itertext()).startswith("TOP 3")


def test_a_link_to_a_heading_that_is_not_there_is_plain_text():
    document = opened(trees.of(Table(rows=((cell("Thema", key="nowhere"),),))))
    assert not document.element.body.xpath(".//w:hyperlink")
    assert document.tables[0].cell(0, 0).text == "Thema"


def test_lists_keep_the_labels_that_were_typed():
    document = opened(
        trees.of(Prose(parse("Der Rat beschließt:\n\n3) Drittens\n   a) zuerst\n      aa) so\n7) Siebtens")))
    )
    entries = [one for one in document.paragraphs if one.style.name.startswith("List")]
    assert [one.text for one in entries] == ["3)\tDrittens", "a)\tzuerst", "aa)\tso", "7)\tSiebtens"]
    indents = [one.style.paragraph_format.left_indent.mm for one in entries]
    assert indents == [*sorted(indents[:3]), indents[0]]
    formats = document.part.numbering_part.element.xpath("w:abstractNum/w:lvl/w:numFmt/@w:val")
    assert set(formats) == {"none"}


def test_a_vote_is_not_torn_apart():
    vote = Group(
        (Heading(4, "1. Absatz"), Table(rows=((cell("Form:"), cell("offen")),) * 2), paragraph("Ende.")), "vote"
    )
    document = opened(trees.of(vote, paragraph("Danach.")))
    kept = {one.text: bool(one._p.xpath("w:pPr/w:keepNext")) for one in document.paragraphs}
    assert kept["1. Absatz"]
    assert not kept["Ende."]
    assert all(one._p.xpath("w:pPr/w:keepNext") for one in document.tables[0].column_cells(0)[1].paragraphs)


def test_a_heading_stays_with_what_follows(protocol):
    for number in range(1, 6):
        assert protocol.styles[f"Heading {number}"].paragraph_format.keep_with_next


def test_who_leaves_does_so_on_the_page_of_the_item(protocol):
    before = protocol.paragraphs[texts(protocol).index("Ktabg. Bednar verlässt um 17:55 Uhr die Sitzung.") - 1]
    assert before._p.xpath("w:pPr/w:keepNext")


def test_names_and_remarks_stand_in_two_columns(protocol):
    assert "Merten, Heinz\tab TOP 3 (16:52 Uhr)" in texts(protocol)
    assert "Dr. Wende, Thomas" in texts(protocol)
    long = opened(trees.of(Entries((("x" * 60, "ab TOP 3"),), "people")))
    assert f"{'x' * 60}\nab TOP 3" in texts(long)


def test_the_counts_stand_at_the_right_edge_of_the_result(protocol):
    cells = [one.text for table in protocol.tables for row in table.rows for one in row.cells]
    assert "einstimmig bei 1 Enthaltung\t(Ja: 7, Nein: 0, Enthaltungen: 1, Befangen: 0)" in cells


def test_two_tables_never_touch():
    table = Table(rows=((cell("a"),),))
    document = opened(trees.of(table, table))
    kinds = [child.tag.split("}")[1] for child in document.element.body]
    assert kinds[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_machines_without_our_fonts_know_what_to_take():
    with zipfile.ZipFile(io.BytesIO(writer.write(trees.minutes()))) as archive:
        fonts = archive.read("word/fontTable.xml").decode()
    assert 'w:name="Source Serif 4"><w:altName w:val="Cambria,Liberation Serif"/>' in fonts


def test_a_house_has_its_own_lines_below_the_office_and_its_own_colour():
    house = Layout(sender=("Musterstraße 7", "40000 Musterstadt"), accent="#8a1538")
    document = opened(trees.of(Heading(1, "TITEL"), layout=house))
    assert texts(document)[:4] == ["Kreis Musterland", "Der Landrat", "Musterstraße 7", "40000 Musterstadt"]
    assert str(document.styles["Heading 1"].font.color.rgb) == "8A1538"
    assert document.styles["Heading 2"].font.color.rgb is None
    assert opened(trees.of(Heading(1, "TITEL"))).styles["Heading 1"].font.color.rgb is None


def test_the_foot_of_a_letter_is_at_the_foot_of_its_first_page():
    # python-docx reads no fields: the numbers of the pages are missing from what it says.
    house = Layout(footer=("IBAN DE00",))
    letter, other = (opened(trees.of(layout=house, is_letter=is_letter)).sections[0] for is_letter in (True, False))
    assert [one.text for one in letter.first_page_footer.paragraphs] == ["IBAN DE00", "\tSeite  von "]
    assert [one.text for one in letter.footer.paragraphs] == ["\tSeite  von "]
    assert [one.text for one in other.first_page_footer.paragraphs] == ["\tSeite  von "]


@pytest.mark.parametrize("logo", [trees.PNG, trees.SVG], ids=["png", "svg"])
def test_a_logo_is_shown_as_large_as_there_is_room_and_told_in_words(logo):
    document = opened(trees.of(layout=Layout(logo=logo)))
    [properties] = document.element.body.xpath(".//wp:docPr")
    assert properties.get("descr") == "Wappen"
    [extent] = document.element.body.xpath(".//wp:extent")
    assert (int(extent.get("cx")) / 36000, int(extent.get("cy")) / 36000) == (48, 24)
    held = {part.blob for part in document.part.related_parts.values() if str(part.partname).startswith("/word/logo")}
    assert logo.content in held


def test_a_picture_that_is_none_is_left_out():
    assert not opened(trees.of(layout=Layout(logo=Logo(b"x", "image/png", "")))).element.body.xpath(".//wp:anchor")


def test_what_was_removed_is_framed():
    redacted = Span("redacted", "[geschwärzt: § 35 SGB I]")
    document = opened(trees.of(Prose((MarkupParagraph((Span("plain", "Herr "), redacted)),))))
    run = found(document, "Herr").runs[1]
    assert run.text == "[geschwärzt: § 35 SGB I]"
    assert run.style.element.xpath("w:rPr/w:bdr")


def test_its_parts_bear_no_date_and_name_no_other_program():
    content = writer.write(trees.minutes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(archive.read(entry) for entry in archive.infolist())
    assert b"rsid" not in everything
    assert b"<Application>Gremia</Application>" in everything
    assert content == writer.write(trees.minutes())


ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=40)


@given(text=ANY_TEXT)
def test_any_text_comes_out(text):
    document = trees.of(
        Heading(2, text, role="item-heading", label=text, beside=text, key=text or "key"),
        Paragraph((Run(text, "label"), Run(text), Run(text, "unknown")), text[:3]),
        Entries(((text, text),)),
        Table(rows=((Cell(((Run(text),), (Run(text, "counts"),)), key=text or "key"),),), header=(cell(text),)),
        title=text,
        subject=text,
        running_head=text,
    )
    read = opened(document)
    assert legible(text) in read.tables[0].rows[1].cells[0].paragraphs[0].text
    assert read.sections[0].header.paragraphs[0].text.startswith(legible(text))
