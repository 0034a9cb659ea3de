"""Numbers with those behind them listed: `Ja (3): Kohl, Ohm, Ilg`, `9 Ja-Stimmen: ABC (5), XYZ (4)`, `Nein-Stimmen: 2 LMN`. Pure."""

import re
from dataclasses import dataclass, field

from minutes.importers.grammar import count_labels, groups
from minutes.importers.grammar.count_labels import CountKind
from minutes.importers.grammar.letters import plain

_WHO = r"(?P<who>(?!(?:\d+\s)?(?:[JN]\w+-)?Stimmen?\b)[A-ZÄÖÜ\d][^:]{1,600})"
_FORMS = (
    re.compile(rf"(?P<label>[^\d:()]{{1,40}}?)\s?\(\s?(?P<number>\d{{1,3}})\s?\)\s?[:–-]\s?{_WHO}"),
    re.compile(rf"(?P<number>\d{{1,3}})\s(?P<label>[^\d:(),]{{1,40}}?)\s?[:–-]\s{_WHO}"),
    re.compile(rf"(?P<label>[^\d:()]{{1,40}}?)\s?:\s?(?P<number>\d{{1,3}})\s?[:;,–-]?\s{_WHO}"),
)
_EACH = re.compile(r"(?P<name>[A-ZÄÖÜ][^,;()\d]{1,60}?)\s?(?:\((?P<bracket>\d{1,3})\)|(?P<number>\d{1,3}))")
_NAMES = re.compile(r"[A-ZÄÖÜ][\w.-]+(?:,?\s(?:[a-zäöü]{2,3}\s)?[A-ZÄÖÜ][\w.-]+){0,3}")
# `• 9 Zustimmungen: …`
_BULLET = re.compile(r"^[•·*–-]\s")
# The number within the name of a party is none of its votes.
_PARTY = re.compile(r"\b(?:Bündnis|BÜNDNIS|B)\s?90(?=\s?/)")
_NEXT = re.compile(r"\s?[,;]\s?|\sund\s")


@dataclass(frozen=True, slots=True)
class CountedList:
    """A number, and who is behind it, as far as that adds up."""

    kind: CountKind
    number: int
    names: list[str] = field(default_factory=list)
    by_group: dict[str, int] = field(default_factory=dict)


def read(text: str) -> CountedList | None:
    """The number and the list of a line of a result that is nothing else."""
    line = _BULLET.sub("", plain(text).strip("| ").rstrip("."))
    if len(line) > 700 or not re.search(r"\d", line):
        return None
    for form in _FORMS:
        match = form.fullmatch(line)
        kind = count_labels.kind(match["label"]) if match else None
        if match and kind and kind != "beside":
            return _listed(kind, int(match["number"]), match["who"])
    return None


def _name(found: str, part: str) -> str:
    """The name as written, with the number that belongs to it."""
    written = _PARTY.search(part)
    return found.strip().replace("Bündnis", written.group(), 1) if written else found.strip()


def _listed(kind: CountKind, number: int, who: str) -> CountedList | None:
    parts = [part for part in _NEXT.split(who) if part]
    if any(map(count_labels.with_number, parts)):
        # `13 Ja – 5 Nein` lists nobody.
        return None
    each = [_EACH.fullmatch(_PARTY.sub("Bündnis", part)) for part in parts]
    named = {
        _name(one["name"], part): int(one["bracket"] or one["number"])
        for one, part in zip(each, parts, strict=True)
        if one
    }
    if len(named) == len(parts) and sum(named.values()) == number:
        return CountedList(kind, number, by_group=named)
    if any(part.isupper() for part in parts) or not all(_NAMES.fullmatch(part) for part in parts):
        found = groups.in_bracket(who, number)
        return CountedList(kind, number, by_group=found) if found else None
    return CountedList(kind, number, names=parts if len(parts) == number else [])
