"""ODT as LibreOffice's users meet it, read with odfdo, which had no part in writing it."""

import datetime
import io
import zipfile

import odfdo
import pytest
from hypothesis import given
from lxml import etree

from minutes.documents import odt as writer
from minutes.documents.characters import legible
from minutes.documents.layout import Layout
from minutes.documents.tree import Cell, Entries, Group, Heading, Paragraph, Prose, Run, Table, cell, paragraph
from minutes.markup import parse
from tests.minutes.documents import trees
from tests.minutes.documents.test_docx import ANY_TEXT


def opened(document) -> odfdo.Document:
    return odfdo.Document(io.BytesIO(writer.write(document)))


def part(document, name: str) -> etree._Element:
    """A part of the file, for what odfdo has no words for."""
    with zipfile.ZipFile(io.BytesIO(writer.write(document))) as archive:
        return etree.fromstring(archive.read(name))


def asked(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces={key: value for key, value in root.nsmap.items() if key})


@pytest.fixture(scope="module")
def protocol() -> odfdo.Document:
    return opened(trees.minutes())


def test_it_is_a_text_of_opendocument(protocol):
    assert protocol.mimetype == "application/vnd.oasis.opendocument.text"
    with zipfile.ZipFile(io.BytesIO(writer.write(trees.minutes()))) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_it_names_title_issuer_and_date_but_not_the_moment_of_writing(protocol):
    meta = protocol.meta
    assert meta.title == trees.minutes().full_title
    assert meta.initial_creator == "Kreis Musterland"
    assert meta.language == "de"
    assert meta.generator == "Gremia"
    assert meta.creation_date == meta.date == datetime.datetime(2026, 11, 18, tzinfo=datetime.UTC)


def test_its_headings_are_headings_with_their_level(protocol):
    headings = [(int(header.level), header.text_recursive) for header in protocol.body.headers]
    assert headings[:3] == [(1, "NIEDERSCHRIFT"), (2, "Anwesend"), (3, "Vorsitz")]
    assert (3, "TOP 3\t1. Integrationskonzept des Kreises Musterland\tSV-11-0612") in headings
    assert (4, "Beschluss:") in headings


def test_its_styles_are_named_after_what_they_are_for():
    styles = asked(part(trees.minutes(), "styles.xml"), "//style:style/@style:display-name")
    assert {"Gremia Issuer", "Gremia Session", "Gremia Resolution", "Gremia Speaker", "Heading 1"} <= set(styles)


def test_it_is_german_and_hyphenated():
    [properties] = asked(
        part(trees.minutes(), "styles.xml"), "//style:default-style/style:text-properties[@fo:hyphenate='true']"
    )
    assert sorted(properties.values())[-2:] == ["de", "true"]
    assert "DE" in properties.values()


def test_the_mark_and_the_running_head_stand_on_each_further_page():
    root = part(trees.minutes(), "styles.xml")
    [header] = asked(root, "//style:master-page/style:header")
    assert "".join(header.itertext()) == "Integrationsausschuss, 7. Sitzung am 18.11.2026Entwurf"
    [first] = asked(root, "//style:master-page/style:header-first")
    assert "".join(first.itertext()) == ""
    for footer in asked(root, "//style:footer | //style:footer-first"):
        assert "".join(footer.itertext()) == "Seite 1 von 1"
        assert [child.tag.split("}")[1] for child in footer[0]] == ["tab", "page-number", "page-count"]


def test_the_heading_of_a_table_comes_again_and_no_row_is_torn():
    root = part(trees.minutes(), "content.xml")
    agenda = asked(root, "//table:table")[0]
    [header] = asked(root, "//table:table[1]/table:table-header-rows")[:1]
    assert "".join(header.itertext()) == "TOPGegenstandVorlage"
    assert agenda.index(header) == 3
    rows = set(asked(root, "//table:table-row/@table:style-name"))
    kept = asked(root, "//style:style[style:table-row-properties/@fo:keep-together='always']/@style:name")
    assert rows <= set(kept)


def test_a_wide_cell_covers_the_next():
    table = Table(rows=((cell("1"), cell("Thema", span=2)), (cell("2"), cell("a"), cell("b"))))
    read = opened(trees.of(table)).body.get_table(0)
    assert (read.width, read.height) == (3, 2)
    assert read.get_cell((1, 0)).span_area() == (2, 1)


def test_an_agenda_line_leads_to_its_item():
    root = part(trees.minutes(), "content.xml")
    links = [
        link[1:]
        for link in asked(
            root,
            "//text:a/@xlink:href",
        )
    ]
    marks = asked(root, "//text:bookmark-start/@text:name")
    assert len(links) == 7
    assert links == marks == asked(root, "//text:bookmark-end/@text:name")
    [heading] = asked(root, f"//text:h[text:bookmark-start/@text:name='{links[2]}']")
    assert "".join(heading.itertext()).startswith("TOP 3")


def test_lists_are_lists_and_keep_the_labels_that_were_typed():
    root = part(trees.of(Prose(parse("3) Drittens\n   a) zuerst\n      aa) so\n7) Siebtens\n\nText."))), "content.xml")
    [outer] = asked(root, "//office:text/text:list")
    assert ["".join(entry[0].itertext()) for entry in outer] == ["3)Drittens", "7)Siebtens"]
    [inner] = asked(root, "//text:list/text:list-item/text:list/text:list-item/text:list/text:list-item/text:p")
    assert "".join(inner.itertext()) == "aa)so"
    assert asked(root, "//office:text/text:p[last()]")[0].text == "Text."
    formats = asked(part(trees.minutes(), "styles.xml"), "//text:list-level-style-number/@style:num-format")
    assert set(formats) == {""}


def test_a_vote_is_not_torn_apart():
    vote = Group((Heading(4, "1. Absatz"), Table(rows=((cell("Form:"),),)), paragraph("Ende.")), "vote")
    root = part(trees.of(vote), "content.xml")
    [table] = asked(root, "//style:table-properties")
    assert "always" in table.values()
    assert "false" in table.values()
    kept = asked(root, "//style:style[style:paragraph-properties/@fo:keep-with-next='always']/@style:name")
    [heading] = asked(root, "//text:h/@text:style-name")
    assert heading in kept


@pytest.mark.parametrize("logo", [trees.PNG, trees.SVG], ids=["png", "svg"])
def test_a_logo_is_shown_as_large_as_there_is_room_and_told_in_words(logo):
    document = trees.of(layout=Layout(logo=logo))
    [frame] = asked(part(document, "content.xml"), "//draw:frame")
    assert asked(frame, "svg:title/text()") == ["Wappen"]
    assert asked(frame, "@svg:width | @svg:height") == ["48mm", "24mm"]
    [place] = asked(frame, "draw:image/@xlink:href")
    with zipfile.ZipFile(io.BytesIO(writer.write(document))) as archive:
        assert archive.read(place) == logo.content
        assert place in archive.read("META-INF/manifest.xml").decode()


def test_a_house_has_its_own_colour_and_the_foot_of_a_letter_its_lines():
    root = part(trees.of(layout=Layout(footer=("IBAN DE00",), accent="#8a1538"), is_letter=True), "styles.xml")
    assert asked(root, "//style:style[@style:name='Heading_20_1']/style:text-properties/@fo:color") == ["#8a1538"]
    assert ["".join(line.itertext()) for line in asked(root, "//style:footer-first/text:p")] == [
        "IBAN DE00",
        "Seite 1 von 1",
    ]


def test_several_spaces_are_counted():
    root = part(trees.of(paragraph("eins   zwei")), "content.xml")
    assert asked(root, "//text:s/@text:c") == ["2"]


def test_its_parts_bear_no_date():
    content = writer.write(trees.minutes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert content == writer.write(trees.minutes())


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
    assert opened(document).meta.title == legible(text)
    heading = asked(part(document, "content.xml"), "//text:h")[0]
    written = "".join(heading.itertext())
    # Spaces that are counted are elements, as are tabs and line breaks.
    assert "".join(written.split()) == "".join((legible(text) * 3).split())
