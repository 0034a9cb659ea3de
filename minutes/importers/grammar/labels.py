"""Labels: the words with a colon, or alone on a line, by which the systems part an item. Pure.

SessionNet writes `Beschluss:`, `Form der Abstimmung:`; ALLRIS `Beschlussart:`, `Wortprotokoll`; SD.NET `Beratung:`,
`Beschlussvorschlag:`. Each means the same wherever it stands.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from minutes.importers.grammar.letters import closed_up

Kind = Literal[
    "status",
    "decision",
    "election",
    "proposal",
    "counts",
    "form",
    "result",
    "yes_names",
    "no_names",
    "abstain_names",
    "debate",
    "facts",
    "note",
    "annexes",
    "papers",
    "rapporteur",
    "number",
    "title",
    "date",
    "meeting",
    "committee",
    "publicity",
    "recused",
    "head",
]

# Each pattern names what may stand before the colon, or alone on its line.
_LABELS: tuple[tuple[Kind, str], ...] = (
    ("status", r"Beschluss(?:art|status|ergebnis|fassung|qualität)|Ergebnis der Beratung|Beratungsergebnis|Entscheidungsart|Art der Entscheidung|Erledigungsart|Beratungsstatus|Entscheidung"),
    ("election", r"Wahl(?:beschluss|vorschlag)?|Wahl (?:der|des|von) [^:]{2,80}"),
    ("proposal", r"Beschluss(?:vorschlag|entwurf)(?: der Verwaltung| für [^:]{2,80}| an [^:]{2,80})?|Vorschlag der Verwaltung|Antrag(?:stext)?|Geänderter Beschlussvorschlag|Verwaltungsvorschlag"),
    ("decision", r"(?:Ergebnis/|[Gg]eänderter? |Abgeänderter? |Modifizierter? |Ergänzter? |Einstimmiger |Mehrheitlicher |Abweichender |Empfehlungs|Kreistags|Rats|Ausschuss|[Tt]atsächlicher |Gefasster |Endgültiger )?[Bb]eschlu(?:ss|ß)(?:empfehlung)?(?:text)?(?: (?:des|der|an|für) [^:]{2,100}| vom [\d.]{6,10}| \d{1,2}| Bürger)?|Beschlüsse|BESCHLUSS|(?:[Gg]eänderte |Abgeänderte )?Empfehlung(?:sbeschluss)?(?: an [^:]{2,80})?|Entscheidungstext|Der (?:Ausschuss|Rat|Kreistag|Kreisausschuss) (?:beschließt|fasst folgenden Beschluss)|(?:Der |Die )[A-ZÄÖÜ][\w -]{2,80}? (?:fasst|fasste|fassen|fassten) (?:daraufhin |sodann |anschließend |somit )?(?:einstimmig |mehrheitlich )?(?:den )?folgenden (?:[a-zäöü]+ )?Beschluss"
        r"|(?:Daraufhin |Sodann |Anschließend |Nach \w+ Beratung |Nach Beratung )(?:fasst|fasste|beschließt|beschloss) (?:der|die|das) [A-ZÄÖÜ][\w -]{2,80}?(?: (?:den )?folgenden Beschluss)?"
        r"|(?:Es|Hierzu|Hierauf|Daraufhin|Sodann) (?:ergeht|erging|wird|wurde) (?:daraufhin |sodann |somit )?(?:der )?folgender Beschluss(?: gefasst)?"),
    ("counts", r"Abstimmung(?: (?:zu[mr]?|über) [^:.]{2,80})?|Abst\.|Stimmen"),
    ("form", r"Form der (?:Abstimmung|Wahl)|Abstimmungs(?:form|art|weise|verfahren|modus)|Art der (?:Abstimmung|Wahl)|Abstimmungsform|Wahl(?:form|verfahren|art)"),
    ("result", r"(?:Namentliche|Geheime|Offene) Abstimmung(?:sergebnis)?|(?:Abstimmungs-?|Wahl|Gesamt|Stimm)[Ee]rgebnis(?: (?:des|der|zu|zum|zur|über|für) [^:]{1,100}| \((?:namentlich|geheim|offen|schriftlich)[^():]{0,40}\))?|Ergebnis(?: der (?:Abstimmung|Wahl)| des \S+ Wahlgang(?:e?s))?|Stimmabgabe|Abstimmungsresultat|(?:Abstimmungs|Stimm(?:en)?)verhältnis|Stimmenverteilung|Stimmenzahl|Abstimm(?:ergebnis|verhalten)|ABSTIMMUNGSERGEBNIS|(?:Abst(?:imm)?\.?|Abstimmungs-?)\s?-?\s?[Ee]rg(?:ebn(?:is|\.)|\.)|Abst\.-Verh(?:ältnis|\.)|AE"),
    ("yes_names", r"(?:Es stimmten )?[Mm]it [Jj]a (?:stimm(?:t|en|te|ten)|haben gestimmt)(?: (?:die|folgende)[^:]{0,60}| \(\d{1,3}\))?|Für den (?:Antrag|Beschluss|Vorschlag) (?:stimmen|stimmten)|(?:JA|Ja)-Stimmen \(Namen\)|Dafür stimm(?:t|en|te|ten)"),
    ("no_names", r"(?:Es stimmten )?[Mm]it [Nn]ein (?:stimm(?:t|en|te|ten)|haben gestimmt)(?: (?:die|folgende)[^:]{0,60}| \(\d{1,3}\))?|Gegen den (?:Antrag|Beschluss|Vorschlag) (?:stimmen|stimmten)|(?:NEIN|Nein)-Stimmen \(Namen\)|Dagegen stimm(?:t|en|te|ten)"),
    ("abstain_names", r"(?:Der Stimme )?[Ee]nthalten (?:hat|haben)(?: sich)?(?: der Stimme)?|(?:Es )?enthielten sich|Mit Enthaltung (?:stimm(?:t|en|te|ten))|Enthaltungen \(Namen\)|Enthalten"),
    ("debate", r"Beratung(?:sverlauf|sgang)?|Sitzungsverlauf(?: \d{1,2})?|Wortprotokoll|(?:Vortrag/)?Diskussion(?:sverlauf)?|Aussprache|Protokoll(?:text|ierung)?|Wortmeldungen|Wortbeiträge|Beratung und Beschlussfassung|Verlauf|Redebeiträge|Debatte|Niederschriftstext|Protokollvermerk|Erörterung|Zusammenfassung|Inhalt der Mitteilung|Mitteilung"),
    ("facts", r"Sachverhalt(?: Bürger)?|Sachlage|Rechtslage|Begründung|Sachdarstellung|Erläuterung(?:en)?|Finanzielle Auswirkungen|Sach- und Rechtslage|Sachvortrag|Problem|Sachstand|Begründung / Sachverhalt(?: zum [^:]{3,60})?|(?:(?:Sachverhalt|Sachstand|Begründung|Rechtslage|Erläuterung)\s?/\s?){1,2}(?:Sachverhalt|Sachstand|Begründung|Rechtslage|Erläuterung)"),
    ("note", r"Anmerkung(?:en)?(?: der (?:Verwaltung|Schriftführung|Redaktion))?|Hinweis(?:e)?(?: der (?:Verwaltung|Schriftführung))?|(?:Protokoll|Nachträgliche )[Aa]nmerkung(?:en)?(?: der Verwaltung)?|Nachtrag|Protokollnotiz|Nachrichtlich|Antwort der Verwaltung(?=\s?:?\s*$)|Vermerk"),
    ("annexes", r"Anlagen?(?: zur Niederschrift| zum Protokoll)?|Anhang|Anhänge|Dokumente"),
    ("papers", r"Vorlagen?(?:nummer|nummern|-Nr\.|-Nummer| Nr\.)?|Drucksachen?(?:nummer|-Nr\.| Nr\.)?|Sitzungsvorlage(?:n?-Nr\.)?|(?:Beschluss|Mitteilungs|Informations)vorlage(?:\s(?:DS-?\s?)?Nr\.)?|Vorl\.-Nr\.|DS-Nr\.|Bezug"),
    ("rapporteur", r"Bericht(?:erstattung|erstatter(?:/-?in|in|:in|\(in\))?)|Referent(?:/in|in)?|Vortragende[r]?"),
    ("number", r"TOP(?:-Nr\.)?|Tagesordnungspunkt|Punkt der Tagesordnung|TOP-Nummer"),
    ("title", r"Betreff|Betr\.|Titel|Gegenstand|Bezeichnung|Thema"),
    ("date", r"Sitzungs(?:datum|termin|tag)|Datum|Tag(?: der Sitzung)?|Termin|Sitzung vom|Datum der Sitzung"),
    ("meeting", r"Sitzung(?:s-?[Nn]r\.|snummer)?|Sitzungsbezeichnung|Nummer der Sitzung"),
    ("committee", r"Gremium|Ausschuss|Beratungsgremium|Zuständiges Gremium"),
    ("publicity", r"Status|Öffentlichkeitsstatus|Öffentlichkeit|Beratungsart|ö/nö|Behandlung"),
    ("recused", r"(?:Enthaltung(?:en)?\s)?(?:wg\.|wegen)\sBefangenheit|Sonderinteressen?|Befangen(?:heit)?(?: (?:gem\.|gemäß|nach) §[^:]{2,30})?|Wegen Befangenheit (?:nicht mitgewirkt|abwesend)|Aus(?:geschlossen|schluss|schlüsse)(?: wegen Befangenheit)?(?: (?:gem\.|gemäß|nach|n\.) (?:§|Art\.)[^:]{2,30})?|(?:Mitwirkungs|Stimm)verbot(?: (?:gem\.|gemäß|nach) (?:§|Art\.)[^:]{2,30}?)?"),
    ("head", r"Zeit|Raum|Ort|Anlass|Beginn|Ende|Uhrzeit|Sitzungsort|Federführend(?:es Amt|er Fachbereich)?|Bearbeiter(?:/-?in|in)?|Initiator|Verfasser(?:/-?in)?|Aktenzeichen|AZ|Az\.|Drucksache-Art|Vorlageart|Beratungsfolge|Beteiligt|Einreicher|Antragsteller(?:/-?in|in)?|Amt|Fachbereich|Dezernat|Organisationseinheit|Verfahren"),
)  # fmt: skip
_WITH_COLON = tuple((kind, re.compile(rf"(?:{pattern})\s?:(?P<rest>.*)", re.DOTALL)) for kind, pattern in _LABELS)
_ALONE = tuple((kind, re.compile(rf"(?:{pattern})")) for kind, pattern in _LABELS)
_GAPPED = tuple(
    (kind, re.compile(rf"(?:{pattern})(?:\s{{3,}}|\t)(?P<rest>\S.*)", re.DOTALL)) for kind, pattern in _LABELS
)
# Without a colon only what is a heading in every system; "Ausschuss" or "Wahl" alone may be anything.
_HEADINGS = frozenset(
    {"decision", "proposal", "result", "debate", "facts", "annexes", "form", "election", "note", "counts"}
)
_GAPPED_KINDS = frozenset(
    {
        "form",
        "result",
        "decision",
        "status",
        "counts",
        "papers",
        "rapporteur",
        "title",
        "number",
        "date",
        "committee",
        "publicity",
        "yes_names",
        "no_names",
        "abstain_names",
        "recused",
    }
)


# `Beschluss Nr. 88/2026   13 : 0`: the number of a resolution, and behind it how was voted; `Abstimmung 11 : 1`.
_NUMBERED_RESULT = re.compile(
    r"(?P<heading>Beschlu(?:ss|ß)(?:\s?-?\s?Nr\.|\s?-?[Nn]ummer)?\s?:?\s\d{1,4}(?:[/.-]\d{2,4})?|Abstimmung(?:sergebnis)?)\s?[:;,–-]?\s+(?P<rest>\d{1,3}\s?[:/]\s?\d{1,3}(?:\s?[:/]\s?\d{1,3})?(?:\sStimmen)?(?:\s\([^()\d]{2,80}\)|\s[–-]\s(?:angenommen|abgelehnt|beschlossen))?)\.?"
)


# `Beschluss-Nr. 27/188/2026: Der Rat beschließt die Satzung.`, `B.-Nr. 7/98: …`
_NUMBERED_DECISION = re.compile(
    r"(?P<heading>(?:Beschlu(?:ss|ß)|Beschl\.|B\.)(?:\s?-?\s?Nr\.?|\s?-?[Nn]ummer)?\s?:?\s(?:[A-ZÄÖÜ]{1,6}[\s/-])?\d{1,4}(?:[/.-]\d{1,4}){1,3})\s?:\s*(?P<rest>(?:[A-ZÄÖÜ„].{12,})?)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label, what follows it on its line, and how it is written."""

    kind: Kind
    rest: str
    heading: str


# `III. Beschluss`: the parts of an item, numbered.
_PART = re.compile(r"(?:[IVX]{1,4}|[A-E])[.)]\s+(?=[A-ZÄÖÜt])")
# The same as points: `a) Sachverhalt:`, `2. Beschlussvorschlag`; points of a resolution begin so as well.
_POINT = re.compile(r"(?:[a-h]\)|(?P<mark>[1-9]\.))\s+(?=[A-ZÄÖÜ])")
_POINTED_KINDS = frozenset({"facts", "debate", "decision", "proposal", "result"})
_PRESENT_AHEAD = re.compile(
    r"^(?:Anwesende?|Anw\.|Stimmberechtigte?)\s?:\s?\d{1,3}[\s,;/|]+(?=Abstimm|Abst\.|Beschlu|Ergebnis)"
)
_SPACED = re.compile(r"[A-ZÄÖÜ](?:\s[a-zäöüß]){5,30}\s?:")
# `(Abstimmungsergebnis: 14 : 0)`
_IN_BRACKETS = re.compile(r"^\((Abst[^()]{3,100})\)\.?$")


def read(text: str) -> Label | None:
    """The label with which a paragraph begins."""
    line = text.replace("\u00a0", " ").strip().strip("*_#").strip()
    if pointed := _POINT.match(line[:140]):
        label = _of_line(line[pointed.end() :])
        return label if label and label.kind in _POINTED_KINDS and not (label.rest and pointed["mark"]) else None
    return _of_line(line)


# Each paragraph is asked for by several readers, one right after the other.
@lru_cache(maxsize=64)
def _of_line(line: str) -> Label | None:
    """The label of a line that is no point of a list."""
    line = _IN_BRACKETS.sub(r"\1", re.sub(r"^(?:[-–•]\s+|\.)(?=\w)", "", line))
    if part := _PART.match(line) if len(line) < 60 else None:
        line = line[part.end() :]
    if not line or (line[0].islower() and not line.startswith(("geänderter ", "tatsächlicher "))) or len(line) > 20_000:
        return None
    # `Anwesend: 9     Abstimmungsergebnis: 8 : 1`
    line = _PRESENT_AHEAD.sub("", line)
    if spaced := _SPACED.match(line):
        # `A b s t i m m u n g :   9 : 2`
        line = re.sub(r"\s", "", spaced.group()) + line[spaced.end() :]
    numbered = _NUMBERED_RESULT.fullmatch(line) if line.startswith(("Beschlu", "Abstimmung")) else None
    if numbered:
        return Label("result", numbered["rest"], numbered["heading"])
    decided = _NUMBERED_DECISION.fullmatch(line) if line.startswith(("Beschl", "B.")) else None
    if decided:
        return Label("decision", decided["rest"], decided["heading"])
    head = closed_up(line[:120]).rstrip(":")
    if ":" in line[:130]:
        for kind, pattern in _WITH_COLON:
            match = pattern.fullmatch(line)
            if match:
                return Label(kind, match["rest"].strip(), line[: match.start("rest")].strip().rstrip(":").strip())
    if len(line) <= 110:
        for kind, pattern in _ALONE:
            if kind in _HEADINGS and pattern.fullmatch(head):
                return Label(kind, "", head)
    for kind, pattern in _GAPPED:
        match = pattern.fullmatch(line) if kind in _GAPPED_KINDS else None
        if match:
            return Label(kind, match["rest"].strip(), line[: match.start("rest")].strip())
    return None
