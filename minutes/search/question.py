"""Room: minutes, search. A question: words and filters, as the query string of its address says them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from minutes.models.search import EntryKind
from minutes.search import parsing
from votes.models import Outcome

ORDERS = ("relevance", "date")
SCOPES = ("public", "internal")


@dataclass(frozen=True)
class Question:
    """What somebody wants to find. `problems` are sentences on what of it could not be understood."""

    text: str = ""
    committee: int | None = None
    kind: str = ""
    speaker: int | None = None
    outcome: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    order: str = "relevance"
    scope: str = "public"
    page: int = 1
    problems: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Question":
        """The question of a query string; what it can't be is left out and named."""
        problems: list[str] = []
        text = " ".join(written(str(data.get("q") or "")).split())
        if len(text) > parsing.LONGEST:
            text = text[: parsing.LONGEST].rstrip()
            problems.append(_("Only the first %(number)d characters are searched.") % {"number": parsing.LONGEST})
        since, until = (_day(data, name, problems) for name in ("since", "until"))
        if since and until and since > until:
            problems.append(_("The period ends before it begins; its two days were swapped."))
            since, until = until, since
        return cls(
            text=text,
            committee=_number(data, "committee", problems),
            kind=_choice(data, "kind", EntryKind.values, problems),
            speaker=_number(data, "speaker", problems),
            outcome=_choice(data, "outcome", Outcome.values, problems),
            since=since,
            until=until,
            order=_choice(data, "order", ORDERS, problems) or "relevance",
            scope=_choice(data, "in", SCOPES, problems) or "public",
            page=max(_number(data, "page", []) or 1, 1),
            problems=tuple(problems),
        )

    @cached_property
    def clauses(self) -> tuple[parsing.Clause, ...]:
        return parsing.parse(self.text)

    @property
    def has_filters(self) -> bool:
        return any((self.committee, self.kind, self.speaker, self.outcome, self.since, self.until))

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing: no word that has to be there, and no filter."""
        return not self.has_filters and all(clause.is_excluded for clause in self.clauses)

    @property
    def query_string(self) -> str:
        """The address of the question, without the page: `?q=Radweg&committee=3`."""
        values: dict[str, Any] = {
            "q": self.text,
            "committee": self.committee,
            "kind": self.kind,
            "speaker": self.speaker,
            "outcome": self.outcome,
            "since": self.since and self.since.isoformat(),
            "until": self.until and self.until.isoformat(),
            "order": self.order if self.order != "relevance" else "",
            "in": self.scope if self.scope != "public" else "",
        }
        return "?" + urlencode({name: value for name, value in values.items() if value})

    def but(self, **changes: Any) -> "Question":
        """The question with other filters or words, from its first page on."""
        return replace(self, **{"page": 1, "problems": (), **changes})


def _number(data: Mapping[str, Any], name: str, problems: list[str]) -> int | None:
    text = str(data.get(name) or "")
    if not text:
        return None
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return int(text)
    problems.append(_unknown(name, text))
    return None


def _choice(data: Mapping[str, Any], name: str, values: Any, problems: list[str]) -> str:
    text = str(data.get(name) or "")
    if not text or text in values:
        return text
    problems.append(_unknown(name, text))
    return ""


def _day(data: Mapping[str, Any], name: str, problems: list[str]) -> datetime.date | None:
    text = str(data.get(name) or "").strip()
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        problems.append(_("“%(text)s” is not a day; write it as 2026-11-30.") % {"text": text[:30]})
        return None


def _unknown(name: str, text: str) -> str:
    return _("The filter “%(name)s” does not know “%(text)s”; it was left out.") % {"name": name, "text": text[:30]}


def written(text: str) -> str:
    """A text without what can't be written: NUL, and halves of characters."""
    return text.replace("\x00", " ").encode("utf-8", "ignore").decode()
