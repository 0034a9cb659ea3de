"""Room: minutes, following. Which followers are told of which publications: a row for each pair, made once.

A look goes by when publications became visible, and reaches back further than the last one did: whoever looks twice,
or is killed in between, makes no row twice and misses none.
"""

import datetime
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from committees.models import Paper
from minutes import search
from minutes.following.rhythm import due
from minutes.following.subjects import public
from minutes.following.subscriptions import question_of
from minutes.models import Alert, ImportedObject, Issue, Publication, Subscription

MARGIN = datetime.timedelta(days=1)
"""So long before the last look a look begins: no transaction that publishes lasts longer."""

NEWS = datetime.timedelta(days=90)
"""Imported minutes of an older session, and older imported papers, are not told of."""

_FEW = 50  # publications that are searched together
_MANY = 500  # papers that are looked up together

Pair = tuple[Subscription, int]
"""Who is told of which publication."""


def look() -> int:
    """Make the rows that are missing; how many. Dated-ahead publications get theirs when their moment has come."""
    now = timezone.now()
    subscriptions = list(Subscription.objects.confirmed().order_by("pk"))
    if not subscriptions:
        return 0
    start = min(map(_start, subscriptions))
    news = public().current().filter(visible_from__gt=start).exclude(_is_history(now))
    fresh = _without_old_papers(list(news.only("pk", "committee", "visible_from", "kind", "date", "paper")), now)
    pairs = [*_of_committees(subscriptions, fresh), *_of_searches(subscriptions, fresh)]
    return _store(subscriptions, pairs, now)


def _is_history(now: datetime.datetime) -> Q:
    """Imported minutes of long ago are no news: nobody is sent twenty years of them."""
    return Q(kind=Publication.Kind.IMPORT, date__lt=timezone.localdate(now) - NEWS)


def _without_old_papers(found: list[Issue], now: datetime.datetime) -> list[Issue]:
    """What is left without imported papers of long ago: a first import publishes all of them now."""
    oldest = timezone.localdate(now) - NEWS
    old = {str(row.paper_id) for row in found if row.kind == Publication.Kind.PAPER and row.date < oldest}
    keys: list[str] = list(old)
    imported: set[str] = set()
    for place in range(0, len(keys), _MANY):
        rows = ImportedObject.objects.filter(
            row_table=Paper._meta.db_table, row_key__in=keys[place : place + _MANY]
        ).exclude(written__in=("", "{}"))
        # Without anything written, the paper was here before, and the import published nothing.
        imported |= set(rows.values_list("row_key", flat=True))
    return [row for row in found if row.kind != Publication.Kind.PAPER or str(row.paper_id) not in imported]


def _start(subscription: Subscription) -> datetime.datetime:
    """What became visible after this moment is looked at; what was there when the follower confirmed is no news."""
    if subscription.looked_until is None:
        return subscription.confirmed_at
    return max(subscription.confirmed_at, subscription.looked_until - MARGIN)


def _of_committees(subscriptions: Iterable[Subscription], fresh: list[Issue]) -> Iterator[Pair]:
    by_committee: dict[int, list[Issue]] = {}
    for issue in fresh:
        by_committee.setdefault(issue.committee_id, []).append(issue)
    for subscription in subscriptions:
        if subscription.committee_id:
            for issue in by_committee.get(subscription.committee_id, ()):
                if issue.visible_from > _start(subscription):
                    yield subscription, issue.pk


def _of_searches(subscriptions: Iterable[Subscription], fresh: list[Issue]) -> Iterator[Pair]:
    """Each search is asked, unless nothing new could be found."""
    latest = max((issue.visible_from for issue in fresh), default=None)
    for subscription in subscriptions:
        if subscription.question and latest is not None and latest > _start(subscription):
            start = _start(subscription)
            keys = [issue.pk for issue in fresh if issue.visible_from > start]
            for key in found_in(subscription.question, keys, after=start):
                yield subscription, key


def found_in(question: str, publications: list[int], *, after: datetime.datetime) -> set[int]:
    """In which of some publications a search finds anything, however many there are."""
    asked, found = question_of(question), set()
    for place in range(0, len(publications), _FEW):
        some = publications[place : place + _FEW]
        hits = search.newest(asked, after, search.MOST, among=some)
        found |= {hit.publication_id for hit in hits}
        if len(hits) >= search.MOST:
            # More than are looked at together: each by itself.
            found |= {key for key in some if key not in found and search.newest(asked, after, 1, among=[key])}
    return found


@transaction.atomic
def _store(subscriptions: list[Subscription], pairs: list[Pair], now: datetime.datetime) -> int:
    # Whoever ends a subscription now waits for this, or is not among the rows.
    held = Subscription.objects.select_for_update().filter(pk__in=[row.pk for row in subscriptions])
    alive = set(held.values_list("pk", flat=True))
    known = set(
        Alert.objects.filter(publication__in={key for _row, key in pairs}).values_list("subscription", "publication")
    )
    alerts = [
        Alert(subscription=subscription, publication_id=key, due_at=due(subscription.rhythm, now), changed_at=now)
        for subscription, key in pairs
        if subscription.pk in alive and (subscription.pk, key) not in known
    ]
    Alert.objects.bulk_create(alerts, ignore_conflicts=True)
    Subscription.objects.filter(pk__in=alive).update(looked_until=now)
    return len(alerts)
