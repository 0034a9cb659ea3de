"""Room: minutes, the portal. Calendars and feeds for everybody: 304 as long as nothing was published or withdrawn."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from minutes import program
from minutes.models.issues import IssueQuerySet

View = Callable[..., HttpResponse]
_SOURCES = Path(settings.BASE_DIR) / "minutes" / "following"


def public_view(view: View) -> View:
    """A view for everybody that only reads, outside of a transaction."""
    return transaction.non_atomic_requests(login_not_required(require_safe(view)))


def answer(
    request: HttpRequest,
    issues: IssueQuerySet,
    make: Callable[[], bytes],
    *,
    content_type: str,
    name: str = "",
    not_before: datetime | None = None,
) -> HttpResponse:
    """304 where the reader has this very version, after one query here; else what `make` returns.

    `issues`: all that could be read until now of what it is made of, withdrawn and replaced editions too. `not_before`:
    since when it covers the time that it does. Anybody may keep the answer, and asks again before using it.
    """
    state = issues.order_by().aggregate(
        count=Count("pk"), came=Max("visible_from"), gone=Count("withdrawn_at"), went=Max("withdrawn_at")
    )
    changed_at = max(filter(None, (state["came"], state["went"], not_before)), default=None)
    parts = (request.path, name, settings.SITE_URL, program.edition(_SOURCES), not_before, *state.values())
    tag = quote_etag(hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:32])
    stamp = int(changed_at.timestamp()) if changed_at else None
    response = get_conditional_response(request, etag=tag, last_modified=stamp)
    if response is None:
        response = HttpResponse(make(), content_type=content_type)
    if response.status_code in (200, 304):
        response["ETag"] = tag
        if stamp is not None:
            response["Last-Modified"] = http_date(stamp)
    patch_cache_control(response, public=True, no_cache=True)
    return response
