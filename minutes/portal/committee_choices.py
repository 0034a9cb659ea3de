"""Room: minutes, the portal. The committees among which the filter of a list chooses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from minutes import committee_names


@dataclass(frozen=True, slots=True)
class Choice:
    """A committee; where there are several bodies, with its body."""

    pk: int
    label: str


def committees_of(rows: QuerySet) -> list[Choice]:
    """The committees of issues, in one query."""
    return _choices({row.pk: (row.name, row.body) for row in committee_names.named(rows)})


def labelled(committees: Iterable[tuple[int, str, str, Any]]) -> list[Choice]:
    """Choices of (key, name, body, day or year), each with its newest name, by name."""
    return _choices(committee_names.newest(committees))


def _choices(names: Mapping[int, tuple[str, ...]]) -> list[Choice]:
    known = sorted(names.items(), key=lambda row: (row[1][0].casefold(), row[1][1]))
    has_several = len({body for _pk, (_name, body) in known}) > 1
    return [Choice(pk, f"{name} ({body})" if has_several else name) for pk, (name, body) in known]
