"""What is not public is not in the public record: no word, no name, no number of it."""

import pytest

from committees.models import AgendaItem, Attachment, Attendance, Paper, Person, Presence, Recusal
from minutes.models import Contribution, Speaker
from minutes.record import read
from minutes.record.serialise import canonical_bytes
from tests.minutes.record import m01
from votes.models import Decision, Option, Vote

SECRETS = (
    "vertraulich",
    "Geheimnis",
    "SV-11-0666",
    "SV-11-0667",
    "Notar",
    "Grundstücksgesellschaft",
    "Kaufvertrag",
    "Bieter",
    "verschlossen",
    "TOP 8",
)


@pytest.fixture
def leaky(data):
    """A session with something to leak in every kind of row."""
    item, people = data.items[8], data.people
    item.rapporteur = "Geheimnisträger"
    item.public_title = ""
    item.save()
    item.papers.add(Paper.objects.create(body=data.body, reference="SV-11-0666", title="Geheimnis", is_public=True))
    data.items[4].papers.add(Paper.objects.create(body=data.body, reference="SV-11-0667", title="Geheimnis"))
    Recusal.objects.create(item=item, attendance=people["Wende"], ground="als Teilhaber der Grundstücksgesellschaft")
    Decision.objects.create(item=item, resolution="Der Kaufvertrag wird geschlossen.", outcome="adopted")
    Vote.objects.create(item=item, yes=3, no=2, abstain=1, label="Geheimnis", question="Kaufvertrag?")
    election = Vote.objects.create(item=item, position=2, form="secret", majority="election", is_final=False)
    Option.objects.create(vote=election, label="Bieter", votes=6)
    Attachment.objects.create(session=data.session, item=item, position=2, title="Kaufvertrag", is_public=True)
    Attachment.objects.create(session=data.session, position=3, title="Kaufvertrag, verschlossen")
    notary = Person.objects.create(last_name="Notar", first_name="Kim")
    guest = Attendance.objects.create(session=data.session, person=notary, capacity="guest", role="Frau")
    Presence.objects.create(attendance=guest, first_item=item)
    speech = Contribution.objects.create(item=item, position=20, text="⟨Frau Notar⟩ liest vor.")
    Speaker.objects.create(contribution=speech, attendance=guest)
    AgendaItem.objects.create(session=data.session, parent=item, position=9, title="Kaufvertrag im Einzelnen")
    data.people["Merten"].presences.update(last_item=data.items[8], left_at=m01.at(18, 5))
    data.people["Wiesmann"].absence = ""
    data.people["Wiesmann"].save()
    Presence.objects.create(attendance=people["Wiesmann"], first_item=item, arrived_at=m01.at(18, 4))
    return data


def test_nothing_of_the_non_public_part_is_in_the_public_record(leaky):
    written = canonical_bytes(read(leaky.session, audience="public")).decode()
    keys = [str(leaky.items[8].pk)]
    assert [secret for secret in (*SECRETS, *keys) if secret in written] == []


def test_a_neutral_title_announces_the_item_and_tells_nothing_else(leaky):
    AgendaItem.objects.filter(pk=leaky.items[8].pk).update(public_title="Grundstücksangelegenheit")
    record = read(leaky.session, audience="public")
    announced = record.parts[-1]
    assert (announced.heading, announced.items, announced.closing) == ("B. Nichtöffentlicher Teil", (), ())
    assert [(line.number, line.title, line.papers, line.item_id) for line in announced.agenda] == [
        ("8", "Grundstücksangelegenheit", (), "")
    ]
    written = canonical_bytes(record).decode()
    assert [secret for secret in SECRETS if secret in written] == ["TOP 8"]


def test_all_of_it_is_in_the_internal_record(leaky):
    written = canonical_bytes(read(leaky.session, audience="internal")).decode()
    assert [secret for secret in SECRETS if secret not in written] == []


def test_bias_declared_in_the_hidden_part_only_is_neither_told_nor_denied(leaky):
    leaky.items[4].recusals.all().delete()
    assert "Ausschließungsgründe" not in canonical_bytes(read(leaky.session, audience="public")).decode()


def test_members_who_came_for_the_hidden_part_are_listed_without_time_or_item(leaky):
    groups = read(leaky.session, audience="public").attendance
    (row,) = next(group.rows for group in groups if group.heading.startswith("UWG"))
    assert (row.name, row.remark) == ("Wiesmann, Paul", "im nichtöffentlichen Teil")


def test_who_leaves_in_the_hidden_part_was_there_to_the_end_of_the_public_one(leaky):
    rows = {row.name: row.remark for group in read(leaky.session, audience="public").attendance for row in group.rows}
    assert rows["Merten, Heinz"] == "ab TOP 3 (16:52 Uhr)"


def test_a_break_in_the_hidden_part_is_not_told(data):
    data.session.interruptions.create(start=m01.at(18, 4), end=m01.at(18, 6))
    assert read(data.session, audience="public").head[-1].value == "17:20 – 17:30 Uhr"
    assert read(data.session, audience="internal").head[-1].value == "17:20 – 17:30 Uhr, 18:04 – 18:06 Uhr"


def test_numbers_of_annexes_are_those_of_the_whole_list(leaky):
    Attachment.objects.filter(pk=leaky.annex.pk).update(position=4)
    record = read(leaky.session, audience="public")
    assert [(annex.number, annex.title) for annex in record.annexes] == [("3", "Präsentation zu TOP 2")]


def test_a_hidden_first_part_leaves_numbers_and_letters_as_they_are(data):
    type(data.items[1]).objects.filter(pk__in=[data.items[1].pk, data.items[2].pk]).update(is_public=False)
    type(data.items[8]).objects.filter(pk=data.items[8].pk).update(is_public=True)
    record = read(data.session, audience="public")
    (part,) = record.parts
    assert part.heading == "B. Öffentlicher Teil"
    assert [line.number for line in part.agenda] == ["3", "4", "5", "6", "7", "8"]
    assert part.closing == ("(Der nichtöffentliche Teil ist gesondert niedergeschrieben.)",)
    rows = {row.name: row.remark for group in record.attendance for row in group.rows}
    assert "Frau Thöne, Caritasverband" not in rows


def test_in_a_hidden_item_the_biased_person_leaves_the_room(leaky):
    record = read(leaky.session, audience="internal")
    assert "verlässt den Sitzungsraum und nimmt" in record.item(str(leaky.items[8].pk)).recusals[0]


def test_an_unknown_audience_is_refused(data):
    with pytest.raises(ValueError, match="everybody"):
        read(data.session, audience="everybody")
