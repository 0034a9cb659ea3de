"""The given texts are read as their hand-written readings say, field by field; so are texts of other layouts."""

import json

import pytest

from tests.minutes.importers.texts import GIVEN, OTHERS, differences, expected_readings, reading_of

WHOLE = GIVEN / "m01-full-niederschrift-MODEL.txt"


@pytest.mark.parametrize("expected", expected_readings(), ids=lambda expected: expected["id"])
def test_a_given_text_is_read_as_expected_in_every_field(expected):
    assert differences(expected, reading_of(GIVEN / f"{expected['id']}.txt")) == {}


def test_a_resolution_and_its_debate_are_verbatim():
    found = reading_of(GIVEN / "c00-coesfeld-original.txt")
    source = (GIVEN / "c00-coesfeld-original.txt").read_text()
    assert len(found["resolution"]) == 2
    for text in [*found["resolution"], *(contribution["text"] for contribution in found["contributions"])]:
        assert text in source


@pytest.mark.parametrize(
    "expected", json.loads((OTHERS / "expected.json").read_text()), ids=lambda value: value["file"]
)
def test_a_text_of_another_layout_is_read_as_expected(expected):
    expected = dict(expected)
    assert differences(expected, {"file": expected["file"], **reading_of(OTHERS / expected["file"])}) == {}


def test_the_model_protocol_is_read_wholly():
    assert differences(json.loads((OTHERS / "m01.json").read_text()), reading_of(WHOLE)) == {}


def test_the_head_of_the_protocol_says_when_and_who():
    found = reading_of(WHOLE)
    assert (found["meeting_number"], found["meeting_date"]) == ("IntA/7/2026", "2026-11-18")
    assert (found["meeting"]["begin"], found["meeting"]["end"]) == ("16:30", "18:10")
    present = [person["name"] for group in found["attendance"] if not group["absent"] for person in group["people"]]
    absent = [person["name"] for group in found["attendance"] if group["absent"] for person in group["people"]]
    assert (len(present), len(absent)) == (15, 2)
    assert found["unread"] == []


def test_who_came_and_went_is_known_with_the_time():
    found = reading_of(WHOLE)
    moves = [move for item in found["items"] for move in item.get("moves", [])]
    assert moves == [
        {"kind": "arrives", "people": ["Ktabg. Merten"], "time": "16:52"},
        {"kind": "returns", "people": ["Ktabg. Lütke"]},
        {"kind": "leaves", "people": ["Ktabg. Bednar"], "time": "17:55"},
    ]


def test_a_second_speaker_of_a_paragraph_is_named():
    [_agenda, second, *_rest] = reading_of(WHOLE)["items"]
    assert second["contributions"][1]["further_speakers"] == ["MA Dregger"]
