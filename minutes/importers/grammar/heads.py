"""Heads: who is named before a colon, and what is said behind it: `Herr Kohl (ABC): …`, `Hierauf Frau Ohm: …`, `Antwort der Verwaltung: …`. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar import clauses, clubs, together
from minutes.importers.grammar.letters import LOWER, UPPER
from minutes.importers.grammar.mentions import Mention
from minutes.importers.grammar.roles import ROLE, WHO, alone, of_whom

_WHAT = r"(?:Schriftliche\s|Mündliche\s|Ergänzende\s|Kurze\s|Weitere\s)?(?:(?:An|Rück|Nach|Zusatz|Zwischen)?[Ff]rage|Antwort|Hinweis|Anmerkung|Wortmeldung|Anregung|Beitrag|Erklärung|Bitte|Einwand|Vorschlag|Fazit|Entgegnung|Erwiderung|Auskunft|Stellungnahme|Zwischenruf)"
_THEN = (
    r"(?:Hierauf|Darauf|Daraufhin|Dazu|Hierzu|Dagegen|Dafür|Danach|Sodann|Dann|Anschließend|Ähnlich|Anders|Nochmals|Noch\seinmal|Erneut|Ebenso|Auch|Abschließend|Ergänzend(?:\s(?:hierzu|dazu))?|Zustimmend|Ablehnend|Wörtlich|Zunächst|Weiter|Schließlich|Zusammenfassend|Als\sAntwort|Und|Demgegenüber|Hingegen"
    r"|Auf\s(?:Nach|Rück|An)?[Ff]rage)"
)
# `Herr Kohl (CDU): …`, `Herr Kohl, Bauamt: …`, `Antwort von Frau Ohm: …`, `Hierauf wiederum der Bürgermeister: …`
_BEFORE = re.compile(
    rf"(?:(?:Der|Die|Das|„|\")\s?)?|{_WHAT}(?:\s(?:von|des|der|durch))?\s|{_THEN}(?:\s(?:wiederum|auch|noch\seinmal|nochmals|ebenfalls|erneut|dann|nun))?(?:\s(?:der|die))?\s"
)
_SMALL = r"(?:abschließend|ergänzend|hierzu|dazu|hierauf|darauf|daraufhin|weiter|wörtlich|zustimmend|sinngemäß|noch\seinmal|erneut|knapp|nochmals|dagegen|auf\s(?:Nach|Rück|An|Zwischen)?[Ff]rage|auf\sdie\s(?:Nach|Rück|An)?[Ff]rage|auf\s(?:Nach|Rück|An)?[Ff]rage\s(?:von|des|der)\s[^:.;]{3,60}|zur\s\w+|zu[mr]?\s[A-ZÄÖÜ][\w-]+)"
_COLON = re.compile(rf"\s*(?:[(\[][^()\[\]]{{0,60}}[)\]]|,\s[A-ZÄÖÜ][^,:.()]{{1,40}})?(?:\s{_SMALL}){{0,3}}\s*:")
_BY_ALL = re.compile(rf"{_WHAT}\s(?:von\s(?:der\s)?|seitens\s(?:der\s)?|der\s|des\s|aus\sder\s)?(?=[{UPPER}])")
# `Leiterin SGA: …`, `FBL II: …`
_SHORT_OFFICE = re.compile(rf"(?P<who>{ROLE}\s(?:[{UPPER}]{{2,5}}|[IVX]{{1,4}}|\d{{1,2}}))\s?:\s")
# `Der Bauamtsleiter: „Wir beginnen im Mai.“`, `Ein Zuhörer: Fragt nach der Tür.`
_OFFICE = re.compile(
    rf"(?:(?:Der|Die)\s)?(?P<who>(?:Eine?\s)?{WHO})\s?:\s(?=[„»\"]|[{UPPER}][{LOWER}]+(?:t|te)\s[^:]{{5,}}|[^:]{{12,600}}[.!?]$)"
)
# `Seite 112: …`, `Zu § 4: …`, `Spielplatz Oberau: …`: what it is about, and then a sentence.
_ABOUT = (
    re.compile(r"[A-ZÄÖÜ§][^:;!?„“\"]{1,70}?\s?:\s(?=[A-ZÄÖÜ])"),
    re.compile(r"[A-ZÄÖÜ§][^:;!?„“\"]{1,70}?\s[–—-]\s(?=[A-ZÄÖÜ])"),
)


def who(sentence: str, mentions: Sequence[Mention]) -> Mention | None:
    """Who is named before the colon with which a sentence begins."""
    first = mentions[0] if mentions else None
    if first and _BEFORE.fullmatch(sentence[: first.start]):
        last = together.last_of_list(sentence, first, list(mentions))
        if _COLON.match(sentence[first.end :]) or _COLON.match(sentence[last.end :]):
            return first
    office = _SHORT_OFFICE.match(sentence) or _OFFICE.match(sentence)
    if office and not any(each.start == office.end() for each in mentions):
        return Mention(0, office.end("who"), office["who"], "", loose=True)
    club = clubs.named(sentence)
    said = re.match(r"(?:\s\([^()]{1,60}\))?\s?:\s(?P<what>.+[.!?])$", sentence[club.end() :]) if club else None
    if (
        club
        and said
        and (
            clauses.has_finite(said["what"])
            or re.match(r"(?:Keine?|Ja|Nein|Etwa|Rund|Circa|\d[\d.,]*)[\s,.]", said["what"])
        )
    ):
        return Mention(club.start("who"), club.end(), club["who"], "", loose=True)
    opened = _BY_ALL.match(sentence)
    if not opened:
        return None
    all_of_them = clubs.named(sentence[opened.end() :])
    end = opened.end() + all_of_them.end() if all_of_them else 0
    if all_of_them and re.match(r"\s?:\s", sentence[end:]):
        return Mention(opened.end(), end, all_of_them["who"], "", loose=True)
    article = re.search(r"\b(?:des|der)\s$", sentence[: opened.end()])
    office = of_whom(sentence, article.start()) if article else None
    if office and re.match(r"\s?:\s", sentence[office.end() :]):
        return Mention(office.start("who"), office.end(), alone(office["who"]), "", loose=True)
    return None


def about(sentence: str, mentions: Sequence[Mention]) -> int:
    """Where the sentence begins behind what it is about; 0 if nothing stands before it."""
    match = next(filter(None, (form.match(sentence) for form in _ABOUT)), None)
    if not match or any(mention.start < match.end() for mention in mentions):
        return 0
    words = re.findall(r"\w+", match.group())
    return 0 if any(map(clauses.is_finite, words[1:])) else match.end()
