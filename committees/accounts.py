"""Logging in: accounts are made by an administrator, never by a visitor; a second factor where the role requires it."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from . import second_factor
from .reauthentication import recently_authenticated


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Closes the sign-up that allauth leaves open by default."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **options: object) -> bool:
        """Not of somebody who has only just logged in."""
        required = super().is_reauthentication_required(app=app, **options)
        return required and not recently_authenticated(context.request)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Who has to have a second factor keeps it."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Your role requires a second factor; you cannot do without."),
        "cannot_generate_recovery_codes": _("Recovery codes are for those who have set up a second factor."),
        "incorrect_code": _("This code is not right. A code of the app is valid for half a minute and only once."),
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not second_factor.is_required(authenticator.user)
