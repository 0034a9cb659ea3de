"""Cells of a form of results: what a label counts, whatever is printed around it, and numbers and ticks. Pure.

`Anzahl der Ja-Stimmen:`, `Für den Beschluss`, `: 9`, `_9_`, `keine`; `Einstimmig` with a tick or `./.` beside it.
"""

import re
from functools import lru_cache
from typing import Literal

from minutes.importers.grammar import membership, tallies
from minutes.importers.grammar.letters import plain
from minutes.importers.grammar.numbers import NUMBER

CountKind = Literal["yes", "no", "abstain", "invalid", "recused", "beside"]

_COUNTED: tuple[CountKind, ...] = ("invalid", "no", "yes", "abstain", "recused")
_BEFORE = r"(?:[Dd]avon\s|(?:An)?[Zz]ahl\s(?:der\s)?|[Mm]it\s|[Ss]umme\s(?:der\s)?|[-–•]\s)*"
_BEHIND = r"(?:\s(?:gesamt|insgesamt)|\s(?:den|die|das)\s[A-ZÄÖÜ]\w+)?"
_ONLY_LABELS: dict[CountKind, str] = {
    "yes": r"[Ff]ür|FÜR|[Zz]ugestimmt",
    "no": r"[Gg]egen|GEGEN|[Aa]bgelehnt",
    "abstain": r"[Ee]nthalten|Stimmenenthaltung(?:en)?|Enthalt\.",
    "recused": r"(?:Pers(?:önlich|\.)\s[Bb]eteiligt(?:e[rn]?)?|(?:Vom\s)?Mitwirkungsverbote?(?:\s[Bb]etroffen)?|[Aa]usgeschlossen(?:e)?|Befangene?)"
    r"(?:\s\(?(?:(?:gemäß|gem\.|nach|lt\.|i\.\s?S\.\s?d\.)\s)?(?:§|Art\.)[^:]{2,40})?",
}
_KINDS: dict[CountKind, re.Pattern[str]] = {
    kind: re.compile(
        f"{_BEFORE}(?:{tallies.patterns()[kind]}|{_ONLY_LABELS.get(kind, tallies.patterns()[kind])}){_BEHIND}"
    )
    for kind in _COUNTED
}
_AS_KIND: dict[str, CountKind] = {
    "yes": "yes",
    "no": "no",
    "abstain": "abstain",
    "invalid": "invalid",
    "recused": "recused",
    "present": "beside",
}
_COUNTS = re.compile(rf"\d|\b(?:{NUMBER})\b")
_PRESENT = re.compile(f"{_BEFORE}(?:{tallies.patterns()['present']}|Mitglieder(?:zahl)?|Anwesend(?:e)?)")
# Before anything is looked for: a word that all of them have.
_STEMS = re.compile(
    r"\b(?:ja|nein|enth|für|gegen|pro|contra)\b|stimm|enthalt|dafür|dagegen|fürst|gegenst|ablehn|abgelehnt|ungültig|befangen|beteiligt|anwesen|mitglied|mitwirkung|ausgeschlossen|zahl|gesetzl|vertreter|verordnet|räte|abgegeben|wahlzettel|\bjast|\bneinst",
    re.IGNORECASE,
)
_NUMBER = re.compile(r":?[\s._…]*(?P<number>\d{1,3})[\s._…]*(?:x|Stimmen?|Mitglieder)?[.,;]?")
# `Nein-Stimmen: -` has its number already.
_WITH_DASH = re.compile(r"[:=]\s?[-–—]{1,3}$")
_NOTHING = re.compile(r":?\s?(?:[-–—]{1,3}|\./\.|keine[rs]?|null)")
_WITH_NUMBER = re.compile(
    r"(?P<label>[^\d:=]{1,60}?)\s?(?:[:=]|\s[–-]\s)?\s?(?P<number>\(?[\s._…]*\d{1,3}[\s._…]*\)?(?:\sStimmen?)?[.,;]?|(?<=[:=\s])(?:keine|\./\.|[-–]))"
)
_NUMBER_BEFORE = re.compile(r"(?P<number>[\s._…]*\d{1,3}[\s._…]*x?)\s?(?P<label>[^\d:=,]{1,60}?)\s?:?[.,;]?")
_CHOICE = re.compile(
    r"(?:(?:ein|mehr)(?:stimmig|heitlich)(?:e[rs]?)?|einst\.|mehrh\.|einmütig|(?:mit\s)?(?:stimmen)?mehrheit|stimmengleichheit|ohne\svotum|laut\s(?:beschluss)?vor(?:schlag|lage)|abweichende[rn]?\sbeschluss"
    r"|(?:un|ab)?geändert)?\s?(?:beschlossen|angenommen|abgelehnt|annahme|ablehnung|zugestimmt|zurückgestellt|vertagt|vertagung|kenntnisnahme|zur\skenntnis(?:\sgenommen)?|abgesetzt|verwiesen)?",
    re.IGNORECASE,
)
_TICK = re.compile(r"[xX☒☑✓✔]|[\[(]\s?[xX]\s?[\])]")
_NO_TICK = re.compile(r"☐|\[\s*\]|\(\s*\)|\./\.")


def kind(text: str) -> CountKind | None:
    """What a label counts; None if it is no label of a count. `beside`: who was there, which is no vote."""
    return _kind(text) if len(text) <= 120 and _STEMS.search(text) else None


@lru_cache(maxsize=4_096)
def _kind(text: str) -> CountKind | None:
    line = plain(text).rstrip(" :")
    if not line or len(line) > 80 or _WITH_DASH.search(line):
        return None
    found = next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(line)), None)
    if found is None and (membership.is_label(text) or _PRESENT.fullmatch(line)):
        return "beside"
    if found is None and not _COUNTS.search(line):
        tally = tallies.read(f"{line}: 1")
        told = list(tally.counts) if not tally.words else []
        return _AS_KIND[told[0]] if len(told) == 1 else None
    return found


def number(text: str) -> int | None:
    """The number of a cell; a dash or `keine` is a zero."""
    line = plain(text)
    match = _NUMBER.fullmatch(line)
    if match:
        return int(match["number"])
    return 0 if _NOTHING.fullmatch(line) else None


def with_number(text: str) -> tuple[CountKind, int] | None:
    """Label and number, if a cell holds both, in whichever order."""
    line = plain(text)
    if len(line) > 100:
        return None
    if membership.is_line(line) and re.search(r"\d", line):
        # `Gesetzliche Anzahl: 14 + 1`
        return "beside", 0
    for pattern in (_WITH_NUMBER, _NUMBER_BEFORE):
        match = pattern.fullmatch(line)
        found = kind(match["label"]) if match else None
        if match and found:
            return found, int(re.sub(r"\D", "", match["number"]) or 0)
    return None


def is_choice(text: str) -> bool:
    """Whether a cell is one of the results that a form prints to be ticked: `einstimmige Annahme`."""
    line = plain(text).rstrip(" :")
    return bool(line) and len(line) <= 40 and bool(_CHOICE.fullmatch(line))


def tick(text: str) -> bool | None:
    """Whether a cell is a tick (True) or an empty box (False)."""
    line = plain(text)
    return True if _TICK.fullmatch(line) else False if _NO_TICK.fullmatch(line) else None
