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
    facets = (
        _facet("kind", _("Kind"), question, Counter(row.kind for row in rows), {k: str(v) for k, v in EntryKind.choices}),
        _facet(
            "committee",
            _("Committee"),
            question,
            Counter(row.committee for row in rows if row.committee),
            {row.committee: row.committee_name for row in reversed(rows) if row.committee},
        ),
        _years(rows, question),
        _facet(
            "speaker",
            _("Speaker"),
            question,
            Counter(row.person for row in rows if row.person),
            {row.person: row.speaker for row in reversed(rows) if row.person and row.speaker},
        ),
        _facet(
            "outcome",
            _("Outcome"),
            question,
            Counter(row.outcome for row in rows if row.outcome),
            {key: str(name) for key, name in Outcome.choices},
        ),
    )
    return tuple(facet for facet in facets if len(facet.choices) > 1 or any(c.is_chosen for c in facet.choices))


def _facet(name: str, label: str, question: Question, counts: Counter, names: dict[Any, str]) -> Facet:
    chosen = getattr(question, name)
    values = [value for value, _number in sorted(counts.items(), key=lambda row: (-row[1], str(row[0])))]
    if chosen and chosen not in values:
        values.insert(0, chosen)
    nothing = None if name in ("committee", "speaker") else ""
    choices = (
        Choice(
            value=str(value),
            name=names.get(value, str(value)),
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
