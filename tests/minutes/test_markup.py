"""The text markup: what is markup, what stays text, and that no character is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.markup import ListBlock, NameTable, Paragraph, Span, parse, plain, plain_spans, speaker_marks
from minutes.markup_html import to_html

NBSP = "\u00a0"


def spans(*pairs):
    return tuple(Span(kind, text) for kind, text in pairs)


def test_blank_lines_separate_paragraphs_also_lines_of_no_break_spaces():
    assert parse(f"Eins.\n\n{NBSP}\n\nZwei.\n \nDrei.") == tuple(
        Paragraph(spans(("plain", t))) for t in ("Eins.", "Zwei.", "Drei.")
    )


def test_a_line_break_inside_a_paragraph_is_kept():
    assert parse("Anmerkung:\r\nBeide Anlagen") == (Paragraph(spans(("plain", "Anmerkung:\nBeide Anlagen"))),)


def test_two_asterisks_make_bold():
    assert parse("Der **ganze** Text") == (Paragraph(spans(("plain", "Der "), ("bold", "ganze"), ("plain", " Text"))),)


@pytest.mark.parametrize(
    "text",
    [
        "Bürger*innen und Besucher*innen",
        "22. November",
        "1.      Der Zuschuss wird auf 20.000 € festgesetzt.",
        "# Überschrift",
        "* Stern",
        "_unterstrichen_ und <b>fett</b>",
        "2 ** 3 ** 4",
        "**offen",
        "⟨offen",
        "verkehrt⟩ herum⟨",
        "⟨⟩",
        "****",
        f"Er sagt: „Ja:{NBSP}9“ – jeweilig aktuellen Bedingungen ",
        "Ktabg. Bednar                    Ktabg. Schemmer",
        "-ohne Abstand",
        "1)ohne Abstand",
    ],
)
def test_everything_else_is_text_letter_for_letter(text):
    assert parse(text) == (Paragraph(spans(("plain", text))),)


def test_a_speaker_mark_may_stand_at_any_place():
    text = "Positiv äußert sich auch ⟨Ktabg. Kohaus⟩ zum Integrationskonzept."
    assert parse(text) == (
        Paragraph(
            spans(
                ("plain", "Positiv äußert sich auch "),
                ("speaker", "Ktabg. Kohaus"),
                ("plain", " zum Integrationskonzept."),
            )
        ),
    )
    assert plain(parse(text)) == "Positiv äußert sich auch Ktabg. Kohaus zum Integrationskonzept."


def test_speaker_marks_are_listed_in_order_also_from_lists_and_tables():
    text = "⟨MA Dreier⟩ und ⟨Ktabg. Kohl⟩\n- ⟨LR Püning⟩\n\n⟨Ktabg. Bednar⟩   ⟨Ktabg. Graute⟩\nKtabg. Fels\t⟨AL Bosse⟩"
    assert speaker_marks(text) == (
        "MA Dreier",
        "Ktabg. Kohl",
        "LR Püning",
        "Ktabg. Bednar",
        "Ktabg. Graute",
        "AL Bosse",
    )


def test_a_speaker_inside_bold_marks_is_still_a_speaker():
    assert speaker_marks("**⟨Ktabg. Kohl⟩**") == ("Ktabg. Kohl",)


def test_bullets_and_a_paragraph_before_them():
    paragraph, bullets = parse("Der Landrat nennt:\n- die **Mensa**\n- die Turnhalle\n  am Markt")
    assert plain_spans(paragraph.spans) == "Der Landrat nennt:"
    assert bullets.style == "bullet"
    assert [plain_spans(entry.spans) for entry in bullets.entries] == ["die Mensa", "die Turnhalle\nam Markt"]


def test_numbered_entries_nest_by_their_kind_or_by_indentation():
    (block,) = parse("1) Eins\na) erstens\naa) Doppelt\nb) zweitens\n2) Zwei\n   - Punkt")
    assert [(e.label, plain_spans(e.spans)) for e in block.entries] == [("1)", "Eins"), ("2)", "Zwei")]
    letters = block.entries[0].children[0]
    assert [entry.label for entry in letters.entries] == ["a)", "b)"]
    assert letters.entries[0].children[0].style == "double"
    assert block.entries[1].children[0].style == "bullet"


def test_indented_bullets_close_again():
    (block,) = parse("- a\n  - b\n- c")
    assert [entry.label for entry in block.entries] == ["-", "-"]
    assert [plain_spans(entry.spans) for entry in block.entries[0].children[0].entries] == ["b"]


def test_a_blank_line_does_not_end_a_list():
    (block,) = parse("1) Eins\n\n2) Zwei")
    assert isinstance(block, ListBlock)
    assert len(block.entries) == 2


def test_rows_with_a_wide_gap_are_a_table_also_with_blank_lines_between_them():
    gap = NBSP * 30
    before, table = parse(
        f"In den Beirat werden entsandt:\n\n{NBSP}\n\nMitglied:{gap}Stellvertreter/in:\n\n{NBSP}\n\n"
        f"Ktabg. Bednar{gap}Ktab. Schemmer"
    )
    assert isinstance(before, Paragraph)
    assert isinstance(table, NameTable)
    assert [[plain_spans(cell) for cell in row] for row in table.rows] == [
        ["Mitglied:", "Stellvertreter/in:"],
        ["Ktabg. Bednar", "Ktab. Schemmer"],
    ]


def test_numbered_resolution_paragraphs_are_no_table():
    _first, second = parse("1.      Der Zuschuss wird festgesetzt.\n\n2.      Die Verwaltung berichtet.")
    assert plain_spans(second.spans) == "2.      Die Verwaltung berichtet."


def test_nothing_gives_nothing():
    assert parse("") == parse(f" \n{NBSP}\n") == ()


PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        "   ",
        NBSP,
        "\t",
        "**",
        "*",
        "⟨",
        "⟩",
        "- ",
        "1) ",
        "a) ",
        "aa) ",
        "\r\n",
        "Ktabg. Kohl",
        "x",
        "„Ja“",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join))


def letters(text):
    """All that is neither white space nor a mark, in order."""
    return re.sub(r"\s|\*\*|⟨|⟩", "", text)


@given(TEXTS)
def test_no_text_raises_and_every_character_stays_in_order(text):
    assert letters(plain(parse(text))) == letters(text)


@given(TEXTS)
def test_words_stay_apart(text):
    unmarked = re.sub(r"\*\*|⟨|⟩", "", text)
    assert re.sub(r"\*\*|⟨|⟩", "", plain(parse(text))).split() == unmarked.split()


def test_html_is_escaped():
    html = to_html(parse('<script>alert(1)</script> & **<b>** ⟨"x"⟩\n\n1) <i>\n\nKtabg. A\t<td>\nKtabg. B\t&'))
    assert [tag for tag in ("<script", "<i>", "<b>") if tag in html] == []
    assert "<strong>&lt;b&gt;</strong>" in html
    assert '<span class="speaker">&quot;x&quot;</span>' in html
    assert '<span class="record-label">1)</span> &lt;i&gt;' in html


def test_html_keeps_line_breaks_and_heads_of_columns():
    html = to_html(parse("a\nb\n\nMitglied:   Vertretung:\nKtabg. A   Ktabg. B\n\n- x\n  - y"))
    assert "<p>a<br>b</p>" in html
    assert '<th scope="col">Mitglied:</th>' in html
    assert "<td>Ktabg. B</td>" in html
    assert (
        '<ul class="record-bullets" role="list"><li>x<ul class="record-bullets" role="list"><li>y</li></ul></li></ul>'
        in html
    )
