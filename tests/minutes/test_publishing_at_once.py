"""Two people act on the same publication at the same moment: one waits for the other, and both are right."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from minutes import publishing
from minutes.models import Issue, Publication, Withdrawal
from tests import cast, ready
from tests.minutes.verified import findings

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("quick_pdf")]


def meanwhile(act: Callable[[], object]) -> tuple[threading.Thread, list[Exception]]:
    """Somebody else does this, on a connection of his or her own."""
    problems: list[Exception] = []

    def run() -> None:
        try:
            act()
        except Exception as problem:
            problems.append(problem)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread, problems


def published() -> tuple[cast.Room, Publication]:
    clerk = cast.user("clerk")
    room = ready.room(cast.county())
    room.clerk = clerk
    return room, ready.published(room, by=clerk)[0]


def test_one_withdraws_while_another_publishes_the_next_edition():
    room, first = published()
    with transaction.atomic():
        publishing.publish_minutes(room.session, by=room.clerk)
        thread, problems = meanwhile(lambda: publishing.withdraw(first, by=room.clerk, reason="Irrtum"))
        thread.join(timeout=1)
    thread.join()
    assert problems == []
    issue = Issue.objects.get(publication=first)
    assert (issue.withdrawn_at is None, issue.visible_until is None) == (False, False)
    assert findings() == []


def test_two_withdraw_the_same():
    room, first = published()
    with transaction.atomic():
        publishing.withdraw(first, by=room.clerk, reason="Irrtum")
        thread, problems = meanwhile(lambda: publishing.withdraw(first, by=room.clerk, reason="Doppelt"))
        thread.join(timeout=1)
    thread.join()
    assert problems == []
    assert Withdrawal.objects.get().reason == "Irrtum"
    assert findings() == []
