"""Counts and times, of real applications only: rehearsals are left out."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Final

from django.db.models import Min, Q, QuerySet, Sum

from kevytasiointi.applications.models import Application, Submission
from kevytasiointi.applications.rules import Channel, Status
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.reporting.models import Wish

FEWEST_TO_TELL: Final = 5
"""Fewer say more about one customer than about the form."""
_LATEST: Final = 1000


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians of the latest applications of a procedure. None where there are fewer than `FEWEST_TO_TELL`."""

    minutes_to_send: float | None
    """From starting the draft to its arrival."""
    sent: int
    days_to_handled: float | None
    """From arrival to the first time it was handled."""
    handled: int


def measured(procedure: Procedure) -> Measured:
    sent = Submission.objects.filter(
        number=1,
        application__in=Application.objects.filter(procedure=procedure, channel=Channel.ONLINE),
    ).order_by("-pk")
    to_send = [
        _minutes(start, end) for start, end in sent.values_list("application__created_at", "received_at")[:_LATEST]
    ]
    handled = (
        sent.annotate(handled_at=Min("application__history__at", filter=Q(application__history__status=Status.HANDLED)))
        .filter(handled_at__isnull=False)
        .values_list("received_at", "handled_at")
    )
    to_handled = [_minutes(start, end) / (24 * 60) for start, end in handled[:_LATEST]]
    return Measured(_median(to_send), len(to_send), _median(to_handled), len(to_handled))


def wishes(procedure: Procedure) -> Mapping[str, int]:
    """Municipality code → how many would have used the procedure there, in all months together."""
    totals = Wish.objects.filter(procedure=procedure).values("municipality__code").annotate(total=Sum("count"))
    return dict(totals.values_list("municipality__code", "total"))


def wishes_by_month(procedure: Procedure) -> QuerySet[Wish]:
    return (
        Wish.objects.filter(procedure=procedure).select_related("municipality").order_by("month", "municipality__code")
    )


def _minutes(start: dt.datetime, end: dt.datetime) -> float:
    return (end - start).total_seconds() / 60


def _median(values: Iterable[float]) -> float | None:
    those = list(values)
    return median(those) if len(those) >= FEWEST_TO_TELL else None
