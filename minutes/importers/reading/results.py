"""Results that are not told by a label: rows below a resolution, and those of motions beside the item. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes.importers.grammar import motions, outcomes, result_rows
from minutes.importers.grammar.letters import plain
from minutes.importers.grammar.result_rows import ResultRow
from minutes.importers.reading.values import Contribution


@dataclass(slots=True)
class MotionsInWork:
    """The headings of motions within an item, and below which the text is now."""

    heading: str = ""
    all: list[str] = field(default_factory=list)

    def note(self, text: str) -> None:
        if motions.is_item_again(text):
            self.heading = ""
        elif motions.is_heading(text):
            self.heading = plain(text)
            self.all.append(self.heading)

    def is_beside(self, heading: str) -> bool:
        """Whether a vote below this heading is not on the item: on an amendment, or on one motion of several."""
        return bool(heading) and (motions.is_certain(heading) or len(self.all) > 1)


def is_motion_put(said: Sequence[Contribution], last: str) -> bool:
    """Whether the paragraph before a vote puts a motion to it."""
    if not said or last != said[-1].text:
        return False
    return motions.is_put_to_vote(said[-1].text, said[-2].text if len(said) > 1 else "")


@dataclass(slots=True)
class RowsInWork:
    """The rows of results so far."""

    all: list[ResultRow] = field(default_factory=list)

    def take(self, text: str) -> bool:
        """Takes a paragraph that is such a row; False if it is none."""
        row = result_rows.read(text)
        if row:
            self.all.append(row)
        return row is not None

    def differ(self) -> bool:
        return len({outcomes.code_of(row.words) for row in self.all}) > 1
