"""Room: minutes, the portal. What a query string chooses; rubbish chooses nothing."""

import datetime
import re
from collections.abc import Container

from django.http import QueryDict
from django.utils.http import urlencode

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEARS = range(1800, 2200)
_MOST_WORDS = 8


def number(query: QueryDict, name: str) -> int | None:
    """A number that a column holds; None if it is missing or none."""
    text = query.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def year(query: QueryDict, name: str = "year") -> int | None:
    found = number(query, name)
    return found if found in _YEARS else None


def day(query: QueryDict, name: str) -> datetime.date | None:
    """A day as 2026-11-26."""
    try:
        found = datetime.date.fromisoformat(query.get(name, ""))
    except ValueError:
        return None
    return found if found.year in _YEARS else None


def month(query: QueryDict, name: str = "month") -> datetime.date | None:
    """The first day of a month that is given as 2026-11."""
    found = _MONTH.fullmatch(query.get(name, ""))
    if found is None or not found[0].isascii():
        return None
    in_year, in_month = int(found[1]), int(found[2])
    return datetime.date(in_year, in_month, 1) if in_year in _YEARS and 1 <= in_month <= 12 else None


def word(query: QueryDict, name: str, allowed: Container[str]) -> str:
    """One of a few words, or none."""
    found = query.get(name, "")
    return found if found in allowed else ""


def words(query: QueryDict, name: str = "q") -> str:
    """What somebody looks for: short, without the characters that no text of a database has."""
    return " ".join(query.get(name, "").replace("\0", " ").split()[:_MOST_WORDS])[:100]


def link(**chosen: object) -> str:
    """A query string of what was chosen: ``?month=2026-11&view=list``; only ``?`` where nothing was."""
    return f"?{urlencode({name: value for name, value in chosen.items() if value})}"
