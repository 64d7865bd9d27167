"""Django's tasks, kept in our own table. See docs/decisions/0003."""

from typing import Any, TypeVar

from django.utils.module_loading import import_string
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskError
from django_tasks.exceptions import InvalidTaskError, TaskResultDoesNotExist
from django_tasks.utils import normalize_json
from typing_extensions import ParamSpec

from kevytasiointi.core import clock
from kevytasiointi.ledger import jobs
from kevytasiointi.ledger.models import Job, JobState

T = TypeVar("T")
P = ParamSpec("P")

_STATUS = {
    JobState.READY: TaskResultStatus.READY,
    JobState.RUNNING: TaskResultStatus.RUNNING,
    JobState.DONE: TaskResultStatus.SUCCESSFUL,
    JobState.DEAD: TaskResultStatus.FAILED,
}


class JobBackend(BaseTaskBackend):
    """Enqueueing outside a transaction is an error; arguments have names and are JSON."""

    supports_defer = True
    supports_priority = True
    supports_get_result = True

    def validate_task(self, task: Task[P, T]) -> None:
        super().validate_task(task)
        if task.takes_context:
            raise InvalidTaskError("A task of ours takes ids and, if it wants it, job_id; no context.")

    def enqueue(self, task: Task[P, T], args: Any, kwargs: Any) -> TaskResult[T]:
        """Queue the call in the current transaction; raises `NoTransaction` outside one."""
        self.validate_task(task)
        if args:
            raise InvalidTaskError("Name the arguments of a job: it may be read by a later version of the task.")
        return _result_of(jobs.add(task=task, arguments=normalize_json(kwargs), now=clock.now()), task, self.alias)

    def get_result(self, result_id: str) -> TaskResult[Any]:
        job = Job.objects.filter(public_id=result_id).first()
        if job is None:
            raise TaskResultDoesNotExist(result_id)
        return _result_of(job, import_string(job.task), self.alias)


def _result_of(job: Job, task: Task[P, T], alias: str) -> TaskResult[T]:
    error, _, place = job.last_error.partition(" at ")
    result: TaskResult[T] = TaskResult(
        task=task,
        id=job.public_id,
        status=_STATUS[JobState(job.state)],
        enqueued_at=job.enqueued_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        last_attempted_at=job.started_at,
        args=[],
        kwargs=job.arguments,
        backend=alias,
        errors=[TaskError(exception_class_path=error, traceback=place)] if job.last_error else [],
        worker_ids=["worker"] * job.attempts,
    )
    # The interface has this value set so by each backend: it isn't a field of the constructor.
    object.__setattr__(result, "_return_value", job.result)
    return result
