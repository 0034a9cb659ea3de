"""Rows of results: `| Einstimmig beschlossen | Ja 17 Nein 0 Anwesend 17 |` below a resolution, as in Bavaria. Pure."""

import re
from dataclasses import dataclass

from minutes.importers.grammar import outcomes, tallies
from minutes.importers.grammar.letters import plain
from minutes.importers.loading.line import WIDE


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What became of an item, and the numbers of the row."""

    words: str
    counts: dict[str, int]
    text: str


def read(text: str) -> ResultRow | None:
    """The row, if a paragraph is one: a status in the first cell, nothing but numbers in the others."""
    if len(text) > 400 or not re.search(r"\d", text):
        return None
    ruled = "|" in text
    cells = [plain(cell) for cell in (text.split("|") if ruled else WIDE.split(text)) if cell.strip()]
    if len(cells) < 2 or cells[0].endswith(":") or not outcomes.is_status(cells[0]) or re.search(r"\d", cells[0]):
        return None
    tally = tallies.read(" ".join(cells[1:]))
    # Without rules only the number of those present tells the row from a status with a remark.
    if not tally.counts or tally.words or not (ruled or "present" in tally.counts):
        return None
    return ResultRow(cells[0], dict(tally.counts), " | ".join(cells))
