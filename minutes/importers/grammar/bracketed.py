"""A result in brackets at the end of what was resolved: `Der Poller wird versetzt. (einstimmig)`. Pure."""

import re

from minutes.importers.grammar import tallies
from minutes.importers.grammar.letters import plain, sentences

_AT_END = re.compile(r"(?P<before>.*\S)\s*\((?P<inside>[^()]{3,120})\)\s?\.?$", re.DOTALL)
# `Das Einvernehmen wird erteilt. 13 : 0`
_BARE = re.compile(r".*[.!]\s(?:[-–]\s?)?(?P<ratio>\d{1,3}\s?:\s?\d{1,3}|einstimmig)(?:\s?[-–])?\.?", re.DOTALL)
_LABEL = re.compile(r"(?:Abstimmung(?:sergebnis)?|Ergebnis|Beschluss)\s?:\s?")
_WORDS = re.compile(
    r"(?:einstimmig|mehrheitlich|einmütig)(?:er\sBeschluss)?(?:\s(?:so\s)?(?:beschlossen|angenommen|genehmigt|zugestimmt|abgelehnt|empfohlen))?(?:(?:\s|,\s)(?:bei|mit|ohne)\s.+)?\.?",
    re.IGNORECASE,
)


_DECISION = re.compile(
    r"\b(?:abstimmen|abgestimmt|bestätigt|angenommen|Bestätigung|Festsetzung|Feststellung|Genehmigung|Annahme|erteilt|beschlossen|genehmigt|zugestimmt|vergeben|empfohlen|abgelehnt|beschließt|genehmigt|stimmt|empfiehlt|vergibt)\b"
)


# `Feststellung der Tagesordnung: einstimmig`
_BEHIND = re.compile(r".*:\s(?P<how>(?:einstimmig|mehrheitlich)[^:()]{0,60})", re.DOTALL)


def decided(text: str) -> str:
    """`Das Einvernehmen wird erteilt. 13 : 0`, `Das Protokoll wurde bestätigt (4-0-0).`: how was voted, behind a decision."""
    line = plain(text)[-400:]
    match, behind = _AT_END.fullmatch(line), _BEHIND.fullmatch(line.rstrip("."))
    found = behind["how"] if behind else result(text)
    if match and tallies.is_ratio_alone(f"({match['inside']})"):
        found = match["inside"].strip()
    before = line.rsplit(found, 1)[0].rstrip(" (:") if found else ""
    return found if before and _DECISION.search(sentences(before)[-1]) else ""


def result(text: str) -> str:
    """What the bracket says of the vote; empty where there is none, or where it is of something else.

    Numbers alone (`(13 : 0)`) are of the vote only behind a full stop: within a sentence they may be a ratio.
    """
    line = plain(text)[-400:]
    if bare := _BARE.fullmatch(line):
        return bare["ratio"]
    match = _AT_END.fullmatch(line)
    if not match:
        return ""
    inside = _LABEL.sub("", match["inside"], count=1)
    if tallies.is_ratio_alone(inside) or tallies.is_ratio_alone(f"({inside})"):
        return inside if match["before"].endswith((".", "!")) else ""
    counts = tallies.read(inside).counts
    is_counted = tallies.is_count_line(inside) and bool({"yes", "no"} & counts.keys())
    return inside if is_counted or _WORDS.fullmatch(inside) else ""
