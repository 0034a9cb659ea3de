"""Room: minutes. What came with an archive: no event of this chain tells of each row, but one of all of them together.

`verifying.py` meets the rows one by one, in the same order each time, and gives those here of which the chain does not
tell. What they say must add up to what was noted when they came; of a session that was being signed then, each row must
be one of those that were noted.
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
        self._in_signing = _lines(facts.get("open"))
        self._met: set[str] = set()

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
        return cls(None, {"last": last, "open": {session: [] for session in in_signing}})

    def takes(self, row: models.Model, facts: Mapping[str, Fact]) -> bool:
        """Whether a row of which no event tells may have come with an archive; then it is counted."""
        last = self._facts.get("last")
        if not isinstance(last, int) or (isinstance(row, Publication) and row.pk > last):
            return False
        line = json.dumps([label(row), facts], ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        session = _session_of(row)
        if session in self._in_signing:
            return self._takes_in_signing(session, hashlib.sha256(line).hexdigest())
        self._digest.update(line + b"\n")
        self._count += 1
        return True

    def _takes_in_signing(self, session: str, sha256: str) -> bool:
        """The same of a session in the midst of being signed: it may be taken back, so each row is noted by itself."""
        if self._event is None:
            self._in_signing[session].append(sha256)
            return True
        self._met.add(sha256)
        return sha256 in self._in_signing[session] and not self._was_taken_back(session)

    def _was_taken_back(self, session: str) -> bool:
        events = AuditEvent.objects.filter(subject=f"committees.session:{session}", act="taken_back")
        return self._event is not None and events.filter(number__gt=self._event.number).exists()

    def has_come(self, row: Publication) -> bool:
        """Whether a publication came with an archive, with the end of another chain in it."""
        last = self._facts.get("last")
        return isinstance(last, int) and row.pk <= last

    def sum(self) -> dict[str, Fact]:
        """What all of them say, for the chain."""
        return {"rows": self._count, "evidence": self._digest.hexdigest()}

    def in_signing(self) -> dict[str, Fact]:
        """What each row of the sessions says that not all have signed yet, for the chain."""
        return {session: list(lines) for session, lines in self._in_signing.items()}

    def problems(self) -> Iterator[str]:
        """A sentence, if they are not what came."""
        noted = {name: self._facts.get(name) for name in ("rows", "evidence")}
        if self._event is not None and (noted != self.sum() or self._lacks_some()):
            yield _(
                "What came with an archive is not as event %(number)d tells: rows were changed, put in or removed."
            ) % {"number": self._event.number}

    def _lacks_some(self) -> bool:
        """Whether rows of a session are gone that nobody took back."""
        return any(
            not self._met.issuperset(lines) and not self._was_taken_back(session)
            for session, lines in self._in_signing.items()
        )


def _lines(noted: Any) -> dict[str, list[str]]:
    """The lines of each session that was being signed; none where somebody wrote something else there."""
    found = noted.items() if isinstance(noted, dict) else ()
    return {
        session: [line for line in lines if isinstance(line, str)]
        for session, lines in found
        if isinstance(lines, list)
    }


def _session_of(row: models.Model) -> str:
    key = row.pk if row._meta.label_lower == "committees.session" else getattr(row, "session_id", None)
    return "" if isinstance(row, Publication) else str(key or "")
