"""Titles of the items of a session: by them numbered headings are told from the points of a list. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes.importers.grammar import labels
from minutes.importers.grammar.letters import UPPER, closed_up, plain
from minutes.importers.reading import facts
from minutes.importers.source import Paragraph

# How the first item of a session is called; with it numbers with full stops are items, not points of a resolution.
OPENING = re.compile(
    r"(?:Sitzungs)?(?:[Ee]röffnung|[Bb]egrüßung)\b|Feststell(?:ung|en)\b|Formalien|Regularien|Genehmigung\b|Bürger(?:fragen|frage)|Einwohnerfrage|(?:Form- und )?[Ff]ristgerecht"
)
# Formal items, which no list within an item has.
_FORMAL = re.compile(
    r"Verpflichtung\b|Protokoll(?:genehmigung|kontrolle|bestätigung|\s(?:der|des|vom))\b|Allfälliges\b|Vereidigung\b|Ernennung\b|Verabschiedung\b|Wahl(?:en)?\s(?:der|des|von|eine[rs]|zu[mr])\b|Beratung und Beschlussfassung\b|Beschlussfassung\b"
    r"|Bekanntgaben?\b|Mitteilungen\b|(?:Wünsche und )?Anfragen\b|Verschiedenes\b|Sonstiges\b|Berichte?\b|Niederschrift|(?:Ein|An)wohner|Anerkennung\b|Anträge zur Tagesordnung|Ehrung(?:en)?\b"
)
# Whatever is done with these, only a session does it.
_OF_SESSION = re.compile(
    r"[^.]{2,60}\b(?:Tagesordnung|Niederschrift|Sitzungsprotokolls?|Beschlussfähigkeit)\b[^.]{0,60}"
)
_TYPICAL = re.compile(
    r"(?:\d{1,3}\.\s)?(?:Änderung|Neufassung|Erlass|Aufstellung|Fortschreibung|Vergabe|Beratung|Beschluss|Zustimmung|Annahme|Entlastung|Festsetzung|Bestellung|Besetzung|Benennung"
    r"|Vorstellung|Information(?:en)?|Antrag|Anträge|Bauanträge|Bauantrag|Baugesuche?|Bauvoranfragen?|Bauleitplan\w*|Bauangelegenheiten|Bebauungspl\w+|Flächennutzungsplan\w*|Haushalt\w*|Jahres(?:rechnung|abschluss)"
    r"|Grundstücks\w*|Nachtragshaushalt\w*|Personalangelegenheiten|Spenden?|Straßen\w*|Freiwillige Feuerwehr|Feuerwehr\w*|Kindertages\w*|Stellungnahme|Umlegung|Widmung|Ausbau|Neubau|Sanierung|Erneuerung|Errichtung|Anschaffung|Beschaffung|Bürgerentscheid|Satzung|Ratsbegehren)\b"
)
_SESSION = re.compile(
    r"\b(?:\w*[Ss]itzung(?:en|s\w+)?|Niederschrift|\w*[Pp]rotokoll|Tagesordnung|Gemeindevertretung|\w*rat|\w*ausschu(?:ss(?:es)?|ß)|\w*versammlung|Kreistag|Anwesend\w*|Teilnehmer\w*|Mitglieder[n]?|beschlussfähig\w*|eröffnet\w*|begrüßt\w*)\b",
    re.IGNORECASE,
)
# `Nutzung der Mühle    vertagt`: what became of it, and nothing more.
_TELLS_END = re.compile(r"\b(?:vertagt|zurückgestellt|abgesetzt|zurückgezogen|verschoben|entfällt|entfallen)\W*$")
_MINUTES = re.compile(r"(?:Protokoll|PROTOKOLL|Beschlüsse)\s?:?")
_TAKER = re.compile(
    rf"(?:(?:Herr|Frau|[{UPPER}][\w.-]+)\s){{0,3}}[{UPPER}][\w.-]+(?:\s\([^()]{{2,60}}\)|,\s[^.:]{{2,60}})?"
)
# `Anwesend: 21 Mitglieder`, `Vorsitz: Frau Ohm`, `TN: …`: who was there, which no page of an item and no report tells.
_PRESENT = re.compile(
    r"\(?(?:Anwesen[dh]|ANWESEN|A n w|Anw\.|Teilnehm|TEILNEHM|TN\b|Es (?:fehlt|fehlen|sind anwesend)|Entschuldigt|entsch\.|Abwesend|Vorsitz|Leitung|Sitzungsleitung|Gäste\b|Schriftführ|Protokoll(?:führ\w*|ant\w*)?\s?:|Mitglieder\s?:|Von\s(?:den|der|dem)\s[^.:]{3,60}\s(?:waren?|sind)\s(?:anwesend|erschienen)|(?:nicht\s)?da\s?:)"
)
# `TOP    Inhalt    Ergebnis`, `Lfd. Nr.   Gegenstand`: the heads of the columns of a table.
_HEADS_TABLE = re.compile(
    r"(?:TOP(?:-Nr\.)?|(?:[Ll]fd\.\s?)?Nr\.|[Ll]fd\.|Punkt)(?:(?:[ \u00a0]{3,80}|\t|\s?\|\s?)[^\d:|\t]{3,40}?){1,4}[\s|]*"
)
_MOST_BEFORE = 150


def are_of_session(
    paragraphs: Sequence[Paragraph], heads: Sequence[int], titles: Sequence[str], *, may_be_empty: bool = False
) -> bool:
    """Whether numbered headings are the items of a session: by what stands before them, how they are called, and that text stands below."""
    formal = sum(map(is_formal, titles))
    typical = formal + sum(bool(_TYPICAL.match(title)) for title in titles)
    empty = sum(
        below == above + 1 and not (_opens_level(paragraphs, above, below) or _TELLS_END.search(title))
        for (above, below), title in zip(pairwise(heads), titles, strict=False)
    )
    # Of a long session an item may be empty: entries of a list all are.
    if empty > (len(heads) // 3 if may_be_empty else len(heads) // 10 if formal > 2 else 0):
        return False
    before = [each for each in paragraphs[: heads[0]] if not each.is_furniture and not facts.is_publicity(each.text)]
    if not before:
        return len(heads) > 2 and formal > 1
    below = facts.names_session(before[-1].text) and bool(facts.date(before[-1].text))
    below = below or facts.part(paragraphs[heads[0] - 1].text) is not None
    return heads_session(before) and (formal > 0 or typical > 1 or below or tells_present(before))


def tells_present(before: Sequence[Paragraph]) -> bool:
    """Whether a line tells who was there, and another the day or more of it."""
    present = sum(bool(_PRESENT.match(plain(each.text[:80]))) for each in before)
    return present > 1 or (present > 0 and any(facts.date(each.text[:200]) for each in before))


def _opens_level(paragraphs: Sequence[Paragraph], above: int, below: int) -> bool:
    """`2. Mitteilungen` and right below it `2.1 Neue Schilder`, `I.4` and `I.4.1`."""
    lines = [paragraphs[index].text for index in (above, below)]
    first, second = map(facts.item_heading, lines)
    if first and second and second.number.startswith(f"{first.number}."):
        return True
    chapter, level = (plain(line[:40]).split(" ")[0] for line in lines)
    return bool(re.match(r"[A-EIVX]{1,4}\.\d", chapter)) and level.startswith(f"{chapter}.")


def heads_table(text: str) -> bool:
    """Whether a line has the heads of the columns in which the items stand."""
    return bool(_HEADS_TABLE.fullmatch(text[:200]))


def tells_session(text: str) -> bool:
    """Whether a line has a word that the head of a session has."""
    return bool(_SESSION.search(plain(text)))


def opens(title: str) -> bool:
    """Whether the first item of a session is called so."""
    return bool(OPENING.match(title.capitalize() if title.isupper() else title))


def is_formal(title: str) -> bool:
    """Whether an item is called so in every session: no point of a list within an item is."""
    if title.isupper():
        title = title.capitalize()
    return bool(OPENING.match(title) or _FORMAL.match(title) or _OF_SESSION.fullmatch(title))


def is_typical(title: str) -> bool:
    """Whether an item may be called so: a formal one, or what councils are asked for."""
    return is_formal(title) or bool(_TYPICAL.match(title))


def heads_session(before: Sequence[Paragraph]) -> bool:
    """Whether nothing but the head of a session stands before the first item: no label, no page of an item."""
    # The title of the minutes, or of what was resolved, is also a label; what must tell of a session stands below it.
    before = [
        each for each in before if not _MINUTES.fullmatch(closed_up(each.text[:30])) and not heads_table(each.text)
    ]
    if len(before) > _MOST_BEFORE or not any(_SESSION.search(plain(paragraph.text)) for paragraph in before):
        return False
    for paragraph in before:
        label = labels.read(paragraph.text)
        # `Protokoll: Frau Brenk` tells who took them.
        names_taker = label is not None and label.kind == "debate" and bool(_TAKER.fullmatch(label.rest))
        if (
            label
            and label.kind not in {"date", "committee", "head", "meeting", "publicity", "note"}
            and not names_taker
        ):
            return False
        if len(plain(paragraph.text)) > 400:
            return False
        heading = facts.item_heading(paragraph.text)
        if heading and heading.is_marked:
            return False
    return True
