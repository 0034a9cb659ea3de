"""Room: minutes, search. The filters of an answer: which values its hits have, and how many have each."""

import datetime
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from minutes.models.search import EntryKind
from minutes.search.hits import Choice, Facet
from minutes.search.plan import Row
from minutes.search.question import Question
from votes.models import Outcome

MOST_CHOICES = 12


def facets_of(rows: Sequence[Row], question: Question) -> tuple[Facet, ...]:
    """Kind, committee, year, speaker and outcome, each with its values; a filter without a choice is left out."""
    labels = filter_names()
    facets = (
        _facet("kind", labels["kind"], question, Counter(row.kind for row in rows), {}),
        _facet(
            "committee",
            labels["committee"],
            question,
            Counter(row.committee for row in rows if row.committee),
            {row.committee: row.committee_name for row in reversed(rows) if row.committee},
        ),
        _years(rows, question),
        _facet(
            "speaker",
            labels["speaker"],
            question,
            Counter(row.person for row in rows if row.person),
            {row.person: row.speaker for row in reversed(rows) if row.person and row.speaker},
        ),
        _facet(
            "outcome",
            labels["outcome"],
            question,
            Counter(row.outcome for row in rows if row.outcome),
            {},
        ),
    )
    return tuple(facet for facet in facets if len(facet.choices) > 1 or any(c.is_chosen for c in facet.choices))


def filter_names() -> dict[str, str]:
    """The filters with their names."""
    return {"kind": _("Kind"), "committee": _("Committee"), "speaker": _("Speaker"), "outcome": _("Outcome")}


def name_of(name: str, value: Any) -> str:
    """The name of a value of a filter, where it has one of its own; else it is told by the hits."""
    choices = {"kind": EntryKind.choices, "outcome": Outcome.choices}.get(name, ())
    return str(dict(choices).get(value, ""))


def _facet(name: str, label: str, question: Question, counts: Counter, names: dict[Any, str]) -> Facet:
    chosen = getattr(question, name)
    values = [value for value, _number in sorted(counts.items(), key=lambda row: (-row[1], str(row[0])))]
    if chosen and chosen not in values:
        values.insert(0, chosen)
    nothing = None if name in ("committee", "speaker") else ""
    choices = (
        Choice(
            value=str(value),
            name=names.get(value) or name_of(name, value),
            hits=counts[value],
            is_chosen=value == chosen,
            query_string=question.but(**{name: nothing if value == chosen else value}).query_string,
        )
        for value in values[:MOST_CHOICES]
    )
    return Facet(name, label, tuple(choices))


def _years(rows: Sequence[Row], question: Question) -> Facet:
    counts = Counter(row.year for row in rows)
    choices = []
    for year, number in sorted(counts.items(), reverse=True)[:MOST_CHOICES]:
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        is_chosen = (question.since, question.until) == (first, last)
        period = {"since": None, "until": None} if is_chosen else {"since": first, "until": last}
        choices.append(Choice(str(year), str(year), number, is_chosen, question.but(**period).query_string))
    return Facet("year", _("Year"), tuple(choices))
