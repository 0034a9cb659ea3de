"""Tables of votes row by row below a head that says what the columns count: groups, members or motions, and what each voted. Pure.

`Fraktion   Ja   Nein`, `ABC   8`, `Summe   8   3`. Columns that are parted by tabs or cells keep their empty ones; where
they are parted by mere spaces an empty cell is lost, so such a row is read only if it is full.
"""

import re
from collections.abc import Sequence

from minutes.importers.grammar import count_labels
from minutes.importers.grammar.letters import plain
from minutes.importers.loading.html import CELL
from minutes.importers.loading.line import WIDE
from minutes.importers.reading import rows_of_groups
from minutes.importers.reading.tables_of_cells import CellTable
from minutes.importers.source import Paragraph

_VALUE = re.compile(r"\d{1,3}|[-–]|[xX✓✔☒]|")
_TICK = re.compile(r"[xX✓✔☒]")
_NAME = re.compile(r"[A-ZÄÖÜ][^.:;!?]{0,58}|[a-h\d]\)\s[^.:;!?]{1,58}")
# Each row is what was voted on: `Änderungsantrag ABC   7   16`.
_ON_WHAT = re.compile(
    r"[\w-]*(?:[Aa]ntrag|[Vv]orlage|[Vv]orschlag|[Vv]ariante)\b|(?:Punkt|Ziffer|Nr\.|Buchstabe|Teil)\s|[a-h\d]\)\s"
)
_HEADS_TEXT = re.compile(r"Beschlu(?:ss|ß)(?:text)?|Beschlüsse|Inhalt|Wortlaut|Gegenstand")
# Before anything is split: two cells, and a word that heads a column.
_HEAD = re.compile(r"(?:\s{3}|\t|\|).*(?:[Nn]ein|NEIN|[Gg]egen|[Dd]agegen|[Aa]blehn)")
_ENDS_IN_TEXT = re.compile(r"(?:Beschlu(?:ss|ß)(?:text)?|Beschlüsse|Inhalt|Wortlaut|Gegenstand)\s*$")
_MOST = 120


def table(paragraphs: Sequence[Paragraph], first: int) -> CellTable | None:
    """The table that begins with this head: the numbers of its last row are those of the vote, if that is the sum."""
    rows = _rows(paragraphs, first)
    if len(rows) < 2 or any(_ON_WHAT.match(name) for name, _ in rows):
        return None
    found = CellTable(["vote"] * (len(rows) + 1))
    if rows_of_groups.is_total(rows[-1][0]):
        found.counts = [(kind, int(cell) if cell.isdigit() else 0) for kind, cell in rows.pop()[1].items() if cell]
    for name, cells in rows:
        ticked = [kind for kind, cell in cells.items() if _TICK.fullmatch(cell)]
        if len(ticked) == 1:
            found.by_name.append((ticked[0], name))
        for kind, cell in cells.items():
            if cell and not ticked:
                found.by_group.setdefault(kind, {})[name] = int(cell) if cell.isdigit() else 0
    is_whole = found.counts or (found.by_name and len(found.by_name) == len(rows))
    return found if is_whole else None


def votes(paragraphs: Sequence[Paragraph], first: int) -> list[tuple[str, dict[str, int]]]:
    """What was voted on in each row, and the numbers of that vote; nothing if the rows are those of one vote."""
    rows = _rows(paragraphs, first)
    if len(rows) < 2 or not all(_ON_WHAT.match(name) for name, _ in rows):
        return []
    counts = [{kind: int(cell) if cell.isdigit() else 0 for kind, cell in cells.items() if cell} for _, cells in rows]
    return [(name, each) for (name, _), each in zip(rows, counts, strict=True)]


def with_text(head: str, row: str) -> tuple[dict[str, int], str]:
    """`Nr.   anwesend   für   gegen   Beschluss`, and below it `112   13   12   1   Der Weg wird gebaut.`: numbers and what was resolved."""
    if len(head) > 240 or not _ENDS_IN_TEXT.search(head):
        return {}, ""
    heads, cells = (WIDE.split(each.strip()) for each in (head, row))
    if len(heads) < 3 or len(heads) != len(cells) or not _HEADS_TEXT.fullmatch(heads[-1]):
        return {}, ""
    kinds = [rows_of_groups.kind_of(each) for each in heads]
    counts = {kind: int(cell) for kind, cell in zip(kinds, cells, strict=True) if kind and cell.isdigit()}
    return (counts, cells[-1]) if counts.keys() >= {"yes", "no"} else ({}, "")


def _rows(paragraphs: Sequence[Paragraph], first: int) -> list[tuple[str, dict[str, str]]]:
    """The name of each row, and its cells by what they count."""
    head = paragraphs[first].text
    kinds = rows_of_groups.columns(head) if len(head) < 240 and _HEAD.search(head) else []
    if not kinds or not {"yes", "no"} <= set(kinds) or kinds[0] or len(set(kinds[1:])) != len(kinds) - 1:
        return []
    found: list[tuple[str, dict[str, str]]] = []
    for paragraph in paragraphs[first + 1 : first + _MOST]:
        row = None if paragraph.is_furniture else _row(paragraph.text, kinds)
        if row is None:
            break
        found.append(row)
    return found


def _row(text: str, kinds: Sequence[str]) -> tuple[str, dict[str, str]] | None:
    line = text.strip()
    keeps_empty = "\t" in line or CELL in line
    cells = [
        plain(cell)
        for cell in (line.split("\t") if "\t" in line else line.split(CELL) if keeps_empty else WIDE.split(line))
    ]
    values = cells[1:] + [""] * (len(kinds) - len(cells) if keeps_empty else 0)
    if len(values) != len(kinds) - 1 or not any(values) or not all(map(_VALUE.fullmatch, values)):
        return None
    name = cells[0].rstrip(":")
    is_name = bool(_NAME.fullmatch(name)) and (count_labels.kind(name) is None or rows_of_groups.is_total(name))
    return (name, dict(zip(kinds[1:], values, strict=True))) if is_name else None
