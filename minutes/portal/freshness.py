"""Room: minutes, the portal. Since when everything that the public reads is as it is, and pages that go by it.

Whatever a list, a picture or a link shows was published, withdrawn, or became readable by the hour; nothing else
changes it but a new day and an update of the program.
"""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.messages import get_messages
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.dateparse import parse_datetime
from django.utils.http import http_date, quote_etag

from minutes.portal.caching import edition, for_reader
from minutes.portal.house import footer

View = Callable[..., HttpResponse]
# When last something was done, and when last something came by the hour; the same on both databases.
_SQL = """
SELECT (SELECT MAX(changed_at) FROM minutes_publicstate),
       (SELECT MAX(visible_from) FROM minutes_issue WHERE audience = 'public' AND visible_from <= %s)
"""
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


State = tuple[str | datetime | None, ...]


def state(request: HttpRequest) -> State:
    """Another one as soon as something is published or withdrawn, or comes by the hour; asked once a request."""
    if not hasattr(request, "published_state"):
        with connection.cursor() as cursor:
            cursor.execute(_SQL, [connection.ops.adapt_datetimefield_value(timezone.now())])
            request.published_state = tuple(cursor.fetchone())  # type: ignore[attr-defined]
    found: State = request.published_state  # type: ignore[attr-defined]
    return found


def changed_at(request: HttpRequest) -> datetime:
    """When last something came to be read by everybody or was withdrawn."""
    return max((_moment(value) for value in state(request) if value is not None), default=NEVER)


def fresh_view(view: View) -> View:
    """A page of everybody that lists what was published: 304 without making it while nothing was, or was withdrawn.

    Who is logged in may read more, and gets it made each time. It only reads, outside of a transaction.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or request.user.is_authenticated:
            return for_reader(request, view(request, *args, **kwargs))
        # Lists of what comes next look different on a new day.
        since = max(changed_at(request), timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0))
        tag = _etag(request, since)
        response = None
        if not get_messages(request):
            response = get_conditional_response(request, etag=tag, last_modified=int(since.timestamp()))
        if response is None:
            response = view(request, *args, **kwargs)
        if response.status_code in (200, 304):
            response["ETag"] = tag
            response["Last-Modified"] = http_date(since.timestamp())
            for_reader(request, response)
        return response

    return transaction.non_atomic_requests(login_not_required(answer))


def _etag(request: HttpRequest, since: datetime) -> str:
    theme = request.COOKIES.get("theme", "")
    parts = (since.isoformat(), request.LANGUAGE_CODE, theme, edition(), *sorted(footer.published()))
    return quote_etag(hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32])


def _moment(value: str | datetime) -> datetime:
    """SQLite answers a text, in UTC."""
    found = parse_datetime(value) if isinstance(value, str) else value
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
