"""Votes with a name in their label: `Abstimmung Sachkundige Bürger: 3/0/0`, `Abstimmung II: 4 x Ja-Stimmen`. Pure."""

import re

from minutes.importers.grammar import tallies
from minutes.importers.grammar.letters import plain

_NAMED = re.compile(
    r"(?:Abstimmung|Abstimmungsergebnis)\s(?P<name>(?!über\b|zu[mr]?\b)[A-ZÄÖÜ\d][^:|;.]{0,50}?)\s?:\s?"
)
_NUMBERS = re.compile(r"\d{1,3}(?:/\d{1,3}){1,2}|\d{1,3}(?:\s?:\s?\d{1,3}){2}")


def read(text: str) -> list[tuple[str, str]]:
    """Name and result of each vote, if the paragraph is nothing else."""
    line = plain(text).strip("| ")
    heads = list(_NAMED.finditer(line)) if len(line) <= 400 else []
    if not heads or heads[0].start() != 0:
        return []
    ends = [head.start() for head in heads[1:]] + [len(line)]
    found = [(_name(head), line[head.end() : end].strip(" |,;")) for head, end in zip(heads, ends, strict=True)]
    return found if all(_is_tally(result) for _, result in found) else []


def _name(head: re.Match[str]) -> str:
    """The name; a mere number says nothing without its word."""
    return f"Abstimmung {head['name']}" if re.fullmatch(r"[IVX\d]+\.?", head["name"]) else head["name"]


def _is_tally(text: str) -> bool:
    return bool(_NUMBERS.fullmatch(text)) or (tallies.is_result(text) and not tallies.is_ratio(text))
