"""Lines without a word: rules, times of a recording, numbers of points, amounts of a table. Pure."""

import re

from minutes.importers.grammar.letters import plain
from minutes.importers.reading import bare_lines
from minutes.importers.reading.item_so_far import ItemSoFar
from minutes.importers.reading.values import Note, Place


def placed(work: ItemSoFar, text: str) -> Place:
    """Where such a line goes; what it says is kept with the item."""
    if re.fullmatch(r"[-–—=*/_.~·+|]+", plain(text)):
        return "furniture"
    if bare_lines.TIMESTAMP.fullmatch(plain(text)):
        work.notes.append(Note("recording", text))
        return "note"
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,3})+\.?", plain(text)):
        work.notes.append(Note("number", text))
        return "note"
    if (
        work.state in {"resolution", "facts"}
        and work.texts.get(work.state)
        and bare_lines.AMOUNT.fullmatch(plain(text))
    ):
        # A cell of a table within the resolution.
        work.texts[work.state].append(text)
        return "resolution" if work.state == "resolution" else "facts"
    work.unread.append(text)
    return "unread"
