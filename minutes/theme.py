"""Light or dark: the choice of a reader, kept in a cookie that the server reads, so that no page flashes."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from minutes.origin import without_token

COOKIE = "theme"
THEMES = ("auto", "light", "dark")
ONE_YEAR = 365 * 24 * 60 * 60


@login_not_required
@without_token
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keep `theme` (auto, light, dark) and return to `next`. Auto forgets the choice: the device decides again."""
    theme = request.POST.get("theme")
    if theme not in THEMES:
        return HttpResponseBadRequest()
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    if theme == "auto":
        response.delete_cookie(COOKIE)
    else:
        response.set_cookie(
            COOKIE, theme, max_age=ONE_YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
        )
    return response
