"""Django's Tasks interface over our jobs."""

import datetime as dt

import pytest
from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks.exceptions import InvalidTaskError, TaskResultDoesNotExist

from kevytasiointi.core import clock
from kevytasiointi.ledger.backend import JobBackend
from kevytasiointi.ledger.failures import NoTransaction, PermanentFailure
from kevytasiointi.ledger.models import Job
from kevytasiointi.ledger.worker import Worker
from ledger.chores import answer, fail_for_ever, write_down

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def backend():
    return JobBackend(alias="default", params={"QUEUES": []})


@pytest.fixture
def enqueue(backend, page):
    def enqueue(task):
        with transaction.atomic():
            return backend.enqueue(task, (), {"path": str(page), "word": "word"})

    return enqueue


def test_a_task_is_queued_done_and_its_answer_read(backend, enqueue):
    queued = enqueue(answer)
    assert (queued.status, queued.attempts) == (TaskResultStatus.READY, 0)

    Worker().run_until_empty()
    done = backend.get_result(queued.id)
    assert (done.status, done.attempts, done.return_value) == (TaskResultStatus.SUCCESSFUL, 1, {"word": "word"})
    assert done.task == answer


def test_a_failed_task_tells_the_class_of_its_error(backend, enqueue):
    queued = enqueue(fail_for_ever)

    Worker().run_until_empty()
    failed = backend.get_result(queued.id)
    assert failed.status == TaskResultStatus.FAILED
    assert [error.exception_class for error in failed.errors] == [PermanentFailure]


def test_queue_priority_and_time_of_a_task_are_kept(backend, enqueue, monkeypatch):
    monkeypatch.setattr(type(write_down), "get_backend", lambda self: backend)
    later = clock.now() + dt.timedelta(hours=1)

    enqueue(write_down.using(priority=7, queue_name="slow", run_after=later))
    job = Job.objects.get()
    assert (job.priority, job.queue, job.run_after) == (7, "slow", later)


def test_enqueueing_outside_a_transaction_is_a_fault(backend):
    with pytest.raises(NoTransaction):
        backend.enqueue(write_down, (), {"path": "p", "word": "w"})


@pytest.mark.parametrize(
    ("args", "kwargs", "error"), [(("p",), {}, InvalidTaskError), ((), {"path": object()}, TypeError)]
)
def test_arguments_have_names_and_are_json(backend, args, kwargs, error):
    with pytest.raises(error), transaction.atomic():
        backend.enqueue(write_down, args, kwargs)
    assert not Job.objects.exists()


def test_an_unknown_result_is_said_to_be_unknown(backend):
    with pytest.raises(TaskResultDoesNotExist):
        backend.get_result("nothing")
