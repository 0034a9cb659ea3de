"""Roll calls (namentliche Abstimmung) as rows: a name, and how this person voted. Pure."""

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from minutes.importers.source import Paragraph

_ROW = re.compile(
    r"\s*\|?\s*(?P<name>[A-ZÄÖÜ][^:;|\t\n]{2,60}?)(?:\s*[|\t]\s*[^:;|\t\n]{0,40})?(?:\s*[|:\t]\s*|\s[–-]\s|\s+)(?P<how>JA|Ja|ja|NEIN|Nein|nein|ENTHALTUNG|Enthaltung|Enth\.|enthalten)\s*\|?\s*"
)
# `Mit Ja`, `Anzahl Ja`, `Gesamt: Nein` name nobody.
_NOBODY = re.compile(r"(?:Mit|Anzahl|Gesamt|Summe|Abstimmung|Ergebnis|Antrag|Beschluss)\b")
_KINDS = {"j": "yes", "n": "no", "e": "abstain"}
_FEWEST, _MOST = 3, 200


def rows(paragraphs: Sequence[Paragraph], first: int) -> list[tuple[str, str]]:
    """The rows of a roll call that begins here: kind and name of each; none if it is no roll call."""
    if not _row(paragraphs[first]):
        return []
    found = list(takewhile(bool, map(_row, islice(paragraphs, first, first + _MOST))))
    return [row for row in found if row] if len(found) >= _FEWEST else []


def _row(paragraph: Paragraph) -> tuple[str, str] | None:
    match = _ROW.fullmatch(paragraph.text) if len(paragraph.text) <= 160 and not paragraph.is_furniture else None
    if match is None or _NOBODY.match(match["name"]):
        return None
    return _KINDS[match["how"][0].casefold()], match["name"].strip()
