"""Results whose labels and numbers are cells: below each other, beside each other, or all labels and then all numbers. Pure.

Whoever reads such a form line by line gives a label the number of its neighbour. So a block of cells is read as a whole:
its labels and numbers must come out even, and in an order that only one reading has.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from minutes.importers.grammar import count_labels, tallies
from minutes.importers.grammar.letters import plain
from minutes.importers.loading.line import WIDE
from minutes.importers.reading.tables_of_cells import CellTable
from minutes.importers.reading.values import Place
from minutes.importers.source import Paragraph

_MOST = 40
_LONGEST = 240
# The second line of a head: `Für` and below it `den Beschluss`.
_HEAD_GOES_ON = re.compile(r"(?:den\s)?Beschluss|\(Namen?\)", re.IGNORECASE)
# Bars, and the rules that are drawn between rows: `+-----+-----+`, `=====    =====`.
_RULES = re.compile(r"[|\s]+|(?=.*(?:--|==|__))[|+=_\s-]{5,}")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A label (`kind`), a number, or both; a printed choice (`choice`) or its tick."""

    at: int
    kind: str = ""
    number: int | None = None
    choice: str = ""
    tick: bool | None = None
    has_colon: bool = False


@dataclass(slots=True)
class _Block:
    """The cells of the paragraphs that hold nothing else."""

    cells: list[_Cell] = field(default_factory=list)
    # The paragraphs that are nothing but rules of a table.
    rules: set[int] = field(default_factory=set)


def form_at(
    paragraphs: Sequence[Paragraph], first: int, *, is_labelled: bool, begin: str | None = None
) -> CellTable | None:
    """The form that begins with this paragraph, or with `begin`, what stands behind a label there."""
    text = paragraphs[first].text if begin is None else begin
    if not _is_cell(text):
        return None
    block = _block(paragraphs, first, begin)
    if not block.cells or (begin is None and first and _is_between(paragraphs, first)):
        return None
    ticked = _ticked(block)
    cells = [cell for cell in block.cells if not cell.choice and cell.tick is None]
    pairs = _pairs(cells, is_labelled=is_labelled)
    if pairs is None:
        pairs, cells = _alternating(cells)
    sure = [(kind, number) for kind, number in pairs if kind != "beside"]
    kinds = [kind for kind, _ in sure]
    # Of a form that prints several results, none may be ticked, and no number filled in.
    is_printed = ticked is not None and sum(bool(cell.choice) for cell in block.cells) > 1
    if len(set(kinds)) != len(kinds) or not ({"yes", "no"} & set(kinds) or ticked or is_printed):
        return None
    is_row = bool(ticked) and any(_heads_beside(block, cell) for cell in block.cells if cell.choice)
    if (len(pairs) + bool(ticked) + 2 * is_printed < 2 and not is_row) or not (
        is_labelled or {"yes", "no"} <= set(kinds)
    ):
        return None
    used = [cell for cell in block.cells if cell.choice or cell.tick is not None] if ticked is not None else []
    last = max(cell.at for cell in [*cells, *used])
    if ticked is None and any(
        cell.at <= last and not _heads_beside(block, cell) for cell in block.cells if cell.choice
    ):
        return None
    places: list[Place] = ["furniture" if at in block.rules else "vote" for at in range(last + 1)]
    # `./.` beside all numbers of a form whose result is ticked counts nothing.
    return CellTable(places, sure if not ticked or any(number for _, number in sure) else [], words=ticked or "")


def spread_form(paragraphs: Sequence[Paragraph], first: int, *, is_labelled: bool) -> CellTable | None:
    """The form that begins here, if some of its cells hold a label or a number alone: no other reading understands those."""
    form = form_at(paragraphs, first, is_labelled=is_labelled) if first < len(paragraphs) else None
    lines = paragraphs[first : first + len(form.places)] if form else []
    return None if all(_is_read_alone(line.text) for line in lines) else form


def _is_read_alone(line: str) -> bool:
    """Whether a line says for itself what it counts, as `Für 9` does not."""
    told = count_labels.with_number(line)
    is_beside = told is not None and told[0] == "beside"
    return len(_split(line)) == 1 and (is_beside or tallies.is_count_line(line))


def _is_between(paragraphs: Sequence[Paragraph], first: int) -> bool:
    """Whether a label or number above is still alone: whoever begins in between gives each label the number of its neighbour."""
    above = [count_labels.kind(line.text) for line in paragraphs[max(first - 2, 0) : first]]
    if not above:
        return False
    is_number = count_labels.number(paragraphs[first - 1].text) is not None
    return above[-1] is not None or (is_number and not (len(above) > 1 and above[0]))


def _is_cell(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    parts = _split(text)
    return bool(parts) and _cell(parts[0], 0) is not None


def _heads_beside(block: _Block, choice: _Cell) -> bool:
    """`Einstimmig   Ja-Stimmen   Nein-Stimmen`: a printed result that is the head of a column beside those of the counts."""
    return sum(bool(cell.kind) and cell.number is None for cell in block.cells if cell.at == choice.at) > 1


def _split(text: str) -> list[str]:
    parts = [part.strip() for part in (text.split("|") if "|" in text else WIDE.split(text)) if part.strip()]
    return [word for part in parts for word in _close_heads(part) if not _LABEL_PART.fullmatch(word)]


# `Abstimmungs-` and on the next line `ergebnis:`, in the first column of a form.
_LABEL_PART = re.compile(r"Abstimmungs-|ergebnis:?")


def _close_heads(part: str) -> list[str]:
    """`Mitglieder  anwesend  dafür`: heads that stand close, each of which counts something else."""
    words = part.split()
    if len(words) < 3 or "  " not in part:
        return [part]
    kinds = [kind for kind in map(count_labels.kind, words) if kind != "beside"]
    return words if None not in kinds and 1 < len(set(kinds)) == len(kinds) else [part]


def _cell(text: str, at: int) -> _Cell | None:
    has_colon = ":" in text
    kind = count_labels.kind(text)
    if kind:
        return _Cell(at, kind, has_colon=has_colon)
    tick = count_labels.tick(text)
    if tick is not None:
        return _Cell(at, tick=tick)
    number = count_labels.number(text)
    if number is not None:
        return _Cell(at, number=number, has_colon=has_colon)
    both = count_labels.with_number(text)
    if both:
        return _Cell(at, both[0], both[1])
    return _choice(text, at) if count_labels.is_choice(text) else None


def _choice(text: str, at: int) -> _Cell:
    """A printed result; `Abgelehnt` below `Angenommen` is one, though elsewhere it counts."""
    return _Cell(at, choice=plain(text).rstrip(" :"), has_colon=":" in text)


def _block(paragraphs: Sequence[Paragraph], first: int, begin: str | None) -> _Block:
    block = _Block()
    for at, paragraph in enumerate(paragraphs[first : first + _MOST]):
        text = begin if begin is not None and at == 0 else paragraph.text
        if _RULES.fullmatch(text):
            block.rules.add(at)
            continue
        if paragraph.is_furniture or len(text) > _LONGEST:
            break
        is_choosing = bool(block.cells) and (bool(block.cells[-1].choice) or block.cells[-1].tick is not None)
        parts = [part for part in _split(text) if not (at and _HEAD_GOES_ON.fullmatch(part))]
        cells = [
            _choice(part, at) if is_choosing and count_labels.is_choice(part) else _cell(part, at) for part in parts
        ]
        if None in cells:
            break
        if _begins_anew(block, cells):
            break
        for cell in filter(None, cells):
            block.cells.append(_beside(block.cells[-1], cell) if block.cells else cell)
    return block


def _beside(before: _Cell, cell: _Cell) -> _Cell:
    """A dash beside a printed result is an empty box, beside a count it is a zero."""
    if before.choice and cell.number == 0 and not cell.kind:
        return replace(cell, number=None, tick=False)
    if before.kind and before.number is None and cell.tick is False:
        return replace(cell, number=0, tick=None)
    return cell


def _begins_anew(block: _Block, cells: Sequence[_Cell | None]) -> bool:
    """Whether a label comes a second time: then another vote begins."""
    known = {cell.kind for cell in block.cells if cell.kind not in {"", "beside"}}
    return any(cell and cell.kind in known for cell in cells)


def _ticked(block: _Block) -> str | None:
    """The words of a form that prints its results to be ticked; empty if none is, None if this is no such form."""
    choices = [cell for cell in block.cells if cell.choice]
    ticks = [cell for cell in block.cells if cell.tick is not None]
    is_printed = ticks or len(choices) > 1 or any(cell.has_colon for cell in choices)
    if not choices or not is_printed:
        return None
    if len(choices) == len(ticks) == 1 and _heads_beside(block, choices[0]) and ticks[0].tick:
        # `Einstimmig   Ja-Stimmen   Nein-Stimmen`, and below it the only tick.
        return choices[0].choice
    before = block.cells[0].tick is not None
    found = ""
    for one, other in pairwise(block.cells):
        label, mark = (other, one) if before else (one, other)
        # `./.` stands beside numbers as well, where it is a zero.
        if label.choice and mark.tick:
            found = f"{found} {label.choice}".strip()
    return found


def _pairs(cells: Sequence[_Cell], *, is_labelled: bool) -> list[tuple[str, int]] | None:
    """Label and number, if they come out even and their order has one reading."""
    whole = [(cell.kind, cell.number) for cell in cells if cell.kind and cell.number is not None]
    alone = [cell for cell in cells if not (cell.kind and cell.number is not None)]
    labels, numbers = [cell for cell in alone if cell.kind], [cell for cell in alone if not cell.kind]
    if len(labels) != len(numbers) or not _has_order(alone, len(labels), is_labelled=is_labelled):
        return None
    return [
        *((kind, number) for kind, number in whole if number is not None),
        *((label.kind, number.number or 0) for label, number in zip(labels, numbers, strict=True)),
    ]


def _has_order(cells: Sequence[_Cell], count: int, *, is_labelled: bool) -> bool:
    """By turns, or all labels before all numbers; a number with a colon of its own is below its label wherever that is."""
    order = "".join("L" if cell.kind else "N" for cell in cells)
    if order in {"LN" * count, "L" * count + "N" * count}:
        return True
    if order in {"NL" * count, "N" * count + "L" * count}:
        return is_labelled
    is_below = all(order[:end].count("L") >= order[:end].count("N") for end in range(len(order)))
    return is_below and all(cell.has_colon for cell in cells if not cell.kind)


def _alternating(cells: Sequence[_Cell]) -> tuple[list[tuple[str, int]], list[_Cell]]:
    """Labels with their numbers below them, of which one may be left blank: `Enthaltungen:`, `Befangen:`, `0`."""
    pairs: list[tuple[str, int]] = []
    used: list[_Cell] = []
    if not cells or not cells[0].kind:
        return [], []
    before = _Cell(-1, "beside", 0)
    for one, other in pairwise([*cells, _Cell(-1, "beside")]):
        if one.kind and one.number is not None:
            pairs.append((one.kind, one.number))
        elif one.kind and not other.kind:
            pairs.append((one.kind, other.number or 0))
        elif not one.kind and before.number is not None:
            # A number that no label stands above: what belongs to whom is not told.
            return [], []
        used.append(one)
        before = one
    return pairs, used
