"""A real item, recorded, comes out character for character, typing errors included."""

import re
from pathlib import Path

import pytest

from committees.models import Attendance, Membership, Person, Presence
from minutes.markup import plain
from minutes.models import Contribution
from minutes.record import read
from votes.models import Decision, Vote

ORIGINAL = Path(__file__).parents[2] / "data" / "minutes-texts" / "c00-coesfeld-original.txt"
SPEAKERS = re.compile(
    r"(Ausschussvorsitzender Kleerbaum|Landrat Dr\. Schulze Pellengahr|MA Dreier|"
    r"Ktabg\. (?:Dr\. Wenning|Lütkecosmann|Bednarz|Kohaus|Neumann|Merschhemke))"
)


def squeezed(text):
    return re.sub(r"\s", "", text)


@pytest.fixture
def item(data):
    """The item with the paragraphs of the original, as a clerk would paste them, speakers marked."""
    head, debate, _vote = ORIGINAL.read_text().split("\n\n\n")
    resolution = head.split("Beschluss:\n", 1)[1]
    item = data.items[6]
    item.contributions.all().delete()
    Decision.objects.create(item=item, outcome="adopted", resolution=resolution)
    for position, text in enumerate((text for text in debate.split("\n\n") if text.strip()), start=1):
        Contribution.objects.create(item=item, position=position, text=SPEAKERS.sub(r"⟨\1⟩", text, count=1))
    Vote.objects.create(item=item, yes=9, no=0, abstain=0)
    person = Person.objects.create(last_name="Neunte", first_name="Kim")
    seat = data.people["Lütke"].membership
    membership = Membership.objects.create(committee=seat.committee, person=person, start=seat.start)
    attendance = Attendance.objects.create(session=data.session, person=person, membership=membership)
    Presence.objects.create(attendance=attendance, first_item=item, last_item=item)
    return read(data.session, audience="public").item(str(item.pk))


def test_the_printed_item_is_the_original(item):
    (vote,) = item.votes
    printed = "\n".join(
        (
            f"Beschluss: {item.status_text}",
            item.counts_line,
            f"{item.decision.heading}:",
            plain(item.decision.resolution),
            *(plain(contribution.text) for contribution in item.contributions),
            f"Form der Abstimmung: {vote.form_text}",
            f"Abstimmungsergebnis: {', '.join(vote.result_lines)}",
        )
    )
    assert squeezed(printed) == squeezed(ORIGINAL.read_text())
    assert item.counts_line in ORIGINAL.read_text()


def test_its_paragraphs_are_verbatim(item):
    text = ORIGINAL.read_text()
    assert len(item.decision.resolution) == 2
    assert len(item.contributions) == 13
    assert all(plain((paragraph,)) in text for paragraph in item.decision.resolution)
    assert all(plain(contribution.text) in text for contribution in item.contributions)


def test_its_speakers_are_read_from_the_marks(item):
    assert [contribution.speaker for contribution in item.contributions] == [
        "Ausschussvorsitzender Kleerbaum",
        "MA Dreier",
        "Ktabg. Dr. Wenning",
        "MA Dreier",
        "Landrat Dr. Schulze Pellengahr",
        "Ktabg. Lütkecosmann",
        "Ktabg. Bednarz",
        "MA Dreier",
        "Ktabg. Kohaus",
        "Ktabg. Neumann",
        "MA Dreier",
        "Ktabg. Merschhemke",
        "Ausschussvorsitzender Kleerbaum",
    ]
