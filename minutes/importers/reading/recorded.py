"""A resolution that is recorded without its result: minutes hold what was resolved, so it was adopted. Pure.

It is not told, though: whoever checks the reading is asked to look.
"""

import re

from minutes.importers.grammar.letters import plain
from minutes.importers.reading.items import ItemInWork

# What stands below `Beschluss:` where there was none, or where it stands elsewhere.
_NONE_MADE = re.compile(
    r"\b(?:kein(?:e|en|er)?|ohne|nicht)\s(?:[a-zäöü]+\s)?(?:Beschluss|Beschlüsse|Beschlussfassung|Entscheidung|Abstimmung|Empfehlung|gefasst)\b"
    r"|\b(?:entfällt|entfiel|entfallen|siehe|s\.|vgl\.|wie\svor)\b|\bBeschluss(?:fassung)?\s(?:erfolgt|folgt|wird\sgefasst)\b",
    re.IGNORECASE,
)
# A short one that may say that the item went elsewhere, or that something was refused: then only a certain sentence counts.
_MAYBE_UNDECIDED = re.compile(
    r"\b(?:(?:zurück)?verwiesen|überwiesen|vertagt|verschoben|zurückgestellt|zurückgezogen|abgesetzt|abgelehnt|nicht\s(?:zugestimmt|gefolgt|entsprochen|stattgegeben|angenommen))\b"
)
_WORDS = re.compile(r"[A-Za-zÄÖÜäöüß]{2,}")


def is_made(work: ItemInWork) -> bool:
    """Whether an item has a resolution that is neither a proposal nor a recommendation, nor the word that there is none."""
    resolution = work.texts.get("resolution", [])
    if not resolution or re.search(r"mpfehlung|[Vv]orschlag|[Ee]ntwurf|[Aa]ntrag", work.decision):
        return False
    first = plain(resolution[0])
    if len(first) < 300 and (_NONE_MADE.search(first) or _MAYBE_UNDECIDED.search(first)):
        return False
    return len(_WORDS.findall(" ".join(resolution[:3]))) >= 4
