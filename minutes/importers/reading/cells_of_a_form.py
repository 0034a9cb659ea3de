"""Forms of a result whose cells stand one below the other: `Ja-Stimmen:` and below it `5`, or all numbers below all heads. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar import membership, tallies
from minutes.importers.grammar.letters import plain
from minutes.importers.reading.tables_of_cells import CellTable
from minutes.importers.source import Paragraph

_NUMBER = re.compile(r"\.?\d{1,3}")
_MOST_ROWS = 12


def form_below(paragraphs: Sequence[Paragraph], label: int) -> CellTable | None:
    """The form that begins below this paragraph: labels, and below each its number; two of them at least."""
    form = CellTable()
    at = label + 1
    while at + 1 < len(paragraphs) and len(form.places) < 2 * _MOST_ROWS:
        head, number = plain(paragraphs[at].text), plain(paragraphs[at + 1].text)
        if len(head) > 80 or not _NUMBER.fullmatch(number) or paragraphs[at].is_furniture:
            break
        is_member = membership.is_label(head)
        counts = tallies.read(f"{head.rstrip(' :')}: {number.lstrip('.')}")
        kinds = [(kind, count) for kind, count in counts.counts.items() if kind in {"yes", "no", "abstain", "invalid"}]
        if not is_member and (len(kinds) != 1 or counts.words):
            break
        form.counts += [] if is_member else kinds
        form.places += ["vote", "vote"]
        at += 2
    return form if len(form.places) >= 4 and form.counts else None


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
    heads: list[str] = []
    at = first
    while at < len(paragraphs) and (word := plain(paragraphs[at].text).rstrip(":").casefold()) in {*_COLUMNS, *_BESIDE}:
        heads += [_COLUMNS[word]] if word in _COLUMNS else []
        at += 1
    numbers = [plain(paragraph.text) for paragraph in paragraphs[at : at + len(heads)]]
    if not {"yes", "no"} <= set(heads) or len(numbers) != len(heads) or not all(map(_NUMBER.fullmatch, numbers)):
        return None
    pairs = zip(heads, numbers, strict=True)
    return CellTable(
        ["vote"] * (at + len(heads) - first), [(head, int(number.lstrip("."))) for head, number in pairs if head]
    )
