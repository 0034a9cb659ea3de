"""What `audit --verify` says, for tests that tamper."""

from collections.abc import Callable
from contextlib import suppress
from io import StringIO

from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils.translation import override

from committees.room_guards import COMMITTEES
from minutes.guards import PROVED

GUARD = "The guard "


def findings() -> list[str]:
    """The sentences of `audit --verify`, in English; none if everything is whole."""
    out = StringIO()
    with override("en"), suppress(CommandError):
        call_command("audit", "--verify", stdout=out)
    lines = out.getvalue().splitlines()
    return [] if lines[0].startswith("Whole") else lines


def execute(sql: str, params: list | None = None) -> None:
    """Raw SQL, as somebody with access to the database would write it."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def is_refused(act: Callable[[], object]) -> bool:
    """Whether the database refuses it; where it does not, it is undone."""
    try:
        with transaction.atomic():
            act()
            transaction.set_rollback(True)
    except IntegrityError:
        return True
    return False


def tampered(change: Callable[[], object]) -> list[str]:
    """What is found after somebody took the guards away and changed something; then all is as it was before."""
    guards = [*PROVED, *COMMITTEES]
    with transaction.atomic():
        if connection.vendor == "postgresql":
            # Constraints that wait for the end of the transaction stand in the way of dropping a trigger.
            execute("SET CONSTRAINTS ALL IMMEDIATE")
            execute("SET CONSTRAINTS ALL DEFERRED")
        for guard in guards:
            for statement in guard.drop(connection.vendor):
                execute(statement)
        change()
        found = [sentence for sentence in findings() if not sentence.startswith(GUARD)]
        transaction.set_rollback(True)
    return found
