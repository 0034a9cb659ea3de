"""Triggers for what no constraint can express: one condition in plain SQL, for SQLite and PostgreSQL alike.

On SQLite a migration that alters a table recreates it without its triggers, and fails where a trigger names it: such
a migration takes the guards away first and puts them back last (`Uninstall`, `Install`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.migrations.operations.base import Operation


@dataclass(frozen=True, slots=True)
class Guard:
    """A row of `table` is refused with `message` if `condition` holds after it was written (NEW is the row).

    A guard on updates alone may also look at OLD; one on deletions (“DELETE”) at nothing else. `lock`: a query that
    PostgreSQL runs before it looks, to wait for who is about to change what the condition looks at.
    """

    name: str
    table: str
    message: str
    condition: str
    events: tuple[str, ...] = ("INSERT", "UPDATE")
    lock: str = ""

    def triggers(self, vendor: str) -> dict[str, tuple[str, str]]:
        """The triggers of the guard by name, each as its statement and the body of its function (on SQLite none)."""
        if vendor == "sqlite":
            return dict(_sqlite(self, event, when="AFTER", condition=self.condition) for event in self.events)
        return {self.name: _postgresql(self, " OR ".join(self.events), self.condition, self.lock)}

    def create(self, vendor: str) -> list[str]:
        """The statements that put the guard up; `vendor` is that of the connection."""
        return _create(self.triggers(vendor))

    def drop(self, vendor: str) -> list[str]:
        """The statements that take the guard down."""
        return _drop(self.table, self.triggers(vendor), vendor)


@dataclass(frozen=True, slots=True)
class AppendOnly:
    """The rows of `table` are written once: changing and deleting them is refused with `message`.

    Where `condition` is given, only those for which it holds (OLD is the row). `keys` are the columns that are unique
    together: where a row with the same ones is kept, SQLite's REPLACE would remove it without a word. PostgreSQL can
    also empty a whole table at once.
    """

    name: str
    table: str
    message: str
    condition: str = "1 = 1"
    keys: tuple[tuple[str, ...], ...] = (("id",),)
    events: tuple[str, ...] = ("UPDATE", "DELETE")
    lock: str = ""

    def triggers(self, vendor: str) -> dict[str, tuple[str, str]]:
        """The triggers of the guard by name, each as its statement and the body of its function (on SQLite none)."""
        found = Guard(self.name, self.table, self.message, self.condition, self.events, self.lock).triggers(vendor)
        kept = f"SELECT 1 FROM {self.table} kept WHERE ({self.condition.replace('OLD.', 'kept.')})"
        if vendor == "sqlite":
            same = " OR ".join(
                "(" + " AND ".join(f"kept.{column} = NEW.{column}" for column in key) + ")" for key in self.keys
            )
            replaced = f"EXISTS ({kept} AND ({same}))"
            other_key = " OR ".join(f"NEW.{column} <> OLD.{column}" for key in self.keys for column in key)
            return {
                **found,
                **dict([_sqlite(self, "INSERT", when="BEFORE", condition=replaced)]),
                **dict([_sqlite(self, "UPDATE", when="BEFORE", condition=f"({other_key}) AND {replaced}")]),
            }
        emptied = _postgresql(self, "TRUNCATE", f"EXISTS ({kept})", name=f"{self.name}_all")
        return {**found, f"{self.name}_all": emptied}

    def create(self, vendor: str) -> list[str]:
        """The statements that put the guard up."""
        return _create(self.triggers(vendor))

    def drop(self, vendor: str) -> list[str]:
        """The statements that take the guard down."""
        return _drop(self.table, self.triggers(vendor), vendor)


def _sqlite(guard: Guard | AppendOnly, event: str, *, when: str, condition: str) -> tuple[str, tuple[str, str]]:
    name = f"{guard.name}_{event.lower()}" if when == "AFTER" else f"{guard.name}_before_{event.lower()}"
    statement = (
        f"CREATE TRIGGER {name} {when} {event} ON {guard.table} FOR EACH ROW "
        f"WHEN ({condition}) BEGIN SELECT RAISE(ABORT, '{_quoted(guard.message)}'); END"
    )
    return name, (statement, "")


def _postgresql(
    guard: Guard | AppendOnly, events: str, condition: str, lock: str = "", name: str = ""
) -> tuple[str, str]:
    name = name or guard.name
    when, each = ("BEFORE", "STATEMENT") if events == "TRUNCATE" else ("AFTER", "ROW")
    wait = f"PERFORM 1 {lock}; " if lock else ""
    body = (
        f"BEGIN {wait}IF ({condition}) THEN RAISE EXCEPTION '%', '{_quoted(guard.message)}' "
        "USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END;"
    )
    statement = f"CREATE TRIGGER {name} {when} {events} ON {guard.table} FOR EACH {each} EXECUTE FUNCTION {name}()"
    return statement, body


def _quoted(text: str) -> str:
    return text.replace("'", "''")


def _create(triggers: dict[str, tuple[str, str]]) -> list[str]:
    statements = []
    for name, (statement, body) in triggers.items():
        if body:
            statements.append(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $guard${body}$guard$")
        statements.append(statement)
    return statements


def _drop(table: str, triggers: dict[str, tuple[str, str]], vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in triggers]
    return [
        statement
        for name in triggers
        for statement in (f"DROP TRIGGER IF EXISTS {name} ON {table}", f"DROP FUNCTION IF EXISTS {name}()")
    ]


def missing(connection: Any, guards: Sequence[Guard | AppendOnly]) -> list[str]:
    """The names of the triggers that are not in the database, are switched off, or are not what they should be."""
    expected = {name: found for guard in guards for name, found in guard.triggers(connection.vendor).items()}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql, '' FROM sqlite_master WHERE type = 'trigger'")
            installed = {name: (statement, body) for name, statement, body in cursor.fetchall()}
            return [name for name, found in expected.items() if installed.get(name) != found]
        cursor.execute(
            "SELECT t.tgname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
            "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')"
        )
        bodies = dict(cursor.fetchall())
    return [name for name, (_statement, body) in expected.items() if bodies.get(name) != body]


def changed(*columns: str) -> str:
    """Whether one of these columns got another value, as SQL; both databases, NULL included."""
    return "(" + " OR ".join(f"{_text('NEW', name)} <> {_text('OLD', name)}" for name in columns) + ")"


def _text(row: str, column: str) -> str:
    return f"COALESCE(CAST({row}.{column} AS TEXT), '')"


def sentence(error: Exception) -> str:
    """What a guard, or the database itself, said when it refused a row."""
    return next(iter(str(error).splitlines()), type(error).__name__)


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
