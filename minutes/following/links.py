"""Room: minutes, following. The signed words in the links of mails: to confirm, to end, to see what one follows.

None of them is kept: a word names a row, and is void when the row is gone.
"""

import datetime
from uuid import UUID

from django.core import signing
from django.db.models import QuerySet
from django.urls import reverse

from minutes.following.subjects import absolute
from minutes.models import Follower, Subscription

DAYS = 3
"""So long an address can be confirmed by a link."""
_CONFIRM, _END, _FOLLOWER = (f"minutes.following.{name}" for name in ("confirm", "end", "follower"))


def to_confirm(subscription: Subscription) -> str:
    word = signing.dumps([str(subscription.pk), subscription.asked_at.isoformat()], salt=_CONFIRM)
    return absolute(reverse("minutes:follow-confirm", args=[word]))


def to_end(subscription: Subscription) -> str:
    """One click ends this one (RFC 8058)."""
    return absolute(reverse("minutes:follow-end", args=[signing.dumps(str(subscription.pk), salt=_END)]))


def to_list(follower: Follower) -> str:
    return absolute(reverse("minutes:follow-mine", args=[word_of(follower)]))


def word_of(follower: Follower) -> str:
    return signing.dumps(str(follower.pk), salt=_FOLLOWER)


def confirmed_by(word: str) -> tuple[Subscription | None, bool]:
    """Whose link it is, and whether it still holds; None where it is wrong, was replaced, or all of it is gone."""
    try:
        key, asked_at = signing.loads(word, salt=_CONFIRM)
        moment = datetime.datetime.fromisoformat(asked_at)
    except (signing.BadSignature, ValueError, TypeError):
        return None, False
    subscription = _subscriptions().filter(pk=key, asked_at=moment).first()
    try:
        signing.loads(word, salt=_CONFIRM, max_age=datetime.timedelta(days=DAYS))
    except signing.SignatureExpired:
        return subscription, False
    return subscription, True


def ended_by(word: str) -> Subscription | None:
    key = _read(word, _END)
    return _subscriptions().filter(pk=key).first() if key else None


def listed_by(word: str) -> Follower | None:
    key = _read(word, _FOLLOWER)
    return Follower.objects.filter(pk=key).first() if key else None


def _subscriptions() -> QuerySet[Subscription]:
    return Subscription.objects.select_related("follower")


def _read(word: str, salt: str) -> UUID | None:
    try:
        return UUID(signing.loads(word, salt=salt))
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return None
