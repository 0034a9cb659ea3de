"""Room: minutes, the portal. How often somebody may ask for what costs or disturbs others; counted as logins are."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest

RATES = {
    "follow": "30/h/ip,3/h/key,6/d/key",  # mails to an address that somebody typed
    "private": "60/h/key",  # the same secret address
    "unknown": "20/m/ip",  # secret addresses that are none
}


def allows(request: HttpRequest, action: str, *, key: str | None = None) -> bool:
    """Whether it is not too often; it counts. `key`: what is counted beside the address of the client."""
    return bool(
        ratelimit.consume(
            request, app="minutes", action=action, config=RATES, key=key, limit_get=True, raise_exception=False
        )
    )
