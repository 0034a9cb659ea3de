"""Room: minutes, following. Bodies and committees by the names in addresses: those of which something is published."""

from dataclasses import dataclass

from django.db.models import QuerySet, Subquery
from django.http import Http404

from minutes.committee_names import addressed
from minutes.following.subjects import public


@dataclass(frozen=True, slots=True)
class Found:
    """A body or a committee: its key for good, and its name as it was published last."""

    pk: int
    name: str


def body(key: str) -> Found:
    """Raises Http404."""
    rows = public().filter(body_key=key).order_by("-date", "-pk")
    return _first(rows.values_list("body", "body_name"))


def committee(body_key: str, short_name: str) -> Found:
    """By any short name that was published. Raises Http404."""
    found = public().filter(addressed(body_key, short_name)).order_by("-date", "-pk").values("committee")
    rows = public().filter(committee=Subquery(found[:1])).order_by("-date", "-pk")
    return _first(rows.values_list("committee", "committee_name"))


def _first(rows: QuerySet) -> Found:
    found = rows.first()
    if found is None:
        raise Http404
    return Found(*found)
