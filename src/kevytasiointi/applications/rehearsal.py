"""The steps of a dress rehearsal, and how long each took. Pure.

Nobody ticks them off: a step is done when the trail, the messages and the history of the rehearsal's
made-up application say so.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """In the order in which they are done."""

    ALERTED = "alerted"
    OPENED = "opened"
    TAKEN = "taken"
    CARRIED_OVER = "carried_over"
    ASKED = "asked"
    ANSWERED = "answered"
    HANDLED = "handled"


@dataclass(frozen=True, slots=True)
class StepDone:
    """`minutes` since the step before it that is done, or since the rehearsal began; None while it isn't done."""

    step: Step
    at: dt.datetime | None
    minutes: float | None


def checklist(began_at: dt.datetime, times: Mapping[Step, dt.datetime]) -> Sequence[StepDone]:
    """Every step, done or not. One that was done out of order counts from the latest thing done before it."""
    return [StepDone(step, times.get(step), _minutes(step, began_at, times)) for step in Step]


def _minutes(step: Step, began_at: dt.datetime, times: Mapping[Step, dt.datetime]) -> float | None:
    at = times.get(step)
    if at is None:
        return None
    before = max((other for other in times.values() if other < at), default=began_at)
    return (at - before).total_seconds() / 60


def is_complete(times: Mapping[Step, dt.datetime]) -> bool:
    return all(step in times for step in Step)
