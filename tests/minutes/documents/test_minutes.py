"""The printed protocol: what stands in it, in which order, and that nothing falls off the page."""

import re
from dataclasses import replace

import pymupdf
import pytest

from minutes.documents import pdf
from minutes.markup import parse
from minutes.record.values import OptionLine
from tests.minutes.documents import reading, samples

LEFT, RIGHT = 25, 24


def text_of(record, **wanted) -> str:
    return "\n".join(reading.with_pymupdf(pdf.render(record, **{"document": "minutes", **wanted})))


def model_paragraphs() -> list[str]:
    """The lines of the model protocol that the layout keeps in one piece, in order."""
    cells = (cell for line in samples.M01.splitlines() for cell in re.split(r" {3,}|_{3,}", line))
    return [cell.strip() for cell in cells if cell.strip()]


@pytest.mark.parametrize("reader", reading.READERS)
def test_every_line_of_the_model_is_printed(reader, final_protocol):
    printed = reading.joined("\n".join(reader(final_protocol)))
    missing = [line for line in model_paragraphs() if reading.joined(line).rstrip(":") not in printed]
    assert missing == []


def test_the_items_stand_in_the_order_of_the_agenda(protocol):
    text = "\n".join(reading.with_pymupdf(protocol)).split("A. Öffentlicher Teil")[-1]
    assert re.findall(r"^TOP (\d)", text, re.MULTILINE) == list("1234567")


def test_a_draft_says_so_on_every_page(protocol, final_protocol):
    assert all("Entwurf" in page for page in reading.with_pymupdf(protocol))
    assert not any("Entwurf" in page for page in reading.with_pymupdf(final_protocol))


def test_pages_are_numbered_and_name_the_session(protocol):
    pages = reading.with_pymupdf(protocol)
    for number, page in enumerate(pages, start=1):
        assert f"Seite {number} von {len(pages)}" in page
        assert ("Integrationsausschuss, 7. Sitzung am 18.11.2026" in page) == (number > 1)


def test_the_agenda_gives_the_page_of_each_item(protocol):
    pages = reading.with_pypdf(protocol)
    page_of_item = {
        int(item): number
        for number, page in enumerate(pages, start=1)
        for item in re.findall(r"^TOP (\d)", page, re.MULTILINE)
    }
    agenda = "\n".join(pages).split("Tagesordnung")[1].split("B. Nichtöffentlicher Teil")[0]
    assert page_of_item[7] > page_of_item[1]
    for item in samples.m01_items():
        line = reading.joined(item.title + "".join(paper.reference for paper in item.papers))
        assert f"{line}{page_of_item[int(item.number)]}" in reading.joined(agenda)


def test_a_part_that_is_not_printed_has_no_pages(protocol):
    agenda = (
        "\n".join(reading.with_pypdf(protocol)).split("B. Nichtöffentlicher Teil")[1].split("A. Öffentlicher Teil")[0]
    )
    assert "Gegenstand" in agenda
    assert "Seite" not in agenda


def test_the_counts_stand_beside_the_result(protocol):
    text = " ".join("\n".join(reading.with_pypdf(protocol)).split())
    assert "einstimmig bei 1 Enthaltung (Ja: 7, Nein: 0, Enthaltungen: 1, Befangen: 0)" in text
    assert "2 NEIN-Stimmen (Ja: 5, Nein: 2, Enthaltungen: 0, Befangen: 1)" in text


def test_an_item_without_vote_and_resolution_tells_its_outcome():
    item = replace(samples.m01_items()[5], status_text="zurückgestellt")
    record = samples.m01()
    record = replace(record, parts=(replace(record.parts[0], items=(item,)), record.parts[1]))
    assert "Beschluss: zurückgestellt" in text_of(record)


def test_a_vote_without_a_known_result_shows_no_empty_line():
    vote = replace(samples.c00_item().votes[0], result_lines=(), counts_text="")
    record = samples.c00()
    item = replace(samples.c00_item(), votes=(vote,))
    text = text_of(replace(record, parts=(replace(record.parts[0], items=(item,)),)))
    assert "Form der Abstimmung:" in text
    assert "Abstimmungsergebnis:" not in text


def test_an_election_lists_the_votes_of_its_options_once():
    vote = replace(
        samples.c00_item().votes[0],
        options=(OptionLine("CDU-Liste", 28, "CDU-Liste = 28 Stimmen"),),
        result_lines=("CDU-Liste = 28 Stimmen", "1 ungültige Stimme"),
        counts_text="",
    )
    record = samples.c00()
    item = replace(samples.c00_item(), votes=(vote,))
    text = text_of(replace(record, parts=(replace(record.parts[0], items=(item,)),)))
    assert text.count("CDU-Liste = 28 Stimmen") == 1
    assert text.index("CDU-Liste") < text.index("1 ungültige Stimme")


def test_markup_in_names_and_texts_is_printed_as_it_was_typed():
    typed = "Ktabg. <b>Muster</b> & {{ record }} verlangt 5 < 6."
    item = replace(samples.m01_items()[0], title=typed, contributions=(samples.speech(typed),))
    record = samples.m01()
    text = text_of(replace(record, parts=(replace(record.parts[0], items=(item,)),)))
    assert text.count(typed) == 2


def test_characters_that_the_fonts_lack_are_spelled_out():
    item = replace(samples.m01_items()[0], contributions=(samples.speech("Gut 👍🏽 so, \u200b\ufe0f漢 Łódź ẞ ⟨x⟩."),))
    record = samples.m01()
    text = text_of(replace(record, parts=(replace(record.parts[0], items=(item,)),)))
    assert "Gut [U+1F44D][U+1F3FD] so, [U+6F22] Łódź ẞ" in text


def test_no_text_fetches_a_file_or_a_page(caplog):
    text = '<img src="file:///etc/passwd"><style>@import "https://example.org/x.css"</style> url(file:///etc/passwd)'
    record = replace(samples.m01(), opening=parse(text))
    assert "root:" not in text_of(record)
    assert caplog.records == []


def test_nothing_falls_off_the_page(long_one):
    assert reading.lines_outside(long_one, left=LEFT, right=RIGHT) == []


def test_everything_long_is_printed_in_full(long_one):
    text = reading.joined("".join(reading.with_pymupdf(long_one)))
    assert reading.joined(samples.LONG_WORD) in text
    assert text.count(reading.joined(samples.LONG_TITLE)) == 2
    assert all(reading.joined(name) in text for name in samples.COUNCILLORS)
    assert text.count(reading.joined("aa) Er steigt um 5 €.")) == 6


def test_nothing_is_printed_over_something_else(long_one):
    assert reading.overlapping(long_one) == []


def test_words_over_each_other_would_be_found(final_protocol):
    with pymupdf.open(stream=final_protocol) as file:
        file[0].insert_text((72, 200), "Quer", fontsize=12)
        file[0].insert_text((74, 201), "Darüber", fontsize=12)
        changed = file.tobytes()
    assert any("Quer" in pair for pair in reading.overlapping(changed))


def test_a_vote_is_not_torn_apart(long_one):
    for page in reading.with_pymupdf(long_one):
        assert page.count("Form der Abstimmung:") == page.count("Abstimmungsergebnis:")
        assert page.count("namentlich") == page.count("Zusammen")


def heads_alone(content: bytes) -> list[str]:
    """Lines at the foot of a page that head what stands on the next."""
    return [
        line
        for line, font in reading.foots(content)
        if re.match(r"TOP \d|Beschluss:|\d\. Absatz|Tagesordnung|Anwesend|[A-Z]\. ", line) and "Sans" in font
    ]


def test_no_heading_stands_alone_at_the_foot_of_a_page(long_one):
    assert heads_alone(long_one) == []


@pytest.mark.slow
def test_fifty_items_stay_on_the_page_apart_and_with_their_headings():
    content = pdf.render(samples.stress(items=50), document="minutes")
    assert reading.lines_outside(content, left=LEFT, right=RIGHT) == []
    assert reading.overlapping(content) == []
    assert heads_alone(content) == []
