"""A form of a result whose cells stand one below the other: `Ja-Stimmen:`, below it `5`. Pure."""

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
