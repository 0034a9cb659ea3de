"""Room: minutes. What was typed into a page that can't take it any more is shown, to be copied.

The session was sealed meanwhile, what it belongs to was deleted, or the right to change it is gone.
"""

import re
from collections.abc import Callable
from functools import cache

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from committees.sealing import SessionSealed
from minutes.fragments import is_fragment

LOCKED = 423
"""RFC 4918, section 11.3: the source is locked."""
_NOT_TYPED = ("csrfmiddlewaretoken", "version", "shape", "next", "id")
_SECRET = re.compile("password|code|token")
_CHOSEN = re.compile(r"on|[0-9]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""What a form sends for what was ticked or chosen from a list."""


class TypedTextMiddleware:
    """Answers a refused change with the reason; nothing that was typed is lost with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page, or JSON for the desk."""
        if isinstance(exception, SessionSealed):
            return self._sealed(request, exception)
        if isinstance(exception, Http404 | PermissionDenied):
            return self._gone(request, exception)
        return None

    def _sealed(self, request: HttpRequest, exception: SessionSealed) -> HttpResponse:
        reason = exception.reason
        if is_fragment(request) and request.content_type == "application/json":
            return JsonResponse({"errors": {"session": [reason]}}, status=LOCKED)
        context = {"reason": reason, "session": exception.session, "typed": _typed(request)}
        return render(request, "minutes/desk/sealed.html", context, status=LOCKED)

    def _gone(self, request: HttpRequest, exception: Http404 | PermissionDenied) -> HttpResponse | None:
        """The usual page of the error with the texts below; None where there are none, or nobody is logged in."""
        typed = _typed(request) if request.user.is_authenticated and not is_fragment(request) else []
        if not typed:
            return None
        status = 404 if isinstance(exception, Http404) else 403
        context = {"error_page": f"{status}.html", "typed": typed}
        if status == 403:
            context["exception"] = str(exception)
        return render(request, "minutes/desk/gone.html", context, status=status)


@cache
def _codes() -> frozenset[str]:
    """What lists of choices send; nobody types it."""
    fields = (field for model in apps.get_models() for field in model._meta.get_fields())
    choices = (getattr(field, "flatchoices", ()) or () for field in fields)
    return frozenset({"yes", "no", "", *(str(code) for found in choices for code, _label in found)})


def _typed(request: HttpRequest) -> list[str]:
    """Everything that was written into the form, the longest first."""
    values = {
        value
        for name, entries in request.POST.lists()
        if name not in _NOT_TYPED and not _SECRET.search(name)
        for value in entries
        if value.strip() and not _CHOSEN.fullmatch(value.strip()) and value not in _codes()
    }
    return sorted(values, key=lambda value: (-len(value), value))
