"""Room: minutes, search. PostgreSQL: a vector of words in each row and a GIN index over them.

Each row that fits has to be fetched: where few do, all of them are; where many do, some months after the other from the
newest on until there are enough. How many do is estimated by how frequent the words are.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from math import prod
from typing import Any, NamedTuple

from django.db import connection

from minutes.search.plan import COLUMNS, FOUND, Group, Plan, Row
from minutes.search.tables import gin

_FEW = 3
"""So many times the rows that are wanted are fetched at once, if need be."""
_ENOUGH = 1.3
"""So many times the rows that are wanted are expected in the first months."""
_PHRASES = 0.2
"""Of the rows with the words of a phrase, this share has them side by side."""
_MOST_READ = 9_000
"""Of a phrase, each row that has its words is read to see whether they stand side by side: so many, not more."""
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


def clear(table: str) -> None:
    """No entries."""
    with connection.cursor() as cursor:
        cursor.execute(_CHECKED)
        cursor.execute(f"TRUNCATE {table}")


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


def find(table: str, plan: Plan, limit: int) -> tuple[list[Row], bool]:
    """The newest entries that fit, at most `limit` and one; and whether there may be more. One query.

    If there are, the newest whose title fits stand among them.
    """
    if plan.publications is not None or not (plan.groups or plan.marks):
        found = [Row(*row) for row in _asked(*_direct(table, plan, limit + 1))]
        return found, len(found) > limit
    newest = _newest(table, plan.groups, plan, limit + 1)
    sql = f"WITH newest AS MATERIALIZED ({newest.sql}) SELECT 0 AS part, * FROM newest"  # noqa: S608 - our own names
    values = newest.values
    if plan.best:
        best = _newest(table, plan.best, plan, plan.best_limit)
        # One look at how many there are decides whether the second part is asked for at all.
        also = f"SELECT 1, * FROM ({best.sql}) AS best WHERE (SELECT count(*) FROM newest) > %s OR %s"  # noqa: S608
        sql += f" UNION ALL {also}"
        values = [*values, *best.values, limit, newest.leaves_out]
    rows = _asked(sql, values)
    number = sum(part == 0 for part, *_values in rows)
    found = sorted({row[1]: Row(*row[1:]) for row in rows}.values(), key=lambda row: -row.id)
    return found, number > limit or newest.leaves_out


class _Part(NamedTuple):
    """A question for the newest entries that fit; `leaves_out`: it does not look at all months."""

    sql: str
    values: list[Any]
    leaves_out: bool = False


def _newest(table: str, groups: tuple[Group, ...], plan: Plan, limit: int) -> _Part:
    """Of the entries that fit the newest, some months at a time where there are many."""
    # A year is a range of keys and of months; beside anything else its mark would be one condition more.
    marks = tuple(mark for mark in plan.marks if not mark.startswith("_y"))
    if not groups and not marks:
        marks = plan.marks
    counts = [plan.entries_of(group) for group in groups] + [plan.frequency(mark) for mark in marks]
    total = max(plan.total, 1)
    share = prod(min(count / total, 1.0) for count in counts)
    conditions = _conditions(groups, marks, plan)
    months = plan.months
    if min(counts, default=total) <= _FEW * limit or not months:
        return _by_index(table, conditions, plan, limit)
    has_phrase = any(len(phrase) > 1 for group in groups for phrase in group)
    most = _MOST_READ / share if has_phrase else float("inf")
    wanted = _ENOUGH * limit / share / (_PHRASES if has_phrase else 1.0)
    windows = _windows(months, wanted, most)
    leaves_out = sum(map(len, windows)) < len(months)
    if len(windows) == 1 and not leaves_out and not plan.has_period:
        return _by_index(table, conditions, plan, limit)
    sql, values, _all = _by_index(table, conditions, plan, limit, also="vector @@ months.mark::tsquery")
    parts = f"unnest(%s::text[]) AS months(mark) CROSS JOIN LATERAL ({sql}) AS found"
    return _Part(
        f"SELECT found.* FROM {parts} LIMIT %s",  # noqa: S608 - our own names
        [[_any(tuple((mark,) for mark in window)) for window in windows], *values, limit],
        leaves_out,
    )


def _windows(months: list[tuple[str, int]], wanted: float, most: float) -> list[list[str]]:
    """The months from the newest on in a few parts, each twice as large as all before: the database stops after the
    one in which there are enough. The last has all that is left, of at most so many entries.
    """
    windows: list[list[str]] = [[]]
    seen = number = 0
    for mark, entries in months:
        if seen >= most:
            break
        if number >= wanted and len(windows) < _MOST_STEPS:
            windows.append([])
            wanted, number = 2.0 * seen, 0
        windows[-1].append(mark)
        number += entries
        seen += entries
    return windows


def _by_index(table: str, conditions: list[str], plan: Plan, limit: int, *, also: str = "TRUE") -> _Part:
    """Each group is a condition of its own: the index then leaps from one that has the months or the rare word to the
    next, where of one long condition it would look at every row that has any of its words.
    """
    # The sum keeps the key's own index out of it, which would list all of a long period.
    fits = " AND ".join(["vector @@ %s::tsquery"] * len(conditions))
    return _Part(
        f"WITH fitting AS MATERIALIZED (SELECT {', '.join(FOUND)} FROM {table} "  # noqa: S608 - our own names
        f"WHERE {fits} AND {also} AND id + 0 BETWEEN %s AND %s) SELECT * FROM fitting ORDER BY id DESC LIMIT %s",
        [*conditions, plan.low, plan.high, limit],
    )


def _direct(table: str, plan: Plan, limit: int) -> tuple[str, list[Any]]:
    """By the key alone, or among the entries of some publications."""
    fits = ["id BETWEEN %s AND %s"]
    values: list[Any] = [plan.low, plan.high]
    if plan.publications is not None:
        fits.append("publication_id = ANY(%s)")
        values.append(list(plan.publications))
    conditions = _conditions(plan.groups, plan.marks, plan)
    fits += ["vector @@ %s::tsquery"] * len(conditions)
    return (
        f"SELECT {', '.join(FOUND)} FROM {table} WHERE {' AND '.join(fits)} ORDER BY id DESC LIMIT %s",  # noqa: S608
        [*values, *conditions, limit],
    )


def _asked(sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _conditions(groups: tuple[Group, ...], marks: tuple[str, ...], plan: Plan) -> list[str]:
    """What must be there, each by itself; what must not goes with the last, for alone it would fit nearly all."""
    wanted = [_any(group) for group in groups] + [_any(((mark,),)) for mark in marks]
    if wanted and plan.excluded:
        wanted[-1] = " & ".join([wanted[-1], *(f"!{_any(group)}" for group in plan.excluded)])
    return wanted


def _any(group: Group) -> str:
    return f"({' | '.join(map(_phrase, group))})"


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
