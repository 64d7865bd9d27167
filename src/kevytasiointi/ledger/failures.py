"""How work and writing can fail."""

from django.db import connection


class NoTransaction(Exception):  # noqa: N818 - it names what is missing
    """Something that must stand or fall with a change was written outside a transaction: a fault of the program."""


class PermanentFailure(Exception):  # noqa: N818 - it says what kind of failure it is
    """Trying again can't help. A task that raises this goes to the dead letters at once."""


class WorkerLost(Exception):  # noqa: N818 - it says what happened
    """Never raised: the name under which an attempt is noted that ended with its worker."""


def refuse_outside_transaction(why: str) -> None:
    if not connection.in_atomic_block:
        raise NoTransaction(why)
