"""Options of a ballot and their votes: `CDU-Liste = 28 Stimmen`, `Auf Maria Selbach entfallen 28 Stimmen`. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutes.importers.grammar import tallies

_OPTION = re.compile(
    r"(?P<name>[^=:\d][^=:]{1,80}?)\s*(?:\s[–-]|=|:)?\s*(?P<votes>\d{1,4})\s*(?:gültige\s)?(?P<word>Ja-Stimmen?|Stimmen?)?(?P<seats>(?:,|\s=)?\s\(?=?\s?\d{1,3}\sSitze?\)?)?(?P<rest>(?:,|\sund|\ssowie)\s\d{1,3}\s(?:ungültige\s\w+|\w*[Ss]timmen?|Enthaltung(?:en)?))*\.?"
)
_OPTION_AFTER = (
    re.compile(r"(?:[Aa]uf|Für)\s(?P<name>.{2,80}?)\s(?:entfallen|entfielen|entfällt|entfiel|stimmen|stimmten)\s(?P<votes>\d{1,4})(?:\sStimmen?)?\.?"),
    re.compile(r"(?P<name>.{2,80}?)\s(?:erhält|erhielt|erhalten|erhielten|bekommt)\s(?P<votes>\d{1,4})\s(?:Ja-)?Stimmen?\.?"),
    re.compile(r"(?P<votes>\d{1,4})\s(?:Ja-)?Stimmen?\s(?:für|auf)\s(?P<name>.{2,80}?)\.?"),
)  # fmt: skip
# `Wahlvorschlag I    Petra Ohm    20 Stimmen`
_CANDIDATE = re.compile(
    r"^(?:Wahlvorschlag|Vorschlag|Bewerber(?:in)?|Kandidat(?:in)?)\s(?:Nr\.\s)?(?:[IVX]{1,4}|\d{1,2})[.:)]?\s+(?=\S+\s)"
)
# Who ends so, or was decided, is nobody: `abgelehnt mit 2 : 9 Stimmen`.
_NOBODY = re.compile(
    r"\b(?:[Ee]instimm\w*|[Mm]ehrheit\w*|Zustimmung|Ablehnung|Annahme|Stimmberechtigte[rn]?|vertreten|anwesend|abgegeben\w*|gesetzlich\w*|[Gg]esamt|insgesamt)\b|(?:^|\s)(?:mit|bei|gegen|zu|von|\d+)$|\b(?:einstimmig|mehrheitlich|angenommen|abgelehnt|beschlossen|zugestimmt)\b"
)


@dataclass(frozen=True, slots=True)
class Option:
    """Who or what was voted for, how often, and whether the line also tells seats."""

    name: str
    votes: int
    has_seats: bool = False


_THING = re.compile(
    r"(?:(?:den|die|das)\s)?(?:[Vv]ariante|Alternative|Standort|Modell|Entwurf|Option|Lösung|Farbe|Termin|Name|Plan|Trasse)\b"
)


def are_things(names: Iterable[str]) -> bool:
    """Whether it is something that is chosen, not somebody: `Variante A`, `Für den Standort Nord`."""
    return all(_THING.match(name.removeprefix("Für ").removeprefix("Gegen ")) for name in names)


def read(line: str) -> Option | None:
    """The option of a line that is nothing else."""
    match = _OPTION.fullmatch(line)
    if match and _NOBODY.search(match["name"]):
        return None
    if match and (match["word"] or "=" in line) and tallies.read(match["name"]).counts == {}:
        return Option(_CANDIDATE.sub("", match["name"]).strip(" -–:"), int(match["votes"]), bool(match["seats"]))
    match = next(filter(None, (pattern.fullmatch(line) for pattern in _OPTION_AFTER)), None)
    return Option(match["name"].strip(), int(match["votes"])) if match else None
