"""The test's database is of the production kind: an SQLite file in WAL, or PostgreSQL."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """On SQLite a file, not memory: only a file has WAL, locks and several connections."""
    from django.db import connection  # noqa: PLC0415 - settings must be chosen first

    if connection.vendor == "sqlite":
        folder: Path = tmp_path_factory.mktemp("database")
        connection.settings_dict["TEST"]["NAME"] = str(folder / "test.sqlite3")
    _let_the_runner_empty_insert_only_tables(connection)


def _let_the_runner_empty_insert_only_tables(connection: Any) -> None:
    """Triggers refuse to delete from the audit trail. A transactional test must still leave nothing behind.

    Done to the class: under the browser's event loop the test has another connection than this one.
    """
    operations = type(connection.ops)
    flush: Callable[[Any, list[str]], None] = operations.execute_sql_flush

    def on_sqlite(self: Any, statements: list[str]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f'DROP TRIGGER "{name}"')
            try:
                flush(self, statements)
            finally:
                for _, sql in triggers:
                    cursor.execute(sql)

    def on_postgres(self: Any, statements: list[str]) -> None:
        flush(self, ["SET LOCAL session_replication_role = replica", *statements])

    operations.execute_sql_flush = on_sqlite if connection.vendor == "sqlite" else on_postgres
