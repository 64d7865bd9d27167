"""Does the jobs, one at a time, until told to stop."""

import datetime as dt
import logging
import signal
import threading
import time
from collections.abc import Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from types import FrameType, TracebackType
from typing import Any, Final, Self

from django.db import InterfaceError, OperationalError, close_old_connections, connections
from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks.utils import normalize_json

from kevytasiointi.core import clock
from kevytasiointi.ledger import jobs
from kevytasiointi.ledger.failures import PermanentFailure
from kevytasiointi.ledger.models import Job
from kevytasiointi.ledger.rules import HEARTBEAT

logger = logging.getLogger(__name__)

_IDLE_SECONDS: Final = 1.0
_DATABASE_AWAY_SECONDS: Final = 5.0
_OUR_CODE: Final = "kevytasiointi."


@dataclass
class Worker:
    """Takes due jobs from `queues` (all, if none is named). Several may run, on several machines."""

    queues: Collection[str] = ()
    is_stopping: bool = field(default=False, init=False)

    def stop_on_signals(self) -> None:
        """SIGTERM and SIGINT: finish the job in hand, take no other."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)

    def _stop(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - signal's own signature
        self.is_stopping = True

    def run(self) -> None:
        """Work until stopped. A database that is away is waited for."""
        while not self.is_stopping:
            try:
                was_busy = self.run_one()
            except (OperationalError, InterfaceError) as error:
                # A job in hand stays leased and is taken over; nothing is lost, some of it is done again.
                logger.warning("the database is away: %s", describe(error))
                close_old_connections()
                time.sleep(_DATABASE_AWAY_SECONDS)
                continue
            if not was_busy:
                time.sleep(_IDLE_SECONDS)

    def run_until_empty(self) -> int:
        """Do what is due now, and what that makes due; returns the number of attempts.

        What has failed and waits for its next attempt isn't due.
        """
        count = 0
        while not self.is_stopping and self.run_one():
            count += 1
        return count

    def run_one(self) -> bool:
        """Claim and attempt one job; False when none is due."""
        close_old_connections()
        job = jobs.claim(now=clock.now(), queues=self.queues)
        if job is None:
            return False
        _attempt(job)
        return True


def _attempt(job: Job) -> None:
    with Heartbeat(job):
        failure = None
        result = None
        try:
            result = _call(job)
        except Exception as error:  # noqa: BLE001 - whatever a task raises is the task's failure, not the worker's
            failure = error
    now = clock.now()
    if failure is None:
        is_ours = jobs.finish(job, result=result, now=now)
        logger.info("job %s %s done", job.public_id, job.task)
    else:
        text = describe(failure)
        is_ours = jobs.fail(job, error=text, is_permanent=isinstance(failure, PermanentFailure), now=now)
        logger.warning("job %s %s failed, attempt %d: %s", job.public_id, job.task, job.attempts, text)
    if not is_ours:
        logger.warning("job %s %s had been taken over by another worker", job.public_id, job.task)


def _call(job: Job) -> Any:
    task = import_string(job.task)
    if not isinstance(task, Task):
        raise PermanentFailure("not a task")
    arguments = dict(job.arguments)
    if jobs.wants_job_id(task):
        arguments[jobs.JOB_ID] = job.public_id
    answer = task.call(**arguments)
    try:
        return normalize_json(answer)
    except TypeError as error:
        raise PermanentFailure("the answer of a task must be JSON") from error


def describe(error: BaseException) -> str:
    """Class and place of an error and of its cause. Its message isn't told: it may hold what people wrote."""
    text = f"{type(error).__module__}.{type(error).__qualname__} at {_place(error.__traceback__)}"
    cause = error.__cause__
    return f"{text}, from {type(cause).__module__}.{type(cause).__qualname__}" if cause else text


def _place(traceback: TracebackType | None) -> str:
    """Module and line of the innermost call in our code, or of the innermost call at all."""
    ours = anywhere = "unknown"
    while traceback is not None:
        module = traceback.tb_frame.f_globals.get("__name__", "unknown")
        anywhere = f"{module}:{traceback.tb_lineno}"
        if module.startswith(_OUR_CODE):
            ours = anywhere
        traceback = traceback.tb_next
    return anywhere if ours == "unknown" else ours


class Heartbeat(AbstractContextManager["Heartbeat"]):
    """Keeps the lease of a job while it is worked on, from a thread with a connection of its own."""

    def __init__(self, job: Job, *, every: dt.timedelta = HEARTBEAT) -> None:
        self._job = job
        self._every = every.total_seconds()
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._beat, name=f"heartbeat {job.public_id}", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _beat(self) -> None:
        try:
            while not self._is_over.wait(self._every):
                if not self._is_still_ours():
                    return
        finally:
            connections.close_all()

    def _is_still_ours(self) -> bool:
        try:
            return jobs.keep_alive(self._job, now=clock.now())
        except (OperationalError, InterfaceError) as error:
            logger.warning("no heartbeat for job %s: %s", self._job.public_id, describe(error))
            connections.close_all()
            return True
