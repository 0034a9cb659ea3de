"""Triggers for what no constraint can express: one condition in plain SQL, for SQLite and PostgreSQL alike.

On SQLite a migration that alters a table recreates it without its triggers, and fails where a trigger names it: such
a migration takes the guards away first and puts them back last (`Uninstall`, `Install`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError
from django.db.migrations.operations.base import Operation


@dataclass(frozen=True, slots=True)
class Guard:
    """A row of `table` is refused with `message` if `condition` holds after it was written (NEW is the row).

    A guard on updates alone may also look at OLD; one on deletions (“DELETE”) at nothing else.
    """

    name: str
    table: str
    message: str
    condition: str
    events: tuple[str, ...] = ("INSERT", "UPDATE")

    def create(self, vendor: str) -> list[str]:
        """The statements that put the guard up; `vendor` is that of the connection."""
        message = self.message.replace("'", "''")
        if vendor == "sqlite":
            return [
                f"CREATE TRIGGER {self.name}_{event.lower()} AFTER {event} ON {self.table} FOR EACH ROW "
                f"WHEN ({self.condition}) BEGIN SELECT RAISE(ABORT, '{message}'); END"
                for event in self.events
            ]
        function_body = (
            f"BEGIN IF ({self.condition}) THEN RAISE EXCEPTION '%', '{message}' USING ERRCODE = 'check_violation'; "
            "END IF; RETURN NEW; END"
        )
        return [
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $guard$ {function_body}; $guard$",
            f"CREATE TRIGGER {self.name} AFTER {' OR '.join(self.events)} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()",
        ]

    def drop(self, vendor: str) -> list[str]:
        """The statements that take the guard down."""
        if vendor == "sqlite":
            return [f"DROP TRIGGER IF EXISTS {self.name}_{event.lower()}" for event in self.events]
        return [
            f"DROP TRIGGER IF EXISTS {self.name} ON {self.table}",
            f"DROP FUNCTION IF EXISTS {self.name}()",
        ]


@dataclass(frozen=True, slots=True)
class AppendOnly:
    """The rows of `table` are written once: changing and deleting them is refused with `message`.

    Where `condition` is given, only those for which it holds (OLD is the row).
    """

    name: str
    table: str
    message: str
    condition: str = ""

    def create(self, vendor: str) -> list[str]:
        """The statements that put the guard up; PostgreSQL can also empty a whole table at once."""
        statements = Guard(self.name, self.table, self.message, self.condition or "1 = 1", ("UPDATE", "DELETE")).create(
            vendor
        )
        if vendor == "sqlite":
            return statements
        message = self.message.replace("'", "''")
        return [
            *statements,
            f"CREATE FUNCTION {self.name}_all() RETURNS trigger LANGUAGE plpgsql AS $guard$ "
            f"BEGIN RAISE EXCEPTION '%', '{message}' USING ERRCODE = 'check_violation'; END; $guard$",
            f"CREATE TRIGGER {self.name}_all BEFORE TRUNCATE ON {self.table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {self.name}_all()",
        ]

    def drop(self, vendor: str) -> list[str]:
        """The statements that take the guard down."""
        statements = Guard(self.name, self.table, self.message, "", ("UPDATE", "DELETE")).drop(vendor)
        if vendor == "sqlite":
            return statements
        return [
            *statements,
            f"DROP TRIGGER IF EXISTS {self.name}_all ON {self.table}",
            f"DROP FUNCTION IF EXISTS {self.name}_all()",
        ]


def sentence(error: IntegrityError) -> str:
    """What a guard said when it refused a row."""
    return str(error).splitlines()[0]


class Install(Operation):
    """Migration operation: put guards up."""

    reversible = True

    def __init__(self, guards: Sequence[Guard | AppendOnly]) -> None:
        self.guards = guards

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Guards are no part of the models' state."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for guard in self.guards:
            for statement in guard.create(schema_editor.connection.vendor):
                schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for guard in self.guards:
            for statement in guard.drop(schema_editor.connection.vendor):
                schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return "Put up guards: " + ", ".join(guard.name for guard in self.guards)


class Uninstall(Install):
    """Migration operation: take guards down."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        super().database_backwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        super().database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "Take down guards: " + ", ".join(guard.name for guard in self.guards)
