"""Addresses of logging in. Of allauth's pages only these exist: nobody signs up or changes addresses by themselves."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path

from .views.invitations import invitation_accept
from .views.logins import login_list


def _refusing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, answering 422 instead of 200 when it shows again what was sent with its errors."""

    @wraps(view)
    def refusing(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if request.method == "POST" and response.status_code == 200 and form is not None and form.errors:
            response.status_code = 422
        return response

    return refusing


urlpatterns = [
    path("login/", _refusing(views.login), name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("signup/", views.signup, name="account_signup"),
    path("invitation/<str:token>/", invitation_accept, name="account_invitation"),
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
    path("logins/", login_list, name="account_logins"),
    path("2fa/", mfa.index, name="mfa_index"),
    path("2fa/authenticate/", _refusing(mfa.authenticate), name="mfa_authenticate"),
    path("2fa/reauthenticate/", _refusing(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("2fa/activate/", _refusing(totp.activate_totp), name="mfa_activate_totp"),
    path("2fa/deactivate/", _refusing(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "2fa/recovery-codes/generate/",
        _refusing(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "2fa/recovery-codes/download/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
