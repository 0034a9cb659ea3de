"""Files become paragraphs: every encoding, every format, with their places; what can't be read is refused with a reason."""

import textwrap

import pytest

from minutes.importers import Unreadable, read
from minutes.importers.loading import load
from minutes.importers.source import MAX_BYTES, Clock
from tests.minutes.importers.files import archive, docx, lying_zip, pdf, pdf_bomb, zip_bomb
from tests.minutes.importers.texts import GIVEN, differences, expected_readings, reading_of, words_of

ITEM = (GIVEN / "c01-unanimous.txt").read_text()
[EXPECTED] = [each for each in expected_readings() if each["id"] == "c01-unanimous"]
WHOLE = (GIVEN / "m01-full-niederschrift-MODEL.txt").read_text()


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in load(data).paragraphs if not paragraph.is_furniture]


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(data, "text")
    return caught.value.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_text_reads_the_same_in_every_encoding(encoding, ends):
    found = reading_of(ITEM.replace("\n", ends).encode(encoding), "c01-unanimous")
    assert differences(EXPECTED, found) == {}
    assert "Dezernentin Althoff bestätigt dies." in texts(ITEM.replace("\n", ends).encode(encoding))


def test_umlauts_of_every_encoding_are_umlauts():
    for encoding in ("utf-8", "cp1252", "utf-16", "cp850"):
        assert texts("Ktabg. Götz hält Straßen für überfällig; größere Mühe für die Bürger.".encode(encoding))[
            0
        ].startswith("Ktabg. Götz hält")


def test_text_that_was_encoded_twice_is_put_right_and_noted():
    source = load("Ktabg. Götz hält dies für überfällig.".encode().decode("cp1252").encode())
    assert source.paragraphs[0].text == "Ktabg. Götz hält dies für überfällig."
    assert source.notes == ("encoded_twice",)


def test_a_page_in_its_declared_encoding():
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Ktabg. Łukasik fragt.</p></body></html>'
    assert texts(page.encode("iso-8859-2")) == ["Ktabg. Łukasik fragt."]


def test_hyphens_at_line_ends_are_undone_and_real_ones_stay():
    text = "Der Ausschuss berät über die Haus-\nhaltssatzung, die Vor- und Nachteile der Wärme-\nplanung sowie den Antrag der CDU-\nFraktion und vertagt die Sache auf den Mai."
    assert texts(text.encode()) == [
        "Der Ausschuss berät über die Haushaltssatzung, die Vor- und Nachteile der Wärmeplanung sowie den Antrag der CDU-Fraktion und vertagt die Sache auf den Mai."
    ]


def test_paragraphs_of_one_line_each_are_not_joined_below_a_long_heading():
    lines = [
        "Auszug - Eröffnung der Sitzung, Feststellung der Tagesordnung sowie Verpflichtung der neuen Mitglieder",
        "Beratung und Beschluss über die Anträge",
        "Der Vorsitzende verpflichtet das neue Mitglied und weist es auf alle Pflichten hin, die mit diesem Amt nach der Gemeindeordnung verbunden sind und die auch nach dem Ende des Amtes gelten.",
        "Herr Probe beantragt, den zweiten und den dritten Punkt der Tagesordnung gemeinsam zu beraten, weil die beiden Vorlagen dasselbe Grundstück betreffen und nicht getrennt zu verstehen sind.",
        "Frau Muster widerspricht.",
    ]
    assert texts("\n".join(lines).encode()) == lines


def test_a_wrapped_text_with_one_line_that_is_too_long_is_joined():
    sentence = "Herr Probe beantragt, den zweiten und den dritten Punkt der Tagesordnung gemeinsam zu beraten, weil die beiden Vorlagen dasselbe Grundstück betreffen und nicht getrennt zu verstehen sind"
    wrapped = "\n".join(textwrap.wrap(f"{sentence}, und {sentence}.", 72))
    address = "https://www.example.org/" + "a" * 120
    assert texts(f"{address}\n\n{wrapped}".encode()) == [address, f"{sentence}, und {sentence}."]


def test_nothing_goes_on_behind_a_line_that_comes_again_with_another_below():
    first, second = (
        "1. Bericht über die Schilder am Weiher und am alten Steg im Park",
        "2. Antrag auf Erneuerung der Bänke rund um den alten Weiher im Park",
    )
    said = "Der Bericht wird von der Verwaltung mündlich ergänzt und danach erörtert"
    other = "Die Bänke sind nach Ansicht der Anlieger seit Jahren sehr baufällig geworden"
    lines = ["Tagesordnung", first, second, first, said, second, other]
    assert texts("\n".join(lines).encode()) == lines


def test_places_count_pages_and_lines():
    places = [(p.page, p.line, p.text) for p in load(b"Eins.\n\nZwei.\n\fDrei.").paragraphs]
    assert places == [(1, 1, "Eins."), (1, 3, "Zwei."), (2, 5, "Drei.")]


def test_a_page_keeps_rows_and_leaves_scripts_out():
    page = "<html><body><script>alert('x')</script><table><tr><td>Gremium:</td><td>Rat &amp; Tat</td></tr></table><p>a<br>b</p></body></html>"
    assert [" ".join(text.split()) for text in texts(page.encode())] == ["Gremium: Rat & Tat", "a", "b"]


def test_a_single_tag_makes_no_page():
    assert texts(b"Frau Ohm liest <B> vor.") == ["Frau Ohm liest <B> vor."]
    assert texts(b"Frau Ohm liest <b>B</b> vor.") == ["Frau Ohm liest B vor."]


def test_a_page_without_end_tags_loses_nothing():
    assert texts(b"<p>Ktabg. Kohl dankt.<p>Ktabg. Merten <b>fragt nach.<div>MA Ohm antwortet.</i>") == [
        "Ktabg. Kohl dankt.",
        "Ktabg. Merten fragt nach.",
        "MA Ohm antwortet.",
    ]


def test_a_document_of_word_reads_like_its_text():
    blocks = [part.strip("\u00a0 \n") for part in ITEM.split("\n\n")]
    found = reading_of(docx(blocks), "c01-unanimous")
    assert differences(EXPECTED, found) == {}


def test_rows_of_a_word_table_are_lines():
    assert texts(docx(["Anwesend:", "Lütke, Anna\tab TOP 3"])) == ["Anwesend:", "Lütke, Anna    ab TOP 3"]


def wrapped_pages(lines: int = 40) -> bytes:
    """The model protocol as a PDF with running heads and page numbers."""
    flat = [piece for line in WHOLE.split("\n") for piece in (textwrap.wrap(line, 118, drop_whitespace=False) or [""])]
    sheets = [flat[start : start + lines] for start in range(0, len(flat), lines)]
    return pdf(
        [
            ["Integrationsausschuss, 7. Sitzung", "", *sheet, "", f"Seite {number} von {len(sheets)}"]
            for number, sheet in enumerate(sheets, 1)
        ]
    )


def without_places(item: dict) -> dict:
    spoken = [{"kind": each["kind"], "speaker": each["speaker"]} for each in item["contributions"]]
    return {**item, "contributions": spoken}


def test_a_pdf_reads_like_its_text():
    found, plain = reading_of(wrapped_pages(), "m01"), reading_of(WHOLE, "m01")
    for name in ("meeting_number", "meeting_date", "attendance", "agenda", "warnings"):
        assert found[name] == plain[name]
    for one, other in zip(found["items"], plain["items"], strict=True):
        assert differences(without_places(other), one) == {}


def test_a_pdf_keeps_every_word_of_its_pages():
    found = reading_of(wrapped_pages(), "m01")
    kept = [p["text"] for p in found["source"]["passages"] if p["place"] != "furniture"]
    assert sorted(words_of(" ".join(kept))) == sorted(words_of(WHOLE))


def test_running_heads_and_page_numbers_are_furniture():
    places = {(p["place"], p["text"]) for p in reading_of(wrapped_pages(), "m01")["source"]["passages"]}
    assert ("furniture", "Seite 2 von 4") in places
    assert ("furniture", "Integrationsausschuss, 7. Sitzung") in places


def test_a_vote_at_the_edge_of_each_page_is_no_running_foot():
    title = ["Niederschrift über die 3. Sitzung des Rates am 04.05.2026", ""]
    sheets = [
        [*title, "TOP 1: Zaun", "", "Der Zaun wird gebaut.", *[""] * 30, "Abstimmungsergebnis:", "9 Ja-Stimmen"],
        ["TOP 2: Tor", "", "Das Tor wird gebaut.", *[""] * 30, "Abstimmungsergebnis:", "8 Ja-Stimmen"],
    ]
    items = reading_of(pdf(sheets))["items"]
    assert [[vote["yes"] for vote in item["votes"]] for item in items] == [[9], [8]]


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        ("mehrheitlich mit vier Gegenstimmen und drei", "Stimmenthaltungen", {"no": 4, "abstain": 3}),
        ("3 Ja-Stimmen, 5 Nein-Stimmen, 1", "Stimmenthaltung, damit abgelehnt", {"yes": 3, "no": 5, "abstain": 1}),
        ("einstimmig   (Ja: 8, Nein: 0, Enthaltungen: 0,", "Befangen: 1)", {"yes": 8, "no": 0, "abstain": 0}),
    ],
)
def test_a_result_goes_on_below_its_label(first, second, counts):
    lines = [
        "Frau Ohm erläutert, dass der Zaun an der Bachstraße im nächsten Jahr erneuert werden",
        "müsse, weil das Holz morsch sei.",
        "",
        "Beschluss:",
        "Der Zaun wird gebaut.",
        "",
        f"Abstimmungsergebnis:               {first}",
        second,
    ]
    [vote] = reading_of(pdf([lines]))["votes"]
    assert {kind: vote.get(kind) for kind in counts} == counts


def test_what_holds_no_text_is_refused():
    assert refused(b"") == "empty"
    assert refused(b" \n\t\r\n ") == "empty"
    assert refused(b"* * *\n---") == "empty"
    assert refused(pdf([[""], [""]])) == "no_text"
    assert refused(docx([""])) == "empty"
    assert refused(b"<html><body><img src='x'></body></html>") == "empty"


def test_other_kinds_of_file_are_named():
    assert refused(b"{\\rtf1\\ansi Ktabg.}") == "unknown_format"
    assert refused(archive({"content.xml": b"<x/>"})) == "unknown_format"
    assert refused(b"\x89PNG\r\n\x1a\n" + bytes(100)) == "unknown_format"
    assert refused(bytes(range(256)) * 20) == "binary"


def test_what_is_too_large_is_refused():
    assert refused(b"a" * (MAX_BYTES + 1)) == "too_large"
    assert refused(("Ktabg. Kohl dankt.\n\n" * 400_000).encode()) == "too_long"


def test_bombs_are_refused_before_they_unpack():
    assert refused(zip_bomb(80)) == "bomb"
    assert refused(lying_zip()) in {"bomb", "broken"}
    assert refused(pdf_bomb(80)) in {"bomb", "broken"}


def test_entities_of_a_document_are_refused():
    prolog = '<!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert refused(docx(["Ktabg. Kohl"], prolog=prolog)) == "dtd"
    assert refused(docx(["x"], prolog='<!DOCTYPE w SYSTEM "file:///etc/passwd">')) == "dtd"


def test_damaged_files_are_refused():
    assert refused(docx(["Ktabg. Kohl dankt."])[:150]) == "broken"
    assert refused(b"%PDF-1.7\n") == "broken"
    assert refused(archive({"word/document.xml": b"<w:document"})) == "broken"


def test_a_page_nested_too_deeply_is_refused_or_read_whole():
    page = b"<html><body>" + b"<div>" * 5_000 + b"Ktabg. Kohl dankt." + b"</div>" * 5_000
    try:
        found = texts(page)
    except Unreadable as error:
        found = [error.reason]
    assert found in (["Ktabg. Kohl dankt."], ["too_deep"])


def test_the_clock_ends_what_takes_too_long():
    with pytest.raises(Unreadable) as caught:
        load(WHOLE.encode(), Clock(-1))
    assert caught.value.reason == "too_slow"


def test_who_speaks_next_begins_a_paragraph_where_no_empty_lines_part_them():
    # The line before ends with its sentence close to the margin, as if the next were wrapped.
    speeches = (
        "Ratsmitglied Kohl fragt, ob der Weg am Bach noch in diesem Jahr geteert werden soll.\n"
        "Der Vorsitzende verneint dies, weil die Mittel hierfür im Haushalt nicht vorgesehen\n"
        "sind und auch im kommenden Jahr wohl noch nicht vorgesehen werden können. Er bedauert.\n"
        "Ratsmitglied Dr. Ohm regt an, den Weg wenigstens zu schottern und neu zu markieren.\n"
        "Der Gemeinderat beschließt, den Weg zu schottern."
    )
    found = texts(speeches.encode())
    assert [each.split()[0] for each in found] == ["Ratsmitglied", "Der", "Ratsmitglied", "Der"]


def test_who_is_named_where_a_line_was_wrapped_begins_none():
    speech = (
        "Ratsmitglied Kohl fragt, ob der Weg am Bach noch in diesem Jahr geteert werden solle und ob\n"
        "Bürgermeister Ohm wisse, wer das bezahle, da die Mittel hierfür im Haushalt nicht vorgesehen\n"
        "sind."
    )
    assert len(texts(speech.encode())) == 1


@pytest.mark.parametrize(
    "mark",
    ["5. Sitzung des Bauausschusses vom 4. Mai 2026     Seite: 2/4", "Niederschrift vom 4. Mai 2026 Seite 3 von 4"],
)
def test_a_line_with_the_number_of_the_page_and_how_many_there_are_is_no_text(mark):
    assert texts(f"Frau Ohm dankt.\n\n{mark}\n\nHerr Kohl bittet um Geduld.".encode()) == [
        "Frau Ohm dankt.",
        "Herr Kohl bittet um Geduld.",
    ]


def test_a_line_that_ends_within_a_sentence_is_joined_though_nothing_else_is_wrapped():
    text = (
        "Der Vorsteher eröffnet die Sitzung, begrüßt die Gäste und\n\nstellt den Plan vor.\n\n"
        "Frau Ohm fragt, was der neue Steg am Teich kosten soll und ob die Mit-\ntel reichen.\n\n"
        "Herr Fels nennt ihr die Summe und sagt, der Steg komme im\nMai.\n\nFrau\nUhde dankt.\n"
    )
    assert texts(text.encode()) == [
        "Der Vorsteher eröffnet die Sitzung, begrüßt die Gäste und stellt den Plan vor.",
        "Frau Ohm fragt, was der neue Steg am Teich kosten soll und ob die Mittel reichen.",
        "Herr Fels nennt ihr die Summe und sagt, der Steg komme im Mai.",
        "Frau Uhde dankt.",
    ]


def test_points_and_results_with_small_letters_begin_lines_of_their_own():
    text = "Der Rat stimmt über den Zuschuss für den neuen Steg am großen Teich ab\n\neinstimmig beschlossen\n\nmit Hinweis"
    assert len(texts(text.encode())) == 3


@pytest.mark.parametrize("apart", ["\n\n \n\n", "\n\n\n\n"])
def test_lines_with_an_empty_one_below_each_are_joined_and_paragraphs_parted_by_more(apart):
    said = (
        "Frau Brenk teilt mit, dass der Termin mit dem Amt\nabgestimmt sei. Auch stehe an diesem Tag der Park\nzur Verfügung.",
        "Herr Kohl stellt fest, dass sich bislang nur zwei\nVereine gemeldet hätten, und fragt, ob man das Fest\nunter diesen Umständen feiern solle.",
        "Herr Aalders ist der Ansicht, dass man zu sehr auf\nEssen und Trinken setze. Er habe sich von der Schule\nmehr erwartet und vermisse den Austausch, den es\nfrüher gegeben habe.",
    )
    text = apart.join(paragraph.replace("\n", "\n\n") for paragraph in said)
    assert texts(text.encode()) == [paragraph.replace("\n", " ") for paragraph in said]


def test_an_empty_line_below_each_paragraph_of_one_line_parts_them():
    said = ("Herr Kohl fragt nach.", "Frau Brenk antwortet", "beide danken", "Herr Aalders lobt den Plan.")
    assert texts("\n\n".join(said).encode()) == list(said)


def test_who_speaks_next_begins_a_paragraph_where_nothing_parts_them():
    lines = (
        "Beigeordneter Uhde erläutert die drei Entwürfe für den Platz, die das Büro im Winter ausge-",
        "arbeitet hat, und nennt die Kosten der Pflasterung, die zum großen Teil gefördert werden.",
        "Gemeindevertreterin Ohm vermisst eine überdachte Sitzgelegenheit für Jugendliche im Dorf.",
        "Sachkundiger Bürger Kohl fragt nach den Folgekosten der Wasserfläche.",
        "Seitens der ABC-Fraktion wird angeregt, den Weg an die erste Stelle der Liste zu setzen, die",
        "im nächsten Jahr abgearbeitet werden soll.",
    )
    said = reading_of("TOP 2: Dorfplatz\n" + "\n".join(lines))["contributions"]
    assert [(each["kind"], each["speaker"]) for each in said] == [
        ("speech", "Beigeordneter Uhde"),
        ("speech", "Gemeindevertreterin Ohm"),
        ("speech", "Sachkundiger Bürger Kohl"),
        ("procedure", None),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ratsherr Kohl berichtet von einem Gespräch mit den Fischern. Der", "Bootsverleih werde erst im Mai öffnen."),
        ("Ratsherr Kohl gibt bekannt, dass der Fischer den Antrag mit", "Schreiben vom 3. Mai zurückgenommen habe."),
        ("Ratsherr Kohl berichtet über die Prüfung der Boote am 14.", "April. Mängel hätten sich keine ergeben."),
        ("Der Steg wird mit 3 Ja-Stimmen, keiner Enthaltung, 10", "Nein-Stimmen abgelehnt."),
    ],
)
def test_one_line_that_ends_within_a_sentence_tells_that_lines_are_wrapped(first, second):
    assert texts(f"{first}\n{second}\n\nFrau Ohm dankt.".encode()) == [f"{first} {second}", "Frau Ohm dankt."]
