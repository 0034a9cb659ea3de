"""The app of somebody with a second factor: the code that it shows."""

import time

from allauth.mfa import app_settings
from allauth.mfa.totp.internal import auth
from django.core.cache import cache


def shown(secret: str) -> str:
    """The code of this half minute: good for at least half a minute more, however slow the machine is.

    (``yield_hotp_counters_from_time`` begins with the code of the half minute before, which ends at any moment.)
    """
    return auth.format_hotp_value(auth.hotp_value(secret, int(time.time()) // app_settings.TOTP_PERIOD))


def next_code(secret: str) -> str:
    """The code shown, as if half a minute had passed since the last one was used."""
    cache.clear()
    return shown(secret)
