"""The forms, tables and roll calls of an item, whose paragraphs are read together when the first of them comes. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes.importers.grammar import labels, membership, outcomes
from minutes.importers.grammar.count_labels import with_number
from minutes.importers.grammar.labels import Label
from minutes.importers.grammar.letters import plain
from minutes.importers.reading import roll_calls, rows_of_groups, tables_in_rows
from minutes.importers.reading.cells_of_a_form import table_of_votes
from minutes.importers.reading.count_cells import form_at, spread_form
from minutes.importers.reading.labelled import LabelledItem
from minutes.importers.reading.tables_of_cells import CellTable, cells_below
from minutes.importers.reading.values import Note
from minutes.importers.source import Paragraph

_APART = re.compile(r"\s*/\s*")


@dataclass(slots=True)
class ItemWithForms(LabelledItem):
    """An item that reads forms."""

    def _look_ahead(self, paragraphs: Sequence[Paragraph], index: int) -> None:
        """Reads what begins with this paragraph and goes on below it."""
        if not self.ahead and self.vote and (form := spread_form(paragraphs, index, is_labelled=True)):
            # Numbers below the words of a form that prints all of them.
            self._take(form)
        if not self.ahead and (label := self._result_label(paragraphs[index].text)):
            form = form_at(paragraphs, index, is_labelled=True, begin=label.rest)
            if form and len(form.places) > 1 and (label.kind == "counts" or not with_number(label.rest)):
                self._vote(new=True).head(label.heading)
                self._take(form)
        if not self.ahead and (
            self._counts_behind_label(paragraphs, index) or self._counts_below_slashes(paragraphs, index)
        ):
            self.ahead = ["vote", "vote"]
        if not self.ahead and self.state not in {"facts", "annex"}:
            self._rows_of_votes(paragraphs, index)
        if not self.ahead and self._tells_members(paragraphs, index):
            self.ahead = ["note", "note"]
        # In the facts a table may be of whatever was counted.
        columns = None if self.ahead or self.state in {"facts", "annex"} else table_of_votes(paragraphs, index)
        if columns:
            # `einstimmig bei 4 Enthaltungen`, and below it the table with all numbers of that.
            self._vote(new=self.vote is None or bool({"yes", "no"} & self.vote.counts.keys()))
            self._take(columns)
            self.vote, self.state = None, "after"
        if not self.ahead and (called := roll_calls.rows(paragraphs, index)):
            self._vote(new=self.vote is None or bool(self.vote.by_name)).add_roll_call(called)
            self.ahead, self.labelled = ["vote"] * len(called), True

    def _look_below(self, paragraphs: Sequence[Paragraph], index: int) -> None:
        """Reads what begins below this paragraph, if it was the label of a result."""
        if (
            self.vote
            and self.vote.waits_for == "result"
            and (table := cells_below(paragraphs, index) or spread_form(paragraphs, index + 1, is_labelled=True))
        ):
            self.vote.waits_for = ""
            self._take(table)

    def _take(self, form: CellTable) -> None:
        """The numbers of a form go to the vote in work, and its lines are read."""
        vote = self._vote(new=False)
        vote.add_table(form.counts, form.by_group)
        vote.add_roll_call(form.by_name)
        if form.words and not form.counts and outcomes.is_said_alone(form.words):
            # `Kenntnisnahme` is ticked: nobody voted.
            self.votes.remove(vote)
            if self.outcome is None:
                self._status(form.words)
            self.vote, self.state = None, "after"
        elif form.words:
            vote.add_result(form.words)
        self.unread += form.unread
        self.ahead, self.labelled = form.places, True

    def _result_label(self, text: str) -> Label | None:
        """`Abstimmungsergebnis: Ja`, with the form going on below."""
        label = labels.read(text) if len(text) <= 120 else None
        return label if label and label.rest and label.kind in {"result", "counts"} else None

    def _counts_behind_label(self, paragraphs: Sequence[Paragraph], index: int) -> bool:
        """`Beschluss:   für   gegen`, and below it `9   2`: the vote first, and then what was resolved."""
        label = labels.read(paragraphs[index].text) if len(paragraphs[index].text) <= 160 else None
        columns = rows_of_groups.heads(label.rest) if label and label.kind == "decision" and label.rest else []
        counts = rows_of_groups.numbers(paragraphs[index + 1].text, columns) if index + 1 < len(paragraphs) else {}
        if label is None or not {"yes", "no"} & counts.keys():
            return False
        self._vote(new=True).add_counts(counts)
        self.decision, self.vote, self.state, self.labelled = label.heading, None, "resolution", True
        return True

    def _counts_below_slashes(self, paragraphs: Sequence[Paragraph], index: int) -> bool:
        """`Abstimmung:   Ja / Nein / Enthaltung`, and below it `18 / 3 / 2`."""
        line = paragraphs[index].text
        label = labels.read(line) if "/" in line and len(line) <= 160 and index + 1 < len(paragraphs) else None
        if label is None or label.kind not in {"result", "counts", "status"}:
            return False
        columns = rows_of_groups.heads(_APART.sub("   ", label.rest))
        counts = rows_of_groups.numbers(_APART.sub("   ", paragraphs[index + 1].text.strip()), columns)
        if not {"yes", "no"} <= counts.keys():
            return False
        self._vote(new=self.vote is None or self.vote.has_result).add_counts(counts)
        self.vote, self.state, self.labelled = None, "after", True
        return True

    def _rows_of_votes(self, paragraphs: Sequence[Paragraph], index: int) -> None:
        """A table with a vote in each row, or with what was resolved behind the numbers."""
        for self.pending, counts in (rows := tables_in_rows.votes(paragraphs, index)):
            self._vote(new=True).add_counts(counts)
        if rows:
            self.ahead, self.vote, self.state, self.labelled = ["vote"] * (len(rows) + 1), None, "vote", True
        elif index + 1 < len(paragraphs):
            counts, resolved = tables_in_rows.with_text(paragraphs[index].text, paragraphs[index + 1].text)
            if counts:
                self._vote(new=True).add_counts(counts)
                self.texts.setdefault("resolution", []).append(resolved)
                self.ahead, self.vote, self.state, self.labelled = ["vote", "resolution"], None, "vote", True

    def _tells_members(self, paragraphs: Sequence[Paragraph], index: int) -> bool:
        """`Stimmberechtigte:` and below it `11`: how many could vote, which is no result."""
        text = paragraphs[index].text
        number = plain(paragraphs[index + 1].text[:20]) if index + 1 < len(paragraphs) else ""
        waits = self.vote is not None and self.vote.waits_for == "result"
        if waits or not re.fullmatch(r"\d{1,3}", number) or not membership.is_label(text):
            return False
        self.notes.append(Note("membership", f"{plain(text)} {number}"))
        return True
