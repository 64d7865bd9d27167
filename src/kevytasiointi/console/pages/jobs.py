"""How the work of the worker is going."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kevytasiointi.ledger import queries
from kevytasiointi.ledger.models import Job


@dataclass(frozen=True, slots=True)
class JobsPage:
    counts: queries.JobCounts
    dead: Sequence[Job]


def jobs_page(now: dt.datetime) -> JobsPage:
    return JobsPage(queries.job_counts(now), list(queries.dead_letters()))
