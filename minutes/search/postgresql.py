"""Room: minutes, search. PostgreSQL: a vector of words in each row and a GIN index over them.

The index is fast where few entries fit, for each of them is fetched. Where many do, the newest rows are looked through
until there are enough: the frequencies of the words say which of both.
"""

import io
from collections.abc import Iterable, Iterator, Sequence

from django.db import connection

from minutes.search.plan import COLUMNS, FOUND, Group, Plan, Row
from minutes.search.tables import gin

FEW = 12_000
"""So many entries the index fetches about as fast as a window is walked through."""
WINDOW = 40_000
"""So many rows are walked through at most."""
_CHECKED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"
_POSITIONS = 16_000
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def insert(table: str, rows: Iterable[Sequence[object]]) -> None:
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
    query = _query(plan.groups, plan)
    if not query or plan.publications is not None:
        return _fetched(*_direct(table, query, plan, limit))
    found: list[Row] = []
    expected, most = _expected(plan)
    if most > FEW and expected * WINDOW >= limit:
        found = _fetched(*_walk(table, query, plan, limit))
    if len(found) < limit:
        found = _fetched(*_by_index(table, query, plan, limit))
    if plan.best and len(found) >= limit:
        best = _fetched(*_by_index(table, _query(plan.best, plan), plan, plan.best_limit))
        found = sorted({row.id: row for row in (*found, *best)}.values(), key=lambda row: -row.id)
    return found


def _expected(plan: Plan) -> tuple[float, int]:
    """Which share of the entries fits, were the words strewn evenly; and how many fit at most."""
    counts = [plan.entries_of(group) for group in plan.groups] + [plan.frequency(mark) for mark in plan.marks]
    share = 1.0
    for count in counts:
        share *= min(count / max(plan.total, 1), 1.0)
    return share, min(counts, default=0)


def _walk(table: str, query: str, plan: Plan, limit: int) -> tuple[str, list[object]]:
    columns = ", ".join(FOUND)
    return (
        f"SELECT {columns} FROM (SELECT {columns}, vector FROM {table} WHERE id BETWEEN %s AND %s "  # noqa: S608
        f"ORDER BY id DESC LIMIT {WINDOW}) newest WHERE vector @@ %s::tsquery ORDER BY id DESC LIMIT %s",
        [plan.low, plan.high, query, limit],
    )


def _by_index(table: str, query: str, plan: Plan, limit: int) -> tuple[str, list[object]]:
    return (
        f"WITH found AS MATERIALIZED (SELECT id FROM {table} WHERE vector @@ %s::tsquery AND id BETWEEN %s AND %s), "  # noqa: S608
        f"newest AS MATERIALIZED (SELECT id FROM found ORDER BY id DESC LIMIT %s) "
        f"SELECT {', '.join(FOUND)} FROM {table} WHERE id = ANY(ARRAY(SELECT id FROM newest)) ORDER BY id DESC",
        [query, plan.low, plan.high, limit],
    )


def _direct(table: str, query: str, plan: Plan, limit: int) -> tuple[str, list[object]]:
    """By the key alone, or among the entries of some publications."""
    conditions, values = ["id BETWEEN %s AND %s"], [plan.low, plan.high]
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


def _fetched(sql: str, values: list[object]) -> list[Row]:
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


def _lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
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
