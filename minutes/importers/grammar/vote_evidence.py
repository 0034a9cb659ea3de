"""Evidence of a vote: words and numbers that look like one, whether or not anything can be made of them. Pure.

It reads nothing; it says where somebody should look.
"""

import re

from minutes.importers.grammar.elsewhere import is_reported
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.numbers import NUMBER

_N = rf"(?<![\w.,])(?i:{NUMBER})"
_NUMBERS = re.compile(
    rf"{_N}[\s-]{{0,2}}(?:(?:Ja|Nein|Gegen|JA|NEIN)\b|(?:Ja|Nein|Gegen|PRO|Für)-?\s?[Ss]timmen?\b|(?:Stimm)?[Ee]nthaltung(?:en)?\b|Stimmen?\s(?:dafür|dagegen|für|gegen)\b|dafür\b|dagegen\b)"
    rf"|\b(?:Ja|Nein|JA|NEIN|[Dd]afür|[Dd]agegen|Gegenstimmen?|(?:Ja|Nein)-?[Ss]timmen|(?:Stimm)?[Ee]nthaltung(?:en)?)\s?:?\s?(?:{NUMBER})(?![\w.,]\d)\b"
    rf"|\b(?:mit|bei)\s(?:{NUMBER})\s?(?::|zu|gegen)\s?(?:{NUMBER})\b(?:\sStimmen\b)?"
)
_MANNER = re.compile(
    r"\b(?:einstimmig|mehrheitlich|einmütig|stimmenmehrheitlich|mit\s(?:großer\s|knapper\s|überwiegender\s)?Mehrheit)\b"
    # `stimmt dem einstimmig zu`: a proposal on the procedure.
    r"(?<!stimmt\sdem\seinstimmig)(?<!stimmte\sdem\seinstimmig)"
)

_ZEROS = re.compile(r"(?=.*\b0\b)[^1-9]*")


def numbers(text: str) -> str:
    """The first sentence that counts votes; nothing if there is none, or it is told of elsewhere."""
    return _first(_NUMBERS, text)


def manner(text: str) -> str:
    """The first sentence that says how was voted."""
    return _first(_MANNER, text)


def _first(pattern: re.Pattern[str], text: str) -> str:
    line = plain(text)[:3_000]
    if not pattern.search(line):
        return ""
    # Nothing but zeros is a form that nobody filled in.
    lines = (each for each in sentences(line) if not _ZEROS.fullmatch(each))
    found = (each for each in lines if pattern.search(each) and not each.endswith("?"))
    return next((each for each in found if not is_reported(each)), "")
