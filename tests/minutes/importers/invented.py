"""Invented items with known truth, in the layouts of the systems: made of a grammar of its own, from a seed.

Nothing here is shared with the importer: names, roles, sentences and numbers are drawn from other lists.
"""

import random
from dataclasses import dataclass, field
from typing import Any

ROLES = (
    "Ktabg.|Ktabg.|Ktabg.|s. B.|s.B.|s. E.|MA|Landrat|LR|KD|Dezernentin|Dezernent|FBL|AL|Kreistagsmitglied|Ratsmitglied|RM|"
    "Stadtverordnete|Stadtverordneter|StV|Stv.|Bürgermeister|Bürgermeisterin|BM|Beigeordneter|Erste Beigeordnete|Herr|Frau|"
    "Vorsitzender|Vorsitzende|Ausschussvorsitzender|Ausschussvorsitzende|Fraktionsvorsitzender|Fraktionsvorsitzende|Ratsherr|"
    "Ratsfrau|Kämmerer|Kreisdirektor|Gleichstellungsbeauftragte|Amtsleiterin|Stadtrat|Gemeindevertreterin|Rh.|KTA|AM|"
    "sachkundige Bürgerin|Fachbereichsleiter|Ortsvorsteherin|Herr Beigeordneter|Frau Ratsfrau|Mitglied|Schulamtsdirektorin"
).split("|")
NAMES = (
    "Aldrup|Behnke|Clausing|Dahlhoff|Ehlers|Feldkamp|Gödde|Hölscher|Ibbing|Jürgens|Krampe|Lohoff|Menke|Niehues|Oßwald|Pöppelmann|"
    "Querfurt|Rabe|Sünker|Tönjes|Uphoff|Vennemann|Wübben|Zumbrock|Yıldırım|Kaya|Nowak|Łukasik|O'Connor|Dr. Ahrens|Dr. Bolte|"
    "Prof. Dr. Cremer|von Elverfeldt|van Almsick|de Groot|zu Hohenfels|von der Wense|Frhr. von Ketteler|Müller-Ostermann|"
    "Schulze Althoff|Große Lembeck|Dr. Schulte-Sienbeck|ten Brink|Dr. von Hövel|K. Sandmann|Anna Siepmann|Karl-Heinz Voß"
).split("|")
SAID = (
    "hält den Ansatz für zu niedrig.|bittet um Auskunft, ob die Mittel reichten.|erklärt, dass die Frist im Mai ende.|verweist auf die "
    "Vorlage. Dort sei alles beschrieben.|betont, dies sei mit den Gemeinden abgestimmt.|fragt, wann mit dem Bau begonnen werde.|"
    "spricht sich für den Vorschlag aus.|stellt den Entwurf vor.|regt an, im Herbst erneut zu beraten.|dankt der Verwaltung für die "
    "Arbeit.|sieht noch Klärungsbedarf. Man müsse die Kosten kennen.|teilt mit, dass elf Träger geantwortet hätten.|befürchtet höhere "
    "Beiträge.|möchte wissen, wer dafür zuständig sei.|weist darauf hin, dass § 5 zu ändern sei.|erläuterte die Zahlen des Vorjahres.|"
    "beantragt, Ziffer 2 zu streichen.|ergänzt, dass 20.000 € bereitstünden.|nennt drei Gründe: Lage, Preis und Zeit.|kündigte für "
    "seine Fraktion Zustimmung an.|gibt zu bedenken, dass Personal fehle.|lobt die Zusammenarbeit mit den Schulen."
).split("|")
VERBS = "betont|erklärt|fragt|ergänzt|bemerkt|meint|antwortet|erwidert|fordert|bestätigt".split("|")
AFTER = (
    "Positiv äußert sich auch {s} zum Verfahren.|Dem stimmt {s} zu.|Hierzu führt {s} aus, dass nichts entschieden sei.|Kritisch sieht "
    "dies {s}.|Im Anschluss berichtet {s} von der Tagung.|Zum Zeitplan merkt {s} an, der Winter sei zu meiden.|Auch {s} begrüßt den "
    "Vorschlag.|Daraufhin entgegnet {s}, dies sei geprüft.|Bedenken äußert {s} zur Finanzierung.|Dass Eile geboten sei, unterstreicht "
    "{s}.|Wie hoch der Anteil sei, möchte {s} wissen.|Nachdem niemand das Wort wünscht, fasst {s} zusammen.|Abschließend bedankt sich "
    "{s} für die Beratung.|Die Kosten seien, so {s}, noch offen.|Man dürfe – so {s} – keine Zeit verlieren.|Dies sei ein guter Tag, {v} {s}.|"
    "Nach Auffassung von {s} fehlt eine Übersicht.|Für die SPD-Fraktion lehnt {s} den Vorschlag ab."
).split("|")
OBLIQUE = (
    "Auf Nachfrage von {o} führt {s} aus, dass keine Frist bestehe.|Auf die Frage von {o}, ob dies gelte, antwortet {s} mit Ja.|"
    "Gegenüber {o} stellt {s} klar, dass die Mittel da seien.|{s} fragt, ob {o} dies bestätigen könne.|An {o} richtet {s} die Frage, ob "
    "es dabei bleibe.|{s} dankt {o} für den Vortrag.|Mit Bezug auf {o} regt {s} eine Prüfung an.|{s} widerspricht {o} entschieden."
).split("|")
GOES_ON = (
    "Er bitte um eine Übersicht bis zum Sommer.|Sie verweist ferner auf das Gutachten.|Wichtig sei vor allem die Beteiligung der "
    "Gemeinden.|Man müsse die Erfahrungen der Nachbarn nutzen.|Zudem fehle bislang eine Aussage zu den Folgekosten.|Weiter führt er aus, "
    "dass die Förderung ende."
).split("|")
NOBODY = (
    "Hiergegen erhebt sich kein Widerspruch.|Die Tagesordnungspunkte 4 und 5 werden gemeinsam beraten.|Die Sitzung wird von 17:05 Uhr "
    "bis 17:15 Uhr unterbrochen.|{s} verlässt um 18:10 Uhr die Sitzung.|{s} nimmt ab 17:40 Uhr an der Sitzung teil.|Weitere Wortmeldungen "
    "liegen nicht vor."
).split("|")
RESOLVED = (
    "Der Zuschuss wird auf 12.500 € festgesetzt.|Die Satzung wird in der Fassung der Anlage 1 beschlossen.|Die Verwaltung wird beauftragt, "
    "ein Konzept vorzulegen.|Dem Vertrag wird zugestimmt.|Die Fortschreibung des Plans wird zur Kenntnis genommen.|Die Stelle wird "
    "ausgeschrieben."
).split("|")
OUTCOMES = {
    "adopted": (
        "ungeändert beschlossen",
        "einstimmig beschlossen",
        "beschlossen",
        "mehrheitlich angenommen",
        "zugestimmt",
    ),
    "adopted_amended": ("geändert beschlossen", "angenommen mit Änderungen"),
    "rejected": ("abgelehnt", "mehrheitlich abgelehnt", "nicht empfohlen"),
    "noted": ("Kenntnis genommen", "zur Kenntnis genommen"),
    "deferred": ("zurückgestellt", "vertagt"),
    "removed": ("abgesetzt", "entfällt"),
    "referred": ("an Ausschuss verwiesen", "verwiesen"),
    "withdrawn": ("zurückgezogen",),
}
FORMS = ("offen per Handzeichen", "offen durch Handheben", "durch Erheben von den Plätzen", "namentlich", "geheim")
BODIES = ("Kreistag", "Kreisausschuss", "Rat", "Haupt- und Finanzausschuss", "Ausschuss für Umwelt und Verkehr")
LAYOUTS = ("sessionnet", "wrapped", "allris", "sdnet")


@dataclass
class Item:
    """What is true of an invented item, and its paragraphs."""

    layout: str
    outcome: tuple[str | None, str] = (None, "none")
    counts: dict[str, int] | None = None
    resolution: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    debate: list[tuple[str, str, str | None]] = field(default_factory=list)
    votes: list[dict[str, Any]] = field(default_factory=list)
    vote_lines: list[str] = field(default_factory=list)


def item(seed: int) -> Item:
    """An item from a seed; each layout comes in turn."""
    dice = random.Random(seed)
    made = Item(LAYOUTS[seed % len(LAYOUTS)])
    code = dice.choice(["adopted"] * 5 + list(OUTCOMES))
    _debate(made, dice)
    decided = code in {"adopted", "adopted_amended", "rejected"}
    if decided:
        made.resolution = dice.sample(RESOLVED, dice.choice((1, 1, 2)))
        if dice.random() < 0.3:
            made.bodies = dice.sample(BODIES, dice.choice((1, 2)))
            made.resolution.insert(0, f"Der Ausschuss empfiehlt dem {', dem '.join(made.bodies)} folgenden Beschluss:")
        _vote(made, dice, lost=code == "rejected")
    has_status = made.layout in {"sessionnet", "allris"}
    made.outcome = (dice.choice(OUTCOMES[code]), code) if has_status else (None, code if decided else "none")
    if not has_status and code == "adopted_amended":
        made.outcome = (None, "adopted")
    if made.outcome == (None, "adopted") and len(made.resolution) == 1 and "Kenntnis" in made.resolution[0]:
        # Who takes note, by a vote or not, has decided nothing else.
        made.outcome = (None, "noted")
    return made


def _debate(made: Item, dice: random.Random) -> None:
    last: str | None = None
    people = [f"{dice.choice(ROLES)} {dice.choice(NAMES)}" for _ in range(5)]
    for _ in range(dice.randint(2, 9)):
        kind = dice.random()
        one, other = dice.sample(people, 2)
        if one.split()[-1] == other.split()[-1]:
            continue
        if kind < 0.55:
            article = (
                dice.choice(("", "", "", "Der ")) if one.startswith(("Ktabg.", "FBL", "RM", "Beigeordneter")) else ""
            )
            made.debate.append((article + f"{one} {dice.choice(SAID)}", "speech", one))
        elif kind < 0.72:
            made.debate.append((dice.choice(AFTER).format(s=one, v=dice.choice(VERBS)), "speech", one))
        elif kind < 0.82:
            made.debate.append((dice.choice(OBLIQUE).format(s=one, o=other), "speech", one))
        elif kind < 0.86:
            made.debate.append((f"{one} und {other} unterstützen den Antrag.", "speech", f"{one} + {other}"))
        elif kind < 0.95 and last:
            made.debate.append((dice.choice(GOES_ON), "continuation", last))
        else:
            made.debate.append((dice.choice(NOBODY).format(s=one), "procedure", None))
        if made.debate and made.debate[-1][1] == "speech":
            last = made.debate[-1][2]


def _vote(made: Item, dice: random.Random, *, lost: bool) -> None:
    yes, no, abstain = (
        dice.randint(8, 30),
        dice.choice((0, 0, dice.randint(1, 7))),
        dice.choice((0, 0, dice.randint(1, 5))),
    )
    if lost:
        yes, no = dice.randint(0, 6), dice.randint(8, 30)
    vote: dict[str, Any] = {"form": dice.choice(FORMS)}
    if no == 0:
        text = "einstimmig" if not abstain else f"einstimmig bei {abstain} Enthaltung{'en' if abstain > 1 else ''}"
        vote |= {"result": text, "unanimous": True} | ({"abstain": abstain} if abstain else {})
        made.vote_lines = [text]
    else:
        made.vote_lines = [line for number, line in _lines(dice, yes, no, abstain) if number or made.layout == "allris"]
        vote |= {
            name: number
            for name, number in (("yes", yes), ("no", no), ("abstain", abstain))
            if number or made.layout == "allris"
        }
    if made.layout == "sessionnet":
        made.counts = {"yes": yes, "no": no, "abstain": abstain, "recused": 0}
    if made.layout == "allris" and no:
        made.vote_lines = [f"Ja-Stimmen: {yes}", f"Nein-Stimmen: {no}", f"Enthaltungen: {abstain}"]
    if made.layout == "sdnet":
        vote.pop("form")
        if no:
            made.vote_lines = [
                dice.choice(
                    (
                        f"Ja {yes} Nein {no} Enthaltung {abstain}",
                        f"{yes} Ja / {no} Nein / {abstain} Enthaltungen",
                        f"Dafür: {yes} Dagegen: {no} Enthaltung: {abstain}",
                    )
                )
            ]
            vote |= {"yes": yes, "no": no, "abstain": abstain}
    if made.layout == "allris":
        vote.pop("form")
    made.votes = [vote]


def _lines(dice: random.Random, yes: int, no: int, abstain: int) -> list[tuple[int, str]]:
    big = dice.random() < 0.5
    ja, nein = ("JA", "NEIN") if big else ("Ja", "Nein")
    return [
        (yes, f"{yes} {ja}-Stimme{'n' if yes != 1 else ''}"),
        (no, f"{no} {nein}-Stimme{'n' if no != 1 else ''}"),
        (abstain, f"{abstain} Enthaltung{'en' if abstain != 1 else ''}"),
    ]
