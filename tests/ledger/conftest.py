import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

NOON = dt.datetime(2026, 3, 2, 10, 0, tzinfo=dt.UTC)


@pytest.fixture
def noon() -> dt.datetime:
    return NOON


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The file that the chores of this test write into."""
    return tmp_path / "page"


@pytest.fixture
def lines(page: Path) -> Callable[[], list[str]]:
    return lambda: page.read_text(encoding="utf-8").splitlines() if page.exists() else []


@pytest.fixture
def queue(page: Path) -> Callable[..., object]:
    """Queues a chore, due since noon unless said otherwise."""
    # This file is read before Django is set up.
    from django.db import transaction  # noqa: PLC0415

    from kevytasiointi.ledger import jobs  # noqa: PLC0415
    from kevytasiointi.ledger.models import Job  # noqa: PLC0415

    def add(chore: object, word: str = "word", *, now: dt.datetime = NOON, **columns: object) -> Job:
        with transaction.atomic():
            job = jobs.add(task=chore, arguments={"path": str(page), "word": word}, now=now)
            Job.objects.filter(pk=job.pk).update(**columns)
        job.refresh_from_db()
        return job

    return add
