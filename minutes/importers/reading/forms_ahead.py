"""The forms, tables and roll calls of an item, whose paragraphs are read together when the first of them comes. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes.importers.grammar import membership
from minutes.importers.grammar.letters import plain
from minutes.importers.reading import roll_calls
from minutes.importers.reading.cells_of_a_form import form_below, table_of_votes
from minutes.importers.reading.labelled import LabelledItem
from minutes.importers.reading.tables_of_cells import cells_below
from minutes.importers.reading.values import Note
from minutes.importers.source import Paragraph


@dataclass(slots=True)
class ItemWithForms(LabelledItem):
    """An item that reads forms."""

    def _look_ahead(self, paragraphs: Sequence[Paragraph], index: int) -> None:
        """Reads what begins with this paragraph and goes on below it."""
        if not self.ahead and self.vote and (form := form_below(paragraphs, index - 1)):
            # Numbers below the words of a form that prints all of them.
            self.vote.add_table(form.counts, form.by_group)
            self.ahead = form.places
        if not self.ahead and self._tells_members(paragraphs, index):
            self.ahead = ["note", "note"]
        columns = None if self.ahead else table_of_votes(paragraphs, index)
        if columns:
            self.ahead = columns.places
            self.unread += columns.unread
            self._vote(new=True).add_table(columns.counts, columns.by_group)
            self.vote, self.state = None, "after"
        if not self.ahead and (called := roll_calls.rows(paragraphs, index)):
            self._vote(new=self.vote is None or bool(self.vote.by_name)).add_roll_call(called)
            self.ahead, self.labelled = ["vote"] * len(called), True

    def _look_below(self, paragraphs: Sequence[Paragraph], index: int) -> None:
        """Reads what begins below this paragraph, if it was the label of a result."""
        if (
            self.vote
            and self.vote.waits_for == "result"
            and (table := cells_below(paragraphs, index) or form_below(paragraphs, index))
        ):
            self.ahead, self.vote.waits_for = table.places, ""
            self.unread += table.unread
            self.vote.add_table(table.counts, table.by_group)

    def _tells_members(self, paragraphs: Sequence[Paragraph], index: int) -> bool:
        """`Stimmberechtigte:` and below it `11`: how many could vote, which is no result."""
        text = paragraphs[index].text
        number = plain(paragraphs[index + 1].text[:20]) if index + 1 < len(paragraphs) else ""
        waits = self.vote is not None and self.vote.waits_for == "result"
        if waits or not re.fullmatch(r"\d{1,3}", number) or not membership.is_label(text):
            return False
        self.notes.append(Note("membership", f"{plain(text)} {number}"))
        return True
