"""The floor: who is given it in a sentence, and speaks next where nobody is named. Pure."""

import re
from collections.abc import Iterable

from minutes.importers.grammar.mentions import Mention

_ASKED_TO = re.compile(
    r"(?:erteilt|erteilte|übergibt|übergab|gibt|gab)\s(?:hierzu\s|dazu\s|daraufhin\s|sodann\s|nun\s|anschließend\s|zunächst\s)?(?:das Wort an\s)?(?:dem\s|der\s|den\s|die\s)?(?:zuständigen\s)?$|Wort an\s(?:den\s|die\s|Herrn\s)?$|Wort (?:dem|der)\s$"
)
_ASKED_FOR = re.compile(r"^[^.;]{0,30}\bWort\b|^\s(?:das|zunächst das|nun das|sodann das)\sWort")
_BIDS = re.compile(r"\bbittet\s(?:sodann\s|zunächst\s|nun\s)?(?:den\s|die\s)?$")
_REPORT = re.compile(
    r"^[^.;]{0,40}\bum\s(?:(?:den|einen|ihren|seinen|die|eine|ihre|seine)\s)?(?:Vortrag|Bericht|Vorstellung|Ausführungen|Sachstand|Einführung|Darstellung)"
)
_GETS = re.compile(
    r"^(?:\s?\([^()]{1,60}\))?\s(?:erhält|erhielt|bekommt)\s(?:als\s[A-ZÄÖÜ][\w-]+\s|nun\s|sodann\s|daraufhin\s|zunächst\s)?das\s(?:Wort|Rederecht)\b"
)
# `Frau Ohm wird als Sachverständige gehört.`, `lässt Frau Ohm vom Büro Plan zu Wort kommen`
_HEARD = re.compile(r"^(?:\s?\([^()]{1,60}\))?\s(?:wird|wurde)\s(?:[^.;,]{3,60}\s)?(?:gehört|angehört)\.?$")
_LETS = re.compile(r"\b(?:lässt|ließ)\s(?:\w+\s)?(?:den\s|die\s)?$")
_TO_SPEAK = re.compile(r"^[^.;]{0,90}\s(?:zu\sWort\skommen|sprechen|vortragen|berichten|ausreden)\.?$")
# `begrüßt Herrn Kohl vom Büro Plan und erteilt ihm das Wort`
_TO_THEM = re.compile(
    r"\b(?:erteilt|erteilte|übergibt|übergab|gibt|gab)\s(?:ihm|ihr|diesem|dieser)\s(?:\w+\s)?(?:das\s)?Wort\b"
)


def given_floor(sentence: str, mentions: Iterable[Mention]) -> str:
    """Who is given the floor."""
    mentions = list(mentions)
    to_them = _TO_THEM.search(sentence)
    greeted = [each for each in mentions[1:] if each.name and each.end <= to_them.start()] if to_them else []
    if greeted:
        return greeted[-1].speaker
    for mention in mentions:
        before, after = sentence[: mention.start], sentence[mention.end :]
        if _ASKED_TO.search(before) and ("Wort" in before[-30:] or _ASKED_FOR.match(after)):
            return mention.speaker
        if _GETS.match(after):
            return mention.speaker
        if _HEARD.match(after) or (_LETS.search(before) and _TO_SPEAK.match(after)):
            return mention.speaker
        if _BIDS.search(before) and _REPORT.match(after):
            return mention.speaker
    return ""
