"""Room: minutes. Requests that are too large for anything here are refused politely, before any of it is kept."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_PATIENCE = 512 * 1024 * 1024
"""How many bytes are read past, so that the browser gets to see the answer."""


class LargeRequestMiddleware:
    """Answers 413 with a sentence. Stands before everything that reads what was sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) <= settings.LARGEST_REQUEST:
            return self.get_response(request)
        left = _PATIENCE
        while left > 0 and (chunk := request.read(1024 * 1024)):
            left -= len(chunk)
        context = {"megabytes": settings.LARGEST_REQUEST // 1024 // 1024}
        return render(request, "413.html", context, status=413)
