"""What stands before a vote: its heading, or the first of several options of a ballot. Pure."""

import re

from minutes.importers.grammar import labels, result_lines, saying
from minutes.importers.grammar.letters import plain
from minutes.importers.loading.line import WIDE
from minutes.importers.reading.votes import VoteInWork
from minutes.importers.source import Paragraph

_POINT = re.compile(r"(\d{1,2})\s?[.)]{1,2}\s")
_TOLD_OPTION = re.compile(r"[^.!?]{2,80}\bStimmen?\b[^.!?]{0,20}\.?")
# Without yes or no the numbers of factions tell how strong they are.
_FACTION = re.compile(r"\S*[Ff]raktion\b")
_SUBHEAD = re.compile(
    r"\b(?:Absatz|Abs\.|Absätze|Ziffern?|Ziff\.|Punkte?|Nr\.|Nummer|Wahlgang|Buchstabe|Satz|Teil|Antrag|Änderungsantrag|Ergänzungsantrag|Beschlussvorschlag|Abstimmung|Variante|Alternative|Stichwahl|Losentscheid|Wahl|Vorschlag|Schlussabstimmung|Gesamtabstimmung|Einzelabstimmung)\b"
)


def begins_ballot(text: str, following: Paragraph | None) -> bool:
    """Whether a line without a label is the first of several options: `Liste A: 16 Stimmen`."""
    lines = (plain(text), plain(following.text) if following else "")
    if not all(map(_TOLD_OPTION.fullmatch, lines)) or all(map(_FACTION.match, lines)):
        return False
    first, second = VoteInWork(), VoteInWork()
    first.add_result(lines[0])
    second.add_result(lines[1])
    return bool(first.options) and bool(second.options or second.counts)


_VOTE_ON = re.compile(r"(?:Beschluss|Abstimmung|Abstimmungsergebnis|Votum)\s(?:über|zu[mr]?)\s")


def is_subhead(text: str) -> bool:
    """Whether a paragraph before a vote block may be its heading: `1. Absatz`, `Erster Wahlgang – Listenwahl:`."""
    line = plain(text)
    if (
        not line
        or len(line) > 160
        or WIDE.search(text.strip())
        or (line.endswith((".", "!", "?")) and not re.fullmatch(r"\d+\.", line))
    ):
        return False
    return line.endswith(":") or bool(_SUBHEAD.search(line)) or len(line) <= 40


def is_next_point(text: str, above: str) -> bool:
    """`3) Blumen` below `2) Chronik`: a point of the resolution, however short, and though a vote follows."""
    here, before = (_POINT.match(plain(line)) for line in (text, above))
    return here is not None and before is not None and int(here[1]) == int(before[1]) + 1


def heads_vote(text: str, following: Paragraph | None) -> bool:
    """Whether a paragraph is the heading of a vote block that begins below it."""
    if following is None or not is_subhead(text):
        return False
    if _VOTE_ON.match(plain(text)) and result_lines.is_result(plain(following.text).rstrip(" :")):
        return True
    if saying.opens_debate(text):
        # `Ktabg. Kohl beantragt:` is said, though a vote on it follows.
        return False
    label = labels.read(following.text)
    return label is not None and label.kind in {"form", "result"}
