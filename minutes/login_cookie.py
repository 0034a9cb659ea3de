"""Room: minutes. The cookie of a login: a late refusal of the old one does not take the new one away."""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse


class LoginCookieMiddleware(SessionMiddleware):
    """Keeps Django from deleting the cookie of an ended login with the answer 401 to a script.

    The desk asks all the time. While somebody logs in again, an answer to what was asked before may still be on its
    way; the browser would delete the new cookie for it. A login that has ended is of no use to whoever keeps it.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response = super().process_response(request, response)
        if response.status_code == 401:
            response.cookies.pop(settings.SESSION_COOKIE_NAME, None)
        return response
