"""Room: minutes, the portal. Secret addresses of calendars and feeds: one's own list of them, and what they show."""

from allauth.core.internal import ratelimit
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe
from django.views.defaults import page_not_found

from minutes.following import calendar, feed, private, subjects
from minutes.models import Audience, PrivateFeed
from minutes.portal import calendars, limits

Kind = PrivateFeed.Kind
_ADDRESSES = {Kind.CALENDAR: "minutes:private-calendar", Kind.FEED: "minutes:private-feed"}


class PrivateFeedForm(forms.ModelForm):
    """What it shows, and where it is used."""

    kind = forms.ChoiceField(label=gettext_lazy("What it shows"), choices=Kind, widget=forms.RadioSelect)

    class Meta:
        model = PrivateFeed
        fields = ("kind", "name")


@never_cache
def private_feeds(request: HttpRequest) -> HttpResponse:
    """One's own secret addresses. A new one is shown this once, on the page that answers."""
    rows = request.user.private_feeds.all()
    form = PrivateFeedForm(request.POST if request.method == "POST" else None, initial={"kind": Kind.CALENDAR})
    address = ""
    if request.method == "POST" and form.is_valid():
        if rows.count() >= private.MOST:
            form.add_error(None, _("You have %(count)d addresses already. Revoke one first.") % {"count": private.MOST})
        else:
            made, word = private.make(request.user, **form.cleaned_data)
            address = subjects.absolute(reverse(_ADDRESSES[Kind(made.kind)], args=[word]))
            form = PrivateFeedForm(initial={"kind": Kind.CALENDAR})
    context = {"feeds": rows[: private.MOST], "form": form, "address": address}
    response = render(request, "minutes/portal/private_feeds.html", context, status=422 if form.is_bound else 200)
    patch_cache_control(response, no_store=True)
    return response


@require_POST
def private_feed_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """The address shows nothing any more."""
    found = get_object_or_404(request.user.private_feeds, pk=pk)
    found.delete()
    messages.success(request, _("The address “%(name)s” is revoked.") % {"name": found.name})
    return redirect("minutes:private-feeds")


@login_not_required
@require_safe
@sensitive_variables("word")
def private_calendar(request: HttpRequest, word: str) -> HttpResponse:
    """The sessions of the committees of a user, with agendas as he or she may read them now."""
    found = _find(request, word, Kind.CALENDAR)
    if isinstance(found, HttpResponse):
        return found
    content = calendar.write("Meine Sitzungen", private.own_sessions(found.user), audiences=Audience)
    return _private(HttpResponse(content, content_type=calendars.CONTENT_TYPE))


@login_not_required
@require_safe
@sensitive_variables("word")
def private_feed(request: HttpRequest, word: str) -> HttpResponse:
    """What a user may read now. The feed does not name its own address: it would be stored with it."""
    found = _find(request, word, Kind.FEED)
    if isinstance(found, HttpResponse):
        return found
    page = reverse("minutes:private-feeds")
    entries = feed.entries_of(private.issues_of(found.user))
    content = feed.write("Für mich veröffentlicht", entries, page=page, address=f"{page}#{found.pk}")
    return _private(HttpResponse(content, content_type=feed.Feed.content_type))


def _find(request: HttpRequest, word: str, kind: str) -> PrivateFeed | HttpResponse:
    """The row of an address; else the answer: wrong or revoked, or too often.

    No Http404 is raised: it would take back what was counted.
    """
    found = private.find(word, kind=kind)
    action = "private" if found else "unknown"
    if not limits.allows(request, action, key=str(found.pk) if found else None):
        return _private(ratelimit.respond_429(request))
    if found is None:
        return _private(page_not_found(request, Http404()))
    private.used(found)
    return found


def _private(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex"
    return response
