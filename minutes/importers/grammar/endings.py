"""Endings: one plain sentence that says where an item went: `Der Antrag wird an den Bauausschuss verwiesen.` Pure.

A resolution says what shall be, and a vote on it may fail: so this is asked only of items without a status and without a
vote, of a sentence that stands alone, about the item as a whole, and only for what leaves the item undecided here.
"""

import re

from minutes.importers.grammar import motions
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.outcomes import OutcomeCode

_WENT = re.compile(
    r"(?:Der|Die|Das|Dieser|Diese)\s(?:[\w./-]*(?:[Aa]ntrag|[Aa]nregung|[Vv]orlage|Angelegenheit|Tagesordnungspunkt|TOP|Eingabe|Petition|Beschlussfassung|Beratung|Entscheidung))\b"
    r"[^!?]{0,300}?\s(?:wird|wurde)\s[^!?]{0,300}?\b(?P<how>verwiesen|überwiesen|vertagt|zurückgestellt|verschoben|abgesetzt|zurückgezogen)\.?"
)
_CODES: dict[str, OutcomeCode] = {
    "verwiesen": "referred",
    "überwiesen": "referred",
    "vertagt": "deferred",
    "zurückgestellt": "deferred",
    "verschoben": "deferred",
    "abgesetzt": "removed",
    "zurückgezogen": "withdrawn",
}
# `… vertagt (siehe TOP 3).`
_POINTS_ELSEWHERE = re.compile(r"\s\([^()]{1,80}\)(?=\.?$)")
# `wird nicht vertagt`, `wird, soweit …, verwiesen`, `wird in Teilen zurückgestellt`, two things at once.
_DOUBTFUL = re.compile(
    r"\b(?:nicht|kein\w*|falls|wenn|sofern|soweit|teilweise|teils|Teil\w*|Ziffern?|Punkte?|beantragt|vorgeschlagen|empfohlen|aber|jedoch|und\s(?:beschlossen|angenommen|abgelehnt|zugestimmt))\b"
)


def code_of(text: str) -> OutcomeCode | None:
    """The outcome that a paragraph tells, if it is such a sentence and nothing else."""
    line = _POINTS_ELSEWHERE.sub("", plain(text))
    match = _WENT.fullmatch(line) if len(line) <= 500 else None
    if not match or len(sentences(line)) != 1 or _DOUBTFUL.search(line) or motions.is_named(line):
        return None
    return _CODES[match["how"]]
