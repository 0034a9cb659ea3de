"""Room: minutes. What somebody sees who wants to change a sealed session: why not, since when, and what was typed."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from committees.sealing import SessionSealed
from minutes.fragments import is_fragment

LOCKED = 423
"""RFC 4918, section 11.3: the source is locked."""
_NOT_TYPED = ("csrfmiddlewaretoken", "version", "next", "id")
_CHOSEN = re.compile(r"on|[0-9]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""What a form sends for what was ticked or chosen from a list."""


class SealedMiddleware:
    """Answers a refused change with 423 and the reason; nothing that was typed is lost with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page, or JSON for the desk."""
        if not isinstance(exception, SessionSealed):
            return None
        reason = exception.reason
        if is_fragment(request) and request.content_type == "application/json":
            return JsonResponse({"errors": {"session": [reason]}}, status=LOCKED)
        context = {"reason": reason, "session": exception.session, "typed": _typed(request)}
        return render(request, "minutes/desk/sealed.html", context, status=LOCKED)


def _typed(request: HttpRequest) -> list[str]:
    """Everything that was written into the form, the longest first."""
    values = {
        value
        for name, entries in request.POST.lists()
        if name not in _NOT_TYPED
        for value in entries
        if value.strip() and not _CHOSEN.fullmatch(value.strip())
    }
    return sorted(values, key=lambda value: (-len(value), value))
