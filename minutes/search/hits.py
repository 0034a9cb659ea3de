"""Room: minutes, search. What was found, as pages, feeds and mails show it."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from minutes.models.search import Entry, EntryKind
from minutes.record.keys import in_address
from minutes.search.question import Question


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found. `snippet` and `marked_title` are HTML with `<mark>`; `key` is that of its edition."""

    key: str
    kind: str
    title: str
    marked_title: SafeString
    url: str
    committee: str
    reference: str
    number: str
    date: datetime.date
    speaker: str
    outcome: str
    snippet: SafeString
    publication_id: int
    visible_from: datetime.datetime

    @property
    def kind_name(self) -> str:
        return str(EntryKind(self.kind).label)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, in how many of the hits it is, and the question with it, or without it if it is chosen."""

    value: str
    name: str
    hits: int
    is_chosen: bool
    query_string: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: one page of hits, how many there are, and what filters would leave.

    `is_capped`: there are more than `total`; only the newest were counted and ranked. `instead`: the question that was
    answered, where a word of the one that was asked is nowhere.
    """

    question: Question
    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_capped: bool = False
    pages: int = 0
    facets: tuple[Facet, ...] = ()
    instead: Question | None = None
    missing: str = ""


def url_of(entry: Entry) -> str:
    """The page on which an entry stands, with the place on it."""
    if entry.kind == EntryKind.PAPER:
        return reverse("minutes:published-paper", args=[entry.body_key, entry.reference])
    if entry.kind == EntryKind.PERSON:
        return reverse("minutes:published-directory", args=[entry.body_key, entry.reference])
    committee, number, year = entry.reference.split("/")
    place = [entry.body_key, committee, number, year]
    if not entry.number:
        return reverse("minutes:published-agenda", args=place)
    item = reverse("minutes:published-item", args=[*place, in_address(entry.number)])
    return f"{item}#{entry.anchor}" if entry.anchor else item
