"""Room: minutes, the portal. What programs ask a site for: robots.txt and security.txt (RFC 9116)."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from minutes.models import HouseFacts

CLOSED = ("/accounts/", "/admin/", "/directory/", "/exports/", "/house/", "/modules/", "/my/", "/sessions/", "/search/")
"""Where nothing is for robots: pages behind the login, and results that are found by asking."""


@login_not_required
@require_safe
@cache_control(public=True, max_age=24 * 60 * 60)
def robots(request: HttpRequest) -> HttpResponse:
    """What is published may be read by programs, too."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), ""]
    return _text([*lines, f"Sitemap: {_site(reverse('minutes:sitemap-index'))}"])


@login_not_required
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness; 404 if nobody is named, or the day until which it holds is over."""
    facts = HouseFacts.load()
    if not facts.security_contact or facts.security_until is None or facts.security_until < timezone.localdate():
        raise Http404
    contact = facts.security_contact
    lines = [
        f"Contact: {contact if contact.startswith('https://') else f'mailto:{contact}'}",
        f"Expires: {facts.security_until:%Y-%m-%d}T21:59:59Z",
        "Preferred-Languages: de, en",
        f"Canonical: {_site(reverse('minutes:security-txt'))}",
    ]
    return _text(lines)


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _site(path: str) -> str:
    return settings.SITE_URL.rstrip("/") + path
