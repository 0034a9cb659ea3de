"""Heads of results in whatever words: `Abstimmungsverhalten:`, `Abstimmungsergebnis im Rat:`, `Die Abstimmung ergab folgendes Ergebnis:`. Pure.

They are heads only where a result follows: behind the colon, or on the line below.
"""

import re

from minutes.importers.grammar import count_labels, outcomes, result_lines, tallies
from minutes.importers.grammar.letters import plain

_ABOUT = r"(?:\s(?:des|der|zu[mr]?|über|für|im|in|lautet|lautete|wie\sfolgt)\b[^:]{0,100}|\s?\([^():]{1,60}\)|\s[–-]\s[^:]{2,60})?"
_HEAD = re.compile(
    r"[-–*\s]*(?:(?:Beschluss\s(?:und|/)\s)?(?:Abstimm(?:ungs-?)?|Stimm(?:en)?-?|Beratungs|Beschluss-?|Gesamt)?[Ee]rgebnis(?:se)?|Abstimmungs?(?:verhalten|verhältnis|resultat)?|(?:Gesamt|Schluss|Einzel)abstimmung|Votum|Resultat|[Aa]bgestimmt|Beschlossen)"
    + _ABOUT
    + r"\s?:"
    r"|(?:Die|Eine)\sAbstimmung\s[^:.]{0,40}(?:ergab|ergibt|hat(?:te)?|brachte|bringt)\s[^:.]{0,40}:|Es\s(?:erfolgte?|ergab\ssich)\s[^:.]{0,30}(?:Abstimmung|Ergebnis)[^:.]{0,30}:"
)


# `Die Abstimmung ergab Stimmengleichheit (6:6)`: no colon of a head.
_OF_OTHERS = re.compile(r"(?:[Uu]mfrage|efragung|nhörung|[Ee]ntscheids?)\b")
_IN_RATIO = re.compile(r"\d\s?:$")


def read(text: str) -> tuple[str, str] | None:
    """The head, and the result behind its colon; None if there is none."""
    line = plain(text)
    match = _HEAD.match(line) if len(line) <= 300 else None
    rest = line[match.end() :].strip() if match else ""
    if match is None or not is_result(rest) or _IN_RATIO.search(match.group()) or _OF_OTHERS.search(match.group()):
        return None
    return match.group().strip(" :-–*"), rest


def is_head(text: str) -> bool:
    """Whether a line is such a head and nothing else."""
    line = plain(text)
    return len(line) <= 140 and bool(_HEAD.fullmatch(line))


def is_result(text: str) -> bool:
    """Whether words are a result: numbers of a vote, or how it ended."""
    line = plain(text).strip("-–— ")
    if not line or line.endswith(":"):
        return False
    is_vote = result_lines.is_result(line) or tallies.is_ratio(line) or bool(count_labels.with_number(line))
    return is_vote or (len(line) <= 60 and outcomes.is_status(line) and bool(tallies.DECIDED.search(line)))
