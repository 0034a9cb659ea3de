"""Room: minutes, search. The two sets of tables, and who writes into them: one at a time."""

from dataclasses import dataclass
from types import ModuleType

from django.db import connection, models

from committees.models import AuditHead
from minutes.models.search import (
    InternalEntry,
    InternalPart,
    InternalStem,
    InternalWord,
    PublicEntry,
    PublicPart,
    PublicStem,
    PublicWord,
)
from minutes.search import postgresql, sqlite

_LOCK = 0x5EA2C4


@dataclass(frozen=True)
class Index:
    """The tables of one audience."""

    entries: type[models.Model]
    words: type[models.Model]
    stems: type[models.Model]
    parts: type[models.Model]

    @property
    def table(self) -> str:
        return self.entries._meta.db_table


PUBLIC = Index(PublicEntry, PublicWord, PublicStem, PublicPart)
INTERNAL = Index(InternalEntry, InternalWord, InternalStem, InternalPart)
INDEXES = {"public": PUBLIC, "internal": INTERNAL}
"""By audience."""


def backend() -> ModuleType:
    """What the database of this site can do."""
    return sqlite if connection.vendor == "sqlite" else postgresql


def lock() -> None:
    """Whoever writes into the index waits for the one before; until the end of the transaction.

    Who publishes will append to the audit chain next: it is held first, so that nobody waits for each other crosswise.
    """
    if connection.vendor != "postgresql":
        return
    AuditHead.objects.select_for_update().filter(pk=1).first()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def is_free() -> bool:
    """Take the lock if nobody has it; who only reads does not wait for who publishes."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        return bool(cursor.fetchone()[0])
