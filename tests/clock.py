"""A clock that tests set: what is due, over or late follows from it."""

import datetime

from django.utils import timezone


def stand_at(monkeypatch, day: datetime.date, clock: datetime.time = datetime.time(12)) -> None:
    """From now on it is this day, at noon unless another time is given."""
    moment = timezone.make_aware(datetime.datetime.combine(day, clock))
    monkeypatch.setattr(timezone, "now", lambda: moment)
