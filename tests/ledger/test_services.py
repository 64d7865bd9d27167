import pytest

from kevytasiointi.ledger import jobs
from kevytasiointi.ledger.models import AuditEntry, JobState
from kevytasiointi.ledger.rules import MOST_ATTEMPTS
from kevytasiointi.ledger.services import NotDead, retry_dead
from ledger.chores import write_down

pytestmark = pytest.mark.django_db


def test_a_dead_letter_is_tried_again_with_all_its_attempts(queue, noon):
    job = queue(write_down, state=JobState.DEAD, attempts=MOST_ATTEMPTS, finished_at=noon)

    retry_dead(job=job, actor="kerttu", now=noon)
    job.refresh_from_db()
    assert (job.state, job.attempts, job.finished_at) == (JobState.READY, 0, None)
    assert jobs.claim(now=noon) == job
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.actor, entry.object_id) == ("job.retried", "kerttu", job.public_id)


@pytest.mark.parametrize("state", [JobState.READY, JobState.RUNNING, JobState.DONE])
def test_only_a_dead_letter_can_be_tried_again(queue, noon, state):
    job = queue(write_down, state=state)

    with pytest.raises(NotDead):
        retry_dead(job=job, actor="kerttu", now=noon)
    assert not AuditEntry.objects.exists()


def test_asking_twice_at_once_tries_once(queue, noon):
    job = queue(write_down, state=JobState.DEAD)

    retry_dead(job=job, actor="kerttu", now=noon)
    with pytest.raises(NotDead):
        retry_dead(job=job, actor="eeva", now=noon)
