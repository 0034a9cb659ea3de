"""Lines that are nothing but an amount, a time, a result; and prose, which these are not. Pure."""

import re

from minutes.importers.grammar import clauses, result_lines, tallies
from minutes.importers.grammar.letters import plain

AMOUNT = re.compile(r"[-–+]?\s?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\s?(?:€|%|m²)|[-–+]?\d[\d.]*,\d{2}")
TIMESTAMP = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s?(?:Uhr|h))?")


_HOW = re.compile(
    r"(?:(?:Wird|Wurde)\s(?:ein|mehr)|Ein|Mehr)(?:stimmig|heitlich|mütig)\b|Ohne\s(?:Widerspruch|Einwände|Gegenrede|Gegenstimmen?)\s(?:genehmigt|angenommen|beschlossen)\b"
)


def is_sentence(text: str) -> bool:
    """Whether a paragraph is prose, which no name of an annex is."""
    line = plain(text)
    return len(line) > 40 and line[-1] in ".:!?" and any(map(clauses.is_finite, line.split()[:30]))


# `Wie vorgeschlagen beschlossen, zwei Gegenstimmen.`
_AS_PROPOSED = re.compile(r"(?:Wie\s(?:vorgeschlagen|vorgelegt|beantragt|empfohlen)|Laut\sVorlage)\s[^.;:]{5,100}\.?")


def is_result(text: str) -> bool:
    """`Einstimmig genehmigt.`, `Wird einstimmig genehmigt.`, `Ohne Widerspruch genehmigt.`: how was voted, and nothing else."""
    line = plain(text)
    if _AS_PROPOSED.fullmatch(line):
        return result_lines.is_result(line)
    return len(line.split()) <= 5 and bool(_HOW.match(line)) and result_lines.is_result(line)


def is_counted_result(text: str) -> bool:
    """`Mit 1 Stimme dafür und 7 Stimmen dagegen abgelehnt`: numbers, and the word that decides first or last."""
    line = plain(text).rstrip(".")
    decides = re.search(
        r"\b(?:angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt)$|^(?:Ein|Mehr)(?:stimmig|heitlich)\s(?:angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt)\b|^(?:Genehmigt|Beschlossen|Angenommen|Abgelehnt)\s(?:mit|bei|gegen)\s|^[a-zäöü]{6,20}\sJa\s?:?\s?\d",
        line,
    )
    return bool(decides) and len(line) <= 120 and result_lines.is_result(line) and bool(tallies.read(line).counts)
