"""Room: minutes. What committees are called in publications: of several names the one of the newest day holds."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

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
    columns = ("committee", "committee_name", "body_key", "body_name")
    found = rows.values_list(*columns).annotate(newest=Max("date"), reference=Max("reference"))
    last: dict[int, tuple[datetime.date, Named]] = {}
    for pk, name, key, body, day, reference in found:
        value = Named(pk, name, reference.split("/")[0], key, body)
        if pk not in last or (day, name) > (last[pk][0], last[pk][1].name):
            last[pk] = (day, value)
    return sorted((value for _day, value in last.values()), key=lambda row: (row.body, row.name.casefold(), row.pk))


def newest(rows: Iterable[tuple[int, str, str, Any]]) -> dict[int, tuple[str, str]]:
    """Of rows of key, name, body and day (or year) the newest name and body of each key."""
    last: dict[int, tuple[Any, str, str]] = {}
    for pk, name, body, day in rows:
        last[pk] = max(last.get(pk, (day, name, body)), (day, name, body))
    return {pk: (name, body) for pk, (_day, name, body) in last.items()}


def addressed(body_key: str, short_name: str) -> Q:
    """The issues of a committee by the names in its address, those it had before too."""
    of_session = Q(kind__in=(*MINUTES, *ANNOUNCEMENTS), reference__startswith=f"{short_name}/")
    return Q(body_key=body_key) & (of_session | Q(kind=Publication.Kind.DIRECTORY, reference=short_name))
