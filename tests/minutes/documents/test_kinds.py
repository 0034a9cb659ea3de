"""What the kinds of documents say of a record, and what they leave out of the data inside."""

from dataclasses import replace

import pytest

from minutes import documents
from minutes.documents.kinds import compose
from minutes.documents.kinds.large_roll_calls import factions
from minutes.documents.tree import Figure, walk
from minutes.markup import parse
from minutes.record.values import AgendaLine, AttendanceGroup, AttendanceRow, CorrectionNote
from tests.minutes.documents import samples

DAY = samples.corrected().corrections[0].date


def text(record, document, **given) -> str:
    return documents.render(record, document=document, format="txt", **given).content.decode()


def with_lines(record, *lines, public=True):
    """The agenda with other lines in its public, or its non-public, part."""
    first, second = record.parts
    return replace(
        record, parts=(replace(first, lines=lines), second) if public else (first, replace(second, lines=lines))
    )


def test_a_supplement_tells_of_each_of_two_lines_that_are_called_alike():
    line = AgendaLine("8", "TOP 8", "Grundstücksangelegenheit")
    before = with_lines(samples.agenda(), line, public=False)
    after = with_lines(before, line, replace(line, number="9", label="TOP 9"), public=False)
    words = text(after, "supplement", before=before).split("neuen Fassung")[0]
    assert "TOP 9 Grundstücksangelegenheit – neu" in words
    assert "TOP 8" not in words


def test_a_supplement_says_that_an_item_is_not_public_any_more():
    before = samples.agenda()
    first, second = before.parts
    after = replace(
        before, parts=(replace(first, lines=first.lines[:-1]), replace(second, lines=(*second.lines, first.lines[-1])))
    )
    assert "TOP 7 Anfragen der Ausschussmitglieder – jetzt nichtöffentlich" in text(after, "supplement", before=before)


def test_corrections_stand_in_the_list_of_decisions_and_in_extracts_that_they_may_concern():
    record = samples.corrected()
    assert "Bednar, Ulla" in text(record, "decisions")
    assert "Bednar, Ulla" in text(record, "extract", item="3")
    other = CorrectionNote("Berichtigung vom 03.12.2026 zu TOP 4", parse("Nur zu vier."), DAY, item_id="item-4")
    record = replace(record, corrections=(other,))
    assert "Nur zu vier." not in text(record, "extract", item="3")
    assert "Nur zu vier." in text(record, "extract", item="4")


def test_the_list_of_decisions_shows_each_counted_vote_as_a_bar_that_says_the_same():
    document = compose(samples.m01(is_draft=False), document="decisions")
    bars = [block for block in walk(document.blocks()) if isinstance(block, Figure)]
    counted = [vote for item in document.record.items() for vote in item.votes if vote.counts.yes is not None]
    assert len(bars) == len(counted) > 0
    for bar, vote in zip(bars, counted, strict=True):
        assert f"{vote.counts.yes} Ja" in bar.text
        assert bar.text in bar.svg


@pytest.mark.parametrize("document", ["decisions", "roll-call"])
def test_a_result_that_was_established_otherwise_is_told(document):
    record = samples.council()
    note = "Festgestelltes Ergebnis: abgelehnt (Stimme doppelt gezählt)."
    items = tuple(
        replace(item, votes=tuple(replace(vote, notes=(note,)) for vote in item.votes))
        for item in record.parts[0].items
    )
    record = replace(record, parts=(replace(record.parts[0], items=items), record.parts[1]))
    assert "Festgestelltes Ergebnis: abgelehnt" in " ".join(text(record, document).split())


def test_whoever_chairs_is_counted_with_the_own_faction():
    group = AttendanceGroup("CDU-Kreistagsfraktion", (AttendanceRow("Lütke, Anna", person_id="2"),))
    for row in (
        AttendanceRow("Kleinhaus, Victor (CDU)", person_id="1"),
        AttendanceRow("Kleinhaus", "CDU", person_id="1"),
    ):
        record = replace(samples.m01(), attendance=(AttendanceGroup("Vorsitz", (row,)), group))
        assert factions(record) == {"1": "CDU-Kreistagsfraktion", "2": "CDU-Kreistagsfraktion"}


@pytest.mark.parametrize("name", ["Kleinhaus, Victor", "Kleinhaus, Victor (DU)"])
def test_a_chair_whose_faction_is_not_listed_stands_alone(name):
    group = AttendanceGroup("CDU-Kreistagsfraktion", (AttendanceRow("Lütke, Anna", person_id="2"),))
    chair = AttendanceGroup("Vorsitz", (AttendanceRow(name, person_id="1"),))
    assert factions(replace(samples.m01(), attendance=(chair, group)))["1"] == "Vorsitz"


def test_the_data_of_a_roll_call_hold_nothing_but_the_roll_call():
    shown = compose(samples.council(), document="roll-call", item="5").record
    [item] = list(shown.items())
    assert (item.order, item.contributions, item.status_text, item.outcome) == (("votes",), (), "", "none")
    assert all((row.note, row.remark) == ("", "") for group in shown.attendance for row in group.rows)
    assert (shown.opening, shown.signatures, shown.head) == ((), (), ())
