"""Room: committees. What stands in the way of deleting a row: whatever the record names stays."""

from django.db import models
from django.db.models.deletion import Collector, ProtectedError, RestrictedError
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from .models import (
    Attachment,
    Body,
    Committee,
    Faction,
    HouseStyle,
    LegislativeTerm,
    Membership,
    Paper,
    Person,
    RuleProfile,
    User,
)

ENTRIES = (
    Attachment,
    Body,
    Committee,
    Faction,
    HouseStyle,
    LegislativeTerm,
    Membership,
    Paper,
    Person,
    RuleProfile,
    User,
)
"""What the directory keeps, and the audit chain tells of row by row."""


def obstacles(row: models.Model) -> str:
    """A sentence that names what refers to a row and keeps it from being deleted; empty if nothing does."""
    try:
        Collector(using=row._state.db or "default", origin=row).collect([row])
    except ProtectedError as error:
        names = _names(error.protected_objects)
    except RestrictedError as error:
        names = _names(error.restricted_objects)
    else:
        return ""
    return _("“%(row)s” can't be deleted, because the record refers to it: %(places)s.") % {"row": row, "places": names}


def affected(*rows: models.Model) -> list[models.Model]:
    """The rows, and the files, seats and other entries of the directory that the database deletes with them.

    Empty if something stands in the way.
    """
    collector = Collector(using="default")
    try:
        for row in rows:
            collector.collect([row])
    except (ProtectedError, RestrictedError):
        return []
    collected = [*collector.data.items(), *((found.model, found) for found in collector.fast_deletes)]
    told = {*ENTRIES, *(type(row) for row in rows)}
    return [row for model, found in collected if model in told for row in found]


def _names(rows: set[models.Model]) -> str:
    counts: dict[str, int] = {}
    for row in rows:
        name = str(row._meta.verbose_name_plural)
        counts[name] = counts.get(name, 0) + 1
    return get_text_list([f"{name} ({count})" for name, count in sorted(counts.items())], _("and"))
