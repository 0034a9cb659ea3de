"""A small world to be searched: three sessions of two committees, two papers and a directory. Written by hand."""

import datetime
from dataclasses import dataclass, field

from committees.models import Body, Committee, Paper, RuleProfile, Session, User
from minutes import publishing
from minutes.markup import parse
from minutes.models import Publication
from minutes.record.announcements import DirectoryRecord, PaperRecord, SeatValue
from minutes.record.values import (
    BodyValue,
    CommitteeValue,
    ContributionRecord,
    DecisionRecord,
    ItemRecord,
    PartRecord,
    SessionRecord,
)

START = datetime.date(2020, 11, 1)
SPEAKERS = {
    "Müller": 101,
    "von der Heide": 102,
    "Bauer": 103,
    "Schulze-Pellengahr": 104,
    "de Vries": 105,
}


@dataclass
class World:
    """What was published, to be varied by tests."""

    body: Body
    committees: dict[str, Committee]
    user: User
    sessions: dict[str, Session] = field(default_factory=dict)
    publications: dict[str, Publication] = field(default_factory=dict)


def speech(key: str, text: str, who: str = "") -> ContributionRecord:
    """A contribution; its key is its id."""
    mark = f"⟨{who}⟩ " if who else ""
    person = str(SPEAKERS.get(who.removeprefix("Ktabg. "), "")) if who else ""
    return ContributionRecord(id=key, kind="speech", text=parse(mark + text), speaker=who, person_id=person)


def item(number: str, title: str, *speeches, resolution: str = "", outcome: str = "none", **fields) -> ItemRecord:
    decision = DecisionRecord("Beschluss", resolution=parse(resolution)) if resolution else None
    values = {"is_public": True, "order": ()} | fields
    return ItemRecord(
        id=f"item-{number}",
        number=number,
        label=f"TOP {number}",
        title=title,
        decision=decision,
        outcome=outcome,
        contributions=speeches,
        **values,
    )


def minutes(world: World, reference: str, date: datetime.date, *items: ItemRecord, **fields) -> SessionRecord:
    """The record of a session, whose row is made with it."""
    name, number, year = reference.split("/")
    committee = world.committees[name]
    world.sessions[reference], _created = Session.objects.get_or_create(
        committee=committee, number=int(number), year=int(year), defaults={"date": date, "seats": 9}
    )
    values = {"audience": "public"} | fields
    return SessionRecord(
        session_id=str(world.sessions[reference].pk),
        reference=reference,
        number=int(number),
        year=int(year),
        date=date,
        body=BodyValue(world.body.key, world.body.name),
        committee=CommitteeValue(str(committee.pk), committee.name, committee.short_name),
        title="NIEDERSCHRIFT",
        subtitle="über die Sitzung",
        date_text="",
        place_text="",
        is_draft=False,
        parts=(PartRecord("A", "Öffentlicher Teil", True, items=items),),
        **values,
    )


def publish(world: World, record: SessionRecord, **fields) -> Publication:
    made = publishing.freeze(
        record, kind=Publication.Kind.IMPORT, subject=world.sessions[record.reference], by=world.user, **fields
    )
    world.publications[record.reference] = made
    return made


def empty() -> World:
    profile, _created = RuleProfile.objects.get_or_create(name="NRW")
    body = Body.objects.create(key="lkm", name="Kreis Musterland", profile=profile)
    names = {"UmA": "Ausschuss für Umwelt und Verkehr", "JHA": "Jugendhilfeausschuss"}
    committees = {
        short: Committee.objects.create(body=body, name=name, short_name=short, seats=9, start=START)
        for short, name in names.items()
    }
    return World(body, committees, User.objects.create_user("search@example.org", role="admin"))


def create() -> World:
    world = empty()
    for record in (_roads(world), _youth(world), _old_roads(world)):
        publish(world, record)
    _paper(world, "SV-11-0612", "Radwegeplan 2030 mit Kostenübersicht", datetime.date(2026, 2, 20))
    _paper(world, "SV-11-0700", "Gebührensatzung der Abfallwirtschaft", datetime.date(2025, 11, 3))
    _directory(world)
    return world


def _roads(world: World) -> SessionRecord:
    return minutes(
        world,
        "UmA/2/2026",
        datetime.date(2026, 3, 11),
        item(
            "1",
            "Fortschreibung des Radwegeplans",
            speech("plan", "fragt, wann die Radwege an der Hauptstraße gebaut werden.", "Ktabg. Müller"),
            speech("cost", "hält die Kosten für den Haushalt des Kreises für zu hoch.", "Ktabg. von der Heide"),
            speech("bridge", "erinnert an die Brücke über die Stever und an den Neubau der Straßenbrücke."),
            resolution="Der Radwegeplan wird mit den Prioritäten der Anlage 2 fortgeschrieben.",
            outcome="adopted",
        ),
        item(
            "2",
            "Müllabfuhr: neue Gebühren ab 2027",
            speech("waste", "möchte wissen, was die Biotonne kostet.", "Ktabg. Bauer"),
            speech("bau", "Der Bau des Wertstoffhofes beginnt im Frühjahr."),
            resolution="Die Gebührensatzung wird abgelehnt.",
            outcome="rejected",
        ),
        item("3", "Verschiedenes", speech("tree", "bittet, die Bäume am Schloßpark zu gießen.", "Ktabg. de Vries")),
    )


def _youth(world: World) -> SessionRecord:
    return minutes(
        world,
        "JHA/1/2025",
        datetime.date(2025, 9, 17),
        item(
            "1",
            "Kindertagesstätten: Bedarfsplanung",
            speech("kita", "lobt die Kita-Plätze in den Gemeinden und den Kindergarten am Wald.", "Ktabg. Müller"),
            speech("need", "Der Bedarf an Plätzen für Kinder unter drei Jahren wächst.", "Ktabg. Schulze-Pellengahr"),
            resolution="Der Ausschuss nimmt die Bedarfsplanung zur Kenntnis.",
            outcome="noted",
        ),
        item(
            "2",
            "Zuschuss an den Verein „Brücke e. V.“",
            speech("grant", "begrüßt den Zuschuss für die Schulsozialarbeit.", "Ktabg. von der Heide"),
            speech("heath", "Die Jugendgruppe besucht die Heide und den Wald."),
            resolution="Der Verein erhält einen Zuschuss von 12.000 Euro aus dem Kreishaushalt.",
            outcome="adopted",
        ),
    )


def _old_roads(world: World) -> SessionRecord:
    return minutes(
        world,
        "UmA/4/2021",
        datetime.date(2021, 11, 24),
        item(
            "1",
            "Haushaltsplan 2022",
            speech("budget", "Der Haushaltsplanentwurf sieht weniger Zuschüsse vor."),
            speech("fire", "dankt der Freiwilligen Feuerwehr für den Einsatz beim Hochwasser.", "Ktabg. Bauer"),
            speech("school", "fragt nach der Förderschule und der Grundschule in Lüdinghausen."),
            resolution="Der Haushaltsplan wird vertagt.",
            outcome="deferred",
        ),
    )


def _paper(world: World, reference: str, title: str, date: datetime.date) -> None:
    paper = Paper.objects.create(body=world.body, reference=reference, title=title, is_public=True)
    record = PaperRecord(
        audience="public",
        paper_id=str(paper.pk),
        reference=reference,
        title=title,
        kind="proposal",
        body=BodyValue(world.body.key, world.body.name),
        originator="Der Landrat",
        date=date,
    )
    made = publishing.freeze(record, kind=Publication.Kind.PAPER, subject=paper, by=world.user)
    world.publications[reference] = made


def _directory(world: World) -> None:
    committee = world.committees["UmA"]
    names = {101: "Müller, Ute", 102: "von der Heide, Kim", 103: "Bauer, Jo", 106: "Großmann, Ida"}
    seats = tuple(
        SeatValue(str(key), name, "Mitglied", "council_member", "ABC-Fraktion", True, START)
        for key, name in names.items()
    )
    record = DirectoryRecord(
        audience="public",
        body=BodyValue(world.body.key, world.body.name),
        committee=CommitteeValue(str(committee.pk), committee.name, committee.short_name),
        date=datetime.date(2026, 1, 15),
        seats=seats,
    )
    made = publishing.freeze(record, kind=Publication.Kind.DIRECTORY, subject=committee, by=world.user)
    world.publications["directory"] = made


def names(found) -> list[str]:
    """The hits in order, short: `plan` a contribution, `item UmA/2/2026 1`, `paper SV-11-0612`, `person Bauer, Jo`."""
    return [_name(hit) for hit in found.hits]


def _name(hit) -> str:
    if hit.kind == "contribution":
        return hit.url.partition("#c-")[2]
    if hit.kind == "paper":
        return f"paper {hit.reference}"
    if hit.kind == "person":
        return f"person {hit.title}"
    return f"{hit.kind} {hit.reference} {hit.number}"
