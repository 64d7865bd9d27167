"""Tables whose rows are written once: the database itself refuses to change or remove them.

For migrations, of this room and of those above it. SQLite forgets triggers when a later migration
rebuilds the table; that migration then needs `insert_only` again.
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.migrations.state import StateApps

_SQLITE = """
CREATE TRIGGER insert_only_{act}_{table} BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END
"""
_SQLITE_ACTS = ("update", "delete")

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""

_POSTGRES = """
CREATE TRIGGER insert_only_{table} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""


def insert_only(table: str) -> RunPython:
    """The operation after which UPDATE and DELETE on `table` raise `IntegrityError`."""

    def refuse(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 - as RunPython calls it
        if editor.connection.vendor == "postgresql":
            editor.execute(_POSTGRES_FUNCTION, params=None)  # None: its % is not a placeholder
            editor.execute(_POSTGRES.format(table=table))
            return
        for act in _SQLITE_ACTS:
            editor.execute(_SQLITE.format(table=table, act=act))

    def allow(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 - as RunPython calls it
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER insert_only_{table} ON {table}")
            return
        for act in _SQLITE_ACTS:
            editor.execute(f"DROP TRIGGER insert_only_{act}_{table}")

    return RunPython(refuse, allow)
