"""Ballots of one line: `1. Wahlgang (geheim): Frau Ohm 9 Stimmen, Herr Kohl 8 Stimmen, Enthaltung 1`. Pure."""

import re
from dataclasses import dataclass

from minutes.importers.grammar import options, tallies
from minutes.importers.grammar.letters import plain

_BALLOT = re.compile(
    r"(?P<label>(?:(?:\d\.|Erster|Zweiter|Dritter|Geheimer)\sWahlgang|(?:Geheime|Offene)\sWahl|Stichwahl|Wahl(?:ergebnis)?|Losentscheid)(?:\s(?:de[rs]|von|zu[mr])\s[^:;,()]{3,60})?)"
    r"(?:\s\((?P<how>[^():]{3,30})\))?\s?:\s(?P<rest>.{8,300})"
)
_NOBODY = re.compile(r"^[^A-ZÄÖÜ]|\b(?:Anlage|Seite|TOP|Punkt|Nr\.)$")
_NEXT = re.compile(r"[,;]\s|\s(?:und|sowie)\s(?=\d{1,3}\s|Enthaltung|[Uu]ngültig)")


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a ballot is called, how it was held, who had how many votes, and what else was counted."""

    label: str
    form: str
    options: dict[str, int]
    counts: dict[str, int]


def heads(text: str, below: str) -> bool:
    """`1. Wahlgang` alone, and below it who had how many votes."""
    label = plain(text).rstrip(" :")
    ballot = read(f"{label}: {below}") if len(label) < 60 else None
    return ballot is not None and len(ballot.options) + len(ballot.counts) > 1


def read(text: str) -> Ballot | None:
    """The ballot of a line that tells nothing else."""
    match = _BALLOT.fullmatch(plain(text).rstrip(". "))
    if match is None:
        return None
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    for part in _NEXT.split(match["rest"]):
        # `Stichwahl: Ohm: 9, Kohl: 8`
        option = None if tallies.is_count_line(part) else options.read(part) or options.read(f"{part} Stimmen")
        if option and not _NOBODY.search(option.name):
            found[option.name] = option.votes
        elif tallies.is_count_line(part):
            counts |= tallies.read(part).counts
        else:
            return None
    return Ballot(match["label"], match["how"] or "", found, counts) if found else None
