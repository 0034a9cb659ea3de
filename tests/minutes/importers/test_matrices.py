"""Forms of counts in every place where they stand, and forms of headings below every head. All names are invented."""

import pytest

from tests.minutes.importers.texts import reading_of

RESOLVED = "Der Ausschuss beschließt den Ausbau der Gartenstraße."
# Each tells 9 for it, 2 against it and 1 abstention.
COUNTS = (
    "Abstimmungsergebnis: 9 Ja, 2 Nein, 1 Enthaltung",
    "Abstimmung: 9:2:1",
    "Ja 9  Nein 2  Enthaltungen 1",
    "(9 dafür, 2 dagegen, 1 Enthaltung)",
    "9 Stimmen dafür, 2 Stimmen dagegen, 1 Enthaltung",
    "dafür 9 / dagegen 2 / enthalten 1",
    "Mit 9 Ja-Stimmen, 2 Nein-Stimmen und 1 Enthaltung angenommen.",
    "Ergebnis: mehrheitlich beschlossen (9-2-1)",
    "Ja-Stimmen: 9\nNein-Stimmen: 2\nEnthaltungen: 1",
    "Abstimmungsergebnis:\n9 Ja-Stimmen\n2 Nein-Stimmen\n1 Enthaltung",
    "Stimmberechtigt: 12, Ja: 9, Nein: 2, Enthaltung: 1",
    "anwesend 12, dafür 9, dagegen 2, Enthaltung 1",
    "Für: 9  Gegen: 2  Enthaltung: 1",
    "| Ja | Nein | Enthaltung |\n| 9 | 2 | 1 |",
    "Zustimmung: 9 Ablehnung: 2 Enthaltung: 1",
    "9 Ja-, 2 Nein-Stimmen, 1 Enthaltung",
    "Stimmverhältnis: 9 : 2 bei einer Enthaltung",
    "neun Ja-Stimmen, zwei Nein-Stimmen, eine Enthaltung",
    "Pro: 9, Contra: 2, Enth.: 1",
    "9 x Ja  2 x Nein  1 x Enthaltung",
    "Der Beschluss ergeht mit 9 Ja- gegen 2 Nein-Stimmen bei 1 Stimmenthaltung.",
    "Bei 1 Enthaltung und 2 Gegenstimmen mit 9 Stimmen angenommen.",
    "Abstimmungsergebnis    Ja: 9    Nein: 2    Enth.: 1    Befangen: 0",
    "Angenommen mit 9 zu 2 Stimmen, 1 Enthaltung.",
    "(mehrheitlich, 9:2, 1 Enth.)",
    "Abgestimmt wurde wie folgt: Ja 9, Nein 2, Enthaltung 1",
    "Es stimmten dafür: 9, dagegen: 2, Enthaltungen: 1",
    "9 Mitglieder stimmen dafür, 2 dagegen, 1 enthält sich.",
    "Gesamtstimmen 12 - Ja 9 - Nein 2 - Enthaltung 1",
)
PLACES = (
    f"Herr Kohl fragt nach den Kosten.\n\nBeschluss:\n\n{RESOLVED}\n\n{{}}",
    f"Herr Kohl fragt nach den Kosten.\n\n{RESOLVED}\n\n{{}}",
    f"Beschluss:\n{RESOLVED}\n{{}}\n\nHerr Kohl fragt nach den Kosten.",
    f"Beschluss: ungeändert beschlossen\n{{}}\n\nHerr Kohl fragt nach den Kosten.\n\n{RESOLVED}",
    "Herr Kohl fragt nach den Kosten.\n\n{}",
)


@pytest.mark.parametrize("place", PLACES)
def test_counts_are_the_same_wherever_they_stand(place):
    wrong = []
    for form in COUNTS:
        told = place.format(form)
        head = "Niederschrift\nüber die Sitzung des Bauausschusses am 4. Mai 2026\n\nTOP 3: Ausbau der Gartenstraße\n\n"
        item = reading_of(f"{head}{told}\n\nTOP 4: Anfragen\n\nFrau Ohm fragt etwas.\n")["items"][0]
        found = [*item["votes"], item["counts"] or {}]
        numbers = [tuple(each.get(kind) for kind in ("yes", "no", "abstain")) for each in found]
        if (9, 2, 1) not in numbers or item["outcome"]["code"] != "adopted":
            wrong.append((form, item["outcome"]["code"], numbers))
    assert wrong == []


HEADS = (
    "Stadt Oberwinkel\nBauausschuss\n\nNiederschrift über die 3. Sitzung am 4. Mai 2026\n\n"
    "Anwesend:\nFrau Ohm (Vorsitz)\nHerr Kohl\nHerr Aalders\nFrau Brenk\n\n",
    "Gemeinde Oberwinkel\n\nProtokoll der Gemeinderatssitzung\nvom 04.05.2026 in der Turnhalle\n\n"
    "Vorsitz: Bürgermeisterin Ohm\nanwesend: GR Kohl, GR Aalders, GRin Brenk\nSchriftführer: Herr Witt\n\n",
    "Ortsbeirat Oberwinkel                               Oberwinkel, 06.05.2026\n\nN I E D E R S C H R I F T\n"
    "Sitzungstag: 04.05.2026\n\nTeilnehmer/innen:\nOrtsvorsteherin Ohm\nKohl, Aalders, Brenk\nVerwaltung: Herr Witt\n\n",
    "PROTOKOLL\nOrtsrat Oberwinkel, 4.5.2026\nda: Ohm, Kohl, Aalders, Brenk\nnicht da: Ilg\n\n",
)
ITEMS = (
    ("Haushalt 2026, Nachtrag", "Herr Kohl erläutert die Zahlen.\n\nBeschluss:\nDer Nachtrag wird beschlossen.\n\nAbstimmung: 9 Ja, 1 Nein"),
    ("Brücke am Weiher - Sanierung", "Herr Witt stellt den Plan vor.\n\nDer Auftrag wird vergeben.\n\nAbstimmung: einstimmig"),
    ("Antrag der LMN-Fraktion: Bänke", "Frau Brenk begründet ihn.\n\nDer Antrag wird mit 4 zu 6 Stimmen abgelehnt."),
    ("Verschiedenes", "Herr Aalders bittet um Auskunft zum Radweg."),
)  # fmt: skip
OUTCOMES = ["adopted", "adopted", "rejected", "none"]
FORMS = (
    "{n}. {t}", "{n} {t}", "{n}.\t{t}", "{n}    {t}", "{n}.) {t}", "{n}) {t}", "TOP {n} - {t}", "TOP {n}\n{t}",
    "Punkt {n}) {t}", "Zu {n}.: {t}", "{n}/26 {t}", "TOP Ö {n}    {t}", "{n}.    {t}\n      Vorlage 12/2026",
    "Nr. {n}   {t}", "({n}) {t}", "{n} | {t}", "Tagesordnungspunkt {n} – {t}", "### {n}. {t}", "Ö{n} {t}", "{n}.0 {t}",
    "0{n} {t}", "P. {n} {t}", "{r}. {t}", "{r} - {t}", "{a}) {t}", "TOP {r}: {t}", "ad {n}) {t}", "{n}.– {t}",
    "Beratungspunkt {n}\n{t}", "§ {n} {t}",
)  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_items_are_found_however_they_are_numbered(head, gap):
    wrong = []
    for form in FORMS:
        text = head
        for n, (title, body) in enumerate(ITEMS, 1):
            text += form.format(n=n, t=title, r=("I", "II", "III", "IV")[n - 1], a="abcd"[n - 1]) + gap + body + gap
        reading = reading_of(f"{text}\nOhm            Witt\nVorsitzende    Schriftführer\n")
        codes = [item["outcome"]["code"] for item in reading.get("items", [])]
        if codes != OUTCOMES:
            wrong.append((form, codes))
    assert wrong == []
