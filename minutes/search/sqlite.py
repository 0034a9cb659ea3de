"""Room: minutes, search. SQLite: FTS5, which walks its lists from the newest key on and stops where it has enough."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from minutes.search.plan import COLUMNS, FOUND, Group, Plan, Row
from minutes.search.tables import delete_trigger

_KEYS = "SELECT rowid FROM {fts} WHERE {fts} MATCH %s AND rowid BETWEEN %s AND %s ORDER BY rowid DESC LIMIT %s"


def insert(table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Entries in the order of `COLUMNS`, their keys ascending."""
    places = ", ".join(["%s"] * len(COLUMNS))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({', '.join(COLUMNS)}) VALUES ({places})",  # noqa: S608 - our own names
            list(rows),
        )


def clear(table: str) -> None:
    """No entries: all at once, past the trigger that would take the words of each out of the lists."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER IF EXISTS {table}_delete")
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608
        cursor.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('delete-all')")  # noqa: S608
        cursor.execute(delete_trigger(table))


def start_bulk(table: str) -> None:
    """Nothing to be put away."""


def end_bulk(table: str) -> None:
    """One list for each word, instead of many short ones."""
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('optimize')")  # noqa: S608


def find(table: str, plan: Plan, limit: int) -> tuple[list[Row], bool]:
    """The newest entries that fit, at most `limit` and one, and the newest whose title fits; whether there are more."""
    fts = f"{table}_fts"
    keys, values = _keys(fts, _match(plan.groups, plan), plan, limit + 1)
    if plan.best:
        best, more = _keys(fts, _match(plan.best, plan), plan, plan.best_limit)
        keys = f"SELECT * FROM ({keys}) UNION SELECT * FROM ({best})"  # noqa: S608
        values += more
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(FOUND)} FROM {table} WHERE id IN ({keys}){_of(plan)} "  # noqa: S608
            "ORDER BY id DESC LIMIT %s",
            [*values, *(plan.publications or ()), limit + 1 + plan.best_limit],
        )
        found = [Row(*row) for row in cursor.fetchall()]
    return found, len(found) > limit


def _keys(fts: str, match: str, plan: Plan, limit: int) -> tuple[str, list[Any]]:
    if not match:
        table = fts.removesuffix("_fts")
        sql = f"SELECT id FROM {table} WHERE id BETWEEN %s AND %s{_of(plan)} ORDER BY id DESC LIMIT %s"  # noqa: S608
        return sql, [plan.low, plan.high, *(plan.publications or ()), limit]
    if plan.publications is not None:
        # Of some publications alone: all that fit, for the limit would cut before the choice.
        limit = -1
    return _KEYS.format(fts=fts), [match, plan.low, plan.high, limit]


def _of(plan: Plan) -> str:
    if plan.publications is None:
        return ""
    return f" AND publication_id IN ({', '.join(['%s'] * len(plan.publications)) or 'NULL'})"


def _match(groups: tuple[Group, ...], plan: Plan) -> str:
    wanted = [f"({' OR '.join(map(_quoted, group))})" for group in groups]
    wanted += [_quoted((mark,)) for mark in plan.marks]
    unwanted = "".join(f" NOT ({' OR '.join(map(_quoted, group))})" for group in plan.excluded)
    return f"({' AND '.join(wanted)}){unwanted}" if wanted else ""


def _quoted(tokens: tuple[str, ...]) -> str:
    """A string of FTS5: tokens have no quotes in them, but for those who read this."""
    return '"' + " ".join(tokens).replace('"', '""') + '"'
