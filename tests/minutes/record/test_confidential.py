"""The non-public part by itself, and the record of somebody who was biased in an item of it."""

from dataclasses import replace

import pytest

from committees.models import AgendaItem, Attachment, Attendance, Paper, Person, Presence, Recusal
from minutes.markup import plain
from minutes.models import Contribution
from minutes.record import read
from minutes.record.confidential import NOT_FOR_YOU, non_public_items, non_public_part, without_items_of_recused
from minutes.record.serialise import canonical_bytes, from_bytes
from minutes.record.values import AttendanceGroup, AttendanceRow
from tests.minutes.record import m01
from votes.models import Decision, Vote

SECRETS = ("Uferweg", "Notarin", "SV-11-0666", "Teilhaber", "Kaufvertrag", "verkauft", "Geheimrat")


@pytest.fixture
def biased(data):
    """The model protocol with two more non-public items, one below the other; Dr. Wende was biased in the first."""
    item = data.items[8]
    AgendaItem.objects.filter(pk=item.pk).update(title="Verkauf am Uferweg", rapporteur="Geheimrat", public_title="")
    below = AgendaItem.objects.create(session=data.session, parent=item, position=9, title="Kaufvertrag")
    other = AgendaItem.objects.create(session=data.session, position=10, title="Stellenplan")
    item.papers.add(Paper.objects.create(body=data.body, reference="SV-11-0666", title="Uferweg"))
    Recusal.objects.create(item=item, attendance=data.people["Wende"], ground="als Teilhaber")
    Decision.objects.create(item=item, resolution="Das Haus am Uferweg wird verkauft.", outcome="adopted")
    Vote.objects.create(item=item, yes=3, no=2, abstain=1)
    Contribution.objects.create(item=below, position=1, kind="note", text="Der Kaufvertrag liegt vor.")
    Contribution.objects.create(item=other, position=1, kind="note", text="Der Stellenplan liegt vor.")
    Attachment.objects.create(session=data.session, item=item, position=2, title="Kaufvertrag")
    Attachment.objects.create(session=data.session, position=3, title="Kaufvertrag zu TOP 8")
    person = Person.objects.create(last_name="Notarin", first_name="Kim")
    guest = Attendance.objects.create(session=data.session, person=person, capacity="guest", role="Frau")
    Presence.objects.create(attendance=guest, first_item=item, last_item=item)
    data.recused = str(data.people["Wende"].person_id)
    data.below, data.other = below, other
    return data


def test_the_internal_record_knows_who_was_biased_in_a_non_public_item(biased):
    AgendaItem.objects.filter(pk=biased.items[8].pk).update(public_title="Grundstück")
    record = read(biased.session, audience="internal")
    assert record.item(str(biased.items[8].pk)).recused_person_ids == (biased.recused,)
    assert record.item(str(biased.items[8].pk)).public_title == "Grundstück"
    assert from_bytes(canonical_bytes(record)) == record


def test_of_a_public_item_no_record_has_them(biased):
    for audience in ("public", "internal"):
        item = read(biased.session, audience=audience).item(str(biased.items[4].pk))
        assert (item.recused_person_ids, item.public_title) == ((), "")
        assert "Lütke" in item.recusals[0]


def test_the_non_public_items_are_told(biased):
    record = read(biased.session, audience="internal")
    assert non_public_items(record) == {str(row.pk) for row in (biased.items[8], biased.below, biased.other)}


def test_who_was_biased_reads_nothing_of_the_item(biased):
    record = read(biased.session, audience="internal")
    assert [secret for secret in SECRETS if secret not in canonical_bytes(record).decode()] == []
    found = without_items_of_recused(record, biased.recused)
    assert [secret for secret in SECRETS if secret in canonical_bytes(found).decode()] == []
    shell = found.item(str(biased.items[8].pk))
    assert (shell.title, shell.label, shell.order, shell.votes, shell.is_public) == (
        NOT_FOR_YOU,
        "TOP 8",
        (),
        (),
        False,
    )
    assert found.parts[-1].agenda[-1].title == "Stellenplan"


def test_the_rest_of_the_record_stays_word_for_word(biased):
    record = read(biased.session, audience="internal")
    found = without_items_of_recused(record, biased.recused)
    assert found.item(str(biased.other.pk)) == record.item(str(biased.other.pk))
    assert found.parts[0] == record.parts[0]
    assert (found.opening, found.signatures, found.absent) == (record.opening, record.signatures, record.absent)
    assert [annex.number for annex in found.annexes] == ["1"]


def test_the_neutral_title_stands_for_the_item(biased):
    AgendaItem.objects.filter(pk=biased.items[8].pk).update(public_title="Grundstück")
    found = without_items_of_recused(read(biased.session, audience="internal"), biased.recused)
    assert found.item(str(biased.items[8].pk)).title == "Grundstück"
    assert [line.title for line in found.parts[1].agenda][:1] == ["Grundstück"]


@pytest.mark.parametrize("who", ["Lütke", "Kohl", ""])
def test_others_read_everything(biased, who):
    # Lütke was biased too, but in a public item, which everybody reads.
    record = read(biased.session, audience="internal")
    assert without_items_of_recused(record, str(biased.people[who].person_id) if who else "") is record


@pytest.mark.parametrize(
    ("heading", "remark", "left"),
    [
        ("Gäste", "zu TOP 8", None),
        ("Verwaltung", "Schriftführerin, zu TOP 8", None),
        ("Gäste", "zu TOP 2 und 8", "zu TOP 2"),
        ("Gäste", "zu TOP 2, 3 und 8", "zu TOP 2 und 3"),
        ("Gäste", "zu TOP 2", "zu TOP 2"),
        ("CDU-Kreistagsfraktion", "Vertretung für Ktabg. Nord, Kim, zu TOP 8", "Vertretung für Ktabg. Nord, Kim"),
        ("CDU-Kreistagsfraktion", "ab TOP 8", "ab TOP 8"),
        ("CDU-Kreistagsfraktion", "", ""),
    ],
)
def test_visitors_of_the_item_are_not_listed(biased, heading, remark, left):
    record = read(biased.session, audience="internal")
    record = replace(record, attendance=(AttendanceGroup(heading, (AttendanceRow("Süd", remark=remark),)),))
    found = without_items_of_recused(record, biased.recused).attendance
    assert found == (() if left is None else (AttendanceGroup(heading, (AttendanceRow("Süd", remark=left),)),))


@pytest.mark.parametrize("remark", ["ab TOP 8", "ab TOP 8 (18:03 Uhr)"])
@pytest.mark.parametrize("is_last", [True, False])
def test_visitors_who_came_for_the_last_items_are_not_listed_if_all_of_them_are_closed(biased, remark, is_last):
    record = read(biased.session, audience="internal")
    *before, last = record.parts
    closed = tuple(item for item in last.items if item.number.startswith("8"))
    record = replace(
        record,
        attendance=(AttendanceGroup("Gäste", (AttendanceRow("Süd", remark=remark),)),),
        parts=(*before, replace(last, items=closed)) if is_last else record.parts,
    )
    assert (without_items_of_recused(record, biased.recused).attendance == ()) is is_last


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("Über diesen Punkt wurde gemeinsam mit TOP 8 abgestimmt.", ()),
        (
            "Über diesen Punkt wurde gemeinsam mit TOP 3, 5 und 8 abgestimmt.",
            ("Über diesen Punkt wurde gemeinsam mit TOP 3 und 5 abgestimmt.",),
        ),
        ("Nach dem Los zu TOP 8.", ("Nach dem Los zu TOP 8.",)),
    ],
)
def test_a_common_vote_does_not_tell_the_result(biased, note, left):
    record = read(biased.session, audience="internal")
    part = record.parts[0]
    vote = replace(part.items[3].votes[0], notes=(note,))
    items = (*part.items[:3], replace(part.items[3], votes=(vote,)), *part.items[4:])
    record = replace(record, parts=(replace(part, items=items), *record.parts[1:]))
    assert without_items_of_recused(record, biased.recused).parts[0].items[3].votes[0].notes == left


def test_the_non_public_part_holds_nothing_of_the_public_one(biased):
    record = read(biased.session, audience="internal")
    found = non_public_part(record)
    assert found.title == "NIEDERSCHRIFT – NICHTÖFFENTLICHER TEIL"
    assert (found.head, found.attendance, found.absent) == (record.head, record.attendance, record.absent)
    assert [item.title for item in found.items()] == ["Verkauf am Uferweg", "Kaufvertrag", "Stellenplan"]
    assert [line.title for part in found.parts for line in part.agenda] == [item.title for item in found.items()]
    assert [annex.title for annex in found.annexes] == ["Kaufvertrag zu TOP 8"]
    assert (found.opening, found.assumptions, found.signatures) == ((), (), record.signatures)
    assert plain(found.closing) == plain(record.closing)
    written = canonical_bytes(found).decode()
    assert [word for word in ("Brücke", "Integrationskonzept", "Sprachkurse", "SV-11-0609") if word in written] == []


def test_the_end_of_the_session_stands_where_it_was_public(data):
    AgendaItem.objects.filter(pk=data.items[1].pk).update(is_public=False)
    AgendaItem.objects.filter(pk=data.items[8].pk).update(is_public=True)
    found = non_public_part(read(data.session, audience="internal"))
    assert [part.heading for part in found.parts] == ["A. Nichtöffentlicher Teil"]
    assert found.closing == ()


def test_the_public_record_has_no_non_public_part(data):
    assert m01.ITEMS[7][0] in canonical_bytes(non_public_part(read(data.session, audience="internal"))).decode()
    assert non_public_part(read(data.session, audience="public")).parts == ()
