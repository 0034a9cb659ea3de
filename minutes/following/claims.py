"""Room: minutes, following. Who sends which alerts: one at a time, each step a short statement of its own.

    waiting → claimed → being handed over → sent

A worker that is lost before it hands over leaves its claim, which runs out; one that is lost after that may have sent
the mail, so that it is not sent again.
"""

import datetime
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from minutes.models import Alert, Subscription

STALE = datetime.timedelta(minutes=10)
"""After so long without the next step the worker that holds a claim is lost."""
MOST = 50
"""So many publications a mail tells of."""
_LONGEST_WAIT = datetime.timedelta(hours=2)

_State = Alert.State


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to send one mail to one follower."""

    token: uuid.UUID
    letter: uuid.UUID
    subscription: Subscription
    alerts: tuple[Alert, ...]

    def keep(self, publications: set[int]) -> None:
        """Drop the alerts of other publications: there is nothing to tell any more."""
        gone = self._rows(_State.CLAIMED).exclude(publication__in=publications)
        gone.update(state=_State.DROPPED, claim=None, changed_at=timezone.now())

    def hand_over(self) -> bool:
        """The last step before the mail goes; False if the claim ran out or the subscription ended."""
        rows = self._rows(_State.CLAIMED)
        return bool(rows.update(state=_State.HANDING_OVER, changed_at=timezone.now()))

    def sent(self) -> None:
        self._rows(_State.HANDING_OVER).update(state=_State.SENT, claim=None, changed_at=timezone.now())

    def refused(self) -> None:
        """The server does not take it, and will not."""
        self._rows(_State.HANDING_OVER).update(state=_State.REFUSED, claim=None, changed_at=timezone.now())

    def back(self) -> None:
        """Not sent, for certain: it waits for the next attempt, and is the same mail then."""
        rows = Alert.objects.filter(claim=self.token, state__in=(_State.CLAIMED, _State.HANDING_OVER))
        attempts = max(alert.attempts for alert in self.alerts) + 1
        now = timezone.now()
        rows.update(state=_State.WAITING, claim=None, attempts=attempts, due_at=now + pause(attempts), changed_at=now)

    def _rows(self, state: Alert.State) -> QuerySet[Alert]:
        return Alert.objects.filter(claim=self.token, state=state)


def due() -> QuerySet[Alert]:
    """What waits and may be sent now."""
    return Alert.objects.filter(state=_State.WAITING, due_at__lte=timezone.now())


def due_subscriptions() -> list[uuid.UUID]:
    """Whose alerts wait, the oldest first."""
    return list(dict.fromkeys(due().order_by("due_at", "pk").values_list("subscription", flat=True)))


@transaction.atomic
def take(subscription: uuid.UUID) -> Claim | None:
    """The next mail to somebody: the one that was begun before, or one of all that is due; None if there is none."""
    rows = Subscription.objects.select_for_update().filter(pk=subscription)
    if not rows.values_list("pk").first():
        return None
    waiting = list(due().filter(subscription=subscription).select_for_update().order_by("due_at", "pk"))
    if not waiting:
        return None
    letter = next((alert.letter for alert in waiting if alert.letter), None)
    chosen = [alert for alert in waiting if alert.letter == letter][:MOST]
    token, letter = uuid.uuid4(), letter or uuid.uuid4()
    Alert.objects.filter(pk__in=[alert.pk for alert in chosen]).update(
        state=_State.CLAIMED, claim=token, letter=letter, changed_at=timezone.now()
    )
    who = Subscription.objects.select_related("follower").get(pk=subscription)
    return Claim(token, letter, who, tuple(chosen))


def give_back_lost() -> int:
    """Let wait again what lost workers had claimed and not begun to hand over."""
    now = timezone.now()
    lost = Alert.objects.filter(state=_State.CLAIMED, changed_at__lt=now - STALE)
    return lost.update(state=_State.WAITING, claim=None, changed_at=now)


def postpone() -> None:
    """The server can't be reached: all that is due waits, each time a little longer."""
    now = timezone.now()
    for attempts in sorted(set(due().values_list("attempts", flat=True))):
        rows = due().filter(attempts=attempts)
        rows.update(attempts=F("attempts") + 1, due_at=now + pause(attempts + 1), changed_at=now)


def pause(attempts: int) -> datetime.timedelta:
    """How long to wait after so many attempts in vain: 1, 2, 4 … minutes, two hours at most."""
    return min(datetime.timedelta(minutes=2 ** min(attempts - 1, 10)), _LONGEST_WAIT)
