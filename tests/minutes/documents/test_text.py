"""Plain text as it comes in a mail."""

from hypothesis import given

from minutes.documents import text as writer
from minutes.documents.layout import Layout
from minutes.documents.tree import (
    Cell,
    Entries,
    Figure,
    Heading,
    Prose,
    Run,
    Signature,
    Signatures,
    Table,
    cell,
    labelled,
    paragraph,
)
from minutes.markup import parse
from tests.minutes.documents import samples, trees
from tests.minutes.documents.test_docx import ANY_TEXT


def lines(*blocks, **values) -> list[str]:
    """The lines of a document of these blocks, without its letterhead."""
    written = writer.write(trees.of(*blocks, **values)).decode()
    return written.removeprefix("Kreis Musterland\nDer Landrat\n\n").removesuffix("\n").split("\n")


def test_the_model_begins_as_a_clerk_would_write_it():
    assert (
        writer.write(trees.minutes())
        .decode()
        .startswith(
            "Kreis Musterland\n"
            "Der Landrat                                                              Entwurf\n"
            "\n"
            "NIEDERSCHRIFT\n"
            "=============\n"
            "\n"
            "über die 7. Sitzung des Integrationsausschusses (IntA/7/2026)\n"
            "am Mittwoch, 18.11.2026,\n"
            "Kreishaus I, Großer Sitzungssaal, Musterstraße 7, 40000 Musterstadt\n"
            "\n"
            "Beginn der Sitzung:           16:30 Uhr\n"
            "Ende des öffentlichen Teils:  18:02 Uhr\n"
        )
    )


def test_it_ends_with_one_line_break():
    for document in (*trees.composed().values(), trees.of(), trees.of(paragraph(""))):
        written = writer.write(document).decode()
        assert written.endswith("\n")
        assert not written.endswith("\n\n")


def test_no_line_is_longer_than_80_but_for_a_longer_word():
    for document in trees.composed().values():
        for line in writer.write(document).decode().splitlines():
            assert len(line) <= 80 or samples.LONG_WORD in line
            assert line == line.rstrip(" ")


def test_lists_hang_from_the_labels_that_were_typed():
    typed = (
        "1) Die Satzung wird geändert, und zwar so, dass sie hinterher anders ist, als sie vorher war.\n   a) so\n- da"
    )
    assert lines(Prose(parse(typed))) == [
        "1) Die Satzung wird geändert, und zwar so, dass sie hinterher anders ist, als",
        "   sie vorher war.",
        "   a) so",
        "   - da",
    ]


def test_a_heading_of_an_item_is_underlined_and_names_its_paper_at_the_right():
    assert lines(Heading(3, "Konzept", label="TOP 3", beside="SV-11-0612")) == [
        "TOP 3   Konzept" + " " * 55 + "SV-11-0612",
        "-" * 80,
    ]
    long = lines(Heading(3, "Konzept " * 9, label="TOP 3", beside="SV-11-0612"))
    assert long[:2] == ["TOP 3   " + ("Konzept " * 9).rstrip(), "SV-11-0612".rjust(80)]


def test_a_long_title_hangs_from_its_number():
    assert lines(Heading(3, "Konzept " * 12, label="TOP 3"))[1] == "        " + ("Konzept " * 3).rstrip()


def test_remarks_stand_in_a_column():
    people = Entries((("Merten, Heinz", "ab TOP 3"), ("Lütke, Anna", ""), ("x" * 45, "bis TOP 5")))
    assert lines(people) == [
        "  Merten, Heinz                         ab TOP 3",
        "  Lütke, Anna",
        "  " + "x" * 45,
        " " * 40 + "bis TOP 5",
    ]


def test_a_table_that_fits_is_set_in_columns():
    table = Table(
        rows=((cell("1"), cell("Bericht"), cell("SV-1")), (cell("10"), cell("Anfragen", span=2))),
        header=(cell("TOP"), cell("Gegenstand"), cell("Vorlage")),
    )
    assert lines(table) == [
        "TOP  Gegenstand  Vorlage",
        "------------------------",
        "1    Bericht     SV-1",
        "10   Anfragen",
    ]


def test_what_is_beside_a_wrapped_cell_stands_on_its_last_line():
    table = Table(rows=((cell("1"), cell("Konzept " * 12), cell("SV-11-0612")),))
    assert lines(table) == [
        "1  " + ("Konzept " * 8).rstrip(),
        "   " + ("Konzept " * 4).rstrip().ljust(67) + "SV-11-0612",
    ]


def test_a_table_that_is_too_wide_is_set_line_by_line():
    table = Table(
        rows=((cell("SPD"), cell("Bednar, " * 10), cell("Kohl, " * 10)),),
        header=(cell("Fraktion"), cell("Ja"), cell("Nein")),
    )
    assert lines(table)[:6] == ["Fraktion", "    Ja", "    Nein", "-" * 20, "SPD", "    " + ("Bednar, " * 9).rstrip()]


def test_page_numbers_and_drawings_are_left_out():
    table = Table(
        rows=((cell("1"), cell("Bericht"), cell("", page_of="key")),),
        header=(cell("TOP"), cell("Gegenstand"), cell("Seite")),
        paged=2,
    )
    assert lines(table, Figure("<svg/>", "Halbkreis")) == ["TOP  Gegenstand", "---------------", "1    Bericht"]


def test_counts_that_are_too_long_for_the_line_stand_below_the_result():
    result = Cell(((Run("einstimmig bei 1 Enthaltung"), Run(" "), Run("(Ja: 7, Nein: 0, Enthaltungen: 1)", "counts")),))
    assert lines(Table(rows=((cell("Ergebnis:"), result),))) == [
        "Ergebnis:  einstimmig bei 1 Enthaltung",
        "           (Ja: 7, Nein: 0, Enthaltungen: 1)",
    ]


def test_facts_follow_each_other_closely_and_paragraphs_do_not():
    facts = (labelled("Beginn", "16:30 Uhr", "fact"), labelled("Ende", "18:10 Uhr", "fact"))
    assert lines(*facts, paragraph("Text.")) == [
        "Beginn:                       16:30 Uhr",
        "Ende:                         18:10 Uhr",
        "",
        "Text.",
    ]


def test_lines_to_sign_on_come_one_after_the_other():
    both = Signatures((Signature("Kleinhaus", "Vorsitz", "gez."), Signature("Sander")))
    assert lines(both) == ["_" * 30, "Kleinhaus", "Vorsitz", "gez.", "", "_" * 30, "Sander"]


def test_a_house_has_its_own_lines_below_the_office():
    written = writer.write(trees.of(layout=Layout(sender=("Musterstraße 7",)))).decode()
    assert written == "Kreis Musterland\nDer Landrat\nMusterstraße 7\n"


def test_a_letter_ends_with_its_foot():
    written = writer.write(trees.of(layout=Layout(footer=("IBAN DE00",)), is_letter=True)).decode()
    assert written == "Kreis Musterland\nDer Landrat\n\nIBAN DE00\n"


def test_nothing_steers_the_terminal():
    written = writer.write(trees.of(paragraph("a\x1b[31mb\x07\x9bc\ud800"))).decode()
    assert written.endswith("a[31mbc\ufffd\n")


@given(text=ANY_TEXT)
def test_any_text_comes_out(text):
    written = writer.write(
        trees.of(
            Heading(2, text, label=text, beside=text),
            paragraph(text, text[:3]),
            Prose(parse(text)),
            Entries(((text, text),)),
            Table(rows=((cell(text), Cell(((Run(text),), (Run(text),)))),), header=(cell(text),)),
        )
    )
    assert written.decode().endswith("\n")
