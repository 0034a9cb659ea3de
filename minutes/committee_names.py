"""Room: minutes. What committees are called in publications: of several names the one of the newest day holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max, Q, QuerySet

from minutes.models import Publication
from minutes.models.publications import ANNOUNCEMENTS, MINUTES


@dataclass(frozen=True, slots=True)
class Named:
    """A committee: ``pk`` is its key for good, ``short_name`` and ``body_key`` stand in its address."""

    pk: int
    name: str
    short_name: str
    body_key: str
    body: str


def named(issues: QuerySet) -> list[Named]:
    """The committees of some issues by body and name, each once; one query."""
    rows = issues.filter(committee__isnull=False).order_by()
    columns = ("committee", "committee_name", "body_name", "body_key")
    found = newest(rows.values_list(*columns).annotate(reference=Max("reference"), day=Max("date")))
    committees = (
        Named(pk, name, reference.split("/")[0], key, body) for pk, (name, body, key, reference) in found.items()
    )
    return sorted(committees, key=lambda row: (row.body, row.name.casefold(), row.pk))


def newest(rows: Iterable[tuple]) -> dict[int, tuple[str, ...]]:
    """Of rows of key, name, body, whatever else, and day (or year): all between key and day, of the last day."""
    last: dict[int, tuple] = {}
    for pk, *words, day in rows:
        last[pk] = max(last.get(pk, (day, *words)), (day, *words))
    return {pk: tuple(words) for pk, (_day, *words) in last.items()}


def addressed(body_key: str, short_name: str) -> Q:
    """The issues of a committee by the names in its address, those it had before too."""
    of_session = Q(kind__in=(*MINUTES, *ANNOUNCEMENTS), reference__startswith=f"{short_name}/")
    return Q(body_key=body_key) & (of_session | Q(kind=Publication.Kind.DIRECTORY, reference=short_name))
