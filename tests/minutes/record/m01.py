"""The facts of the model protocol `m01` as rows, for the tests of the record. Invented people."""

import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from committees.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Body,
    Committee,
    Faction,
    Interruption,
    LegislativeTerm,
    Membership,
    Paper,
    Person,
    Presence,
    Recusal,
    RuleProfile,
    Session,
)
from minutes.models import Contribution, Speaker
from votes import closing
from votes.models import Decision, Option, Recommendation, Vote

DAY = datetime.date(2026, 11, 18)
TERM_START = datetime.date(2025, 11, 1)
FACTIONS = (
    ("CDU", "CDU-Kreistagsfraktion"),
    ("SPD", "SPD-Kreistagsfraktion"),
    ("GRÜNE", "Kreistagsfraktion BÜNDNIS 90/DIE GRÜNEN"),
    ("FDP", "FDP-Kreistagsfraktion"),
    ("UWG", "UWG-Kreistagsfraktion"),
    ("FAMILIE/DIE LINKE", "Fraktion FAMILIE/DIE LINKE"),
)
# Last name, first name, gender, faction, kind of membership, function.
MEMBERS = (
    ("Kleinhaus", "Victor", "m", "CDU", "council_member", "chair"),
    ("Lütke", "Anna", "f", "CDU", "council_member", "member"),
    ("Merten", "Heinz", "m", "CDU", "council_member", "member"),
    ("Wende", "Thomas", "m", "CDU", "council_member", "member"),
    ("Bednar", "Ursula", "f", "SPD", "council_member", "member"),
    ("Ramers", "Carsten", "m", "SPD", "council_member", "member"),
    ("Schemmer", "Jan", "m", "SPD", "council_member", "deputy"),
    ("Kohl", "Stefan", "m", "GRÜNE", "expert_citizen", "member"),
    ("Neuhaus", "Eva", "f", "FDP", "expert_citizen", "member"),
    ("Wiesmann", "Paul", "m", "UWG", "council_member", "member"),
    ("Crone", "Ralf", "m", "FAMILIE/DIE LINKE", "advisory", "member"),
    ("Yildiz", "Aylin", "f", None, "expert_resident", "member"),
)
ITEMS = (
    ("Einwendungen gegen die Niederschrift über die Sitzung vom 09.09.2026", None),
    ("Bericht des Kommunalen Integrationszentrums", "SV-11-0609"),
    ("1. Integrationskonzept des Kreises Musterland", "SV-11-0612"),
    ("Zuschuss an den Verein „Brücke e. V.“", "SV-11-0615"),
    ("Antrag der SPD-Kreistagsfraktion vom 02.10.2026: Sprachkurse", "SV-11-0620"),
    ("Mitteilungen des Landrats", None),
    ("Anfragen der Ausschussmitglieder", None),
    ("Mitteilungen des Landrats, vertraulich", None),
)
YES = ("Bednar", "Kohl", "Neuhaus", "Schemmer")
NO = ("Kleinhaus", "Lütke", "Merten", "Wende")


def at(hour, minute):
    """A time of the day of the session."""
    return datetime.datetime(DAY.year, DAY.month, DAY.day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin"))


def create():
    """The session with everything that the model protocol says; a namespace of the rows that tests change."""
    body = Body.objects.create(
        key="musterland",
        name="Kreis Musterland",
        office="Der Landrat",
        profile=RuleProfile.objects.create(name="coesfeld"),
    )
    term = LegislativeTerm.objects.create(body=body, name="11. Wahlperiode", start=TERM_START)
    committees = {
        short: Committee.objects.create(
            body=body, name=name, short_name=short, kind=kind, seats=seats, start=TERM_START
        )
        for short, name, kind, seats in (
            ("IntA", "Integrationsausschuss", "committee", 9),
            ("KA", "Kreisausschuss", "main", 9),
            ("KT", "Kreistag", "council", 48),
        )
    }
    session = Session.objects.create(
        committee=committees["IntA"],
        number=7,
        year=2026,
        date=DAY,
        place="Kreishaus I",
        room="Großer Sitzungssaal",
        address="Musterstraße 7, 40000 Musterstadt",
        seats=9,
        invited_properly=True,
        opening_unopposed=True,
        opened_at=at(16, 30),
        public_part_ended_at=at(18, 2),
        closed_at=at(18, 10),
    )
    Interruption.objects.create(session=session, start=at(17, 20), end=at(17, 30))
    items = _items(session, body)
    people = _members(committees["IntA"], term, session) | _others(session)
    _presences(people, items)
    Recusal.objects.create(item=items[4], attendance=people["Lütke"], ground="als Mitglied des Vereinsvorstandes")
    _debate(items, people)
    votes = _votes(items, people, committees)
    annex = Attachment.objects.create(
        session=session, item=items[2], title="Präsentation", note="nur dem Original beigefügt", is_public=True
    )
    return SimpleNamespace(
        session=session, items=items, people=people, votes=votes, annex=annex, body=body, profile=body.profile
    )


def _items(session, body):
    """The items by number, 1 to 8; the last one is not public."""
    items = {}
    for position, (title, reference) in enumerate(ITEMS, start=1):
        item = AgendaItem.objects.create(session=session, position=position, title=title, is_public=position < 8)
        if reference:
            item.papers.add(Paper.objects.create(body=body, reference=reference, title=title, is_public=True))
        items[position] = item
    items[2].rapporteur = "MA Dregger"
    items[2].save()
    items[8].public_title = "Mitteilungen des Landrats"
    items[8].save()
    return items


def _members(committee, term, session):
    """The attendances of the members by last name; who is absent has an absence and no presence."""
    factions = {
        short: Faction.objects.create(term=term, name=name, short_name=short, position=position)
        for position, (short, name) in enumerate(FACTIONS)
    }
    people = {}
    for last, first, gender, faction, kind, function in MEMBERS:
        person = Person.objects.create(
            last_name=last, first_name=first, gender=gender, academic_title="Dr." if last == "Wende" else ""
        )
        membership = Membership.objects.create(
            committee=committee,
            person=person,
            faction=factions.get(faction),
            kind=kind,
            function=function,
            has_vote=kind in ("council_member", "expert_citizen"),
            start=TERM_START,
        )
        people[last] = Attendance.objects.create(
            session=session,
            person=person,
            membership=membership,
            role={"council_member": "Ktabg.", "expert_citizen": "s. B."}.get(kind, ""),
            duty="chair" if function == "chair" else "",
            absence="excused" if last in ("Ramers", "Wiesmann") else "",
            substitutes_for=people["Ramers"] if last == "Schemmer" else None,
        )
    return people


def _others(session):
    """Administration and guests by last name."""
    people = {}
    for last, role, gender, capacity, detail, duty in (
        ("Bergkamp", "Landrat", "m", "staff", "", ""),
        ("Althoff", "Dezernentin", "f", "staff", "", ""),
        ("Dregger", "MA", "m", "staff", "Leiter Kommunales Integrationszentrum", ""),
        ("Sander", "MA", "f", "staff", "", "minute_taker"),
        ("Thöne", "Frau", "f", "guest", "Caritasverband", ""),
    ):
        person = Person.objects.create(
            last_name=last, first_name="Kim", gender=gender, academic_title="Dr." if last == "Bergkamp" else ""
        )
        people[last] = Attendance.objects.create(
            session=session, person=person, capacity=capacity, role=role, detail=detail, duty=duty
        )
    return people


def _presences(people, items):
    bounds = {
        "Merten": {"first_item": items[3], "arrived_at": at(16, 52)},
        "Bednar": {"last_item": items[5], "left_at": at(17, 55)},
        "Thöne": {"first_item": items[2], "last_item": items[2]},
    }
    for name, attendance in people.items():
        if not attendance.absence:
            Presence.objects.create(attendance=attendance, **bounds.get(name, {}))


def _debate(items, people):
    texts = (
        (1, "note", "Einwendungen werden nicht erhoben."),
        (
            2,
            "speech",
            "⟨MA Dregger⟩ berichtet anhand einer Präsentation (Anlage 1 zur Niederschrift) über das laufende Jahr.",
        ),
        (
            2,
            "speech",
            "⟨s. B. Neuhaus⟩ bittet um Auskunft, wie viele Kommunen beteiligt seien. "
            "MA Dregger antwortet, es seien alle elf.",
        ),
        (
            3,
            "speech",
            "⟨Ktabg. Dr. Wende⟩ hält die Seiten 65 ff. für entscheidend. "
            "Hier sei der Auftrag des Kreistags konkretisiert worden.",
        ),
        (3, "speech", "Positiv äußert sich auch ⟨s. B. Kohl⟩."),
        (5, "speech", "⟨Ktabg. Bednar⟩ beantragt namentliche Abstimmung."),
        (6, "note", "Mitteilungen liegen nicht vor."),
        (7, "note", "Anfragen werden nicht gestellt."),
        (8, "note", "Der Landrat berichtet über ein vertrauliches Grundstück."),
    )
    for position, (number, kind, text) in enumerate(texts, start=1):
        row = Contribution.objects.create(item=items[number], position=position, kind=kind, text=text)
        for attendance in people.values():
            if f"{attendance.person.short_name}⟩" in text:
                Speaker.objects.create(contribution=row, attendance=attendance, role=attendance.role)


def _votes(items, people, committees):
    Decision.objects.create(item=items[2], outcome="noted", resolution="Ohne. Der Bericht wird zur Kenntnis genommen.")
    decision = Decision.objects.create(
        item=items[3], outcome="adopted", resolution="Das 1. Integrationskonzept wird verabschiedet."
    )
    for position, short in enumerate(("KA", "KT")):
        Recommendation.objects.create(decision=decision, committee=committees[short], position=position)
    Decision.objects.create(
        item=items[4], outcome="adopted", resolution="Dem Verein „Brücke e. V.“ wird ein Zuschuss von 5.000 € gewährt."
    )
    Decision.objects.create(item=items[5], outcome="rejected")
    votes = {
        3: Vote.objects.create(item=items[3], yes=7, no=0, abstain=1),
        4: Vote.objects.create(item=items[4], yes=5, no=2, abstain=0),
        5: Vote.objects.create(item=items[5], form="roll_call"),
    }
    closing.save_ballots(votes[5], {people[name].pk: "yes" for name in YES} | {people[name].pk: "no" for name in NO})
    for vote in votes.values():
        closing.close(vote)
    return votes


def add_election(data):
    """A secret election between two lists at item 6, for tests of options."""
    vote = Vote.objects.create(
        item=data.items[6], form="secret", majority="proportional", label="Listenwahl", invalid=1
    )
    Option.objects.create(vote=vote, label="CDU-Liste", votes=5, position=1)
    Option.objects.create(vote=vote, label="SPD-Liste", votes=1, position=2)
    return vote
