"""What people may do with jobs."""

import datetime as dt

from django.db import transaction

from kevytasiointi.core.refusals import Refusal
from kevytasiointi.ledger.audit import record
from kevytasiointi.ledger.models import Job, JobState


class NotDead(Refusal):
    """The job waits, runs or is done; there is nothing to try again."""

    code = "job_not_dead"


@transaction.atomic
def retry_dead(*, job: Job, actor: str, now: dt.datetime) -> None:
    """Give a dead letter all its attempts again, from now on; `actor` is the public id of who asked.

    Raises `NotDead`, also for the second of two who ask at the same time.
    """
    changes = {"state": JobState.READY, "attempts": 0, "run_after": now, "finished_at": None}
    if not Job.objects.filter(pk=job.pk, state=JobState.DEAD).update(**changes):
        raise NotDead
    record(action="job.retried", actor=actor, authority="", object_kind="job", object_id=job.public_id, now=now)
