"""Confirming that it is still oneself, before an act that counts: signing, publishing.

    @reauthentication_required
    def sign(request, pk): ...

Who has given the password or a code of the second factor within the last minutes (REAUTHENTICATION_MINUTES) goes on;
everybody else is asked first and comes back. What was sent meanwhile is not lost: after the confirmation it is
carried out.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest, HttpResponse


def recently_authenticated(request: HttpRequest) -> bool:
    """Whether the user has logged in or confirmed it within the time that the setting allows."""
    records = get_authentication_records(request, request.user)
    latest = max((record["at"] for record in records), default=None)
    return latest is not None and time.time() - latest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def confirm_identity(request: HttpRequest) -> None:
    """Lead to a page that asks for password or code, and back, unless that was answered recently.

    For views to call once they know that the user may do what they are about to do.
    """
    if not recently_authenticated(request):
        raise ReauthenticationRequired


def reauthentication_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view for those who were recently authenticated; others are asked first."""

    @wraps(view)
    def asking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        confirm_identity(request)
        return view(request, *args, **kwargs)

    return asking
