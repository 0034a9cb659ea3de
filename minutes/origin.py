"""Room: minutes. Forms of the public without a token: a token needs a cookie, and readers get none.

Such a form does nothing in anybody's name: it chooses a language or a theme, looks at a file, takes a report. That it
was sent from a page of ours is told by the headers that every browser adds to it and no page can forge. Where they say
nothing, Django asks for its token as everywhere.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def without_token(view: View) -> View:
    """A view whose form may come without a token, if the headers prove that it comes from here."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **names: Any) -> HttpResponse:
        return view(request, *args, **names)

    checked.needs_no_token = True
    return checked


class OriginMiddleware:
    """Before Django's own check: lets through what provably comes from a page of this site."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, names: Any) -> None:
        if getattr(view, "needs_no_token", False) and is_from_here(request):
            request.csrf_processing_done = True  # type: ignore[attr-defined]


def is_from_here(request: HttpRequest) -> bool:
    """Whether the headers prove that a request was sent by a page of this site, or by nobody's page.

    `Sec-Fetch-Site` first: behind a proxy the scheme of `Origin` may not be the one that we see.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin == _own(request) or origin in settings.CSRF_TRUSTED_ORIGINS
    referer = urlsplit(request.headers.get("Referer", ""))
    return f"{referer.scheme}://{referer.netloc}" == _own(request)


def _own(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"
