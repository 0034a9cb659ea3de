"""Room: minutes, following. To subscribe, confirm, change and end; whoever asks twice gets the same answer.

An address is kept as long as something is subscribed to with it, and no longer.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from minutes import search
from minutes.committee_names import Named, named
from minutes.following import links
from minutes.following.rhythm import due
from minutes.following.subjects import public
from minutes.models import Alert, Follower, Subscription

KEPT_UNCONFIRMED = datetime.timedelta(days=7)
KEPT_ALERTS = datetime.timedelta(days=30)


def question_of(text: str) -> search.Question:
    """The search that a query string asks for, in what everybody reads, whatever page, order and place it names."""
    values = QueryDict(text.removeprefix("?"), mutable=True)
    for name in ("in", "order", "page"):
        values.pop(name, None)
    return search.Question.of(values)


def about(subscription: Subscription) -> str:
    """What is followed, as a name: the committee, or the words of the search."""
    return told([subscription])[0].about


@dataclass(frozen=True, slots=True)
class Told:
    """A subscription with what it is about, of a committee also whose it is."""

    subscription: Subscription
    about: str
    body: str = ""


def told(rows: Iterable[Subscription]) -> list[Told]:
    """What each of some subscriptions is about; a query for all committees."""
    subscriptions = list(rows)
    keys = {row.committee_id for row in subscriptions if row.committee_id}
    names = {row.pk: row for row in named(public().filter(committee__in=keys))} if keys else {}
    return [_told(row, names.get(row.committee_id)) for row in subscriptions]


def _told(subscription: Subscription, committee: Named | None) -> Told:
    if committee is not None:
        return Told(subscription, committee.name, committee.body)
    words = words_of(subscription.question)
    return Told(subscription, _("Search “%(words)s”") % {"words": words} if words else "")


def words_of(question: str) -> str:
    """What a search asks for, in short."""
    values = QueryDict(question.removeprefix("?"))
    return values.get("q") or ", ".join(f"{name} {value}" for name, value in values.items())


def subscribe(
    email: str, *, language: str, rhythm: str, committee: int | None = None, question: str = ""
) -> Subscription:
    """Note what somebody wants and send the link that confirms it; who has it already is told so by mail.

    Nothing of an address changes before somebody has followed that link. Raises OSError if the mail can't be sent:
    then nothing is stored. Not inside a transaction: a slow mail server would hold up everybody who writes.
    """
    with transaction.atomic():
        follower, _is_new = Follower.objects.select_for_update().get_or_create(
            email=email.lower(), defaults={"language": language}
        )
        subscription, is_new = Subscription.objects.get_or_create(
            follower=follower, committee_id=committee, question=question, defaults={"rhythm": rhythm}
        )
    if subscription.confirmed_at:
        _mail(subscription, "follow_known", _("You follow this already"))
        return subscription
    if not is_new:
        ask(subscription, rhythm=rhythm)
        return subscription
    try:
        _mail(subscription, "follow_confirm", _("Please confirm your subscription"))
    except OSError:
        end(subscription)
        raise
    return subscription


def ask(subscription: Subscription, *, rhythm: str = "") -> None:
    """Send the link that confirms once more; the one before is void. Raises OSError: then it still holds."""
    before = subscription.asked_at, subscription.rhythm
    _note_asked(subscription, timezone.now(), rhythm or subscription.rhythm)
    try:
        _mail(subscription, "follow_confirm", _("Please confirm your subscription"))
    except OSError:
        _note_asked(subscription, *before)
        raise


def _note_asked(subscription: Subscription, moment: datetime.datetime, rhythm: str) -> None:
    subscription.asked_at, subscription.rhythm = moment, rhythm
    subscription.save(update_fields=["asked_at", "rhythm"])


@transaction.atomic
def confirm(subscription: Subscription, *, language: str) -> None:
    """From now on the follower is told, in this language. Confirmed before, nothing changes."""
    rows = Subscription.objects.filter(pk=subscription.pk, confirmed_at__isnull=True)
    if rows.update(confirmed_at=timezone.now()):
        Follower.objects.filter(pk=subscription.follower_id).update(language=language)


@transaction.atomic
def change(subscription: Subscription, rhythm: str) -> None:
    """Another rhythm, also for what waits already."""
    Subscription.objects.filter(pk=subscription.pk).update(rhythm=rhythm)
    waiting = Alert.objects.filter(subscription=subscription, state=Alert.State.WAITING)
    waiting.update(due_at=due(rhythm, timezone.now()))


@transaction.atomic
def end(subscription: Subscription) -> None:
    """Delete it, what waits for it, and the address if nothing else is subscribed to with it."""
    follower = Follower.objects.select_for_update().filter(pk=subscription.follower_id).first()
    Subscription.objects.filter(pk=subscription.pk).delete()
    if follower and not follower.subscriptions.exists():
        follower.delete()


@transaction.atomic
def purge() -> int:
    """Delete what was never confirmed, addresses without a subscription, and what is told of and long over.

    Alerts stay as long as their publications are still looked at, so that none is told of twice.
    """
    now = timezone.now()
    unconfirmed = Subscription.objects.filter(confirmed_at__isnull=True, asked_at__lt=now - KEPT_UNCONFIRMED)
    count: int = unconfirmed.delete()[0]
    Follower.objects.filter(subscriptions__isnull=True).delete()
    old = Alert.objects.filter(state__in=(*Alert.OVER, Alert.State.HANDING_OVER), changed_at__lt=now - KEPT_ALERTS)
    old.filter(
        publication__visible_from__lt=now - KEPT_ALERTS, subscription__looked_until__gt=now - KEPT_ALERTS / 2
    ).delete()
    return count


def _mail(subscription: Subscription, template: str, subject: str) -> None:
    """In the language that is active: the one of whoever asks."""
    follower = subscription.follower
    context = {
        # Not the words of a search: anybody may have typed them, for an address that is not theirs.
        "about": about(subscription) if subscription.committee_id else _("a search"),
        "rhythm": subscription.get_rhythm_display(),
        "address": links.to_confirm(subscription),
        "mine": links.to_list(follower),
        "days": links.DAYS,
        "site": settings.SITE_URL,
    }
    text = render_to_string(f"minutes/email/{template}.txt", context)
    headers = {"Auto-Submitted": "auto-generated"}
    EmailMessage(f"Gremia: {subject}", text.strip() + "\n", to=[follower.email], headers=headers).send()


def in_language_of(follower: Follower) -> translation.override:
    known = dict(settings.LANGUAGES)
    return translation.override(follower.language if follower.language in known else settings.LANGUAGE_CODE)
