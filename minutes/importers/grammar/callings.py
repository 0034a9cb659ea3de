"""Callings: who is named by what they do, in a word that no list has, beside a verb of speech: `Kunstschmied Kohl bittet`. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.importers.grammar.letters import LOWER, UPPER, WORD
from minutes.importers.grammar.names import PARTICLE, TITLE
from minutes.importers.grammar.roles import ROLE
from minutes.importers.grammar.verbs import says, surely_says

# By these ends a noun is who does something: `Flötistin`, `Bergmann`, `Zeugwart`.
_DOES = (
    r"(?:er|erin|or|orin|ent|entin|ant|antin|ist|istin|at|atin|eur|eurin|är|ärin|ör|loge|login|nom|nomin|graf|gräfin|graph|soph|agoge|agogin|ut|utin|urg|urgin|and|andin|wart|wartin|wirt|wirtin|arzt|ärztin"
    r"|mann|frau|herr|vater|mutter|koch|köchin|bauer|bäuerin|schmied|hirt|hirte|chef|chefin|rat|rätin|knecht|bote|botin|pate|patin|kunde|kundin|hilfe|kraft|gast|vogt|schulze|pfarrer|on|onin|ling|nehmer|geberin)"
)
# Before a noun they are adjectives or open a sentence: `Weiterer Antrag`, `Oberauer Haushalt`, `Daraufhin Kohl`.
_NO_CALLING = re.compile(
    r"(?:\w*(?:lich|isch|ig|bar|sam|haft|end|los|voll|ell|iv|ös|eit|ern)er|Dieser|Jeder|Jener|Weiterer|Anderer|Einer|Keiner|Seiner|Ihrer|Unserer|Unser|Euer|Neuer|Erster|Zweiter|Dritter|Letzter|Ferner|Weiter|Später|Aber|Oder|Immer|Leider|Gegenüber|Hinüber|Herüber|Darüber|Hierüber|Worüber|Mitunter|Darunter|Hierunter|Vorher|Seither|Bisher|Nachher|Vorher|Daher|Vorüber"
    r"|Unter|Über|Hinter|Außer|Guter|Großer|Kleiner|Hoher|Alter|Junger|Langer|Kurzer|Reiner|Voller|Teurer|Mehr(?:er|heitlich)|Wer|Der|Her|Er|Darin|Worin|Hierin|Ein|Kein|Sein|Mein|Dann|Wann|Von|Schon|Davon|Hiervon|Wovon|Auf|Mit|Seit|Statt|Anstatt|Damit|Somit|Hiermit|Soweit"
    r"|Dort|Jetzt|Zuletzt|Erst|Zuerst|Meist|Ist|Hat|Und|Wand|Bestand|Stand|Zustand|Auch|Rund|Grund|Während|Anhand|Für|Nur|Zur|Vor|Zuvor|Davor|Monat|Format|Punkt|Ort|Satz|Teil|Absatz|Antrag|Stadt|Kreis|Amt|Markt|Firma|Büro|Haushalt|Winter|Sommer|Oktober|September|November|Dezember|Beschluss|Amt|Gemeinderat|Stadtrat|Kreistag|Ortsbeirat|Rat|Beirat|Herrn?|Frau|Kosten|Region|Aktion|Person|Station|Fraktion|Diskussion|Position|Kommission)"
)
_NAME = rf"(?:{TITLE}\s*)*(?:{PARTICLE}\s){{0,2}}[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)*(?<!ung)(?<!heit)(?<!keit)(?<!schaft)(?<!tion)(?:\s[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)*)?"
_CALLING = re.compile(
    rf"(?<![{WORD}.-])(?P<role>[{UPPER}][{WORD}-]*{_DOES}(?<!schaft))\s(?P<name>{_NAME})(?![{WORD}-])"
)
# `Landwirt und Gemeinderat Kohl sieht …`: one person, as the verb stands in the singular.
_TWICE = re.compile(
    rf"(?P<role>{ROLE}\s(?:und|u\.|&)\s(?!Herrn?\b|Frau\b){ROLE})\s(?P<name>{_NAME})\s(?P<word>[{LOWER}]+)\b"
)
_TWICE_BEHIND = re.compile(
    rf"(?<![{WORD}-])(?P<word>[{LOWER}]{{3,}}te?)\s(?P<role>{ROLE}\s(?:und|u\.|&)\s(?!Herrn?\b|Frau\b){ROLE})\s(?P<name>{_NAME})(?![{WORD}-])"
)
# `Beigeordnete für Bildung Kohl`
_FOR = re.compile(
    rf"(?<![{WORD}.-])(?P<role>{ROLE}\sfür\s(?:(?:den|die|das)\s)?[{UPPER}][{WORD}-]+(?:(?:,\s[{UPPER}][{WORD}-]+)?\s(?:und|u\.)\s[{UPPER}][{WORD}-]+)?)\s(?P<name>{_NAME})(?![{WORD}-])"
)
# An abbreviation that is no known role: `begründet KVzR Ohm`.
_SHORT = re.compile(
    rf"(?<=\s)(?P<role>(?!TOP\b|GmbH\b|KiTa\b|AfD\b|NRW\b)[{UPPER}][{LOWER}]{{0,3}}[{UPPER}][{UPPER}{LOWER}]{{0,3}}(?:in|e)?\.?)\s(?P<name>{_NAME})(?![{WORD}-])"
)


@dataclass(frozen=True, slots=True)
class Calling:
    """As what somebody is named, and their name: where both stand."""

    start: int
    end: int
    role: str
    name: str


def find(text: str) -> Iterator[Calling]:
    """Who is named so right before or behind a verb of speech."""
    twice = _TWICE.match(text) if re.search(r"\s(?:und|u\.|&)\s", text[:120]) else None
    if twice and says(twice["word"]):
        yield Calling(0, twice.end("name"), twice["role"], twice["name"])
    for behind_verb in _TWICE_BEHIND.finditer(text):
        if says(behind_verb["word"]):
            yield Calling(behind_verb.start("role"), behind_verb.end("name"), behind_verb["role"], behind_verb["name"])
    for pattern in (_FOR, _CALLING, _SHORT) if " für " in text else (_CALLING, _SHORT):
        for match in pattern.finditer(text):
            if pattern is _CALLING and _NO_CALLING.fullmatch(match["role"]):
                continue
            end = match.end("name")
            behind = re.match(
                rf"(?:\s?[(\[][^()\[\]]{{1,60}}[)\]]|,\s[^,.;:]{{3,120}},)?\s(?P<word>[{LOWER}]+)\b", text[end:]
            )
            before = re.search(
                rf"(?<![{WORD}-])(?P<word>[{LOWER}]{{3,}})\s(?:(?:sich|auch|dann|daraufhin|zudem)\s)?$",
                text[: match.start()],
            )
            # `laut KVzR Ohm`, `so KVzR Ohm`
            source = pattern is _SHORT and re.search(
                r"\b(?:[Ll]aut|[Ss]o|[Dd]urch|[Vv]on|[Ww]ie)\s(?:auch\s)?$", text[: match.start()]
            )
            heads = pattern is _FOR and not match.start() and re.match(r"(?:\s?\([^()]{1,60}\))?\s?:\s", text[end:])
            leads = not text[: match.start()].strip(' „"') and pattern is not _SHORT
            if (
                heads
                or source
                or (leads and behind and says(behind["word"]))
                or (before and says(before["word"]) and surely_says(f"{before['word']} {text[end:].lstrip()}"))
            ):
                yield Calling(match.start(), end, match["role"], match["name"])
