"""Addresses of logging in. Of allauth's pages only these exist: nobody signs up or changes addresses by themselves."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views
from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path


def _refusing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, answering 422 instead of 200 when it shows a form with errors."""

    @wraps(view)
    def refusing(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if response.status_code == 200 and form is not None and form.errors:
            response.status_code = 422
        return response

    return refusing


urlpatterns = [
    path("login/", _refusing(views.login), name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("signup/", views.signup, name="account_signup"),
    path(
        "reauthenticate/",
        _refusing(views.reauthenticate),
        name="account_reauthenticate",
    ),
    path(
        "password/change/",
        _refusing(views.password_change),
        name="account_change_password",
    ),
    path("password/set/", _refusing(views.password_set), name="account_set_password"),
    path(
        "password/reset/",
        _refusing(views.password_reset),
        name="account_reset_password",
    ),
    path(
        "password/reset/done/",
        views.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        _refusing(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
