"""What a database is for, written in it: test identification must never meet real applications."""

from django.db import transaction

from kevytasiointi.ledger.models import DatabaseMark

_THE_ROW = 1


class WrongDatabase(Exception):  # noqa: N818 - it names what was found
    """The database isn't for the mode the server runs in. The message says what to do."""


@transaction.atomic
def mark(*, mode: str) -> None:
    """Write `mode` into a new database; raises `WrongDatabase` if it has been marked otherwise."""
    found, _ = DatabaseMark.objects.get_or_create(pk=_THE_ROW, defaults={"mode": mode})
    _refuse_unless(found.mode, mode)


def check(*, mode: str) -> None:
    """Raises `WrongDatabase` unless the database is marked for `mode`.

    Both ways: made-up people would be let in to a production database, and real people would leave
    their applications in one that is thrown away.
    """
    found = DatabaseMark.objects.filter(pk=_THE_ROW).first()
    if found is None:
        raise WrongDatabase("The database hasn't been set up. Run the set-up command first.")
    _refuse_unless(found.mode, mode)


def _refuse_unless(marked: str, mode: str) -> None:
    if marked != mode:
        raise WrongDatabase(
            f"The database is marked for {marked}, and the server runs in {mode} mode. "
            "Point KEVYTASIOINTI_DATABASE_URL to another database, or set KEVYTASIOINTI_MODE."
        )
