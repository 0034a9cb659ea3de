"""Room: minutes, the portal. Pages that are the same for everybody, kept by the process that made them.

A kept page is sent only while nothing was published or withdrawn since: one look at two indexes says so. Who is logged
in, or has anything else that makes an answer personal, never gets one.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response

from minutes.fragments import HEADER, WRITER
from minutes.portal import freshness
from minutes.portal.house import footer

_LARGEST = 512 * 1024
# What an answer depends on beside its address; with any other cookie, or these headers, it is made.
_CHOICES = (settings.LANGUAGE_COOKIE_NAME, "theme")
_PERSONAL = frozenset(f"HTTP_{name.upper().replace('-', '_')}" for name in (HEADER, WRITER, "Authorization", "Range"))


class PageCacheMiddleware:
    """Answers from the pages that are kept, and keeps those whose `Cache-Control` says that they are public."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = _key(request)
        if key is None:
            return self.get_response(request)
        # Asked before the page is made: what is published meanwhile makes it old at once.
        state = (freshness.state(request), timezone.localdate(), footer.published())
        kept = caches["pages"].get(key)
        if kept is not None and kept[0] == state:
            return _answer(request, *kept[1:])
        response = self.get_response(request)
        if _may_be_kept(response):
            caches["pages"].set(key, (state, response.content, dict(response.items())))
        return response


def _key(request: HttpRequest) -> str | None:
    """Under what a page is kept; None where the answer may be for this reader alone."""
    if request.method != "GET" or not set(request.COOKIES) <= set(_CHOICES):
        return None
    if not _PERSONAL.isdisjoint(request.META):
        return None
    choices = "&".join(request.COOKIES.get(name, "") for name in _CHOICES)
    asked = f"{request.scheme}://{request.get_host()}{request.get_full_path()} {choices}"
    return hashlib.sha256(asked.encode()).hexdigest()


def _may_be_kept(response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and response.has_header("ETag")
        and "public" in response.headers.get("Cache-Control", "")
        and len(response.content) <= _LARGEST
    )


def _answer(request: HttpRequest, content: bytes, headers: dict[str, str]) -> HttpResponse:
    response = HttpResponse(content, headers=headers)
    found: Any = get_conditional_response(request, etag=headers["ETag"], response=response)
    return found
