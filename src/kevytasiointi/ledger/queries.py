"""How the work is going."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Min, Q, QuerySet

from kevytasiointi.core.refusals import NotFound
from kevytasiointi.ledger.models import Job, JobState


@dataclass(frozen=True, slots=True)
class JobCounts:
    due: int
    """Could be done now: waiting for a worker, or left by one."""
    later: int
    """Waiting for a later time, mostly for another attempt."""
    running: int
    dead: int
    oldest_due_at: dt.datetime | None
    """Since when the longest-waiting due job has been due."""


def job_counts(now: dt.datetime) -> JobCounts:
    is_due = Q(state=JobState.READY, run_after__lte=now) | Q(state=JobState.RUNNING, leased_until__lte=now)
    return JobCounts(
        **Job.objects.aggregate(
            due=Count("pk", filter=is_due),
            later=Count("pk", filter=Q(state=JobState.READY, run_after__gt=now)),
            running=Count("pk", filter=Q(state=JobState.RUNNING, leased_until__gt=now)),
            dead=Count("pk", filter=Q(state=JobState.DEAD)),
            oldest_due_at=Min("run_after", filter=is_due),
        )
    )


def dead_letters() -> QuerySet[Job]:
    """Jobs that have been given up, the latest first."""
    return Job.objects.filter(state=JobState.DEAD).order_by("-finished_at", "-id")


def dead_letter(public_id: str) -> Job:
    """One of them, else `NotFound`."""
    found = dead_letters().filter(public_id=public_id).first()
    if found is None:
        raise NotFound
    return found
