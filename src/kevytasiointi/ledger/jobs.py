"""The life of a job: added, claimed, kept alive, finished or failed.

Every step is one conditional write, so that it doesn't matter which process does it, or how many.
Which worker holds a job is said by `lease`, a random word of that worker's attempt: whoever has
lost it can't finish the job any more.
"""

import datetime as dt
import inspect
import random
from collections.abc import Collection, Mapping
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django_tasks.base import Task

from kevytasiointi.core.ids import new_public_id
from kevytasiointi.ledger.failures import WorkerLost, refuse_outside_transaction
from kevytasiointi.ledger.models import Job, JobState
from kevytasiointi.ledger.rules import LEASE, delay_after, is_given_up

JOB_ID: Final = "job_id"
"""A task that has a parameter of this name is given the public id of its job, the same at each attempt."""

WORKER_LOST: Final = f"{WorkerLost.__module__}.{WorkerLost.__qualname__} at unknown"


def wants_job_id(task: Task[..., Any]) -> bool:
    return JOB_ID in inspect.signature(task.func).parameters


def add(*, task: Task[..., Any], arguments: Mapping[str, Any], now: dt.datetime) -> Job:
    """Queue one call of `task`; raises `NoTransaction` outside a transaction.

    Work that is queued by itself could be done though the change it follows from never happened.
    """
    refuse_outside_transaction("A job is queued in the transaction of the change it follows from.")
    return Job.objects.create(
        task=task.module_path,
        arguments=dict(arguments),
        queue=task.queue_name,
        priority=task.priority,
        run_after=task.run_after or now,
        enqueued_at=now,
    )


def is_queued(*, task: Task[..., Any], at: dt.datetime) -> bool:
    """Whether a call of the task for that moment has been queued, be it done by now or not."""
    return Job.objects.filter(task=task.module_path, run_after=at).exists()


def due(now: dt.datetime, queues: Collection[str] = ()) -> QuerySet[Job]:
    """What waits for a worker, the most urgent first; from `queues`, or from all if none is named."""
    waiting = Q(state=JobState.READY, run_after__lte=now) | Q(state=JobState.RUNNING, leased_until__lte=now)
    found = Job.objects.filter(waiting).order_by("-priority", "run_after", "id")
    return found.filter(queue__in=queues) if queues else found


def claim(*, now: dt.datetime, queues: Collection[str] = ()) -> Job | None:
    """Take the most urgent job for a lease, or None. Of several workers that ask, one gets it.

    A job whose holder has not been heard of for the length of its lease is taken over; one that has
    lost its worker at every attempt is buried instead, for it may be what kills them.
    """
    # Looking first keeps idle workers away from SQLite's one write lock.
    while due(now, queues).exists():
        with transaction.atomic():
            job = _lock_next(now, queues)
            if job is None:
                return None
            if is_given_up(job.attempts):
                _bury(job, now)
                continue
            if _take(job, now):
                return job
    return None


def _lock_next(now: dt.datetime, queues: Collection[str]) -> Job | None:
    found = due(now, queues)
    if connection.features.has_select_for_update_skip_locked:
        found = found.select_for_update(skip_locked=True)
    return found.first()


def _bury(job: Job, now: dt.datetime) -> None:
    changes = {"state": JobState.DEAD, "lease": "", "leased_until": None, "last_error": WORKER_LOST}
    _held(job).update(finished_at=now, **changes)


def _take(job: Job, now: dt.datetime) -> bool:
    was_lost = job.state == JobState.RUNNING
    changes: dict[str, Any] = {
        "state": JobState.RUNNING,
        "lease": new_public_id(),
        "leased_until": now + LEASE,
        "started_at": now,
    }
    if was_lost:
        changes["last_error"] = WORKER_LOST
    taken = _held(job).filter(state=job.state).update(attempts=F("attempts") + 1, **changes)
    job.attempts += 1
    for name, value in changes.items():
        setattr(job, name, value)
    return taken == 1


def keep_alive(job: Job, *, now: dt.datetime) -> bool:
    """Lengthen the lease; False when another worker has taken the job over."""
    return _held(job).filter(state=JobState.RUNNING).update(leased_until=now + LEASE) == 1


def finish(job: Job, *, result: Any, now: dt.datetime) -> bool:
    """The attempt succeeded. False, and nothing written, when the job isn't this holder's any more."""
    done = _held(job).filter(state=JobState.RUNNING)
    changes = {"state": JobState.DONE, "lease": "", "leased_until": None, "last_error": ""}
    return done.update(result=result, finished_at=now, **changes) == 1


def fail(job: Job, *, error: str, is_permanent: bool, now: dt.datetime) -> bool:
    """The attempt failed: try again later, or give up. False when the job isn't this holder's any more."""
    held = _held(job).filter(state=JobState.RUNNING)
    changes: dict[str, Any] = {"lease": "", "leased_until": None, "last_error": error}
    if is_permanent or is_given_up(job.attempts):
        return held.update(state=JobState.DEAD, finished_at=now, **changes) == 1
    spread = random.random()  # noqa: S311 - it only keeps jobs from returning together
    return held.update(state=JobState.READY, run_after=now + delay_after(job.attempts, spread=spread), **changes) == 1


def _held(job: Job) -> QuerySet[Job]:
    """The row, as long as its lease is the one that `job` was read or taken with."""
    return Job.objects.filter(pk=job.pk, lease=job.lease)
