"""Forms of a result whose cells stand one below the other: `Ja-Stimmen:` and below it `5`, or all numbers below all heads. Pure."""

import re
from collections.abc import Sequence
from itertools import takewhile

from minutes.importers.grammar import membership, tallies
from minutes.importers.grammar.letters import plain
from minutes.importers.reading.tables_of_cells import CellTable, cells_below
from minutes.importers.source import Paragraph

_NUMBER = re.compile(r"\.?\d{1,3}")
_MOST_ROWS = 12
# `gegen den Beschluss`
_OBJECT = re.compile(r"(?P<side>\b(?:[Ff]ür|[Gg]egen))\s(?:den|die|das)\s[A-ZÄÖÜ]\w+$")
_FIRST = re.compile(r"(?:Ja|JA|Dafür)(?:-?\s?[Ss]timmen)?\s?:")


def form_below(paragraphs: Sequence[Paragraph], label: int) -> CellTable | None:
    """The form that begins below this paragraph: labels, and below (or above) each its number; two of them at least."""
    form = CellTable()
    at = label + 1
    if _is_number(paragraphs, label):
        # Numbers stand above their labels here: whoever began in between would give each label the number of the next.
        return None
    is_above = _is_number(paragraphs, at)
    while at + 1 < len(paragraphs) and len(form.places) < 2 * _MOST_ROWS:
        head, number = plain(paragraphs[at + is_above].text), plain(paragraphs[at + 1 - is_above].text)
        head = _OBJECT.sub(r"\g<side>", head)
        if len(head) > 80 or not _NUMBER.fullmatch(number) or paragraphs[at].is_furniture:
            break
        counts = tallies.read(f"{head.rstrip(' :')}: {number.lstrip('.')}")
        kinds = [(kind, count) for kind, count in counts.counts.items() if kind in {"yes", "no", "abstain", "invalid"}]
        # How many were there, or took no part, stands in the same form and is no vote.
        is_beside = membership.is_label(head) or counts.counts.keys() in ({"present"}, {"recused"})
        if not is_beside and (len(kinds) != 1 or counts.words):
            break
        form.counts += [] if is_beside else kinds
        form.places += ["vote", "vote"]
        at += 2
    return form if len(form.places) >= 4 and form.counts else None


def form_at(paragraphs: Sequence[Paragraph], first: int) -> CellTable | None:
    """A form without a label above it: `Ja:`, `8`, `Nein:`, `17`."""
    if not _FIRST.fullmatch(plain(paragraphs[first].text[:20])):
        return None
    form = form_below(paragraphs, first - 1) if first else None
    return form if form and {"yes", "no"} <= {kind for kind, _number in form.counts} else None


_ABOVE_EACH_OTHER = re.compile(
    r"(?:Anwesend\s?:?\s\d{1,3}\s)?/?\s?mit\s(?P<yes>\d{1,3})\s(?:gegen|:)\s(?P<no>\d{1,3})\sStimmen"
)


def sentence_of_cells(paragraphs: Sequence[Paragraph], first: int) -> CellTable | None:
    """`Anwesend:`, `15`, `mit`, `8`, `gegen`, `7`, `Stimmen`: a printed sentence whose numbers are cells."""
    line = ""
    for count, paragraph in enumerate(paragraphs[first : first + 8], start=1):
        cell = plain(paragraph.text[:40])
        if len(cell) > 20 or paragraph.is_furniture or not (count > 1 or re.match(r"Anwesend|/?\s?mit", cell)):
            return None
        line = f"{line} {cell}".strip()
        match = _ABOVE_EACH_OTHER.fullmatch(line)
        if match and count > 1:
            return CellTable(["vote"] * count, [("yes", int(match["yes"])), ("no", int(match["no"]))])
    return None


def _is_number(paragraphs: Sequence[Paragraph], place: int) -> bool:
    return place < len(paragraphs) and bool(_NUMBER.fullmatch(plain(paragraphs[place].text)))


def table_of_votes(paragraphs: Sequence[Paragraph], first: int) -> CellTable | None:
    """A form or table of cells that begins here, whatever its kind, without a label above it."""
    head = plain(paragraphs[first].text[:24])
    if _OF_GROUPS.fullmatch(head):
        table = cells_below(paragraphs, first - 1)
        return table if table and len(table.counts) >= 2 else None
    return columns_above(paragraphs, first) or sentence_of_cells(paragraphs, first) or form_at(paragraphs, first)


_OF_GROUPS = re.compile(r"Partei(?:en)?|Fraktion(?:en)?|Gruppe(?:n)?|Fraktion/Gruppe")
_COLUMNS = {
    "anwesend": "",
    "anwesende": "",
    "für": "yes",
    "dafür": "yes",
    "ja": "yes",
    "ja-stimmen": "yes",
    "gegen": "no",
    "dagegen": "no",
    "nein": "no",
}
_COLUMNS |= {"nein-stimmen": "no", "enthaltung": "abstain", "enthaltungen": "abstain", "stimmenthaltungen": "abstain"}
_BESIDE = frozenset({"den beschluss", "beschluss", ""})


def columns_above(paragraphs: Sequence[Paragraph], first: int) -> CellTable | None:
    """`Anwesend`, `Für`, `Gegen` (`den Beschluss`) one below the other, and then as many numbers."""
    if plain(paragraphs[first].text[:20]).rstrip(":").casefold() not in _COLUMNS:
        return None
    cells = [plain(paragraph.text).rstrip(":").casefold() for paragraph in paragraphs[first : first + _MOST_ROWS]]
    heads = list(takewhile(lambda cell: cell in _COLUMNS or cell in _BESIDE, cells))
    kinds = [_COLUMNS[head] for head in heads if head in _COLUMNS]
    at = first + len(heads)
    numbers = [plain(paragraph.text) for paragraph in paragraphs[at : at + len(kinds)]]
    if not {"yes", "no"} <= set(kinds) or len(numbers) != len(kinds) or not all(map(_NUMBER.fullmatch, numbers)):
        return None
    pairs = zip(kinds, numbers, strict=True)
    return CellTable(
        ["vote"] * (at + len(kinds) - first), [(head, int(number.lstrip("."))) for head, number in pairs if head]
    )
