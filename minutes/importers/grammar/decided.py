"""Decided: a body that is the subject of its decision: `Der Rat stimmt dem Antrag einstimmig zu.` Pure.

Only with how it voted: without that the same sentence may be of another day, or of another body.
"""

import re

from minutes.importers.grammar.bodies import BODY
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.outcomes import OutcomeCode

_TEXT = r"(?:[^.!?:]|(?<=\d)\.|\.(?=\d))"
_HOW = r"\b(?:einstimmig|mehrheitlich|einmütig)\b"
_ENDS = rf"(?:,{_TEXT}{{1,200}}|\s\([^()]{{1,120}}\))?\.?"
_SENTENCES: tuple[tuple[OutcomeCode, str], ...] = (
    ("adopted", r"(?:stimmt|stimmen|stimmte|stimmten)\b{how}\szu"),
    ("adopted", r"(?:nimmt|nehmen|nahm|nahmen)\b{how}\san"),
    ("adopted", r"(?:erklärt|erklären|erklärte|erklärten)\ssich\b{how}\seinverstanden"),
    ("rejected", r"(?:lehnt|lehnen|lehnte|lehnten)\b{how}\sab"),
    ("adopted", r"(?:genehmigt|genehmigen|genehmigte|genehmigten|billigt|billigte|billigten)\b{how}"),
)
_COMPILED = tuple(
    (
        code,
        re.compile(
            rf"{BODY}\s(?:{_TEXT}{{0,80}}\s)?"
            + pattern.replace("{how}", rf"(?={_TEXT}*{_HOW}){_TEXT}{{1,240}}")
            + _ENDS
        ),
    )
    for code, pattern in _SENTENCES
)


def code_of(text: str) -> OutcomeCode | None:
    """What such a sentence decides; None if the text is none, or more than one."""
    line = plain(text)
    if len(line) > 500 or not re.search(_HOW, line) or re.search(r"\bnicht\b", line):
        return None
    return next((code for code, pattern in _COMPILED if pattern.fullmatch(line)), None)


_ANNOUNCES = re.compile(
    r"\b(?:fest|bekannt|verkünde(?:t|te|n|ten)), (?:dass|daß)\s(?P<what>[^;:]{0,300}?\b(?:\d{1,3}\s(?:Ja|Nein)-?\s?[Ss]timmen?|\d{1,3}\s(?:(?::|gegen|zu)\s)\d{1,3}\sStimmen)\b[^;]{1,300})"
)


def announced(text: str) -> str:
    """`Der Vorsitzende stellt fest, dass der Antrag mit 12 Ja-Stimmen angenommen ist.`: what he says of the vote."""
    for sentence in sentences(plain(text)[:2_000]):
        match = _ANNOUNCES.search(sentence)
        if match:
            return match["what"].rstrip(". ")
    return ""
