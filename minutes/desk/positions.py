"""Room: minutes, the desk. The order of rows in an agenda item: append, open a gap, swap with a neighbour."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import F, Max, QuerySet

# Beyond any position in use: rows step aside to there, because the database allows no position twice, not for a moment.
_ASIDE = 15_000


def last(rows: QuerySet[Any]) -> int:
    """The position behind all rows."""
    return (rows.aggregate(last=Max("position"))["last"] or 0) + 1


def open_gap(rows: QuerySet[Any], position: int) -> int:
    """Push the rows from `position` on back by one; returns the position that is now free."""
    rows.filter(position__gte=position).update(position=F("position") + _ASIDE)
    rows.filter(position__gte=_ASIDE).update(position=F("position") - _ASIDE + 1)
    return position


def arrange(rows: QuerySet[Any], keys: Sequence[UUID]) -> None:
    """Put the rows in the order of `keys`, from 1 on. Lock what the rows belong to first."""
    rows.update(position=F("position") + _ASIDE)
    for position, key in enumerate(keys, start=1):
        rows.filter(pk=key).update(position=position)


def swap(row: Any, rows: QuerySet[Any], *, up: bool) -> bool:
    """Change places with the row before or behind; False if there is none. Lock what the rows belong to first."""
    row.refresh_from_db(fields=["position"])
    if up:
        neighbour = rows.filter(position__lt=row.position).order_by("-position").first()
    else:
        neighbour = rows.filter(position__gt=row.position).order_by("position").first()
    if neighbour is None:
        return False
    rows.filter(pk=neighbour.pk).update(position=_ASIDE)
    rows.filter(pk=row.pk).update(position=neighbour.position)
    rows.filter(pk=neighbour.pk).update(position=row.position)
    row.position, neighbour.position = neighbour.position, row.position
    return True
