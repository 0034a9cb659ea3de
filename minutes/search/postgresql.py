"""Room: minutes, search. PostgreSQL: a vector of words in each row and a GIN index over them.

Each row that fits has to be fetched: where few do, all of them are; where many do, month after month from the newest on
until there are enough. How many do is estimated by how frequent the words are.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from math import prod
from typing import Any

from django.db import connection

from minutes.search.plan import COLUMNS, FOUND, Group, Plan, Row
from minutes.search.tables import gin

FEW = 3_000
"""So many rows are fetched at once, if need be."""
_ENOUGH = 1.3
"""So many times the rows that are wanted are expected in the first months."""
_PHRASES = 0.2
"""Of the rows with the words of a phrase, this share has them side by side."""
_MOST_STEPS = 4
_CHECKED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"
_POSITIONS = 16_000
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def insert(table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Entries in the order of `COLUMNS`."""
    with connection.cursor() as cursor:
        cursor.cursor.copy_expert(
            f"COPY {table} ({', '.join(COLUMNS)}, vector) FROM STDIN", io.StringIO("".join(_lines(rows)))
        )


def start_bulk(table: str) -> None:
    """Without the index: it is made faster from all rows at once."""
    with connection.cursor() as cursor:
        cursor.execute(_CHECKED)
        cursor.execute(f"DROP INDEX IF EXISTS {table}_vector")


def end_bulk(table: str) -> None:
    """With the index, and with what the planner should know."""
    with connection.cursor() as cursor:
        cursor.execute(_CHECKED)
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute(gin(table))
        cursor.execute(f"ANALYZE {table}")


def find(table: str, plan: Plan, limit: int) -> list[Row]:
    """The newest entries that fit, at most `limit`; and beside them the newest whose title fits."""
    if plan.publications is not None or not (plan.groups or plan.marks):
        return _fetched(*_direct(table, _query(plan.groups, plan), plan, limit))
    found = _newest(table, plan.groups, plan, limit)
    if plan.best and len(found) >= limit:
        best = _newest(table, plan.best, plan, plan.best_limit)
        found = sorted({row.id: row for row in (*found, *best)}.values(), key=lambda row: -row.id)
    return found


def _newest(table: str, groups: tuple[Group, ...], plan: Plan, limit: int) -> list[Row]:
    """Of the entries that fit the newest, some months at a time where there are many."""
    counts = [plan.entries_of(group) for group in groups] + [plan.frequency(mark) for mark in plan.marks]
    total = max(plan.total, 1)
    share = prod(min(count / total, 1.0) for count in counts)
    query = _query(groups, plan)
    if min(counts) <= FEW:
        return _fetched(*_by_index(table, query, plan, limit))
    found: list[Row] = []
    months = plan.months
    wanted = _ENOUGH * limit / share
    if any(len(phrase) > 1 for group in groups for phrase in group):
        wanted /= _PHRASES
    for step in range(_MOST_STEPS):
        window, number = [], 0
        while months and (number < wanted or step == _MOST_STEPS - 1):
            mark, entries = months.pop(0)
            window.append(mark)
            number += entries
        if not window:
            break
        part = query if not months and not found else f"{query} & ({' | '.join(_phrase((mark,)) for mark in window)})"
        found += _fetched(*_by_index(table, part, plan, limit - len(found)))
        if len(found) >= limit or not months:
            break
        # What was found says better than the estimate how many there are.
        wanted = number * max((limit - len(found)) / max(len(found), 1), 2.0)
    return found


def _by_index(table: str, query: str, plan: Plan, limit: int) -> tuple[str, list[Any]]:
    return (
        f"WITH found AS MATERIALIZED (SELECT {', '.join(FOUND)} FROM {table} "  # noqa: S608 - our own names
        f"WHERE vector @@ %s::tsquery AND id BETWEEN %s AND %s) SELECT * FROM found ORDER BY id DESC LIMIT %s",
        [query, plan.low, plan.high, limit],
    )


def _direct(table: str, query: str, plan: Plan, limit: int) -> tuple[str, list[Any]]:
    """By the key alone, or among the entries of some publications."""
    conditions = ["id BETWEEN %s AND %s"]
    values: list[Any] = [plan.low, plan.high]
    if plan.publications is not None:
        conditions.append("publication_id = ANY(%s)")
        values.append(list(plan.publications))
    if query:
        conditions.append("vector @@ %s::tsquery")
        values.append(query)
    return (
        f"SELECT {', '.join(FOUND)} FROM {table} WHERE {' AND '.join(conditions)} ORDER BY id DESC LIMIT %s",  # noqa: S608
        [*values, limit],
    )


def _fetched(sql: str, values: list[Any]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [Row(*row) for row in cursor.fetchall()]


def _query(groups: tuple[Group, ...], plan: Plan) -> str:
    wanted = [f"({' | '.join(map(_phrase, group))})" for group in groups]
    wanted += [_phrase((mark,)) for mark in plan.marks]
    if not wanted:
        return ""
    return " & ".join(wanted + [f"!({' | '.join(map(_phrase, group))})" for group in plan.excluded])


def _phrase(tokens: tuple[str, ...]) -> str:
    """Tokens have no quotes in them, but for those who read this."""
    return "(" + " <-> ".join("'" + token.replace("\\", "").replace("'", "''") + "'" for token in tokens) + ")"


def _lines(rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    for row in rows:
        values = ["\\N" if value is None else str(value).translate(_ESCAPES) for value in (*row, vector(str(row[-1])))]
        yield "\t".join(values) + "\n"


def vector(words: str) -> str:
    """The literal of a tsvector: each token with its places, marks without: `radweg:1,7 plan:2 _c12`."""
    text, _separator, marks = words.rpartition(" _ ")
    places: dict[str, list[str]] = {}
    for place, token in enumerate(text.split()[:_POSITIONS], start=1):
        places.setdefault(token, []).append(str(place))
    found = [f"{token}:{','.join(numbers[:250])}" for token, numbers in places.items()]
    return " ".join([*found, *(mark for mark in marks.split() if mark not in places)])
