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


def given_floor(sentence: str, mentions: Iterable[Mention]) -> str:
    """Who is given the floor."""
    for mention in mentions:
        before, after = sentence[: mention.start], sentence[mention.end :]
        if _ASKED_TO.search(before) and ("Wort" in before[-30:] or _ASKED_FOR.match(after)):
            return mention.speaker
        if _BIDS.search(before) and _REPORT.match(after):
            return mention.speaker
    return ""
