"""A line of a text or page by itself: whether it ends a sentence, is a row of a table, or may go on with nothing above it. Pure."""

import re
from dataclasses import dataclass

# The gap between columns.
WIDE = re.compile(r"[ \u00a0\u2007\u202f]{3,}|\t")
# What begins a paragraph, however full the line above it is.
NOT_JOINED = re.compile(
    r"\s*(?:(?:TOP|Top|T\.O\.P\.|Tagesordnungspunkt|Punkt|Zu|zu)\s+(?:TOP\s+|Punkt\s+|[-–]\s+)?[ÖN]?\s*\d[\d.]*(?![\d.]|\s+[a-zäöü])"
    r"|[ÖN]\s*\d{1,3}(?:\.\d+)*\b"
    r"|(?:[Zz]u[mr]?\s+)?(?:(?:Ziff(?:er|\.)|Nr\.)\s?\d{1,3}[.)]?\s(?:der|d\.)\s(?:Tagesordnung|TO)|\d{1,2}\.\s(?:Tagesordnungspunkt|Punkt der Tagesordnung)|(?:Verhandlungs|Beratungs)gegenstand\s(?:Nr\.\s?)?\d)\b"
    r"|(?:\d{1,2}[.)]|[a-z]\)|[a-z]{2}\)|[-–•*·])\s|\d{1,2}[.)]$"
    # No label is `Gemeindewehrführer zu. Dafür:`.
    r"|[A-ZÄÖÜ](?![^:]{0,45}\s[a-zäöüß]{2,}\.\s[A-ZÄÖÜ])[\wäöüß. -]{2,45}:(?:\s|$)"
    r"|[sS]\. ?[BE]\.|sach[kv]|zum\sSeitenanfang\b"
    r"|[A-D]\.\s|[IVX]{1,4}\.\s"
    r"|(?:Damit|Somit)\s(?:ist|sind|war|waren|gilt|gelten|hat|wird|wurde)\b|Gremium\s*$"
    # Who opens a session begins a paragraph.
    r"|(?:(?:Der|Die)\s)?(?:Herr|Frau|\S*[Vv]orsitzende[r]?,?|\S*[Vv]orsteher(?:in)?,?|\S*[Bb]ürgermeister(?:in)?,?)\s(?:[A-ZÄÖÜ]\S*\s){0,3}(?:eröffnet|eröffnete|begrüßt|begrüßte)\s"
    r"|[„(]?(?:Ja|Nein|JA|NEIN)(?:\s?-?\s?[Ss][Tt][Ii][Mm][Mm]|\s*[:/]|\s+\d)"
    r"|(?:Angenommen|Abgelehnt|Beschlossen|Zugestimmt|Einstimmig|Mehrheitlich)\s(?:(?:angenommen|abgelehnt|beschlossen|zugestimmt)\s)?(?:mit|bei|gegen)\s\d"
    r"|\d{1,4}\s+\S*(?:[Ss]timme|[Ee]nthaltung)|\d{1,3}\s+(?:Ja|JA)\s?[,/;]\s?\d)"
)
# After these a noun must follow: the next line is no heading.
GOVERNS = re.compile(
    r"\b(?:(?:nach)?folgende[nrms]?|nachstehende[nrms]?|den|dem|der|des|die|das|zum|zur|einen|einem|und)$"
)
# A line that is drawn ends what stands above it.
DRAWN = re.compile(r"[_=]{5,}")
DRAWN_BELOW = re.compile(r"[_=–—-]{5,}")
# The end of a sentence, or of a label.
ENDED = re.compile(r"[.!?:;][\"“”»)]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text or a page; `blanks` counts the truly empty lines before it, `spaced` those of mere spaces."""

    text: str
    page: int
    number: int
    blanks: int = 0
    spaced: int = 0
    is_furniture: bool = False


def in_table(line: str) -> bool:
    """`| 1. | Anfragen |`, `Anfragen |`: a bar ends a cell, and with it the line."""
    return line.startswith("|") or line.endswith("|")


def is_hyphenated(text: str) -> bool:
    return len(text) > 2 and text[-1] in "-\u00ad\u2010" and text[-2].isalpha()
