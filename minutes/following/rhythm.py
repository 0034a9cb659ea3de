"""Room: minutes, following. When an alert is due: at once, or in the morning of the next day or Monday."""

import datetime

from django.utils import timezone

from minutes.models import Subscription

MORNING = datetime.time(7)


def due(rhythm: str, now: datetime.datetime) -> datetime.datetime:
    """From when on what is found now may be sent."""
    if rhythm == Subscription.Rhythm.AT_ONCE:
        return now
    local = timezone.localtime(now)
    day = local.date() if local.time() < MORNING else local.date() + datetime.timedelta(days=1)
    if rhythm == Subscription.Rhythm.WEEKLY:
        day += datetime.timedelta(days=-day.weekday() % 7)
    return timezone.make_aware(datetime.datetime.combine(day, MORNING))
