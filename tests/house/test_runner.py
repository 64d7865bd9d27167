"""The runner is as hostile as it says."""

import socket

import pytest
from django.db import connection
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
