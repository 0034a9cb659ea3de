"""The second factor of a login (Zwei-Faktor-Anmeldung): whose role requires it, who has it, and taking it away."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from . import audit
from .models import User


def is_required(user: User | AnonymousUser) -> bool:
    """Whether the setting names the role of the user."""
    return user.is_authenticated and user.role in settings.MFA_REQUIRED_ROLES


def is_set_up(user: User | AnonymousUser) -> bool:
    """Whether logging in asks for a code; recovery codes alone are none."""
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


@transaction.atomic
def reset(user: User, *, by: User) -> None:
    """Take the second factor away, for somebody who has lost it, and end all logins: it may have been stolen."""
    Authenticator.objects.filter(user=user).delete()
    for login in UserSession.objects.filter(user=user):
        login.end()
    audit.note("second_factor_reset", user, by=by)
