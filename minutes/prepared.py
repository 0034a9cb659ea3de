"""Room: minutes. Queries of pages that are asked for most, compiled once.

To write its SQL takes a query longer than the database takes to answer it. The query is one of the ORM as everywhere,
so that the rules of what may be read stand where they stand; only places are left for values.
"""

from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Field, QuerySet


class Place(Expression):
    """Where a value is put in later, by its name; `output_field` as of any expression."""

    def __init__(self, name: str, output_field: Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def filled(self, values: dict[str, Any], connection: Any) -> Any:
        """The value of this place as the database takes it."""
        return self.output_field.get_db_prep_value(values[self.name], connection)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list["Place"]]:
        return "%s", [self]


class Prepared:
    """A query that answers tuples. `make` returns it, by `values_list`, with places for what differs each time."""

    def __init__(self, make: Callable[[], QuerySet]) -> None:
        self._make = make

    def rows(self, **values: Any) -> list[list[Any]]:
        """The rows for these values by name; one query."""
        wrapper = connections[DEFAULT_DB_ALIAS]
        # What is compiled belongs to a connection, and goes with it.
        known = wrapper.__dict__.setdefault("gremia_prepared", {})
        if self not in known:
            known[self] = self._compiled(wrapper)
        sql, params, compiler, converters = known[self]
        found = [param.filled(values, wrapper) if isinstance(param, Place) else param for param in params]
        with wrapper.cursor() as cursor:
            cursor.execute(sql, found)
            return list(compiler.apply_converters(cursor.fetchall(), converters))

    def _compiled(self, wrapper: Any) -> tuple[str, tuple, Any, dict]:
        compiler = self._make().query.get_compiler(connection=wrapper)
        sql, params = compiler.as_sql()
        return sql, tuple(params), compiler, compiler.get_converters([column for column, *_sql in compiler.select])
