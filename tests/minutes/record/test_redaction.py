"""Redaction: the characters of a passage are gone from its target, all else stays; what can't be done is refused."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.markup import parse, plain
from minutes.markup_html import to_html
from minutes.record.redaction import (
    EmptyPassage,
    OccurrenceMissing,
    PassageNotFound,
    RedactionError,
    RedactionOverlap,
    RedactionValue,
    TargetMissing,
    redacted,
    still_there,
    target_texts,
)
from minutes.record.serialise import canonical_bytes, from_bytes, to_json
from minutes.record.values import AttendanceGroup, AttendanceRow, ContributionRecord, DecisionRecord, PaperValue
from tests.minutes.documents import samples

MARK = "[Text entfernt: personenbezogene Daten]"


def redaction(kind, target, passage, occurrence=0):
    return RedactionValue(kind, target, passage, occurrence, "personenbezogene Daten")


def session(*contributions, **values):
    """The model protocol with these contributions at its first item."""
    record = samples.m01(is_draft=False)
    item = replace(record.parts[0].items[0], **{"contributions": contributions, "order": ("contributions",), **values})
    part = replace(record.parts[0], items=(item, *record.parts[0].items[1:]))
    return replace(record, parts=(part, *record.parts[1:]))


def said(text, key="k-1", **values):
    return ContributionRecord(id=key, kind="speech", text=parse(text), **values)


def first(record):
    return next(record.items())


def text_after(text, passage, occurrence=0):
    record = redacted(session(said(text)), [redaction("contribution", "k-1", passage, occurrence)])
    return plain(first(record).contributions[0].text)


def test_a_mark_with_the_ground_stands_in_the_place_of_the_passage():
    record = redacted(session(said("Frau Muster wohnt dort.")), [redaction("contribution", "k-1", "Frau Muster")])
    (paragraph,) = first(record).contributions[0].text
    assert [(span.kind, span.text) for span in paragraph.spans] == [("redacted", MARK), ("plain", " wohnt dort.")]


def test_a_redaction_without_ground_says_that_something_was_removed():
    record = redacted(session(said("Frau Muster")), [RedactionValue("contribution", "k-1", "Muster")])
    assert plain(first(record).contributions[0].text) == "Frau [Text entfernt]"


def test_every_occurrence_goes_unless_one_is_named():
    text = "Muster hier, Muster da.\n\n- Muster dort"
    assert text_after(text, "Muster") == f"{MARK} hier, {MARK} da.\n\n- {MARK} dort"
    assert text_after(text, "Muster", 2) == f"Muster hier, {MARK} da.\n\n- Muster dort"
    assert text_after(text, "Muster", 3) == f"Muster hier, Muster da.\n\n- {MARK} dort"


def test_occurrences_that_share_characters_all_go():
    assert text_after("ABABA", "ABA") == MARK


@pytest.mark.parametrize(
    "passage",
    ["Frau Dr. Muster", "Frau\u00a0Dr.\nMuster", "  Frau  Dr.   Muster ", "⟨Frau Dr. Muster⟩", "Frau ⟨Dr. Muster⟩"],
)
@pytest.mark.parametrize("text", ["Frau\u00a0Dr. Muster fragt.", "Frau Dr.\nMuster fragt.", "⟨Frau Dr. Muster⟩ fragt."])
def test_white_space_and_speaker_marks_make_no_difference(text, passage):
    assert text_after(text, passage) == f"{MARK} fragt."


def test_bold_marks_of_the_passage_are_ignored():
    assert text_after("Das **Haus Nord** steht.", "das **Haus Nord** steht."[4:-1]) == f"Das {MARK}."


def test_letters_are_the_same_however_they_are_composed():
    assert text_after("Frau Müller fragt.", "Mu\u0308ller") == f"Frau {MARK} fragt."
    assert text_after("Frau Mu\u0308ller fragt.", "Müller") == f"Frau {MARK} fragt."


def test_a_letter_is_not_cut_in_two():
    with pytest.raises(PassageNotFound):
        text_after("Frau Mü fragt.", "Mu")


def test_a_passage_may_run_over_bold_and_plain_words():
    record = redacted(session(said("Das **Haus Nord** steht.")), [redaction("contribution", "k-1", "Nord steht")])
    (paragraph,) = first(record).contributions[0].text
    assert [(span.kind, span.text) for span in paragraph.spans] == [
        ("plain", "Das "),
        ("bold", "Haus "),
        ("redacted", MARK),
        ("plain", "."),
    ]


def test_entries_and_cells_are_redacted_and_keep_their_place():
    text = "1) Herr Nord\na) Herr Süd\n\nMitglied:   Vertretung:\nNord\tSüd"
    assert text_after(text, "Süd") == f"1) Herr Nord\n   a) Herr {MARK}\n\nMitglied:\tVertretung:\nNord\t{MARK}"


def test_who_spoke_vanishes_with_the_mark():
    record = session(
        said("⟨Frau Muster⟩ fragt.", speaker="Frau Muster", role="Frau", person_id="p-1"),
        said("Sie fragt weiter.", "k-2", person_id="p-1"),
        said("Unruhe.", "k-3"),
        said("Und weiter.", "k-4", person_id="p-1"),
        said("⟨Frau Muster⟩ dankt.", "k-5", speaker="Frau Muster", role="Frau", person_id="p-1"),
    )
    found = first(redacted(record, [redaction("contribution", "k-1", "Muster")])).contributions
    assert [(one.speaker, one.role, one.person_id) for one in found] == [
        ("", "", ""),
        ("", "", ""),
        ("", "", ""),
        ("", "", ""),
        ("Frau Muster", "Frau", "p-1"),
    ]
    assert plain(found[0].text) == f"Frau {MARK} fragt."


def test_who_spoke_stays_when_something_else_is_redacted():
    record = session(said("⟨Frau Nord⟩ nennt Muster.", speaker="Frau Nord", role="Frau", person_id="p-1"))
    (found,) = first(redacted(record, [redaction("contribution", "k-1", "Muster")])).contributions
    assert (found.speaker, found.person_id) == ("Frau Nord", "p-1")


def test_a_removed_name_takes_its_person_along_where_there_is_no_mark():
    record = replace(
        session(said("Muster sagt, er gehe.", person_id="p-1")),
        attendance=(AttendanceGroup("Gäste", (AttendanceRow("Herr Muster, Verein", person_id="p-1"),)),),
    )
    (found,) = first(redacted(record, [redaction("contribution", "k-1", "Muster")])).contributions
    assert found.person_id == ""


def test_a_name_that_another_redaction_removed_is_still_known():
    record = session(
        said("⟨Frau Muster⟩ fragt.", speaker="Frau Muster", role="Frau", person_id="p-1"),
        said("⟨Herr Nord⟩ dankt.", "k-2", speaker="Herr Nord", role="Herr", person_id="p-2"),
        said("Muster geht.", "k-3", person_id="p-1"),
    )
    rows = [redaction("contribution", key, "Muster") for key in ("k-1", "k-3")]
    assert [one.person_id for one in first(redacted(record, rows)).contributions] == ["", "p-2", ""]


def test_a_resolution_is_redacted_in_each_of_its_texts():
    decision = DecisionRecord(
        "Beschluss", inline="Muster", intro="Über Muster:", resolution=parse("Muster erhält 5 €.")
    )
    record = session(decision=decision)
    found = first(redacted(record, [redaction("resolution", "item-1", "Muster")])).decision
    assert (found.inline, found.intro, plain(found.resolution)) == (MARK, f"Über {MARK}:", f"{MARK} erhält 5 €.")


def test_a_title_is_redacted_wherever_it_is_repeated():
    title = "Antrag der Frau Muster auf Erlass"
    record = samples.m01()
    item = replace(record.parts[0].items[1], title=title, papers=(PaperValue("v-1", "SV-1", title),))
    line = replace(record.parts[0].agenda[1], title=title, papers=item.papers)
    other = replace(record.parts[0].items[2], papers=(PaperValue("v-1", "SV-1", f"Zu: {title}"),))
    items = (record.parts[0].items[0], item, other, *record.parts[0].items[3:])
    part = replace(record.parts[0], items=items, agenda=(record.parts[0].agenda[0], line, *record.parts[0].agenda[2:]))
    annex = replace(record.annexes[0], title="Schreiben der Frau Muster und von Frau Muster zu TOP 2")
    record = replace(record, parts=(part, *record.parts[1:]), annexes=(annex,))
    found = redacted(record, [redaction("title", "item-2", "Frau Muster", 1)])
    assert "Muster" not in canonical_bytes(found).decode().replace("Musterland", "").replace("Musterst", "")
    assert found.item("item-2").title == found.parts[0].agenda[1].title == f"Antrag der {MARK} auf Erlass"
    assert found.item("item-3").papers[0].title == f"Zu: Antrag der {MARK} auf Erlass"


def test_quotations_of_a_title_lose_passages_that_meet_there():
    record = samples.m01()
    item = replace(record.parts[0].items[0], title="Frau Muster und Muster Nord")
    part = replace(record.parts[0], items=(item, *record.parts[0].items[1:]))
    annex = replace(record.annexes[0], title="Schreiben der Frau Muster Nord")
    rows = [redaction("title", "item-1", "Frau Muster"), redaction("title", "item-1", "Muster Nord")]
    found = redacted(replace(record, parts=(part,), annexes=(annex,)), rows)
    assert found.annexes[0].title == f"Schreiben der {MARK}"


def test_grounds_of_bias_and_notes_are_redacted():
    record = samples.m01()
    sentence = record.item("item-4").recusals[0]
    found = redacted(record, [redaction("ground", "item-4", "als Mitglied des Vereinsvorstandes")])
    assert found.item("item-4").recusals[0] == sentence.replace("als Mitglied des Vereinsvorstandes", MARK)
    vote = replace(record.item("item-4").votes[0], question="Erhält Muster den Zuschuss?", notes=("Los: Muster",))
    record = session(votes=(vote,), notes=("Muster war krank.",))
    item = first(redacted(record, [redaction("note", "item-1", "Muster")]))
    assert (item.notes, item.votes[0].notes) == ((f"{MARK} war krank.",), (f"Los: {MARK}",))
    assert item.votes[0].question == f"Erhält {MARK} den Zuschuss?"


@pytest.mark.parametrize(
    ("row", "error", "words"),
    [
        (redaction("contribution", "k-1", "Nirgends"), PassageNotFound, "Nirgends"),
        (redaction("contribution", "k-1", "muster"), PassageNotFound, "muster"),
        (redaction("contribution", "k-1", " \u00a0⟨⟩"), EmptyPassage, "empty"),
        (redaction("contribution", "k-1", "Muster", 3), OccurrenceMissing, "2 times: 'Muster'"),
        (redaction("contribution", "gone", "Muster"), TargetMissing, "Muster"),
        (redaction("title", "gone", "Muster"), TargetMissing, "Muster"),
        (redaction("resolution", "item-1", "Muster"), TargetMissing, "Muster"),
    ],
)
def test_what_can_not_be_removed_is_refused_by_name(row, error, words):
    with pytest.raises(error, match=words) as refusal:
        redacted(session(said("Muster und Muster gehen."), decision=None), [row])
    assert refusal.value.redaction == row
    assert isinstance(refusal.value, RedactionError)


def test_a_passage_over_two_paragraphs_is_refused_and_told_apart():
    with pytest.raises(PassageNotFound) as refusal:
        text_after("Muster geht.\n\nNord bleibt.", "geht. Nord")
    assert (refusal.value.spans_paragraphs, refusal.value.longest) == (True, 12)


def test_redactions_that_meet_are_refused():
    rows = [redaction("contribution", "k-1", "Frau Muster"), redaction("contribution", "k-1", "Muster geht")]
    with pytest.raises(RedactionOverlap, match="'Frau Muster': 'Muster geht'") as refusal:
        redacted(session(said("Frau Muster geht.")), rows)
    assert refusal.value.other == rows[0]


def test_redactions_side_by_side_are_done():
    rows = [redaction("contribution", "k-1", "Frau "), redaction("contribution", "k-1", "Muster")]
    record = redacted(session(said("Frau Muster geht.")), rows)
    assert plain(first(record).contributions[0].text) == f"{MARK} {MARK} geht."


def test_one_passage_of_many_is_refused_and_nothing_is_half_done():
    record = session(said("Muster geht."))
    rows = [redaction("contribution", "k-1", "Muster"), redaction("contribution", "k-1", "Nord")]
    with pytest.raises(PassageNotFound):
        redacted(record, rows)
    assert plain(first(record).contributions[0].text) == "Muster geht."


def test_without_redactions_the_record_is_the_same():
    assert redacted(samples.m01(), []) == samples.m01()


def test_where_the_passage_still_stands_is_told():
    record = redacted(samples.m01(), [redaction("contribution", "c-5", "Bednar")])
    assert still_there(record, "Bednar") == ("", "TOP 5")
    assert still_there(record, "Nirgends") == still_there(record, " ") == ()


def test_the_texts_of_a_target_stand_in_the_order_in_which_occurrences_count():
    record = session(said("Eins.\n\n- Zwei\n- Drei"))
    assert target_texts(record, "contribution", "k-1") == ("Eins.", "Zwei", "Drei")
    assert target_texts(record, "title", "item-1") == (first(record).title,)
    assert target_texts(record, "title", "gone") == target_texts(record, "resolution", "item-1") == ()


def test_the_mark_is_told_apart_in_html_and_comes_back_from_json():
    record = redacted(session(said("Frau Muster geht.")), [redaction("contribution", "k-1", "Muster")])
    assert to_html(first(record).contributions[0].text) == f'<p>Frau <span class="redacted">{MARK}</span> geht.</p>'
    assert from_bytes(canonical_bytes(record)) == record


def test_nobody_types_a_mark():
    assert to_html(parse(MARK)) == f"<p>{MARK}</p>"


# Letters that neither the mark nor the names of the JSON fields have.
SECRET = st.text("ÄÖÜßéñ", min_size=1, max_size=6)
WORD = st.text("XYZQJ", min_size=1, max_size=5)
MARKUP = st.sampled_from(["{}", "**{}**", "⟨{}⟩", "{}\u00a0", "{}\n"])
GLUE = st.sampled_from([" ", "\u00a0", "\n", "\n\n", "\n- ", "\n1) ", " **", "** "])


@st.composite
def texts_with_a_secret(draw):
    secret = " ".join(draw(st.lists(SECRET, min_size=1, max_size=3)))
    pieces = draw(st.lists(WORD | st.just(secret), min_size=1, max_size=8))
    pieces.insert(draw(st.integers(0, len(pieces))), secret)
    written = "".join(draw(MARKUP).format(piece) + draw(GLUE) for piece in pieces)
    return secret, written


@given(texts_with_a_secret())
def test_nothing_of_the_passage_is_left_and_everything_else_is(made):
    secret, text = made
    record = session(said(text, speaker=f"Frau {secret}", role="Frau", person_id="p-1"))
    after = first(redacted(record, [redaction("contribution", "k-1", secret)])).contributions[0]
    written = json.dumps(to_json(replace(record, opening=after.text))["opening"], ensure_ascii=False)
    fields = "".join((after.speaker, after.role, after.person_id, written))
    assert not set("ÄÖÜßéñ") & set(fields)
    assert "".join(plain(after.text).replace(MARK, "").split()) == "".join(
        plain(parse(text)).translate(dict.fromkeys(map(ord, "ÄÖÜßéñ"))).split()
    )
