import datetime as dt

import pytest

from kevytasiointi.ledger.models import JobState
from kevytasiointi.ledger.queries import JobCounts, dead_letters, job_counts
from ledger.chores import write_down

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


def test_counts_say_how_the_work_is_going(queue, noon):
    queue(write_down, run_after=noon - MINUTE)
    queue(write_down, run_after=noon - 2 * MINUTE, state=JobState.RUNNING, leased_until=noon)
    queue(write_down, run_after=noon + MINUTE)
    queue(write_down, state=JobState.RUNNING, leased_until=noon + MINUTE)
    queue(write_down, state=JobState.DEAD)
    queue(write_down, state=JobState.DONE)

    assert job_counts(noon) == JobCounts(due=2, later=1, running=1, dead=1, oldest_due_at=noon - 2 * MINUTE)


def test_counts_of_nothing_are_nothing(noon):
    assert job_counts(noon) == JobCounts(due=0, later=0, running=0, dead=0, oldest_due_at=None)


def test_dead_letters_come_latest_first(queue, noon):
    first = queue(write_down, state=JobState.DEAD, finished_at=noon)
    last = queue(write_down, state=JobState.DEAD, finished_at=noon + MINUTE)
    queue(write_down)

    assert list(dead_letters()) == [last, first]
