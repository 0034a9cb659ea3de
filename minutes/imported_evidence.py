"""Room: minutes. What came with an archive: no event of this chain tells of each row, but one of all of them together.

`verifying.py` meets the rows one by one, in the same order each time, and gives those here of which the chain does not
tell. What they say must add up to what was noted when they came.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from committees.audit import Fact, facts_of, label
from committees.models import AuditEvent
from minutes.models import Publication

ACT = "archive_imported"


class Imported:
    """The rows that came with an archive, as they are met."""

    def __init__(self, event: AuditEvent | None, facts: dict[str, Any]) -> None:
        self._event = event
        self._facts = facts
        self._digest = hashlib.sha256()
        self._count = 0

    @classmethod
    def noted(cls) -> "Imported":
        """What the chain says that came. Nothing may have come."""
        event = AuditEvent.objects.filter(act=ACT).order_by("number").first()
        try:
            facts = facts_of(event) if event else {}
        except ValueError:
            facts = {}
        return cls(event, facts if isinstance(facts, dict) else {})

    @classmethod
    def coming(cls, last: int, in_signing: list[str]) -> "Imported":
        """Those that are coming just now: publications up to this key, and sessions that not all have signed yet."""
        return cls(None, {"last": last, "open": in_signing})

    def takes(self, row: models.Model, facts: Mapping[str, Fact]) -> bool:
        """Whether a row of which no event tells may have come with an archive; then it is counted."""
        last = self._facts.get("last")
        if not isinstance(last, int) or (isinstance(row, Publication) and row.pk > last):
            return False
        if _session_of(row) in self._facts.get("open", []):
            return True  # in the midst of being signed: it may be taken back and signed anew
        line = json.dumps([label(row), facts], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        self._digest.update(line.encode() + b"\n")
        self._count += 1
        return True

    def has_come(self, row: Publication) -> bool:
        """Whether a publication came with an archive, with the end of another chain in it."""
        last = self._facts.get("last")
        return isinstance(last, int) and row.pk <= last

    def sum(self) -> dict[str, Fact]:
        """What all of them say, for the chain."""
        return {"rows": self._count, "evidence": self._digest.hexdigest()}

    def problems(self) -> Iterator[str]:
        """A sentence, if they are not what came."""
        noted = {name: self._facts.get(name) for name in ("rows", "evidence")}
        if self._event is not None and noted != self.sum():
            yield _(
                "What came with an archive is not as event %(number)d tells: rows were changed, put in or removed."
            ) % {"number": self._event.number}


def _session_of(row: models.Model) -> str:
    key = row.pk if row._meta.label_lower == "committees.session" else getattr(row, "session_id", None)
    return "" if isinstance(row, Publication) else str(key or "")
