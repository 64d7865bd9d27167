"""The runner is as hostile as it says."""

import socket

import pytest
from django.db import DatabaseError, connection
from django.template import engines

from support.needs import DATABASE, only_on
from support.sockets import OutsideConnection


@pytest.mark.django_db
def test_the_database_is_the_one_asked_for():
    assert connection.vendor == {"sqlite": "sqlite", "postgres": "postgresql"}[DATABASE]


@only_on("sqlite")
@pytest.mark.django_db(transaction=True)
def test_sqlite_is_a_file_in_wal_with_full_sync():
    with connection.cursor() as cursor:
        values = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert values == ["wal", 2]
    assert not connection.is_in_memory_db()


def test_a_test_can_not_reach_the_outside():
    with socket.socket() as outside, pytest.raises(OutsideConnection):
        outside.connect(("192.0.2.1", 80))
    with pytest.raises(OutsideConnection):
        socket.getaddrinfo("example.invalid", 443)


def test_a_template_that_names_nothing_known_fails():
    template = engines["django"].from_string("{{ nobody.said.this }}")
    with pytest.raises(pytest.fail.Exception):
        template.render({})


@pytest.mark.django_db(transaction=True)
def test_insert_only_tables_are_emptied_after_a_test_and_stay_insert_only():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE kept (id integer)")
        cursor.execute("INSERT INTO kept VALUES (1)")
        for statement in _INSERT_ONLY[connection.vendor]:
            cursor.execute(statement)
        try:
            connection.ops.execute_sql_flush(["DELETE FROM kept"])
            cursor.execute("SELECT count(*) FROM kept")
            assert cursor.fetchone() == (0,)
            cursor.execute("INSERT INTO kept VALUES (2)")
            with pytest.raises(DatabaseError, match="kept for ever"):
                cursor.execute("DELETE FROM kept")
        finally:
            cursor.execute("DROP TABLE kept")


_INSERT_ONLY = {
    "sqlite": [
        "CREATE TRIGGER kept_for_ever BEFORE DELETE ON kept BEGIN SELECT RAISE(ABORT, 'kept for ever'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'kept for ever'; END$$",
        "CREATE TRIGGER kept_for_ever BEFORE DELETE ON kept FOR EACH ROW EXECUTE FUNCTION refuse()",
    ],
}
