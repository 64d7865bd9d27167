"""The world is made once for a module; each test undoes what it did."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="module")
def made_world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[object]:
    from access.world import a_world  # noqa: PLC0415 - models exist only now

    with django_db_blocker.unblock(), transaction.atomic():
        yield a_world(tmp_path_factory.mktemp("definitions"))
        transaction.set_rollback(True)


@pytest.fixture
def world(made_world: object, db: None) -> object:
    """What the test does is undone to a savepoint: `db` begins inside the transaction of the module."""
    return made_world
