"""Room: minutes. Whose role requires a second factor and who has none does nothing else before it is set up."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from committees import second_factor

from .fragments import WRITER, is_fragment

SET_UP = "mfa_activate_totp"
_OPEN = {SET_UP, "account_reauthenticate", "account_logout", "set_language", "set_theme"}


class SecondFactorMiddleware:
    """Leads to the page that sets the second factor up; scripts of the desk get 401 as without a login."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not second_factor.is_required(request.user) or second_factor.is_set_up(request.user):
            return None
        request.is_second_factor_missing = True
        if request.resolver_match.view_name in _OPEN:
            return None
        if is_fragment(request) or WRITER in request.headers:
            return JsonResponse({"login": reverse(SET_UP)}, status=401)
        return redirect(SET_UP)
