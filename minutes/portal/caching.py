"""Room: minutes, the portal. What a browser may keep of a published protocol, and when it has to ask again."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date, quote_etag

from minutes import program
from minutes.models import Publication
from minutes.portal.finding import is_cut_for
from minutes.portal.house import footer


def answer(
    request: HttpRequest, publication: Publication, make: Callable[[], HttpResponse], *, beside: datetime | None = None
) -> HttpResponse:
    """304 where the browser has this very version; else what `make` returns, to be asked for again each time.

    Nothing is kept beyond a question: what one visitor may read, the next one at the same address may not. `beside`:
    since when what the page shows beside the publication is as it is.
    """
    changed_at = max(publication.visible_from, beside) if beside else publication.visible_from
    tag = etag(request, publication, changed_at)
    response = None
    if not get_messages(request):
        response = get_conditional_response(request, etag=tag, last_modified=int(changed_at.timestamp()))
    if response is None:
        response = make()
    if response.status_code in (200, 304):
        response["ETag"] = tag
        response["Last-Modified"] = http_date(changed_at.timestamp())
    return for_reader(request, response)


def for_reader(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What is the same for everybody may be kept by anybody, who has to ask again; the rest only by its reader."""
    if request.user.is_authenticated:
        patch_cache_control(response, private=True, no_cache=True)
    else:
        patch_cache_control(response, public=True, no_cache=True)
    patch_vary_headers(response, ("Cookie",))
    return response


def etag(request: HttpRequest, publication: Publication, changed_at: datetime) -> str:
    """Another one for another content, audience, language, look, reader or version of the program."""
    parts = (
        str(publication.pk),
        publication.sha256,
        publication.audience,
        request.LANGUAGE_CODE,
        request.COOKIES.get("theme", ""),
        str(request.user.pk or ""),
        str(is_cut_for(request, publication)),
        edition(),
        *sorted(footer.published()),
        changed_at.isoformat(),
    )
    return quote_etag(hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32])


def edition() -> str:
    """The state of what makes pages and documents: after an update, they look different although nothing changed."""
    base = settings.BASE_DIR
    return program.edition(base / "templates", base / "minutes" / "documents", *map(Path, settings.LOCALE_PATHS))
