"""What a new day brings: new terms, mergers, and rights that are about to end."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.db import transaction

from kevytasiointi.adoption import queries
from kevytasiointi.adoption.events import RightEnding
from kevytasiointi.adoption.models import RightReminder
from kevytasiointi.adoption.services.running import apply_due_changes
from kevytasiointi.adoption.services.territory import follow_mergers
from kevytasiointi.core.clock import FINLAND, finnish_day
from kevytasiointi.ledger.outbox import publish

WARNED_BEFORE: Final = (60, 30, 7)
"""Days before the end of a right at which its authority is warned."""


_MORNING: Final = dt.time(0, 10)


@dataclass(frozen=True, slots=True)
class DayDone:
    """What was due. Nothing, when it had been done already."""

    changes: int
    mergers: int
    unserved: int
    warnings: int


def do_the_day(*, now: dt.datetime) -> DayDone:
    """Everything that is due, whenever it became so; each part is stored by itself. Running it again changes nothing."""
    changes = apply_due_changes(now=now)
    followed = follow_mergers(now=now)
    warnings = warn_of_ending_rights(now=now)
    return DayDone(changes, len(followed.events), len(followed.unserved), warnings)


@transaction.atomic
def warn_of_ending_rights(*, now: dt.datetime) -> int:
    """Warn each authority whose right to the national identification ends in 60, 30 or 7 days, once each.

    After days on which nothing ran, the nearest of the warnings stands for those that were missed. How many.
    """
    today = finnish_day(now)
    count = 0
    for right in queries.ending_rights(today, within=max(WARNED_BEFORE)):
        due = [days for days in WARNED_BEFORE if right.valid_to <= today + dt.timedelta(days=days)]
        made = set(right.reminders.values_list("days_before", flat=True))
        missing = [days for days in due if days not in made]
        reminders = [RightReminder(right=right, days_before=days, made_at=now) for days in missing]
        RightReminder.objects.bulk_create(reminders)
        if min(due) in missing:
            latest = RightReminder.objects.get(right=right, days_before=min(due))
            publish(RightEnding(reminder_id=latest.pk), now=now)
            count += 1
    return count


def next_morning(now: dt.datetime) -> dt.datetime:
    """Ten past midnight in Finland, of the day after `now`."""
    tomorrow = finnish_day(now) + dt.timedelta(days=1)
    return dt.datetime.combine(tomorrow, _MORNING, FINLAND).astimezone(dt.UTC)
