"""Bodies that decide: `Der Rat`, `Die Mitglieder des Bauausschusses`, `Das Gremium`. Pure."""

import re

from minutes.importers.grammar.letters import plain

# Parliaments, boards of companies and clubs decide as well, but not here.
_ELSEWHERE = r"(?!Land(?:tag|rat)|Bund|Fach|Mitgliederv|Gesellschafter|Hauptv|Eltern|Betriebsrat|Personalrat|Aufsichtsrat|Kirchen|Alltag|Vortag|Vertrag|Beitrag|Auftrag|Antrag|Vorrat)"
_LINKED = r"(?:[A-ZÄÖÜ][\w-]*-,?\s){0,3}(?:(?:und|u\.)\s)?"
_ONE = (
    rf"(?:Stv|Stadtv|Gem|Verb)\.-(?:Versammlung|Vertretung|Vers\.|Vertr\.)|{_ELSEWHERE}(?:{_LINKED}{_ELSEWHERE}[A-ZÄÖÜ][\w-]*(?:ausschuss|ausschuß|rat|tag|vertretung|versammlung|beirat|vorstand|senat|kommission)"
    r"|[A-ZÄÖÜ]?[\w-]*[Aa]usschuss\sfür\s[^:.;]{3,90}?|(?:(?:Technische|Gemeinsame|Soziale|Kulturelle|Zeitweilige|Zeitweise|Beschließende|Beratende|Kommunale|Wirtschaftliche)r?\s)?Ausschuss|Rat|Gremium|Magistrat|Bürgerschaft|Beirat|GV|BV|BVV|BA|OBR|StVV|SVV|[A-ZÄÖÜ]{2,4}A(?!\s[A-ZÄÖÜ])|(?:KT|SR|GR|OR|VA|KA)(?!\s[A-ZÄÖÜ]))"
)
# `Der Stadtrat Oberau`, `Die Bezirksvertretung Hafen-West`
_NAMED = r"(?:\s(?!Herrn?\b|Frau\b|Stimmen?\b|Fraktion\b)[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?){0,2}?"
_MANY = (
    r"(?:anwesenden\s)?(?:[A-ZÄÖÜ][\w-]*)?(?:[Mm]itglieder|[Aa]nwesenden|[Vv]erordneten|[Gg]emeindevertreter(?:innen)?|[Aa]bgeordneten|[Rr]äte|[Rr]ätinnen)"
    r"(?:\sund\s(?:[A-ZÄÖÜ][\w-]*)?(?:[Mm]itglieder|[Vv]ertreter(?:innen)?|[Aa]bgeordneten|[Rr]äte|[Rr]ätinnen))?"
)
_OF = r"(?:\s(?:der|des|im)\s(?![\w-]*(?:[Ff]raktion|[Gg]ruppe|[Vv]erein))(?:[^,.;:]|(?<=-),){2,60}?)?"
PEOPLE = _MANY
BODY = rf"(?:(?:[Dd]er|[Dd]ie|[Dd]as)\s(?:{_ONE}{_NAMED}|{_MANY})|[Dd]ie\sMehrheit\s(?:des|der)\s[A-ZÄÖÜ][\w-]+){_OF}"
_BEGINS = re.compile(rf"{BODY}\s")


def begins(text: str) -> bool:
    """Whether a paragraph tells of such a body first."""
    return bool(_BEGINS.match(plain(text[:300])))
