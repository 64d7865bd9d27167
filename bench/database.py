"""Where a measurement keeps its rows."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from support.cluster import start_cluster


@contextmanager
def a_database(*, is_postgres: bool) -> Iterator[tuple[str, int]]:
    """Address and process of a PostgreSQL of this run's own, with fsync; neither for SQLite, which lives in the service."""
    if not is_postgres:
        yield "", 0
        return
    cluster = start_cluster(is_durable=True)
    try:
        yield cluster.url, cluster.server.pid
    finally:
        cluster.stop()
