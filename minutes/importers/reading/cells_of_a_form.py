"""Forms, tables and printed sentences of votes that no label announces: each begins with a cell that only they have. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar.letters import plain
from minutes.importers.reading import count_cells, rows_of_groups, tables_in_rows
from minutes.importers.reading.tables_of_cells import CellTable, cells_below
from minutes.importers.source import Paragraph

_NUMBER = re.compile(r"\d{1,3}|[-–]")
_ABOVE_EACH_OTHER = re.compile(
    r"(?:Anwesend\s?:?\s\d{1,3}\s)?/?\s?mit\s(?P<yes>\d{1,3})\s(?:gegen|:)\s(?P<no>\d{1,3})\sStimmen"
)


def sentence_of_cells(paragraphs: Sequence[Paragraph], first: int) -> CellTable | None:
    """`Anwesend:`, `15`, `mit`, `8`, `gegen`, `7`, `Stimmen`: a printed sentence whose numbers are cells."""
    line = ""
    # Each of its paragraphs may end in the rule of a table.
    for count, paragraph in enumerate(paragraphs[first : first + 8], start=1):
        cell = plain(paragraph.text[:40]).strip("| ")
        if len(cell) > 20 or paragraph.is_furniture or not (count > 1 or re.match(r"Anwesend|/?\s?mit", cell)):
            return None
        line = f"{line} {cell}".strip()
        match = _ABOVE_EACH_OTHER.fullmatch(line)
        if match and count > 1:
            return CellTable(["vote"] * count, [("yes", int(match["yes"])), ("no", int(match["no"]))])
    return None


def rows_below_groups(paragraphs: Sequence[Paragraph], first: int) -> CellTable | None:
    """`ABC   XYZ   Gesamt`, and below it `Ja   6   4   10`: a row for each kind of vote, whose last number is the sum of the others."""
    head = paragraphs[first].text
    heads = (
        _row(head)
        if len(head) < 240 and rows_of_groups.is_total(head.rsplit(maxsplit=1)[-1] if head.strip() else "")
        else []
    )
    if len(heads) < 3 or not rows_of_groups.is_total(heads[-1]) or any(re.search(r"\d{2}", head) for head in heads):
        return None
    table = CellTable(["vote"])
    for paragraph in paragraphs[first + 1 : first + 6]:
        label, *cells = _row(paragraph.text) or [""]
        kind = rows_of_groups.kind_of(label)
        numbers = [int(cell) if cell.isdigit() else 0 for cell in cells]
        if not kind or len(cells) != len(heads) or not all(map(_NUMBER.fullmatch, cells)):
            break
        if sum(numbers[:-1]) != numbers[-1]:
            return None
        table.counts.append((kind, numbers[-1]))
        table.by_group[kind] = dict(zip(heads[:-1], numbers[:-1], strict=True))
        table.places.append("vote")
    return table if len(table.counts) > 1 else None


def _row(text: str) -> list[str]:
    return [cell for cell in re.split(r"\s{2,}|\t|\s*\|\s*", text.strip().strip("|").strip()) if cell]


def table_of_votes(paragraphs: Sequence[Paragraph], first: int) -> CellTable | None:
    """A form or table of cells that begins here, whatever its kind, without a label above it."""
    head = plain(paragraphs[first].text[:24])
    if _OF_GROUPS.fullmatch(head):
        table = cells_below(paragraphs, first - 1)
        return table if table and len(table.counts) >= 2 else None
    return (
        sentence_of_cells(paragraphs, first)
        or rows_below_groups(paragraphs, first)
        or tables_in_rows.table(paragraphs, first)
        or count_cells.spread_form(paragraphs, first, is_labelled=False)
    )


_OF_GROUPS = re.compile(r"Partei(?:en)?|Fraktion(?:en)?|Gruppe(?:n)?|Fraktion/Gruppe")
