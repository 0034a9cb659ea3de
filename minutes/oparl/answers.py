"""Room: minutes, OParl. How answers are sent: JSON for every origin, compressed, asked for again only if changed."""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, quote_etag
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page

from minutes import program
from minutes.oparl.filters import BadQuery
from minutes.oparl.reading import TYPE

View = Callable[..., HttpResponse]
_SOURCES = Path(__file__).parent
_METHODS = "GET, HEAD, OPTIONS"


def open_view(view: View) -> View:
    """An address for everybody and every program, read only. Who asks makes no difference, nor does any cookie."""

    @wraps(view)
    def answer(request: HttpRequest, **names: Any) -> HttpResponse:
        if request.method == "OPTIONS":
            response = HttpResponse(status=204)
            response["Allow"] = _METHODS
        elif request.method not in ("GET", "HEAD"):
            response = error(f"This interface is read only; allowed are {_METHODS}.", status=405)
            response["Allow"] = _METHODS
        else:
            try:
                response = view(request, **names)
            except BadQuery as problem:
                response = error(str(problem), status=400)
            except Http404 as problem:
                response = error(str(problem) or "There is nothing at this address.", status=404)
        return _for_everybody(response)

    opened: View = gzip_page(answer)
    return transaction.non_atomic_requests(csrf_exempt(login_not_required(opened)))


def error(sentence: str, *, status: int) -> HttpResponse:
    """What went wrong, as OParl wants it."""
    body = {"type": f"{TYPE}Error", "message": sentence}
    return _json(json.dumps(body, ensure_ascii=False), status=status)


def unchanged(request: HttpRequest, tag: str, moment: datetime) -> HttpResponse | None:
    """304 where the client has this very state."""
    found = get_conditional_response(request, etag=tag, last_modified=int(moment.timestamp()))
    return _dated(found, tag, moment) if found is not None and found.status_code == 304 else None


def of_content(request: HttpRequest, text: str, moment: datetime) -> HttpResponse:
    """JSON, or 304 where the client has just this."""
    tag = quote_etag(hashlib.sha256(text.encode()).hexdigest()[:32])
    return unchanged(request, tag, moment) or _dated(_json(text), tag, moment)


def of_state(request: HttpRequest, moment: datetime, make: Callable[[], str]) -> HttpResponse:
    """JSON, which is not made where nothing was published since the client asked."""
    tag = quote_etag(hashlib.sha256(f"{moment.isoformat()} {program.edition(_SOURCES)}".encode()).hexdigest()[:32])
    return unchanged(request, tag, moment) or _dated(_json(make()), tag, moment)


def file(
    request: HttpRequest, content: Callable[[], bytes], *, tag: str, moment: datetime, about: dict
) -> HttpResponse:
    """The bytes of a file. What was uploaded is shown without anything that it could do here."""
    found = unchanged(request, quote_etag(tag), moment)
    if found is not None:
        return found
    response = HttpResponse(content(), content_type=about["type"])
    response["Content-Disposition"] = about["disposition"]
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return _dated(response, quote_etag(tag), moment)


def _json(text: str, *, status: int = 200) -> HttpResponse:
    return HttpResponse(text.encode(), content_type="application/json; charset=utf-8", status=status)


def _dated(response: HttpResponse, tag: str, moment: datetime) -> HttpResponse:
    response["ETag"] = tag
    response["Last-Modified"] = http_date(moment.timestamp())
    return response


def _for_everybody(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Allow-Methods"] = _METHODS
    response["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
    response["Access-Control-Expose-Headers"] = "ETag, Last-Modified"
    # No "public": pages are kept as they were made, but these are compressed for whoever asks.
    response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
