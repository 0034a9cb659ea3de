"""Room: minutes. What somebody sees who wants to change a sealed session: why not, since when, and what was typed."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from committees.sealing import SessionSealed
from minutes.fragments import is_fragment

LOCKED = 423
"""RFC 4918, section 11.3: the source is locked."""
_NOT_TYPED = ("csrfmiddlewaretoken", "version", "next", "id")


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
        reason = exception.session.lock_reason
        if is_fragment(request) and request.content_type == "application/json":
            return JsonResponse({"errors": {"session": [reason]}}, status=LOCKED)
        typed = [value for name, value in request.POST.items() if name not in _NOT_TYPED and len(value.strip()) > 20]
        context = {"reason": reason, "session": exception.session, "typed": typed}
        return render(request, "minutes/desk/sealed.html", context, status=LOCKED)
