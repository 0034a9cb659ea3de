"""`make bench-readings` counts what is right, missing, and too much."""

from tests.bench.readings import compare, partners

READ = {
    "item_number": "Ö 3",
    "outcome": {"text": None, "code": "adopted"},
    "counts": {"yes": 9, "no": 2, "recused": 1, "present": 12},
    "votes": [{"yes": 9, "no": 2}, {"result": "einstimmig"}],
    "contributions": [
        {"kind": "speech", "speaker": "Vorsitzender Kohl"},
        {"kind": "procedure", "speaker": None},
        {"kind": "speech", "speaker": "Frau Ohm"},
    ],
}


def annotated(**changes):
    said = [{"kind": "speech", "speaker": "Vorsitzende Kohl"}, {"kind": "speech", "speaker": "Frau Ohm"}]
    counts = [{"yes": 9, "no": 2, "recused": 1}]
    return {"item_number": "3", "outcome": "adopted", "counts": counts, "contributions": said} | changes


def test_all_is_right():
    found = compare([annotated()], [READ])
    assert found.right == found.there == {"outcomes": 1, "counts": 1, "paragraphs": 2}
    assert found.wrong == []


def test_what_differs_is_wrong():
    found = compare([annotated(outcome="rejected", counts=[{"yes": 9}])], [READ])
    assert (found.right["outcomes"], found.there["outcomes"]) == (0, 1)
    assert (found.right["counts"], found.there["counts"]) == (0, 1)


def test_too_much_is_wrong():
    found = compare([annotated(counts=[], contributions=[])], [READ])
    assert (found.right["counts"], found.there["counts"]) == (0, 1)
    assert (found.right["paragraphs"], found.there["paragraphs"]) == (0, 2)


def test_an_item_that_was_not_found_has_all_wrong():
    found = compare([annotated(), annotated(item_number="4")], [READ])
    assert (found.right["outcomes"], found.there["outcomes"]) == (1, 2)
    assert (found.right["paragraphs"], found.there["paragraphs"]) == (2, 4)


def test_what_may_be_taken_in_two_ways_is_not_measured():
    found = compare([annotated(outcome="rejected", unsure=["outcome"])], [READ])
    assert "outcomes" not in found.there


def test_a_line_that_only_names_who_speaks_below_is_no_paragraph():
    said = [
        {"kind": "speech", "speaker": "Frau Ohm", "text": "Frau Ohm (ABC):"},
        {"kind": "continuation", "speaker": "Frau Ohm", "text": "Ich danke."},
    ]
    wanted = [{"kind": "speech", "speaker": "Frau Ohm"}]
    found = compare([annotated(contributions=wanted)], [READ | {"contributions": said}])
    assert (found.right["paragraphs"], found.there["paragraphs"]) == (1, 1)


def test_who_closes_the_session_counts_where_the_annotation_has_them():
    closing = [{"kind": "speech", "speaker": "Vorsitzende Fels"}]
    read = READ | {"closing": closing}
    found = compare([annotated(contributions=annotated()["contributions"] + closing)], [read])
    assert (found.right["paragraphs"], found.there["paragraphs"]) == (3, 3)
    assert compare([annotated()], [read]).there["paragraphs"] == 2


def test_of_several_who_speak_at_once_the_first_counts():
    said = [{"kind": "speech", "speaker": "Frau Ohm + Herr Kohl"}]
    found = compare(
        [annotated(contributions=[{"kind": "speech", "speaker": "Frau Ohm"}])], [READ | {"contributions": said}]
    )
    assert (found.right["paragraphs"], found.there["paragraphs"]) == (1, 1)


def test_headings_that_only_hold_items_are_none():
    found = [{"item_number": number} for number in ("I", "I.1", "II", "II.1", "II.2")]
    assert partners([{"item_number": "1"}, {"item_number": "1"}, {"item_number": "2"}], found) == [found[1], *found[3:]]
    assert partners([{"item_number": "I"}, {"item_number": "1"}], found[:2]) == found[:2]


def test_minutes_in_which_nothing_was_found_have_all_wrong():
    found = compare([annotated(), annotated(item_number="4")], [])
    assert (found.right["outcomes"], found.there["outcomes"]) == (0, 2)
