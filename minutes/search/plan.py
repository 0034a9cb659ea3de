"""Room: minutes, search. What both databases are asked: groups of words of which one each must be there. Pure."""

import datetime
from dataclasses import dataclass, replace
from typing import NamedTuple

Phrase = tuple[str, ...]
Group = tuple[Phrase, ...]
"""Of these one must be there: words that stand side by side."""

COLUMNS = (
    *("id", "publication_id", "kind", "date", "body_key", "committee", "committee_name", "reference", "number"),
    *("anchor", "person", "speaker", "outcome", "closed_to", "title", "text", "words"),
)
FOUND = (
    *("id", "publication_id", "kind", "committee", "committee_name", "person", "speaker", "outcome", "closed_to"),
    "words",
)
MONTH = "_m"
DAY = 1 << 24
"""The keys of a day begin at its number times this."""
HIGHEST = (datetime.date.max.toordinal() + 1) * DAY


def month_mark(day: datetime.date) -> str:
    """The mark of a month: `_m202603`."""
    return f"{MONTH}{day.year:04}{day.month:02}"


class Row(NamedTuple):
    """What ranking and counting need to know of an entry that fits."""

    id: int
    publication: int
    kind: str
    committee: int | None
    committee_name: str
    person: int | None
    speaker: str
    outcome: str
    closed_to: str
    words: str

    @property
    def day(self) -> int:
        return self.id // DAY

    @property
    def year(self) -> int:
        return datetime.date.fromordinal(self.day).year


@dataclass(frozen=True)
class Plan:
    """`best` are the groups by which a title fits; `frequencies` say in how many entries a token is."""

    groups: tuple[Group, ...]
    excluded: tuple[Group, ...] = ()
    marks: tuple[str, ...] = ()
    best: tuple[Group, ...] = ()
    best_limit: int = 100
    low: int = 0
    high: int = HIGHEST
    publications: tuple[int, ...] | None = None
    frequencies: dict[str, int] | None = None
    total: int = 0

    @property
    def is_hopeless(self) -> bool:
        """Whether a word that must be there is nowhere."""
        return any(self.entries_of(group) == 0 for group in self.groups) or any(
            self.frequency(mark) == 0 for mark in self.marks
        )

    def entries_of(self, group: Group) -> int:
        """At most in how many entries one of a group is."""
        return sum(min(map(self.frequency, phrase)) for phrase in group)

    def frequency(self, token: str) -> int:
        return (self.frequencies or {}).get(token, 0)

    @property
    def has_period(self) -> bool:
        return (self.low, self.high) != (0, HIGHEST)

    @property
    def months(self) -> list[tuple[str, int]]:
        """The marks of the months in question, the newest first, with how many entries each has."""
        first = month_mark(datetime.date.fromordinal(max(self.low // DAY, 1)))
        last = month_mark(datetime.date.fromordinal(min(self.high // DAY, datetime.date.max.toordinal())))
        counts = ((mark, number) for mark, number in (self.frequencies or {}).items() if mark.startswith(MONTH))
        return sorted((entry for entry in counts if first <= entry[0] <= last), reverse=True)

    def within(self, since: datetime.date | None, until: datetime.date | None) -> "Plan":
        low = since.toordinal() * DAY if since else 0
        high = (until.toordinal() + 1) * DAY - 1 if until else HIGHEST
        return replace(self, low=low, high=high)
