"""A record survives JSON without loss, has one byte sequence, and what is no record is refused by name."""

import datetime
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.markup import parse
from minutes.record import values
from minutes.record.serialise import (
    SchemaError,
    canonical_bytes,
    from_bytes,
    from_json,
    item_from_bytes,
    sha256,
    to_json,
)
from minutes.record.values import BodyValue, CommitteeValue, HeadField, SessionRecord
from tests.bench.protocols import protocol

TEXT = st.lists(
    st.sampled_from(
        ["Das **Konzept** von ⟨MA Dreier⟩", "- a\n  - b", "1) x\na) y", "A-Stadt\tB\nCde   D\u00a0E", "„Ja“"]
    ),
    max_size=4,
).map(lambda paragraphs: parse("\n\n".join(paragraphs)))
st.register_type_strategy(datetime.datetime, st.datetimes(timezones=st.just(datetime.UTC)))
SMALL = {
    kind: st.builds(kind)
    for kind in (values.AttendanceGroup, values.AgendaLine, values.BallotLine, values.OptionLine, values.AnnexValue)
}
ITEM = st.builds(
    values.ItemRecord,
    decision=st.none() | st.builds(values.DecisionRecord, resolution=TEXT),
    contributions=st.lists(st.builds(values.ContributionRecord, text=TEXT), max_size=2).map(tuple),
    votes=st.lists(
        st.builds(
            values.VoteRecord, ballots=st.tuples(SMALL[values.BallotLine]), options=st.tuples(SMALL[values.OptionLine])
        ),
        max_size=1,
    ).map(tuple),
)
PART = st.builds(
    values.PartRecord, agenda=st.tuples(SMALL[values.AgendaLine]), items=st.lists(ITEM, max_size=2).map(tuple)
)
RECORD = st.builds(
    SessionRecord,
    schema=st.just(values.SCHEMA),
    opening=TEXT,
    closing=TEXT,
    attendance=st.tuples(SMALL[values.AttendanceGroup]),
    absent=st.just(()),
    parts=st.lists(PART, max_size=2).map(tuple),
    annexes=st.tuples(SMALL[values.AnnexValue]),
    head=st.just((HeadField("Beginn der Sitzung", "16:30 Uhr"),)),
)


@pytest.fixture
def record():
    return SessionRecord(
        audience="public",
        session_id="6f2c",
        reference="IntA/7/2026",
        number=7,
        year=2026,
        date=datetime.date(2026, 11, 18),
        body=BodyValue("musterland", "Kreis Musterland", "Der Landrat"),
        committee=CommitteeValue("c1", "Integrationsausschuss", "IntA"),
        title="NIEDERSCHRIFT",
        subtitle="über die 7. Sitzung des Integrationsausschusses (IntA/7/2026)",
        date_text="Mittwoch, 18.11.2026",
        place_text="Kreishaus\u00a0I",
        starts_at=datetime.datetime(2026, 11, 18, 15, 30, tzinfo=datetime.UTC),
        opening=parse("„Kleinhaus“ eröffnet.\n\n1) **ja**\na) ⟨MA Dreier⟩\n\nMitglied:   Vertretung:\nKohl\tMerten"),
    )


@given(RECORD)
def test_a_record_comes_back_equal(record):
    assert from_json(json.loads(json.dumps(to_json(record)))) == record
    assert from_bytes(canonical_bytes(record)) == record


def test_the_bytes_are_canonical(record):
    content = canonical_bytes(record)
    assert content == canonical_bytes(from_bytes(content))
    assert content.decode().startswith('{"absent":[],"annexes":[],')
    assert "Kreishaus\u00a0I" in content.decode()


def test_the_hash_changes_with_one_character(record):
    assert len(sha256(record)) == 64
    assert sha256(record) == sha256(replace(record))
    assert sha256(record) != sha256(replace(record, place_text="Kreishaus I"))


def test_the_schema_is_named_in_the_json(record):
    assert to_json(record)["schema"] == "gremia/session-record/1"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "gremia/session-record/99"}, "schema"),
        ({"number": "7"}, "record.number: expected int"),
        ({"number": True}, "record.number: expected int"),
        ({"date": "18.11.2026"}, "record.date: expected an ISO 8601 date"),
        ({"date": 7}, "record.date: expected an ISO 8601 date"),
        ({"parts": {}}, "record.parts: expected a list"),
        ({"body": None}, "record.body: expected an object"),
        ({"surprise": 1}, "record: missing or unknown: surprise"),
        ({"body": {"key": "x", "name": "y"}}, "record.body: missing or unknown: office"),
        ({"opening": [{"type": "image"}]}, "record.opening[0].type: expected one of paragraph, list, table"),
        ({"opening": ["text"]}, "record.opening[0].type"),
        (
            {"opening": [{"type": "paragraph", "spans": [{"kind": "italic", "text": ""}]}]},
            "spans[0].kind: expected one of plain, bold",
        ),
        (
            {
                "opening": [
                    {
                        "type": "list",
                        "style": "digit",
                        "entries": [{"label": "", "spans": [], "children": [{"type": "table"}]}],
                    }
                ]
            },
            "children[0].type: expected 'list'",
        ),
    ],
)
def test_what_is_no_record_is_refused_with_its_place(record, change, message):
    with pytest.raises(SchemaError, match=r".*" + message.replace("[", r"\[").replace(".", r"\.")):
        from_json(to_json(record) | change)


def test_a_missing_field_is_refused(record):
    data = to_json(record)
    del data["title"]
    with pytest.raises(SchemaError, match="missing or unknown: title"):
        from_json(data)


def test_bytes_that_are_no_json_are_refused():
    with pytest.raises(SchemaError, match="no JSON"):
        from_bytes(b"\xff")
    with pytest.raises(SchemaError, match="schema"):
        from_bytes(b"[]")


def test_one_item_is_read_whole_and_the_others_by_their_titles():
    session = protocol(6)
    wanted = list(session.items())[3]
    around, found = item_from_bytes(
        canonical_bytes(session), lambda known: next(item for item in known.items() if item.number == wanted.number)
    )
    assert found == wanted
    assert found.contributions
    assert [item.title for item in around.items()] == [item.title for item in session.items()]
    assert not any(item.contributions for item in around.items())
