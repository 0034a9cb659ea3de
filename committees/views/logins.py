"""Room: committees. Where somebody is logged in, and ending it elsewhere."""

import re
from collections.abc import Iterator

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session as StoredSession
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)  # fmt: skip


def login_list(request: HttpRequest) -> HttpResponse:
    """The logins of the user that still hold, the last one first; POST ends all but this one."""
    key = request.session.session_key
    logins = list(_valid(request))
    if key not in {login.session_key for login in logins}:
        UserSession.objects.create_from_request(request)
        logins = list(_valid(request))
    if request.method == "POST":
        for login in logins:
            if login.session_key != key:
                login.end()
        messages.success(request, _("You are logged out everywhere else."))
        return redirect("account_logins")
    for login in logins:
        login.device = device(login.user_agent)
        login.is_this_one = login.session_key == key
    return render(request, "account/login_list.html", {"logins": logins})


def device(user_agent: str) -> str:
    """Browser and system as people name them: Firefox, Windows."""
    named = (next((name for mark, name in known if re.search(mark, user_agent)), "") for known in (_BROWSERS, _SYSTEMS))
    return ", ".join(filter(None, named)) or _("unknown device")


def _valid(request: HttpRequest) -> Iterator[UserSession]:
    """Neither expired nor made void by a new password; two queries, however many there are."""
    logins = UserSession.objects.filter(user=request.user).order_by("-created_at", "-pk")
    stored = StoredSession.objects.filter(
        session_key__in=logins.order_by().values("session_key"), expire_date__gt=timezone.now()
    )
    hashes = {row.session_key: row.get_decoded().get(HASH_SESSION_KEY, "") for row in stored}
    expected = request.user.get_session_auth_hash()
    return (login for login in logins if constant_time_compare(hashes.get(login.session_key, ""), expected))
