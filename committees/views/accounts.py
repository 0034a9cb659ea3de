"""Room: committees. Pages of accounts, for administrators: the list, one account, and who may see what and why."""

from datetime import date

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committees import entitlements, second_factor
from committees.forms.access import AccessForm, DayForm
from committees.models import Committee, Session, User
from committees.permissions import may_administer, require
from committees.wording import sort_key

_PAGE_SIZE = 50
_SESSIONS_SHOWN = 8


def account_list(request: HttpRequest) -> HttpResponse:
    """All accounts in the order of their names; `q`: those whose name or address has all its words."""
    require(may_administer(request.user))
    query = request.GET.get("q", "").strip()[:100]
    page = Paginator(_found(query), _PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"page": page, "query": query, "count": page.paginator.count}
    return render(request, "committees/account_list.html", context)


def account_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """An account: how it logs in, and what it may do in which committee on a day, and why."""
    require(may_administer(request.user))
    account = get_object_or_404(_accounts(), pk=pk)
    form = DayForm(request.GET or None)
    day = form.cleaned_data["day"] if form.is_bound and form.is_valid() else timezone.localdate()
    context = {
        "account": account,
        "form": form,
        "day": day,
        "is_invited": account.password.startswith(UNUSABLE_PASSWORD_PREFIX),
        "entitlements": entitlements.of_committees(account, day),
    }
    status = 422 if form.errors else 200
    return render(request, "committees/account_detail.html", context, status=status)


def second_factor_reset(request: HttpRequest, pk: int) -> HttpResponse:
    """For somebody who has lost it; one's own is removed on the page of one's own account, which asks for it."""
    require(may_administer(request.user))
    account = get_object_or_404(_accounts().filter(has_second_factor=True).exclude(pk=request.user.pk), pk=pk)
    url = reverse("committees:account-detail", args=[pk])
    if request.method == "POST":
        second_factor.reset(account, by=request.user)
        messages.success(request, _("%(account)s has no second factor any more.") % {"account": account})
        return redirect(url)
    context = {
        "title": _("Reset second factor"),
        "question": _("Take the second factor away from %(account)s?") % {"account": account},
        "consequences": [
            _("Until it is set up again, the password alone is enough to log in."),
            _("All logins of the account end."),
        ],
        "confirm": _("Reset second factor"),
        "cancel_url": url,
        "is_destructive": True,
    }
    return render(request, "_confirm.html", context)


def access(request: HttpRequest) -> HttpResponse:
    """Of a committee on a day: each account, what it may do, and why. A session on that day decides who reads along."""
    require(may_administer(request.user))
    form = AccessForm(request.GET or None, initial={"day": timezone.localdate()})
    context = {"form": form}
    if form.is_bound and form.is_valid():
        context |= _entitled(form.cleaned_data, request.GET.get("page"))
    return render(request, "committees/access.html", context, status=422 if form.errors else 200)


def _entitled(chosen: dict, number: str | None) -> dict:
    committee, day = chosen["committee"], chosen["day"]
    sessions = _sessions_around(committee, day)
    held = [session for session in sessions if session.date == day]
    rows = entitlements.of_accounts(committee, day, is_live=any(session.is_live_for_members for session in held))
    words = chosen["q"].casefold().split()
    found = [
        row
        for row in rows
        if (row.rights or not chosen["entitled"])
        and all(word in f"{row.user} {row.user.email}".casefold() for word in words)
    ]
    page = Paginator(found, _PAGE_SIZE).get_page(number)
    return {
        "committee": committee,
        "day": day,
        "held": held,
        "sessions": sessions,
        "page": page,
        "count": page.paginator.count,
    }


def _sessions_around(committee: Committee, day: date) -> list[Session]:
    """Some sessions of a committee, those of the day among them, the latest first."""
    rows = Session.objects.filter(committee=committee)
    until = list(rows.filter(date__lte=day).order_by("-date", "-number")[:_SESSIONS_SHOWN])
    after = list(rows.filter(date__gt=day).order_by("date", "number")[: _SESSIONS_SHOWN // 2])
    found = [*reversed(after), *until]
    for session in found:
        session.committee = committee
    return found


def _accounts() -> QuerySet[User]:
    factors = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    return User.objects.annotate(has_second_factor=Exists(factors))


def _found(query: str) -> list[User]:
    """Compared here, not in the database: SQLite neither sorts nor folds umlauts as German does."""
    words = query.casefold().split()
    found = [
        account
        for account in _accounts().prefetch_related("committees").order_by()
        if all(word in f"{account} {account.email}".casefold() for word in words)
    ]
    for account in found:
        account.is_invited = account.password.startswith(UNUSABLE_PASSWORD_PREFIX)
    return sorted(found, key=lambda account: sort_key(account.person.sort_name if account.person else account.email))
