"""Where texts are imported to: a committee with the people of the model protocol, and texts."""

import datetime
from pathlib import Path

from committees.models import Committee, Faction, LegislativeTerm, Membership, Paper, Person
from tests import cast

DATA = Path(__file__).parents[2] / "data"
M01 = DATA / "minutes-texts" / "m01-full-niederschrift-MODEL.txt"
START = datetime.date(2025, 11, 1)
MEMBERS = (
    ("Kleinhaus", "Victor", "", "CDU"),
    ("Lütke", "Anna", "", "CDU"),
    ("Merten", "Heinz", "", "CDU"),
    ("Wende", "Thomas", "Dr.", "CDU"),
    ("Bednar", "Ursula", "", "SPD"),
    ("Schemmer", "Jan", "", "SPD"),
    ("Ramers", "Carsten", "", "SPD"),
    ("Kohl", "Stefan", "", "GRÜNE"),
    ("Neuhaus", "Eva", "", "FDP"),
)
NON_PUBLIC = """Kreis Musterland

NIEDERSCHRIFT

über die 8. Sitzung des Integrationsausschusses (IntA/8/2026)
am Mittwoch, 02.09.2026, Kreishaus

Beginn der Sitzung:   16:30 Uhr
Ende der Sitzung:     18:10 Uhr

Anwesend:

CDU-Kreistagsfraktion
Lütke, Anna

Gäste
Frau Notarsfrau                        zu TOP 2

Der Ausschussvorsitzende Kleinhaus eröffnet die Sitzung um 16:30 Uhr. TOP 2 wird ohne Gäste beraten.

Tagesordnung

A. Öffentlicher Teil
1  Mitteilungen

B. Nichtöffentlicher Teil
2  Verkauf am Uferweg                                        SV-11-0666

A. Öffentlicher Teil

TOP 1   Mitteilungen

Ktabg. Lütke fragt nach dem Sprachcafé.

B. Nichtöffentlicher Teil

TOP 2   Verkauf am Uferweg                                   SV-11-0666

Ktabg. Lütke nennt den Bieter Süd.

Beschluss:

Der Kaufvertrag wird geschlossen.

Form der Abstimmung:           offen per Handzeichen
Abstimmungsergebnis:           einstimmig

Der Ausschussvorsitzende schließt die Sitzung nach dem Geheimrat um 18:10 Uhr.
"""
HIDDEN = ("Uferweg", "Bieter", "Kaufvertrag", "Geheimrat", "Notarsfrau", "SV-11-0666", "ohne Gäste")


def county() -> cast.County:
    """The committee with its members in their factions, and a paper that is public."""
    place = cast.county()
    factions = {
        name: Faction.objects.create(term=place.term, name=f"{name}-Kreistagsfraktion", short_name=name)
        for name in ("CDU", "SPD", "GRÜNE", "FDP")
    }
    for last, first, title, faction in MEMBERS:
        person = Person.objects.create(last_name=last, first_name=first, academic_title=title)
        Membership.objects.create(committee=place.committee, person=person, faction=factions[faction], start=START)
    Person.objects.create(last_name="Dregger", office="MA", is_staff_member=True)
    Paper.objects.create(body=place.body, reference="SV-11-0612", title="Integrationskonzept", is_public=True)
    return place


def person(last_name: str) -> Person:
    return Person.objects.get(last_name=last_name)


def former_term(committee: Committee) -> LegislativeTerm:
    """A term that is over."""
    return LegislativeTerm.objects.create(
        body=committee.body, name="2020–2025", start=datetime.date(2020, 11, 1), end=datetime.date(2025, 10, 31)
    )
