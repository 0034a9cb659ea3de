"""Room: minutes, search. What the tables of the search have beside their columns: the indexes of words, per database.

On SQLite an FTS5 table over the column `words`, which triggers keep up; on PostgreSQL a column `vector` with a GIN
index. Words are compared byte by byte on both.
"""

from typing import Any

NAMES = ("public", "internal")
_TOKENS = "ascii tokenchars ''_=~''"


def set_up(apps: Any, schema_editor: Any) -> None:
    """What a migration adds to the tables that Django made."""
    make = _sqlite_up if schema_editor.connection.vendor == "sqlite" else _postgresql_up
    for name in NAMES:
        for statement in make(f"minutes_{name}entry"):
            schema_editor.execute(statement)
    if schema_editor.connection.vendor == "postgresql":
        for name in NAMES:
            _compare_bytes(schema_editor, name)


def take_down(apps: Any, schema_editor: Any) -> None:
    """The way back."""
    for name in NAMES:
        table = f"minutes_{name}entry"
        if schema_editor.connection.vendor == "sqlite":
            for event in ("insert", "delete", "update"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_{event}")
            schema_editor.execute(f"DROP TABLE IF EXISTS {table}_fts")
        else:
            schema_editor.execute(f"ALTER TABLE {table} DROP COLUMN vector")


def gin(table: str) -> str:
    """The index of words on PostgreSQL, without a list of what is still to be sorted in: it would be read each time."""
    return f"CREATE INDEX {table}_vector ON {table} USING gin (vector) WITH (fastupdate = off)"


def _remove(table: str) -> str:
    return f"INSERT INTO {table}_fts({table}_fts, rowid, words) VALUES ('delete', old.id, old.words);"  # noqa: S608


def delete_trigger(table: str) -> str:
    """What keeps the FTS5 table up when entries go."""
    return f"CREATE TRIGGER {table}_delete AFTER DELETE ON {table} BEGIN {_remove(table)} END"


def _sqlite_up(table: str) -> list[str]:
    fts, remove = f"{table}_fts", _remove(table)
    add = f"INSERT INTO {fts}(rowid, words) VALUES (new.id, new.words);"  # noqa: S608
    return [
        f"CREATE VIRTUAL TABLE {fts} USING fts5(words, content='{table}', content_rowid='id', tokenize='{_TOKENS}')",
        f"CREATE TRIGGER {table}_insert AFTER INSERT ON {table} BEGIN {add} END",
        delete_trigger(table),
        f"CREATE TRIGGER {table}_update AFTER UPDATE ON {table} BEGIN {remove} {add} END",
    ]


def _postgresql_up(table: str) -> list[str]:
    # Rows are kept whole as long as they fit: text that is stored apart is fetched piece by piece.
    whole = f"ALTER TABLE {table} SET (toast_tuple_target = 8000)"
    return [f"ALTER TABLE {table} ADD COLUMN vector tsvector NOT NULL DEFAULT ''", whole, gin(table)]


def _compare_bytes(schema_editor: Any, name: str) -> None:
    """Ranges of beginnings need an order that no language changes; the extra indexes for LIKE need not be kept."""
    tables = [f"minutes_{name}{kind}" for kind in ("word", "stem", "part")]
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname FROM pg_indexes WHERE tablename = ANY(%s) AND indexname LIKE '%%_like'", [tables]
        )
        unneeded = [row[0] for row in cursor.fetchall()]
    for index in unneeded:
        schema_editor.execute(f'DROP INDEX "{index}"')
    for kind, columns in {"word": ("word", "stem"), "stem": ("stem",), "part": ("tail", "stem")}.items():
        for column in columns:
            size = 60 if column == "word" else 80
            schema_editor.execute(
                f'ALTER TABLE minutes_{name}{kind} ALTER COLUMN {column} TYPE varchar({size}) COLLATE "C"'
            )
