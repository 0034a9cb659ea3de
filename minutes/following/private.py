"""Room: minutes, following. Secret addresses: made, found by what comes in, revoked, and what they show."""

import datetime
import hashlib
import secrets

from django.db.models import Q
from django.utils import timezone

from committees import second_factor
from committees.models import User
from minutes.models import Issue, PrivateFeed
from minutes.models.issues import IssueQuerySet

_PRECISION = datetime.timedelta(hours=1)
MOST = 20
"""So many secret addresses somebody may have."""


def make(user: User, *, kind: str, name: str) -> tuple[PrivateFeed, str]:
    """A new address with the secret word in it, which is told this once and kept nowhere."""
    word = secrets.token_urlsafe(32)
    return PrivateFeed.objects.create(user=user, kind=kind, name=name, digest=_digest(word)), word


def find(word: str, *, kind: str) -> PrivateFeed | None:
    """Whose address it is; None if it is wrong or revoked, or its user may not log in, or not without more."""
    feed = PrivateFeed.objects.filter(digest=_digest(word), kind=kind).select_related("user__person").first()
    if feed is None or not feed.user.is_active:
        return None
    if second_factor.is_required(feed.user) and not second_factor.is_set_up(feed.user):
        return None
    return feed


def used(feed: PrivateFeed) -> None:
    """Note that it is used, to the hour."""
    now = timezone.now()
    if feed.used_at is None or now - feed.used_at > _PRECISION:
        PrivateFeed.objects.filter(pk=feed.pk).update(used_at=now)


def issues_of(user: User) -> IssueQuerySet:
    """What is at the addresses that the user may read now."""
    return Issue.objects.shown().for_reader(user)


def own_sessions(user: User) -> IssueQuerySet:
    """Of the sessions whose non-public part the user may read."""
    return issues_of(user).filter(Issue.objects.entitled(user) or Q(pk=None))


def _digest(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()
