"""Room: minutes, the portal. Which pages of the house the foot of every page leads to, without a query for each page.

Each process remembers it for a minute; the one that changes a page knows at once.
"""

import time

from django.db import DatabaseError

from minutes.models import HousePage

SECONDS = 60
_known: tuple[float, frozenset[str]] | None = None


def published() -> frozenset[str]:
    """The keys of the pages that everybody reads; at most a minute old."""
    if _known is None or _known[0] < time.monotonic():
        try:
            remember(frozenset(HousePage.objects.filter(is_published=True).order_by().values_list("key", flat=True)))
        except DatabaseError:
            # A page that tells of a fault must not fail because of its foot.
            return _known[1] if _known else frozenset()
    return _known[1]


def remember(keys: frozenset[str]) -> None:
    """What holds for the next minute."""
    global _known
    _known = (time.monotonic() + SECONDS, keys)


def forget() -> None:
    """The next page asks again."""
    global _known
    _known = None
