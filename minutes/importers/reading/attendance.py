"""The list of those present and absent. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar.letters import closed_up, plain
from minutes.importers.grammar.mentions import find
from minutes.importers.grammar.names import TITLE
from minutes.importers.loading.line import WIDE
from minutes.importers.reading.values import AttendanceGroup, AttendanceRow
from minutes.importers.source import Paragraph

_BEGINS = re.compile(
    r"(?:Es (?:sind|waren) )?(?:[Aa]nwesend(?:e)?|Anwesenheit(?:sliste)?|ANWESEND|Teilnehmer(?:/?-?innen|verzeichnis|kreis|liste)?|Teilnehmende|Anwesende Mitglieder|An der Sitzung nehmen teil|An der Sitzung nahmen teil|Erschienen)(?: sind| waren)?\s?:?(?:\s\d{1,3}\s\w*[Mm]itglieder)?"
)
_ABSENT = re.compile(
    r"(?:Es )?(?:[Ee]ntschuldigt|[Uu]nentschuldigt|[Aa]bwesend|[Nn]icht anwesend|[Ff]ehlend|[Ee]s fehlen|Fehl(?:t|en)|Verhindert|Beurlaubt)\b.{0,60}"
)
_GROUP = re.compile(
    r"[Vv]orsitz|[Ff]raktion|[Gg]ruppe\b|[Mm]itglied(?:er)?\b|Verwaltung|Gäste|Gast\b|Schriftführ|Protokoll|Presse|[Bb]eratend|[Ss]achkundig|[Ss]timmberechtigt|Einwohner|Bürger(?:innen)?\b|Geschäftsführung|Zuhörer|Sachverständige|Vertreter(?:innen)?\b|Bedienstete|Fraktionslos|Einzelvertreter|Ferner|Außerdem|Weiterhin|Von der|Seitens|Ratsmitglieder|Gemeindevertret|Stadtverordnete\b|Kreistagsabgeordnete\b|Beigeordnete\b|Ortsvorsteher|Beirat|Dezernent"
)
_PARTY = re.compile(
    r"(?:(?:\d+\.|[a-z]\))\s)?(?:CDU|CSU|SPD|FDP|AfD|BSW|UWG|FWG|FW|GRÜNE|Grüne|B\s?90.*|Bündnis.*|BÜNDNIS.*|DIE LINKE|Die Linke|LINKE|Volt|Freie Wähler|FREIE WÄHLER|Die PARTEI|Piraten)(?:\s?/\s?\S+)*\s?:?"
)
_NUMBERED = re.compile(r"(?:\d{1,2}\.|[a-z]\)|[IVX]{1,4}\.)\s+")
_BRACKET = re.compile(r"\s*\((?P<note>[^()]{1,80})\)\s*$")
_REMARK = re.compile(
    r"\s*,?\s*\b(?P<remark>(?:ab|bis|i\. ?V\.|in Vertretung|Vertretung|vertreten|zu|von|für|f\.|anwesend|nur|bei|verspätet)\s(?:TOP|\d|für|Fr\b|Hr\b|AM|Ktabg|Uhr|einschl|durch|zu)\b.*)$"
)
_NO_NAME = re.compile(r"(?:[Vv]ertret|[Ii]n Vertretung|[Ii]\. ?V|für|ab|bis|zu|von|anwesend)")
_NAME = re.compile(rf"(?:{TITLE}\s*)*[A-ZÄÖÜ][\wäöüß'’.-]+(?:\s[\w'’.-]+){{0,3}},\s(?:{TITLE}\s*)*[A-ZÄÖÜ]")


def begins(text: str) -> bool:
    """Whether a paragraph opens the list."""
    return bool(_BEGINS.fullmatch(closed_up(text)))


def is_absence(text: str) -> bool:
    """`Entschuldigt fehlen:`."""
    line = closed_up(text)
    return len(line) < 90 and bool(_ABSENT.fullmatch(line)) and not WIDE.search(text.strip())


_SUMMED_UP = re.compile(r"Von (?:den |insgesamt )?\d{1,3} .{0,60}\b(?:sind|waren) \d{1,3} (?:\w+ )?anwesend\b")


def is_line(text: str) -> bool:
    """Whether a paragraph may be a line of the list: short, and no sentence but that which says how many are there."""
    line = plain(text)
    if _SUMMED_UP.match(line):
        return True
    if len(line) > 200 or re.match(r"(?:Beginn|Ende|Tagesordnung|Ort|Datum|Zeit)\b", line):
        return False
    return not (line.endswith(".") and len(line) > 70) and not re.search(
        r"\b(?:eröffnet|begrüßt|stellt fest|festgestellt|eingeladen|schließt|erklärt)\b", line
    )


def groups(paragraphs: Sequence[Paragraph]) -> tuple[AttendanceGroup, ...]:
    """The groups of a list, in order; rows before any heading stand in a group without one."""
    found: list[AttendanceGroup] = []
    heading, absent = "", False
    rows: list[AttendanceRow] = []
    depth = min((paragraph.indent for paragraph in paragraphs), default=0)
    has_depth = any(paragraph.indent > depth for paragraph in paragraphs)

    def close() -> None:
        if rows or heading:
            found.append(AttendanceGroup(heading, tuple(rows), absent))
            rows.clear()

    for paragraph in paragraphs:
        text = paragraph.text
        beside = _beside(text)
        if beside:
            close()
            heading, absent = beside[0], is_absence(beside[0]) or _is_sub_absence(beside[0], absent)
            rows += [row for cell in beside[1:] for row in _rows(cell)]
        elif is_absence(text):
            close()
            heading, absent = plain(text).rstrip(":"), True
        elif begins(text):
            close()
            heading, absent = "", False
        elif _is_heading(text) and not (has_depth and paragraph.indent > depth and not plain(text).endswith(":")):
            close()
            # Below "Entschuldigt fehlen" factions head absent people, until the administration or guests come.
            absent = absent and bool(
                re.search(r"[Ff]raktion|[Mm]itglied|[Bb]ürger", text) or _PARTY.fullmatch(plain(text))
            )
            heading = plain(text).rstrip(":")
        else:
            rows += _rows(text)
    close()
    return tuple(found)


def _beside(text: str) -> list[str]:
    """A heading with its people beside it: `CDU    Ahrens, Jörn; Bothe, Inga`; empty if a line is none."""
    cells = [plain(cell) for cell in WIDE.split(text.strip()) if cell.strip()]
    if len(cells) < 2 or not (cells[0].endswith(":") or _PARTY.fullmatch(cells[0])):
        return []
    return [cells[0].rstrip(":"), *(part for cell in cells[1:] for part in cell.split(";") if part.strip())]


def _is_sub_absence(heading: str, absent: bool) -> bool:
    """Below "Es fehlen" a faction heads absent people."""
    return absent and bool(_PARTY.fullmatch(heading))


def _is_heading(text: str) -> bool:
    line = plain(text)
    if WIDE.search(text.strip()) or _NAME.match(line) or len(line) > 110:
        return False
    bare = _NUMBERED.sub("", line)
    if _PARTY.fullmatch(line) or line.endswith(":"):
        return True
    match = _GROUP.search(bare)
    # `Ratsmitglied Meier` is a person, `Ratsmitglieder` a heading.
    people = find(bare)
    return bool(match) and not (people and people[0].start == 0 and not people[0].loose)


def _rows(text: str) -> list[AttendanceRow]:
    """A line is a person with remarks in the next column, or several people side by side."""
    cells = [cell.strip() for cell in WIDE.split(text.strip()) if cell.strip()]
    if len(cells) > 1 and all(_NAME.match(cell) and not _NO_NAME.match(cell) for cell in cells):
        return [row(cell, "") for cell in cells]
    name = re.sub(r"^[-–•*]\s+", "", cells[0])
    return [row(name, "; ".join(cells[1:]))]


def row(name: str, remark: str = "") -> AttendanceRow:
    """Somebody of the list; what stands in brackets or tells of a part of the session is kept apart."""
    excused = re.search(r"\s[-–]\s(?P<remark>(?:un)?entschuldigt.*)$", name)
    if excused and not remark:
        remark, name = excused["remark"], name[: excused.start()]
    bracket = _BRACKET.search(name)
    if (
        bracket
        and not remark
        and re.match(r"(?:ab|bis|zu|von|i\. ?V|Vertret|vertret|für|nur|anwesend)\b", bracket["note"])
    ):
        remark, name = bracket["note"], name[: bracket.start()]
    if not remark:
        late = _REMARK.search(name)
        if late and late.start() > 2:
            remark, name = late["remark"], name[: late.start()]
    bracket = _BRACKET.search(name)
    note = bracket["note"] if bracket else ""
    if re.fullmatch(r"\([^()]{1,60}\)", remark):
        note, remark = note or remark[1:-1], "" if not note else remark
    return AttendanceRow(plain(name[: bracket.start()] if bracket else name).rstrip(","), note, plain(remark))
