"""Room: minutes. Pages inside a page: a dialog of the desk asks for the content of a page without its frame.

A request with the header `Gremia-Fragment` gets the page without head and navigation; where a browser would be led to
another page it gets that address and the messages as JSON, and 401 where it would be led to the login.

The header `Gremia-User` says who wrote what is sent. If somebody else is logged in by now, it is refused like without
a login: nobody's words become another one's.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import resolve_url

HEADER = "Gremia-Fragment"
WRITER = "Gremia-User"


def is_fragment(request: HttpRequest) -> bool:
    """Whether the answer will stand inside a page that is open already."""
    return HEADER in request.headers


def layout(request: HttpRequest) -> dict[str, str]:
    """For templates that may open in a dialog: `{% extends layout %}`."""
    return {"layout": "fragment.html" if is_fragment(request) else "base.html"}


class FragmentMiddleware:
    """Tells scripts where a browser would go, instead of sending them there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if WRITER in request.headers and request.headers[WRITER] != str(request.user.pk):
            login = resolve_url(settings.LOGIN_URL)
            if request.path not in (login, resolve_url("mfa_authenticate")):
                return JsonResponse({"login": login}, status=401)
        response = self.get_response(request)
        if not is_fragment(request):
            return response
        if response.status_code in (301, 302, 303):
            return self._told(request, response["Location"])
        response.headers["Vary"] = ", ".join(filter(None, [response.headers.get("Vary"), HEADER]))
        return response

    @staticmethod
    def _told(request: HttpRequest, location: str) -> HttpResponse:
        if location.startswith(resolve_url(settings.LOGIN_URL)) and not request.user.is_authenticated:
            return JsonResponse({"login": location}, status=401)
        messages = [{"level": message.level_tag, "text": str(message)} for message in get_messages(request)]
        return JsonResponse({"location": location, "messages": messages})
