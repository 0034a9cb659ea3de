"""Room: minutes, the portal. Following what is published: all the ways, and subscribing by e-mail.

Looking at a page changes nothing: whatever a link in a mail leads to asks first.
"""

from typing import Any

from allauth.core.internal import ratelimit
from crispy_forms.helper import FormHelper
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from minutes.following import links, subjects, subscriptions
from minutes.models import Follower, Subscription
from minutes.origin import without_token
from minutes.portal import choices, limits
from minutes.portal.freshness import fresh_view

Rhythm = Subscription.Rhythm


class SubscribeForm(forms.Form):
    """An address, a committee or a search, and how often."""

    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    committee = forms.TypedChoiceField(label=gettext_lazy("Committee"), required=False, coerce=int, empty_value=None)
    search = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
    rhythm = forms.ChoiceField(
        label=gettext_lazy("How often"), choices=Rhythm, initial=Rhythm.AT_ONCE, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["committee"].choices = [("", "–"), *_committees()]
        self.asked = self.data.get("search", "") if self.is_bound else self.initial.get("search", "")
        if self.asked:
            del self.fields["committee"]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_search(self) -> str:
        text: str = self.cleaned_data["search"]
        if not text:
            return ""
        question = subscriptions.question_of(text)
        asked: str = question.query_string.removeprefix("?")
        if question.is_empty or len(asked) > 500:
            raise forms.ValidationError(_("This search can’t be followed. Search anew, and follow it from there."))
        return asked

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        if not self.errors and not entries.get("committee") and not entries.get("search"):
            self.add_error("committee", _("Choose a committee."))
        return entries


def _committees() -> list[tuple[int, str]]:
    return [(row.pk, f"{row.name} ({row.body})") for row in subjects.committees()]


@fresh_view
def follow(request: HttpRequest) -> HttpResponse:
    """All ways to follow, with the addresses of each committee."""
    context = {"committees": subjects.committees(), "site": subjects.absolute("")}
    return render(request, "minutes/portal/follow.html", context)


@transaction.non_atomic_requests
@login_not_required
@never_cache
@without_token
@sensitive_post_parameters("email")
def subscribe(request: HttpRequest) -> HttpResponse:
    """The form; then the same answer to everybody, whether the address is known or not."""
    start = {"committee": choices.number(request.GET, "committee"), "search": request.GET.get("search", "")[:500]}
    form = SubscribeForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and form.is_valid():
        entries = form.cleaned_data
        if not limits.allows(request, "follow", key=entries["email"].lower()):
            return ratelimit.respond_429(request)
        try:
            subscriptions.subscribe(
                entries["email"],
                language=get_language(),
                rhythm=entries["rhythm"],
                committee=None if entries["search"] else entries["committee"],
                question=entries["search"],
            )
        except OSError:
            form.add_error(None, _("The e-mail could not be sent, so nothing was stored. Please try again later."))
        else:
            return redirect("minutes:follow-sent")
    context = {"form": form, "words": subscriptions.words_of(form.asked) if form.asked else ""}
    return render(request, "minutes/portal/follow_mail.html", context, status=422 if form.is_bound else 200)


@login_not_required
def sent(request: HttpRequest) -> HttpResponse:
    """That a mail is on its way, if the address is right."""
    return render(request, "minutes/portal/follow_sent.html", {"days": links.DAYS})


@login_not_required
@never_cache
@without_token
def confirm(request: HttpRequest, word: str) -> HttpResponse:
    """Behind the link of the mail: a button that confirms; too late, one that sends the mail again."""
    subscription, holds = links.confirmed_by(word)
    if subscription is None:
        return _void(request)
    if request.method == "POST" and holds:
        subscriptions.confirm(subscription, language=get_language())
        messages.success(request, _("From now on you are told by e-mail."))
        return redirect("minutes:follow-mine", links.word_of(subscription.follower))
    if request.method == "POST":
        return _sent_again(request, subscription)
    context = _context(subscription) | {"holds": holds or bool(subscription.confirmed_at), "days": links.DAYS}
    return _unlisted(render(request, "minutes/portal/follow_confirm.html", context))


@login_not_required
@never_cache
@csrf_exempt  # a mail program that unsubscribes (RFC 8058) has no cookie; the signed word in the address is the right
def end(request: HttpRequest, word: str) -> HttpResponse:
    """Ends a subscription: at once for a mail program that posts, by a button for who follows the link."""
    subscription = links.ended_by(word)
    if request.method == "POST":
        if subscription:
            subscriptions.end(subscription)
        return _unlisted(render(request, "minutes/portal/follow_ended.html"))
    if subscription is None:
        return _void(request)
    return _unlisted(render(request, "minutes/portal/follow_end.html", _context(subscription)))


@login_not_required
@never_cache
def mine(request: HttpRequest, word: str) -> HttpResponse:
    """All that is subscribed to with an address, for whoever has the link of one of its mails."""
    follower = links.listed_by(word)
    if follower is None:
        return _void(request)
    rows = subscriptions.told(follower.subscriptions.confirmed())
    context = {"rows": rows, "word": word, "email": follower.email, "rhythms": Rhythm.choices}
    return _unlisted(render(request, "minutes/portal/follow_mine.html", context))


@login_not_required
@without_token
@require_POST
def mine_change(request: HttpRequest, word: str, pk: Any) -> HttpResponse:
    """Another rhythm, or the end of it."""
    follower = links.listed_by(word)
    if follower is None:
        return _void(request)
    subscription = get_object_or_404(follower.subscriptions.all(), pk=pk)
    if request.POST.get("act") == "end":
        subscriptions.end(subscription)
        if not Follower.objects.filter(pk=follower.pk).exists():
            return _unlisted(render(request, "minutes/portal/follow_ended.html"))
        messages.success(request, _("This subscription is ended."))
    elif request.POST.get("rhythm") in Rhythm.values:
        subscriptions.change(subscription, request.POST["rhythm"])
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Choose how often."))
    return redirect("minutes:follow-mine", word)


def _sent_again(request: HttpRequest, subscription: Subscription) -> HttpResponse:
    if not limits.allows(request, "follow", key=subscription.follower.email):
        return ratelimit.respond_429(request)
    try:
        subscriptions.ask(subscription)
    except OSError:
        messages.error(request, _("The e-mail could not be sent. Please try again later."))
        return redirect(request.path)
    return redirect("minutes:follow-sent")


def _context(subscription: Subscription) -> dict[str, Any]:
    return {"subscription": subscription, "about": subscriptions.about(subscription)}


def _void(request: HttpRequest) -> HttpResponse:
    return _unlisted(render(request, "minutes/portal/follow_void.html", status=404))


def _unlisted(response: HttpResponse) -> HttpResponse:
    """Not for search engines; that no other site learns the address is the policy of all pages."""
    response["X-Robots-Tag"] = "noindex"
    return response
